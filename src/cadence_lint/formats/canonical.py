"""Keys and values to a sequence: the one place where the names of `keys` get their meaning.

Every format's reader hands over the same tree, with our keys or any of their aliases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadence_lint.formats import keys, values
from cadence_lint.formats.header import Listing, read_header
from cadence_lint.formats.intake import Intake, Keys, is_blank
from cadence_lint.formats.messages import read_messages
from cadence_lint.formats.values import Way
from cadence_lint.patterns import regex
from cadence_lint.record import Record
from cadence_lint.sequence import Sequence, Touch, number_touches
from cadence_lint.source.tree import Items, Mapping

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadence_lint.source import Span
    from cadence_lint.source.tree import Entry

_MOST_TOUCHES = 500
"""Touches of one sequence: nobody plans more, and aliases write so many in a few lines."""
_NUMBER = regex(r"\d{1,9}(?:\.\d{1,9})?")


def build(intake: Intake, listing: Listing, format_name: str) -> Sequence:
    """Make a sequence of a list of touches; the intake keeps what could not be taken."""
    sequence = read_header(intake, listing, format_name)
    _fault_other_lists(intake, listing)
    drafts = _in_steps(_gather_variants(_drafts(intake, listing.items)))
    touches = _resolve_days(intake, drafts)
    _remark_days_going_back(intake, touches)
    return sequence._replace(
        touches=_resolve_threads(number_touches(touches)), remarks=intake.take_remarks()
    )


def _fault_other_lists(intake: Intake, listing: Listing) -> None:
    line = intake.source.line_of(listing.about.start)
    for key in listing.others:
        message = (
            f"{values.shown(key.value)} lists touches too, and only those on line {line} are read:"
            " put them into one list"
        )
        intake.fault(message, key.span)


class _Draft(Record):
    """A touch, with what is needed until its place in the order is known."""

    touch: Touch
    delay: float | None
    step: float | None
    is_variant: bool
    """Whether it is another version of the touch with the same step, if there is one."""


def _drafts(intake: Intake, items: Items) -> list[_Draft]:
    """The enabled touches of a list, in the order of the file."""
    drafts: list[_Draft] = []
    for item in items.items[:_MOST_TOUCHES]:
        if isinstance(item, Mapping):
            if not intake.may_add_message(item.span):
                break
            found = intake.keys(item, keys.TOUCH_NAMES)
            if intake.value(found.get("enabled"), values.is_yes) is not False:
                drafts.append(_draft(intake, item, found))
        elif not is_blank(item):
            message = "a touch is keys with values, such as `- day: 3` and `channel: call`"
            intake.fault(message, item.span)
    if len(items.items) > _MOST_TOUCHES:
        message = (
            f"more than {_MOST_TOUCHES} touches in one sequence; the rest is not read:"
            " split it into several"
        )
        intake.fault(message, items.items[_MOST_TOUCHES].span)
    return drafts


def _draft(intake: Intake, item: Mapping, found: Keys) -> _Draft:
    way, label = _way(intake, found)
    step = found.get("step")
    touch = Touch(
        channel=way.channel,
        span=item.span,
        about=_first_key(item),
        action=way.action,
        label=label,
        day=intake.value(found.get("day"), values.read_day),
        minute=intake.value(found.get("time"), values.read_time),
        thread=_thread(intake, found),
        manual=intake.value(found.get("manual"), values.is_yes) or False,
        messages=read_messages(intake, found, way),
        places=found.places,
    )
    return _Draft(
        touch,
        delay=_delay(intake, found.get("delay")),
        step=intake.value(step, _read_step),
        is_variant=found.get("variant") is not None,
    )


def _first_key(item: Mapping) -> Span:
    """A touch's first key; the touch itself where it takes all of its keys from elsewhere."""
    spans = (entry.key.span for entry in item.entries.values())
    return next((span for span in spans if item.span.holds(span)), item.span)


# The channel


def _way(intake: Intake, found: Keys) -> tuple[Way, str | None]:
    """The channel and action of a touch, and its label where `type` is a purpose."""
    way: Way | None = None
    label = intake.plain(found.get("label"))
    for entry in found.all("channel"):
        word = intake.plain(entry)
        if word is None:
            continue
        if way is None and (_is_channel_key(entry) or values.is_channel_word(word)):
            way = intake.value(entry, values.read_channel) or Way("other")
        elif way and way.channel == "linkedin" and not way.action and values.read_action(word):
            way = way._replace(action=values.read_action(word))
        else:
            label = label or word
    return _with_action(intake, found, way, label)


def _with_action(
    intake: Intake, found: Keys, way: Way | None, label: str | None
) -> tuple[Way, str | None]:
    """Under `action` people write what is done, on any channel, or the channel itself."""
    word = intake.plain(found.get("action"))
    if word is None:
        return way or _unsaid_way(found), label
    if way is None and values.is_channel_word(word, surely=True):
        return values.read_channel(word), label
    way = way or _unsaid_way(found)
    action = values.read_action(word) if way.channel == "linkedin" else None
    return (way._replace(action=action), label) if action else (way, label or word)


def _unsaid_way(found: Keys) -> Way:
    """The channel of a touch that names none: an email, if it is not what is said on the phone."""
    is_spoken = found.get("script") or found.get("voicemail")
    is_written = found.get("subject") or found.get("body") or found.get("variants")
    return Way("call") if is_spoken and not is_written else Way("email")


def _is_channel_key(entry: Entry) -> bool:
    return keys.fold(entry.key.value) == "channel"


def _thread(intake: Intake, found: Keys) -> Literal["new", "reply"] | None:
    for entry in found.all("thread"):
        is_reply = intake.value(entry, values.is_reply)
        if is_reply is None:
            continue
        if keys.fold(entry.key.value) == "newthread":
            is_reply = not is_reply
        return "reply" if is_reply else "new"
    return None


# Days


def _delay(intake: Intake, entry: Entry | None) -> float | None:
    name = keys.fold(entry.key.value) if entry else ""
    unit = "h" if "hour" in name else "m" if "minute" in name else ""
    return intake.value(entry, lambda word: values.read_delay(word, unit))


def _read_step(word: str) -> float | None:
    found = _NUMBER.search(word)
    return float(found[0]) if found else None


def _gather_variants(drafts: Iterable[_Draft]) -> list[_Draft]:
    """Items that repeat a step's number with another `variant` are one touch."""
    gathered: list[_Draft] = []
    at: dict[tuple[float, str], int] = {}
    for draft in drafts:
        key = (draft.step or 0.0, draft.touch.channel)
        first = at.get(key) if draft.step is not None and draft.is_variant else None
        if first is not None:
            touch = gathered[first].touch
            messages = touch.messages + draft.touch.messages
            gathered[first] = gathered[first]._replace(touch=touch._replace(messages=messages))
            continue
        if draft.step is not None:
            at[key] = len(gathered)
        gathered.append(draft)
    return gathered


def _in_steps(drafts: list[_Draft]) -> list[_Draft]:
    """Touches in the order of their numbers, where all have one."""
    if any(draft.step is None for draft in drafts):
        return drafts
    return sorted(drafts, key=lambda draft: draft.step or 0.0)


def _resolve_days(intake: Intake, drafts: list[_Draft]) -> list[Touch]:
    """Give each touch its absolute day; a delay counts from the touch before."""
    touches: list[Touch] = []
    before = _start_of_delays(drafts)
    for index, draft in enumerate(drafts):
        touch, delay = draft.touch, draft.delay
        by_delay = before + delay if before is not None and delay is not None else None
        if touch.day is None:
            is_first = index == 0 and delay is None
            touch = touch._replace(day=before if is_first else by_delay)
        elif by_delay is not None and index and int(touch.day) != int(by_delay):
            days = {"day": _day(touch.day), "by_delay": _day(by_delay)}
            intake.remark("mixed-timing", touch.place_of("delay"), **days)
        touches.append(touch)
        before = touch.day
    return touches


def _start_of_delays(drafts: list[_Draft]) -> float | None:
    """The day from which the first delay counts: day 1, or day 0 in a file that has one."""
    if all(draft.delay is None for draft in drafts):
        return None
    return min([1.0, *(draft.touch.day for draft in drafts if draft.touch.day is not None)])


def _remark_days_going_back(intake: Intake, touches: list[Touch]) -> None:
    above: Touch | None = None
    for touch in touches:
        if touch.day is None or "day" not in touch.places:
            continue
        if above and above.day is not None and touch.day < above.day:
            days = {"day": _day(touch.day), "before": _day(above.day)}
            intake.remark("day-goes-back", touch.place_of("day"), **days)
        above = touch


def _day(day: float) -> str:
    return f"{day:g}"


# Threads


def _resolve_threads(touches: tuple[Touch, ...]) -> tuple[Touch, ...]:
    """An email after the first without a subject of its own goes on in the thread before it."""
    resolved: list[Touch] = []
    is_first = True
    for touch in touches:
        if touch.channel == "email":
            if touch.thread is None:
                is_reply = not (is_first or _has_subject(touch))
                touch = touch._replace(thread="reply" if is_reply else "new")
            is_first = False
        resolved.append(touch)
    return tuple(resolved)


def _has_subject(touch: Touch) -> bool:
    return any(m.subject is not None and m.subject.value.strip() for m in touch.messages)
