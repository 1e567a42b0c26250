"""A message as a careful reader weighs it: what is in it for them, and how much is about whom.

Weights, each a number that the score is made of; the first three are what rules compare with a
limit:

- `worth`: what it gives: an observation, a question about their work, an example, an offer, …;
- `specifics`: what in it could be said to this reader only, or to few;
- `sender_words`, `reader_words`: how much of it is about whom;
- `matter`: how much of it is definite, of whomever it is told;
- `talk_share`: how much of it talks of the two, and gives nothing by that.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.lazy import lazy
from cadence_lint.reading.facts.asks import asks_for_a_nod
from cadence_lint.reading.facts.mentions import names_a_thing_of_theirs, tried_something
from cadence_lint.reading.facts.recitals import tells_more
from cadence_lint.reading.facts.saying import OF_THE_CALL
from cadence_lint.reading.facts.specifics import points_into
from cadence_lint.reading.facts.substance import EMPTY_WORDS
from cadence_lint.reading.facts.weight import (
    FOR_ANYBODY,
    LEAST_OF_MATTER,
    MOST_OF_ONE,
    is_of_the_matter,
    reads_their_mind,
    says_enough,
    shows_something,
    specifics_of,
    worth_of,
)
from cadence_lint.reading.facts.wishes import asks_something, looks_for
from cadence_lint.reading.text.plain import HIDDEN, READER
from cadence_lint.reading.whom.candid import applies_for_post
from cadence_lint.reading.whom.people import FIRST, WE, YOU

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadence_lint.reading import Passage
    from cadence_lint.reading.facts.saying import Saying

_FEW = 3
_MANY = 4
_GIVES_ENOUGH = 2
_PLENTY = 6
_MUCH = 7
_SURVEY = 3
_PLAINLY_MEANT = 5
_LIKELY_LENGTH = 15
_OF_THEIRS = frozenset({"observes-theirs", "asks-about-their-work"})
_TOLD = frozenset({"observes-theirs", "asks-about-their-work", "insight", "example"})
_BOOKS = frozenset({"mrr", "arr", "nrr"})
_INVESTS = frozenset("raising deck investment investments invested".split())
_OFFERED = frozenset({"useful-offer", "useful-resource"})
_ANSWERS = frozenset("yes no yep nope sure fair correct neither".split())
_ANSWERS_OF_TWO = frozenset({("short", "answer"), ("good", "question"), ("you", "asked")})
_LEAVE = "asks-leave"
_OPENS = OF_THE_CALL | {"introduces-sender", "greeting-cliche"}
_OF_WHAT = frozenset("how about".split())
_CANDID = frozenset("cold sales why".split())
_SELLS = frozenset({"pitches", "claims", "buzzwords"})
_OF_THEMSELVES = frozenset("i'm we're we'll we".split())
_ASKED_FOR = frozenset({("as", "asked"), ("as", "requested"), ("as", "agreed")})
_EARLIER = frozenset("had previously recently once last".split())
_SPEAKS_OF_NOBODY = frozenset(
    "asks-softly asks-for-meeting asks-to-send asks-to-sign-up asks-for-referral asks-to-visit"
    " names-a-slot gives-homework flatters greeting-cliche".split()
)
"""Who is asked for something, or flattered, is no more spoken of than by their name."""


class Judgement:
    """What some passages that are heard together weigh: a subject with its body, a call."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages

    @lazy
    def sayings(self) -> list[Saying]:
        """What is said to the reader, subject lines aside."""
        return [
            saying
            for passage in self.passages
            if passage.part != "subject"
            for saying in passage.sayings
            if saying.is_said and saying.plain.words
        ]

    @lazy
    def is_hidden(self) -> bool:
        """Whether prepared copy hides what is said; not where a blank is for who they are."""
        hiding = [passage for passage in self.passages if passage.hides_copy]
        return any(not _hides_only_of_sender(passage) for passage in hiding)

    @property
    def has_prepared_copy(self) -> bool:
        """Whether a field fills in what was written for each reader, as no `[blank]` does."""
        return any(
            field.owner == "copy" for passage in self.passages for field in passage.template.fields
        )

    @property
    def _words_of_blanks(self) -> int:
        """As many words as the reader may get where `[what they do]` is still to be filled in."""
        if not self.is_hidden:
            return 0
        blanks = sum(
            HIDDEN in saying.plain.words and saying.about != "sender" for saying in self.sayings
        )
        return _LIKELY_LENGTH * max(1, blanks)

    @lazy
    def length(self) -> int:
        """How many words are said."""
        return sum(len(saying.plain.words) for saying in self.sayings)

    @lazy
    def worth(self) -> int:
        """What there is in it for the reader, by itself."""
        return self.worth_beside(is_theirs=False)

    def worth_beside(self, *, is_theirs: bool) -> int:
        """What there is in it for the reader; `is_theirs` where its matter was theirs before.

        What is told of a matter counts beside something of theirs, or where it happened to
        somebody. To recite what they know is worth nothing beside a wish, and little without one;
        a list of questions helps whoever asks them, and what is offered for a favour is its price.
        """
        asked = recited = rest = 0
        for saying in self.sayings:
            if self.trades and saying.gift in _OFFERED:
                continue
            if saying.gift == "asks-about-their-work":
                asked += worth_of(saying)
            elif saying.is_recital or self._recites_their_house(saying):
                recited = max(recited, worth_of(saying))
            elif saying.gift == "insight" and self._only_tells:
                rest += worth_of(saying) + (saying.specifics.weight >= _PLENTY)
            elif is_theirs or self._counts(saying):
                rest += worth_of(saying)
        if self._wants:
            recited = min(recited, 1)
        if self._is_survey:
            return min(asked + recited, 1)
        worth = rest + asked + recited
        return max(worth, _GIVES_ENOUGH) if self._only_thanks else worth

    @lazy
    def specifics(self) -> int:
        """What in it is meant for this reader, or for few; half of it where the subject says it."""
        return self._specifics_of_subject // 2 + sum(
            specifics_of(saying)
            for saying in self.sayings
            if self._counts(saying)
            and (saying.gift != "proof" or saying.is_case)
            and not (saying.gift == "asks-about-their-work" and self._is_survey)
        )

    @lazy
    def matter(self) -> int:
        """How much is said that is not in any letter: figures, names, words of a trade.

        Of whom it is told does not count, nor whether it is worth anything to the reader.
        """
        return sum(saying.said.specifics.particular for saying in self.sayings)

    @lazy
    def talk_share(self) -> float:
        """How much of it talks of sender and reader both, and gives nothing by that: 0 to 1."""
        talk = sum(
            len(saying.plain.words)
            for saying in self.sayings
            if saying.gift is None
            and not FIRST.isdisjoint(saying.plain.words)
            and not YOU.isdisjoint(saying.plain.words)
        )
        return talk / self.length if talk else 0.0

    @property
    def leaves_it_to_them(self) -> Saying | None:
        """Where it shows something at theirs that they can see to, and is after nothing itself."""
        if self._wants:
            return None
        return next((each for each in self.sayings if shows_something(each)), None)

    @lazy
    def _only_tells(self) -> bool:
        """Whether it wants nothing: what is told is told for the reader's sake."""
        return not self._wants and not any(
            saying.about == "sender" or saying.sentence.is_question for saying in self.sayings
        )

    def _recites_their_house(self, saying: Saying) -> bool:
        """Whether it says what the reader's house is or has: `Hillside Vets has two practices`."""
        if not is_of_the_matter(saying) or tells_more(saying.plain.words):
            return False
        return saying.plain.words[0] in self._their_names

    @lazy
    def _their_names(self) -> frozenset[str]:
        """The names in the greeting, and in a subject line that is a name and nothing else."""
        names: set[str] = set()
        for passage in self.passages:
            for saying, segment in zip(passage.sayings, passage.segments, strict=True):
                said = [word for word in saying.plain.words if word.isalpha()]
                is_name = saying.specifics.names > 0 and not saying.specifics.words
                if segment == "greeting" or (passage.part == "subject" and is_name):
                    names.update(word for word in said if word not in EMPTY_WORDS)
        return frozenset(names)

    @property
    def _specifics_of_subject(self) -> int:
        """What a subject line says of a thing of theirs that has a name or a number."""
        return sum(
            min(MOST_OF_ONE, saying.specifics.particular)
            for passage in self.passages
            if passage.part == "subject"
            for saying in passage.sayings
            if names_a_thing_of_theirs(saying.plain.words)
            and (saying.specifics.names or saying.specifics.figures)
        )

    @property
    def tells_something(self) -> bool:
        """Whether any of it says or asks something that is not in any letter."""
        return any(
            saying.gift in _TOLD
            and saying.specifics.particular >= LEAST_OF_MATTER
            and not reads_their_mind(saying)
            for saying in self.sayings
        )

    @lazy
    def _is_survey(self) -> bool:
        """Whether it asks and asks, and shows or gives nothing."""
        gives = any(
            saying.gift not in (None, "asks-about-their-work") and not saying.is_recital
            for saying in self.sayings
        )
        questions = sum(saying.gift == "asks-about-their-work" for saying in self.sayings)
        return questions >= _SURVEY and not gives

    @property
    def _only_thanks(self) -> bool:
        """Whether it thanks the reader for something that they did, and asks for nothing."""
        return not self.asks and any("thanks-reader" in each.phrases for each in self.sayings)

    @lazy
    def trades(self) -> bool:
        """Whether it is after a favour: a link, a post, a place on their show.

        A subject line that names it (`guest post pitch`) says so too.
        """
        return any(
            "serves-sender" in saying.phrases and saying.gift is None
            for passage in self.passages
            for saying in passage.sayings
            if saying.is_said
        )

    @lazy
    def listens(self) -> bool:
        """Whether, in a call, the reader is let to speak: of their work, or before it goes on.

        To ask for a moment is to listen where nothing more is wished for; so is any question of
        one who says nothing of themselves, and to ask who does something, with a reason. To ask
        how they are, whether it is they, or for a nod (`if I could save you half, would you …?`),
        is not.
        """
        if any(saying.gift == "asks-about-their-work" for saying in self.sayings):
            return True
        if any("observes" in saying.phrases for saying in self.sayings) and any(
            saying.asks_about_work for saying in self.sayings
        ):
            return True
        waits = any(_LEAVE in saying.phrases for saying in self.sayings)
        asks = any(
            saying.sentence.is_question
            and not saying.greets_by_phone
            and not asks_for_a_nod(saying.plain.words)
            for saying in self.sayings
        )
        return (waits or (asks and not self._speaks_of_itself)) and not any(
            asks_something(saying) and _LEAVE not in saying.phrases for saying in self.sayings
        )

    @lazy
    def only_opens(self) -> bool:
        """Whether, in a call, it greets or asks for a moment, and does not say what for."""
        if self.passages[0].part != "script" or any(map(_says_what_for, self.sayings)):
            return False
        return any(_LEAVE in saying.phrases for saying in self.sayings) or all(
            saying.greets_by_phone or saying.only_introduces for saying in self.sayings
        )

    @property
    def is_candid(self) -> bool:
        """Whether a call says that it is one: `this is a cold call`, `to tell you why I rang`."""
        return any(not _CANDID.isdisjoint(saying.plain.words) for saying in self.sayings)

    @property
    def _speaks_of_itself(self) -> bool:
        """Whether more is said of the sender than who it is."""
        return any(
            (saying.about == "sender" or "pitches" in saying.phrases)
            and saying.gift is None
            and not saying.only_introduces
            and ("introduces-sender" not in saying.phrases or not _SELLS.isdisjoint(saying.phrases))
            for saying in self.sayings
        )

    @property
    def _wants(self) -> bool:
        """Whether whoever writes is after something."""
        return self.sender_words > 0 or self.asks

    @lazy
    def asks(self) -> bool:
        """Whether it asks something of the reader."""
        return any(asks_something(saying) for saying in self.sayings)

    def _counts(self, saying: Saying) -> bool:
        """Whether what a sentence gives is given to this reader."""
        return self.turns_to_reader or not is_of_the_matter(saying) or self._tells_much

    @lazy
    def _tells_much(self) -> bool:
        """Whether it tells so much of a matter, and of whom, that few have to do with it.

        A lecture has figures, and no names.
        """
        told = [saying for saying in self.sayings if is_of_the_matter(saying)]
        names = any(saying.specifics.names for saying in told)
        return names and len(told) > 1 and sum(map(specifics_of, told)) >= _MUCH

    @lazy
    def turns_to_reader(self) -> bool:
        """Whether what is told is told to them: beside something about them, or in answer."""
        return (
            self._has_their_subject
            or self._answers
            or any(
                (saying.gift in _OF_THEIRS and says_enough(saying))
                or (saying.gift == "example" and points_into(saying.plain.words))
                for saying in self.sayings
            )
        )

    @property
    def is_for_them(self) -> bool:
        """Whether something in it is meant for this reader, and not for the sake of a favour."""
        return self.specifics >= LEAST_OF_MATTER and not self.trades

    @property
    def is_for_one(self) -> bool:
        """Whether it shows that it was written for this reader, whatever else speaks against it."""
        return self.turns_to_reader and self.specifics >= _PLAINLY_MEANT

    @property
    def _answers(self) -> bool:
        """Whether it begins with an answer: `yes, since the July revision, up to 40%`."""
        first = self.sayings[0] if self.sayings else None
        if first is None or first.specifics.weight < LEAST_OF_MATTER or first.about == "sender":
            return False
        said = first.plain.words
        return said[0] in _ANSWERS or tuple(said[:2]) in _ANSWERS_OF_TWO

    @property
    def _has_their_subject(self) -> bool:
        """Whether the subject line names a matter of theirs: `your tender 2026/114`."""
        return any(
            saying.plain.words[:1] == ["your"] and saying.specifics.weight >= LEAST_OF_MATTER
            for passage in self.passages
            if passage.part == "subject"
            for saying in passage.sayings
        )

    @lazy
    def sender_words(self) -> int:
        """The words of the sentences that are about the sender and prove nothing.

        Where somebody offers themselves for what the reader looks for, who they are is the answer;
        so is how a company does, in figures, to whoever is asked to put money into it.
        """
        if self._offers_oneself or self._says_what_was_asked or self._opens_its_books:
            return 0
        return sum(
            len(saying.plain.words)
            for saying in self.sayings
            if saying.about == "sender" and saying.gift is None and not saying.only_introduces
        )

    @property
    def _says_what_was_asked(self) -> bool:
        """Whether it says that they asked for it: `as asked: …`, `you asked who has run one`."""
        first = self.sayings[0].plain.words if self.sayings else []
        if tuple(first[:2]) in _ASKED_FOR:
            return True
        said = [word for word in first[:5] if word not in _EARLIER]
        return said[:1] == ["you"] and said[1:2] in (["asked"], ["requested"])

    @property
    def _offers_oneself(self) -> bool:
        """Whether one person answers a call: `I read that you look for a treasurer`."""
        return not self.we_share and any(
            applies_for_post(saying.plain.words)
            or (saying.gift == "observes-theirs" and looks_for(saying.plain.words))
            for saying in self.sayings
        )

    @property
    def _opens_its_books(self) -> bool:
        """Whether it asks an investor, and tells in figures how the company does."""
        counts = any(
            saying.specifics.figures and not _BOOKS.isdisjoint(saying.plain.words)
            for saying in self.sayings
        )
        return counts and any(
            not _INVESTS.isdisjoint(saying.plain.words)
            or ("you", "backed") in pairwise(saying.plain.words)
            for saying in self.sayings
        )

    @lazy
    def reader_words(self) -> int:
        """The words of the sentences that are about or for the reader.

        What could be said to anybody ("I came across your profile") speaks of nobody.
        """
        return sum(
            len(saying.plain.words)
            for saying in self.sayings
            if saying.gift not in (None, "insight")
            or (
                (
                    saying.about == "both"
                    or (saying.about == "reader" and saying.specifics.weight >= _FEW)
                )
                and _SPEAKS_OF_NOBODY.isdisjoint(saying.phrases)
            )
        )

    @property
    def sender_share(self) -> float | None:
        """How much of what is about somebody is about the sender, from 0 to 1.

        What is still to be filled in may all be about the reader.
        """
        total = self.sender_words + self.reader_words + self._words_of_blanks
        return self.sender_words / total if total else None

    @property
    def turns_to_nobody(self) -> bool:
        """Whether no sentence of it is about the reader, not even one that asks for something."""
        return all(saying.about not in ("reader", "both") for saying in self.sayings)

    @lazy
    def we_share(self) -> float | None:
        """How often the sender is a company that says "we" and "our", not a person."""
        counts = [0, 0]
        for saying in self.sayings:
            if saying.about == "both":
                continue  # what the two do together
            for word in saying.plain.words:
                if word in FIRST:
                    counts[word in WE] += 1
        return counts[True] / sum(counts) if any(counts) else None


def _says_what_for(saying: Saying) -> bool:
    """Whether what is said at the start of a call gives any reason for it."""
    found, said = saying.specifics, saying.plain.words
    if _LEAVE in saying.phrases:
        return found.names > 0 or found.words > _MANY or not _OF_WHAT.isdisjoint(said)
    if saying.gift is not None or "pitches" in saying.phrases:
        return True
    return _OPENS.isdisjoint(saying.phrases) and found.particular >= _FEW


def _hides_only_of_sender(passage: Passage) -> bool:
    """`I'm an editor at [name of a big magazine]`: no such blank is filled for each reader."""
    if any(field.owner == "copy" for field in passage.template.fields):
        return False
    value = passage.text.value
    hiding = [
        saying
        for saying in passage.sayings
        for written in passage.hidden_copy
        if written in value[saying.sentence.start : saying.sentence.end]
    ]
    return bool(hiding) and all(map(_is_of_themselves, hiding))


def _is_of_themselves(saying: Saying) -> bool:
    said = saying.plain.words
    if said[0] not in _OF_THEMSELVES or tried_something(said) or "observes" in saying.phrases:
        return False
    return not FOR_ANYBODY & saying.phrases and YOU.isdisjoint(said) and READER not in said
