"""Passages, their renderings, what is quoted in them, and phrases with their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading import Passage, Reading, quoted_speech, read_message
from cadence_lint.reading.phrases import Phrase, PhraseBook, PhraseList
from cadence_lint.reading.phrases.index import build_index
from cadence_lint.sequence import Message
from tests.builders import text
from tests.reading.sayings import saying


def book(**lists: list[str]) -> PhraseBook:
    return PhraseBook.from_index(
        build_index(
            {
                name.replace("_", "-"): PhraseList(tuple(Phrase(say, "Say why.") for say in says))
                for name, says in lists.items()
            }
        )
    )


def reading(phrases: PhraseBook | None = None, **parts: str) -> Reading:
    return read_message(
        Message(**{name: text(value) for name, value in parts.items()}),  # type: ignore[arg-type]
        "en",
        phrases,
    )


class TestPhrases:
    def test_a_phrase_knows_its_words_and_its_advice(self) -> None:
        (fact,) = reading(book(bump=["just checking in"]), body="Hi Ada, just checking in.").facts(
            "bump"
        )
        assert fact.quote == "just checking in"
        assert (fact.span.start, fact.span.end) == (8, 24)
        assert fact.advice == "Say why."
        assert fact.segment == "body"

    def test_every_option_of_a_choice_reaches_somebody(self) -> None:
        said = reading(book(bump=["just checking in"]), body="{Hello Ada|Just checking in}.")
        (fact,) = said.facts("bump")
        assert fact.quote == "Just checking in"

    def test_what_all_renderings_say_is_said_once(self) -> None:
        said = reading(book(bump=["just checking in"]), body="{Hi|Hello} Ada, just checking in.")
        assert len(said.facts("bump")) == 1

    def test_quoted_speech_is_not_said(self) -> None:
        said = reading(
            book(bump=["just checking in"]),
            body='Your buyers delete "just checking in" first. What do they read?',
        )
        assert said.facts("bump") == []

    def test_a_script_in_quotation_marks_is_said(self) -> None:
        said = reading(book(bump=["just checking in"]), script='"Hi Ada, just checking in."')
        assert len(said.facts("bump")) == 1

    def test_without_lists_nothing_is_understood(self) -> None:
        assert not reading(body="Just checking in.").is_understood
        assert reading(book(bump=["checking in"]), body="Just checking in.").is_understood

    def test_facts_of_several_names_and_parts(self) -> None:
        said = reading(
            book(bump=["checking in"], offers=["happy to send"]),
            subject="Checking in",
            body="Happy to send it. Checking in.",
        )
        assert [fact.part for fact in said.facts("bump")] == ["subject", "body"]
        assert [fact.name for fact in said.facts("offers", "bump")] == ["offers", "bump", "bump"]


class TestPassage:
    def test_blanks_and_fields_are_one_word(self) -> None:
        passage = Passage("body", text("Hi [First Name], {{company}} grows"), None)
        assert passage.words.folded == ["hi", "{}", "{}", "grows"]
        assert passage.owners == {1: "reader", 2: "company"}

    @pytest.mark.parametrize(
        "value",
        [
            "{{icebreaker}} Who signs off?",
            "[one thing that they posted] Who signs off?",
            "[Specific observation] Who signs off?",
        ],
    )
    def test_copy_that_is_not_here(self, value: str) -> None:
        assert Passage("body", text(value), None).hides_copy

    @pytest.mark.parametrize(
        "value",
        [
            "Hi [First Name]",
            "Hi {{first_name}}",
            "[Company Name] grows",
            "[Name] [Day]",
            "The post is here: [link to the job description]",
            "We mend kilns. [Generic pitch about the company]",
            "I run [name redacted for her sake], a choir.",
            "I read it twice [Annals of Clay 12 (2011) 40-58].",
        ],
    )
    def test_names_hide_nothing(self, value: str) -> None:
        assert not Passage("body", text(value), None).hides_copy

    def test_the_opening_comes_after_all_greetings(self) -> None:
        passage = Passage("body", text("Hi Ada,\n\nHope you're well.\n\nWho signs off?"), None)
        assert passage.opening == 2
        assert Passage("body", text("Hi Ada,"), None).opening is None

    def test_who_writes_belongs_to_the_greeting_where_the_reader_comes_soon(self) -> None:
        who, how = "Hi Ada,\n\nI'm Tove, a deckhand in Bergen.", "The timetable came out yesterday."
        theirs = "Your night crossing has two lorries fewer on it: is that the new ramp?"
        ours = "We sell ramps, ropes and lamps."
        assert Passage("body", text(f"{who} {how} {theirs}"), None).opening == 2
        assert Passage("body", text(f"{who} {how} {ours}"), None).opening == 1

    def test_spoken_is_all_but_the_subject(self) -> None:
        said = reading(subject="Audits", body="Who signs off?")
        assert [passage.part for passage in said.spoken] == ["body"]

    def test_a_subject_has_no_segments(self) -> None:
        passage = Passage("subject", text("Hi Ada"), None)
        assert passage.segments == ["body"]


class TestQuotedSpeech:
    @pytest.mark.parametrize(
        "value",
        [
            'As you wrote, "we plan by hand" is true of most hotels in Leeds.',
            "As you wrote, “we plan by hand” is true of most hotels in Leeds.",
            "As you wrote, «we plan by hand» is true of most hotels in Leeds.",
            "As you wrote, „we plan by hand“ is true of most hotels in Leeds.",
        ],
    )
    def test_marks(self, value: str) -> None:
        ((start, end),) = quoted_speech(value)
        assert value[start + 1 : end - 1] == "we plan by hand"

    @pytest.mark.parametrize(
        "value", ['A 27" screen and a 32" screen', '"Hi Ada, it is Mo."', "it's Ada's", '" a "']
    )
    def test_no_speech(self, value: str) -> None:
        assert quoted_speech(value) == ()

    @given(st.text(alphabet='ab "“”«»„\n', max_size=60))
    def test_stretches_lie_in_the_text_in_order(self, value: str) -> None:
        at = 0
        for start, end in quoted_speech(value):
            assert at <= start < end <= len(value)
            at = end


def test_a_field_in_code_stands_for_whom_it_names() -> None:
    theirs = saying("${company} is taking on 40 people in Utrecht.")
    assert (theirs.plain.words[0], theirs.gift) == ("{reader}", "observes-theirs")
    assert saying("I am ${senderName} and build kilns.").plain.words[2] == "{sender}"
    assert "{reader}" not in saying("It costs ${4 + 5} a head in Hull.").plain.words
