"""The language of phrases, and the books that are searched for."""

from __future__ import annotations

import json
import re
import time
from itertools import pairwise, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cadence_lint.reading.phrases import Hit, Phrase, PhraseBook, PhraseList, packed
from cadence_lint.reading.phrases.index import build_index
from cadence_lint.reading.phrases.language import PhraseError, parse_group, parse_phrase
from cadence_lint.reading.phrases.parts import (
    Between,
    Edge,
    Either,
    OfClass,
    Part,
    Run,
    Word,
    read_back,
    to_plain,
)
from cadence_lint.reading.text.sentences import Sentence, split_sentences
from cadence_lint.reading.text.words import Words, split_words

if TYPE_CHECKING:
    from collections.abc import Iterator

FIELDS = re.compile(r"\{\{.*?\}\}")


def book_of(*says: str, spare: tuple[str, ...] = ()) -> PhraseBook:
    return PhraseBook({"list": PhraseList(tuple(Phrase(say) for say in says), spare)})


def read(value: str) -> tuple[str, Words, list[Sentence]]:
    words = split_words(value, [match.span() for match in FIELDS.finditer(value)])
    return value, words, split_sentences(value, words)


def found(book: PhraseBook, value: str) -> list[str]:
    return [value[hit.start : hit.end] for hit in book.find(*read(value))]


@pytest.mark.parametrize(
    ("say", "value", "hits"),
    [
        ("just checking in", "I am JUST checking\nin, Ada", ["JUST checking\nin"]),
        ("just checking in", "just “checking” in", ["just “checking” in"]),
        ("just checking in", "Just checking. In May", []),
        ("haven't heard", "I haven’t heard", ["haven’t heard"]),
        ("just (checking|circling) [back|in]", "just circling back", ["just circling back"]),
        ("just (checking|circling) [back|in]", "just checking now", ["just checking"]),
        (
            "(touching base|checking in)",
            "touching base, checking in",
            ["touching base", "checking in"],
        ),
        ("[just] checking in", "just checking in", ["just checking in"]),
        ("leverag*", "Leverage, leveraging, lever", ["Leverage", "leveraging"]),
        ("(synerg*|paradigm)", "synergies of a paradigm", ["synergies", "paradigm"]),
        ("give within 3 words call", "give me a quick call", ["give me a quick call"]),
        ("give within 2 words call", "give me a quick call", []),
        ("give within 3 words call", "give call", ["give call"]),
        ("give within 3 words call", "give up. Then call", []),
        ("within your budget", "within your budget", ["within your budget"]),
        ("<number> minutes", "15 minutes, 20-30 minutes", ["15 minutes", "20-30 minutes"]),
        (
            "<number>~minute call",
            "a 15-minute call, 2 minute call",
            ["15-minute call", "2 minute call"],
        ),
        ("hi <field>", "hi {{first_name}}! hi you", ["hi {{first_name}}"]),
        ("impressed by <name>", "impressed by Acme and impressed by it", ["impressed by Acme"]),
        ("<name> says", "Ada says. But Ada says", ["Ada says"]),
        ("and <name>", "and I, and I'm, and Eve", ["and Eve"]),
        ("book time <link>", "book time: https://x.io/y", ["book time: https://x.io/y"]),
        ("our <any> platform", "our best-in-class platform", ["our best-in-class platform"]),
        ("our <any> platform", "our platform", []),
        ("<start> following up", "Following up. I am following up", ["Following up"]),
        ("best regards <end>", "Best regards to all. Best regards", ["Best regards"]),
        (
            "<start> any thoughts?",
            "Any thoughts? Any thoughts. Any thoughts on it?",
            ["Any thoughts"],
        ),
        ("(<start>|i am) just", "Just so. He is just. I am just", ["Just", "I am just"]),
        ("<start> just", "Hi Ada, just a note", ["just"]),
        ("check-in", "a check-in, a check in", ["check-in"]),
        ("check in", "a check-in, a check in", ["check in"]),
        ("follow~up", "a follow-up, follow up", ["follow-up", "follow up"]),
        ("state~of~the~art", "state-of-the-art", ["state-of-the-art"]),
        ("(mid|end)-of-month", "our end-of-month", ["end-of-month"]),
        ("e.g. this", "e.g. this", ["e.g. this"]),
        ("10x", "a 10x team", ["10x"]),
        ("by <amount>", "by 3 or by 3x or by 3% or by $40M", ["by 3x", "by 3%", "by $40M"]),
        ("by <amount>", "by 40 or by 1,000 or by 5k", ["by 5k"]),
    ],
)
def test_phrases_are_found(say: str, value: str, hits: list[str]) -> None:
    assert found(book_of(say), value) == hits


@pytest.mark.parametrize(
    ("say", "innocent"),
    [
        ("circle back", "circle back-end"),
        ("check in", "a check-in kiosk"),
        ("crisis", "crisis-communications software, a no-crisis year"),
        ("touch base", "touch-base plate"),
        ("(<start>|i am) [just] check* in", "before you approve it, just check in staging"),
        ("<start> any thoughts?", "Any thoughts you have help."),
        ("re think", "Re-thinking onboarding"),
        ("i haven't heard back <end>", "I haven't heard back from your regulator"),
        ("never heard back", "never heard of X?"),
        ("i work", "Type I, work"),
    ],
)
def test_innocents_are_not_found(say: str, innocent: str) -> None:
    book = book_of(say)
    assert found(book, innocent) == ([] if say != "i work" else ["I, work"])


def test_spare_phrases_excuse_what_they_overlap() -> None:
    book = book_of("check in", "leverag*", spare=("check in <number> months", "leverage ratio"))
    assert found(book, "we check in 3 months. A leverage ratio") == []
    assert found(book, "we check in. Leverage it") == ["check in", "Leverage"]


def test_spare_phrases_excuse_only_their_own_list() -> None:
    book = PhraseBook(
        {
            "jargon": PhraseList((Phrase("leverage"),), ("leverage ratio",)),
            "finance": PhraseList((Phrase("leverage ratio"),)),
        }
    )
    hits = book.find(*read("the leverage ratio"))
    assert hits == [Hit("finance", 0, 1, 3, 4, 18)]


def test_longest_of_overlapping_hits_is_found() -> None:
    book = book_of("checking in", "just checking in", "in on it")
    assert found(book, "just checking in on it") == ["just checking in"]


def test_what_excuses_a_sentence_excuses_all_in_it_and_no_other() -> None:
    entry = PhraseList((Phrase("boost*"), Phrase("10x")), unless=("<amount>", "at <name>"))
    book = PhraseBook({"claims": entry})
    assert found(book, "We boost output by 12%. We boost morale.") == ["boost"]
    assert found(book, "Boosting output at Larkfield. Boosting it at work.") == ["Boosting"]


def test_a_hit_is_no_excuse_for_itself() -> None:
    entry = PhraseList((Phrase("10x"), Phrase("boost")), unless=("<amount>",))
    book = PhraseBook({"claims": entry})
    assert found(book, "We boost output 10x.") == ["boost", "10x"]
    assert found(book, "We boost output 10x, or 12%.") == []


def test_groups_stand_for_their_words() -> None:
    groups = {"outcome": ("growth", "bottom line"), "lift": ("boost*", "raise")}
    entry = PhraseList((Phrase("<lift> [your] <outcome>"),), ("<lift> hell",), groups=groups)
    book = PhraseBook({"claims": entry})
    assert found(book, "boosting your bottom line, raise growth, lift growth") == [
        "boosting your bottom line",
        "raise growth",
    ]
    with pytest.raises(PhraseError, match="not one of"):
        build_index({"other": PhraseList((Phrase("<lift> it"),))})


def test_a_group_may_be_long_where_a_phrase_may_not() -> None:
    words = [f"word{chr(97 + one)}{chr(97 + two)}" for one in range(20) for two in range(20)]
    assert parse_group("long", words) == Run((Word(frozenset(words)),))


@pytest.mark.parametrize(
    ("name", "words", "message"),
    [
        ("any", ["growth"], "a name of its own"),
        ("Big", ["growth"], "a name of its own"),
        ("big", [], "at least one word"),
        ("big", ["growth)"], "cannot stand here"),
        ("big", ["<start> growth"], "anywhere in a sentence"),
        ("big", ["[growth]"], "must be there"),
    ],
)
def test_faulty_groups_are_refused(name: str, words: list[str], message: str) -> None:
    with pytest.raises(PhraseError, match=re.escape(message)):
        parse_group(name, words)


def test_hits_of_several_lists_come_in_the_order_of_the_text() -> None:
    book = PhraseBook(
        {"b": PhraseList((Phrase("two"), Phrase("one"))), "a": PhraseList((Phrase("two"),))}
    )
    hits = book.find(*read("one two"))
    assert [(hit.list, hit.phrase, hit.first) for hit in hits] == [
        ("b", 1, 0),
        ("a", 0, 1),
        ("b", 0, 1),
    ]
    assert book.lists == ["b", "a"]


def test_index_survives_json() -> None:
    lists = {"list": PhraseList((Phrase("checking in", "say why", "send a number"),), ("x in",))}
    index = build_index(lists)
    assert json.loads(json.dumps(index)) == index
    book = PhraseBook.from_index(json.loads(json.dumps(index)))
    (hit,) = book.find(*read("just checking in"))
    assert book.phrase(hit) == Phrase("checking in", "say why", "send a number")


def test_a_packed_book_finds_the_same() -> None:
    entry = PhraseList(
        (Phrase("checking <way>"),), ("x in",), ("<way> touch",), {"way": ("in", "back")}
    )
    book = PhraseBook.from_index(packed(build_index({"list": entry})))
    assert found(book, "just checking back") == ["checking back"]
    assert found(book, "just checking back in touch") == []


def test_only_phrases_whose_words_are_there_are_parsed() -> None:
    index = build_index({"list": PhraseList((Phrase("checking in"), Phrase("touching base")))})
    index["lists"][0][1][1][0] = "((("
    assert found(PhraseBook.from_index(index), "checking in") == ["checking in"]


@pytest.mark.parametrize(
    ("say", "column", "message"),
    [
        ("", 1, "at least one word"),
        ("just (checking", 6, "`(` is closed by `)`"),
        ("just (checking|in]", 6, "not `]`"),
        ("just checking)", 14, "never opened"),
        ("just|only", 5, "put brackets around"),
        ("just (in|)", 10, "at least one word here"),
        ("[just] [in]", 1, "must be there"),
        ("<name> <number>", 1, "must be there"),
        ("[just|<any>] (<name>|in)", 1, "must be there"),
        ("hi <nam>", 4, "not one of `<amount>`, `<any>`"),
        ("hi <name", 4, "not one of"),
        ("hi na>me", 6, "cannot stand here"),
        ("ab*", 1, "at least 3 letters"),
        ("lev*age", 1, "at the end of a word"),
        ("foo.*", 4, "leave out `.`"),
        (r"\bfoo", 1, "means nothing here"),
        ("foo$", 4, "means nothing here"),
        ("well, then", 5, "leave out `,`"),
        ("just <start> in", 6, "before `<start>`"),
        ("just <end> in", 12, "follow `<end>`"),
        ("why? not", 6, "follow `?`"),
        ("(why?) not", 5, "cannot stand here"),
        ("un[happy]", 3, "put a space"),
        ("<number>% off", 9, "leave out `%`"),
        ("a call/meeting soon", 7, "one of several words is `(one|other)`"),
        ("hi {{first_name}}", 4, "a merge field is `<field>`"),
        ("check - in", 7, "without spaces"),
        ("check- in", 6, "without spaces"),
        ("-in", 1, "without spaces"),
        ("a within 21 words b", 10, "1 to 20"),
        ("a within 0 words b", 10, "1 to 20"),
        ("a within three words b", 10, "in figures"),
        ("a within 3 words", 3, "before it and one after it"),
        ("within 3 words b", 1, "before it and one after it"),
        ("[a] within 3 words b", 5, "before it and one after it"),
        ("a within 3 words [b] within 3 words c", 22, "before it and one after it"),
        ("(((((a)))))", 5, "4 deep"),
        ("a " * 61, 121, "60 words at most"),
        ("a within 20 words " * 6 + "b", 1, "100 are the most"),
        ("x" * 501, 501, "500 characters"),
    ],
)
def test_faulty_phrases_are_refused(say: str, column: int, message: str) -> None:
    with pytest.raises(PhraseError) as caught:
        parse_phrase(say)
    assert caught.value.column == column
    assert message in caught.value.message
    assert str(caught.value).startswith(f"column {column} of ")


def test_building_a_book_refuses_a_faulty_phrase() -> None:
    with pytest.raises(PhraseError) as caught:
        build_index({"list": PhraseList((Phrase("fine"),), ("(not",))})
    assert caught.value.phrase == "(not"


# A second matcher, plain and slow, which tries everything.


def ends(part: Part, at: int, words: Words, sentence: Sentence) -> Iterator[int]:
    """Where a match of `part` from word `at` can end."""
    inside = at < sentence.last
    match part:
        case Word(alternatives, stems, edge):
            stands = edge == "every" or words.joined(at) == (edge == "joined")
            if inside and stands:
                word = words.folded[at]
                yield from [at + 1] * (word in alternatives or word.startswith(stems))
        case OfClass():
            for end in range(at + 1, min(at + 5, sentence.last) + 1):
                is_compound = all(words.joined(place) for place in range(at + 1, end))
                if is_compound and all(
                    part.name == "any" or words.kinds[place] == part.name
                    for place in range(at, end)
                ):
                    yield end
        case Between(most):
            yield from range(at, min(at + most, sentence.last) + 1)
        case Edge(name):
            holds = {
                "every": True,
                "open": not (inside and words.joined(at)),
                "joined": inside and words.joined(at),
                "start": at == sentence.first,
                "end": at == sentence.last,
                "question": at == sentence.last and sentence.is_question,
            }
            if holds[name]:
                yield at
        case Run(parts):
            reached = {at}
            for step in parts:
                reached = {end for place in reached for end in ends(step, place, words, sentence)}
            yield from reached
        case Either(runs, optional, _):
            if optional:
                yield at
            for run in runs:
                yield from ends(run, at, words, sentence)


def longest_matches(say: str, words: Words, sentences: list[Sentence]) -> set[tuple[int, int]]:
    run = parse_phrase(say).run
    return {
        (start, max(reached))
        for sentence in sentences
        for start in range(sentence.first, sentence.last)
        if (reached := list(ends(run, start, words, sentence)))
    }


ATOMS = st.sampled_from(["aaa", "bbb", "ccc", "aaa*", "<any>", "<number>", "<field>"])
SEPARATORS = st.sampled_from([" ", " ", " ", "-", "~", " within 1 words ", " within 3 words "])


def sequence(items: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def join(first: str, rest: list[tuple[str, str]]) -> str:
        return first + "".join(separator + item for separator, item in rest)

    return st.builds(join, items, st.lists(st.tuples(SEPARATORS, items), max_size=3))


def bracketed(items: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    branches = st.lists(sequence(items), min_size=1, max_size=3).map("|".join)
    return st.builds(str.format, st.sampled_from(["({})", "[{}]"]), branches)


SAYS = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "", "<start> ", "(<start>|aaa) "]),
    sequence(ATOMS | bracketed(ATOMS | bracketed(ATOMS))),
    st.sampled_from(["", "", " <end>", "?"]),
)
TEXTS = st.lists(
    st.tuples(
        st.sampled_from(["aaa", "bbb", "ccc", "aaab", "7", "{{f}}"]),
        st.sampled_from([" ", " ", "-", ", ", ". ", "? "]),
    ),
    min_size=1,
    max_size=14,
).map(lambda pairs: "".join(word + gap for word, gap in pairs))


@given(SAYS, TEXTS)
def test_matches_are_those_of_a_matcher_that_tries_everything(say: str, value: str) -> None:
    try:
        book = book_of(say)
    except PhraseError:
        assume(False)
    value, words, sentences = read(value)
    expected = longest_matches(say, words, sentences)
    hits = [(hit.first, hit.last) for hit in book.find(value, words, sentences)]
    assert set(hits) <= expected
    for first, last in expected:
        overlapping = [hit for hit in hits if hit[0] < last and first < hit[1]]
        assert overlapping
        assert max(end - start for start, end in overlapping) >= last - first
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(hits))


@given(st.data())
def test_a_phrase_finds_what_it_was_built_from(data: st.DataObject) -> None:
    letters = st.text(alphabet="abcdefgh", min_size=1, max_size=5)
    said: list[str] = []
    say: list[str] = []
    for _ in range(data.draw(st.integers(1, 6))):
        word = data.draw(letters)
        kind = data.draw(
            st.sampled_from(["word", "other", "perhaps", "skipped", "stem", "between"])
        )
        if kind == "between" and say and say[-1].isalpha():
            between = data.draw(st.lists(letters, max_size=3))
            said += [*between, word]
            say += ["within 3 words", word]
        elif kind == "other":
            said.append(word)
            say.append(f"({data.draw(letters)}|{word}|{data.draw(letters)} zz)")
        elif kind == "perhaps":
            said.append(word)
            say.append(f"[{word}]")
        elif kind == "skipped":
            say.append(f"[{word} zz]")
        elif kind == "stem" and len(word) > 3:
            said.append(word)
            say.append(f"{word[:3]}*")
        else:
            said.append(word)
            say.append(word)
    say.append("zzz")
    said.append("zzz")
    around = st.lists(letters, max_size=1200)
    before, after = data.draw(around), data.draw(around)
    words, sentences = read(" ".join([*before, *said, *after]))[1:]
    hits = book_of(" ".join(say)).find(" ".join([*before, *said, *after]), words, sentences)
    place = len(before)
    assert any(hit.first < place + len(said) and place < hit.last for hit in hits)


@pytest.mark.parametrize("before", [0, 898, 899, 900, 950, 997, 998, 999, 1000, 1001, 2500])
def test_phrases_are_found_wherever_a_long_sentence_is_cut(before: int) -> None:
    value = "x " * before + "just a very quick check in" + " x" * 3000
    assert found(book_of("just within 10 words check [in]"), value) == [
        "just a very quick check in"
    ]


def test_starts_and_ends_of_a_long_sentence_are_its_own() -> None:
    value = "aaa " * 3000
    assert [hit.first for hit in book_of("<start> aaa").find(*read(value))] == [0]
    assert [hit.last for hit in book_of("aaa <end>").find(*read(value))] == [3000]


SILLY = [
    "aaa within 20 words " * 4 + "aaa",
    "[aaa] " * 20 + "bbb",
    "(aaa [aaa] [aaa]|aaa aaa) " * 3 + "aaa",
    "aaa <any> <any> <any> <any> <any> aaa",
    "aaa*",
]


@pytest.mark.parametrize(
    ("say", "value"),
    [*product(SILLY, ["aaa " * 5_000, "aaa bbb. " * 2_200])],
    ids=lambda text: text[:12],
)
def test_hostile_texts_and_phrases_end_soon(say: str, value: str) -> None:
    start = time.process_time()
    book_of(say).find(*read(value))
    assert time.process_time() - start < 60


@given(st.text(alphabet="a b()[]|<>?~-*within 3 words,.", max_size=40))
def test_any_phrase_is_understood_or_refused(say: str) -> None:
    column = 1
    try:
        parse_phrase(say)
    except PhraseError as error:
        column = error.column
    assert 1 <= column <= len(say) + 1


def test_phrase_of_100_kb_is_refused_at_once() -> None:
    with pytest.raises(PhraseError):
        parse_phrase("(" * 100_000)


@pytest.mark.parametrize(
    "say",
    [
        "just (checking|circling) [back|in]",
        "leverag* <any> [the] asset*",
        "give within 3 words call",
        "<start> any thoughts?",
        "impressed by <name> <end>",
        "follow~up (on|check-in) <number> [(a|b c)] minutes",
    ],
)
def test_a_phrase_can_be_kept_as_plain_data(say: str) -> None:
    run = parse_phrase(say).run
    assert read_back(json.loads(json.dumps(to_plain(run)))) == run


@pytest.mark.parametrize("say", ["<big> [<big>] gain", "(<big>|tiny|very <big>) gain", "<big>-ish"])
def test_a_group_is_kept_once(say: str) -> None:
    groups = {"big": parse_group("big", ["huge", "very large"])}
    run = parse_phrase(say, groups).run
    plain = json.dumps(to_plain(run, groups))
    assert "huge" not in plain
    assert read_back(json.loads(plain), groups) == run
