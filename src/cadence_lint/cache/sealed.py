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

from cadence_lint import cache

_PREFIX = "kept-"
_SEAL = 16
_SPACE = 256_000_000
"""Bytes that all of it may take."""
_LARGEST = _SPACE // 4
_HOUR = 3600.0


def digest(*parts: object) -> bytes:
    """A short name for some values that are told apart by their `repr`."""
    return blake2b(repr(parts).encode("utf-8", "backslashreplace"), digest_size=_SEAL).digest()


def digest_of(data: bytes) -> bytes:
    """A short name for some bytes."""
    return blake2b(data, digest_size=_SEAL).digest()


def is_kept(key: bytes) -> bool:
    """Whether something seems to be kept under a key."""
    return os.path.exists(os.path.join(cache.folder(), _name(key)))


def load(key: bytes) -> bytes | None:
    """What was kept under a key; None where nothing was, or it is not what was kept."""
    kept = cache.load(_name(key))
    if kept is None or kept[:_SEAL] != _sealed(key, kept[_SEAL:]):
        return None
    try:
        data = zlib.decompress(kept[_SEAL:])
    except zlib.error:
        return None
    _mark_used(key)
    return data


def store(key: bytes, data: bytes) -> None:
    """Keep something under a key, unless it is out of all proportion."""
    packed = zlib.compress(data, 1)
    if len(packed) <= _LARGEST:
        cache.store(_name(key), _sealed(key, packed) + packed)


def make_room() -> None:
    """Remove what was not asked for longest, until the rest is small enough."""
    cache.shrink(_PREFIX, _SPACE)


def _name(key: bytes) -> str:
    return _PREFIX + key.hex()


def _sealed(key: bytes, packed: bytes) -> bytes:
    return blake2b(packed, digest_size=_SEAL, key=key).digest()


def _mark_used(key: bytes) -> None:
    """Note that something is still asked for, once an hour."""
    path = os.path.join(cache.folder(), _name(key))
    with contextlib.suppress(OSError):
        if time.time() - os.stat(path).st_mtime > _HOUR:
            os.utime(path)
