from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cadence_lint.linting.linter import Linter
from cadence_lint.linting.request import Request
from cadence_lint.linting.results import Run
from cadence_lint.output.report.model.compose import report_of
from tests.output.runs import full_story, many, run_of

if TYPE_CHECKING:
    from cadence_lint.output.report.model import Chapter, Report

REQUEST = Request(keeps_sequences=True, keeps_portraits=True, keeps_decisions=True)
AUDIENCE = "audience: {persona: Head Grower, relationship: cold, segment: mid}\n"


def report(**files: str) -> Report:
    """The report about some files, by their names without folder and ending."""
    linter = Linter(REQUEST)
    results = [linter.lint_text(f"plans/{name}.yaml", text) for name, text in files.items()]
    return report_of(Run(tuple(results), linter.rules))


def chapter(text: str) -> Chapter:
    (found,) = report(plan=text).chapters
    return found


def touches(*days: int, channel: str = "email") -> str:
    lines = (
        f"  - {{day: {day}, channel: {channel}, subject: frost, body: How is it?}}\n"
        for day in days
    )
    return f"touches:\n{''.join(lines)}"


# Rows


def test_the_worst_come_first_and_each_has_an_address() -> None:
    found = report_of(many(7))
    ranks = [("do not send", "fix first", "ready").index(row.verdict) for row in found.rows]
    assert ranks == sorted(ranks)
    assert len({row.address for row in found.rows}) == 7
    assert found.rows[0].address.startswith("cadences/emea/outbound-")


def test_of_equals_those_that_reach_more_people_come_first() -> None:
    plans = {
        name: f"name: {name}\nenrolled: {people}\n{touches(1)}"
        for name, people in {"few": 12, "many": 420, "some": 90}.items()
    }
    assert [row.people for row in report(**plans).rows] == [420, 90, 12]


def test_paths_that_look_alike_have_addresses_of_their_own() -> None:
    linter = Linter(REQUEST)
    files = [linter.lint_text(path, touches(1)) for path in ("a b.yaml", "a?b.yaml", "a<b.yaml")]
    addresses = [row.address for row in report_of(Run(tuple(files), linter.rules)).rows]
    assert sorted(addresses) == ["a-b.yaml", "a-b.yaml-2", "a-b.yaml-3"]


def test_a_sequence_of_which_a_part_could_not_be_read_is_not_called_ready() -> None:
    found = report(plan=f"{touches(1)}  - {{day: soon, channel: email}}\n")
    assert "ready" not in found.verdicts
    assert found.errors


# What fails, and what it would take


def test_faults_count_the_sequences_that_have_them() -> None:
    found = {fault.rule: fault for fault in report_of(many(7)).faults}
    greeting = found["tone/greeting-cliche"]
    assert greeting.sequences == 5
    assert greeting.severity == "warning"
    assert "structure/no-goal" not in found  # a detail


def test_mending_leads_step_by_step_to_all_being_ready() -> None:
    found = report_of(many(7))
    ready = [each.ready for each in found.mendings]
    assert ready == sorted(set(ready))
    assert ready[-1] == 7
    assert [each.before for each in found.mendings] == [found.verdicts["ready"], *ready[:-1]]


def test_nothing_is_to_be_mended_where_all_is_ready() -> None:
    found = report_of(run_of())
    assert not found.mendings
    assert not found.faults


def test_folders_and_personas_are_compared_where_there_are_several() -> None:
    linter = Linter(REQUEST)
    paths = {"emea/a.yaml": "CFO", "emea/b.yaml": "COO", "us/c.yaml": "CFO"}
    files = [
        linter.lint_text(path, f"audience: {{persona: {persona}}}\n{touches(1)}")
        for path, persona in paths.items()
    ]
    found = report_of(Run(tuple(files), linter.rules))
    counts = {group.name: sum(group.verdicts.values()) for group in found.folders}
    assert counts == {"emea": 2, "us": 1}
    assert {group.name for group in found.personas} == {"CFO", "COO"}
    assert not report_of(full_story().run()).folders


# One sequence


def test_words_are_marked_where_they_stand_and_numbered_as_beside_them() -> None:
    found = chapter(
        "touches:\n  - day: 1\n    channel: email\n    subject: frost\n    body: |\n"
        "      Hi {{first_name}},\n\n      Just checking in.\n"
    )
    (stop,) = found.stops
    (sheet,) = stop.sheets
    body = sheet.parts[-1]
    assert "".join(piece.words for piece in body.pieces).startswith("Hi {{first_name}},")
    assert any(piece.is_field and piece.words == "{{first_name}}" for piece in body.pieces)
    marked = {number for part in sheet.parts for piece in part.pieces for number in piece.ending}
    assert marked
    assert marked <= {comment.number for comment in stop.comments}
    assert any("checking in" in piece.words and piece.severity for piece in body.pieces)


def test_words_that_escapes_stand_for_are_marked_too() -> None:
    found = chapter(
        "touches:\n  - {day: 1, channel: email, subject: frost,"
        ' body: "Caf\\u00e9: just checking in on my note\\x21"}\n'
    )
    pieces = found.stops[0].sheets[0].parts[-1].pieces
    assert "".join(piece.words for piece in pieces) == "Café: just checking in on my note!"
    assert any("checking in" in piece.words and piece.severity for piece in pieces)


def test_each_sentence_is_about_somebody() -> None:
    found = chapter(
        "touches:\n  - day: 1\n    channel: email\n    subject: frost\n    body: |\n"
        "      We build sensors for orchards. You opened a second orchard in May.\n"
    )
    sentences = found.stops[0].sheets[0].parts[-1].sentences
    assert [sentence.about for sentence in sentences] == ["sender", "reader"]
    assert [sentence.words for sentence in sentences] == [5, 7]


def test_weeks_and_gaps_are_those_of_contacts() -> None:
    found = chapter(f"{touches(1, 2, 2, 9, 30)}  - {{day: 3, channel: task}}\n")
    assert [week.contacts for week in found.weeks] == [3, 1, 0, 0, 1]
    assert [gap.days for gap in found.gaps] == [1, 0, 7, 21]
    assert found.limit == 4


def test_working_days_make_shorter_weeks() -> None:
    found = chapter(f"business_days: true\n{touches(1, 6, 11)}")
    assert [week.contacts for week in found.weeks] == [1, 1, 1]


def test_what_is_ignored_says_why_and_until_when() -> None:
    text = (
        touches(1, 4)
        .replace(
            "  - {day: 4",
            "  # cadence-lint: ignore[value/* until 2999-01-31] legal wants it so\n  - {day: 4",
        )
        .replace("How is it?", "Just checking in.")
    )
    found = report(plan=text)
    (ignored,) = {
        (each.reason, each.until, each.address) for each in found.ignored if each.findings
    }
    assert ignored == ("legal wants it so", "2999-01-31", "plans/plan.yaml")
    assert found.chapters[0].ignored


def test_what_is_ignored_and_need_not_be_is_told_too() -> None:
    text = f"# cadence-lint: ignore-file[tone/shouting] they like it loud\n{touches(1)}"
    (left,) = report(plan=text).ignored
    assert (left.outcome, left.findings) == ("not needed any more", 0)


# Several at the same time


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("", "", True),
        ("region: DE", "region: [FR, DE]", True),
        ("region: DE", "", True),
        ("region: DE", "region: FR", False),
        ("region: EU", "region: FR", True),
        ("relationship: cold", "relationship: customer", False),
        ("segment: exec", "segment: smb", False),
    ],
)
def test_the_same_readers_are_those_whom_the_files_name(one: str, other: str, meet: bool) -> None:
    plans = (
        f"audience: {{persona: Head  grower, {each}}}\n{touches(1, 4)}" for each in (one, other)
    )
    found = report(**dict(zip("ab", plans, strict=True)))
    assert bool(found.meetings) is meet


def test_nobody_knows_the_readers_of_a_file_without_a_persona() -> None:
    assert not report(a=touches(1), b=touches(1)).meetings


def test_starts_tell_in_which_weeks_they_meet() -> None:
    found = report(
        a=f"start: 2026-12-01\n{AUDIENCE}{touches(1, 8)}",
        b=f"start: 2026-12-07\n{AUDIENCE}{touches(1, 3)}",
    )
    (meeting,) = found.meetings
    assert meeting.is_dated
    assert meeting.weeks == (("30 Nov", 1), ("7 Dec", 3))


def test_starts_far_apart_do_not_meet() -> None:
    plans = (f"start: 2026-{month}-01\n{AUDIENCE}{touches(1)}" for month in ("03", "09"))
    assert not report(**dict(zip("ab", plans, strict=True))).meetings


def test_without_starts_they_are_counted_as_if_they_began_together() -> None:
    (meeting,) = report(a=AUDIENCE + touches(1, 2), b=AUDIENCE + touches(1, 9)).meetings
    assert not meeting.is_dated
    assert [week.contacts for week in meeting.weeks] == [3, 1]
    assert len(meeting.rows) == 2
