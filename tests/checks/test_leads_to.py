"""One thing that leads to another."""

from typing import TYPE_CHECKING, Any

from cadence_lint.checks.leads_to import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.reading.phrases import Phrase, PhraseList
from cadence_lint.reading.phrases.index import build_index
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

if TYPE_CHECKING:
    from cadence_lint.checks import Objection

LISTS = {
    "news": PhraseList((Phrase("the storm"), Phrase("writing because of the storm"))),
    "asks": PhraseList((Phrase("a quick call"),)),
    "reason": PhraseList((Phrase("writing because of the storm"),)),
    "helps": PhraseList((Phrase("no charge"),)),
}
BOOK = {"rules": [], "phrases": {"en": build_index(LISTS)}}
OPTIONS = Options(any=("news",), then=("asks", "reason"), none=("helps",))


def objections(language: str = "en", **parts: Any) -> "list[Objection]":
    case = Case(sequence(touch(1, **parts), language=language), Book(BOOK), Config())
    (only,) = case.touches
    (message,) = only.messages
    return list(check(case, only, case.reading(message), OPTIONS))


def quotes(**parts: Any) -> list[str]:
    return [spot.quote for each in objections(**parts) for spot in each.spots]


def test_it_points_at_both() -> None:
    (said,) = objections(body="I read of the storm. Time for a quick call?")
    assert said.values == Values('"the storm"', '"a quick call"')
    assert [spot.quote for spot in said.spots] == ["the storm", "a quick call"]


def test_the_words_that_do_both_stand_once() -> None:
    (said,) = objections(body="I am writing because of the storm.")
    assert said.values == Values('"writing because of the storm"', "")
    assert len(said.spots) == 1


def test_in_one_sentence_the_order_does_not_matter() -> None:
    assert quotes(body="Time for a quick call about the storm?") == ["the storm", "a quick call"]


def test_what_comes_first_is_not_led_to() -> None:
    assert quotes(body="Time for a quick call? Stay dry in the storm.") == []


def test_one_without_the_other() -> None:
    assert quotes(body="Stay dry in the storm.") == []
    assert quotes(body="Time for a quick call?") == []


def test_the_subject_leads_to_the_body() -> None:
    assert quotes(subject="the storm", body="Time for a quick call?") == [
        "the storm",
        "a quick call",
    ]


def test_who_hears_the_voicemail_did_not_hear_the_call() -> None:
    assert quotes(script="I read of the storm.", voicemail="Time for a quick call?") == []


def test_what_excuses_it() -> None:
    assert quotes(body="I read of the storm. Use our hall, no charge. A quick call?") == []
    assert quotes(script="The storm. A quick call?", voicemail="The hall is no charge.") != []


def test_another_language_is_not_read() -> None:
    assert objections(language="de", body="I read of the storm. A quick call?") == []
