"""Reading: what the linter understands of a message.

From the text with its markup and merge fields to what a reader sees (`visible`), its words,
sentences and segments, and from there to facts: what the message does, and the words that do it.
Facts that are phrases come from phrase lists; facts that need judgement come from `facts`.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from cadence_lint.checks import Spot
from cadence_lint.lazy import lazy
from cadence_lint.patterns import regex
from cadence_lint.reading.template.field_kinds import kind_of, names_trade, names_ware
from cadence_lint.reading.template.fields import read_template
from cadence_lint.reading.template.stand_ins import nests_a_blank, stand_ins
from cadence_lint.reading.text.segments import Segment, segment_sentences
from cadence_lint.reading.text.sentences import Sentence, split_sentences
from cadence_lint.reading.text.visible import renderings
from cadence_lint.reading.text.words import Words, split_words
from cadence_lint.reading.whom.own_names import own_names
from cadence_lint.reading.whom.signed_names import signed_places
from cadence_lint.record import NamedTuple
from cadence_lint.source import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.reading.facts.judgement import Judgement
    from cadence_lint.reading.facts.saying import Saying
    from cadence_lint.reading.phrases import PhraseBook
    from cadence_lint.reading.template.field_kinds import Kind
    from cadence_lint.reading.template.fields import Owner, Template
    from cadence_lint.reading.template.stand_ins import StandIn
    from cadence_lint.sequence import Message, Part
    from cadence_lint.source import Span

    Names = tuple[tuple[str, ...], ...]
    """Names, each as its words in lower case."""

_MOST_READINGS = 200
"""How many are kept from file to file: some ten megabytes."""
_known: dict[tuple[Any, ...], Reading] = {}
"""What was read, by all that it depends on; what was asked for last stands last."""
_PARTS: tuple[Part, ...] = ("subject", "body", "script", "voicemail")
_HEARINGS: tuple[tuple[Part, ...], ...] = (("subject", "body"), ("script",), ("voicemail",))


class Fact(NamedTuple):
    """Something that a message does, and the words that do it."""

    name: str
    part: Part
    span: Span
    """Where the words that do it stand in the text of the part."""
    quote: str
    sentence: int
    """The index of the sentence within its passage; -1 where it is in none."""
    segment: Segment
    advice: str | None = None
    instead: str | None = None

    def spot(self) -> Spot:
        """The words, as an objection rests on them."""
        return Spot(self.span, self.quote, None, None, self.part)

    @property
    def order(self) -> tuple[int, Span]:
        """Facts of a message sort by this: part by part, as their words stand."""
        return (_PARTS.index(self.part), self.span)


class Passage:
    """One part of a message (its subject, its body, …) as a reader sees it.

    Its text knows nothing of files: places count within the part, as it is written.
    """

    def __init__(
        self,
        part: Part,
        text: Text,
        phrases: PhraseBook | None,
        own_names: Names = (),
    ) -> None:
        self.part = part
        self.raw = text
        self._phrases = phrases
        self._own_names = own_names

    @lazy
    def renderings(self) -> tuple[Text, ...]:
        """What readers can see, one text for each way that choices in it can fall."""
        return renderings(self.raw)

    @lazy
    def text(self) -> Text:
        """What a reader sees when every choice falls on its first option."""
        return self.renderings[0]

    @lazy
    def template(self) -> Template:
        """The merge fields, placeholders and mistakes in what a reader sees."""
        return read_template(self.text.value)

    @lazy
    def words(self) -> Words:
        """The words that a reader sees; a merge field or a blank is one word."""
        return split_words(self.text.value, _spans(self.stand_ins))

    @lazy
    def stand_ins(self) -> tuple[StandIn, ...]:
        """The fields and blanks in what a reader sees."""
        return tuple(stand_ins(self.template, self.text.value))

    @lazy
    def sentences(self) -> list[Sentence]:
        """The sentences that a reader sees."""
        return split_sentences(self.text.value, self.words)

    @lazy
    def segments(self) -> list[Segment]:
        """What each sentence is there for."""
        if self.part == "subject":
            return ["body"] * len(self.sentences)
        return segment_sentences(self.text.value, self.words, self.sentences)

    @lazy
    def owners(self) -> dict[int, Owner]:
        """Whom the words that are fields, blanks or names of the sender's stand for."""
        fields = {one.start: one.owner for one in self.stand_ins}
        owners = {
            index: fields[self.words.starts[index]]
            for index in self.words.fields
            if self.words.starts[index] in fields
        }
        for index, kind in self.field_kinds.items():
            name = self.field_names[self.words.starts[index]]
            if kind == "third" or names_trade(name):
                owners[index] = "system"
            elif names_ware(name) and any(each.first == index for each in self.sentences):
                owners[index] = "sender"  # "[Product] does that": whoever writes sells it
        for index, owner in tuple(owners.items()):
            is_theirs = owner == "sender" and self.words.folded[index + 1 : index + 2] == ["from"]
            if is_theirs and owners.get(index + 2) == "company":
                owners[index + 2] = "sender"  # [Your name] from [Company]
        value, words = self.text.value, self.words
        own = own_names(value, words, self.sentences, self._own_names)
        owners.update(dict.fromkeys(own, "sender"))
        if self.part == "body":
            signed = signed_places(value, words, self.sentences, self.segments)
            owners.update(dict.fromkeys(signed, "sender"))
        return owners

    @lazy
    def field_names(self) -> dict[int, str]:
        """What fields and blanks are called, by their offsets in what a reader sees."""
        return {one.start: one.name for one in self.stand_ins}

    @lazy
    def resources(self) -> tuple[tuple[str, int, int, int], ...]:
        """What it gives to read, watch or use, and links to a calendar."""
        from cadence_lint.reading.facts.resources import find_resources  # it looks at passages

        return tuple(find_resources(self, self.phrase_facts))

    @lazy
    def field_kinds(self) -> dict[int, Kind]:
        """What the words that are fields or blanks tell the reader about themselves."""
        names = self.field_names
        return {
            index: kind_of(names[self.words.starts[index]])
            for index in self.words.fields
            if self.words.starts[index] in names
        }

    @lazy
    def hides_copy(self) -> bool:
        """Whether a field with prepared copy, or a blank for some, hides what is said."""
        return bool(self.hidden_copy) or nests_a_blank(self.text.value)

    @lazy
    def hidden_copy(self) -> tuple[str, ...]:
        """The fields with prepared copy, and the blanks for some, as they are written."""
        value = self.text.value
        return tuple(value[one.start : one.end] for one in self.stand_ins if one.hides_copy)

    @lazy
    def speech(self) -> tuple[tuple[int, int], ...]:
        """The stretches of what a reader sees that are in somebody else's mouth."""
        return quoted_speech(self.text.value)

    @lazy
    def opening(self) -> int | None:
        """The index of the first sentence after the greeting; None where there is none.

        "I'm Mo from Larkfield." is a part of the greeting where the reader comes next, if need be
        after a sentence about nobody ("I came across your profile last week.").
        """
        body = [index for index, kind in enumerate(self.segments) if kind == "body"]
        for index in body[1:3]:
            if self.sayings[body[0]].leads_to(self.sayings[index]):
                return body[1]
            if self.sayings[index].about != "neither":
                break
        return body[0] if body else None

    @lazy
    def sayings(self) -> list[Saying]:
        """The sentences as judged: whom each is about, and what it gives."""
        from cadence_lint.reading.facts.saying import hear  # it looks at passages

        return hear(self)

    @lazy
    def phrase_facts(self) -> tuple[Fact, ...]:
        """What phrases say that this part does."""
        return tuple(self._phrase_facts())

    @lazy
    def facts(self) -> tuple[Fact, ...]:
        """What this part does, in the order of its words."""
        from cadence_lint.reading.facts import find_facts  # facts look at passages

        found = [*self.phrase_facts, *find_facts(self)]
        return tuple(sorted(found, key=lambda fact: fact.span))

    def fact(self, name: str, index: int, start: int, end: int) -> Fact:
        """What a stretch of what a reader sees does, in the sentence with this index."""
        span, quote = self.text.span(start, end), self.text.value[start:end]
        return Fact(name, self.part, span, quote, index, self.segments[index], None, None)

    def quote(self, start: int, end: int) -> Spot:
        """A stretch of what a reader sees, as an objection rests on it."""
        return Spot(self.text.span(start, end), self.text.value[start:end], None, None, self.part)

    def _phrase_facts(self) -> Iterator[Fact]:
        if self._phrases is None:
            return
        seen: set[tuple[str, Span]] = set()
        for number, text in enumerate(self.renderings):
            value = text.value
            if number == 0:
                words, sentences, segments = self.words, self.sentences, self.segments
            else:
                words = split_words(value, _spans(stand_ins(read_template(value), value)))
                sentences = split_sentences(value, words)
                segments = segment_sentences(value, words, sentences)
            speech = quoted_speech(value) if number else self.speech
            for hit in self._phrases.find(value, words, sentences):
                span = text.span(hit.start, hit.end)
                is_speech = any(first < hit.start and hit.end < last for first, last in speech)
                if (hit.list, span) in seen or is_speech:
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

    def __init__(
        self,
        parts: Iterable[tuple[Part, str]],
        language: str,
        phrases: PhraseBook | None,
        own_names: Names = (),
    ) -> None:
        self.language = language
        self.is_understood = phrases is not None
        self.passages: dict[Part, Passage] = {
            part: Passage(part, Text.of(value), phrases, own_names) for part, value in parts
        }

    @lazy
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

    @lazy
    def hearings(self) -> tuple[Judgement, ...]:
        """What is heard together, as a careful reader weighs it."""
        from cadence_lint.reading.facts.judgement import Judgement  # it looks at passages

        together = (
            [self.passages[part] for part in parts if part in self.passages] for parts in _HEARINGS
        )
        return tuple(Judgement(passages) for passages in together if passages)

    @property
    def is_for_one(self) -> bool:
        """Whether it shows that it was written for this reader and did not go to everybody."""
        return self.is_understood and any(judgement.is_for_one for judgement in self.hearings)

    def let_go(self) -> None:
        """Break the circle of a passage and its sentences, so that nobody has to look for it."""
        for passage in self.passages.values():
            vars(passage).pop("sayings", None)

    @property
    def spoken(self) -> Iterable[Passage]:
        """The parts that say something beyond the subject line."""
        return [passage for part, passage in self.passages.items() if part != "subject"]


def read_message(
    message: Message, language: str, phrases: PhraseBook | None, own_names: Iterable[str] = ()
) -> Reading:
    """Read a message in a language for which there may be phrase lists.

    `own_names` are what the sender's company and products are called, as far as that is known.
    Teams send the same words again and again: messages that say the same share a reading.
    """
    said = tuple((part, text.value) for part, text in message.parts.items())
    key = (said, language, phrases, tuple(own_names))
    reading = _known.pop(key, None)
    if reading is None:
        names = tuple(tuple(split_words(name).folded) for name in own_names)
        reading = Reading(said, language, phrases, names)
    _known[key] = reading
    return reading


def forget_readings() -> None:
    """Let go of all readings but the latest, between one file and the next."""
    while len(_known) > _MOST_READINGS:
        _known.pop(next(iter(_known))).let_go()


def quoted_speech(value: str) -> tuple[tuple[int, int], ...]:
    """The stretches between quotation marks, marks included: `“too slow,” as your team put it`.

    A text most of which stands in quotation marks is a script, and the sender's own words.
    """
    if _MARKS.isdisjoint(value):
        return ()
    found = tuple(each.span() for each in _SPEECH.finditer(value))
    is_script = 4 * sum(end - start for start, end in found) > 3 * len(value)
    return () if is_script else found


_MARKS = frozenset('"“«„')
_SPEECH = regex(
    r"(?<!\w)(?:“[^”“]{1,300}”|«[^»«]{1,300}»|„[^“”„]{1,300}[“”]"
    r"|\"(?! )[^\"\n]{1,300}(?<! )\")(?!\w)"
)


def _spans(standing: Iterable[StandIn]) -> list[tuple[int, int]]:
    return sorted((one.start, one.end) for one in standing)


def _sentence_of(sentences: list[Sentence], word: int) -> int:
    index = bisect_right(sentences, word, key=lambda sentence: sentence.first) - 1
    return index if index >= 0 and word < sentences[index].last else -1
