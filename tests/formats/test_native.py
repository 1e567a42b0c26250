from __future__ import annotations

import time

import pytest

from cadence_lint.formats import native
from cadence_lint.source import Source
from cadence_lint.source.yaml_tree import read_tree
from tests.formats.yaml_text import faults, read_yaml, said, sequence_of, touches_of, words


def names(text: str) -> list[str]:
    return [sequence.name for sequence in read_yaml(text, is_named=False).sequences]


def channels(text: str) -> list[list[str]]:
    reading = read_yaml(text, is_named=False)
    return [[touch.channel for touch in sequence.touches] for sequence in reading.sequences]


# The shapes that people write


def test_an_agents_skill_document() -> None:
    sequence = sequence_of("""\
sequence: cold_outreach_decision_maker
target_persona: VP at mid-market SaaS
steps:
  - day: 0
    channel: email
    type: initial_outreach
    template: |
      Subject: onboarding at {{company}}?

      Hi {{first_name}},
  - day: 8
    channel: phone
    type: call_attempt
    script: |
      Hi {{first_name}}, calling about onboarding.
exit_criteria: [positive_reply, meeting_booked]
""")
    first, second = sequence.touches
    assert (sequence.name, sequence.audience.persona) == (
        "cold_outreach_decision_maker",
        "VP at mid-market SaaS",
    )
    assert said(first.messages[0]) == {
        "subject": "onboarding at {{company}}?",
        "body": "Hi {{first_name}},\n",
    }
    assert (second.channel, second.label, second.day) == ("call", "call_attempt", 8)
    assert sequence.stop_on == ("positive_reply", "meeting_booked")
    assert sequence.span_days == 8


def test_a_sending_tools_variants() -> None:
    sequence = sequence_of("""\
name: "Spring push"
schedule: { timezone: America/New_York, days: [1, 2, 3, 4, 5], start_hour: "08:00", max_leads_per_day: 30 }
sequences:
  - step: 1
    delay_days: 0
    variants:
      - { label: A, subject: "question for {{first_name}}", body: "Hi {{first_name}},\\n\\nWho owns onboarding?" }
  - step: 2
    delay_days: 3
    variants:
      - { label: A, subject: "", body: "Any thoughts?" }
""")
    assert [(t.day, t.thread, t.channel) for t in sequence.touches] == [
        (1, "new", "email"),
        (4, "reply", "email"),
    ]
    assert sequence.touches[0].messages[0].variant == "A"
    assert not sequence.remarks


def test_a_vaults_front_matter() -> None:
    sequence = sequence_of("""\
kind: sequence
name: cold-outbound-5-touch
description: Five touches in three weeks.
touches:
  - { day: 0, channel: email, prompt: "Opening email, <=120 words" }
  - { day: 7, channel: linkedin_connect, prompt: "<=300 chars" }
""")
    assert [(t.day, t.channel, t.action) for t in sequence.touches] == [
        (0, "email", None),
        (7, "linkedin", "connect"),
    ]
    assert not sequence.has_copy
    assert not sequence.remarks


def test_a_small_sender() -> None:
    sequence = sequence_of("""\
name: default
steps:
  - day_offset: 0
    message: "hey {first_name}, saw we connected."
  - day_offset: 3
    message: "ping in case my last note got buried."
""")
    assert [(t.day, t.channel, t.thread) for t in sequence.touches] == [
        (0, "email", "new"),
        (3, "email", "reply"),
    ]


def test_an_engines_definition_holds_no_copy() -> None:
    sequence = sequence_of("""\
id: enterprise-outreach
name: Enterprise Outreach
steps:
  - { day: 0, templateId: enterprise-intro, skipIfReplied: true }
  - { day: 14, templateId: breakup, skipIfReplied: false }
""")
    assert (sequence.name, sequence.span_days, sequence.has_copy) == (
        "Enterprise Outreach",
        14,
        False,
    )
    assert [t.channel for t in sequence.touches] == ["email", "email"]
    assert not sequence.remarks


# Where sequences are found


def test_a_bare_list() -> None:
    sequence = sequence_of("- {day: 1, channel: email}\n- {day: 3, channel: call}\n")
    assert (sequence.name, len(sequence.touches)) == ("spring", 2)
    assert sequence.about == sequence.span


def test_a_bare_list_by_timing_and_copy() -> None:
    assert channels("- {day: 1, subject: Hi}\n- {day: 3, body: Ho}\n") == [["email", "email"]]


def test_one_level_of_wrapping() -> None:
    sequence = sequence_of(
        "audience: {region: DE}\ncampaign:\n  name: Spring\n  steps:\n  - channel: email\n"
    )
    assert (sequence.name, sequence.audience.regions) == ("Spring", ("DE",))


def test_two_levels_of_wrapping_are_none_of_ours() -> None:
    assert not names("jobs:\n  build:\n    steps:\n    - channel: email\n")


@pytest.mark.parametrize("key", ["campaign", "sequence", "cadence", "workflow"])
def test_a_wrapper_that_says_what_it_is_names_nothing(key: str) -> None:
    assert names(f"{key}:\n  steps:\n  - channel: email\n") == ["spring"]


def test_sequences_by_name() -> None:
    text = "Welcome, SMB:\n  steps:\n  - channel: email\nwinback:\n  steps:\n  - channel: call\n"
    reading = read_yaml(text)
    assert [(s.name, words(s, s.about)) for s in reading.sequences] == [
        ("Welcome, SMB", "Welcome, SMB"),
        ("winback", "winback"),
    ]
    assert [s.id for s in reading.sequences] == ["cadences/spring.yaml", "cadences/spring.yaml#2"]


SEVERAL = """\
name: All of spring
audience: {region: DE, persona: CFO}
language: de
unknwn: x
sequences:
- name: One
  steps:
  - {day: 1, channel: email}
- name: Two
  language: fr
  persona: CEO
  touches:
  - {day: 1, channel: call}
"""


def test_several_in_one_file() -> None:
    assert names(SEVERAL) == ["One", "Two"]
    assert channels(SEVERAL) == [["email"], ["call"]]


def test_what_is_said_for_all_of_them() -> None:
    one, two = read_yaml(SEVERAL).sequences
    assert (one.language, two.language) == ("de", "fr")
    assert (one.audience.regions, two.audience.regions) == (("DE",), ("DE",))
    assert words(two, two.span).startswith("name: Two")
    assert words(two, two.place_of("audience")) == "{region: DE, persona: CFO}"


def test_what_is_wrong_for_all_of_them_is_told_once() -> None:
    text = SEVERAL.replace("region: DE", "region: Narnia")
    assert len(read_yaml(text).faults) == 1


def test_several_in_a_bare_list() -> None:
    assert names(
        "- {name: One, steps: [{channel: email}]}\n- {name: Two, steps: [{channel: call}]}\n"
    ) == ["One", "Two"]


def test_several_documents() -> None:
    text = "name: One\nsteps: [{channel: email}]\n---\nname: Two\nsteps: [{channel: call}]\n---\njust: this\n---\n"
    assert names(text) == ["One", "Two"]


def test_the_likeliest_key_is_taken() -> None:
    assert channels("messages:\n- {channel: sms}\ntouches:\n- {channel: email}\n") == [["email"]]


def test_a_key_whose_list_holds_no_touches_is_passed_over() -> None:
    assert channels("messages:\n- {channel: sms}\ntouches:\n- {a: b}\n") == [["sms"]]


def test_the_same_list_may_serve_two_sequences() -> None:
    text = "- {name: One, steps: &s [{channel: email}]}\n- {name: Two, steps: *s}\n"
    assert names(text) == ["One", "Two"]


def test_a_sequence_that_is_listed_twice_is_one() -> None:
    assert names("- &a {name: One, steps: [{channel: email}]}\n- *a\n") == ["One"]


@pytest.mark.parametrize(
    "touch",
    [
        "channel: email",
        "channel: Text",
        "type: call",
        "step_type: linkedin_message",
        "kind: sms, foo: bar",
        "day: 1, body: Hi",
        "delay_days: 3, subject: ",
        "wait: 3, message: Hi",
        "day: 1, variants: [{body: x}]",
        "day: 1, voicemail: Hi",
    ],
)
def test_one_touch_makes_a_list_a_sequence(touch: str) -> None:
    assert len(touches_of(f"steps:\n- name: x\n- {{{touch}}}\n")) == 2


# What is no sequence

NONE = {
    "a GitHub workflow": """\
name: CI
on: [push]
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - name: Test
        run: make test
""",
    "a composite action": "name: x\nruns:\n  using: composite\n  steps:\n    - {run: make, shell: bash}\n",
    "an Azure pipeline": "steps:\n- script: make\n  displayName: Make\n- task: UsePythonVersion@0\n",
    "docker compose": "services:\n  web:\n    image: nginx\n    ports: ['80:80']\n",
    "a Kubernetes object": "apiVersion: v1\nkind: Service\nspec:\n  ports:\n  - {name: http, port: 80}\n",
    "several of them": "kind: Service\n---\nkind: Deployment\nspec: {template: {spec: {containers: [{name: a}]}}}\n",
    "an Ansible playbook": "- hosts: all\n  tasks:\n  - {name: x, copy: {src: a, dest: b}, delay: 5, retries: 3}\n",
    "Ansible tasks": "- name: wait\n  template: {src: a, dest: b}\n  delay: 5\n  retries: 3\n- name: y\n  copy: {src: a}\n  delay: 2\n",
    "a configuration": "name: x\nmessages: [hello, goodbye]\nemails: [a@example.com]\nsequence: 3\n",
    "chat messages": "messages:\n- {role: user, content: Hi}\n- {type: text, text: Hello}\n",
    "the fields of a form": "- {name: who, type: text}\n- {name: mail, type: email, required: true}\n",
    "steps of something else": "steps:\n- {name: a, type: text}\n- {name: b, type: task, message: x}\n",
    "a diary": "- {day: 1, weather: rain}\n- {day: 2, notes: sun}\n",
    "a list of words": "- email\n- call\n",
    "a word": "email\n",
    "a number": "42\n",
    "an empty list": "touches: []\n",
    "touches that are a word": "touches: three\n",
    "touches in a map": "touches: {one: {channel: email}}\n",
}


@pytest.mark.parametrize("kind", NONE)
def test_what_is_no_sequence(kind: str) -> None:
    assert read_yaml(NONE[kind], is_named=False) == read_yaml("", is_named=False)
    [fault] = read_yaml(NONE[kind]).faults
    assert fault.message.startswith("no sequence here: ")


def test_a_slip_in_the_lists_key_is_told() -> None:
    [fault] = read_yaml("name: x\ntouchs:\n- channel: email\n").faults
    assert fault.message.endswith("under `touches:`, not 'touchs'")


@pytest.mark.parametrize("text", ["touchs: 3", "- touchs", "way: [x]", "tags: [x]"])
def test_what_is_no_such_slip(text: str) -> None:
    assert native.slip(read_tree(Source("a.yaml", text)).documents[0]) is None


# What cannot be parsed


@pytest.mark.parametrize(
    "text",
    [
        "touches:\n- a: b: c",
        "name: x\r\nsteps:\r\n- a: b: c",
        "name: x\rsteps:\r- a: b: c",
        "Steps : # all of them\n- a: b: c",
        '"touches": [\n',
        "touches: &all\n- a: b: c",
        "sequence:",
        "touches: [{channel: email",
        "touches: *gone",
        "name: x\nsteps: - day: 1\n  channel: email\n",
        'touches: "',
        " name: x\n touches:\n   - day: 2\n     channel: 'sms\n",
        "name: x\n\ttouches:\n\t- day: 2\n\t  channel: sms\n",
        "- channel: phone call # first\n  subject: 'x\n  day: 2\n",
        "- name: x\n- 'day': \"2\"\r\n  channel: Email\r\n  body: 'x",
    ],
)
def test_what_was_meant_to_be_one(text: str) -> None:
    assert native.looks_like(text)


@pytest.mark.parametrize(
    "text",
    [
        "  steps:\n- x", "messages: hello", "my steps:\n", "# touches:\n", "touches", "steps_:\n",
        "touches: 3", "messages: 'hello", "emails: {a: b", "sequence: |\n",
        "on: push\njobs:\n  build:\n    steps:\n      - uses: actions/checkout@v4\n      - run: 'make\n",
        "jobs:\n\tbuild:\n\t\tsteps:\n\t\t- run: make\n",
        "services:\n  mail:\n    image: 'mail\n    environment:\n      - channel: email\n",
        "kind: CronJob\nspec:\n  steps:\n  - name: {{ .Values.name }}\n    day: 1\n",
        "- channel: '#alerts'\n  day: 1\n  text: 'x\n",
        "- day: monday\n  channel: email\n  text: 'x\n",
        "- channel: email\n  retries: 'x\nschedule:\n  day: 1\n",
        "- channel: email\n- day: 1\n  text: 'x\n",
        "schedule:\n  day: 1\n  channel: email\n  text: 'x\n",
    ],
)  # fmt: skip
def test_what_was_not(text: str) -> None:
    assert not native.looks_like(text)
    assert not faults(text, is_named=False)


# Aliases without end


@pytest.mark.parametrize(
    "text",
    [
        "t: &t ["
        + "{channel: email, body: x}, " * 500
        + "]\nsequences:\n"
        + "- {steps: *t}\n" * 3000,
        "t: &t [" + "{a: b}, " * 5000 + "]\nsequences:\n" + "- {steps: *t}\n" * 4000,
        "- &a0 {steps: [{channel: email}]}\n"
        + "".join(f"- &a{n} {{steps: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 30)),
        "touches: &a [*a, {channel: email, variants: *a, audience: *a}]",
        "&a {touches: [*a, &b {channel: email, variants: [*b], <<: *b, body: *b}], audience: *a, name: *a}",
        "v: &v ["
        + "{body: a}, " * 2000
        + "]\nt: &t {channel: email, variants: *v}\ntouches: ["
        + "*t, " * 2000
        + "]",
        "a: &a {"
        + ", ".join(f"k{n}: " for n in range(3000))
        + "}\ntouches:\n"
        + "- {<<: *a, channel: call}\n" * 2000,
        "touches:\n- channel: email\n" + "".join(f"  kez{n}: v\n" for n in range(20_000)),
    ],
)
def test_they_cost_no_time(text: str) -> None:
    started = time.process_time()
    reading = read_yaml(text)
    assert reading.sequences or reading.faults
    assert time.process_time() - started < 10


def test_a_second_list_of_touches_is_no_silent_loss() -> None:
    plan = "touches:\n  - {day: 1, channel: email}\nsteps:\n  - {day: 3, channel: call}\n"
    store = "touches:\n  - {day: 1, channel: email}\nmessages:\n  - {channel: email, body: Hi}\n"

    assert channels(plan) == channels(store) == [["email"]]
    assert [told.words for told in faults(plan)] == ["steps"]
    assert not faults(store)


@pytest.mark.parametrize("item", ["{day: 1, channel: pigeon}", "{day: 1, chanel: call}", "{a: b}"])
def test_a_list_without_a_sure_touch_is_told_what_it_lacks(item: str) -> None:
    [fault] = faults(f"steps: [{item}]\n")

    assert "nothing under 'steps' has a channel that I know" in fault.message
    assert not faults(f"steps: [{item}]\n", is_named=False)
