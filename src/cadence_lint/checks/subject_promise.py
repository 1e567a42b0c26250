"""A subject promises something that the body never comes to.

Known are three promises, where there is little doubt: a question, thanks, and paper that has to do
with the reader, such as an invoice or an order. Where a field hides what the body says, and in
replies, nothing is said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.patterns import regex
from cadence_lint.record import NamedTuple, Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Passage, Reading
    from cadence_lint.sequence import Touch

SCOPE = "message"


class Options(Record):
    """This check has no options."""


class Values(Record):
    """What a message may name."""

    subject: str
    promise: str
    """`a question`, `thanks`, `an invoice`."""


class _Promise(NamedTuple):
    name: str
    made: re.Pattern[str]
    """How the subject makes it."""
    kept: re.Pattern[str]
    """What the body has where it keeps it."""


def _paper(name: str, words: str, kept: str) -> _Promise:
    """Paper, as somebody writes of it who sends it, not who talks about paper."""
    made = (
        rf"^\W*+(?:your (?:{words})(?: (?:from .*+|no\.? ?\d.*+|#?\d.*+|is .*+))?"
        rf"|(?:{words}) (?:attached|enclosed|overdue|ready|confirmed|confirmation|reminder|#?\d\w*)"
        rf"|(?:overdue|unpaid|final|attached|outstanding) (?:{words}))\W*+$"
    )
    return _Promise(name, regex(made, re.IGNORECASE), regex(kept, re.IGNORECASE))


_PROMISES = (
    _Promise(
        "a question",
        regex(
            r"^\W*+(?:(?:a|an|one|two|three|my|our|just)\W++)*+"
            r"(?:(?:quick|short|small|simple|brief|tiny|one|two|three|2|3|last|honest)\W++)*+"
            r"questions?(?:(?:,| for| about| on| re| regarding)? .*+)?\W*+$",
            re.IGNORECASE,
        ),
        regex(
            r"\?|question|\b(?:ask|asking|wonder\w*|curious|(?:let me|like to|love to|tell me"
            r"|want to|to) know|which|whether|who|whom|how)\b",
            re.IGNORECASE,
        ),
    ),
    _Promise(
        "thanks",
        regex(r"^\W*+(?:thank you|thanks|many thanks)(?:,? \S++)?\W*+$", re.IGNORECASE),
        regex(r"\b(?:thank|grateful|appreciat|owe you|kind of you)", re.IGNORECASE),
    ),
    _paper(
        "an invoice",
        "invoice|payment|refund|bill",
        r"\b(?:invoic|pay|paid|bill|refund|charge|owe|amount|due|credit|cost|price|\W?\d)",
    ),
    _paper(
        "an order",
        "order|delivery|parcel|package|shipment|reservation|booking",
        r"\b(?:order|deliver|parcel|package|ship|arriv|reserv|book|dispatch|on its way|post)",
    ),
    _paper(
        "a contract",
        "contract|agreement|signature|quote|proposal|offer",
        r"\b(?:contract|agree|sign|terms|quot|propos|offer|clause|renew|notice|deal|price)",
    ),
    _paper(
        "an appointment",
        "appointment|interview|meeting|application",
        r"\b(?:appoint|interview|meet|appl|confirm|calendar|schedul|invit|call|talk|see you|role)",
    ),
)
_PREFIX = regex(r"\s*(?:re|fwd?|aw|wg)\s*:", re.IGNORECASE)
_LEAST_WORDS = 12
_ASKED_ALREADY = 5


def check(case: Case, touch: Touch, reading: Reading, options: Options) -> Iterator[Objection]:
    """Object to a subject whose promise the body does not keep."""
    subject, body = reading.passages.get("subject"), reading.passages.get("body")
    if subject is None or body is None or reading.language != "en" or touch.thread == "reply":
        return
    if subject.hides_copy or body.hides_copy or len(body.words) < _LEAST_WORDS:
        return
    said = subject.text.value
    if _PREFIX.match(said):
        return
    for promise in _PROMISES:
        if promise.made.match(said) and not _is_kept(promise, subject, body):
            spot = subject.quote(len(said) - len(said.lstrip()), len(said.rstrip()))
            yield Objection(values=Values(" ".join(said.split()), promise.name), spots=(spot,))
            return


def _is_kept(promise: _Promise, subject: Passage, body: Passage) -> bool:
    """Whether the body, or the subject itself, has what was promised."""
    if subject.text.value.rstrip().endswith("?") and len(subject.words) >= _ASKED_ALREADY:
        return True
    return any(promise.kept.search(text.value) for text in body.renderings)
