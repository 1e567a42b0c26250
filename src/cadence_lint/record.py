"""A frozen record whose class costs nothing to make.

Python 3.11 needs a millisecond to make a dataclass and a third of one to make a `NamedTuple`, at
every start of the program; there are a hundred kinds of records here. A `Record` is declared and
type-checked like a frozen dataclass. Where a hundred thousand are made (places, words), use a
`NamedTuple`, whose instances cost less. Fields and helpers are named as a `NamedTuple` names them,
so that one can stand for the other.
"""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar, dataclass_transform

T = TypeVar("T", bound="Record")


@dataclass_transform(frozen_default=True)
class Record:
    """The base of frozen records; fields are what a subclass annotates, in order."""

    _fields: ClassVar[tuple[str, ...]] = ()
    """The names of the fields."""
    _field_defaults: ClassVar[dict[str, Any]] = {}
    """The fields that may be left out, and their values then."""

    def __init_subclass__(cls) -> None:
        own = cls.__dict__
        names = tuple(own.get("__annotations__", ()))
        cls._fields = (*cls._fields, *names)
        stated = {name: own[name] for name in names if name in own}
        cls._field_defaults = cls._field_defaults | stated

    def __init__(self, *values: Any, **named: Any) -> None:
        said = self.__dict__
        said.update(self._field_defaults)
        said.update(zip(self._fields, values, strict=False))
        said.update(named)
        if len(said) != len(self._fields) or len(values) > len(self._fields):
            raise TypeError(self._mismatch(values, named))

    def _mismatch(self, values: tuple[Any, ...], named: dict[str, Any]) -> str:
        missing = [name for name in self._fields if name not in self.__dict__]
        strange = [name for name in named if name not in self._fields]
        extra = len(values) - len(self._fields)
        return (
            f"{type(self).__name__} lacks {missing}, does not know {strange}"
            f" and has {max(extra, 0)} values too many"
        )

    def _asdict(self) -> dict[str, Any]:
        """The fields and their values, in order."""
        return {name: getattr(self, name) for name in self._fields}

    def _replace(self: T, **changes: Any) -> T:
        """The same record with some other values."""
        return type(self)(**(self._asdict() | changes))

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and all(
            getattr(self, name) == getattr(other, name) for name in self._fields
        )

    def __hash__(self) -> int:
        return hash((type(self), *(getattr(self, name) for name in self._fields)))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._fields)
        return f"{type(self).__name__}({said})"
