"""A text that takes more schooling to read than a stranger brings to it.

The grade is Flesch and Kincaid's: 0.39 times the words in a sentence, plus 11.8 times the
syllables in a word, less 15.59 (Kincaid and others, Derivation of New Readability Formulas for
Navy Enlisted Personnel, 1975). It is a rough measure, and rougher for short texts. Names,
abbreviations, numbers, links and merge fields are left out first, and so is all that is no body.
Long words that everybody uses, such as "usually", count as if they had three syllables.
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
_FAMILIAR = frozenset(
    """
    ability absolute academy accidental accommodate accommodation according activity actual
    addition additional advertisement advisory agricultural alternative american analysis
    animation anniversary annual anybody apologetic apologize apology application appreciate
    appreciation approximate architect architecture article associate association authority
    automate automatic automobile automotive availability available basically battery behavior
    behaviour cafeteria calculate calculation calculator calendar capability capacity category
    celebration ceremony certificate certification collaborate comfortable commentary
    communicate communication community comparison competition competitive competitor
    complicate computer condition conditioning congratulation consider continue contribute
    contribution convenience convenient conversation cooperation cooperative creativity
    customary dangerous decorate dedicate definite definition deliver delivery demonstrate
    department development dictionary different difficulty directory disability disadvantage
    disappear disappoint disappointment discover discovery distribution distributor document
    documentation economic economy education educational effective efficiency efficient
    electric electrical electrician electricity electronic elevator eliminate emergency
    encourage engineer engineering enterprise entertainment environment especial eventual
    everybody everyday everyone everything evidence examination example exceptional executive
    expensive experience experiment explanation exploration facility familiar fascinate
    february final financial foundation general generate generation generator generous gradual
    graduate helicopter historic historical hospitality identify identity imaginary
    imagination immediate important impossible incredible independent individual industrial
    information ingredient installation intelligence intelligent interest interested
    interesting international interview introduce introduction invitation january kilometer
    kilometre laboratory library literal literature location machinery majority manufacture
    manufacturer manufacturing material mechanic mechanical medication medicine memorable
    memory military minority motivate motorcycle municipal museum national natural necessary
    negotiate negotiation newspaper nobody normal numerous observation obvious occasion
    occasional occupation operate operation operator opinion opportunity ordinary organisation
    organise organiser organization organize organizer original participant participate
    particular passenger percentage performance permanent personal personality photographer
    photography physical political politician population position possibility possible
    practical preference preparation presentation previous priority productivity profession
    professional professor promotion property publication qualification qualified quality
    radiator realistic reality reasonable receptionist recommend recommendation refrigerate
    refrigeration refrigerator registration regular relationship reliability relocation
    remarkable renovation replacement reputation requirement reservation residential
    responsibility responsible restaurant satisfaction scientific secretary security separate
    serious significant similar simplify situation society special specialise specialist
    specialize specific spectacular successful superior supermarket supervise supervision supervisor
    technical technician technology television temperature temporary terrible territory total
    traditional transportation typical ultimate understand understanding unexpected
    unfortunate university unnecessary unusual usual vacation valuable variety vegetable
    vegetarian ventilation veterinarian veterinary video visibility visible visitor vocabulary
    voluntary wonderful
    """.split()
)
"""Long words that nobody stumbles over."""
_ENDINGS = ("", "s", "es", "d", "ed", "ing", "ly", "ally", "ies", "ied", "ily")
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
    """`27 words in a sentence`, or the longest words but those that everybody uses."""


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
    length = round(words / len(counted))
    long_words = _long_words(counted)
    if length > _LONG_SENTENCE:
        because = f"{length} words in a sentence"
    elif long_words:
        because = "words such as " + ", ".join(f'"{word}"' for word in long_words)
    else:
        hardest = max(counted, key=lambda each: len(each.words))
        because = f"{len(hardest.words)} words in one sentence"
    yield Objection(
        values=Values(round(grade), length, because),
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
    words, value = passage.words, passage.text.value
    places = [at for at in range(sentence.first, sentence.last) if words.kinds[at] == "word"]
    counted = [
        words.folded[at]
        for at in places
        if value[words.starts[at]].islower()
        or not _is_name(value[words.starts[at] : words.ends[at]], is_first=at == places[0])
    ]
    return counted, list(map(_weight, counted))


def _is_name(written: str, *, is_first: bool) -> bool:
    """Whether a word that begins with no small letter is a name or an abbreviation."""
    if written == "I" or written.startswith(("I'", "I’")):
        return False
    return not is_first or any(letter.isupper() for letter in written[1:])


def _long_words(counted: list[_Counted]) -> list[str]:
    """The longest words, without those that everybody uses."""
    found = {
        word: count
        for each in counted
        for word, count in zip(each.words, each.counts, strict=True)
        if count >= _LONG_WORD
    }
    return sorted(found, key=lambda word: -found[word])[:_MOST_SHOWN]


def _weight(word: str) -> int:
    """The syllables of a word; of one that everybody uses, no more than are no burden."""
    from cadence_lint.reading.text.syllables import syllables

    count = syllables(word)
    return _LONG_WORD - 1 if count >= _LONG_WORD and _is_familiar(word) else count


def _is_familiar(word: str) -> bool:
    """Whether a word is one that everybody uses, in any of its forms."""
    spelt = word.removesuffix("'s")
    return any(
        spelt.removesuffix(ending) + more in _FAMILIAR
        for ending in _ENDINGS
        if spelt.endswith(ending)
        for more in ("", "e", "y", "le")
    )
