"""The lanes of a calendar on the screen: a column for each channel, or one for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output import words
from cadence_lint.output.terminal import padded
from cadence_lint.output.timeline.text import time_words

if TYPE_CHECKING:
    from cadence_lint.output.terminal import Look
    from cadence_lint.timeline import Moment, Timeline

STEP, UNSEEN, NOTHING = "●", "○", "·"
_TIME, _GAP = 5, 2
"""Columns for a time of day, and between two lanes."""
_FEWEST = 28
"""Columns that the words beside the lanes must have, or one lane stands for all."""


class Lanes:
    """Which columns there are, and what stands in them."""

    def __init__(self, timeline: Timeline, room: int) -> None:
        self.has_times = any(moment.minute is not None for moment in timeline.moments)
        self._sign_width = _TIME if self.has_times else 1
        names = [words.channel_words(channel) for channel in timeline.channels]
        self._lanes = {name: max(len(name), self._sign_width) + _GAP for name in names}
        self.width = sum(self._lanes.values())
        self.is_one = room - self.width < _FEWEST
        if self.is_one:
            self.width = self._sign_width + 1 + max(map(len, names), default=0) + _GAP

    def head(self) -> str:
        """The names of the channels; nothing where each step has its own beside it."""
        return "".join(
            padded(name, width) for name, width in self._lanes.items() if not self.is_one
        )

    def empty(self, look: Look, blank: str) -> str:
        """The lanes of a day without steps."""
        if self.is_one:
            return _painted(look, "dim", blank, self.width)
        return "".join(_painted(look, "dim", blank, width) for width in self._lanes.values())

    def with_step(self, look: Look, moment: Moment) -> str:
        """The lanes of a row with a step in one of them."""
        own, sign = words.channel_words(moment.step.channel), _sign(moment)
        if self.is_one:
            said = f"{padded(sign, self._sign_width)} {own}"
            return _painted(look, "bold", said, self.width)
        return "".join(
            _painted(look, "bold", sign, width)
            if name == own
            else _painted(look, "dim", NOTHING, width)
            for name, width in self._lanes.items()
        )


def _painted(look: Look, style: str, said: str, width: int) -> str:
    """Some words in a colour, and the space after them in none."""
    shown = look.paint(style, said) if said.strip() else said
    return shown + " " * (width - len(said))


def _sign(moment: Moment) -> str:
    """What stands for a step in its lane: the time, if it has one."""
    if not moment.step.is_noticed:
        return UNSEEN
    return STEP if moment.minute is None else time_words(moment.minute)
