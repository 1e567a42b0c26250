"""What the examples of its rules cannot show: silence, and the words that it points at."""

import json

import pytest

from cadence_lint import Finding, lint_text

NOTHING = "value/nothing-for-the-reader"
GENERIC = "personalization/generic"


def found(touch: dict[str, object], rule: str = NOTHING, **plan: object) -> list[Finding]:
    email = {} if "channel" in touch else {"channel": "email", "subject": "lanes"}
    text = json.dumps({**plan, "touches": [{**email, **touch}]})
    return [each for each in lint_text(text, filename="plan.yaml").findings if each.rule == rule]


def test_it_points_at_the_words_that_stand_there_instead() -> None:
    (finding,) = found({"body": "Hi Ada, we plan lanes for hauliers. Do you have 15 minutes?"})
    assert finding.evidence[0].quote == "we plan lanes for hauliers."
    assert '"we plan lanes for hauliers."' in finding.message


def test_without_such_words_it_points_at_the_first_sentence() -> None:
    (finding,) = found(
        {"body": "Hi Ada, did you get round to it in the end, or not yet, or never?"}
    )
    assert finding.evidence[0].quote.startswith("did you get round to it")
    assert '"did you get round to it' in finding.message


@pytest.mark.parametrize(
    "body",
    [
        "Hi Ada,\n\nBest,\nMo",
        "{{icebreaker}} Do you have 15 minutes this week?",
        "Wir planen Touren für Speditionen und haben seit 2011 viele Kunden. Haben Sie Zeit?",
    ],
)
def test_it_is_silent_on_what_it_cannot_weigh(body: str) -> None:
    assert not found({"body": body})


SELFISH = (
    "We are a family laundry in Leeds. We wash for twelve hotels. Our drivers come at six and our"
    " machines run all night."
)


@pytest.mark.parametrize(
    ("start", "is_found"),
    [
        ("", True),
        ("[One line on what they do]. ", True),
        ("{{icebreaker}} ", False),
        ("[One line on what they do]. [What their guests wrote in May]. ", False),
    ],
)
def test_a_blank_is_taken_for_words_about_the_reader(start: str, is_found: bool) -> None:
    found_ = found({"body": f"Hi Ada, {start}{SELFISH}"}, "self-focus/self-focused-copy")
    assert bool(found_) == is_found


def test_each_variant_is_weighed() -> None:
    good = "Hi Ada, your gate at Harbour Road opens at six. Who decides on slots there?"
    bad = "Hi Ada, we plan lanes for hauliers. Do you have 15 minutes?"
    (finding,) = found({"variants": [{"label": "A", "body": good}, {"label": "B", "body": bad}]})
    assert {each.variant for each in finding.evidence} == {"B"}


def test_a_call_in_which_they_are_heard_is_not_weighed() -> None:
    said = "Hello, this is Margaret from Plumtree Print. I have some new papers that you may like."
    assert found({"channel": "call", "script": said}, GENERIC)
    assert not found({"channel": "call", "script": f"{said} Who prints your menus?"}, GENERIC)


def test_more_is_asked_of_what_could_be_said_to_anybody() -> None:
    assert not found(
        {"body": "Your menu changed in May. We print menus. Shall we meet on Tuesday?"}
    )
    assert found({"body": "Your menu changed. We print menus. Shall we meet on Tuesday?"})


def test_only_what_is_no_email_may_point_to_one() -> None:
    said = "I sent you an email about our lanes. Tell me if you want the price list of them."
    text: dict[str, object] = {"channel": "sms", "body": said}
    assert found({"body": said}, GENERIC)
    assert not found(text, GENERIC)


def test_a_later_message_goes_on_about_a_matter_that_was_theirs() -> None:
    news = {
        "day": 9,
        "channel": "email",
        "thread": "reply",
        "body": "After a letter of the union one of the web shops has taken down 40 chargers.",
    }

    def objected(*before: dict[str, object]) -> bool:
        text = json.dumps({"touches": [*before, news]})
        result = lint_text(text, filename="plan.yaml")
        return any(each.rule == NOTHING and each.touch == 2 for each in result.findings)

    first: dict[str, object] = {"day": 1, "channel": "email", "subject": "chargers"}
    theirs = (
        "Hi Renske, you wrote in March that nobody counts the fires of bike chargers. Will you?"
    )
    ours = "Hi Renske, we are a leading workshop for chargers. Do you have 15 minutes?"
    assert objected({**first, "body": ours})
    assert not objected({**first, "body": theirs})
    assert not objected(first)


def is_generic(*touches: dict[str, object]) -> bool:
    result = lint_text(json.dumps({"touches": touches}), filename="plan.yaml")
    return any(each.rule == GENERIC for each in result.findings)


def test_an_offer_of_nothing_in_particular_could_go_to_anybody() -> None:
    vague = "I recorded a short video showing what I'd change. Want me to send it over?"
    told = "Since the May update the 7.40 bus leaves one minute before the train is in. "
    email: dict[str, object] = {"channel": "email", "subject": "an idea"}
    assert is_generic({**email, "body": vague})
    assert not is_generic({**email, "body": told + vague})


def test_a_request_to_connect_without_a_note_says_nothing_first() -> None:
    pitch = {
        "day": 2,
        "channel": "linkedin",
        "action": "message",
        "body": "Thanks for connecting! We are a full-service provider and would love to help.",
    }
    request = {"day": 1, "channel": "linkedin", "action": "connect"}
    assert is_generic(request, pitch)
    assert not is_generic({**request, "body": "You run two ferries from Oban."}, pitch)


def test_it_points_past_who_speaks() -> None:
    said = "Hello, this is Margaret from Plumtree Print. Two minutes on paper when you have them."
    (finding,) = found({"channel": "call", "voicemail": said})
    assert [each.quote for each in finding.evidence] == ["Two minutes on paper when you have them."]
