from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint import lint_text
from cadence_lint.checks.length import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

Unit = Literal["words", "characters", "segments"]
GREETINGS = ("Hi", "Hello there", "Good day to you", "Dear reader of mine")
Part = Literal["subject", "body", "script", "voicemail"]


def measured(unit: Unit, said: str, part: Part = "body") -> int:
    """How long a part is, by a limit that everything breaks."""
    values = objection(Options(max=-1, unit=unit, part=part), **{part: said})
    assert values is not None
    return values.length


def objection(options: Options, **fields: Any) -> Values | None:
    plan = sequence(touch(1, fields.pop("channel", "email"), **fields), segment="mid")
    case = Case(plan, Book({"rules": [], "phrases": {}}), Config())
    (one,) = plan.touches
    found = list(check(case, one, case.reading(one.messages[0]), options))
    assert len(found) <= 1
    if not found:
        return None
    assert isinstance(found[0].values, Values)
    return found[0].values


class TestWhatIsLookedAt:
    def test_a_limit_is_still_fine(self) -> None:
        options = Options(max=3, unit="characters")
        assert objection(options, body="abc") is None
        assert objection(options, body="abcd") == Values(4, 3, 2, 1, "")

    def test_only_the_part(self) -> None:
        assert objection(Options(max=3, unit="characters", part="subject"), body="abcd") is None

    def test_only_the_actions(self) -> None:
        options = Options(max=3, unit="characters", actions=("connect",))
        said = {"channel": "linkedin", "body": "abcd"}
        assert objection(options, action="connect", **said) is not None
        assert objection(options, action="message", **said) is None
        assert objection(options, **said) is None

    def test_no_limit_for_the_segment(self) -> None:
        assert objection(Options(max={"exec": 1}, unit="characters"), body="abcd") is None


class TestWords:
    def test_a_field_is_a_word(self) -> None:
        assert measured("words", "Who signs off night audits at {{company}}?") == 7

    def test_the_signature_of_an_email_is_not_read(self) -> None:
        said = "Who signs off night audits?"
        assert (
            measured("words", f"{said}\n\n--\nMo Adeyemi\nLarkfield, 1 Quay Street, Ghent\n") == 5
        )

    def test_the_sign_off_of_an_email_is_not_read(self) -> None:
        assert measured("words", "Who signs off night audits?\n\nBest regards,\nMo Adeyemi") == 5

    def test_a_voicemail_is_heard_to_the_end(self) -> None:
        said = "Who signs off night audits?\n\nBest,\nMo Adeyemi"
        assert measured("words", said, "voicemail") == 8
        assert measured("words", said) < 8

    def test_how_long_it_takes_to_say(self) -> None:
        values = objection(Options(max=74, part="voicemail"), voicemail=75 * "word ")
        assert values is not None
        assert values.seconds == 30

    def test_the_longest_option(self) -> None:
        assert measured("words", "{One|One two three} and {four five|six}") == 6


class TestCharacters:
    def test_white_space_around_does_not_count(self) -> None:
        assert measured("characters", "\n  abc def \n\n") == 7

    def test_a_field_counts_as_a_short_name(self) -> None:
        assert measured("characters", "Hi {{first_name|there}}, hello") == len("Hi Jasper, hello")

    def test_the_longest_option(self) -> None:
        assert measured("characters", "{Hi|Hello} you") == 9
        assert measured("characters", "{Hello|Hi} {you|dear reader}") == len("Hello dear reader")

    def test_the_longest_option_within_an_option(self) -> None:
        assert measured("characters", "{Hi|Hello {you|dear reader}}!") == len("Hello dear reader!")

    def test_a_condition_may_hold(self) -> None:
        said = "Hi{% if city %} from Ghent{% endif %}."
        assert measured("characters", said) == len("Hi from Ghent.")

    @given(st.lists(st.lists(st.sampled_from(GREETINGS), min_size=2, max_size=4), max_size=6))
    def test_like_the_sum_of_the_longest(self, choices: list[list[str]]) -> None:
        said = "x" + "".join("{" + "|".join(options) + "}y" for options in choices)
        longest = sum(max(map(len, options)) for options in choices)
        assert measured("characters", said) == 1 + longest + len(choices)


class TestSegments:
    @pytest.mark.parametrize(
        ("said", "segments"),
        [
            ("x", 1),
            ("x" * 160, 1),
            ("x" * 161, 2),
            ("x" * 306, 2),
            ("x" * 307, 3),
            ("é€\n" + "x" * 156, 1),
            ("€" + "x" * 159, 2),
            ("[]~^|\\" + "x" * 148, 1),
            ("[]~^|\\" + "x" * 149, 2),
            ("’" + "x" * 69, 1),
            ("’" + "x" * 70, 2),
            ("’" + "x" * 133, 2),
            ("’" + "x" * 134, 3),
            ("👍" + "x" * 68, 1),
            ("👍" + "x" * 69, 2),
        ],
    )
    def test_how_many(self, said: str, segments: int) -> None:
        assert measured("segments", said) == segments

    def test_an_option_outside_the_alphabet_counts(self) -> None:
        assert measured("segments", "{Hello there|Hi 👍} " + "x" * 66) == 2

    def test_why(self) -> None:
        options = Options(max=1, unit="segments")
        values = objection(options, channel="sms", body="it’s " + "x" * 70)
        assert values is not None
        assert values.because == ' because of "’"'
        values = objection(options, channel="sms", body="x" * 200)
        assert values is not None
        assert values.because == ""

    @given(st.text(max_size=400))
    def test_never_fewer_than_the_characters_need(self, said: str) -> None:
        length = measured("characters", said)
        segments = measured("segments", said)
        assert -(-length // 160) <= max(segments, 1)


class TestRules:
    def severities(self, rule: str, touch_keys: str, length: int) -> list[str]:
        text = f"touches:\n  - {touch_keys}\n    body: {'x' * length}\n"
        return [f.severity for f in lint_text(text, select=[rule]).findings]

    @pytest.mark.parametrize(
        ("length", "severities"), [(200, []), (201, ["info"]), (300, ["info"]), (301, ["error"])]
    )
    def test_a_note(self, length: int, severities: list[str]) -> None:
        keys = "channel: linkedin\n    action: connect"
        assert self.severities("channels/linkedin-note-too-long", keys, length) == severities

    @pytest.mark.parametrize(
        ("length", "severities"),
        [
            (400, []),
            (401, ["info"]),
            (800, ["info"]),
            (801, ["warning"]),
            (1900, ["warning"]),
            (1901, ["error"]),
        ],
    )
    def test_an_inmail(self, length: int, severities: list[str]) -> None:
        keys = "channel: linkedin\n    action: inmail"
        assert self.severities("channels/inmail-too-long", keys, length) == severities

    @pytest.mark.parametrize(
        ("header", "words", "severities"),
        [
            ("segment: mid", 150, []),
            ("segment: mid", 151, ["info"]),
            ("segment: mid", 200, ["info"]),
            ("segment: mid", 201, ["warning"]),
            ("segment: exec", 120, []),
            ("segment: exec", 121, ["info"]),
            ("segment: exec", 161, ["warning"]),
            ("relationship: customer", 201, ["info"]),
            ("purpose: nurture", 201, []),
        ],
    )
    def test_a_first_email(self, header: str, words: int, severities: list[str]) -> None:
        found = self.emails(header, "touches:", words)
        assert found == severities

    def test_only_the_first_email_to_an_executive_is_held_shorter(self) -> None:
        touches = "touches:\n  - {day: 1, channel: call}"
        assert self.emails("segment: exec", touches, 140) == []
        assert self.emails("segment: exec", touches, 161) == ["info"]

    def emails(self, header: str, touches: str, words: int) -> list[str]:
        text = f"{header}\n{touches}\n  - {{day: 2, channel: email, body: {'word ' * words}}}\n"
        return [f.severity for f in lint_text(text, select=["craft/email-too-long"]).findings]

    @pytest.mark.parametrize(
        ("subject", "is_long"),
        [
            ("one two three four five six seven eight", False),
            ("one two three four five six seven eight nine", True),
            ("x" * 60, False),
            ("x" * 61, True),
            ("Re: one two three four five six seven eight nine", False),
        ],
    )
    def test_a_subject(self, subject: str, is_long: bool) -> None:
        text = f"touches:\n  - channel: email\n    subject: '{subject}'\n    body: hi\n"
        findings = lint_text(text, select=["craft/subject-too-long"]).findings
        assert bool(findings) == is_long

    def test_the_same_in_two_versions_is_one_finding(self) -> None:
        text = "touches:\n  - channel: sms\n    variants:\n"
        text += "".join(f"      - {{label: {label}, body: {'x' * 161}}}\n" for label in "AB")
        (finding,) = lint_text(text, select=["channels/sms-too-long"]).findings
        assert [evidence.variant for evidence in finding.evidence] == ["A", "B"]
