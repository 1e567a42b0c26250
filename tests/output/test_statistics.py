from __future__ import annotations

from cadence_lint.output.statistics import statistics
from cadence_lint.output.terminal import Look
from tests.output.runs import Story, full_story, many, run_of


def test_rules_and_sequences_with_most_first() -> None:
    assert statistics(full_story().run(), Look()) == (
        "\n"
        "by rule\n"
        "  2  structure/no-goal\n"
        "  2  tone/greeting-cliche\n"
        "  2  value/empty-follow-up\n"
        "  1  frequency/too-many-touches-in-a-week\n"
        "  1  self-focus/self-focused-opening\n"
        "\n"
        "by sequence\n"
        "  8  Night audits, hotel groups  night-audits.yaml\n"
    )


def test_numbers_stand_below_one_another_and_the_clean_ones_are_counted() -> None:
    said = statistics(many(30), Look()).splitlines()

    assert said[-1] == "  and 5 sequences without any"
    rules = said[2 : said.index("by sequence") - 1]
    assert rules[0].startswith("  25  ")
    assert {line[2:6].strip().isdigit() for line in rules} == {True}
    assert {line[6] != " " for line in rules} == {True}


def test_covered_findings_do_not_count() -> None:
    story = Story()
    story.find("tone/greeting-cliche", "Quick question", covered_by="structure/no-goal")

    assert statistics(run_of(story.file()), Look()) == (
        "\nby rule\n  none\n\nby sequence\n  none\n"
    )


def test_names_are_shown_and_not_obeyed() -> None:
    story = Story(path="a\x1b[2J.yaml")
    story.name = "b\x1b[2J"
    story.find("tone/greeting-cliche", "Quick question")

    assert "\x1b" not in statistics(story.run(name=story.name), Look())
