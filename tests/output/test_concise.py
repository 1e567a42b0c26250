from __future__ import annotations

from cadence_lint.finding import Error, Note
from cadence_lint.linting.results import FileResult
from cadence_lint.output import render
from cadence_lint.output.terminal import Look
from tests.output.runs import Story, run_of

LOOK = Look()


def test_a_line_for_each_thing_and_one_with_the_counts() -> None:
    story = Story()
    story.find("tone/greeting-cliche", "Any thoughts?", touch=3, message="so\nwhat?")
    story.find("value/empty-follow-up", "my note", touch=3, covered_by="tone/greeting-cliche")
    error = Error("rule", "night-audits.yaml", 3, 1, "it failed", "tone/x")
    out = render(story.run(errors=(error,)), "concise", LOOK)

    assert out.splitlines() == [
        "night-audits.yaml:17:46: warning tone/greeting-cliche so what?",
        "night-audits.yaml:3:1: error tone/x it failed",
        "1 sequence in 1 file: 0 errors, 1 warning, 0 infos; 1 problem with the input",
    ]
    assert (
        render(story.run(errors=(error,)), "concise", Look(quiet=True)).splitlines()
        == (out.splitlines()[1:])
    )


def test_files_that_were_passed_over_are_counted() -> None:
    passed_over = FileResult("mail.txt", notes=(Note("mail.txt", 1, "passed over"),))
    out = render(run_of(Story().file(), passed_over), "concise", LOOK)

    assert out == "1 sequence in 1 file: 0 errors, 0 warnings, 0 infos, 1 file passed over\n"
