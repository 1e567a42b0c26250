"""Sentences as they are judged, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.reading import Passage
from cadence_lint.reading.facts.judgement import Judgement
from cadence_lint.reading.phrases import Phrase, PhraseBook, PhraseList
from cadence_lint.reading.phrases.index import build_index
from tests.builders import text

if TYPE_CHECKING:
    from cadence_lint.reading.facts.saying import Saying
    from cadence_lint.sequence import Part

_LISTS = {
    "offers": ("happy to send", "i'll send", "i will send", "shall i send"),
    "shares-resource": ("here is", "attached is"),
    "observes": ("i saw", "i read", "read your", "hear you're", "noticed"),
    "flatters": ("impressed by", "love what you", "your outstanding expertise"),
    "finds-reader": ("while surfing",),
    "introduces-sender": ("i'm a freelance",),
    "serves-sender": ("place a link to", "guest post"),
    "teases": ("a simple proposition",),
    "asks-for-meeting": ("quick call", "minutes"),
    "claims": ("the best",),
    "asks-leave": ("bad moment", "half a minute", "hang up"),
    "asks-who-answers": ("is this <name> <end>", "are you the person"),
    "phone-cliche": ("how are you [today] <end>", "what's the weather like over in <any> <end>"),
    "pitches": ("we print", "i'm selling"),
    "thanks-reader": ("thank you for the cake",),
    "says-goodbye": ("my last note",),
    "recounts-talk": ("our meeting about your", "our chat your"),
    "names-referrer": ("<name> suggested i write", "<any> gave me your name"),
}
PHRASES = PhraseBook.from_index(
    build_index({name: PhraseList(tuple(map(Phrase, phrases))) for name, phrases in _LISTS.items()})
)


def passage(value: str, *own_names: str, part: Part = "body") -> Passage:
    names = tuple(tuple(name.lower().split()) for name in own_names)
    return Passage(part, text(value), PHRASES, names)


def sayings(value: str, *own_names: str) -> list[Saying]:
    return [saying for saying in passage(value, *own_names).sayings if saying.is_said]


def saying(value: str, *own_names: str) -> Saying:
    """The last sentence of a text."""
    return sayings(value, *own_names)[-1]


def judgement(value: str, *own_names: str, part: Part = "body") -> Judgement:
    return Judgement([passage(value, *own_names, part=part)])
