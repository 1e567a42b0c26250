"""The words that a salesperson uses for what a run speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.terminal import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadence_lint.run import SequenceResult, Step

CHANNELS = {"linkedin": "LinkedIn", "sms": "SMS", "mail": "letter"}
SEGMENTS = {"exec": "executives", "mid": "mid-market", "smb": "small business"}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEK = len(_DAYS)
_RUN = 3
"""How many days in a row are shorter as `Monday to Wednesday`."""


def step_words(step: Step) -> str:
    """A touch: `step 3 · day 5 · email`."""
    channel = CHANNELS.get(step.channel, step.channel)
    if step.action:
        channel += f" {step.action}"
    parts = [f"step {step.number}", channel]
    if step.day is not None:
        parts.insert(1, f"day {step.day:g}")
    if step.label:
        parts.append(one_line(step.label))
    return " · ".join(parts)


def assumed_words(assumed: Mapping[str, str]) -> str:
    """What was taken for granted: `cold, mid-market, Monday to Friday`."""
    words = []
    if relationship := assumed.get("relationship"):
        words.append(relationship)
    if segment := assumed.get("segment"):
        words.append(SEGMENTS.get(segment, segment))
    if (purpose := assumed.get("purpose", "sales")) != "sales":
        words.append(purpose)
    if region := assumed.get("region"):
        words.append(region)
    if days := assumed.get("send_days"):
        words.append(days_words(days.split(", ")))
    return one_line(", ".join(words))


def days_words(short: list[str]) -> str:
    """Days of the week, `mon`, `tue`, in words."""
    numbers = [
        number
        for name in short
        for number, day in enumerate(_DAYS)
        if day[:3].lower() == name[:3].lower()
    ]
    if len(numbers) == _WEEK:
        return "every day"
    first, last = numbers[0] if numbers else 0, numbers[-1] if numbers else 0
    if len(numbers) >= _RUN and numbers == list(range(first, last + 1)):
        return f"{_DAYS[first]} to {_DAYS[last]}"
    return listed([_DAYS[number] for number in numbers])


def listed(names: list[str]) -> str:
    """Words in a row: `a`, `a and b`, `a, b and c`."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def audience_words(sequence: SequenceResult) -> str:
    """Whom the file says that it is for; nothing where it does not say."""
    words = [sequence.persona] if sequence.persona else []
    if "relationship" not in sequence.assumed:
        words.append(sequence.relationship)
    if "segment" not in sequence.assumed:
        words.append(SEGMENTS.get(sequence.segment, sequence.segment))
    return one_line(", ".join(word for word in words if word))


def steps_words(sequence: SequenceResult) -> str:
    """How many steps there are, and when."""
    count = len(sequence.steps)
    said = f"{count} step{'' if count == 1 else 's'}"
    days = [step.day for step in sequence.steps if step.day is not None]
    if not days:
        return said
    if len(set(days)) == 1:
        return f"{said} on day {days[0]:g}"
    return f"{said} from day {min(days):g} to day {max(days):g}"


def verdict_words(sequence: SequenceResult) -> str:
    """The band of the score."""
    return sequence.score.band if sequence.score else "no copy"


def file_words(path: str) -> str:
    """A file as people know it."""
    return "standard input" if path == "-" else one_line(path)
