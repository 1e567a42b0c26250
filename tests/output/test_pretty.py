from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.finding import Error, Note, Suppressed
from cadence_lint.linting.results import FileResult, Run
from cadence_lint.output import render
from cadence_lint.output.terminal import Look, width_of
from cadence_lint.score import Cost, Score, score
from tests.output import hostile
from tests.output.runs import STORY, Story, full_story, many, run_of


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


def test_words_that_begin_where_others_end_are_marked_beside_them() -> None:
    story = Story()
    words = "that close their books every night.\n      Our team"
    story.find("self-focus/self-focused-opening", words, "best-in-class", touch=1)
    lines = shown(story.run()).splitlines()
    at = next(count for count, line in enumerate(lines) if line.startswith("   11 │"))

    assert lines[at] == "   11 │ Our team has built a best-in-class solution."
    assert lines[at + 1] == "      │ ~~~~~~~~             ~~~~~~~~~~~~~"
    assert "also" not in "".join(lines)


def test_no_word_of_ours_is_on_the_screen() -> None:
    out = shown(full_story().run(), verbose=True).lower()

    for word in ("finding", "evidence", "confidence", "preset", "covered", "place"):
        assert word not in out


def test_a_step_shows_two_and_counts_the_rest() -> None:
    run = full_story().run()

    assert "and 1 more" in shown(run)
    assert shown(run).count("change to") == 6
    assert "and 1 more" not in shown(run, verbose=True)
    assert shown(run, verbose=True).count("change to") == 8


def test_three_to_start_with_are_the_most_serious_of_different_kinds() -> None:
    costs = (Cost("value/empty-follow-up", 40, 2), Cost("tone/greeting-cliche", 30, 2))
    out = shown(full_story().run(score=Score(20, costs)))
    last = out[out.index("do not send it yet: start with these") :]

    assert last.splitlines()[1:6] == [
        "  1  the whole plan: 3 touches land between day 1 and day 4",
        "     → Keep 2 in any week; drop the touches that repeat an earlier one.",
        '  2  step 1: "We are the leading provider of night audit software, and our pla…"',
        "     → Open with their night audits, and leave yourself for the end.",
        '  3  step 2: "just calling to follow up"',
    ]


def test_what_stands_a_few_lines_above_is_not_advised_again() -> None:
    story = Story()
    for touch, words in ((1, "finds you well"), (2, "follow up"), (3, "Any thoughts?")):
        story.find(f"tone/of-{touch}", words, touch=touch, advice=f"Mend step {touch}.")
    story.find("tone/other", "Just checking in", touch=3, advice="Mend that too.")
    out = shown(story.run(score=None))

    assert [out.count(f"Mend step {touch}.") for touch in (1, 2, 3)] == [1, 1, 1]
    assert out.splitlines()[-7:-4] == [
        '  1  step 1: "finds you well"',
        '  2  step 2: "follow up"',
        '  3  step 3: "Any thoughts?"',
    ]
    assert "→" in shown(full_story().run())


def test_a_change_says_enough_to_know_what_is_meant() -> None:
    story = full_story()
    said = "nothing: you are not connected"
    story.find("channels/no-connection", touch=2, severity="error", message=said)

    assert "step 2: nothing: you are not connected\n" in shown(story.run())


def test_three_to_start_with_are_about_different_lines() -> None:
    story = full_story()
    story.find("craft/too-long", "Any thoughts?", touch=3)
    story.find("craft/too-loud", "Any thoughts?", touch=3, severity="error")
    out = shown(story.run(score=None))
    last = out[out.index("start with") :]

    assert last.count('step 3: "Any thoughts?"') == 1
    assert last.count("→") == 3


def test_what_costs_most_is_shown_first_in_a_step() -> None:
    story = Story()
    for rule in ("tone/one", "tone/two", "tone/three"):
        story.find(rule, "Any thoughts?", touch=3, message=rule)
    out = shown(story.run(score=Score(60, (Cost("tone/three", 30, 1), Cost("tone/two", 10, 1)))))

    assert out.index("tone/three") < out.index("tone/two")
    assert "thinks  tone/one" not in out


def test_what_is_said_of_some_words_comes_before_what_is_said_of_the_whole_message() -> None:
    story = Story()
    costs = (
        Cost("value/nothing-for-the-reader", 30, 2),
        Cost("personalization/generic", 20, 2),
        Cost("tone/guilt-trip", 5, 1),
        Cost("length/too-long-voicemail", 1, 1),
    )
    for rule in (cost.rule for cost in costs[:3]):
        story.find(rule, "Any thoughts?", touch=3, message=rule)
    story.find(costs[3].rule, touch=2, message=costs[3].rule)
    story.find(costs[0].rule, touch=1, message=costs[0].rule)
    out = shown(story.run(score=Score(40, costs)))
    step, first = out[out.index("step 3 · ") :].split("do not send it yet: start with these")

    assert step.index("tone/guilt-trip") < step.index("value/nothing-for-the-reader")
    assert "and 1 more" in step
    assert [line[2:] for line in first.splitlines() if line[2:3].isdigit()] == [
        "1  step 1: value/nothing-for-the-reader",
        '2  step 3: "Any thoughts?"',
        "3  step 2: length/too-long-voicemail",
    ]


def test_the_same_words_are_quoted_once() -> None:
    story = Story()
    story.find("tone/one", "Any thoughts?", touch=3)
    story.find("tone/two", "Any thoughts?", touch=3)
    out = shown(story.run())

    assert out.count("│ body: Just checking in") == 1
    assert out.count("reader thinks") == 2


def test_what_is_no_thought_of_the_reader_is_not_called_one() -> None:
    story = Story()
    story.find("frequency/too-many-calls", message="5 calls: I let it ring")
    story.find("timing/weekend-touch", message="a call on a Saturday")
    story.find("structure/unknown-key", message='"wen" is not read')
    out = shown(story.run(), verbose=True)

    assert "• reader thinks  5 calls: I let it ring" in out
    assert "• reader sees    a call on a Saturday" in out
    assert '• in the file    "wen" is not read' in out


def test_the_days_stand_above_the_steps() -> None:
    lines = shown(full_story().run()).splitlines()

    assert lines[5].startswith("day    1  2  3  4")
    assert lines[6].startswith("email  ●  ·  ·  ●")


def test_a_narrow_screen_has_the_labels_above_the_texts() -> None:
    out = shown(full_story().run(), width=40)

    assert "  • reader thinks\n    so it starts like every other mail\n" in out


def test_details_are_counted_until_they_are_asked_for() -> None:
    story = Story()
    story.find("structure/no-goal", "Quick question", touch=1, severity="info")
    run = story.run()

    assert "1 sequence, 3 steps: nothing to fix, ◦ 1 detail" in shown(run)
    assert "reader thinks" not in shown(run)
    assert "◦ in the file" in shown(run, verbose=True)


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
    assert "not judged" in shown(full_story().run(score=None))


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
    assert "note: not all of it could be read; see the end" in out
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
    st.integers(32, 120),
    st.text(alphabet="ab é漢🌙.\x1b", min_size=1, max_size=400).filter(str.strip),
    st.text(alphabet="ab é漢🌙.\x1b", max_size=200),
    st.booleans(),
)
def test_nothing_is_wider_than_the_screen(width: int, words: str, tail: str, verbose: bool) -> None:
    text = f"name: x\nbody: start {words.strip()} {tail}\n"
    story = Story(text)
    story.find("tone/greeting-cliche", words.strip(), touch=1, message=words, advice=tail)
    out = shown(story.run(name=tail or "x"), width=width, verbose=verbose)

    wide = [line for line in out.splitlines() if width_of(line) > width]
    assert [line for line in wide if not line.startswith("  cadence-lint explain")] == []
    assert "\x1b" not in out


@given(hostile.runs(), st.integers(1, 7), st.booleans())
def test_nothing_of_a_sequence_is_obeyed(run: Run, count: int, verbose: bool) -> None:
    out = shown(run._replace(files=run.files * count), verbose=verbose)

    assert not any(sign in out for sign in "\x1b\x00\r\u202e\u2028\x9b")
    assert not [line for line in out.splitlines() if line.strip().startswith("::")]
    assert "##[" not in out


def test_colour_changes_no_letter() -> None:
    import re

    run = full_story().run()
    out = shown(run, color=True, verbose=True)

    assert "\x1b[" in out
    assert re.sub(r"\x1b\[[\d;]+m", "", out) == shown(run, verbose=True)


def test_many_sequences_one_by_one_when_asked_for() -> None:
    assert shown(many(6), verbose=True).count("assumed: ") == 6


def test_five_sequences_are_told_one_by_one() -> None:
    out = shown(many(5))

    assert out.count("assumed: ") == 5
    assert out.count("─" * 80) == 5
    assert out[out.rindex("─") :].count("outbound-") == 5


def test_what_is_pasted_has_a_name() -> None:
    out = shown(Story(path="-").run(name="-", errors=(Error("input", "-", 2, 1, "no"),)))

    assert out.startswith("pasted text ")
    assert "✗ pasted text, line 2" in out


def test_a_verdict_by_more_rules_than_ran_is_explained() -> None:
    worst = score(full_story().findings)
    out = shown(Story().run(score=worst))

    assert "nothing to fix by the rules that are on; the verdict is by all of them:" in out
    assert "the whole plan: More touches in a week than a stranger welcomes\n" in out
    assert "     → see: cadence-lint explain frequency/too-many-touches-in-a-week\n" in out
    assert "that are on" not in shown(full_story().run(score=worst))
    assert "that are on" not in shown(Story().run())


def test_what_was_ignored_and_still_counts_is_called_so() -> None:
    story = full_story()
    ignored = tuple(Suppressed(each, "", None) for each in story.findings)
    worst = score(story.findings)
    story.findings = []

    assert "→ ignored as asked\n" in shown(story.run(score=worst, suppressed=ignored))

    of_another = tuple(
        each._replace(finding=each.finding._replace(sequence_id="another")) for each in ignored
    )
    assert "→ ignored as asked\n" not in shown(story.run(score=worst, suppressed=of_another))


def test_a_verdict_by_degrees_says_where_and_what_to_do() -> None:
    costs = (
        Cost("value/nothing-for-the-reader", 14.0, 0, (1, 3)),
        Cost("tone/greeting-cliche", 8.0, 1, (1,)),
        Cost("personalization/generic", 3.0, 0, (1,)),
        Cost("self-focus/self-focused-copy", 2.5, 0, (1,)),
    )
    story = Story()
    story.find("tone/greeting-cliche", "finds you well", severity="info", touch=1, advice="Cut it.")
    out = shown(story.run(score=Score(72, costs)))
    end = out[out.index("nothing is wrong line by line, but it is not ready:") :].splitlines()

    assert end[1] == "  1  steps 1 and 3: it could hold more for the reader"
    assert end[2].startswith("     → Add what they can use")
    assert "  2  step 1: An opening that a thousand senders use" in end
    assert "     → Cut it." in end
    assert "  3  step 1: little in it could be told to this reader only" in end
    assert "more of it is about you" not in out
    assert "nothing to fix line by line, ◦ 1 detail" in out
    assert "to see why" not in out


def test_what_would_hold_it_back_when_all_that_is_shown_is_mended() -> None:
    costs = (Cost("tone/one", 10.0, 1, (3,)), Cost("personalization/generic", 25.0, 0, (1,)))
    story = Story()
    story.find("tone/one", "Any thoughts?", touch=3)
    told = "that mended, this would still hold it back:"

    assert told in shown(story.run(score=Score(65, costs)))
    light = costs[1]._replace(points=12.0)
    assert told not in shown(story.run(score=Score(78, (costs[0], light))))


def test_ready_with_something_to_fix_is_not_ready_at_once() -> None:
    story = Story()
    assert "ready\n" in shown(story.run())
    story.find("tone/one", "Any thoughts?", touch=3)
    assert "ready but for 1 fix\n" in shown(story.run())
    story.find("tone/two", "finds you well", touch=1, severity="error")
    assert "ready but for 2 fixes\n" in shown(story.run(score=Score(85, ())))


def test_the_end_of_a_long_screen_says_all_that_matters() -> None:
    end = shown(full_story().run()).splitlines()[-16:]

    assert any("do not send" in line for line in end)
    assert [line[2] for line in end if line[:2] == "  " and line[2:3].isdigit()] == ["1", "2", "3"]


def test_nothing_is_called_ready_that_was_read_in_part() -> None:
    errors = (Error("input", "night-audits.yaml", 9, 1, "no day"),)
    good, bad = Story(), full_story()

    assert "read in part\n" in shown(good.run(errors=errors))
    assert "do not send\n" in shown(bad.run(errors=errors))
    assert "nothing to fix in what could be read" in shown(good.run(errors=errors))


def test_a_channel_is_not_quoted_however_it_is_written() -> None:
    story = Story(STORY.replace("channel: call", "channel: LinkedIn message"))
    story.find("channels/no-connection", "LinkedIn message", touch=2)
    steps = story.file().sequences[0].steps
    linkedin = steps[1]._replace(channel="linkedin", action="message")

    assert "│" not in shown(story.run(steps=(steps[0], linkedin, steps[2])))


def test_files_that_were_passed_over_are_named() -> None:
    note = Note("big.yaml", 1, "passed over: larger than 20 MB")
    run = run_of(Story().file(), FileResult("big.yaml", notes=(note,)))

    assert "note: big.yaml: passed over: larger than 20 MB\n" in shown(run)


def test_what_is_to_be_known_of_many_files_is_said_once() -> None:
    notes = [Note(f"{letter}.txt", 1, "passed over, for a reason") for letter in "abcdefg"]
    run = run_of(*(FileResult(note.file, notes=(note,)) for note in notes))
    two = run_of(*(FileResult(note.file, notes=(note,)) for note in notes[:2]))

    assert "note: a.txt, b.txt, c.txt and 4 more files: passed over, for a reason\n" in shown(run)
    assert "note: a.txt and b.txt: passed over, for a reason\n" in shown(two)
