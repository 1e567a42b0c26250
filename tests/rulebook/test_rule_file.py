from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from cadence_lint.rulebook.rule import Level, fill, named_values
from cadence_lint.rulebook.rule_file import RulePage, read_page
from cadence_lint.source import SetupError, Source
from cadence_lint.strict_keys import read_mapping
from tests import scratch
from tests.scratch import rule_text

if TYPE_CHECKING:
    from collections.abc import Iterator

WHOLE = dedent("""\
    summary: A word that nobody needs
    preset: strict
    severity: info
    levels:
      - {severity: error, above: 3, where: [subject]}
      - {severity: warning, below: 2, relationship: cold, channel: [email, call]}
    confidence: low
    when: {purpose: [sales, nurture], region: [DE, EMEA], position: later}
    check: finds-words
    options: {words: [really, very], max: {exec: 1}}
    covers: [tone/other]
    aliases: [tone/old]
    message: "{word}, {count} times: “{quote}”"
    advice: Write it without, as in {{first_name}}.
    why: |
      It says nothing.
    serves: [1, 9]
    sources:
      - {title: A study, year: 2024, says: It helps nobody., strength: survey, url: "https://a.example"}
    examples:
      flag:
        - name: one word
          at: [touch 1, sequence, line 3]
          sequence: |
            touches:
              - {channel: email, body: really}
      pass:
        - name: none
          settings: "assume: {segment: smb}"
          sequence: "touches: []"
    """)


@pytest.fixture(autouse=True)
def checks() -> Iterator[None]:
    yield from scratch.register_checks()


def page(text: str) -> RulePage:
    return read_page(Source("tone/word.yaml", text), "tone/word")


def refused(text: str) -> str:
    """Why a rule file is refused, with the words at the place."""
    source = Source("tone/word.yaml", text)
    with pytest.raises(SetupError) as caught:
        read_page(source, "tone/word")
    place = caught.value.place
    line = source.line_text(place.line)
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    return f"{place.line}: {line[place.column - 1 : end]}: {caught.value.message}"


def test_all_that_a_rule_file_says_is_read() -> None:
    read = page(WHOLE)
    rule = read.rule
    assert (rule.id, rule.family, rule.summary) == ("tone/word", "tone", "A word that nobody needs")
    assert (rule.preset, rule.severity, rule.confidence) == ("strict", "info", "low")
    assert rule.levels == (
        Level("error", above=3.0, when={"where": ["subject"]}),
        Level("warning", below=2.0, when={"relationship": ["cold"], "channel": ["email", "call"]}),
    )
    assert rule.when == {
        "purpose": ["sales", "nurture"],
        "region": ["DE", "EMEA"],
        "position": ["later"],
    }
    assert rule.options == {"words": ["really", "very"], "max": {"exec": 1.0}}
    assert (rule.covers, rule.aliases) == (("tone/other",), ("tone/old",))
    assert read.why == "It says nothing."
    assert read.serves == (1, 9)
    assert read.sources[0].strength == "survey"
    assert read.sources[0].url == "https://a.example"


def test_examples_keep_their_text_and_their_line() -> None:
    read = page(WHOLE)
    (flag,), (passing,) = read.flag, read.passing
    assert flag.sequence == "touches:\n  - {channel: email, body: really}\n"
    assert flag.at == ("touch 1", "sequence", "line 3")
    assert flag.line == WHOLE[: WHOLE.index("name: one word")].count("\n") + 1
    assert passing.settings == "assume: {segment: smb}"


def test_what_a_rule_file_leaves_out_has_a_default() -> None:
    rule = page(rule_text()).rule
    assert (rule.preset, rule.severity, rule.confidence) == ("recommended", "warning", "medium")
    assert (rule.levels, rule.when, rule.covers, rule.aliases) == ((), {}, (), ())


def test_a_level_can_be_bound_by_days() -> None:
    rule = page(rule_text(levels="[{severity: error, below: 36 hours}]")).rule
    assert rule.levels == (Level("error", below=1.5),)


def test_a_key_without_a_value_is_not_there() -> None:
    text = rule_text() + "covers:\nlevels:\nwhen:\nexamples:\npreset:\n"
    rule = page(text).rule
    assert (rule.covers, rule.levels, rule.when, rule.preset) == ((), (), {}, "recommended")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (rule_text(sumary="x"), "sumary: there is no key 'sumary'; did you mean 'summary'?"),
        (rule_text(summary=""), "1: : 'summary' is missing here"),
        (rule_text(summary='""'), "1: summary: 'summary' is missing here"),
        (rule_text(summary="[a]"), "[a]: 'summary' is text"),
        (rule_text(why=""), "'why' is missing here"),
        (rule_text(message=""), "'message' is missing here"),
        (rule_text(advice=""), "'advice' is missing here"),
        (rule_text(check=""), "'check' is missing here"),
        (rule_text(check="find-words"), "find-words: there is no check 'find-words'; did you mean"),
        (rule_text(check="../finds"), "../finds: there is no check '../finds'"),
        (rule_text(check="a.b"), "a.b: there is no check 'a.b'"),
        (rule_text(check="finds_words"), "did you mean 'finds-words'?"),
        (rule_text(preset="strickt"), "strickt: there is no preset 'strickt'; did you mean"),
        (rule_text(severity="warn"), "warn: there is no severity 'warn'; did you mean 'warning'?"),
        (rule_text(confidence="sure"), "sure: there is no confidence 'sure'; there is: high, low"),
        (rule_text(confidence="low"), "low: a rule that is seldom right does not belong"),
        (rule_text(options="{wrds: [a]}"), "wrds: there is no option 'wrds'; did you mean 'words'"),
        (rule_text(options="{words: {a: b}}"), "{a: b}: words: wants one value"),
        (rule_text(options="[a]"), "[a]: `options` is keys with values"),
        (rule_text(options="{at_least: 2}"), "options: the check 'finds-words' wants the option"),
        (rule_text(options=""), "check: the check 'finds-words' wants the option 'words'"),
        (rule_text(levels="{severity: error}"), "`levels` is a list"),
        (rule_text(levels="[error]"), "error: a level is keys with values"),
        (rule_text(levels="[{above: 3}]"), "'severity' is missing here"),
        (rule_text(levels="[{severity: bad}]"), "bad: there is no severity 'bad'"),
        (rule_text(levels="[{severity: error, abov: 3}]"), "abov: there is no key 'abov'; did you"),
        (rule_text(levels="[{severity: error, above: x}]"), "x: above: 'x' is no number"),
        (rule_text(levels="[{severity: error, above: [3]}]"), "[3]: 'above' is text"),
        (rule_text(levels="[{severity: error, where: foot}]"), "foot: there is no where 'foot'"),
        (rule_text(levels="[{severity: error, segment: [exe]}]"), "exe: there is no segment 'exe'"),
        (rule_text(when="[cold]"), "[cold]: `when` is keys with values"),
        (rule_text(when="{relation: cold}"), "there is no condition 'relation'; did you mean"),
        (rule_text(when="{relationship: [cold, cld]}"), "cld: there is no relationship 'cld'; did"),
        (rule_text(when="{channel: []}"), "[]: say for which channel this holds"),
        (rule_text(when="{region: Atlantis}"), "Atlantis: there is no region 'Atlantis'"),
        (rule_text(when="{region: {a: b}}"), "{a: b}: wants a word or a list of words here"),
        (rule_text(message="many {wrd}s"), "many {wrd}s: there is no value 'wrd'; did you mean"),
        (rule_text(advice="not {wrd}"), "not {wrd}: there is no value 'wrd'; did you mean 'word'?"),
        (rule_text(serves="[1, nine]"), "nine: `serves` is the numbers of principles"),
        (rule_text(serves="[0]"), "0: the principles are numbered from 1 to 31"),
        (rule_text(serves="[9, 32]"), "32: the principles are numbered from 1 to 31"),
        (rule_text(aliases="[old]"), "old: an old id is family/name"),
        (rule_text(sources="[a study]"), "a study: a source is keys with values"),
        (rule_text(sources="[{titel: x}]"), "titel: there is no key 'titel'; did you mean 'title'"),
        (rule_text(sources="[{title: x, year: 2020, says: y}]"), "'strength' is missing here"),
        (
            rule_text(sources="[{title: x, year: 2020, says: y, strength: guess}]"),
            "guess: there is no strength 'guess'",
        ),
        (rule_text(examples="{flags: []}"), "flags: there is no key 'flags'; did you mean 'flag'?"),
        (rule_text(examples="{flag: [x]}"), "x: an example is keys with values"),
        (rule_text(examples="{flag: [{name: x}]}"), "'sequence' is missing here"),
        (rule_text(examples="{flag: [{sequence: x}]}"), "'name' is missing here"),
        (
            rule_text(examples="{flag: [{name: x, sequence: {touches: []}}]}"),
            "{touches: []}: 'sequence' is text",
        ),
        (
            rule_text(examples="{flag: [{name: x, sequence: y, at: [step 2]}]}"),
            "step 2: `at` is `touch 5`",
        ),
        (rule_text() + "why: again\n", "why: the key 'why' stands here for the second time"),
        (rule_text() + "---\nsummary: x\n", "only one document is read"),
        ("- a\n", "keys with values are expected here"),
        ("summary: [\n", "the quotation marks, brackets or indentation do not fit"),
        ("message: {words}: now\n", 'write the line as: message: "{words}: now"'),
        ("summary: x\n\tcheck: says\n", "check: says: a tab stands where YAML wants spaces"),
        ("", "'check' is missing here"),
    ],
)
def test_a_slip_is_refused_with_its_place_and_what_was_meant(text: str, said: str) -> None:
    assert said in refused(text)


def test_a_refusal_names_file_line_and_column() -> None:
    with pytest.raises(SetupError, match=r"^tone/word\.yaml:1:1: there is no key 'sumary'"):
        page("sumary: x\n")


def test_a_file_without_keys_is_one_without_content() -> None:
    assert not read_mapping(Source("a.yaml", "# nothing\n")).entries
    assert not read_mapping(Source("a.yaml", "---\n")).entries


def test_templates_are_filled_with_what_a_check_offers() -> None:
    values = {"count": 3, "max": 4.0, "share": 0.5, "quote": "{max}"}
    assert fill("{count} of {max}, {share}: {quote}", values) == "3 of 4, 0.5: {max}"


def test_a_merge_field_in_a_template_stays() -> None:
    template = "{{first_name}} and {Hi|Hello}, {count}"
    assert named_values(template) == ["count"]
    assert fill(template, {"count": 1, "first_name": "x"}) == "{{first_name}} and {Hi|Hello}, 1"
    assert fill("{unknown}", {}) == "{unknown}"
