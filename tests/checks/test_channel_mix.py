from cadence_lint.checks import Objection
from cadence_lint.checks.channel_mix import Options, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from cadence_lint.sequence import Channel
from tests.builders import sequence, touch

ONE = Options(from_contacts=3, least=2)


def objections(options: Options, *channels: Channel, **context: str) -> list[Objection]:
    touches = [touch(day, channel) for day, channel in enumerate(channels, 1)]
    case = Case(sequence(*touches, context=context), Book({"rules": [], "phrases": {}}), Config())
    return list(check(case, options))


def contacts(options: Options, *channels: Channel) -> list[str]:
    said = objections(options, *channels)
    return [each.values.contacts for each in said]  # type: ignore[attr-defined]


def test_the_channel_is_named_where_there_is_one() -> None:
    assert contacts(ONE, "email", "email", "email") == ["3 emails"]
    assert contacts(ONE, "linkedin", "task", "linkedin", "linkedin") == ["3 LinkedIn contacts"]
    assert contacts(Options(from_contacts=2, one_of=("call",)), "email", "sms") == ["2 contacts"]


def test_a_channel_that_nobody_knows_is_another_one() -> None:
    assert contacts(ONE, "email", "email", "other") == []


def test_what_nobody_notices_is_no_contact() -> None:
    assert contacts(ONE, "email", "task", "email") == []


def test_the_reader_has_said_where() -> None:
    assert objections(ONE, "call", "call", "call", preferred_channel="phone") == []
    assert len(objections(ONE, "call", "call", "call", event="Hotel Night")) == 1


def test_the_right_channel_is_enough() -> None:
    wants = Options(from_contacts=3, one_of=("call", "video"))
    assert contacts(wants, "video", "video", "video") == []
    assert contacts(wants, "email", "email", "sms") == ["3 contacts"]
