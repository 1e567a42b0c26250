"""Frozen records whose classes cost nothing to make.

Python 3.11 needs a millisecond to make a dataclass and a third of one to make a `NamedTuple`, at
every start of the program; there are two hundred kinds of records here. A `Record` is declared and
type-checked like a frozen dataclass. A `NamedTuple` is what typing's is, but for that cost: use it
where a hundred thousand are made (places, words), or where they are sorted or taken apart. Fields
and helpers have the same names in both, so that one can stand for the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T", bound="Record")


def _mismatch(kind: Any, values: tuple[Any, ...], named: dict[str, Any]) -> str:
    """What is wrong with the values that a record should be made of."""
    stated = (*kind._field_defaults, *kind._fields[: len(values)], *named)
    missing = [name for name in kind._fields if name not in stated]
    strange = [name for name in named if name not in kind._fields]
    extra = len(values) - len(kind._fields)
    return (
        f"{kind.__name__} lacks {missing}, does not know {strange}"
        f" and has {max(extra, 0)} values too many"
    )


def _shown(record: Any) -> str:
    said = ", ".join(f"{name}={getattr(record, name)!r}" for name in record._fields)
    return f"{type(record).__name__}({said})"


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
            raise TypeError(_mismatch(type(self), values, named))

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
        return _shown(self)


if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from _collections import _tuplegetter as _field_at  # as typing's read their fields

    class _TupleType(type):
        """The type of a kind of named tuples: it gives each field its place."""

        def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            """Make a kind of named tuples of the body of its class."""
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            body |= {"__slots__": (), "_fields": fields, "_field_defaults": defaults}
            body["__match_args__"] = fields
            body |= {field: _field_at(place, None) for place, field in enumerate(fields)}
            return type.__new__(mcs, name, bases, body)

    class NamedTuple(tuple, metaclass=_TupleType):
        """The base of named tuples; fields are what a subclass annotates, in order."""

        def __new__(cls, *values: Any, **named: Any) -> NamedTuple:
            """Make one of the values of its fields."""
            if named or len(values) != len(cls._fields):
                values = cls._completed(values, named)
            return tuple.__new__(cls, values)

        @classmethod
        def _completed(cls, values: tuple[Any, ...], named: dict[str, Any]) -> list[Any]:
            """A value for each field, from those that are stated and the defaults."""
            stated = dict(zip(cls._fields, values, strict=False)) | named
            complete = cls._field_defaults | stated
            is_said_once = len(stated) == len(values) + len(named)
            if not is_said_once or len(complete) != len(cls._fields):
                raise TypeError(_mismatch(cls, values, named))
            return [complete[field] for field in cls._fields]

        @classmethod
        def _make(cls, values: Iterable[Any]) -> NamedTuple:
            """One of the values of all its fields."""
            return cls(*values)

        def _asdict(self) -> dict[str, Any]:
            """The fields and their values, in order."""
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, **changes: Any) -> NamedTuple:
            """The same with some other values."""
            return type(self)(**(self._asdict() | changes))

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        def __repr__(self) -> str:
            return _shown(self)
