"""A text that takes more schooling to read than a stranger brings to it.

The grade is Flesch and Kincaid's: 0.39 times the words in a sentence, plus 11.8 times the
syllables in a word, less 15.59 (Kincaid and others, Derivation of New Readability Formulas for
Navy Enlisted Personnel, 1975). It is a rough measure, and rougher for short texts. Names,
abbreviations, numbers, links and merge fields are left out first, and so is all that is no body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.reading.latest import Latest
from cadence_lint.reading.text.segments import BODY
from cadence_lint.record import NamedTuple, Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Passage, Reading
    from cadence_lint.reading.text.sentences import Sentence
    from cadence_lint.sequence import Touch

SCOPE = "message"

_LONG_SENTENCE = 20
_LONG_WORD = 4
"""Syllables."""
_MOST_SHOWN = 3
_MOST_KNOWN = 4_000
"""Sentences whose syllables are remembered, in each of two generations."""


class Options(Record):
    """What a rule may set."""

    max: float
    """The highest grade that is still fine."""
    from_words: int = 30
    """How many words a text has at least, to be looked at."""


class Values(Record):
    """What a message may name."""

    grade: int
    sentence: int
    """The words in a sentence, on average."""
    because: str
    """`27 words in a sentence`, or the longest words."""


class _Counted(NamedTuple):
    """The words of one sentence that count, and how many syllables each of them has."""

    sentence: Sentence
    words: list[str]
    counts: list[int]

    @property
    def syllables(self) -> int:
        return sum(self.counts)


_known: Latest[tuple[list[str], list[int]]] = Latest(_MOST_KNOWN)
"""What was counted in sentences: teams say the same ones again and again."""


def check(case: Case, touch: Touch, reading: Reading, options: Options) -> Iterator[Objection]:
    """Object to a body as a whole, and point at the sentence that is hardest."""
    passage = reading.passages.get("body")
    if passage is None or reading.language != "en" or len(passage.words) < options.from_words:
        return
    counted = list(_counted(passage))
    words = sum(len(each.words) for each in counted)
    if words < options.from_words:
        return
    grade = _grade(words, len(counted), sum(each.syllables for each in counted))
    if grade <= options.max:
        return
    hardest = max(counted, key=lambda each: _grade(len(each.words), 1, each.syllables))
    yield Objection(
        values=Values(round(grade), round(words / len(counted)), _because(words, counted)),
        spots=(passage.quote(hardest.sentence.start, hardest.sentence.end),),
        measure=grade,
        is_whole=True,
    )


def _grade(words: int, sentences: int, syllables: int) -> float:
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def _counted(passage: Passage) -> Iterator[_Counted]:
    value, folded = passage.text.value, passage.words.folded
    for sentence, segment in zip(passage.sentences, passage.segments, strict=True):
        if segment not in BODY:
            continue
        said = (
            value[sentence.start : sentence.end],
            " ".join(folded[sentence.first : sentence.last]),
        )
        known = _known.get(said)
        if known is None:
            known = _count(passage, sentence)
            _known.keep(said, known)
        words, counts = known
        if words:
            yield _Counted(sentence, words, counts)


def _count(passage: Passage, sentence: Sentence) -> tuple[list[str], list[int]]:
    """The words of a sentence that count, and how many syllables each of them has."""
    from cadence_lint.reading.text.syllables import syllables

    words, value = passage.words, passage.text.value
    places = [at for at in range(sentence.first, sentence.last) if words.kinds[at] == "word"]
    counted = [
        words.folded[at]
        for at in places
        if value[words.starts[at]].islower()
        or not _is_name(value[words.starts[at] : words.ends[at]], is_first=at == places[0])
    ]
    return counted, list(map(syllables, counted))


def _is_name(written: str, *, is_first: bool) -> bool:
    """Whether a word that begins with no small letter is a name or an abbreviation."""
    if written == "I" or written.startswith(("I'", "I’")):
        return False
    return not is_first or any(letter.isupper() for letter in written[1:])


def _because(words: int, counted: list[_Counted]) -> str:
    length = round(words / len(counted))
    found = {
        word: count
        for each in counted
        for word, count in zip(each.words, each.counts, strict=True)
        if count >= _LONG_WORD
    }
    longest = sorted(found, key=lambda word: -found[word])[:_MOST_SHOWN]
    if length > _LONG_SENTENCE or not longest:
        return f"{length} words in a sentence"
    return "words such as " + ", ".join(f'"{word}"' for word in longest)
