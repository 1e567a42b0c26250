"""The words that a salesperson uses for what a run speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.terminal import one_line, width_of, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from cadence_lint.finding import Severity
    from cadence_lint.linting.results import SequenceResult, Step
    from cadence_lint.output.terminal import Look
    from cadence_lint.score import Cost

MARKS: Mapping[Severity, str] = {"error": "✗", "warning": "•", "info": "◦"}
COLORS: Mapping[Severity, str] = {"error": "red", "warning": "yellow", "info": "cyan"}
BANDS: Mapping[str, str] = {"ready": "green", "fix first": "yellow", "do not send": "red"}
"""The colours of what the score says in words."""

_THOUGHT, _EVENT = "reader thinks", "what happens"
_AUTHORITIES = {"consent": "by law", "structure": "in the file"}
"""What speaks in rules that are no reader's business, by their families."""
_SEEN = frozenset({"channels", "frequency", "timing"})
"""The families of rules about what reaches the reader when, and how often."""
_MYSELF = frozenset({"I", "me", "my", "mine", "myself"})
_THE_READER = frozenset({"reader", "readers"})

CHANNELS = {"linkedin": "LinkedIn", "sms": "SMS", "mail": "letter"}
SEGMENTS = {"exec": "executives", "mid": "mid-market", "smb": "small business"}
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEK = len(_DAYS)
_RUN = 3
"""How many days in a row are shorter as `Monday to Wednesday`."""


def head(sequence: SequenceResult, verdict: str, look: Look, but: str = "") -> list[str]:
    """What a sequence is called, its verdict, and whom it is for, as the screen's first lines.

    `but` is what has to be added to the verdict.
    """
    shown = look.paint("bold", look.paint(BANDS.get(verdict, "dim"), verdict)) + but
    name = file_words(sequence.name)
    gap = look.width - width_of(name) - width_of(verdict + but)
    if gap > 1:
        lines = [look.paint("bold", name) + " " * gap + shown]
    else:
        lines = [*(look.paint("bold", line) for line in wrap(name, look.width)), shown]
    about = (audience_words(sequence), steps_words(sequence))
    lines += wrap(" · ".join(part for part in about if part), look.width)
    file = file_words(sequence.file)
    if file != name:
        lines += (look.paint("dim", line) for line in wrap(file, look.width))
    return lines


def family(rule: str) -> str:
    """What a rule is about: the folder that its file is in."""
    return rule.partition("/")[0]


def voice(rule: str, message: str) -> str:
    """What stands before a rule's message: whose word it is.

    What says "I" is the reader's thought. What is wrong with a plan, the reader sees; what is wrong
    with a file, they never do. Of copy all else is thought too, unless it speaks of the reader.
    """
    about = family(rule)
    if about in _AUTHORITIES:
        return _AUTHORITIES[about]
    own = _own_words(message)
    if own & _MYSELF:
        return _THOUGHT
    if about in _SEEN:
        return "reader sees"
    return _EVENT if own & _THE_READER else _THOUGHT


def _own_words(message: str) -> set[str]:
    """The words of a message without those that it quotes."""
    unquoted = " ".join(message.replace("“", '"').replace("”", '"').split('"')[::2])
    return {word.strip(".,:;?!()") for word in unquoted.replace("'", " ").split()}


def channel_words(channel: str) -> str:
    """A channel as people call it."""
    return CHANNELS.get(channel, channel)


def segment_words(segment: str) -> str:
    """How large the reader's company is, or that the reader leads it."""
    return SEGMENTS.get(segment, segment)


def date_words(day: date) -> str:
    """A date: `4 Dec`."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def weekday_words(day: int) -> str:
    """A day of the week, Monday is 0."""
    return _DAYS[day]


def step_words(step: Step) -> str:
    """A touch: `step 3 · day 5 · email`; with a start, `step 3 · day 5, Fri 4 Dec · email`."""
    channel = channel_words(step.channel)
    if step.action:
        channel += f" {step.action}"
    parts = [f"step {step.number}", channel]
    if step.day is not None:
        day = f"day {step.day:g}"
        if step.date is not None:
            day += f", {weekday_words(step.date.weekday())[:3]} {date_words(step.date)}"
        parts.insert(1, day)
    if step.label:
        parts.append(one_line(step.label))
    return " · ".join(parts)


def assumed_words(assumed: Mapping[str, str]) -> str:
    """What was taken for granted: `cold, mid-market, Monday to Friday`."""
    words = []
    if relationship := assumed.get("relationship"):
        words.append(relationship)
    if segment := assumed.get("segment"):
        words.append(segment_words(segment))
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
        words.append(segment_words(sequence.segment))
    if "region" not in sequence.assumed:
        words += sequence.room.regions
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
    day = "day" if sequence.days_in_week == _WEEK else "working day"
    return f"{said} from {day} {min(days):g} to {max(days):g}"


def cost_words(cost: Cost, summary: str) -> str:
    """What a cost is for, how often, and where: `A vague claim (2 times: steps 1 and 4)`."""
    where = ""
    if cost.touches:
        numbers = listed([str(number) for number in cost.touches])
        where = f"step{'s' if len(cost.touches) > 1 else ''} {numbers}"
    often = "to a degree" if not cost.findings else f"{cost.findings} times"
    said = [often] if cost.findings != 1 else []
    said += [where] if where else []
    return f"{summary} ({': '.join(said)})" if said else summary


def verdict_words(sequence: SequenceResult, *, is_whole: bool = True) -> str:
    """The band of the score; nothing is called ready of which a part could not be read."""
    if sequence.score is None:
        return "not judged"
    if sequence.score.band == "ready" and not is_whole:
        return "read in part"
    return sequence.score.band


def file_words(path: str) -> str:
    """A file as people know it."""
    return "pasted text" if path == "-" else one_line(path)
