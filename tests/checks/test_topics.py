"""Messages that have nothing to do with each other."""

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.checks.topics import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.reading.phrases import Phrase, PhraseList
from cadence_lint.reading.phrases.index import build_index
from cadence_lint.rulebook import Book
from cadence_lint.sequence import Message
from tests.builders import sequence, text, touch

if TYPE_CHECKING:
    from cadence_lint.checks import Objection
    from cadence_lint.sequence import Touch

LISTS = {"says-goodbye": PhraseList((Phrase("my last email"),))}
BOOK = {"rules": [], "phrases": {"en": build_index(LISTS)}}
ROOFS = "Storms break tiles near every ridge along that coast."
PUMPS = "Heat pumps earn a subsidy until December around Brighton."


def objections(*touches: "Touch", least: int = 4, language: str = "en") -> "list[Objection]":
    case = Case(sequence(*touches, language=language), Book(BOOK), Config())
    return list(check(case, Options(least)))


def test_another_topic() -> None:
    (said,) = objections(touch(1, body=ROOFS), touch(5, body=PUMPS))
    assert said.values == Values(2, '"heat", "pumps", "earn"')
    assert [(spot.quote, spot.touch) for spot in said.spots] == [(PUMPS, 2)]


def test_one_word_in_common_is_enough() -> None:
    assert objections(touch(1, body=ROOFS), touch(5, body=f"{PUMPS} The tile holds.")) == []
    assert objections(touch(1, subject="heat", body=ROOFS), touch(5, body=PUMPS)) == []


def test_any_of_the_earlier_ones_will_do() -> None:
    assert (
        objections(*(touch(day, body=body) for day, body in enumerate((ROOFS, PUMPS, ROOFS))))[1:]
        == []
    )


def test_a_name_that_is_the_senders_is_no_topic() -> None:
    signed = "At Larkfield, we climb."
    assert (
        len(
            objections(
                touch(1, body=f"{signed} {ROOFS}"), touch(5, body=f"At Larkfield, we nap. {PUMPS}")
            )
        )
        == 1
    )


def test_goodbyes_and_short_ones_are_left_alone() -> None:
    assert objections(touch(1, body=ROOFS), touch(5, body=f"This is my last email. {PUMPS}")) == []
    assert objections(touch(1, body=ROOFS), touch(5, body=PUMPS), least=20) == []


def test_what_is_hidden_may_lead_there() -> None:
    assert objections(touch(1, body=ROOFS), touch(3), touch(5, body=PUMPS)) == []
    assert objections(touch(1, body=ROOFS), touch(5, body=f"{{{{icebreaker}}}} {PUMPS}")) == []
    assert objections(touch(1, body=ROOFS), touch(5, body=PUMPS), language="de") == []


def test_a_reader_meets_one_variant() -> None:
    both = (Message("A", body=text(ROOFS)), Message("B", body=text(PUMPS)))
    assert objections(touch(1, messages=both), touch(5, messages=both)) == []
    swapped = (Message("A", body=text(PUMPS)), Message("B", body=text(ROOFS)))
    assert len(objections(touch(1, messages=both), touch(5, messages=swapped))) == 2


BODIES = st.lists(
    st.lists(st.sampled_from("tile ridge pump subsidy oven label".split()), min_size=1).map(
        " ".join
    ),
    max_size=4,
)


@given(BODIES)
def test_no_message_objected_to_shares_a_word(bodies: list[str]) -> None:
    said = objections(*(touch(day, body=body) for day, body in enumerate(bodies)), least=1)
    for each in said:
        assert each.touch is not None
        at = each.touch.number - 1
        earlier = {word for body in bodies[:at] for word in body.split()}
        assert earlier.isdisjoint(bodies[at].split())
