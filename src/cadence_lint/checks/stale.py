"""Copy that is out of date when it lands, or that nobody has read again for long.

Seasons, months, quarters, years, holidays, weekdays and dates are compared with the day on which a
touch lands, which only a start makes known. Looked at are greetings and what lies ahead ("before
summer"); what tells of the past is history. Quarters are those of the calendar year. Seasons are
those of the readers' regions or time zones, else of the north.

How long ago a file was `reviewed` is counted at its start, else today.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection, Spot
from cadence_lint.linting.case import shown_date
from cadence_lint.reading.text.segments import NOT_SAID
from cadence_lint.record import Record

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Passage
    from cadence_lint.sequence import Message, Touch

SCOPE = "sequence"
TRAITS = {"kind": ("copy", "review")}

_SOUTH = frozenset("AO AR AU BO BR BW CL FJ LS MG MU MW MZ NA NZ PE PY SZ UY ZA ZM ZW ANZ".split())
_BOTH = frozenset({"APAC", "LATAM"})
_SOUTHERN_ZONES = (
    "Australia/", "Pacific/Auckland", "Africa/Johannesburg", "America/Argentina",
    "America/Sao_Paulo", "America/Santiago", "America/Montevideo", "America/Lima",
)  # fmt: skip


class Options(Record):
    """What a rule may set."""

    reviewed_within: int = 180
    """How many days a review holds; 0 for ever."""


class Values(Record):
    """What a message may name."""

    what: str
    """`"this winter" on 10 June`, or `nobody has read this again for 230 days`."""
    days: int
    """The days since the review; 0 for what is out of date itself."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to each message that is out of date, and to a review that is long past."""
    yield from _about_review(case, options)
    for landing in case.schedule.landings:
        if landing.date is None or not landing.touch.is_noticed or case.language != "en":
            continue
        for message in landing.touch.messages:
            spots = tuple(_stale(case, landing.touch, message, landing.date))
            if spots:
                yield Objection(
                    values=Values(
                        f"{_quoted(spots[0])} on {shown_date(landing.date)} {landing.date.year}", 0
                    ),
                    spots=spots,
                    touch=landing.touch,
                    variant=message.variant,
                    traits={"kind": "copy"},
                )
                break


def _about_review(case: Case, options: Options) -> Iterator[Objection]:
    reviewed = case.sequence.reviewed
    if reviewed is None or not options.reviewed_within:
        return
    days = (case.reading_day - reviewed).days
    if days > options.reviewed_within:
        span = case.sequence.place_of("reviewed")
        yield Objection(
            values=Values(f"nobody has read this again for {days} days", days),
            spots=(Spot(span, case.sequence.source.slice(span)),),
            traits={"kind": "review"},
            advice="Read it all as if you got it today; then write today's date under `reviewed`.",
        )


def _stale(case: Case, touch: Touch, message: Message, day: datetime.date) -> Iterator[Spot]:
    from cadence_lint.reading.facts.times import Reader, stale_in

    reader = Reader(day, _is_south(case))
    for passage in case.reading(message).passages.values():
        for start, end in _said(passage):
            for first, last in stale_in(passage.text.value[start:end], reader):
                if not _is_speech(passage, start + first):
                    spot = passage.quote(start + first, start + last)
                    yield spot.said_in(touch, message)


def _said(passage: Passage) -> Iterator[tuple[int, int]]:
    for sentence, segment in zip(passage.sentences, passage.segments, strict=True):
        if segment not in NOT_SAID:
            yield sentence.start, sentence.end


def _is_speech(passage: Passage, at: int) -> bool:
    return any(start <= at < end for start, end in passage.speech)


def _is_south(case: Case) -> bool | None:
    """Whether the readers live south of the equator; None where some do and some do not."""
    audience = case.sequence.audience
    if not _BOTH.isdisjoint(audience.regions):
        return None
    south = {region.partition("-")[0] in _SOUTH for region in audience.regions}
    south = south or {zone.startswith(_SOUTHERN_ZONES) for zone in audience.timezones}
    return None if len(south) > 1 else True in south


def _quoted(spot: Spot) -> str:
    return f'"{" ".join(spot.quote.split())}"'
