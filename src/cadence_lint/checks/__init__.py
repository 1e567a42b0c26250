"""The mechanisms that rules are made of, one a file.

A check is a module with a docstring that says what it looks for, and four names:

- `SCOPE`: what it looks at: a message, a touch, a sequence, or the remarks of a file;
- `Options`: what a rule may set, a `Record` with defaults;
- `Values`: what it offers to a rule's message and advice, a `Record`;
- `check`: a generator of objections. It knows nothing of rules, files or outputs.

One whose objections have traits says which, and in which words, in a fifth: `TRAITS`. One that
looks at messages and objects to nothing but what they do may have a sixth: `wants`, from options to
the facts of which a message must have one, so that it need not be asked about all the others.

The module's name is the check's name, with `_` for `-`.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, Literal, Protocol

from cadence_lint.patterns import regex
from cadence_lint.record import NamedTuple, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from cadence_lint.sequence import Message, Part, Touch
    from cadence_lint.source import Span

Scope = Literal["message", "touch", "sequence", "remark"]

PerAudience = float | dict[str, float]
"""A number, or one for each segment or purpose; a purpose outranks a segment."""
FactName = Annotated[str, "fact"]
"""The name of something that a message does; a rule that names what there is not is refused."""
Days = float
"""A length of time in days, written `7 days` or `48 hours`."""


class Spot(NamedTuple):
    """A stretch of text that an objection rests on, and what the reader sees there."""

    span: Span
    """Where it stands: in the source, or in the text of `part` until it is known who says it."""
    quote: str
    touch: int | None = None
    variant: str | None = None
    part: Part | None = None
    """The part of a message in whose text the span counts; None where it counts in the source."""

    def said_in(self, touch: Touch, message: Message) -> Spot:
        """The words as this message of a touch has them, with their place in the source.

        What a text says is read once, however many messages have it; where it stands is asked
        of each of them.
        """
        text = None if self.part is None else message.part(self.part)
        span = self.span if text is None else text.span(*self.span)
        return Spot(span, self.quote, touch.number, message.variant)


class Objection(NamedTuple):
    """What a check has against something; a rule makes a finding of it."""

    values: Record
    """The check's `Values`, for the rule's message and advice."""
    spots: tuple[Spot, ...] = ()
    touch: Touch | None = None
    """The touch it is about; None for the whole sequence."""
    variant: str | None = None
    about: Span | None = None
    """Where it points when it rests on no words."""
    about_part: Part | None = None
    """The part of its message at which it points when it rests on no words of it."""
    touches: frozenset[int] = frozenset()
    """The numbers of all touches that it speaks about, when that is more than `touch`."""
    measure: float | None = None
    """The number that a rule's levels are compared with."""
    traits: Mapping[str, str] = {}
    """What a rule's levels may ask for beside the number, such as `where: subject`."""
    advice: str | None = None
    """Advice that fits these words better than the rule's own."""
    is_whole: bool = False
    """Whether it is about all that the message says: its spots show where, and other words there
    would not mend it."""


class CheckModule(Protocol):
    """What a check's module has."""

    SCOPE: Scope
    Options: type[Record]
    Values: type[Record]
    check: Callable[..., Iterator[Objection]]


_NAME = regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EXTRA: dict[str, CheckModule] = {}


def register(name: str, module: CheckModule) -> None:
    """Add a check that an installed plugin brings."""
    _EXTRA[name] = module
    find_check.cache_clear()


@cache
def find_check(name: str) -> CheckModule | None:
    """The module of a check; None where there is no such check."""
    if name in _EXTRA:
        return _EXTRA[name]
    if not _NAME.fullmatch(name):
        return None
    module_name = f"{__name__}.{name.replace('-', '_')}"
    try:
        module: Any = import_module(module_name)
    except ModuleNotFoundError as error:
        if error.name != module_name:
            raise
        return None
    return module  # type: ignore[no-any-return]


def traits_of(check: CheckModule) -> dict[str, tuple[str, ...]]:
    """What a check says of an objection beside its number, and in which words."""
    traits: dict[str, tuple[str, ...]] = getattr(check, "TRAITS", {})
    return traits


def wanted_facts(check: CheckModule, options: Any) -> frozenset[str] | None:
    """The facts of which a message must have one; None where the check asks for none."""
    wants: Callable[[Any], Iterable[str]] | None = getattr(check, "wants", None)
    return None if wants is None else frozenset(wants(options)) or None


def check_names() -> list[str]:
    """The names of all checks, sorted."""
    from pkgutil import iter_modules

    own = {module.name.replace("_", "-") for module in iter_modules(__path__)}
    return sorted(own | _EXTRA.keys())
