"""What arrives at the reader's: what the phone shows of each step, threads together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.timeline.model import Entry, Thread, Version
from cadence_lint.timeline.seen import preview, seen
from cadence_lint.timeline.sender import sender_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cadence_lint.sequence import Message, Sequence, Touch
    from cadence_lint.timeline.model import Moment

_REPLY = regex(r"(?i)(?:re|fwd?|aw|wg|sv|antw|tr|ref)\s*:\s*")
_NO_SUBJECT = "(no subject)"
_EARLIER = "(an earlier email)"
_LINKEDIN: Mapping[str | None, str] = {
    "connect": "{} would like to connect",
    "inmail": "{} sent you an InMail",
    "view": "{} viewed your profile",
    "like": "{} liked your post",
    "comment": "{} commented on your post",
}
_OTHERS = {
    "email": "{}",
    "sms": "Text message from {number}",
    "video": "{} sent you a video",
    "mail": "A letter from {}",
    "other": "{} gets in touch",
}


def inbox_of(sequence: Sequence, moments: Iterable[Moment]) -> tuple[Thread, ...]:
    """What arrives, in order; an email that goes on in a thread stands with it."""
    sender = sender_of(sequence)
    threads: list[list[Entry]] = []
    latest: list[Entry] | None = None
    for moment, touch in zip(moments, sequence.touches, strict=True):
        if touch.channel == "task":
            continue
        is_reply = touch.channel == "email" and touch.thread == "reply"
        opener = latest[0].versions if latest else ()
        versions = tuple(_version(message, touch, opener) for message in touch.messages)
        is_silent = sequence.has_copy and _is_silent(touch)
        headline = _headline(touch, sequence, sender)
        entry = Entry(moment, sender, headline, versions, is_silent)
        if is_reply and latest is not None:
            latest.append(entry)
            continue
        threads.append([entry])
        if touch.channel == "email":
            latest = threads[-1]
    return tuple(Thread(tuple(entries)) for entries in threads)


def _headline(touch: Touch, sequence: Sequence, sender: str) -> str:
    is_known = sequence.audience.relationship == "customer"
    number = sender if is_known else "an unknown number"
    if touch.channel == "call":
        return f"Missed call from {number}"
    if touch.channel == "linkedin":
        return _LINKEDIN.get(touch.action, "{} sent you a message").format(sender)
    return _OTHERS[touch.channel].format(sender, number=number)


def _is_silent(touch: Touch) -> bool:
    """Whether a call leaves no voicemail, or a request to connect no note."""
    if touch.channel == "call":
        return not touch.says("voicemail")
    return touch.action == "connect" and not touch.has_copy and not touch.manual


def _version(message: Message, touch: Touch, opener: tuple[Version, ...]) -> Version:
    return Version(
        message.variant,
        _subject(message, touch, opener),
        preview(message.body),
        seen(message.voicemail),
        preview(message.script),
    )


def _subject(message: Message, touch: Touch, opener: tuple[Version, ...]) -> str:
    own = seen(message.subject)
    if touch.channel != "email":
        return own
    if touch.thread != "reply":
        return own or (_NO_SUBJECT if message.body is not None else "")
    named = {version.name: version.subject for version in reversed(opener)}
    first = opener[0].subject if opener else _EARLIER
    about = own or named.get(message.variant, first)
    while found := _REPLY.match(about):
        about = about[found.end() :]
    return f"Re: {about}" if about else ""
