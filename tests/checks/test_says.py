"""Something that is said, or is missing."""

import time
from typing import TYPE_CHECKING, Any

from cadence_lint.checks import Objection
from cadence_lint.checks.says import Options, Values, check
from cadence_lint.config import Config, Vocabulary
from cadence_lint.linting.case import Case
from cadence_lint.reading.phrases import Phrase, PhraseList
from cadence_lint.reading.phrases.index import build_index
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

if TYPE_CHECKING:
    from cadence_lint.sequence import Touch

LISTS = {
    "bump": PhraseList(
        (Phrase("checking in"), Phrase("just checking in on this", "Say why.", "Two hotels …"))
    ),
    "offers": PhraseList((Phrase("happy to send"),)),
}
BOOK = {"rules": [], "phrases": {"en": build_index(LISTS)}}
BUMP = Options(any=("bump",), none=("offers",))


def objections(
    options: Options,
    said: "Touch",
    language: str = "en",
    config: Config | None = None,
    **audience: Any,
) -> list[Objection]:
    plan = sequence(said, language=language, **audience)
    case = Case(plan, Book(BOOK), config or Config())
    (only,) = case.touches
    return [
        each
        for message in only.messages
        for each in check(case, only, case.reading(message), options)
    ]


def quotes(options: Options, **parts: Any) -> list[str]:
    return [spot.quote for each in objections(options, touch(1, **parts)) for spot in each.spots]


class TestWhatIsSaid:
    def test_it_points_at_the_words(self) -> None:
        (said,) = objections(BUMP, touch(1, body="Hi Ada, checking in."))
        assert said.spots[0].quote == "checking in"
        assert isinstance(said.values, Values)
        assert said.values.words == '"checking in"'
        assert said.values.count == said.measure == 1
        assert said.traits == {"where": "body"}

    def test_a_phrase_brings_its_own_advice(self) -> None:
        (said,) = objections(BUMP, touch(1, body="Just checking in on this."))
        assert said.advice == "Say why."
        assert isinstance(said.values, Values)
        assert said.values.instead == "Two hotels …"

    def test_what_excuses_it(self) -> None:
        assert quotes(BUMP, body="Checking in. Happy to send the plan.") == []

    def test_so_many_of_them(self) -> None:
        two = Options(any=("bump",), at_least=2)
        assert quotes(two, body="Checking in.") == []
        assert len(quotes(two, body="Checking in. Still checking in.")) == 2

    def test_fewer_are_enough_in_the_subject(self) -> None:
        two = Options(any=("bump",), at_least=2, at_least_in_subject=1)
        assert quotes(two, subject="Checking in", body="Two moved.") == ["Checking in"]
        assert quotes(two, subject="Audits", body="Checking in.") == []
        (both,) = objections(two, touch(1, subject="Checking in", body="Checking in."))
        assert both.measure == 2

    def test_what_to_write_instead_of_each(self) -> None:
        body = "Just checking in on this. Checking in."
        (said,) = objections(BUMP, touch(1, body=body))
        assert isinstance(said.values, Values)
        assert said.values.plainer == '"Just checking in on this" (Two hotels …)'

    def test_what_the_team_allows(self) -> None:
        config = Config(vocabulary=Vocabulary(allow=("Checking In", "hop")))
        said = touch(1, body="Just checking in on this.")
        assert objections(BUMP, said, config=config) == []
        hopping = Config(vocabulary=Vocabulary(allow=("check",)))
        assert len(objections(BUMP, said, config=hopping)) == 1

    def test_words_within_words_are_named_once(self) -> None:
        options = Options(any=("bump", "question"))
        (said,) = objections(options, touch(1, body="Are you checking in?"))
        assert isinstance(said.values, Values)
        assert said.values.words == '"Are you checking in?"'


def test_a_text_that_says_it_thousands_of_times() -> None:
    started = time.process_time()
    (objection,) = objections(BUMP, touch(body="Checking in. " * 5000))
    assert len(objection.spots) == 5000
    assert time.process_time() - started < 5


class TestWhere:
    def test_only_in_the_subject(self) -> None:
        options = Options(any=("bump",), where="subject")
        assert quotes(options, subject="Checking in", body="Checking in.") == ["Checking in"]

    def test_only_in_the_opening(self) -> None:
        options = Options(any=("bump",), where="opening")
        assert quotes(options, body="Hi Ada,\n\nChecking in.") == ["Checking in"]
        assert quotes(options, body="Hi Ada,\n\nTwo hotels moved. Checking in.") == []

    def test_never_in_what_is_quoted_below(self) -> None:
        assert quotes(Options(any=("bump",)), body="Two hotels moved.\n\n> Checking in.") == []

    def test_only_in_some_segments(self) -> None:
        options = Options(any=("bump",), in_segments=("ps",))
        assert quotes(options, body="Checking in.\n\nP.S. Checking in.") == ["Checking in"]

    def test_a_voicemail_is_heard_without_the_call(self) -> None:
        said = quotes(BUMP, channel="call", script="Happy to send it.", voicemail="Checking in.")
        assert said == ["Checking in"]

    def test_in_a_call_to_a_stranger_other_facts_count(self) -> None:
        options = Options(any=("bump",), cold_call=("offers",))
        said = touch(1, "call", script="Checking in. Happy to send it.")
        (only,) = objections(options, said, relationship="cold")
        assert only.spots[0].quote == "Happy to send"
        assert not objections(options, said, relationship="customer")
        assert quotes(options, body="Checking in. Happy to send it.") == ["Checking in"]

    def test_a_subject_is_read_with_its_body(self) -> None:
        assert quotes(BUMP, subject="Checking in", body="Happy to send it.") == []


class TestSilence:
    def test_it_points_at_the_last_words(self) -> None:
        options = Options(none=("question", "offers"))
        assert quotes(options, body="Hi Ada,\n\nTwo moved. One stayed.\n\nBest,\nMo") == [
            "One stayed."
        ]
        assert quotes(options, body="Two moved. Who stayed?") == []

    def test_a_name_below_is_not_the_last_sentence(self) -> None:
        options = Options(none=("question", "offers"))
        said = quotes(
            options, body="Two moved. One stayed.\n\nInge from the yard in Leith\nsearcher"
        )
        assert said == ["One stayed."]

    def test_nothing_is_said_of_hidden_copy(self) -> None:
        assert quotes(Options(none=("question",)), body="{{icebreaker}}") == []
        assert quotes(BUMP, body="Checking in. {{icebreaker}}") == []

    def test_a_language_without_lists_is_left_alone(self) -> None:
        said = touch(1, body="Checking in.")
        assert objections(BUMP, said, language="fi") == []

    def test_a_touch_without_copy(self) -> None:
        assert objections(Options(none=("question",)), touch(1)) == []
