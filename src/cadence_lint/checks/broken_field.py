"""Template syntax that is broken: it reaches the reader as it is typed, or loses text on the way.

Looked at is all of the copy, whichever options of a choice a reader gets. Code of another kind of
template, such as `${name}`, is a slip where the file's own fields look different; where all are
written so, it may be what the sending tool takes, and is said once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection, Spot
from cadence_lint.reading.template.fields import read_template
from cadence_lint.reading.text.markup import without_markup
from cadence_lint.record import NamedTuple, Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Passage
    from cadence_lint.reading.template import Mistake
    from cadence_lint.sequence import Touch

SCOPE = "sequence"
TRAITS = {"kind": ("slip", "style", "by-hand")}

_SIGNS = ("{", "}", "<%", "[object")


class Options(Record):
    """This check has no options."""


class Values(Record):
    """What a message may name."""

    count: int
    written: str
    """The broken syntax as it is written; the first where there are several."""
    step: int


class _Slip(NamedTuple):
    kind: Mistake
    spot: Spot


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object touch by touch, or once where all fields of a file are such code.

    The trait `kind` is `slip`, `style`, or `by-hand` where a person sees it before it goes out.
    """
    found = [(touch, slips) for touch in case.touches if (slips := list(_slips(case, touch)))]
    if not found:
        return
    if _is_style(case, found):
        touch, slips = found[0]
        spots = tuple(slip.spot for _, others in found for slip in others)
        yield _objection(touch, slips, "style")._replace(
            spots=spots, touches=frozenset(touch.number for touch, _ in found)
        )
        return
    for touch, slips in found:
        is_by_hand = touch.manual or touch.channel == "call"
        yield _objection(touch, slips, "by-hand" if is_by_hand else "slip")


def _slips(case: Case, touch: Touch) -> Iterator[_Slip]:
    for message in touch.messages:
        for passage in case.reading(message).passages.values():
            if any(sign in passage.raw.value for sign in _SIGNS):
                for slip in _slips_in(passage):
                    spot = slip.spot.said_in(touch, message)
                    yield slip._replace(spot=spot)


def _slips_in(passage: Passage) -> Iterator[_Slip]:
    plain = without_markup(passage.raw)
    is_shown = plain.value == passage.text.value
    template = passage.template if is_shown else read_template(plain.value)
    for broken in template.broken:
        quote = plain.value[broken.start : broken.end]
        spot = Spot(plain.span(broken.start, broken.end), quote, part=passage.part)
        yield _Slip(broken.kind, spot)


def _is_style(case: Case, found: list[tuple[Touch, list[_Slip]]]) -> bool:
    return all(slip.kind == "code" for _, slips in found for slip in slips) and not any(
        read_template(text.value).fields
        for _, message in case.messages()
        for text in message.parts.values()
    )


def _objection(touch: Touch, slips: list[_Slip], kind: str) -> Objection:
    written = " ".join(slips[0].spot.quote.split())
    return Objection(
        values=Values(len(slips), written, touch.number),
        spots=tuple(slip.spot for slip in slips),
        touch=touch,
        measure=len(slips),
        traits={"kind": kind},
        advice=_remedy(slips[0].kind, written),
    )


def _remedy(kind: Mistake, written: str) -> str:
    """How to mend it."""
    if kind in ("unbalanced", "unclosed", "unopened"):
        name = written.strip("{}%~ \t")
        is_double = "{{" in written or "}}" in written
        mended = f"{{{{{name}}}}}" if is_double else f"{{{name}}}"
        if written.startswith("{%"):
            mended = f"{{% {name} %}}"
        return f"Close what you open: {mended}"
    return _REMEDIES[kind]


_REMEDIES: dict[Mistake, str] = {
    "unclosed-choice": "Put a closing brace after the last option, as in {Hi|Hello}.",
    "unclosed-block": "Put its end, such as {% endif %} or {{/if}}, where the part for these"
    " readers stops; without it, the rest is lost for all the others.",
    "stray-tag": "It belongs to a condition that never began: put that before it, or take it out.",
    "code": "Write the field the way your sending tool takes it, such as {{first_name}}.",
    "empty": "Name a field in it, or take it out.",
}
