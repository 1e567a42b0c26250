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
        if not names:
            return
        cls._fields += names
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
        return _shown(self)


if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter as _field_at  # as typing's read their fields

    class _TupleType(type):
        """The type of a kind of named tuples: it gives each field its place."""

        def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            """Make a kind of named tuples of the body of its class."""
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            body |= {field: _field_at(place, None) for place, field in enumerate(fields)}
            body |= {
                "__slots__": (),
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
            }
            return type.__new__(mcs, name, bases, body)

    class NamedTuple(tuple, metaclass=_TupleType):
        """The base of named tuples; fields are what a subclass annotates, in order."""

        def __new__(cls, *values: Any, **named: Any) -> NamedTuple:
            """Make the first of its kind, and what makes all others: as typing does for each."""
            fields = ", ".join(cls._fields)
            make = eval(f"lambda cls_, {fields}: new_(cls_, ({fields},))", {"new_": tuple.__new__})
            make.__defaults__ = tuple(cls._field_defaults.values())
            make.__qualname__ = cls.__qualname__
            cls.__new__ = make
            return make(cls, *values, **named)

        @classmethod
        def _make(cls, values: Iterable[Any]) -> NamedTuple:
            """One of the values of all its fields."""
            return cls(*values)

        def _asdict(self) -> dict[str, Any]:
            """The fields and their values, in order."""
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, **changes: Any) -> NamedTuple:
            """The same with some other values."""
            values = map(changes.pop, self._fields, self)
            changed = tuple.__new__(type(self), values)
            if changes:
                raise TypeError(f"{type(self).__name__} has no {list(changes)}")
            return changed

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        def __repr__(self) -> str:
            return _shown(self)
