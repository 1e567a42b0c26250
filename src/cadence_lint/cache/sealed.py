"""What is kept under a key and a seal, so that it is what this key was given and nothing else.

What is damaged, foreign or kept under another key is as if it had never been. All of it together
takes no more than some space; what was not asked for longest goes first.
"""

from __future__ import annotations

import contextlib
import os
import time
import zlib
from hashlib import blake2b
from typing import TYPE_CHECKING

from cadence_lint import cache
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Shelf(NamedTuple):
    """A place for things of one kind."""

    prefix: str
    space: int
    """Bytes that all of it may take, packed; one thing takes half of it at most."""


RESULTS = Shelf("results-", 256_000_000)
"""What files came to."""
OUTPUTS = Shelf("output-", 128_000_000)
"""What was said of all of them."""
_SEAL = 16
_PART = 1 << 16
_HOUR = 3600.0


def digest(*parts: object) -> bytes:
    """A short name for some values that are told apart by their `repr`."""
    return blake2b(repr(parts).encode("utf-8", "backslashreplace"), digest_size=_SEAL).digest()


def digest_of(data: bytes) -> bytes:
    """A short name for some bytes."""
    return blake2b(data, digest_size=_SEAL).digest()


def is_kept(shelf: Shelf, key: bytes) -> bool:
    """Whether something seems to be kept under a key."""
    return os.path.exists(os.path.join(cache.folder(), _name(shelf, key)))


def load(shelf: Shelf, key: bytes) -> bytes | None:
    """What was kept under a key; None where nothing was, or it is not what was kept."""
    found = parts(shelf, key)
    return None if found is None else b"".join(found)


class Packing:
    """Something that is packed part after part, to be kept unless it is out of all proportion."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._packer = zlib.compressobj(1)
        self._packed: list[bytes] = []
        self._size = 0

    def add(self, part: bytes) -> None:
        """Pack the next part of it."""
        if self._size <= self._shelf.space // 2:
            self._take(self._packer.compress(part))

    def store(self, key: bytes) -> None:
        """Keep all of it under a key."""
        self._take(self._packer.flush())
        if self._size <= self._shelf.space // 2:
            kept = b"".join(self._packed)
            cache.write(_name(self._shelf, key), _seal(key, kept) + kept)

    def _take(self, packed: bytes) -> None:
        self._packed.append(packed)
        self._size += len(packed)
        if self._size > self._shelf.space // 2:
            self._packed.clear()


def parts(shelf: Shelf, key: bytes) -> Iterator[bytes] | None:
    """What was kept under a key, part after part; None as for `load`."""
    kept = cache.read(_name(shelf, key))
    if kept is None or kept[:_SEAL] != _seal(key, memoryview(kept)[_SEAL:]):
        return None
    _mark_used(_name(shelf, key))
    return _unpacked(memoryview(kept)[_SEAL:])


def store(shelf: Shelf, key: bytes, data: bytes) -> None:
    """Keep something under a key, unless it is out of all proportion."""
    packing = Packing(shelf)
    packing.add(data)
    packing.store(key)


def make_room(shelf: Shelf) -> None:
    """Remove what was not asked for longest, until the rest is small enough."""
    cache.shrink(shelf.prefix, shelf.space)


def _name(shelf: Shelf, key: bytes) -> str:
    return shelf.prefix + key.hex()


def _seal(key: bytes, kept: bytes | memoryview) -> bytes:
    return blake2b(kept, digest_size=_SEAL, key=key).digest()


def _unpacked(kept: memoryview) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    for at in range(0, len(kept), _PART):
        yield unpacker.decompress(kept[at : at + _PART])
    yield unpacker.flush()


def _mark_used(name: str) -> None:
    """Note that something is still asked for, once an hour."""
    path = os.path.join(cache.folder(), name)
    with contextlib.suppress(OSError):
        if time.time() - os.stat(path).st_mtime > _HOUR:
            os.utime(path)
