"""What a touch does on LinkedIn, where the file does not say.

A file often says just "linkedin". What could be a request to connect passes for one: a touch
without copy, or with a note that fits into one. With a subject it is an InMail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cadence_lint.sequence import Action, Touch

LONGEST_NOTE = 300
"""Characters that a request to connect can carry."""


def linkedin_action(touch: Touch, longest_note: int = LONGEST_NOTE) -> Action | None:
    """What a touch does on LinkedIn, as far as that can be told; None on other channels."""
    if touch.channel != "linkedin" or touch.action is not None:
        return touch.action
    if any(message.subject for message in touch.messages):
        return "inmail"
    notes = [message.body.value.strip() for message in touch.messages if message.body]
    return "message" if any(len(note) > longest_note for note in notes) else "connect"
