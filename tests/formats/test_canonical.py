from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cadence_lint.formats import canonical, intake, keys
from tests.formats.yaml_text import (
    faults,
    message_of,
    read_yaml,
    remarks,
    said,
    sequence_of,
    touch_of,
    touches_of,
    words,
)

TWO = "touches:\n- {day: 1, channel: email, subject: s, body: b}\n- {day: 3, channel: call}\n"


def days(text: str) -> list[float | None]:
    return [touch.day for touch in touches_of(text)]


def threads(*subjects: str) -> list[str | None]:
    """The threads of emails that have these keys besides a day and a body."""
    lines = [f"- {{day: {day}, body: x, {each}}}" for day, each in enumerate(subjects, 1)]
    return [touch.thread for touch in touches_of("touches:\n" + "\n".join(lines))]


# Names of keys


def spellings(name: str) -> set[str]:
    """A name as people also write it."""
    camel = "".join(part.title() if at else part for at, part in enumerate(name.split("_")))
    return {name, name.upper(), name.replace("_", "-"), name.replace("_", " "), camel}


def aliases(table: tuple[keys.Key, ...], name: str) -> list[str]:
    [key] = [key for key in table if key.name == name]
    return sorted({each for alias in (name, *key.aliases) for each in spellings(alias)})


@pytest.mark.parametrize(
    "key", sorted({each for name in keys.LIST_KEYS for each in spellings(name)})
)
def test_names_of_the_list(key: str) -> None:
    assert (
        len(touches_of(f"{key}:\n- {{day: 1, channel: email}}\n- {{day: 2, channel: call}}")) == 2
    )


@pytest.mark.parametrize("key", aliases(keys.HEADER, "name"))
def test_names_of_the_name(key: str) -> None:
    sequence = sequence_of(f"{key}: Spring\n  push\ntouches: [{{channel: email}}]")
    assert sequence.name == "Spring push"
    assert words(sequence, sequence.about) == "Spring\n  push"


@pytest.mark.parametrize("key", aliases(keys.TOUCH, "day"))
def test_names_of_the_day(key: str) -> None:
    assert touch_of(f"{key}: 7, channel: email").day == 7


@pytest.mark.parametrize("key", aliases(keys.TOUCH, "delay"))
def test_names_of_the_delay(key: str) -> None:
    in_days = 1 / 24 if "hour" in key.lower() else 1 / 1440 if "minute" in key.lower() else 1
    second = days(f"touches:\n- {{day: 1, channel: email}}\n- {{{key}: 6, channel: call}}")[1]
    assert second == pytest.approx(1 + 6 * in_days)


@pytest.mark.parametrize("key", aliases(keys.TOUCH, "channel"))
def test_names_of_the_channel(key: str) -> None:
    assert touch_of(f"{key}: phone, day: 1").channel == "call"


@pytest.mark.parametrize("key", aliases(keys.TOUCH, "time"))
def test_names_of_the_time(key: str) -> None:
    assert touch_of(f'{key}: "10:30", channel: email').minute == 630


@pytest.mark.parametrize("key", aliases(keys.TOUCH, "subject"))
def test_names_of_the_subject(key: str) -> None:
    assert said(message_of(f"{key}: Hello, channel: email")) == {"subject": "Hello"}


@pytest.mark.parametrize("key", aliases(keys.TOUCH, "body"))
def test_names_of_the_body(key: str) -> None:
    assert said(message_of(f"{key}: Hello, channel: email")) == {"body": "Hello"}


@pytest.mark.parametrize("key", aliases(keys.TOUCH, "script"))
def test_names_of_the_script(key: str) -> None:
    assert said(message_of(f"{key}: Hello, channel: call")) == {"script": "Hello"}


@pytest.mark.parametrize("key", aliases(keys.TOUCH, "voicemail"))
def test_names_of_the_voicemail(key: str) -> None:
    assert said(message_of(f"{key}: Hello, channel: call")) == {"voicemail": "Hello"}


@pytest.mark.parametrize("key", aliases(keys.TOUCH, "variants"))
def test_names_of_the_variants(key: str) -> None:
    touch = touch_of(f"channel: email, {key}: [{{label: X, body: Hi}}]")
    assert [(message.variant, said(message)) for message in touch.messages] == [
        ("X", {"body": "Hi"})
    ]


@pytest.mark.parametrize("key", aliases(keys.VARIANT, "label"))
def test_names_of_a_variants_label(key: str) -> None:
    assert message_of(f"channel: email, variants: [{{{key}: X, body: Hi}}]").variant == "X"


@pytest.mark.parametrize("key", aliases(keys.TOUCH, "step"))
def test_names_of_the_step(key: str) -> None:
    touches = touches_of(f"steps:\n- {{{key}: 2, channel: call}}\n- {{{key}: 1, channel: email}}")
    assert [touch.channel for touch in touches] == ["email", "call"]


@pytest.mark.parametrize("key", aliases(keys.TOUCH, "enabled"))
def test_names_of_enabled(key: str) -> None:
    off = f"- {{{key}: no, channel: call}}"
    assert [touch.channel for touch in touches_of(f"touches:\n- channel: email\n{off}")] == [
        "email"
    ]


@pytest.mark.parametrize("key", aliases(keys.TOUCH, "label"))
def test_names_of_the_label(key: str) -> None:
    assert touch_of(f"{key}: Break-up, channel: email").label == "Break-up"


@pytest.mark.parametrize("first", ["subject", "subject_line"])
def test_one_with_a_value_is_preferred_to_one_without(first: str) -> None:
    second = {"subject": "subject_line", "subject_line": "subject"}[first]
    assert said(message_of(f"channel: email, {first}: , {second}: Hello")) == {"subject": "Hello"}


def test_the_same_key_in_two_spellings() -> None:
    [fault] = faults("touches:\n- channel: email\n  Day: 1\n  day: 2\n")
    assert fault.words == "day"
    assert "'Day' on line 3, which counts" in fault.message


# The header


class TestHeader:
    TEXT = """\
name: Renewals, VP Finance, EMEA
purpose: renewal
audience:
  persona: VP Finance
  relationship: customer
  segment: exec
  region: [NO, DE]
  timezone: Europe/Berlin
  context: {event: SaaStock, date: 2026-10-13, spoke: yes}
goal: a 20-minute call
language: en
start: 2026-12-01
business_days: yes
send_days: [mon, tue]
stop_on: [reply, opt_out]
fields: {first_name: optional, company: required}
consent: express
reviewed: 1 Sep 2026
enrolled: 1,200
replies:
  not now: |
    Fine.
touches:
- channel: email
"""

    def test_everything(self) -> None:
        sequence = sequence_of(self.TEXT)
        assert sequence.name == "Renewals, VP Finance, EMEA"
        assert sequence.purpose == "renewal"
        audience = sequence.audience
        assert (audience.persona, audience.relationship, audience.segment) == (
            "VP Finance",
            "customer",
            "exec",
        )
        assert (audience.regions, audience.timezones) == (("NO", "DE"), ("Europe/Berlin",))
        assert audience.context == {"event": "SaaStock", "date": "2026-10-13", "spoke": "yes"}
        assert (sequence.goal, sequence.language) == ("a 20-minute call", "en")
        assert (sequence.start, sequence.reviewed) == (date(2026, 12, 1), date(2026, 9, 1))
        assert (sequence.business_days, sequence.send_days) == (True, frozenset({0, 1}))
        assert sequence.stop_on == ("reply", "opt_out")
        assert sequence.fields == {"first_name": "optional", "company": "required"}
        assert (sequence.consent, sequence.enrolled) == ("express", 1200)
        assert sequence.replies == {"not now": "Fine.\n"}
        assert not sequence.remarks

    def test_every_value_has_its_place(self) -> None:
        sequence = sequence_of(self.TEXT)
        assert words(sequence, sequence.place_of("purpose")) == "renewal"
        assert words(sequence, sequence.place_of("region")) == "[NO, DE]"
        assert words(sequence, sequence.place_of("replies")) == "not now: |\n    Fine."
        assert sequence.place_of("holidays") == sequence.about
        assert set(sequence.places) >= {key.name for key in keys.AUDIENCE}

    def test_nothing_is_said(self) -> None:
        sequence = sequence_of("touches: [{channel: email}]")
        assert sequence.name == "spring"
        assert words(sequence, sequence.about) == "touches"
        assert (sequence.purpose, sequence.send_days, sequence.stop_on) == (None, None, None)
        assert (sequence.start, sequence.language, sequence.audience.regions) == (None, None, ())

    @pytest.mark.parametrize("value", ["", "~", "null", "''", "'  '"])
    @pytest.mark.parametrize("key", [key.name for key in (*keys.HEADER, *keys.AUDIENCE)])
    def test_an_empty_value_says_nothing(self, key: str, value: str) -> None:
        sequence = sequence_of(f"{key}: {value}\ntouches: [{{channel: email}}]")
        assert sequence.stop_on is None
        assert sequence.name == "spring"
        if key != "name":
            assert words(sequence, sequence.place_of(key)) == key

    @pytest.mark.parametrize(
        ("said", "field", "meant"),
        [
            ("purpose: Prospecting", "purpose", "sales"),
            ("purpose: PR", "purpose", "press"),
            ("consent: none", "consent", "none"),
            ("language: NO", "language", "NO"),
            ("business_days: no", "business_days", False),
            ("send_days: mon-fri", "send_days", {0, 1, 2, 3, 4}),
            ("send_days: mon, tue", "send_days", {0, 1}),
            ("send_days: [1, 2, 3]", "send_days", {0, 1, 2}),
            ("stop_on: reply", "stop_on", ("reply",)),
            ("stop_on: reply, meeting", "stop_on", ("reply", "meeting")),
            ("stop_on: []", "stop_on", ()),
            ("exit_criteria: [positive_reply]", "stop_on", ("positive_reply",)),
            ("cancel_on: reply", "stop_on", ("reply",)),
            (
                "fields: [first_name, company]",
                "fields",
                {"first_name": "required", "company": "required"},
            ),
            ("fields: first_name", "fields", {"first_name": "required"}),
            ("start_date: 2026-12-01", "start", date(2026, 12, 1)),
        ],
    )
    def test_other_ways_to_say_it(self, said: str, field: str, meant: Any) -> None:
        sequence = sequence_of(f"{said}\ntouches: [{{channel: email}}]")
        assert getattr(sequence, field) == meant

    @pytest.mark.parametrize(
        ("said", "field", "meant"),
        [
            ("audience: VP Finance", "persona", "VP Finance"),
            ("target_persona: VP Finance", "persona", "VP Finance"),
            ("persona: VP Finance", "persona", "VP Finance"),
            ("{audience: VP Finance, persona: CFO}", "persona", "CFO"),
            ("audience: {role: CFO}", "persona", "CFO"),
            ("relationship: existing customer", "relationship", "customer"),
            ("segment: mid-market", "segment", "mid"),
            ("segment: Enterprise", "segment", "exec"),
            ("region: no", "regions", ("NO",)),
            ("region: DE, FR", "regions", ("DE", "FR")),
            ("country: germany", "regions", ("DE",)),
            (
                "timezones: [Europe/Oslo, Europe/Berlin]",
                "timezones",
                ("Europe/Oslo", "Europe/Berlin"),
            ),
            ("tz: Europe/Oslo", "timezones", ("Europe/Oslo",)),
            ("audience: {region: DE}\nregion: FR", "regions", ("DE",)),
        ],
    )
    def test_the_audience(self, said: str, field: str, meant: Any) -> None:
        text = said.strip("{}").replace(", persona", "\npersona") if said.startswith("{") else said
        sequence = sequence_of(f"{text}\ntouches: [{{channel: email}}]")
        assert getattr(sequence.audience, field) == meant

    @pytest.mark.parametrize(
        ("said", "about", "remedy"),
        [
            ("purpose: world domination", "world domination", "none of sales, nurture"),
            ("purpose: [sales]", "[sales]", "is one value"),
            ("relationship: lukewarm", "lukewarm", "none of cold, warm"),
            ("segment: {a: b}", "{a: b}", "is one value"),
            ("audience: [a, b]", "[a, b]", "in quotes"),
            ("name: {a: b}", "{a: b}", 'name: "{a: b}"'),
            ("name: {{campaign}}", "{{campaign}}", 'name: "{{campaign}}"'),
            ("goal:\n- a\n- b", "- a\n- b", "is text"),
            ("region: Narnia", "Narnia", "such as DE"),
            ("region: [DE, Narnia]", "Narnia", "such as DE"),
            ("region: [DE, {a: b}]", "{a: b}", "a list of words"),
            ("region: DE, Narnia", "Narnia", "such as DE"),
            ("timezone: Europe/Berln", "Europe/Berln", "did you mean Europe/Berlin"),
            ("timezone: {a: b}", "{a: b}", "a list of words"),
            ("start: 2026-13-01", "2026-13-01", "2026-12-01"),
            ("start: 1/2/2026", "1/2/2026", "2026-12-01"),
            ("start: [2026-12-01]", "[2026-12-01]", "is one value"),
            ("reviewed: last week", "last week", "2026-12-01"),
            ("business_days: perhaps", "perhaps", "neither yes nor no"),
            ("send_days: [mon, someday]", "someday", "write mon, tue"),
            ("stop_on: {a: b}", "{a: b}", "a list of words"),
            ("fields: {company: always}", "always", "none of required, optional"),
            ("fields: {company: [a]}", "[a]", "is one value"),
            ("consent: maybe", "maybe", "none of none, implied, express"),
            ("enrolled: many", "many", "number of people"),
            ("language: Klingon", "Klingon", "such as en"),
            ("replies: [a]", "[a]", "is keys with values"),
            ("replies: x", "x", "is keys with values"),
            ("replies: {not now: [a]}", "[a]", "quotes"),
            ("context: SaaStock", "SaaStock", "is keys with values"),
        ],
    )
    def test_what_cannot_be_taken(self, said: str, about: str, remedy: str) -> None:
        text = f"{said}\ngoal: a call\n{TWO}" if "goal" not in said else f"{said}\n{TWO}"
        [fault] = faults(text)
        assert fault.words == about
        assert remedy in fault.message
        [sequence] = read_yaml(text).sequences
        assert len(sequence.touches) == 2
        assert len(said) < 10 or sequence.goal == (None if "goal" in said else "a call")

    def test_what_is_right_of_a_list_is_kept(self) -> None:
        [sequence] = read_yaml("send_days: [mon, x, tue]\nregion: [DE, x]\n" + TWO).sequences
        assert sequence.send_days == frozenset({0, 1})
        assert sequence.audience.regions == ("DE",)

    def test_a_list_under_sequence_is_not_the_name(self) -> None:
        sequence = sequence_of("sequence:\n- channel: email\ntitle: Spring\n")
        assert sequence.name == "Spring"
        assert words(sequence, sequence.place_of("name")) == "Spring"

    def test_the_first_name_that_says_something(self) -> None:
        sequence = sequence_of("name:\nid: spring-push\ntouches: [{channel: email}]")
        assert sequence.name == "spring-push"

    def test_the_span_is_all_of_it(self) -> None:
        text = "a: 1\n" + TWO
        sequence = sequence_of(text)
        assert words(sequence, sequence.span) == text.rstrip()


# Channels


@pytest.mark.parametrize(
    ("written", "channel", "action", "label"),
    [
        ("day: 1, body: x", "email", None, None),
        ("channel: , body: x, day: 1", "email", None, None),
        ("channel: ~, body: x, day: 1", "email", None, None),
        ("channel: '', body: x, day: 1", "email", None, None),
        ("channel: LinkedIn_Connect", "linkedin", "connect", None),
        ("channel: linkedin, type: connection_request", "linkedin", "connect", None),
        ("channel: linkedin, action: connect", "linkedin", "connect", None),
        ("channel: linkedin, action: Send a voice note", "linkedin", None, "Send a voice note"),
        ("channel: linkedin_connect, type: message", "linkedin", "connect", "message"),
        ("channel: email, type: value_add", "email", None, "value_add"),
        ("channel: email, type: breakup, label: Last", "email", None, "Last"),
        ("channel: email, type: call_attempt", "email", None, "call_attempt"),
        ("channel: email, type: video", "email", None, "video"),
        ("channel: email, action: send", "email", None, "send"),
        ("channel: email, action: call", "email", None, "call"),
        ("type: call", "call", None, None),
        ("type: email, kind: nudge", "email", None, "nudge"),
        ("step_type: linkedin_message", "linkedin", "message", None),
        ("kind: inmail", "linkedin", "inmail", None),
        ("type: breakup, day: 1, body: x", "email", None, "breakup"),
        ("action: call, day: 1, body: x", "call", None, None),
        ("action: linkedin_connect, day: 1, body: x", "linkedin", "connect", None),
        ("action: text, day: 1, body: x", "email", None, "text"),
        ("type: text, day: 1, body: x", "sms", None, None),
        ("channel: whatsapp, day: 1, body: x", "other", None, None),
        ("channel: voicemail", "call", None, None),
        ("voicemail: Hi, day: 1", "call", None, None),
        ("script: Hi, voicemail: Ho, day: 1", "call", None, None),
        ("notes: Look them up, body: Hi, day: 1", "email", None, None),
    ],
)
def test_channels(written: str, channel: str, action: str | None, label: str | None) -> None:
    touch = touch_of(written)
    assert (touch.channel, touch.action, touch.label) == (channel, action, label)


@pytest.mark.parametrize(
    ("written", "about"),
    [("channel: pigeon", "pigeon"), ("channel: [email]", "[email]"), ("channel: {a: b}", "{a: b}")],
)
def test_what_is_no_channel_is_dropped(written: str, about: str) -> None:
    text = f"touches:\n- {{day: 1, {written}, body: Hi}}\n- {{day: 3, channel: call}}"
    [fault] = faults(text)
    assert fault.words == about
    [sequence] = read_yaml(text).sequences
    assert len(sequence.touches) == 2
    assert sequence.touches[0].channel == ("other" if "pigeon" in written else "email")


# Touches


class TestTouch:
    TEXT = """\
touches:
  - day: 1
    time: "09:30"
    channel: linkedin
    action: connect
    manual: true
    body: Hello
"""

    def test_it_knows_its_places(self) -> None:
        sequence = sequence_of(self.TEXT)
        [touch] = sequence.touches
        assert words(sequence, touch.about) == "day"
        assert words(sequence, touch.span) == self.TEXT[13:].rstrip()
        assert words(sequence, touch.place_of("time")) == '"09:30"'
        assert words(sequence, touch.place_of("body")) == "Hello"
        assert words(sequence, touch.place_of("subject")) == "day"
        assert (touch.number, touch.minute, touch.manual) == (1, 570, True)

    def test_one_that_takes_over_keys_stands_where_it_is_written(self) -> None:
        text = (
            "base: &base {channel: email, body: Hi}\ntouches:\n- <<: *base\n  day: 1\n- <<: *base\n"
        )
        sequence = sequence_of(text)
        assert [words(sequence, touch.about) for touch in sequence.touches] == ["day", "<<: *base"]
        assert [said(touch.messages[0]) for touch in sequence.touches] == [{"body": "Hi"}] * 2

    def test_an_alias_is_a_touch_of_its_own(self) -> None:
        touches = touches_of("touches:\n- &t {day: 1, channel: email}\n- *t\n")
        assert [touch.number for touch in touches] == [1, 2]

    @pytest.mark.parametrize("item", ["hello", "[a]", "[{channel: email}]"])
    def test_what_is_no_touch(self, item: str) -> None:
        text = f"touches:\n- {item}\n- channel: email\n"
        [fault] = faults(text)
        assert fault.words == item
        assert "`- day: 3`" in fault.message
        assert len(read_yaml(text).sequences[0].touches) == 1

    def test_an_empty_item_is_nothing(self) -> None:
        assert len(touches_of("touches:\n-\n- channel: email\n- ~\n- ''\n")) == 1

    @pytest.mark.parametrize(
        ("key", "value", "remedy"),
        [
            ("day", "-1", "whole number"),
            ("day", "soon", "whole number"),
            ("day", "1.5", "whole number"),
            ("day", "[1]", "one value"),
            ("delay", "a while", "2 days"),
            ("delay", "{a: b}", "one value"),
            ("time", "25:00", "09:30"),
            ("time", "{a: b}", "one value"),
            ("manual", "perhaps", "neither yes nor no"),
            ("enabled", "perhaps", "neither yes nor no"),
            ("thread", "perhaps", "`reply` or `new`"),
            ("is_reply", "[a]", "one value"),
            ("step", "[1]", "one value"),
            ("action", "[connect]", "quotes"),
            ("label", "{a: b}", "quotes"),
            ("variant", "[A]", "quotes"),
            ("subject", "{{company}}", '"{{company}}"'),
            ("subject", "{name}", '"{name}"'),
            ("subject", "[Quick]", '"[Quick]"'),
            ("voicemail", "[a]", "quotes"),
            ("variants", "{A: {body: x}}", "a list"),
            ("variants", "[Hi]", "a variant is keys"),
        ],
    )
    def test_what_cannot_be_taken(self, key: str, value: str, remedy: str) -> None:
        text = (
            f"touches:\n- {{channel: email, {key}: {value}, body: Hi}}\n- {{day: 9, channel: call}}"
        )
        [fault] = faults(text)
        assert fault.words == (value if key != "variants" or "{" in value else "Hi")
        assert remedy in fault.message
        touch, _ = read_yaml(text).sequences[0].touches
        assert (touch.channel, said(touch.messages[0])) == ("email", {"body": "Hi"})

    def test_a_nested_text_of_several_lines(self) -> None:
        [fault] = faults("touches:\n- channel: email\n  body:\n    a: b\n    c: d\n")
        assert fault.message == "'body' is text, but here stands something nested"


class TestDisabled:
    def test_it_is_not_counted(self) -> None:
        text = "touches:\n- {day: 1, channel: email, enabled: off}\n- {day: 3, channel: call}\n"
        [touch] = touches_of(text)
        assert (touch.number, touch.channel) == (1, "call")

    def test_what_it_says_is_not_asked(self) -> None:
        assert not faults("touches:\n- {day: soon, enabled: no}\n- {day: 3, channel: call}\n")

    def test_all_of_them(self) -> None:
        assert touches_of("touches:\n- {channel: email, active: false}") == ()

    def test_a_variant(self) -> None:
        touch = touch_of("channel: email, variants: [{body: a, enabled: no}, {body: b}]")
        assert [(m.variant, said(m)) for m in touch.messages] == [("B", {"body": "b"})]


# Days


@pytest.mark.parametrize(
    ("timing", "wanted"),
    [
        (["day: 0", "day: 3"], [0, 3]),
        (["day: 1", "day: 3"], [1, 3]),
        (["day: 010", "day: 011"], [10, 11]),
        (["day: 1", "delay: 2", "delay: 3 days"], [1, 3, 6]),
        (["delay_days: 0", "delay_days: 3", "delay_days: 4"], [1, 4, 8]),
        (["delay_days: 2", "delay_days: 3"], [3, 6]),
        (["", "delay_days: 3"], [1, 4]),
        (["", "delay: 1 week"], [1, 8]),
        (["day: 0", "delay: 12 hours", "delay: 12h"], [0, 0.5, 1]),
        (["delay: 0", "day: 3"], [1, 3]),
        (["delay: 0", "day: 0"], [0, 0]),
        (["", ""], [None, None]),
        (["day: 2", "", "delay: 1"], [2, None, None]),
        (["day: 2", "", "day: 5", "delay: 1"], [2, None, 5, 6]),
        (["day: 1", "{day: 3, delay: 2}"], [1, 3]),
        (["{day: 1, delay: 0}", "delay: 2"], [1, 3]),
    ],
)
def test_days(timing: list[str], wanted: list[float | None]) -> None:
    lines = [f"- {{channel: email, subject: s, {each.strip('{}')}}}" for each in timing]
    text = "touches:\n" + "\n".join(lines)
    assert days(text) == wanted
    assert not remarks(text)


def test_a_day_and_a_delay_that_disagree() -> None:
    text = "touches:\n- {day: 1, channel: email}\n- {day: 5, delay: 2 days, channel: call}\n"
    assert days(text) == [1, 5]
    [remark] = sequence_of(text).remarks
    assert remark.kind == "mixed-timing"
    assert remark.values == {"day": "5", "by_delay": "3"}
    assert remarks(text) == [("mixed-timing", "2 days")]


def test_a_day_that_goes_back() -> None:
    text = "touches:\n" + "".join(f"- {{day: {day}, channel: email}}\n" for day in (1, 5, 3, 4, 6))
    assert days(text) == [1, 3, 4, 5, 6]
    assert remarks(text) == [("day-goes-back", "3")]
    assert sequence_of(text).remarks[0].values == {"day": "3", "before": "5"}


def test_a_day_that_cannot_be_taken_costs_only_itself() -> None:
    [sequence] = read_yaml(
        "touches:\n- {day: x, channel: email}\n- {day: 3, channel: call}"
    ).sequences
    assert [touch.day for touch in sequence.touches] == [None, 3]


class TestSteps:
    def test_they_sort_where_all_have_one(self) -> None:
        text = "steps:\n- {step: 10, channel: call}\n- {step: Step 2, channel: sms}\n- {step: 1, channel: email}\n"
        assert [touch.channel for touch in touches_of(text)] == ["email", "sms", "call"]

    def test_delays_count_in_their_order(self) -> None:
        text = "steps:\n- {step: 2, delay_days: 3, channel: call}\n- {step: 1, delay_days: 0, channel: email}\n"
        assert [(t.channel, t.day) for t in touches_of(text)] == [("email", 1), ("call", 4)]

    @pytest.mark.parametrize("other", ["", "step: intro,"])
    def test_they_do_not_where_one_has_none(self, other: str) -> None:
        text = f"steps:\n- {{step: 2, channel: call}}\n- {{{other} channel: email}}\n"
        assert [touch.channel for touch in touches_of(text)] == ["call", "email"]

    def test_days_outrank_them(self) -> None:
        text = "steps:\n- {step: 1, day: 5, channel: call}\n- {step: 2, day: 1, channel: email}\n"
        assert [touch.channel for touch in touches_of(text)] == ["email", "call"]

    def test_a_step_that_is_repeated_with_a_variant_is_one_touch(self) -> None:
        text = """\
steps:
- {step: 1, variant: A, delay_days: 0, subject: a, body: a}
- {step: 2, variant: A, delay_days: 3, body: c}
- {step: 1, variant: B, delay_days: 0, subject: b, body: b}
- {step: 2, variant: B, delay_days: 3, body: d}
"""
        touches = touches_of(text)
        assert [(touch.number, touch.day) for touch in touches] == [(1, 1), (2, 4)]
        assert [[m.variant for m in touch.messages] for touch in touches] == [["A", "B"]] * 2
        assert said(touches[0].messages[1]) == {"subject": "b", "body": "b"}

    def test_a_variant_may_follow_one_without_a_label(self) -> None:
        [touch] = touches_of(
            "steps:\n- {step: 1, body: a}\n- {step: 1, variant: B, body: b, day: 1}\n"
        )
        assert [m.variant for m in touch.messages] == [None, "B"]

    def test_a_disabled_one_is_left_out(self) -> None:
        text = "steps:\n- {step: 1, variant: A, body: a, day: 1}\n- {step: 1, variant: B, body: b, enabled: no}\n"
        assert len(touches_of(text)[0].messages) == 1

    @pytest.mark.parametrize(
        "second",
        [
            "step: 1, channel: call, variant: B",
            "step: 1, channel: email",
            "variant: B, channel: email",
        ],
    )
    def test_others_are_touches_of_their_own(self, second: str) -> None:
        assert (
            len(touches_of(f"steps:\n- {{step: 1, channel: email, variant: A}}\n- {{{second}}}"))
            == 2
        )


# Threads


@pytest.mark.parametrize(
    ("subjects", "wanted"),
    [
        (["subject: a", "subject: b"], ["new", "new"]),
        (["subject: a", ""], ["new", "reply"]),
        (["subject: a", "subject: "], ["new", "reply"]),
        (["subject: a", "subject: ''"], ["new", "reply"]),
        (["subject: a", "subject: ~"], ["new", "reply"]),
        (["subject: a", "subject: '  '"], ["new", "reply"]),
        (["", "subject: a"], ["new", "new"]),
        (["", ""], ["new", "reply"]),
        (["subject: a", "subject: b, thread: reply"], ["new", "reply"]),
        (["subject: a", "thread: new"], ["new", "new"]),
        (["thread: reply", "subject: b"], ["reply", "new"]),
        (["subject: a", "subject: b, is_reply: true"], ["new", "reply"]),
        (["subject: a", "isReply: no"], ["new", "new"]),
        (["subject: a", "subject: b, reply: yes"], ["new", "reply"]),
        (["subject: a", "subject: b, same_thread: yes"], ["new", "reply"]),
        (["subject: a", "subject: b, reply_to_thread: yes"], ["new", "reply"]),
        (["subject: a", "new_thread: true"], ["new", "new"]),
        (["subject: a", "subject: b, new_thread: false"], ["new", "reply"]),
        (["subject: a", "thread: , is_reply: no"], ["new", "new"]),
    ],
)
def test_threads(subjects: list[str], wanted: list[str]) -> None:
    assert threads(*subjects) == wanted


def test_threads_go_by_when_emails_land() -> None:
    text = "touches:\n- {day: 5, body: later}\n- {day: 1, channel: call}\n- {day: 2, body: first}\n"
    assert [(t.day, t.thread) for t in touches_of(text)] == [(1, None), (2, "new"), (5, "reply")]


def test_a_subject_of_one_variant_starts_a_thread() -> None:
    text = "touches:\n- {day: 1, subject: a}\n- {day: 2, variants: [{body: x}, {body: y, subject: b}]}\n"
    assert [touch.thread for touch in touches_of(text)] == ["new", "new"]


# What is said


class TestCopy:
    @pytest.mark.parametrize(
        "value", ["NO", "010", "10:30", "on", "1e3", "2026-12-01", "0x1F", "yes"]
    )
    def test_it_is_what_is_written(self, value: str) -> None:
        assert said(message_of(f"channel: email, subject: {value}")) == {"subject": value}

    def test_null_in_quotes_is_a_word(self) -> None:
        assert said(message_of("channel: email, subject: 'null'")) == {"subject": "null"}

    @pytest.mark.parametrize("value", ["", "~", "null", "''"])
    def test_an_empty_text_stands_somewhere(self, value: str) -> None:
        message = message_of(f"channel: email, subject: {value}")
        assert said(message) == {"subject": ""}
        assert message.subject is not None
        span = message.subject.span(0, 0)
        assert span.start == span.end > 0

    @pytest.mark.parametrize(
        ("written", "parts"),
        [
            ("channel: call, body: b", {"script": "b"}),
            ("channel: call, script: s, body: b", {"script": "s"}),
            ("channel: call, notes: n, body: b", {"script": "b"}),
            ("channel: call, notes: n", {"script": "n"}),
            ("channel: call, script: s, voicemail: v", {"script": "s", "voicemail": "v"}),
            ("channel: call, voicemail: yes", {}),
            ("channel: call, script: s, voicemail: no", {"script": "s"}),
            ("channel: call, subject: s", {}),
            ("channel: voicemail, body: b", {"voicemail": "b"}),
            ("channel: voicemail, script: s, voicemail: v", {"script": "s", "voicemail": "v"}),
            ("channel: email, body: b, notes: n", {"body": "b"}),
            ("channel: video, script: s", {"script": "s"}),
            ("channel: linkedin, body: b, subject: s", {"subject": "s", "body": "b"}),
        ],
    )
    def test_each_channel_says_it_its_own_way(self, written: str, parts: dict[str, str]) -> None:
        assert said(message_of(written)) == parts

    @pytest.mark.parametrize(
        "written", ["channel: task", "channel: linkedin, action: view", "channel: linkedin_like"]
    )
    def test_what_nobody_sees_says_nothing(self, written: str) -> None:
        assert touch_of(f"{written}, body: Look them up").messages == ()

    @pytest.mark.parametrize(
        ("body", "subject", "rest"),
        [
            ("Subject: Hello\\n\\nHi", "Hello", "Hi"),
            ("\\n  subject line:Hello \\nHi", "Hello", "Hi"),
            ("SUBJECT: Hello\\r\\n\\r\\nHi", "Hello", "Hi"),
            ("Subject: Hello", "Hello", ""),
            ("Subject:\\n\\nHi", "", "Hi"),
            ("Subject: Re: it\\nHi", "Re: it", "Hi"),
        ],
    )
    def test_a_first_line_may_be_the_subject(self, body: str, subject: str, rest: str) -> None:
        assert said(message_of(f'channel: email, body: "{body}"')) == {
            "subject": subject,
            "body": rest,
        }
        assert said(message_of(f'channel: email, subject: , body: "{body}"')) == {
            "subject": subject,
            "body": rest,
        }

    def test_the_subject_in_a_body_knows_its_place(self) -> None:
        text = (
            "touches:\n- channel: email\n  template: |\n    Subject: Hello there\n\n    Hi you,\n"
        )
        sequence = sequence_of(text)
        message = sequence.touches[0].messages[0]
        assert message.subject is not None
        assert message.body is not None
        assert words(sequence, message.subject.span(0, 5)) == "Hello"
        assert words(sequence, message.body.span(0, 2)) == "Hi"

    @pytest.mark.parametrize(
        "written",
        [
            'channel: email, subject: Mine, body: "Subject: Hello\\nHi"',
            'channel: email, body: "Hi\\nSubject: Hello"',
            'channel: linkedin, body: "Subject: Hello\\nHi"',
            'channel: email, body: "Subjective: Hello"',
        ],
    )
    def test_other_lines_are_not(self, written: str) -> None:
        body = message_of(written).body
        assert body is not None
        assert "Subject" in body.value

    def test_a_long_subject_line_costs_no_time(self) -> None:
        message = message_of(f'channel: email, body: "Subject: a{" " * 100_000}b"')
        assert message.subject is not None
        assert len(message.subject.value) == 100_002

    @pytest.mark.parametrize(
        ("line", "about", "fixed"),
        [
            ("subject: #1 mistake", "#1 mistake", 'subject: "#1 mistake"'),
            ("subject: #1", "#1", 'subject: "#1"'),
            ("subject: Your #1 mistake  ", "#1 mistake", 'subject: "Your #1 mistake"'),
            ('subject: The "best" #1', "#1", "subject: 'The \"best\" #1'"),
            ("body: Two\n    lines #now", "#now", "in quotes"),
        ],
    )
    def test_a_text_that_yaml_takes_for_a_comment(self, line: str, about: str, fixed: str) -> None:
        [fault] = faults(f"touches:\n- channel: email\n  {line}\n- channel: call\n")
        assert fault.words == about
        assert fault.message.endswith(fixed)

    @pytest.mark.parametrize(
        "line",
        [
            "subject: x # a comment",
            "subject: # a comment",
            "subject: x #cadence-lint: ignore[a/b] yes",
            "subject: 'x' #comment",
            "subject: ~ #comment",
            "subject: x#1",
            "subject: x ## comment",
            "body: | #comment\n    #1 text",
        ],
    )
    def test_a_comment_is_a_comment(self, line: str) -> None:
        text = f"touches:\n- channel: email\n  {line}\n- channel: call\n"
        assert not [fault for fault in faults(text) if "##" not in line]


class TestVariants:
    def test_they_take_from_their_touch_what_they_leave_unsaid(self) -> None:
        touch = touch_of(
            "channel: email, subject: s, body: b, variants: [{body: x}, {label: Z, subject: y}]"
        )
        assert [(m.variant, said(m)) for m in touch.messages] == [
            ("A", {"subject": "s", "body": "x"}),
            ("Z", {"subject": "y", "body": "b"}),
        ]

    def test_an_empty_subject_is_said(self) -> None:
        touch = touch_of("channel: email, subject: s, body: b, variants: [{subject: ''}]")
        assert said(touch.messages[0]) == {"subject": "", "body": "b"}

    def test_of_a_call(self) -> None:
        touch = touch_of("channel: call, voicemail: v, variants: [{script: a}, {body: b}]")
        assert [said(m) for m in touch.messages] == [
            {"script": "a", "voicemail": "v"},
            {"script": "b", "voicemail": "v"},
        ]

    @pytest.mark.parametrize("written", ["[]", "", "[{body: x, enabled: no}]"])
    def test_without_any_the_touch_speaks_for_itself(self, written: str) -> None:
        touch = touch_of(f"channel: email, body: b, variants: {written}")
        assert [(m.variant, said(m)) for m in touch.messages] == [(None, {"body": "b"})]

    def test_what_cannot_be_taken_of_one(self) -> None:
        text = "touches:\n- channel: email\n  variants: [{body: [x]}, {body: y, enabled: hm}]\n"
        assert [fault.words for fault in faults(text)] == ["[x]", "hm"]


# Oddities and limits


def test_unknown_keys_one_slip_from_a_known_one() -> None:
    text = """\
prupose: sales
perssona: VP
audience: {relationshp: cold}
touches:
- {chanel: x, channel: email, variants: [{lable: A, boddy: b}]}
"""
    sequence = sequence_of(text)
    meant = {remark.values["key"]: remark.values["meant"] for remark in sequence.remarks}
    assert meant == {
        "prupose": "purpose",
        "perssona": "persona",
        "relationshp": "relationship",
        "chanel": "channel",
        "lable": "label",
        "boddy": "body",
    }
    assert ("unknown-key", "chanel") in remarks(text)


def test_an_alias_is_remarked_and_faulted_once() -> None:
    text = "touches:\n- &t {day: soon, chanel: x, channel: email}\n- *t\n- *t\n"
    [reading] = [read_yaml(text)]
    assert len(reading.faults) == 1
    assert len(reading.sequences[0].remarks) == 1
    assert len(reading.sequences[0].touches) == 3


def test_too_many_touches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canonical, "_MOST_TOUCHES", 3)
    text = "touches:\n" + "- {day: 1, channel: email}\n" * 5
    [fault] = faults(text)
    assert "more than 3 touches" in fault.message
    assert len(read_yaml(text).sequences[0].touches) == 3


def test_too_many_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "_MOST_MESSAGES", 5)
    text = (
        "v: &v [{body: a}, {body: b}, {body: c}]\ntouches:\n"
        + "- {channel: email, variants: *v}\n" * 5
    )
    [fault] = faults(text)
    assert "more than 5 messages" in fault.message
    [sequence] = read_yaml(text).sequences
    assert [len(touch.messages) for touch in sequence.touches] == [3, 1]


def test_too_much_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "_MOST_COPY", 10)
    text = "touches:\n" + "- {channel: email, body: four}\n" * 5
    [fault] = faults(text)
    assert "more than 10 characters" in fault.message
    [sequence] = read_yaml(text).sequences
    assert [said(touch.messages[0]) for touch in sequence.touches] == [{"body": "four"}] * 2 + [
        {}
    ] * 3


@pytest.mark.parametrize("item", ["*t", "{<<: *t}", "{channel: email, body: *b}"])
def test_too_many_repeated_texts(item: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "_MOST_REPEATED", 2)
    text = "touches:\n- &t {channel: email, body: &b four}\n" + f"- {item}\n" * 5
    [fault] = faults(text)
    assert "repeated by * and << more than 2 times" in fault.message
    assert "four" in fault.words
    [sequence] = read_yaml(text).sequences
    assert [said(touch.messages[0]) for touch in sequence.touches] == [{"body": "four"}] * 3 + [{}]


def test_too_many_characters_of_repeated_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "_MOST_REPEATED_COPY", 8)
    text = "touches:\n- {channel: email, body: &b four}\n" + "- {channel: email, body: *b}\n" * 5
    [fault] = faults(text)
    assert "repeated by * and << for more than 8 characters" in fault.message
    [sequence] = read_yaml(text).sequences
    assert [said(touch.messages[0]) for touch in sequence.touches] == [{"body": "four"}] * 3 + [{}]


def test_equal_texts_that_are_written_out_are_no_repeated_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(intake, "_MOST_REPEATED", 2)
    assert not faults("touches:\n" + "- {channel: email, body: four}\n" * 6)


def test_days_that_a_plan_keeps_free() -> None:
    touches = "touches: [{day: 1, channel: call}]\n"
    days = frozenset({date(2026, 12, 1), date(2027, 3, 14)})

    assert sequence_of(f'holidays: [2026-12-01, "Mar 14, 2027"]\n{touches}').holidays == days
    assert sequence_of(f"holidays: 2026-12-01\n{touches}").holidays == {date(2026, 12, 1)}
    assert sequence_of(f"holidays:\n{touches}").holidays == frozenset()
    [fault] = faults(f"holidays: [soon]\n{touches}")
    assert fault == ("soon", "holidays: 'soon' is no date; write it as 2026-12-01")
    assert faults(f"holidays: [[2026-12-01]]\n{touches}")
