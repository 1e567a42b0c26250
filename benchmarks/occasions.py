"""A labelled message on its occasion: the sequence in which its reader gets it.

A voicemail is left on a call, a note goes with a request to connect, and a follow-up has an email
before it. What the label does not say is assumed as for a stranger: one email to somebody cold.
The touches around the message hold no copy, so that nothing but the message is judged.
"""

from __future__ import annotations

import re
from typing import Any

Row = dict[str, Any]

_PURPOSES = {
    "renewal": "renewal",
    "nurture": "nurture",
    "recruiting": "recruiting",
    "fundraising": "fundraising",
    "partnership": "partnership",
    "press": "press",
}
_KNOWN_BY_OCCASION = {"renewal": "customer", "nurture": "warm", "reply": "inbound"}
_EARLIER = {"follow-up": [1], "reply": [1], "breakup": [1, 4]}
"""On which days the reader was written to before, by the occasion of a message."""
_DAYS_BETWEEN = 4
_LONGEST_NOTE = 300
_REPLY = re.compile(r"\s*(?:(?:re|fwd?)\s*:\s*)+", re.IGNORECASE)


def as_sequence(row: Row, purpose: str | None = None) -> dict[str, object]:
    """The sequence in which a message goes out; consent is the file's matter, and there."""
    occasion = row.get("touch") or "first"
    relationship = row.get("relationship") or _KNOWN_BY_OCCASION.get(occasion, "cold")
    purpose = purpose or _PURPOSES.get(occasion)
    message = _message(row, occasion)
    earlier = _EARLIER.get(occasion, [])
    before = [_before(message, day) for day in earlier]
    if message["channel"] == "linkedin" and message["action"] == "message":
        before = [{"day": 1, "channel": "linkedin", "action": "connect"}]
        earlier = earlier or [1]
    message["day"] = earlier[-1] + _DAYS_BETWEEN if earlier else 1
    plan: dict[str, object] = {
        "audience": {"relationship": relationship},
        "consent": "express",
        "touches": [*before, message],
    }
    return {"purpose": purpose, **plan} if purpose else plan


def as_cold_email(row: Row, purpose: str | None = None) -> dict[str, object]:
    """The sequence that a stranger would make of it: one email to somebody cold."""
    touch = {"channel": "email", "subject": row.get("subject"), "body": row["body"]}
    plan: dict[str, object] = {"audience": {"relationship": "cold"}}
    if purpose:
        plan["purpose"] = purpose
    plan["touches"] = [{key: value for key, value in touch.items() if value is not None}]
    return plan


def _message(row: Row, occasion: str) -> dict[str, Any]:
    """The touch that holds the message itself."""
    channel, body = row.get("channel") or "email", row["body"]
    if channel == "voicemail":
        return {"channel": "call", "voicemail": body}
    if channel == "call":
        return {"channel": "call", "script": body}
    touch = {"channel": channel, "body": body}
    if row.get("subject"):
        touch["subject"] = row["subject"]
    if channel == "linkedin":
        is_note = occasion != "follow-up" and len(body) <= _LONGEST_NOTE
        is_inmail = occasion == "inmail" or "subject" in touch
        touch["action"] = "inmail" if is_inmail else "connect" if is_note else "message"
    elif channel == "email" and occasion in _EARLIER and "subject" not in touch:
        touch["thread"] = "reply"
    return touch


def _before(message: Row, day: int) -> dict[str, object]:
    """A touch before it, of which only that it went out is known, and what a reply answers."""
    touch: dict[str, object] = {"day": day, "channel": message["channel"]}
    subject = message.get("subject") or ""
    if _REPLY.match(subject):
        touch["subject"] = _REPLY.sub("", subject, count=1)
    return touch
