"""What a baseline knows, and what it must never take for known."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadence_lint.acceptance.baseline import compare, hold_against
from cadence_lint.acceptance.baseline_file import baseline_text, read_baseline, write_baseline
from cadence_lint.config.selection import Choice
from cadence_lint.linting.request import Request
from cadence_lint.linting.run import lint
from cadence_lint.source import SetupError
from tests import scratch
from tests.scratch import rule_text, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cadence_lint.linting.results import Run

RULES = {
    "rules/tone/word.yaml": rule_text(options="{words: [really]}"),
    "rules/tone/other.yaml": rule_text(options="{words: [very]}"),
    "rules/tone/graver.yaml": rule_text(options="{words: [truly]}", covers="[tone/word]"),
    "rules/craft/subject.yaml": rule_text(
        check="length", options="{max: 3, part: subject}", message="too long"
    ),
    "rules/frequency/calls.yaml": rule_text(
        check="all-touches", options="{channels: [call]}", message='"{days}"'
    ),
    "rules/structure/whole.yaml": rule_text(
        check="whole", options="", message='"{name}"', preset="strict"
    ),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    yield from scratch.repository(tmp_path, monkeypatch, RULES)


class Step(NamedTuple):
    sentences: tuple[str, ...]
    channel: str = "email"


Plan = tuple[Step, ...]
FAULT = "We really mean it."


def step(*sentences: str) -> Step:
    return Step(("Hi {{first_name}}.", *sentences, "Best, Mo."))


CALL = Step((), "call")


def text(plan: Plan, name: str = "Renewals", head: str = "") -> str:
    said = f"name: {name}\n" if name else ""
    said += f"{head}touches:\n"
    for day, each in enumerate(plan, 1):
        said += f"  - day: {day}\n    channel: {each.channel}\n"
        if each.sentences:
            said += "    body: |\n" + indent("\n".join(each.sentences), "      ") + "\n"
    return said


def run_of(files: dict[str, str], folder: Path, *paths: str, **request: object) -> Run:
    for old in folder.rglob("*.yaml"):
        old.unlink()
    write(folder, files)
    choice = Choice(preset="all")
    return lint(Request(paths or (".",), choice=choice, keeps_sequences=True, **request))  # type: ignore[arg-type]


def outcome(
    before: dict[str, str], after: dict[str, str], folder: Path, *paths: str
) -> tuple[int, int, int]:
    """How many findings are known, new and gone, with what was written before."""
    write_baseline("b.json", compare(run_of(before, folder), "b.json", ()).after)
    run = run_of(after, folder, *paths)
    held = hold_against(run, "b.json", read_baseline("b.json"))
    assert held.baseline is not None
    return len(held.known), len(held.shown), held.baseline.gone


def of_plans(before: Plan, after: Plan, folder: Path) -> tuple[int, int, int]:
    return outcome({"a.yaml": text(before)}, {"a.yaml": text(after)}, folder)


# `structure/whole` speaks once of every sequence: it is always there, and always known.

PLAN = (
    step("You have three houses.", FAULT, "Which closes last?"),
    step("Your two systems differ.", "Here is how Larkfield closes."),
    CALL,
    step(FAULT),
    step("The checklist is below.", "It has nine lines."),
)


def test_what_did_not_change_is_known(folder: Path) -> None:
    assert of_plans(PLAN, PLAN, folder) == (4, 0, 0)


def test_a_mended_finding_is_gone(folder: Path) -> None:
    mended = (step("You have three houses.", "Which closes last?"), *PLAN[1:])

    assert of_plans(PLAN, mended, folder) == (3, 0, 1)


@pytest.mark.parametrize("mended", [0, 3])
@pytest.mark.parametrize("other", [1, 4])
def test_a_mended_finding_does_not_pay_for_an_equal_one(
    mended: int, other: int, folder: Path
) -> None:
    plan = list(PLAN)
    plan[mended] = step(*(s for s in plan[mended].sentences[1:-1] if s != FAULT), "No longer.")
    plan[other] = step(*plan[other].sentences[1:-1], FAULT)

    assert of_plans(PLAN, tuple(plan), folder) == (3, 1, 1)


def test_a_second_one_in_the_same_step_is_new(folder: Path) -> None:
    before = (step("One.", FAULT),)
    after = (step("One.", FAULT, "It is really so."),)

    assert of_plans(before, after, folder)[1] == 1


def test_one_of_two_that_is_mended_leaves_the_other_known(folder: Path) -> None:
    before = (step("One.", FAULT, "It is really so."),)

    assert of_plans(before, (step("One.", FAULT),), folder) == (2, 0, 0)


def test_a_window_is_known_by_its_steps(folder: Path) -> None:
    one, two = step("One thing."), step("Two things.")
    before = (one, CALL, two, CALL)

    assert of_plans(before, (one, CALL, two), folder) == (2, 0, 0)
    assert of_plans(before, (step("New."), one, CALL, two, CALL), folder) == (2, 0, 0)
    assert of_plans(before, (one, CALL, two, CALL, CALL), folder) == (1, 1, 1)
    assert of_plans((one, two, CALL), (one, CALL, two), folder) == (1, 1, 1)


GRAVER = "It is truly so."


def test_what_somebody_else_spoke_for_is_known_when_it_is_left(folder: Path) -> None:
    before = (step("One.", FAULT, GRAVER), step("Two."))

    assert of_plans(before, before, folder) == (2, 0, 0)
    assert of_plans(before, (step("One.", FAULT), step("Two.")), folder) == (2, 0, 1)
    moved = (step("New."), step("Two."), step("One.", FAULT))
    assert of_plans(before, moved, folder) == (2, 0, 1)


def test_what_nobody_saw_is_not_told_when_it_goes(folder: Path) -> None:
    before = (step("One.", FAULT, GRAVER),)

    assert of_plans(before, (step("One.", GRAVER),), folder) == (2, 0, 0)
    assert of_plans(before, (step("One."),), folder) == (1, 0, 1)


def test_what_nobody_saw_does_not_pay_for_another_step(folder: Path) -> None:
    before = (step("One.", FAULT, GRAVER), step("Two."))
    after = (step("One."), step("Two.", FAULT))

    assert of_plans(before, after, folder) == (1, 1, 1)


def test_what_is_known_stays_so_while_another_speaks_for_it(folder: Path) -> None:
    plain, covered = (step("One.", FAULT),), (step("One.", FAULT, GRAVER),)

    assert of_plans(plain, covered, folder) == (1, 1, 0)
    after = compare(
        run_of({"a.yaml": text(covered)}, folder), "b.json", read_baseline("b.json")
    ).after
    write_baseline("b.json", after)
    held = hold_against(run_of({"a.yaml": text(plain)}, folder), "b.json", read_baseline("b.json"))
    assert (len(held.known), held.shown) == (2, [])


def test_what_is_about_a_whole_message_is_known_in_other_words(folder: Path) -> None:
    said = "touches: [{day: 1, subject: %s, body: One.}, {day: 2, subject: %s, body: Two.}]"
    before = {"a.yaml": said % ("the books of three houses", "the books")}
    reworded = {"a.yaml": said % ("what three houses do at night", "the books")}
    other = {"a.yaml": said % ("what houses do", "the books of three houses")}

    assert outcome(before, reworded, folder) == (2, 0, 0)
    assert outcome(before, other, folder) == (1, 1, 1)


def test_what_moves_to_another_file_is_known(folder: Path) -> None:
    assert outcome({"a.yaml": text(PLAN)}, {"new/b.yaml": text(PLAN)}, folder) == (4, 0, 0)
    unnamed = text(PLAN, "")
    assert outcome({"a.yaml": unnamed}, {"b.yaml": unnamed}, folder) == (4, 0, 0)
    renamed = text(PLAN, "Another name")
    assert outcome({"a.yaml": text(PLAN)}, {"a.yaml": renamed}, folder) == (4, 0, 0)


def test_a_copied_file_is_new(folder: Path) -> None:
    files = {"a.yaml": text(PLAN), "b.yaml": text(PLAN)}
    assert outcome({"a.yaml": text(PLAN)}, files, folder) == (4, 4, 0)

    mended = {"a.yaml": text((step("All is well."),)), "b.yaml": text(PLAN)}
    assert outcome({"a.yaml": text(PLAN)}, mended, folder) == (1, 4, 3)


def test_two_files_with_the_same_name_and_copy_do_not_stand_for_each_other(folder: Path) -> None:
    before = {"a.yaml": text(PLAN), "b.yaml": text(PLAN)}
    mended = (step("You have three houses.", "Which closes last?"), *PLAN[1:])

    after = {"a.yaml": text(mended), "b.yaml": text(PLAN)}
    assert outcome(before, after, folder) == (7, 0, 1)


def test_two_unnamed_equal_sequences_in_a_file_are_both_known(folder: Path) -> None:
    both = f"{text(PLAN, '')}---\n{text(PLAN, '')}"

    assert outcome({"a.yaml": both}, {"a.yaml": both}, folder) == (8, 0, 0)


def test_files_that_were_not_looked_at_are_neither_gone_nor_forgotten(folder: Path) -> None:
    files = {"a.yaml": text(PLAN), "b.yaml": text(PLAN, "Other")}
    mended = files | {"a.yaml": text((step("All is well."),))}

    assert outcome(files, mended, folder, "a.yaml") == (1, 0, 3)
    after = compare(run_of(mended, folder, "a.yaml"), "b.json", read_baseline("b.json")).after
    assert [(each.file, len(each.entries)) for each in after] == [("a.yaml", 1), ("b.yaml", 4)]


def test_what_cannot_be_read_is_not_gone(folder: Path) -> None:
    broken = {"a.yaml": "touches:\n  - day: 1\n   channel: email\n"}

    assert outcome({"a.yaml": text(PLAN)}, broken, folder) == (0, 0, 0)


def test_a_deleted_file_is_gone(folder: Path) -> None:
    files = {"a.yaml": text(PLAN), "b.yaml": text((step("Something else."),), "Other")}

    assert outcome(files, {"b.yaml": files["b.yaml"]}, folder) == (1, 0, 4)


def test_rules_that_did_not_run_keep_their_findings(folder: Path) -> None:
    files = {"a.yaml": text(PLAN)}
    write_baseline("b.json", compare(run_of(files, folder), "b.json", ()).after)
    choice = Choice(select=("tone/other",))
    run = lint(Request((".",), choice=choice, keeps_sequences=True))
    compared = compare(run, "b.json", read_baseline("b.json"))

    assert compared.gone == 0
    assert baseline_text(compared.after) == (folder / "b.json").read_text()


def test_what_rules_that_did_not_run_spoke_for_is_counted_no_more_than_before(folder: Path) -> None:
    files = {"a.yaml": text((step("One.", FAULT, GRAVER), step("Two.", FAULT)))}
    before = compare(run_of(files, folder), "b.json", ())
    write_baseline("b.json", before.after)
    choice = Choice(select=("tone/word",))
    run = lint(Request((".",), choice=choice, keeps_sequences=True))
    compared = compare(run, "b.json", read_baseline("b.json"))

    assert len(run.shown) == len(compared.known) == 2
    assert (compared.new, compared.gone) == (0, 0)
    assert compared.after == before.after


def test_the_folder_of_the_baseline_is_what_paths_are_relative_to(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"team/a.yaml": text(PLAN)}
    write_baseline("b.json", compare(run_of(files, folder), "b.json", ()).after)
    assert '"file": "team/a.yaml"' in (folder / "b.json").read_text()

    monkeypatch.chdir(folder / "team")
    run = lint(Request(("a.yaml",), choice=Choice(preset="all"), keeps_sequences=True))
    held = hold_against(run, "../b.json", read_baseline("../b.json"))
    assert (len(held.known), held.shown) == (4, [])


# Properties


_words = st.integers(0, 10_000)


@st.composite
def _plans(draw: st.DrawFn) -> Plan:
    """Plans whose sentences are all different, but for the greeting, the name and the faults."""
    numbers = draw(st.lists(_words, min_size=8, max_size=16, unique=True))
    steps: list[Step] = []
    while numbers:
        count = draw(st.integers(1, 3))
        said = [f"Sentence {number} of it." for number in numbers[:count]]
        del numbers[:count]
        for fault in draw(st.sampled_from([(), (FAULT,), (GRAVER,), (FAULT, GRAVER)])):
            said.insert(draw(st.integers(0, len(said))), fault)
        steps.append(step(*said))
    return tuple(steps)


often = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@often
@given(plan=_plans(), data=st.data())
def test_faults_stay_known_while_steps_come_go_and_move(
    plan: Plan, data: st.DataObject, folder: Path
) -> None:
    changed = list(plan)
    for count in range(data.draw(st.integers(0, 2))):
        at = data.draw(st.integers(0, len(changed)))
        changed.insert(at, step(f"New {count} here.", f"More {count} there."))
    innocent = [each for each in changed if not _faults(each)]
    removes: bool = data.draw(st.booleans())
    if innocent and removes:
        changed.remove(data.draw(st.sampled_from(innocent)))
    after = tuple(data.draw(st.permutations(changed)))
    head = data.draw(st.sampled_from(["", "# a line\n\n# more\n", "goal: a call\n"]))
    name = data.draw(st.sampled_from(["a.yaml", "b.yaml", "c/d.yaml"]))

    found = outcome({"a.yaml": text(plan)}, {name: text(after, head=head)}, folder)
    assert found[1:] == (0, 0)


@often
@given(plan=_plans(), data=st.data())
def test_faults_stay_known_while_other_sentences_are_reworded(
    plan: Plan, data: st.DataObject, folder: Path
) -> None:
    after = list(plan)
    at = data.draw(st.integers(0, len(after) - 1))
    after[at] = Step(tuple(s.replace("Sentence", "Other words") for s in after[at].sentences))

    assert of_plans(plan, tuple(after), folder)[1:] == (0, 0)


def _faults(said: Step) -> set[str]:
    return {FAULT, GRAVER} & set(said.sentences)


@often
@given(plan=_plans(), data=st.data())
def test_whatever_is_mended_nothing_new_is_left(
    plan: Plan, data: st.DataObject, folder: Path
) -> None:
    after = []
    for each in plan:
        mended = data.draw(st.sampled_from([(), (FAULT,), (GRAVER,), (FAULT, GRAVER)]))
        after.append(Step(tuple(s for s in each.sentences if s not in mended)))

    assert of_plans(plan, tuple(after), folder)[1] == 0


@often
@given(plan=_plans(), data=st.data())
def test_a_mended_fault_never_pays(plan: Plan, data: st.DataObject, folder: Path) -> None:
    faulty = [at for at, each in enumerate(plan) if _faults(each)]
    innocent = [at for at in range(len(plan)) if at not in faulty]
    if not faulty or not innocent:
        return
    mended, other = data.draw(st.sampled_from(faulty)), data.draw(st.sampled_from(innocent))
    fault = data.draw(st.sampled_from(sorted(_faults(plan[mended]))))
    after = list(plan)
    after[mended] = Step(tuple(s for s in plan[mended].sentences if s not in (FAULT, GRAVER)))
    after[other] = step(*plan[other].sentences[1:-1], fault)

    assert of_plans(plan, tuple(after), folder)[1:] == (1, 1)


@often
@given(plan=_plans())
def test_the_file_says_what_was_written_and_always_the_same(plan: Plan, folder: Path) -> None:
    compared = compare(run_of({"a.yaml": text(plan)}, folder), "b.json", ())
    write_baseline("b.json", compared.after)

    assert read_baseline("b.json") == compared.after
    assert baseline_text(read_baseline("b.json")) == (folder / "b.json").read_text()


# The file


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        (b"", "or a damaged one"),
        (b"\xff\xfe", "or a damaged one"),
        (b"touches: []", "or a damaged one"),
        (b"[" * 100_000, "or a damaged one"),
        (b"[]", "no baseline of cadence-lint"),
        (b'{"version": 1, "sequences": []}', "no baseline of cadence-lint"),
        (b'{"cadence-lint": "baseline", "version": 7}', "not of version 1"),
        (b'{"cadence-lint": "baseline", "version": 1}', "'sequences' is missing"),
        (b'{"cadence-lint": "baseline", "version": 1, "sequences": 3}', "a list should be"),
        (b'{"cadence-lint": "baseline", "version": 1, "sequences": [3]}', "keys should be"),
    ],
)
def test_what_is_no_baseline_is_refused(said: bytes, problem: str, folder: Path) -> None:
    (folder / "b.json").write_bytes(said)

    with pytest.raises(SetupError, match=problem):
        read_baseline("b.json")


@pytest.mark.parametrize(
    "change", [('"1":', '"9":'), ('"1":', '"one":'), ('["really"]', '"really"'), ('"a.yaml"', "3")]
)
def test_a_damaged_entry_is_refused(change: tuple[str, str], folder: Path) -> None:
    write_baseline("b.json", compare(run_of({"a.yaml": text(PLAN)}, folder), "b.json", ()).after)
    good = (folder / "b.json").read_text()
    (folder / "b.json").write_text(good.replace(*change))
    assert (folder / "b.json").read_text() != good

    with pytest.raises(SetupError, match="damaged"):
        read_baseline("b.json")


def test_a_finding_is_a_line(folder: Path) -> None:
    plan = (step("Your two systems differ.", FAULT), CALL, step("Three.", FAULT, GRAVER))
    compared = compare(run_of({"a.yaml": text(plan)}, folder), "b.json", ())

    assert baseline_text(compared.after).splitlines()[-10:] == [
        '      "findings": [',
        '        {"rule": "structure/whole", "steps": {}},',
        '        {"rule": "tone/word", "steps": {"1": ["really"]}},',
        '        {"rule": "frequency/calls", "steps": {"2": []}},',
        '        {"rule": "tone/graver", "steps": {"3": ["truly"]}},',
        '        {"rule": "tone/word", "steps": {"3": ["really"]}, "covered": true}',
        "      ]",
        "    }",
        "  ]",
        "}",
    ]
