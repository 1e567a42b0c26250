"""Timelines as one JSON object for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cadence_lint.output.json import FORMAT_VERSION, inert
from cadence_lint.output.timeline.text import time_words
from cadence_lint.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadence_lint.finding import Finding
    from cadence_lint.timeline import Day, Entry, Moment, Timeline, Version, Week


def render(timelines: Iterable[Timeline]) -> str:
    """One object, indented, with nothing in it that a terminal would obey."""
    told = {
        "version": FORMAT_VERSION,
        "tool": {"name": "cadence-lint", "version": VERSION},
        "timelines": [_timeline(timeline) for timeline in timelines],
    }
    return inert(json.dumps(told, indent=2, ensure_ascii=False)) + "\n"


def _timeline(timeline: Timeline) -> dict[str, Any]:
    sequence = timeline.sequence
    return {
        "sequence": sequence.name,
        "sequence_id": sequence.id,
        "file": sequence.file,
        "line": sequence.line,
        "start": timeline.start and timeline.start.isoformat(),
        "timezones": list(timeline.zones),
        "days_in_week": sequence.days_in_week,
        "score": sequence.score.points if sequence.score else None,
        "band": sequence.score.band if sequence.score else None,
        "weeks": [_week(week) for week in timeline.weeks],
        "unplaced": [_moment(moment) for moment in timeline.unplaced],
        "findings": _findings(timeline.findings),
        "inbox": [[_entry(entry) for entry in thread.entries] for thread in timeline.inbox],
    }


def _week(week: Week) -> dict[str, Any]:
    return {
        "week": week.number,
        "contacts": week.contacts,
        "crowded": week.crowded,
        "days": [_day(day) for day in week.days],
    }


def _day(day: Day) -> dict[str, Any]:
    return {
        "day": day.number,
        "date": day.date and day.date.isoformat(),
        "marks": [mark._asdict() for mark in day.marks],
        "crowded": day.crowded,
        "touches": [_moment(moment) for moment in day.moments],
    }


def _moment(moment: Moment) -> dict[str, Any]:
    step = moment.step
    return {
        "touch": step.number,
        "channel": step.channel,
        "action": step.action,
        "label": step.label,
        "line": step.line,
        "time": _time(moment),
        "elsewhere": [
            {"timezone": zone, "times": [time_words(minute) for minute in minutes]}
            for zone, minutes in moment.elsewhere
        ],
        "noticed": step.is_noticed,
        "findings": _findings(moment.findings),
    }


def _time(moment: Moment) -> str | None:
    return None if moment.minute is None else time_words(moment.minute)


def _findings(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    return [
        {
            "rule": finding.rule,
            "severity": finding.severity,
            "message": finding.message,
            "advice": finding.advice,
        }
        for finding in findings
    ]


def _entry(entry: Entry) -> dict[str, Any]:
    step = entry.moment.step
    return {
        "touch": step.number,
        "channel": step.channel,
        "action": step.action,
        "day": step.day,
        "date": step.date and step.date.isoformat(),
        "time": _time(entry.moment),
        "sender": entry.sender,
        "headline": entry.headline,
        "versions": [_version(version) for version in entry.versions],
    }


def _version(version: Version) -> dict[str, Any]:
    said = version._asdict()
    return {"variant": said.pop("name"), **said}
