"""Reading: what the linter understands of a message.

From the text with its markup and merge fields to what a reader sees (`visible`), its words,
sentences and segments, and from there to facts: what the message does, and the words that do it.
Facts that are phrases come from phrase lists; facts that need judgement come from `facts`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.checks import Spot
from cadence_lint.reading.fields import Template, read_template
from cadence_lint.reading.segments import Segment, segment_sentences
from cadence_lint.reading.sentences import Sentence, split_sentences
from cadence_lint.reading.visible import renderings
from cadence_lint.reading.words import Words, split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.reading.phrases import PhraseBook
    from cadence_lint.sequence import Message, Part
    from cadence_lint.source import Span, Text


class Fact(NamedTuple):
    """Something that a message does, and the words that do it."""

    name: str
    part: Part
    span: Span
    quote: str
    sentence: int
    """The index of the sentence within its passage; -1 where it is in none."""
    segment: Segment
    advice: str | None = None
    instead: str | None = None

    def spot(self) -> Spot:
        """The words, as an objection rests on them."""
        return Spot(self.span, self.quote)


class Passage:
    """One part of a message (its subject, its body, …) as a reader sees it."""

    def __init__(self, part: Part, text: Text, phrases: PhraseBook | None) -> None:
        self.part = part
        self.raw = text
        self._phrases = phrases

    @cached_property
    def renderings(self) -> tuple[Text, ...]:
        """What readers can see, one text for each way that choices in it can fall."""
        return renderings(self.raw)

    @property
    def text(self) -> Text:
        """What a reader sees when every choice falls on its first option."""
        return self.renderings[0]

    @cached_property
    def template(self) -> Template:
        """The merge fields, placeholders and mistakes in what a reader sees."""
        return read_template(self.text.value)

    @cached_property
    def words(self) -> Words:
        """The words that a reader sees; a merge field is one word."""
        return split_words(self.text.value, _field_spans(self.template))

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences that a reader sees."""
        return split_sentences(self.text.value, self.words)

    @cached_property
    def segments(self) -> list[Segment]:
        """What each sentence is there for."""
        if self.part == "subject":
            return ["body"] * len(self.sentences)
        return segment_sentences(self.text.value, self.words, self.sentences)

    @cached_property
    def reader_fields(self) -> frozenset[int]:
        """The indexes of the words that are fields for the reader or the reader's company."""
        starts = {
            field.start for field in self.template.fields if field.owner in ("reader", "company")
        }
        return frozenset(i for i, start in enumerate(self.words.starts) if start in starts)

    @cached_property
    def hides_copy(self) -> bool:
        """Whether a field with prepared copy, or a blank for some, hides what is said."""
        return any(field.owner == "copy" for field in self.template.fields) or any(
            " " in placeholder.words.strip() for placeholder in self.template.placeholders
        )

    @cached_property
    def opening(self) -> int | None:
        """The index of the first sentence after the greeting; None where there is none."""
        return next((i for i, kind in enumerate(self.segments) if kind == "body"), None)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """What this part does, in the order of its words."""
        from cadence_lint.reading.facts import find_facts  # facts look at passages

        found = [*self._phrase_facts(), *find_facts(self)]
        return tuple(sorted(found, key=lambda fact: fact.span))

    def quote(self, start: int, end: int) -> Spot:
        """A stretch of what a reader sees, as an objection rests on it."""
        return Spot(self.text.span(start, end), self.text.value[start:end])

    def _phrase_facts(self) -> Iterator[Fact]:
        if self._phrases is None:
            return
        seen: set[tuple[str, Span]] = set()
        for number, text in enumerate(self.renderings):
            value = text.value
            if number == 0:
                words, sentences, segments = self.words, self.sentences, self.segments
            else:
                words = split_words(value, _field_spans(read_template(value)))
                sentences = split_sentences(value, words)
                segments = segment_sentences(value, words, sentences)
            for hit in self._phrases.find(value, words, sentences):
                span = text.span(hit.start, hit.end)
                if (hit.list, span) in seen or _is_quoted_speech(value, hit.start, hit.end):
                    continue
                seen.add((hit.list, span))
                index = _sentence_of(sentences, hit.first)
                phrase = self._phrases.phrase(hit)
                yield Fact(
                    hit.list,
                    self.part,
                    span,
                    value[hit.start : hit.end],
                    index,
                    segments[index],
                    phrase.advice,
                    phrase.instead,
                )


class Reading:
    """What was understood of a message, part by part, on first use."""

    def __init__(self, message: Message, language: str, phrases: PhraseBook | None) -> None:
        self.message = message
        self.language = language
        self.is_understood = phrases is not None
        self.passages: dict[Part, Passage] = {
            part: Passage(part, text, phrases) for part, text in message.parts.items()
        }

    @cached_property
    def by_name(self) -> dict[str, list[Fact]]:
        """The facts of all parts by their names."""
        found: dict[str, list[Fact]] = {}
        for passage in self.passages.values():
            for fact in passage.facts:
                found.setdefault(fact.name, []).append(fact)
        return found

    def facts(self, *names: str) -> list[Fact]:
        """The facts with any of these names, part by part, in the order of their words."""
        return [fact for name in names for fact in self.by_name.get(name, ())]

    @property
    def spoken(self) -> Iterable[Passage]:
        """The parts that say something beyond the subject line."""
        return [passage for part, passage in self.passages.items() if part != "subject"]


def read_message(message: Message, language: str, phrases: PhraseBook | None) -> Reading:
    """Read a message in a language for which there may be phrase lists."""
    return Reading(message, language, phrases)


def _field_spans(template: Template) -> list[tuple[int, int]]:
    return [(field.start, field.end) for field in template.fields]


def _sentence_of(sentences: list[Sentence], word: int) -> int:
    for index, sentence in enumerate(sentences):
        if sentence.first <= word < sentence.last:
            return index
    return -1


_OPENING_QUOTES = {"“": "”", '"': '"', "«": "»", "„": "“"}
_LONGEST_SPEECH = 200


def _is_quoted_speech(value: str, start: int, end: int) -> bool:
    """Whether words stand in somebody else's mouth: between quotation marks within the text."""
    for opening, closing in _OPENING_QUOTES.items():
        first = value.rfind(opening, max(0, start - _LONGEST_SPEECH), start)
        if first <= 0:
            continue  # none, or the whole text is a script in quotes
        if opening == closing and value.count(opening, 0, start) % 2 == 0:
            continue
        last = value.find(closing, end, first + _LONGEST_SPEECH)
        if last >= 0 and (opening == closing or closing not in value[first + 1 : start]):
            return True
    return False
