from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, get_args
from zoneinfo import available_timezones

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from cadence_lint.config.config_reader import parse_config
from cadence_lint.config.selection import check_config
from cadence_lint.formats import keys, read
from cadence_lint.reading.phrases.language import PhraseError, parse_phrase
from cadence_lint.room import regions
from cadence_lint.rulebook import built_in_folder, load_book
from cadence_lint.rulebook.rule_file import read_page
from cadence_lint.rulebook.rule_folder import _read_list, rule_pages
from cadence_lint.schema import Kind
from cadence_lint.source import SetupError, Source
from tests.schema.editor import complaints, loaded, schema

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = Path(__file__).parents[2] / "docs" / "editors.md"
EXAMPLES = Path(__file__).parents[2] / "examples"
RULES = Path(built_in_folder())
KINDS: tuple[Kind, ...] = get_args(Kind)


def kind_of(path: Path) -> Kind:
    if path.name == "cadence-lint.yaml":
        return "config"
    if "our-rules" in path.parts:
        return "phrases" if "phrases" in path.parts else "rule"
    return "sequence"


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one(kind: Kind) -> None:
    Draft7Validator.check_schema(schema(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_reference_leads_somewhere(kind: Kind) -> None:
    known = schema(kind)["definitions"]

    def names(part: object) -> list[str]:
        if isinstance(part, dict):
            own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
            return own + [name for value in part.values() for name in names(value)]
        return [name for value in part for name in names(value)] if isinstance(part, list) else []

    assert {name.removeprefix("#/definitions/") for name in names(schema(kind))} <= set(known)


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_examples_are_taken(path: Path) -> None:
    assert complaints(kind_of(path), path.read_text("utf-8")) == []


@pytest.mark.parametrize("family", sorted(path.name for path in RULES.iterdir() if path.is_dir()))
def test_the_rules_and_phrases_are_taken(family: str) -> None:
    kind: Kind = "phrases" if family == "phrases" else "rule"
    found = {
        path.name: complaints(kind, path.read_text("utf-8"))
        for path in (RULES / family).rglob("*.yaml")
    }

    assert found
    assert not any(found.values()), found


def test_an_example_of_each_rule_is_taken() -> None:
    refused = {}
    for page in rule_pages(str(RULES)):
        for example in page.flag[:1]:
            try:
                loaded(example.sequence)
            except yaml.YAMLError:
                continue  # pasted text
            refused[f"{page.rule.id}: {example.name}"] = [
                *complaints("sequence", example.sequence),
                *complaints("config", example.settings),
            ]

    assert len(refused) > 50
    assert {name: said for name, said in refused.items() if said} == {}


# What the readers refuse

TOUCH = "{day: 1, channel: email, body: Hello}"
BAD_SEQUENCES = [
    (f"purpose: selling\ntouches: [{TOUCH}]", "purpose"),
    (f"audience: {{relationship: friend}}\ntouches: [{TOUCH}]", "audience/relationship"),
    (f"audience: [CFO]\ntouches: [{TOUCH}]", "audience"),
    (f"relationship: friend\ntouches: [{TOUCH}]", "relationship"),
    (f"name: [a]\ntouches: [{TOUCH}]", "name"),
    (f"start: tomorrow\ntouches: [{TOUCH}]", "start"),
    (f"startDate: 2026\ntouches: [{TOUCH}]", "startDate"),
    (f"business_days: perhaps\ntouches: [{TOUCH}]", "business_days"),
    (f"send_days: [mon, xyz]\ntouches: [{TOUCH}]", "send_days"),
    (f"fields: {{name: maybe}}\ntouches: [{TOUCH}]", "fields"),
    (f"replies: [no]\ntouches: [{TOUCH}]", "replies"),
    (f"enrolled: many\ntouches: [{TOUCH}]", "enrolled"),
    (f"language: '!'\ntouches: [{TOUCH}]", "language"),
    (f"region: Atlantis\ntouches: [{TOUCH}]", "region"),
    (f"audience: {{region: [DE, XX-1]}}\ntouches: [{TOUCH}]", "audience/region"),
    (f"audience: {{timezone: Europe/Berln}}\ntouches: [{TOUCH}]", "audience/timezone"),
    (f"timezone: CET+1\ntouches: [{TOUCH}]", "timezone"),
    (f"touches: [{TOUCH}, call them]", "touches/1"),
    ("touches: [{day: one, channel: email}]", "touches/0/day"),
    ("touches: [{day: -1, channel: email}]", "touches/0/day"),
    ("touches: [{day: 3.5, channel: email}]", "touches/0/day"),
    ("steps: [{Day: one, channel: email}]", "steps/0/Day"),
    ("touches: [{send-day: one, channel: email}]", "touches/0/send-day"),
    ("touches: [{day: 1, channel: fax}, {channel: email}]", "touches/0/channel"),
    ("touches: [{delay: soon, channel: email}]", "touches/0/delay"),
    ("touches: [{day: 1, time: 25, channel: email}]", "touches/0/time"),
    ("touches: [{day: 1, time: noon, channel: email}]", "touches/0/time"),
    ("touches: [{day: 1, channel: email, thread: other}]", "touches/0/thread"),
    ("touches: [{day: 1, channel: email, manual: perhaps}]", "touches/0/manual"),
    ("touches: [{day: 1, channel: email, subject: {company}}]", "touches/0/subject"),
    ("touches: [{day: 1, channel: email, body: [a]}]", "touches/0/body"),
    ("touches: [{day: 1, channel: call, script: [a]}]", "touches/0/script"),
    ("touches: [{day: 1, channel: email, variants: {A: a}}]", "touches/0/variants"),
    ("touches: [{day: 1, channel: email, variants: [a]}]", "touches/0/variants/0"),
    ("- {touches: [{day: one, channel: email}]}", "0/touches/0/day"),
    ("autumn: {steps: [{day: one, channel: email}]}", "autumn/steps/0/day"),
    ("emails: [{day: 1, body: a}, {day: one, body: b}]", "emails/1/day"),
]


@pytest.mark.parametrize(("text", "place"), BAD_SEQUENCES)
def test_a_slip_in_a_sequence_is_refused_by_schema_and_reader(text: str, place: str) -> None:
    assert read(Source("a.yaml", text), is_named=True).faults
    assert complaints("sequence", text)[0].partition(":")[0] == place


GOOD_SEQUENCES = [
    "touches: [{day: '1', channel: Phone Call}, {Day: Day 3, type: breakup, body: x}]",
    "touches: [{day: 1, time: 9:30, channel: email}, {day: 010, time: 9.30, channel: email}]",
    "touches: [{day: 1, time: 2:15 pm, channel: e-mail}, {delayDays: 2, wait: long}]",
    "touches: [{day: 1, channel: fax, enabled: no}, {day: one, active: off}, {channel: email}]",
    "touches: [{day: 1, channel: task, body: {a: b}}, {channel: linkedin, action: view, text: []}]",
    "touches: [{day: 1, channel: email, instructions: [a, b]}]",
    "touches: [{day: 1, channel: email, body: x, template: {id: 4}, anything: [1]}]",
    "purpose: PR\nsegment: c-suite\nregion: uk, de\ntimezones: [Europe/Berlin]\nsteps: [{channel: sms}]",
    "sequence: Autumn\nsteps: [{day: 1, channel: email}]\nemails: 3",
    "campaign: {touches: [{day: 1, channel: email}]}\nversion: 1",
    "- {day: 1, channel: email}\n- {day: 2, channel: call}",
    "- {name: a, steps: [{day: 1, channel: email}]}\n- {name: b, steps: [{channel: sms}]}",
    "send_days: Mon-Fri\nstop_on: reply, meeting\nfields: [a, b]\nenrolled: 1,200\nsteps: [{channel: sms}]",
    "start: 3 March 2026\nreviewed: 2026/9/1\nlanguage: German\nreplies:\ncontext: {a: yes}\nsteps: [{channel: sms}]",
    "nadia: {cadence: {1: [{channel: email, title: a}]}, eligible_days: mon tue}",
    "steps: [build, deploy]\nemails: [{day: 1, body: Hello}]",
]


@pytest.mark.parametrize("text", GOOD_SEQUENCES)
def test_what_the_reader_takes_is_let_be(text: str) -> None:
    assert read(Source("a.yaml", text), is_named=True).faults == ()
    assert complaints("sequence", text) == []


@pytest.mark.parametrize("name", [key.name for key in keys.TOUCH])
def test_every_key_is_described(name: str) -> None:
    offered = schema("sequence")["definitions"]["touch"]["else"]["properties"][name]
    if "$ref" in offered:
        offered = schema("sequence")["definitions"][offered["$ref"].rpartition("/")[2]]

    assert offered["description"] == next(k.means for k in keys.TOUCH if k.name == name)


def spellings(key: keys.Key) -> st.SearchStrategy[str]:
    changes: list[Callable[[str], str]] = [
        str,
        str.upper,
        lambda name: name.replace("_", "-"),
        lambda name: name.title().replace("_", ""),
    ]
    return st.builds(
        lambda name, change: change(name),
        st.sampled_from([key.name, *key.aliases]),
        st.sampled_from(changes),
    )


VALUES = st.sampled_from(
    "1 3 -1 2.5 9:30 25:00 email Phone-Call fax yes no on true reply new-thread 2_days soon ~ '' "
    "'1' mon-fri DE cold CSuite friend 2026-12-01 tomorrow [] [a] {} {a:_b} connect view".split()
).map(lambda word: word.replace("_", " "))


@st.composite
def maps(draw: st.DrawFn, known: tuple[keys.Key, ...]) -> dict[str, str]:
    chosen = draw(st.lists(st.sampled_from(known), max_size=4, unique=True))
    return {draw(spellings(key)): draw(VALUES) for key in chosen}


def flow(said: dict[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in said.items()) + "}"


@settings(max_examples=100, deadline=None)
@given(
    maps(tuple(key for key in (*keys.HEADER, *keys.AUDIENCE) if key.name != "audience")),
    maps(keys.AUDIENCE),
    st.lists(maps(keys.TOUCH), max_size=3),
)
def test_the_schema_takes_what_the_reader_takes(
    header: dict[str, str], audience: dict[str, str], touches: list[dict[str, str]]
) -> None:
    lines = [f"{name}: {value}" for name, value in header.items()]
    listed = ", ".join([TOUCH, *map(flow, touches)])
    text = "\n".join([*lines, f"audience: {flow(audience)}", f"touches: [{listed}]"])

    if not read(Source("a.yaml", text), is_named=True).faults:
        assert complaints("sequence", text) == []


# Configurations, rules and phrases

BAD_CONFIGS = [
    "rule: {tone/guilt-trip: off}",
    "rules: {tone/guilt-trips: off}",
    "rules: {tone/guilt-trip: of}",
    "rules: {tone/guilt-trip: {severty: error}}",
    "rules: {tone/*: {max: 3}}",
    "rules: {frequency/too-many-touches-in-a-week: {max: lots}}",
    "rules: {frequency/too-many-touches-in-a-week: {max: {huge: 3}}}",
    "rules: [tone]",
    "overrides: [{rules: {tone: off}}]",
    "overrides: {files: a}",
    "assume: {segment: huge}",
    "assume: {persona: CFO}",
    "assume: {send_days: xyz}",
    "assume: {region: Atlantis}",
    "room: [{name: a, from: 12-15, who: {region: EUU}}]",
    "vocabulary: {words: [a]}",
    "vocabulary: {company: {a: b}}",
    "platform_adds: [footer]",
    "room: [{name: a}]",
    "room: [{name: a, from: 12-15, until: 01-15}]",
    "room: [{name: a, from: 12-15, who: {role: Finance}}]",
    "ignore: [{files: a.yaml}]",
    "ignore: [{rule: tone, touch: one}]",
    "ignore: [{rule: tone, until: soon}]",
    "suppressions: {require_reason: perhaps}",
    "suppressions: {reason: yes}",
    "- extends",
]
GOOD_CONFIGS = [
    "",
    "extends:\nrules:\nassume:\nroom:\n",
    "extends: all\nrules: {tone/*: info, tone: off, tone/guilt-trip: {severity: error}}",
    "rules: {frequency/too-many-touches-in-a-week: {max: {exec: 3, renewal: 2}, within: 2 weeks}}",
    "assume: {purpose: nurture, region: [uk, DE], send_days: Mon-Thu}",
    "vocabulary: {company: Larkfield, allow: [365, RevPAR], prefer: {clients: customers}}",
    "room: [{name: close, from: 15 December, to: 01-15, who: {segment: Exec, region: DE}}]",
    "ignore: [{rule: tone/*, files: a.yaml, touch: 3, reason: agreed, until: 2027-01-31}]",
    "suppressions: {require_reason: yes, never: [honesty]}\nplatform_adds: unsubscribe",
]
RULE = "summary: a\ncheck: says\nmessage: a\nadvice: b\nwhy: c\n"
BAD_RULES = [
    "check: says\nmessage: a\nadvice: b\nwhy: c",
    RULE + "sevrity: error",
    RULE + "severity: fatal",
    RULE + "options: {al: [bump]}",
    RULE + "options: {at_least: some}",
    RULE + "options: {where: footer}",
    RULE + "when: {relation: cold}",
    RULE + "when: {relationship: [chilly]}",
    RULE + "levels: [{above: 3}]",
    RULE + "levels: [{severity: error, over: 3}]",
    RULE + "serves: [99]",
    RULE + "sources: [{title: a}]",
    RULE + "examples: {bad: []}",
    RULE + "examples: {flag: [{name: a, at: step 1, sequence: x}]}",
    RULE + "aliases: [old-name]",
    RULE.replace("message: a", "message: a {cuont}"),
    RULE.replace("says", "sais"),
    RULE.replace("says", "touch-count"),
]
GOOD_RULES = [
    RULE,
    RULE + "options: {any: bump, none: [offers], at_least: '2', where: opening}\nserves: 3",
    RULE + "when: {relationship: cold, position: [first], region: [DE]}\nlevels:\nsources:\n",
    RULE.replace("message: a", "message: '{{first_name}} {words} {count}'"),
    RULE.replace("says", "touch-count") + "options: {max: {exec: 3}, within: 7 days}",
]
BAD_PHRASES = [
    "means: a\nphrase: [a b]",
    "phrases: a b",
    "phrases: [{sya: a b}]",
    "phrases: [{say: a b, advise: c}]",
    "groups: [a]",
    "groups: {name: [a]}\nphrases: [a b]",
    "groups: {Big: [a]}\nphrases: [a b]",
    "groups: {big: []}\nphrases: [a b]",
    "unless: [{say: a b}]",
    "phrases: [one|other]",
    "phrases: ['(one|other']",
    "phrases: ['one|other)']",
    "phrases: ['(one|) thing']",
    "phrases: ['any thoughts? please']",
    "phrases: ['hi {{first_name}}']",
    "phrases: [le*]",
    "phrases: [lever*ing]",
    "phrases: ['well, hello']",
    "spare: [{say: 'hello:'}]",
    "groups: {big: ['large,']}",
]
GOOD_PHRASES = [
    "",
    "means: a\ngroups: {big-one: [large, 'really big']}\nphrases: [a <big-one>, {say: b c}]\nspare:",
    "phrases: [{say: a b, advice: c, instead: d}]\nunless: [not today]\nspare: [a b c]",
]


def read_rule(source: Source) -> None:
    read_page(source, "house/a")


def read_whole_config(source: Source) -> None:
    check_config(parse_config(source), load_book())


READERS: dict[Kind, Callable[[Source], object]] = {
    "config": read_whole_config,
    "rule": read_rule,
    "phrases": _read_list,
}


def with_kind(tables: dict[Kind, list[str]]) -> list[tuple[Kind, str]]:
    return [(kind, text) for kind, texts in tables.items() for text in texts]


@pytest.mark.parametrize(
    ("kind", "text"),
    with_kind({"config": BAD_CONFIGS, "rule": BAD_RULES, "phrases": BAD_PHRASES}),
)
def test_schema_and_reader_refuse_the_same(kind: Kind, text: str) -> None:
    with pytest.raises(SetupError):
        READERS[kind](Source("a.yaml", text))
    assert complaints(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    with_kind({"config": GOOD_CONFIGS, "rule": GOOD_RULES, "phrases": GOOD_PHRASES}),
)
def test_schema_and_reader_take_the_same(kind: Kind, text: str) -> None:
    READERS[kind](Source("a.yaml", text))
    assert complaints(kind, text) == []


_region_words = st.one_of(
    st.sampled_from(sorted(regions.COUNTRIES | regions.GROUPS.keys() | regions.NAMES.keys())),
    st.text(alphabet="DEUSuk-_. 1x", max_size=8),
)


@st.composite
def _written(draw: st.DrawFn) -> str:
    """A region as somebody might write it."""
    changes: list[Callable[[str], str]] = [str, str.upper, str.title, ".".join, " {} ".format]
    said = draw(st.sampled_from(changes))(draw(_region_words)) + draw(
        st.sampled_from(["", "", ".", "-BY", "_sct", "-1"])
    )
    return draw(st.sampled_from(["", "", "the ", "The  "])) + said


@settings(max_examples=300, deadline=None)
@given(st.lists(_written(), min_size=1, max_size=2))
def test_a_region_is_taken_by_both_or_by_none(said: list[str]) -> None:
    text = json.dumps({"audience": {"region": said}, "touches": [{"day": 1, "body": "Hello"}]})
    refused = any(regions.normal_region(word) is None for word in said if word.strip())

    assert bool(complaints("sequence", text)) is refused
    assert bool(read(Source("a.yaml", text), is_named=True).faults) is refused


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(
        st.sampled_from(sorted(available_timezones())),
        st.sampled_from(
            ["CET", "UTC", "Z", "localtime", "Europe/", "Europe/Berln", "PST", "GMT+3"]
        ),
        st.text(alphabet="EuropBlinCT/", min_size=1, max_size=8),
    )
)
def test_a_time_zone_is_taken_by_both_or_by_none(said: str) -> None:
    text = json.dumps({"audience": {"timezone": said}, "touches": [{"day": 1, "body": "Hello"}]})
    faults = read(Source("a.yaml", text), is_named=True).faults

    assert bool(complaints("sequence", text)) is bool(faults)


_parts = st.sampled_from(
    "just checking e.g. i'm 2,000 $40M c++ lever* le* ( | ) [ ] ? - ~ < > <field> <end> <any> , . :"
    " within 3 words {{x}} { } * ! é ß".split()
)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.tuples(_parts, st.sampled_from([" ", " ", ""])), max_size=8))
def test_the_schema_refuses_no_phrase_that_can_be_understood(
    said: list[tuple[str, str]],
) -> None:
    phrase = "".join(word + space for word, space in said)
    try:
        parse_phrase(phrase, is_anchored=False)
    except PhraseError:
        return
    assert complaints("phrases", json.dumps({"unless": [phrase], "spare": [phrase]})) == []


# The page about editors


def blocks(language: str) -> list[str]:
    return re.findall(
        rf"^```{language}\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )


def test_the_page_about_editors_names_each_schema_that_it_has_made() -> None:
    (commands,) = blocks("sh")
    (settings_of_editor,) = blocks("json")
    made = re.findall(r"cadence-lint schema (\w+) -o (\S+)", commands)

    assert tuple(kind for kind, _ in made) == KINDS
    assert [f"./{file}" for _, file in made] == list(json.loads(settings_of_editor)["yaml.schemas"])


def test_the_file_on_the_page_about_editors_is_taken() -> None:
    (text,) = blocks("yaml")

    assert text.startswith("# yaml-language-server: $schema=sequence.schema.json\n")
    assert complaints("sequence", text) == []
