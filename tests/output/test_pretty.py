from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.finding import Error, Note, Suppressed
from cadence_lint.output import render
from cadence_lint.output.terminal import Look, width_of
from cadence_lint.run import Run
from tests.output.runs import Story, full_story, run_of


def shown(run: Run, **look: Any) -> str:
    return render(run, "pretty", Look(**look))


def test_a_sequence_with_what_to_change() -> None:
    out = shown(full_story().run())

    assert out.startswith("Night audits, hotel groups")
    assert "assumed: cold, mid-market, Monday to Friday" in out
    assert "step 1 · day 1 · email" in out
    assert "line 4" in out
    assert "• reader thinks  so it starts like every other mail today, and I stop here" in out
    assert "  change to      Start with what made you write to this person." in out
    assert "1 sequence, 3 steps: ✗ 2 must be fixed, • 5 should be fixed, ◦ 1 detail" in out


def test_the_words_are_marked() -> None:
    story = Story()
    story.find("value/empty-follow-up", "just calling to follow up", touch=2)
    lines = shown(story.run()).splitlines()
    at = next(count for count, line in enumerate(lines) if "voicemail: I was" in line)

    assert lines[at].startswith("   14 │ voicemail: I was just calling to follow up on")
    start = lines[at].index("just calling to follow up")
    assert lines[at + 1] == "      │ ".ljust(start) + "~" * len("just calling to follow up")


def test_words_that_go_on_in_the_next_line_are_marked_there_too() -> None:
    story = Story()
    words = "that close their books every night.\n      Our team has built"
    story.find("self-focus/self-focused-opening", words, touch=1)
    lines = shown(story.run()).splitlines()
    at = next(count for count, line in enumerate(lines) if line.startswith("   10 │"))

    assert lines[at].endswith("that close their books every night.")
    assert lines[at + 2] == "   11 │ Our team has built"
    assert lines[at + 3] == "      │ ~~~~~~~~~~~~~~~~~~"


def test_no_word_of_ours_is_on_the_screen() -> None:
    out = shown(full_story().run(), verbose=True).lower()

    for word in ("finding", "evidence", "confidence", "preset", "covered", "place"):
        assert word not in out


def test_a_step_shows_two_and_counts_the_rest() -> None:
    run = full_story().run()

    assert "and 1 more" in shown(run)
    assert shown(run).count("reader thinks") == 6
    assert "and 1 more" not in shown(run, verbose=True)
    assert shown(run, verbose=True).count("reader thinks") == 8


def test_three_to_fix_first_are_the_most_serious_of_different_kinds() -> None:
    out = shown(full_story().run())
    first = out[out.index("fix first") :].splitlines()

    assert [line[:4] for line in first if line.startswith("  ") and line[2].isdigit()] == [
        "  1 ",
        "  2 ",
        "  3 ",
    ]
    assert "the whole plan: Keep 2 in any week" in out
    assert "step 1: Open with their night audits" in out


def test_details_are_counted_until_they_are_asked_for() -> None:
    story = Story()
    story.find("structure/no-goal", "Quick question", touch=1, severity="info")
    run = story.run()

    assert "nothing to fix" in shown(run)
    assert "◦ 1 detail" in shown(run)
    assert "reader thinks" not in shown(run)
    assert "◦ reader thinks" in shown(run, verbose=True)


def test_covered_findings_are_not_shown() -> None:
    story = Story()
    story.find("tone/greeting-cliche", "Any thoughts?", covered_by="value/empty-follow-up", touch=3)

    assert "nothing to fix" in shown(story.run(), verbose=True)


def test_the_score_is_shown_when_asked_for() -> None:
    run = full_story().run()

    assert "score" not in shown(run)
    assert "of 100, not a forecast of replies" in shown(run, verbose=True)
    assert "More touches in a week than a stranger welcomes" in shown(run, verbose=True)
    assert "of 100" not in shown(full_story().run(score=None), verbose=True)
    assert "no copy" in shown(full_story().run(score=None))


def test_days_and_channels_are_not_quoted() -> None:
    story = Story()
    story.find("timing/weekend-touch", "3", touch=2)
    story.find("channels/order", "call", touch=2)

    assert "│" not in shown(story.run())


def test_other_places_are_named() -> None:
    story = Story()
    first = story.evidence("my email", 2)
    story.find("value/repeated-content", "my note", touch=3)
    last = story.findings[-1]
    story.findings[-1] = last._replace(evidence=(*last.evidence, first), variant="B")
    out = shown(story.run())

    assert "also           step 2, line 14" in out
    assert "only in        version B" in out


def test_notes_errors_and_what_is_ignored() -> None:
    story = full_story()
    finding = story.findings.pop()
    run = story.run(
        notes=(Note("night-audits.yaml", 1, "copy rules skipped: the file holds no copy"),),
        errors=(Error("input", "night-audits.yaml", 9, 1, "the key `day` is there twice"),),
        suppressed=(Suppressed(finding, "agreed", "2027-01-31"), Suppressed(finding, "", None)),
    )
    out = shown(run, verbose=True)

    assert "note: copy rules skipped" in out
    assert "✗ night-audits.yaml, line 9\n  the key `day` is there twice" in out
    assert "ignored: line 17, structure/no-goal until 2027-01-31: agreed" in out
    assert "ignored: line 17, structure/no-goal\n" in out
    assert "2 ignored as asked" in " ".join(out.split())
    assert "1 problem with the files" in out


def test_quiet_shows_problems_and_counts() -> None:
    run = full_story().run(errors=(Error("input", "x.yaml", 9, 1, "no"),))
    out = shown(run, quiet=True)

    assert out.startswith("✗ x.yaml, line 9")
    assert "reader thinks" not in out
    assert "explain" not in out
    assert "1 sequence, 3 steps" in out


def test_nothing_was_checked() -> None:
    assert shown(Run(())) == "nothing was checked\n"


@given(
    st.integers(60, 120),
    st.text(alphabet="ab é漢🌙.\x1b", min_size=1, max_size=400).filter(str.strip),
    st.text(alphabet="ab é漢🌙.\x1b", max_size=200),
    st.booleans(),
)
def test_nothing_is_wider_than_the_screen(width: int, words: str, tail: str, verbose: bool) -> None:
    text = f"name: x\nbody: start {words.strip()} {tail}\n"
    story = Story(text)
    story.find("tone/greeting-cliche", words.strip(), touch=1, message=words, advice=tail)
    out = shown(story.run(name=tail or "x"), width=width, verbose=verbose)

    assert [line for line in out.splitlines() if width_of(line) > width] == []
    assert "\x1b" not in out


def test_colour_changes_no_letter() -> None:
    import re

    run = full_story().run()
    out = shown(run, color=True, verbose=True)

    assert "\x1b[" in out
    assert re.sub(r"\x1b\[\d+m", "", out) == shown(run, verbose=True)


def _many(count: int) -> Run:
    files = []
    for number in range(count):
        story = Story(path=f"cadences/emea/outbound-{number}.yaml")
        story.name = f"Night audits {number}"
        for finding in full_story().findings[: number % 7]:
            story.findings.append(finding._replace(sequence_id=story.source.path))
        files.append(story.file())
    return run_of(*files)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_many_sequences_are_a_table(width: int) -> None:
    out = shown(_many(13), width=width)
    rows = [line for line in out.splitlines() if line.startswith(("do not", "fix f", "ready"))]

    assert "the worst 10 of 13 sequences" in out
    assert len(rows) == 10
    assert rows[0].startswith("do not send")
    assert "what they have in common" in out
    assert "More touches in a week than a stranger welcomes" in out
    assert "reader thinks" not in out
    assert max(map(width_of, out.splitlines())) <= width


def test_six_sequences_and_nothing_in_common() -> None:
    out = shown(_many(1)._replace(files=_many(7).files[:1] * 6))

    assert "6 sequences" in out
    assert "in common" not in out


def test_many_sequences_one_by_one_when_asked_for() -> None:
    assert shown(_many(6), verbose=True).count("assumed: ") == 6


def test_five_sequences_are_told_one_by_one() -> None:
    assert shown(_many(5)).count("assumed: ") == 5


def test_standard_input_has_a_name() -> None:
    out = shown(Story(path="-").run(name="-", errors=(Error("input", "-", 2, 1, "no"),)))

    assert out.startswith("standard input ")
    assert "✗ standard input, line 2" in out
