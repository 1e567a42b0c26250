"""A line of a rule file, a phrase list or a configuration that stands too far in or out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cadence_lint.rulebook.rule_file import read_page
from cadence_lint.rulebook.rule_folder import phrase_lists
from cadence_lint.source import SetupError, Source

if TYPE_CHECKING:
    from pathlib import Path

RULE = """\
summary: Asks a stranger to think for you
preset: strict
severity: info
confidence: high
when: {relationship: [cold]}
check: says
options:
  any: [bump]
  none:
    - offers
    - resource
covers:
  - tone/hedging
  - tone/jargon
message: "{words}: an hour of my work"
advice: >
  Ask one question that can be answered
  in a line.
why: |
  People like to be asked, and do not like
  to be asked in bulk.
serves: [5]
sources:
  - title: A study
    year: 2024
    says: It helps nobody, as far as they
      looked.
    strength: survey
examples:
  flag:
    - name: a coffee
      at: [touch 1]
      sequence: |
        touches:
          - day: 1
            channel: email
            body: |
              Could I pick your brain?
    - name: on the machine
      at: [touch 2]
      sequence: |
        touches:
          - {day: 1, channel: email}
          - {day: 4, channel: call}
  pass:
    - name: a question
      sequence: |
        touches:
          - {day: 1, channel: email}
    - name: thanks
      sequence: |
        touches:
          - {day: 3, channel: email}
"""
PHRASES = """\
means: asks a stranger for what they know
phrases:
  - pick (your|the) brain
  - borrow some of your wisdom
  - say: steal some of your expertise
    advice: Ask one question.
spare:
  - thanks for letting me pick your brain
  - thanks for your expertise
"""


def shifted(text: str, line: str, by: int) -> tuple[str, int, int]:
    """A text with one of its lines further in or out, the line's number, and where it stood."""
    lines = text.splitlines()
    (number,) = (number for number, each in enumerate(lines) if each.strip() == line)
    width = len(lines[number]) - len(line)
    lines[number] = " " * (width + by) + line
    return "\n".join(lines) + "\n", number + 1, width


def check_told(refused: SetupError, line: str, number: int, width: int) -> None:
    assert refused.place.line == number
    spaces = "1 space" if width == 1 else f"{width} spaces"
    assert f"write the line with {spaces} in front: {line}" in refused.message


@pytest.mark.parametrize("by", [-2, -1, 1, 2])
@pytest.mark.parametrize(
    "line",
    [
        "preset: strict",
        "any: [bump]",
        "none:",
        "- resource",
        "- tone/jargon",
        'message: "{words}: an hour of my work"',
        "why: |",
        "People like to be asked, and do not like",
        "serves: [5]",
        "sources:",
        "- title: A study",
        "year: 2024",
        "strength: survey",
        "examples:",
        "flag:",
        "- name: a coffee",
        "at: [touch 1]",
        "- name: on the machine",
        "at: [touch 2]",
        "- {day: 4, channel: call}",
        "pass:",
        "- name: a question",
        "- name: thanks",
    ],
)
def test_a_line_of_a_rule(line: str, by: int) -> None:
    source = Source("tone/brains.yaml", RULE)
    assert read_page(source, "tone/brains").serves == (5,)
    text, number, width = shifted(RULE, line, by)
    if width + by < 0:
        return
    try:
        read_page(Source("tone/brains.yaml", text), "tone/brains")
    except SetupError as refused:
        check_told(refused, line, number, width)


@pytest.mark.parametrize(
    ("line", "by"),
    [("- resource", -2), ("at: [touch 1]", 1), ("flag:", 2), ("flag:", -2), ("serves: [5]", 2)],
)
def test_such_a_line_is_not_passed_over(line: str, by: int) -> None:
    text, number, width = shifted(RULE, line, by)
    with pytest.raises(SetupError) as caught:
        read_page(Source("tone/brains.yaml", text), "tone/brains")
    check_told(caught.value, line, number, width)


def test_an_item_with_all_that_belongs_to_it() -> None:
    text = RULE.replace(
        "    - name: on the machine\n      at: [touch 2]\n      sequence: |",
        "     - name: on the machine\n       at: [touch 2]\n       sequence: |",
    )
    with pytest.raises(SetupError) as caught:
        read_page(Source("tone/brains.yaml", text), "tone/brains")

    check_told(caught.value, "- name: on the machine", 39, 4)
    assert caught.value.message.endswith("(and those below it, down to line 44, with 1 fewer too)")


@pytest.mark.parametrize("by", [-1, 1, 2])
@pytest.mark.parametrize(
    "line",
    [
        "phrases:",
        "- pick (your|the) brain",
        "- borrow some of your wisdom",
        "- say: steal some of your expertise",
        "advice: Ask one question.",
        "- thanks for your expertise",
    ],
)
def test_a_line_of_a_phrase_list(tmp_path: Path, line: str, by: int) -> None:
    text, number, width = shifted(PHRASES, line, by)
    if width + by < 0:
        return
    (tmp_path / "phrases" / "en").mkdir(parents=True)
    (tmp_path / "phrases" / "en" / "brains.yaml").write_text(text)
    with pytest.raises(SetupError) as caught:
        list(phrase_lists(tmp_path))
    check_told(caught.value, line, number, width)


@pytest.mark.parametrize(
    ("said", "slip", "line", "told"),
    [
        ("severity: info", "severity info", 3, "write the line as: severity: info"),
        ("    - name: thanks", "    - name thanks", 50, "write the line as: - name: thanks"),
        (
            'an hour of my work"',
            "an hour of my work",
            15,
            'write the line as: message: "{words}: an hour of my work"',
        ),
        ("    - name: on the", "      name: on the", 39, "or put a dash in front of what begins"),
        (
            "      sequence: |\n        touches:\n          - day",
            "      sequence:\n        touches:\n          - day",
            34,
            "write `sequence: |`",
        ),
        ("check: says\n", "", 1, "'check' is missing here: the check that it is made of"),
        ("why: |", "  why: |", 19, "write the line with 0 spaces in front: why: |"),
    ],
)
def test_other_slips(said: str, slip: str, line: int, told: str) -> None:
    assert said in RULE
    with pytest.raises(SetupError) as caught:
        read_page(Source("tone/brains.yaml", RULE.replace(said, slip, 1)), "tone/brains")
    assert caught.value.place.line == line
    assert told in caught.value.message


def test_what_is_only_mistyped_is_told_as_such() -> None:
    text = RULE.replace("serves: [5]", "serve: [5]")
    with pytest.raises(SetupError) as caught:
        read_page(Source("tone/brains.yaml", text), "tone/brains")
    assert caught.value.message == "there is no key 'serve'; did you mean 'serves'?"
