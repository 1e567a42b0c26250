"""Attributes that are worked out on first use.

`functools.cached_property` takes a lock for each until Python 3.12, which costs more than many of
our attributes do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801  # it is used as `property` is
    """A property that is worked out once for each object, which needs a `__dict__`."""

    def __init__(self, find: Callable[[Any], T]) -> None:
        self._find = find
        self.__doc__ = find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, one: None, owner: type) -> lazy[T]: ...

    @overload
    def __get__(self, one: object, owner: type | None = None) -> T: ...

    def __get__(self, one: object | None, owner: type | None = None) -> lazy[T] | T:
        if one is None:
            return self
        # From now on the object's own attribute is found before this one.
        value = one.__dict__[self._name] = self._find(one)
        return value
