import pytest

from cadence_lint.checks.positioning import Options, check
from cadence_lint.config import Config, Vocabulary
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import load_book
from cadence_lint.sequence import Touch
from tests.builders import sequence, touch

LINE = "Larkfield helps teams close the hotel day without a night audit"
NAMES = Vocabulary(company=("Larkfield",))


def is_flagged(*touches: Touch, lines: tuple[str, ...] = (LINE,), **fields: str) -> bool:
    config = Config(positioning=lines, vocabulary=NAMES)
    case = Case(sequence(*touches, **fields), load_book(()), config)
    return bool(list(check(case, Options())))


@pytest.mark.parametrize(
    "body",
    [
        "Who is closing?",
        "Seven hotels.",
        "The {morning|night} shift",
        "Auditors?",
        "At nights, then?",
    ],
)
def test_one_word_in_any_form_is_enough(body: str) -> None:
    assert not is_flagged(touch(1, body=f"Hello there. {body}"))


@pytest.mark.parametrize(
    "body",
    ["Larkfield prints loyalty cards.", "We help teams with what they need.", "A knight's tale."],
)
def test_names_and_common_words_are_no_message(body: str) -> None:
    assert is_flagged(touch(1, body=body))


def test_any_line_will_do() -> None:
    lines = (LINE, "Cards that regulars carry")
    assert not is_flagged(touch(1, body="Which cards do they use?"), lines=lines)


def test_lines_that_say_nothing_ask_for_nothing() -> None:
    assert not is_flagged(touch(1, body="Which cards?"), lines=("We help teams work better",))


def test_what_cannot_be_seen_may_say_it() -> None:
    cards = touch(1, body="Which cards?")
    assert is_flagged(cards, touch(4, "call"))
    assert not is_flagged(cards, touch(4))
    assert not is_flagged(touch(1, "call"), touch(4, "linkedin"))
    assert not is_flagged(touch(1, body="{{icebreaker}} Which cards?"))


def test_other_languages_are_left_alone() -> None:
    assert not is_flagged(touch(1, body="Welche Karten?"), language="de")
