from cadence_lint.checks.beside import Options, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import load_book
from cadence_lint.sequence import Touch
from tests.builders import sequence, touch

OPTIONS = Options(unless_any=("points-to-email",))


def flagged(*touches: Touch) -> list[int]:
    case = Case(sequence(*touches), load_book(()), Config())
    return [said.touch.number for said in check(case, OPTIONS) if said.touch]


def voicemail(day: float | None, said: str = "It's Ines from Quayside Freight.") -> Touch:
    return touch(day, "call", voicemail=said)


def test_the_same_day_or_the_next() -> None:
    assert flagged(voicemail(3), touch(3)) == []
    assert flagged(voicemail(3), touch(4)) == []
    assert flagged(voicemail(3.9), touch(4.1)) == []
    assert flagged(voicemail(3), touch(5)) == [1]


def test_an_email_before_counts_only_where_it_is_pointed_to() -> None:
    pointing = "It's Ines from Quayside Freight. I sent you an email on Monday."
    assert flagged(touch(1), voicemail(3)) == [2]
    assert flagged(touch(1), voicemail(3, pointing)) == []
    assert flagged(voicemail(3, pointing), touch(9)) == [1]


def test_each_voicemail_is_looked_at() -> None:
    assert flagged(voicemail(1), voicemail(6), touch(6), voicemail(9)) == [1, 4]


def test_unknown_days_take_no_part() -> None:
    assert flagged(voicemail(None), touch(5)) == []
    assert flagged(voicemail(3), touch(None)) == []
