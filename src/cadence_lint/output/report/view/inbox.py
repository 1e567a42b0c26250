"""What the reader's phone shows, in the order in which it arrives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.report.view.markup import Html, el
from cadence_lint.output.words import channel_words

if TYPE_CHECKING:
    from cadence_lint.timeline import Entry, Thread, Timeline, Version


def inbox(timeline: Timeline | None) -> Html | None:
    """The threads, each with what belongs to it."""
    if timeline is None or not timeline.inbox:
        return None
    return el("ol.inbox", [_thread(each) for each in timeline.inbox], role="list")


def _thread(thread: Thread) -> Html:
    return el("li", [_entry(entry) for entry in thread.entries])


def _entry(entry: Entry) -> Html:
    step = entry.moment.step
    day = f"day {step.day:g}" if step.day is not None else ""
    return el(
        "div.entry",
        el(
            "p.from",
            el("b", entry.headline),
            el("span.when", f"{channel_words(step.channel)} · {day}" if day else step.channel),
        ),
        [_version(each) for each in entry.versions],
    )


def _version(each: Version) -> Html:
    return el(
        "div.version",
        el("p.variant", f"Version {each.name}") if each.name else None,
        el("p.subject", each.subject) if each.subject else None,
        el("p.preview", each.preview) if each.preview else None,
        el("p.preview", f"“{each.script}”") if each.script else None,
        el("p.preview", "Voicemail: ", f"“{each.voicemail}”") if each.voicemail else None,
    )
