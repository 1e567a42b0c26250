"""What was worked out of late, within a bound: teams say the same again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable

T = TypeVar("T")


class Latest(Generic[T]):
    """What was worked out for the keys that were asked for of late.

    Two generations hold `most` keys each: what was not asked for while a generation grew up is
    forgotten with the next. That costs a question next to nothing, unlike an order of all keys.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._young: dict[Hashable, T] = {}
        self._old: dict[Hashable, T] = {}

    def __len__(self) -> int:
        return len(self._young) + len(self._old)

    def get(self, key: Hashable) -> T | None:
        """What was worked out for a key; None where that was forgotten, or never asked for."""
        found = self._young.get(key)
        if found is None:
            found = self._old.get(key)
            if found is not None:
                self.keep(key, found)
        return found

    def keep(self, key: Hashable, found: T) -> None:
        """Take note of what was worked out for a key."""
        if len(self._young) >= self._most:
            self._old, self._young = self._young, {}
        self._young[key] = found
