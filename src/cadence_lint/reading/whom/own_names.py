"""The sender's own names in a text: what their company and its products are called.

A team's configuration says it (`vocabulary.company`, `vocabulary.products`); where it does not,
the text often does: "this is Mo from Larkfield", "at Larkfield, we", "Larkfield is a leading
provider of", "Larkfield has helped hundreds of hotels", a thing that "sorts your stops" and
that teams run their week "on", or one that bakers "love because" of something. A name that was
once known for the sender's is theirs throughout.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.text.words import FIELD
from cadence_lint.reading.whom.people import WE_DID
from cadence_lint.reading.whom.their_names import theirs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cadence_lint.reading.text.sentences import Sentence
    from cadence_lint.reading.text.words import Words

_WE = word_set("we we're we've we'd we'll our i i'm i've")
_SERVED = word_set("you you're you'll you'd your teams companies businesses")
_WERE = word_set("had was were did saw found took gave got put made went lost ran met")
_WORKS = word_set("work lead run represent head manage own started founded")
_CALLS = word_set(
    "calling ringing phoning writing working emailing running leading heading managing recruiting"
    " representing speaking reaching"
)
_TITLES = word_set(
    "head founder co-founder cofounder ceo cto coo manager director recruiter engineer developer"
    " executive president vp lead rep representative consultant specialist owner partner associate"
    " analyst calling assistant team"
)
_BELONGS = word_set(
    "university college institute school academy alum alumni alumnus alumna graduate grad student"
    " member"
)
_IN_THEIR_HOUSE = word_set(
    "fan fans user customer client reader subscriber listener viewer admirer follower regular"
    " supporter guest patient tenant resident neighbour neighbor shareholder native originally"
)
"""Who is that of something, or comes from there, does not sell for it."""
_HEADS_OF_HOUSES = word_set("founder co-founder cofounder ceo cto coo president owner partner")
_LONGEST_NAME = 2
_LONGEST_INTRODUCTION = 12
_FROM = word_set("from at with of for")
_HAILS_FROM = word_set("from at with")
_PLACES = word_set("here us we team")
_WHOLE = word_set("our my whole entire")
_SELLS = word_set(
    "helps provides offers specializes specialises delivers enables powers automates builds"
    " empowers simplifies streamlines combines integrates gives lets makes allows serves"
    " transforms connects works supports handles"
)
_KINDS = word_set(
    "provider platform company startup start-up agency firm solution tool software vendor leader"
    " app consultancy marketplace maker supplier specialist suite service system product studio"
    " network assistant engine technology brand partner expert community manufacturer distributor"
    " innovator pioneer"
    " producer exporter dealer factory laboratory bureau trader"
)
_NO_NAMES = word_set(
    "it this that there here what which who one neither none he she they everyone everybody nobody"
    " company team platform product our your my their his her the a an i we you and but so if when"
    " while monday tuesday wednesday thursday friday saturday sunday january february march april"
    " may june july august september october november december google linkedin twitter facebook"
    " instagram youtube slack zoom"
)
_PROUD = (
    ["delighted"],
    ["proud"],
    ["pleased"],
    ["excited"],
    ["honoured"],
    ["honored"],
    ["thrilled"],
)
_HAS_SERVED = word_set("helped served supported partnered transformed equipped empowered")
_NOT_SERVED = word_set("me us you your him her them the our my his this that")
_DO_SO = word_set("now already also always proudly successfully since")
_MACHINES_DO = word_set(
    "turns plugs sorts syncs tracks automates finds matches detects predicts monitors analyses"
    " analyzes learns logs texts alerts replaces generates captures pulls pushes flags routes scans"
    " extracts summarises summarizes transcribes books ranks"
)
_USED = word_set("on using use uses used trust trusts via meet introducing try love")
_PREFER = word_set("love choose chose chosen trust prefer pick picked recommend adore switching")
_PREFER_TO = {("rely", "on"), ("swear", "by"), ("turn", "to"), ("rave", "about"), ("switch", "to"),
              ("switched", "to"), ("switching", "to"), ("flock", "to"), ("bet", "on")}  # fmt: skip
_BECAUSE = word_set("because since as for so")
_THATS_WHY = {("that's", "why"), ("is", "why"), ("no", "wonder"), ("reason", "why")}
_TELLS = word_set("told says said tells writes wrote")
_WOULD_NOT = word_set("wouldn't won't")
_RUN = word_set("run use trust love runs uses")
_THEIR_GUESTS = word_set(
    "people guests patients passengers residents commuters visitors pupils students children staff"
    " shoppers families neighbours neighbors riders walkers diners worshippers tourists"
)
_SOMEBODY = word_set(
    "you you're you've you'd your yours i i'm i've my we our he she his her they their why do does"
    " did if who which"
)
_LEAST_DEEDS = 3
_SOFTWARE = word_set(
    "app platform software dashboard trial demo login ai crm plug-in tool saas api"
)
_THINGS = word_set("platform software solution suite app engine layer technology product tool")
_NOT_WHO = word_set(
    "greetings hello hi hey news photos pictures thanks regards wishes love everyone everybody all"
)
"""What may stand before `from Leeds` and is nobody's name."""
_MOST_WORDS = 3
_LATEST_ANNOUNCED = 8
_NEAR = 4
_LONGEST_LEAD = 24
_LONGEST_LIST = 40


def own_names(
    value: str,
    words: Words,
    sentences: Sequence[Sentence],
    configured: Sequence[Sequence[str]] = (),
) -> frozenset[int]:
    """The indexes of the words that are names of the sender's side."""
    names = {tuple(name) for name in configured if name}
    names.update(_said_outright(value, words, sentences))
    fields = {index for index in words.fields if _is_introduced(words, index)}
    return frozenset(_places(words, names)) | fields


def _places(words: Words, names: set[tuple[str, ...]]) -> Iterator[int]:
    if not names:
        return
    heads: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        heads.setdefault(name[0], []).append(name)
        heads.setdefault(f"{name[0]}'s", []).append((f"{name[0]}'s", *name[1:]))
    folded = words.folded
    for index, word in enumerate(folded):
        for name in heads.get(word, ()):
            end = index + len(name)
            said = tuple(folded[index:end])
            if said == name or (said[:-1] == name[:-1] and said[-1:] == (f"{name[-1]}'s",)):
                yield from range(index, end)


def _said_outright(
    value: str, words: Words, sentences: Sequence[Sentence]
) -> Iterator[tuple[str, ...]]:
    folded = words.folded
    described: set[tuple[str, ...]] = set()
    does: list[tuple[str, ...]] = []
    used: set[tuple[str, ...]] = set()
    for index in words.capitals(value):
        word = folded[index]
        if word == FIELD or word in _NO_NAMES or word in _FROM:
            continue
        before = folded[index - 1] if index else "the"
        follows = words.gaps[index] in (" ", "-") and before != "the" and before not in _FROM
        if follows and _is_capital(value, words, index - 1):
            continue  # the middle of a name
        end = index + 1
        while (
            end < len(folded)
            and end - index < _MOST_WORDS
            and words.gaps[end] in (" ", "-", " & ")
            and not folded[end - 1].endswith("'s")
            and _is_capital(value, words, end)
        ):
            end += 1
        name = (*folded[index : end - 1], folded[end - 1].removesuffix("'s"))
        is_introduced = _is_introduced(words, index) or _is_announced(value, words, index, end)
        if is_introduced or _is_ours(words, index, end):
            yield name
        elif _is_described(words, end) or _is_preferred(words, index, end):
            described.add(name)
        elif folded[end : end + 1] and folded[end].endswith("s"):
            deeds = _deeds(words, end)
            if not deeds.isdisjoint(_MACHINES_DO) and _has_inner_capital(value, words, index, end):
                described.add(name)
            elif folded[end] in _MACHINES_DO or deeds:
                does.append(name)
        elif index and folded[index - 1] in _USED:
            used.add(name)
    theirs = set(theirs_of(described.union(does), words, sentences))
    yield from described - theirs
    yield from _in_use([name for name in does if name not in theirs], used, words)


def _in_use(
    does: Sequence[tuple[str, ...]], used: set[tuple[str, ...]], words: Words
) -> Iterator[tuple[str, ...]]:
    """Names of a thing that does something and is used: `teams run their week on Quillo`."""
    if not does:
        return
    counts = Counter(does)
    are_all_used = _many_use_it(words.folded)
    is_of_software = not _SOFTWARE.isdisjoint(words.folded)
    for name, count in counts.items():
        if name in used or are_all_used or (count > 1 and is_of_software):
            yield name


def _many_use_it(folded: Sequence[str]) -> bool:
    """`210 shops run it`, `400 shops rely on it`; not `900 guests use it`, which is a lift."""
    return any(
        word == "it"
        and at > _NEAR
        and (folded[at - 1] in _RUN or tuple(folded[at - 2 : at]) in {("run", "on"), *_PREFER_TO})
        and any(each[:1].isdecimal() for each in folded[at - _NEAR : at - 1])
        and _THEIR_GUESTS.isdisjoint(folded[at - _NEAR : at])
        for at, word in enumerate(folded)
    )


def _is_preferred(words: Words, index: int, end: int) -> bool:
    """`Bakers in Leeds love Quillo because it …`, `that's why bakers choose Quillo`.

    What the reader's own people love, or a question after why they do, is none of it.
    """
    folded = words.folded
    if index < 2 or (
        folded[index - 1] not in _PREFER and tuple(folded[index - 2 : index]) not in _PREFER_TO
    ):
        return False
    first, farthest = index, max(0, index - _LONGEST_LEAD)
    while first > farthest and not any(sign in words.gaps[first] for sign in ".?!\n"):
        first -= 1
    before = folded[first:index]
    if not _SOMEBODY.isdisjoint(before[_is_why(before) :]):
        return False
    if not _TELLS.isdisjoint(folded[end : end + _LONGEST_INTRODUCTION]):
        return False  # the miller told me
    has_reason = end < len(folded) and (folded[end] in _BECAUSE or ":" in words.gaps[end])
    return has_reason or bool(_is_why(before))


def _is_why(said: Sequence[str]) -> int:
    """How many words it takes to say `that's why`, or `which is why`; 0 where it is not said."""
    return next((at + 2 for at in range(3) if tuple(said[at : at + 2]) in _THATS_WHY), 0)


def _deeds(words: Words, first: int) -> frozenset[str]:
    """The verbs of a list of what somebody does: `scans the label, checks it and books the van`.

    None where there are fewer than three.
    """
    folded, found = words.folded, {words.folded[first]}
    for at in range(first + 1, min(first + _LONGEST_LIST, len(folded))):
        gap = words.gaps[at]
        if any(sign in gap for sign in ".?!\n"):
            break
        begins = "," in gap or folded[at - 1] == "and"
        if begins and folded[at].endswith("s") and not folded[at].endswith("ss"):
            found.add(folded[at])
    return frozenset(found) if len(found) >= _LEAST_DEEDS else frozenset()


def _has_inner_capital(value: str, words: Words, index: int, end: int) -> bool:
    """Whether it is spelt as products are: `FleetIQ`, `PalletHub`."""
    name = value[words.starts[index] : words.ends[end - 1]]
    return any(a.islower() and b.isupper() for a, b in pairwise(name))


def _is_capital(value: str, words: Words, index: int) -> bool:
    return index in words.capitals(value) and words.folded[index] != FIELD


def _is_introduced(words: Words, index: int) -> bool:
    """`I'm Mo from …`, `I lead sales at …`, `here at …`, `I work for …`."""
    folded = words.folded
    if index < 2 or folded[index - 1] not in _FROM:
        return False
    if folded[index - 2] in _IN_THEIR_HOUSE:
        return False
    if folded[index - 2] in _PLACES:
        return folded[index - 2] != "team" or folded[max(0, index - 3)] in _WHOLE
    if folded[index - 1] == "of" and folded[index - 2] in _TITLES - _HEADS_OF_HOUSES | _BELONGS:
        return False  # head of sales, a graduate of the University of Kiel
    first = max(0, index - _LONGEST_INTRODUCTION)
    for at in range(index - 2, first - 1, -1):
        if any(sign in words.gaps[at + 1] for sign in ".?!\n"):
            return False
        between = folded[at + 1 : index - 1]
        if folded[at] in ("i'm", "i", "this", "it", "it's", "name", "name's"):
            said = [word for word in between if word not in ("is", "am", "a", "an", "the")]
            if folded[at] in ("it", "this") and between[:1] != ["is"]:
                return False  # it did at another firm
            if folded[at] == "it" and not said and folded[index - 1] != "from":
                return False  # what it is at Elmsport
            if folded[at] == "i" and between[:1] and between[0] not in _WORKS | {"am"}:
                return False
            if said and said[0].endswith("ing") and said[0] not in _CALLS:
                return False  # I'm selling the warehouse at Quay 6
            return len(said) <= _LONGEST_NAME or not _TITLES.isdisjoint(said)
    return False


def _is_announced(value: str, words: Words, index: int, end: int) -> bool:
    """`Hi Ada, Arjun from Larkfield.`: who calls says so at once, and nothing more."""
    folded = words.folded
    if not 1 < index <= _LATEST_ANNOUNCED or folded[index - 1] not in _HAILS_FROM:
        return False
    first = index - 1
    while first and words.gaps[first] == " " and _is_capital(value, words, first - 1):
        first -= 1
    is_apart = first == 0 or any(sign in words.gaps[first] for sign in ",.!\n")
    who = folded[first : index - 1]
    if not is_apart or not 0 < len(who) <= _LONGEST_NAME or not _NOT_WHO.isdisjoint(who):
        return False
    gap = words.gaps[end] if end < len(folded) else "\n"
    is_number = "," in gap and folded[end][:1].isdecimal()
    return is_number or any(sign in gap for sign in ".!\n–—")


def _is_described(words: Words, end: int) -> bool:
    """`… helps hotels`, `… is a leading provider of`, `…, a platform for`."""
    gap = words.gaps[end] if end < len(words.folded) else "\n"
    if gap == " ":
        return _says_of_itself(words, end)
    if "\n" in gap:  # "Hi Ada,", and then "A leading provider …"
        return False
    if gap.strip() == "," and _is_proud_after(words, end):
        return True
    after = words.folded[end : end + 9]
    is_apposition = gap.strip() in (",", "-", "–", "—") and after[0] in ("a", "an", "the")
    is_called = end == 1 and "you" in after  # "Ian, the 15% solution that you buy"
    return is_apposition and not is_called and not _KINDS.isdisjoint(after[1:6])


def _says_of_itself(words: Words, end: int) -> bool:
    """`… helps hotels`, `… is a leading provider of`, `… has been cleaning for 20 years`."""
    after = words.folded[end : end + 9]
    if after[0] in _SELLS:
        return not (after[0] == "lets" and after[1:2] and after[1].isdecimal())  # 40 people go
    if words.folded[end - 1].endswith("'s") and not _THINGS.isdisjoint(after[:6]):
        return True  # Larkfield's yard platform sees …
    if after[:3] == ["does", "it", "all"] or _has_served(after):
        return True
    if after[:2] == ["has", "been"]:
        return "years" in words.folded[end + 2 : end + 16]
    if after[0] != "is":
        return False
    if (after[1:3] == ["here", "to"] and after[3:4] != ["stay"]) or after[1:2] in _PROUD:
        return True
    return after[1:2] in (["a"], ["an"], ["the"]) and not _KINDS.isdisjoint(after[2:])


def _is_proud_after(words: Words, end: int) -> bool:
    """`…, based in Hull, is proud to announce`."""
    for at in range(end + 1, min(end + _LONGEST_INTRODUCTION, len(words.folded) - 1)):
        gap = words.gaps[at]
        if any(sign in gap for sign in ".?!\n"):
            return False
        if "," in gap:
            return words.folded[at] == "is" and [words.folded[at + 1]] in _PROUD
    return False


def _has_served(after: Sequence[str]) -> bool:
    """`… has helped hundreds of fleets`, `… team has served pharmacies since`."""
    if after[:1] and after[0] in _PLACES:
        after = after[1:]
    if after[:1] != ["has"]:
        return False
    said = [word for word in after[1:] if word not in _DO_SO]
    return said[1:] != [] and said[0] in _HAS_SERVED and said[1] not in _NOT_SERVED


def _is_ours(words: Words, index: int, end: int) -> bool:
    """`At Larkfield, we`, `with Larkfield you`, `our product, Ledger`, `heard of Larkfield`.

    Where `we had to give that up` is where somebody was.
    """
    folded = words.folded
    before = folded[max(0, index - 3) : index]
    if before[-2:] in (["heard", "of"], ["heard", "about"]):
        return True
    after = folded[end : end + 2]
    if before[-1:] == ["with"]:
        starts = index == 1 or words.gaps[index - 1].strip(" ") != ""
        is_better = after[:1] == ["it"] and after[1:2] != [] and after[1] in _WOULD_NOT
        return starts and after[:1] != [] and (after[0] in _SERVED or is_better)
    if before[-1:] == ["at"]:
        if end < len(words.gaps) and any(sign in words.gaps[end] for sign in ".?!\n"):
            return False  # the stair at Ferry House. I mend stairs
        was_there = after[1:] != [] and (after[1] in _WERE or after[1].endswith("ed"))
        return after[:1] != [] and after[0] in _WE and not was_there
    if before[-1:] and before[-1] in ("founded", "built", "created", "launched", "developed"):
        return not WE_DID.isdisjoint(before)
    return before[-2:-1] == ["our"] and before[-1] in _KINDS
