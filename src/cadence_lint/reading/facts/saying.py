"""A sentence of a message as it is judged, on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.lazy import lazy
from cadence_lint.reading.facts import remembered
from cadence_lint.reading.facts.asks import asks_whether_they_knew
from cadence_lint.reading.facts.capabilities import capabilities
from cadence_lint.reading.facts.directions import gives_steps
from cadence_lint.reading.facts.gifts import EFFECTS, REFERRED
from cadence_lint.reading.facts.offers import COLLATERAL
from cadence_lint.reading.facts.recitals import asks_for, tells_more
from cadence_lint.reading.facts.substance import EMPTY_WORDS
from cadence_lint.reading.text.plain import HIDDEN, SENDER, Plain
from cadence_lint.reading.text.segments import PASSED_OVER
from cadence_lint.reading.whom.house import goes_on_about_it
from cadence_lint.reading.whom.people import (
    FIRST,
    OUR,
    PERSONS,
    PRODUCT,
    WE,
    WE_DID,
    YOU_OR_YOUR,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from cadence_lint.reading import Passage
    from cadence_lint.reading.facts.gifts import Gift
    from cadence_lint.reading.facts.remembered import Said
    from cadence_lint.reading.facts.specifics import Specifics
    from cadence_lint.reading.text.sentences import Sentence
    from cadence_lint.reading.whom.about import About

_NOT_SAID = PASSED_OVER | {"greeting"}
_GOES_ON = frozenset("it it's it'll they they're they'll this these its".split())
_SPANS = {
    ("this", span) for span in "week month year spring summer autumn fall winter time".split()
}
_OF_THE_CONTACT = frozenset({"says-goodbye", "opts-out", "apologises"})
"""Whoever says this speaks of the contact, and boasts of nothing."""
_FITS = frozenset("is was has fits suits means costs depends concerns affects does".split())
"""After `it`, these say how a thing stands with the reader, and not what it can do."""
_STILL_MORE = frozenset("also now even easily simply quickly".split())
_SMALL_TALK = "phone-cliche"
OF_THE_CALL = frozenset({"asks-who-answers", "asks-leave", _SMALL_TALK})
"""What phrases say of who asks only for the reader, or after them, as every call does."""
_WANTS_AN_ANSWER = frozenset(
    "asks-for-meeting names-a-slot asks-to-send asks-for-referral asks-to-sign-up asks-to-visit"
    " asks-leave follow-up-cliche bump blames-silence greeting-cliche breakup-gimmick teases"
    " serves-sender pitches phone-cliche".split()
)
"""Phrases of a question that is put for the sender's sake."""
_LONGEST_INTRODUCTION = 6
_LONGEST_NAME = 3
_LONGEST_LEAD = 24
_WANTS = frozenset(
    "want wanted wanting reach reaching writing write love like introduce help helping work recruit"
    " recruiter represent lead excited thrilled hoping hope".split()
)
"""Whoever says this is after something, and does not only say who writes."""
_THEY = frozenset({"they", "they've", "their"})
_WHO_WRITES = FIRST | {SENDER}
_WISHES = frozenset("want wanted love like hoping excited thrilled introduce".split())
_TO_THE_READER = frozenset({"observes-theirs", "asks-about-their-work", "useful-offer"})
_RETOLD = frozenset({"recounts-talk", "recalls-talk"})
_EARLY = 8
_LITTLE = 3
_MUCH = 7
_SOON = 6
_THINGS = frozenset("it one that them".split())
_SHOWS_YOU = frozenset("could can may shall i we let me show you how it works this".split())
_MEDIA = frozenset("video videos loom clip film pdf case study studies page pages slides".split())
_HEADS = frozenset("what how where".split())
_OWN_DOINGS = frozenset(
    "ship build do offer provide deliver sell make bring work help charge cover".split()
)
_WHO_BUILT = WE_DID | OUR
_BUILT = frozenset("built made developed created launched coded designed building".split())
_FREE = frozenset("charge free cost costs obligation commitment".split())
_PUT_IN = frozenset("included attached pasted copied enclosed".split())
_RECALLS = frozenset({"points-to-email", "bump"})
_ON = frozenset({"about", "regarding", "concerning"})
_OWN = frozenset({"our", "my", "we", SENDER})
_CHASES = frozenset({"follow-up-cliche", "bump", "asks-leave"})
_LAUNCHES = frozenset({"introducing", "presenting", "announcing"})
_POINTERS = frozenset("that this it which these those one".split())
_LETTERS = frozenset("ABCDEabcde")
_BULLETS = "-*•·▪◦‣–+"


class Saying:
    """One sentence: whom it is about, how specific it is, what it gives."""

    def __init__(
        self,
        passage: Passage,
        index: int,
        key: Hashable,
        previous: Saying | None,
        facts: frozenset[str],
    ) -> None:
        self.index = index
        self.passage = passage
        self._key = key
        self.sentence: Sentence = passage.sentences[index]
        """Where it stands."""
        self.is_said = passage.segments[index] not in _NOT_SAID
        """Whether it is said to the reader: no greeting, signature, quote or opt-out."""
        self.previous = previous
        self.following: Saying | None = None
        """The sentence that stands after it, once it is known."""
        self.phrases = facts
        """What phrases say that it does, and whether it gives a resource."""

    @lazy
    def said(self) -> Said:
        """What it says by itself, wherever it stands."""
        return remembered.remember(self._key, self.passage, self.sentence)

    @lazy
    def plain(self) -> Plain:
        """Its plain words."""
        said, first = self.said, self.sentence.first
        return Plain(said.words, [first + at if at >= 0 else at for at in said.offsets])

    @lazy
    def about(self) -> About:
        """Whom it is about; what goes on about "it" is about whom the one before was about.

        Who asks a favour, or offers a barter, speaks for themselves, whoever stands in it.
        """
        self._hear_those_before()
        whom = self.said.about
        if "serves-sender" in self.phrases:
            return "sender"
        if REFERRED in self.phrases and not self.sentence.is_question:
            return "both"
        if whom == "sender" and not self.phrases.isdisjoint(_OF_THE_CONTACT):
            return "neither"
        if whom == "sender" and (self.said.tells_of_job or self._leads_to_question):
            return "both"
        if whom == "neither" and self.said.tells_of_job:
            return whom
        if whom == "reader" and self._says_what_it_does():
            return "sender"
        if whom == "neither" and not self.sentence.is_question and self._goes_on():
            return "sender"
        return whom

    @property
    def _leads_to_question(self) -> bool:
        """`I'm working on a rail that …, and I'd like to know what crews do now`."""
        said = self.plain.words
        is_one_person = said[0] in ("i'm", "i", "i've") and WE.isdisjoint(said)
        return is_one_person and PRODUCT.isdisjoint(said) and self.said.asks_about_work

    def _says_what_it_does(self) -> bool:
        """Whether it goes on about the sender's product: `It sorts your stops`, `you can also`."""
        before, said = self.previous, self.plain.words
        if before is None or before.about != "sender" or before.gift is not None:
            return False
        if self.is_bullet and said[0] not in YOU_OR_YOUR:
            return "observes" not in self.phrases
        return _it_does(said) or (
            said[:2] == ["you", "can"] and not _STILL_MORE.isdisjoint(said[2:3])
        )

    def _hear_those_before(self) -> None:
        """Judge the sentences before this one in their order, however many they are."""
        before: list[Saying] = []
        each = self.previous
        while each is not None and "gift" not in vars(each):
            before.append(each)
            each = each.previous
        for each in reversed(before):
            each.gift  # noqa: B018

    def _goes_on(self) -> bool:
        """Whether it goes on about the sender, of whom the sentence before it was."""
        before, said = self.previous, self.plain.words
        if not said:
            return False
        if self._is_heading and _heads_own_wares(said):
            return True
        is_seen = "observes" in self.phrases
        if not is_seen and self.said.speaks_of_house and not self.comes_after_theirs:
            return not self._names_reader
        if before is None or (before.about != "sender" and SENDER not in before.plain.words):
            return False
        if self.is_bullet:
            return True
        if said[0] in _GOES_ON:
            return before.gift is None and tuple(said[:2]) not in _SPANS
        if goes_on_about_it(said) and not tells_more(said):
            return not self._names_reader
        # "We welcomed Dana as our new director. Dana brings …"
        return before.gift is None and said[0] in before.plain.words and self._starts_with_name()

    @lazy
    def comes_after_theirs(self) -> bool:
        """Whether something was said of the reader before, whose board it may be."""
        before = self.previous
        if before is None:
            return False
        return before.about in ("reader", "both") or before.comes_after_theirs

    def _starts_with_name(self) -> bool:
        at = self.plain.places[0]
        is_capital = self.passage.text.value[self.passage.words.starts[at]].isupper()
        return is_capital and self.plain.words[0] not in EMPTY_WORDS

    @lazy
    def is_bullet(self) -> bool:
        """Whether it is an item of a list."""
        value, start = self.passage.text.value, self.sentence.start
        line = value[value.rfind("\n", 0, start) + 1 : start + 1].lstrip()
        return line[:1] != "" and line[0] in _BULLETS

    @property
    def _is_choice(self) -> bool:
        """Whether it is one of several answers to pick from: `B) my mails are in your spam`."""
        value, start = self.passage.text.value, self.sentence.start
        return value[start : start + 1] in _LETTERS and value[start + 1 : start + 2] == ")"

    @property
    def _is_heading(self) -> bool:
        """Whether it only announces what stands below it: `What we offer:`."""
        value, end = self.passage.text.value, self.sentence.end
        return value[end - 1 : end] == ":" or value[end : end + 1] == ":"

    @property
    def has_substance(self) -> bool:
        """Whether it says something beyond the contact itself."""
        return self.said.has_substance or (
            self.gift == "observes-theirs" and self.specifics.own > 0
        )

    @lazy
    def asks_about_work(self) -> bool:
        """Whether it asks about the reader's own work.

        What leads to a product asks nothing of the kind, nor does who asks a favour.
        """
        if self.about == "sender" or self.greets_by_phone or _SMALL_TALK in self.phrases:
            return False
        if self.following is not None and self.following.is_launch:
            return False
        return self.said.asks_about_work or (self.sentence.is_question and self._asks_on())

    @property
    def asks_after_theirs(self) -> bool:
        """Whether it asks after something of theirs, however plainly, or for what they wish.

        What asks for time, for leave or for a favour does not; nor does an offer.
        """
        if not self.sentence.is_question or self.greets_by_phone:
            return False
        if not self.phrases.isdisjoint(_WANTS_AN_ANSWER) or self.about == "sender":
            return False
        if asks_whether_they_knew(self.plain.words):
            return self.comes_after_theirs
        return self.said.asks_after_theirs

    @lazy
    def greets_by_phone(self) -> bool:
        """Whether, in a call, it asks no more than how they are, for a moment, or for their name.

        `Stan Taylor?` does so too.
        """
        if self.passage.part != "script":
            return False
        if not OF_THE_CALL.isdisjoint(self.phrases):
            return True
        found = self.said.specifics
        is_name = found.names == 1 and not found.words and len(self.plain.words) <= _LONGEST_NAME
        return is_name and self.previous is None and self.sentence.is_question

    @property
    def is_launch(self) -> bool:
        """Whether it says of a product that here it comes: `Introducing a lamp that …`."""
        return self.is_said and self.passage.words.folded[self.sentence.first] in _LAUNCHES

    def _asks_on(self) -> bool:
        """Whether it asks on about what was just seen of theirs: `… Did anything break?`."""
        before = self.previous
        if before is not None and before.about == "sender":
            before = before.previous
        is_seen = before is not None and before.gift == "observes-theirs"
        return is_seen and self.said.asks_something

    @property
    def directs(self) -> bool:
        """Whether it tells the reader what to do."""
        return self.said.directs

    @lazy
    def specifics(self) -> Specifics:
        """What in it could not stand in just any letter.

        A question about "that" asks about what was said before it.
        """
        found, before = self.said.specifics, self.previous
        if (
            found.weight < _LITTLE
            and before is not None
            and before.about != "sender"
            and not before.sentence.is_question
            and self.asks_about_work
            and self._points_back
        ):
            return before.specifics
        return found

    @property
    def _points_back(self) -> bool:
        """Whether it asks about what was said: `does that happen …?`, `when do you read yours?`."""
        said = self.plain.words
        return not _POINTERS.isdisjoint(said[:4]) or "yours" in said[:6]

    @property
    def only_introduces(self) -> bool:
        """Whether it says no more than who writes, as a signature would."""
        said = self.plain.words
        return SENDER in said and len(said) <= _LONGEST_INTRODUCTION and not self.mentions_reader

    def leads_to(self, following: Saying) -> bool:
        """Whether it only says who writes, and the next sentence is there for the reader."""
        if self.only_introduces:
            return following.turns_to_reader
        said = self.plain.words
        is_short = not _WHO_WRITES.isdisjoint(said[:_SOON]) and len(said) <= _LONGEST_LEAD
        if following.gift == "observes-theirs" and following.specifics.weight >= _MUCH:
            return is_short and _WISHES.isdisjoint(said)  # what follows is for them beyond doubt
        is_short = is_short and not FIRST.isdisjoint(said[:_SOON])
        wants = not _WANTS.isdisjoint(said[:_EARLY]) or not PRODUCT.isdisjoint(said)
        is_theirs = following.about == "reader" and following.gift is not None
        return is_short and not wants and (is_theirs or following.gift in _TO_THE_READER)

    @property
    def turns_to_reader(self) -> bool:
        """Whether it is about the reader, or about what was prepared for them."""
        return self.about in ("reader", "both") or HIDDEN in self.plain.words

    @lazy
    def mentions_reader(self) -> bool:
        """Whether the reader occurs in it."""
        return self.about in ("reader", "both") or self._names_reader or self._recalls_theirs()

    def _recalls_theirs(self) -> bool:
        """`I wrote to you about the north stair at Ferry House`; not about our stairs."""
        if _RECALLS.isdisjoint(self.phrases) or not self.specifics.names:
            return False
        said = self.plain.words
        if "you" not in said:
            return False
        about = next((at for at, word in enumerate(said) if word in _ON), len(said))
        return said[about + 1 : about + 2] == ["the"] and _OWN.isdisjoint(said[about:])

    @property
    def _names_reader(self) -> bool:
        return self.said.mentions_reader

    @lazy
    def capabilities(self) -> list[tuple[int, int]]:
        """Where it lists what the sender's product can do, item by item."""
        if self.about != "sender" or self.gift is not None or self._is_heading:
            return []
        if self.specifics.names > 1:
            return []  # a list of whom it is done for
        words = self.passage.words
        return [
            (words.starts[first], words.ends[last])
            for first, last in capabilities(self.plain, is_bullet=self.is_bullet)
            if not self._is_bracketed(words.starts[first])
        ]

    def _is_bracketed(self, at: int) -> bool:
        """Whether it stands in brackets: `(name, street, hour)` lists what makes up one thing."""
        before = self.passage.text.value[self.sentence.start : at]
        return before.count("(") > before.count(")")

    @lazy
    def gift(self) -> Gift | None:
        """What it gives the reader."""
        if self._is_choice or self._hands_over_the_same() or self._hands_over_papers():
            return None
        if self._offers_more_of_themselves or self._tells_what_they_built_does:
            return None
        if self._offers_to_show_theirs:
            return None
        if self.said.tells_of_job and (self.specifics.figures or self.specifics.names):
            return "example"
        return self.said.gift(
            self.about, self.specifics, self.phrases, asks_about_work=self.asks_about_work
        )

    @lazy
    def is_recital(self) -> bool:
        """Whether it says of the reader only what they know, or once told somebody."""
        said = self.plain.words
        if REFERRED in self.phrases:
            return False
        if self.gift == "observes-theirs":
            is_of_more = self.about == "both" or self.specifics.third
            if is_of_more or self._quotes_or_names_another:
                return False  # what the two have in common, or what another did
            return not tells_more(said) or self._repeats_their_words
        before = self.previous
        is_told = self.gift in ("insight", "example") and said[0] in _GOES_ON
        return is_told and before is not None and before.is_recital and not tells_more(said)

    @property
    def _quotes_or_names_another(self) -> bool:
        """Whether it cites their words, or is of a thing by theirs: `the drain near your well`."""
        said, sentence = self.plain.words, self.sentence
        cites = any(sentence.start <= first < sentence.end for first, _ in self.passage.speech)
        names_them = any(word in PERSONS for word in said[:_SOON]) or "observes" in self.phrases
        return cites or not names_them

    @property
    def _repeats_their_words(self) -> bool:
        """`You said that you have 26 drivers`; what they asked for is another matter."""
        return not self.phrases.isdisjoint(_RETOLD) and not asks_for(self.plain.words)

    @property
    def is_case(self) -> bool:
        """Whether it tells what came of something for somebody named, or why, how, or of a job."""
        return self._tells_a_case or self._goes_on_about_one

    @property
    def _tells_a_case(self) -> bool:
        if self.said.tells_of_job or gives_steps(self.plain.words):
            return True
        found = self.specifics
        is_known = bool(found.names or found.third) or "because" in self.plain.words
        return is_known and not EFFECTS.isdisjoint(self.plain.words)

    @property
    def _goes_on_about_one(self) -> bool:
        """`With Larkfield we moved the audit. In May they saved 90 minutes a night`."""
        said, before = self.plain.words, self.previous
        if before is None or not self.specifics.figures or EFFECTS.isdisjoint(said):
            return False
        is_of_them = not _THEY.isdisjoint(said[:_LONGEST_LEAD])
        return is_of_them and (before.gift == "proof" or before._tells_a_case)

    def _hands_over_the_same(self) -> bool:
        """`I released my album. Here is the link.`: the link is to what the sender spoke of."""
        before = self.previous
        if before is None or before.about != "sender" or before.gift is not None:
            return False
        said = [word for word in self.plain.words if word not in EMPTY_WORDS and word.isalpha()]
        return said == ["link"]

    def _hands_over_papers(self) -> bool:
        """`Our policy covers … and you get a quote. Shall I send it?`.

        Nor is an earlier email anything new: `did you receive my email? I've included it below`.
        Nor are the seconds that somebody asks for: `You have 20 seconds to decide. Want them?`.
        """
        before = self.previous
        while before is not None and before._only_points_back:
            before = before.previous
        if before is None or before.gift is not None or not self._only_points_back:
            return False
        is_chased = not before.phrases.isdisjoint(_CHASES)
        return is_chased or not COLLATERAL.isdisjoint(before.plain.words)

    @property
    def _offers_more_of_themselves(self) -> bool:
        """`I fill calendars for brands like yours. Shall I send a quick video?`: of what?"""
        before = self.previous
        if "offers" not in self.phrases or before is None or before.about != "sender":
            return False
        own = [word for word in self.plain.words if word.isalpha() and word not in EMPTY_WORDS]
        return before.gift is None and bool(own) and _MEDIA.issuperset(own)

    @property
    def _offers_to_show_theirs(self) -> bool:
        """`Quillo plans your vans. Could I show you?`: a demo."""
        before, said = self.previous, self.plain.words
        if before is None or not _SHOWS_YOU.issuperset(said) or before.gift is not None:
            return False
        return before.about == "sender"

    @property
    def _tells_what_they_built_does(self) -> bool:
        """`I built a tool for car washes. It writes your roster`: a product, like any other."""
        before, said = self.previous, self.plain.words
        if before is None or self.about != "reader" or not _it_does(said):
            return False
        made = before.plain.words
        return not (_WHO_BUILT.isdisjoint(made[:1]) or _BUILT.isdisjoint(made[1:4]))

    @lazy
    def _only_points_back(self) -> bool:
        """Whether it speaks of nothing but what was said: `Shall I send it?`, `That is free`."""
        said = self.plain.words
        return not _THINGS.isdisjoint(said) and all(
            word in EMPTY_WORDS or word in _FREE or word in _PUT_IN
            for word in said
            if word.isalpha()
        )


def _it_does(said: Sequence[str]) -> bool:
    """`It sorts your stops`; not `it fits your van`."""
    return said[0] == "it" and said[1:2] != [] and said[1].endswith("s") and said[1] not in _FITS


def _heads_own_wares(said: Sequence[str]) -> bool:
    """`What I build:`, `how we work:`; not `what I noticed:`."""
    if said[0] not in _HEADS or said[1:2] == []:
        return False
    return said[1] in FIRST and not _OWN_DOINGS.isdisjoint(said[2:4])


def hear(passage: Passage) -> list[Saying]:
    """The sentences of a passage, each ready to be judged."""
    facts: dict[int, set[str]] = {}
    for fact in passage.phrase_facts:
        facts.setdefault(fact.sentence, set()).add(fact.name)
    for name, index, _, _ in passage.resources:
        facts.setdefault(index, set()).add(name)
    sayings: list[Saying] = []
    for index, key in enumerate(remembered.keys(passage)):
        previous = sayings[-1] if sayings and sayings[-1].is_said else None
        sayings.append(Saying(passage, index, key, previous, frozenset(facts.get(index, ()))))
        if previous is not None:
            previous.following = sayings[-1]
    return sayings
