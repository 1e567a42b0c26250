"""A subject starts with Re: or Fwd: although there is nothing that it answers or passes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.patterns import regex
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.case import Case
    from cadence_lint.reading import Passage
    from cadence_lint.sequence import Touch

SCOPE = "sequence"

_PREFIX = regex(r"\s*((?:re|fw|fwd|aw|wg|antw|tr|rv)\s*(?:\[\d+\])?\s*:)\s*", re.IGNORECASE)


class Options(Record):
    """This check has no options."""


class Values(Record):
    """What a message may name."""

    prefix: str
    subject: str


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to each email whose subject claims an earlier one that there is not."""
    earlier: set[str] = set()
    for touch in case.touches:
        if touch.channel != "email":
            continue
        said = list(_subjects(case, touch))
        answers = touch.thread == "reply" and bool(earlier)
        for variant, passage in said:
            found = _prefix(passage, case)
            if found and not answers and not _is_among(earlier, passage):
                subject = " ".join(passage.text.value[found.end() :].split())
                yield Objection(
                    values=Values(found[1], subject),
                    spots=(
                        passage.quote(*found.span(1))._replace(touch=touch.number, variant=variant),
                    ),
                    touch=touch,
                    variant=variant,
                )
                break
        earlier.update(_base(text.value) for _, passage in said for text in passage.renderings)
        earlier.discard("")


def starts_as_reply(subject: str) -> bool:
    """Whether a subject starts with Re:, Fwd: or the like."""
    return _PREFIX.match(subject) is not None


def _subjects(case: Case, touch: Touch) -> Iterator[tuple[str | None, Passage]]:
    for message in touch.messages:
        passage = case.reading(message).passages.get("subject")
        if passage:
            yield message.variant, passage


def _prefix(passage: Passage, case: Case) -> re.Match[str] | None:
    found = _PREFIX.match(passage.text.value)
    if found and found[1].rstrip(": ") in case.config.vocabulary.allow:
        return None  # RE: is real estate there
    return found


def _is_among(earlier: set[str], passage: Passage) -> bool:
    """Whether there was an earlier email of that subject, which a field may stand for."""
    value = passage.text.value
    spans = [(field.start, field.end) for field in passage.template.fields]
    spans += [(blank.start, blank.end) for blank in passage.template.placeholders]
    base = _base(value)
    fields = [_base(value[start:end]) for start, end in spans]
    stands_for_any = any(base == field or "subject" in field for field in fields)
    return base in earlier or (stands_for_any and bool(earlier))


def _base(subject: str) -> str:
    """A subject without its prefixes, as mail programs compare it."""
    rest = subject
    while found := _PREFIX.match(rest):
        rest = rest[found.end() :]
    return " ".join(rest.lower().split())
