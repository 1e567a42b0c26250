from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cadence_lint.rulebook.rule_file import read_page
from cadence_lint.rulebook.rule_tests import Tally, run_examples
from cadence_lint.source import Source
from tests.cli.program import run

if TYPE_CHECKING:
    from pathlib import Path

RULE_ID = "frequency/too-many-touches-in-a-day"
"""A rule of the book, whose file is replaced here by one with other examples."""

RULE = """\
summary: More touches in a day than a reader can overlook
preset: recommended
severity: warning
confidence: high
check: touch-count
options: {max: 2, within: 1 day}
message: "{count} touches land on day {first_day}"
advice: Keep {max} on a day.
why: A third contact on one day looks like a machine.
serves: [1]
examples:
"""
THREE = """\
        touches:
          - {day: 1, channel: email}
          - {day: 1, channel: call}
          - {day: 1, channel: linkedin, action: connect}
"""
TWO = THREE[: THREE.rindex("          -")]
SIX = THREE + THREE.replace("day: 1", "day: 9").partition("\n")[2]


def tally(examples: str) -> Tally:
    return run_examples([read_page(Source("day.yaml", RULE + examples), RULE_ID)], ())


def flag(at: str, sequence: str = THREE) -> str:
    return f"  flag:\n    - name: three in a day\n{at}      sequence: |\n{sequence}"


def passing(sequence: str = TWO) -> str:
    return f"  pass:\n    - name: two in a day\n      sequence: |\n{sequence}"


def test_examples_that_come_out_as_they_should() -> None:
    assert tally(flag("      at: [touch 3]\n") + passing()) == Tally(2, ())
    assert tally(flag("      at: [line 4]\n")) == Tally(1, ())


@pytest.mark.parametrize(
    ("examples", "problem"),
    [
        (
            flag("      at: [touch 2]\n"),
            "must be flagged at touch 2, and is flagged at touch 3: if…, write `at: [touch 3]`",
        ),
        (flag("      at: [touch 3, sequence]\n"), "must be flagged at sequence, and"),
        (
            flag("      at: [touch 3]\n", SIX),
            "is flagged at touch 6 too (…, write `at: [touch 3, touch 6]`, else narrow its `when`",
        ),
        (
            flag("      at: [touch 3]\n", TWO),
            "must be flagged at touch 3, and is flagged at nothing: compare `options`, `when` and…",
        ),
        (flag(""), "does not say where it is flagged: write `at: [touch 3]`"),
        (flag("", TWO), "must be flagged, and is flagged at nothing: "),
        (
            passing(THREE),
            "must pass, and is flagged at touch 3: narrow its `when` or its `options`",
        ),
    ],
)
def test_examples_that_do_not(examples: str, problem: str) -> None:
    passed, [failure] = tally(examples)

    assert passed == 0
    start, _, end = problem.partition("…")
    assert failure.problem.startswith(start)
    assert end in failure.problem
    assert (failure.file, failure.rule, failure.line) == ("day.yaml", RULE_ID, 13)


@pytest.mark.parametrize(
    ("sequence", "line", "problem"),
    [
        ("        touches: [1]\n", 15, "no sequence here: "),
        ("        name: nothing\n", 15, "no sequence here: "),
        (
            TWO + "            subjct: hello\n",
            18,
            "the key 'subjct' is not read; did you mean 'subject'?",
        ),
        (
            "        purpse: sales\n" + TWO,
            15,
            "the key 'purpse' is not read; did you mean 'purpose'?",
        ),
        (TWO + "          - {day: soon}\n", 18, "day: "),
    ],
)
@pytest.mark.parametrize("kind", ["flag", "pass"])
def test_a_sequence_that_cannot_be_taken_is_told_at_its_line_in_the_rule_file(
    sequence: str, line: int, problem: str, kind: str
) -> None:
    sequence = sequence.replace(
        "{day: 1, channel: call}\n            subj", "day: 1\n            subj"
    )
    examples = passing(sequence) if kind == "pass" else flag("", sequence)
    [failure] = tally(examples).failures

    assert failure.line == line
    assert problem in failure.problem


def test_what_is_out_of_line_in_a_sequence_counts_from_the_margin_of_the_file() -> None:
    sequence = TWO + "         - {day: 9, channel: email}\n"
    [failure] = tally(passing(sequence)).failures

    assert failure.line == 18
    assert "too far out: write the line with 10 spaces in front: - {day: 9" in failure.problem


def test_a_rule_without_examples() -> None:
    [failure] = tally("").failures

    assert failure.problem.startswith("nothing shows what it does: write under `examples`")


def test_a_rule_about_mistyped_keys_may_have_them_in_its_examples() -> None:
    from cadence_lint.rulebook import built_in_folder
    from cadence_lint.rulebook.rule_folder import rule_page

    page = rule_page(f"{built_in_folder()}/structure/unknown-key.yaml")

    assert run_examples([page]).failures == ()


SAYS = """\
summary: Asks for a favour
preset: strict
severity: info
confidence: high
when: {relationship: [cold]}
check: says
options: {any: [bump]}
message: "{words}"
advice: Leave it out.
why: It is convention.
serves: [1]
examples:
  flag:
    - name: up to the top
      at: [touch 2]
      sequence: |
"""
EMAILS = """\
        touches:
          - {day: 1, channel: email, body: "Who signs off the night audit at your place?"}
          - {day: 4, channel: email, body: "BODY"}
"""


def silence(sequence: str, *, when: str = "{relationship: [cold]}") -> str:
    """What is told where the rule about bumps is silent."""
    text = SAYS.replace("{relationship: [cold]}", when) + sequence
    page = read_page(Source("follow.yaml", text), "value/empty-follow-up")
    [failure] = run_examples([page]).failures
    said, _, why = failure.problem.partition(": ")
    assert said == "must be flagged at touch 2, and is flagged at nothing"
    return why


def test_words_that_no_phrase_has() -> None:
    assert silence(EMAILS.replace("BODY", "Which of the seven closes last?")) == (
        "nothing in touch 2 is heard as `bump`: compare its words with the phrases"
    )


def test_a_condition_that_the_sequence_does_not_meet() -> None:
    sequence = "        audience: {relationship: customer}\n" + EMAILS
    assert silence(sequence) == (
        "its `when` asks for the relationship cold, and here it is customer"
    )


def test_a_condition_that_the_touch_does_not_meet() -> None:
    assert silence(EMAILS, when="{channel: [call, sms]}") == (
        "its `when` asks for the channel call or sms, and touch 2 is something else"
    )


def test_words_that_are_heard_and_let_pass() -> None:
    # The rule of the book wants nothing of value beside the bump, as this one would not.
    body = "Did you see my last email? Here is the checklist that the night desk asked for."
    assert silence(EMAILS.replace("BODY", body)).endswith("one of its `options` lets it pass")


def test_copy_in_another_language() -> None:
    sequence = "        language: de\n" + EMAILS
    assert "another language (de)" in silence(sequence)


def test_an_example_may_bring_its_settings() -> None:
    settings = f"      settings: |\n        rules: {{{RULE_ID}: {{max: 4}}}}\n"

    assert tally(passing(THREE) + settings) == Tally(1, ())


def test_settings_that_cannot_be_taken() -> None:
    [failure] = tally(passing() + "      settings: |\n        rulez: {}\n").failures

    assert "its settings cannot be taken" in failure.problem


# The command


def _folder(tmp_path: Path, examples: str) -> Path:
    family = tmp_path / "our-rules" / "ours"
    family.mkdir(parents=True)
    (family / "three-in-a-day.yaml").write_text(RULE + examples)
    return tmp_path


def test_a_teams_folder_that_passes(tmp_path: Path) -> None:
    _folder(tmp_path, flag("      at: [touch 3]\n") + passing())
    outcome = run("test-rules", "our-rules", cwd=tmp_path)

    assert outcome.out == "2 passed, 0 failed\n"
    assert outcome.status == 0


def test_a_teams_folder_that_fails(tmp_path: Path) -> None:
    _folder(tmp_path, flag("      at: [touch 3]\n") + passing(THREE))
    outcome = run("test-rules", "our-rules", cwd=tmp_path)
    where = "our-rules/ours/three-in-a-day.yaml:21"

    said = "must pass, and is flagged at touch 3: narrow its `when` or its `options`"
    assert outcome.out.splitlines() == [
        f"{where}: ours/three-in-a-day: two in a day: {said}",
        "1 passed, 1 failed",
    ]
    assert outcome.status == 1


def test_a_phrase_list_that_cannot_be_taken_is_named_itself(tmp_path: Path) -> None:
    _folder(tmp_path, passing())
    phrases = tmp_path / "our-rules" / "phrases" / "en"
    phrases.mkdir(parents=True)
    (phrases / "bump.yaml").write_text("phrases:\n  - <number>% off\n")
    outcome = run("test-rules", "our-rules", cwd=tmp_path)

    assert outcome.status == 2
    assert "bump.yaml:2:13: column 9 of “<number>% off”: leave out `%`" in outcome.err
    assert not outcome.out


def test_the_folders_of_the_configuration_are_tested_too(tmp_path: Path) -> None:
    _folder(tmp_path, passing(THREE))
    (tmp_path / "cadence-lint.yaml").write_text("rule_folders: [our-rules]\n")
    outcome = run("test-rules", cwd=tmp_path)

    assert "ours/three-in-a-day: two in a day" in outcome.out


OUR_CONFIG = "rule_folders: [our-rules]\n"


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a rule of a team's own, which passes its examples."""
    folder = _folder(tmp_path_factory.mktemp("team"), flag("      at: [touch 3]\n") + passing())
    phrases = folder / "our-rules" / "phrases" / "en"
    phrases.mkdir(parents=True)
    (phrases / "greets-nobody.yaml").write_text("phrases: [well met]\n")
    (folder / "cadence-lint.yaml").write_text(OUR_CONFIG)
    return folder


@pytest.mark.parametrize(
    "words",
    [
        ["ours/three-in-a-day"],
        ["three-in-a-day"],
        ["ours"],
        ["our-rules"],
        ["our-rules/ours"],
        ["our-rules/ours/three-in-a-day.yaml"],
        ["ours/three-in-a-day", "our-rules", "ours"],
    ],
)
def test_what_is_named_is_tested_and_nothing_else(team: Path, words: list[str]) -> None:
    assert run("test-rules", *words, cwd=team) == (0, "2 passed, 0 failed\n", "")


def test_several_rules(team: Path) -> None:
    one = run("test-rules", "structure/mixed-timing", cwd=team).out
    both = run("test-rules", "structure/mixed-timing", "three-in-a-day", cwd=team).out

    assert int(both.split()[0]) == int(one.split()[0]) + 2


def test_the_rules_that_ask_for_a_list_of_phrases(team: Path) -> None:
    outcome = run("test-rules", "our-rules/phrases/en/greets-nobody.yaml", cwd=team)
    passed, _, rest = outcome.out.partition(" ")

    assert rest == "passed, 0 failed\n"
    assert int(passed) > 3


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("tone/gilt-trip", "there is no rule 'tone/gilt-trip'; did you mean 'tone/guilt-trip'?"),
        ("three-in-a-dai", "did you mean 'ours/three-in-a-day'?"),
        ("gone", "there is no folder gone, and there is no rule 'gone'; "),
        ("our-rules/ours/gone.yaml", "there is no file our-rules/ours/gone.yaml"),
    ],
)
def test_a_name_that_means_no_rule(team: Path, word: str, told: str) -> None:
    outcome = run("test-rules", "ours", word, cwd=team)

    assert outcome.status == 2
    assert told in outcome.err
    assert not outcome.out


@pytest.mark.parametrize("name", ["gone", "empty", "broken"])
def test_a_folder_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken" / "ours").mkdir(parents=True)
    (tmp_path / "broken" / "ours" / "rule.yaml").write_text("sumary: x\n")
    outcome = run("test-rules", name, cwd=tmp_path)

    assert outcome.status == 2
    assert name in outcome.err
    assert "Traceback" not in outcome.err


def test_the_rules_that_come_with_the_program_pass() -> None:
    from cadence_lint.rulebook import read_pages

    assert run_examples(read_pages(), ()).failures == ()
