"""The words in which every drawing of a timeline speaks of its days and steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output import words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cadence_lint.linting.results import Step
    from cadence_lint.timeline import Day, Entry, Mark, Moment, Timeline, Version, Week

UNPLACED = "on no known day"
"""Above steps whose day the file does not say."""
_SHORT = 3
_WEEK = 7


def time_words(minute: int) -> str:
    """A time of day: `09:30`."""
    return f"{minute // 60:02}:{minute % 60:02}"


def weekday_short(date: date) -> str:
    """A day of the week: `Tue`."""
    return words.weekday_words(date.weekday())[:_SHORT]


def column_words(date: date) -> str:
    """A date that stands below others: `Tue  1 Dec`."""
    number, month = words.date_words(date).split()
    return f"{weekday_short(date)} {number:>2} {month}"


def zone_words(zone: str) -> str:
    """A time zone by its city: `New York`."""
    return zone.rpartition("/")[2].replace("_", " ")


def day_words(day: Day, unit: str = "day") -> str:
    """A day: `Tue 1 Dec`, or `day 3` where it has no date."""
    if day.date is None:
        return f"{unit} {day.number}"
    return f"{weekday_short(day.date)} {words.date_words(day.date)}"


def when_words(moment: Moment) -> str:
    """When a step lands: `Tue 1 Dec, 09:30`; nothing where the file does not say."""
    return ", ".join(part for part in (landing_words(moment.step), _minute(moment)) if part)


def landing_words(step: Step) -> str:
    """The day on which a step lands: `Tue 1 Dec`, `day 3`, or nothing."""
    if step.date is not None:
        return f"{weekday_short(step.date)} {words.date_words(step.date)}"
    return "" if step.day is None else f"day {step.day:g}"


def _minute(moment: Moment) -> str:
    return "" if moment.minute is None else time_words(moment.minute)


def elsewhere_words(moment: Moment) -> str:
    """The time in the reader's other time zones: `03:30 in New York`."""
    return ", ".join(
        f"{' or '.join(map(time_words, minutes))} in {zone_words(zone)}"
        for zone, minutes in moment.elsewhere
    )


def marks_words(marks: Iterable[Mark]) -> str:
    """What is special about a day: `Christmas Day (DE, US), weekend, year-end close`."""
    named: dict[str, list[str]] = {}
    for mark in marks:
        named.setdefault(mark_words(mark), []).extend([mark.region] if mark.region else [])
    return ", ".join(
        f"{name} ({', '.join(regions)})" if regions else name for name, regions in named.items()
    )


def mark_words(mark: Mark) -> str:
    """What is special about a day, wherever it is so."""
    if mark.kind == "weekend":
        return "weekend" if mark.name in ("Saturday", "Sunday") else "day off"
    return mark.name


def week_words(week: Week) -> str:
    """A week: `week 1 · 30 Nov to 6 Dec`."""
    first, last = week.days[0].date, week.days[-1].date
    if first is None or last is None:
        return f"week {week.number}"
    return f"week {week.number} · {words.date_words(first)} to {words.date_words(last)}"


def contacts_words(week: Week) -> str:
    """How much arrives in a week: `6 contacts, crowded`."""
    count = week.contacts
    said = f"{count} contact{'' if count == 1 else 's'}" if count else "nothing that they notice"
    return f"{said}, crowded" if week.crowded else said


def quiet_words(first: int, last: int) -> str:
    """The weeks in which nothing arrives: `weeks 2 to 4 · nothing`."""
    return f"week {first} · nothing" if first == last else f"weeks {first} to {last} · nothing"


def gaps(weeks: Iterable[Week]) -> dict[int, tuple[int, int]]:
    """The weeks without anything, by the number of the week that comes after them."""
    found: dict[int, tuple[int, int]] = {}
    expected = 1
    for week in weeks:
        if week.number > expected:
            found[week.number] = (expected, week.number - 1)
        expected = week.number + 1
    return found


def verdict_words(timeline: Timeline) -> str:
    """What the score says in words."""
    return words.verdict_words(timeline.sequence, is_whole=timeline.is_whole)


def unit_words(timeline: Timeline) -> str:
    """What the days of a plan without dates are: `day`, or `workday`."""
    return "day" if timeline.sequence.days_in_week == _WEEK else "workday"


def what_words(entry: Entry) -> str:
    """What a step is: its subject, what it leaves behind, or how its text begins."""
    step, version = entry.moment.step, entry.versions[0] if entry.versions else None
    if step.channel == "call":
        said = "voicemail" if version and version.voicemail else ""
        return "no voicemail" if entry.is_silent else said
    if version and version.subject:
        return version.subject
    if step.channel == "linkedin":
        return step.action or "message"
    return version.preview if version else step.label or ""


def differing(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    """The versions that show something else than those before them."""
    shown: dict[tuple[str, ...], Version] = {}
    for each in versions:
        key = (each.subject, each.preview, each.voicemail, each.script)
        shown.setdefault(key, each)
    return tuple(shown.values())
