"""What is kept under a key and a seal."""

from __future__ import annotations

from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from cadence_lint.cache import sealed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHELF = sealed.Shelf("test-", 10_000)
KEY = sealed.digest("a", "key")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def noise() -> Iterator[bytes]:
    """Bytes that nothing makes smaller."""
    data = b""
    while True:
        data = sha256(data).digest()
        yield data


def test_what_is_packed_part_after_part_comes_back_whole() -> None:
    parts = [b"audits in Hull, ", *islice(noise(), 40), b"", b" and in Leeds" * 20_000]
    packing = sealed.Packing(SHELF)
    for part in parts:
        packing.add(part)
    packing.store(KEY)
    assert sealed.load(SHELF, KEY) == b"".join(parts)


def test_what_is_out_of_all_proportion_is_not_kept() -> None:
    packing = sealed.Packing(SHELF)
    for part in islice(noise(), 10_000):
        packing.add(part)
    packing.store(KEY)
    assert not sealed.is_kept(SHELF, KEY)


def test_what_is_kept_under_another_key_is_not_found() -> None:
    sealed.store(SHELF, KEY, b"audits")
    assert sealed.load(SHELF, KEY) == b"audits"
    assert sealed.load(SHELF, sealed.digest("another", "key")) is None
