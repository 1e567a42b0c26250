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
    """Bytes that all of it may take; one thing takes half of it at most."""
    is_packed: bool
    """Whether things are made smaller, which takes time."""


RESULTS = Shelf("results-", 256_000_000, is_packed=True)
"""What files came to."""
OUTPUTS = Shelf("output-", 128_000_000, is_packed=False)
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


def parts(shelf: Shelf, key: bytes) -> Iterator[bytes] | None:
    """What was kept under a key, part after part; None as for `load`."""
    kept = cache.read(_name(shelf, key))
    if kept is None or kept[:_SEAL] != _seal(key, memoryview(kept)[_SEAL:]):
        return None
    _mark_used(_name(shelf, key))
    return (_unpacked if shelf.is_packed else _parted)(memoryview(kept)[_SEAL:])


def most(shelf: Shelf) -> int:
    """How many bytes one thing may take; one that takes more is out of all proportion."""
    return shelf.space // 2


def store(shelf: Shelf, key: bytes, data: bytes) -> None:
    """Keep something under a key, unless it is out of all proportion."""
    kept = zlib.compress(data, 1) if shelf.is_packed else data
    if len(kept) <= most(shelf):
        cache.write(_name(shelf, key), _seal(key, kept) + kept)


def make_room(shelf: Shelf) -> None:
    """Remove what was not asked for longest, until the rest is small enough."""
    cache.shrink(shelf.prefix, shelf.space)


def _name(shelf: Shelf, key: bytes) -> str:
    return shelf.prefix + key.hex()


def _seal(key: bytes, kept: bytes | memoryview) -> bytes:
    return blake2b(kept, digest_size=_SEAL, key=key).digest()


def _parted(kept: memoryview) -> Iterator[bytes]:
    yield from (bytes(kept[at : at + _PART]) for at in range(0, len(kept), _PART))


def _unpacked(kept: memoryview) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    yield from (unpacker.decompress(part) for part in _parted(kept))
    yield unpacker.flush()


def _mark_used(name: str) -> None:
    """Note that something is still asked for, once an hour."""
    path = os.path.join(cache.folder(), name)
    with contextlib.suppress(OSError):
        if time.time() - os.stat(path).st_mtime > _HOUR:
            os.utime(path)
