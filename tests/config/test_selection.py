from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from cadence_lint.config.config_reader import parse_config
from cadence_lint.config.selection import (
    ActiveRule,
    Choice,
    UnknownRule,
    all_rules,
    check_choice,
    check_config,
    select_rules,
)
from cadence_lint.rulebook import Book, load_book
from cadence_lint.source import SetupError, Source
from tests import scratch
from tests.scratch import rule_text, use_rules, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cadence_lint.config import Config


@pytest.fixture(autouse=True)
def checks() -> Iterator[None]:
    yield from scratch.register_checks()


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Book:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    limits = "{words: [really], max: {exec: 1, mid: 2}, within: 7 days}"
    use_rules(
        monkeypatch,
        write(
            tmp_path / "rules",
            {
                "tone/word.yaml": rule_text(options=limits, aliases="tone/old"),
                "tone/strict.yaml": rule_text(preset="strict"),
                "value/all.yaml": rule_text(preset="all", severity="info"),
                "value/word.yaml": rule_text(),
            },
        ),
    )
    return load_book()


def configured(text: str) -> Config:
    return parse_config(Source("cadence-lint.yaml", dedent(text)))


def selected(book: Book, text: str = "", choice: Choice | None = None) -> dict[str, ActiveRule]:
    """The rules that are on, for a file to which all overrides apply."""
    config = configured(text)
    check_config(config, book)
    rules = select_rules(book, config, config.overrides, choice or Choice())
    return {active.rule.id: active for active in rules}


def ids(book: Book, text: str = "", **choice: str) -> list[str]:
    words = {name: tuple(said.split()) for name, said in choice.items() if name != "preset"}
    return list(selected(book, text, Choice(choice.get("preset"), **words)))


# Presets


def test_a_preset_holds_those_that_are_milder(book: Book) -> None:
    assert ids(book) == ["tone/word", "value/word"]
    assert ids(book, "extends: strict") == ["tone/strict", "tone/word", "value/word"]
    assert ids(book, "extends: all") == ["tone/strict", "tone/word", "value/all", "value/word"]


def test_the_command_line_changes_the_preset_and_leaves_the_rules(book: Book) -> None:
    text = "extends: all\nrules: {tone/word: off, value/all: on}\n"
    assert ids(book, text, preset="recommended") == ["value/all", "value/word"]


# Rules


def test_an_exact_id_switches_on_and_off(book: Book) -> None:
    assert ids(book, "rules: {tone/strict: warning}") == ["tone/strict", "tone/word", "value/word"]
    assert ids(book, "rules: {tone/strict: on}") == ["tone/strict", "tone/word", "value/word"]
    assert ids(book, "rules: {tone/strict: {max: 3}}") == ["tone/strict", "tone/word", "value/word"]
    assert ids(book, "rules: {tone/word: off}") == ["value/word"]
    assert ids(book, "rules: {tone/word: {severity: off}}") == ["value/word"]


def test_a_glob_switches_off_and_enables_nothing(book: Book) -> None:
    assert ids(book, "rules: {tone/*: off}") == ["value/word"]
    assert ids(book, "rules: {tone: off}") == ["value/word"]
    assert ids(book, "rules: {'*': off}") == []
    assert ids(book, "rules: {'*': error}") == ["tone/word", "value/word"]
    assert ids(book, "rules: {tone: on}") == ["tone/word", "value/word"]


def test_a_severity_replaces_the_rules_own(book: Book) -> None:
    rules = selected(book, "rules: {tone/*: error, value: {severity: info}}")
    assert [active.severity for active in rules.values()] == ["error", "info"]
    assert selected(book)["tone/word"].severity is None


@pytest.mark.parametrize("glob", ["tone/*", "tone", "'*'", "'*/word'"])
def test_an_exact_id_beats_a_glob_whatever_the_order(book: Book, glob: str) -> None:
    for text in (f"{{tone/word: error, {glob}: off}}", f"{{{glob}: off, tone/word: error}}"):
        assert selected(book, f"rules: {text}")["tone/word"].severity == "error"
    for text in (f"{{tone/word: error, {glob}: info}}", f"{{{glob}: info, tone/word: error}}"):
        assert selected(book, f"rules: {text}")["tone/word"].severity == "error"


def test_an_old_id_still_means_the_rule(book: Book) -> None:
    assert ids(book, "rules: {tone/old: off}") == ["value/word"]
    assert selected(book, "rules: {tone/old: {max: 9}}")["tone/word"].set_options == {"max": 9.0}
    assert ids(book, select="tone/old") == ["tone/word"]


# Options


def limits(book: Book, active: ActiveRule) -> scratch.WordOptions:
    made = active.options
    assert isinstance(made, scratch.WordOptions)
    return made


def test_options_go_over_the_rules_own(book: Book) -> None:
    active = selected(book, "rules: {tone/word: {max: 5, at_least: 2}}")["tone/word"]
    assert limits(book, active) == scratch.WordOptions(("really",), max=5.0, within=7.0, at_least=2)
    assert not active.is_as_written
    assert selected(book)["tone/word"].is_as_written


def test_a_number_for_one_audience_leaves_the_others(book: Book) -> None:
    active = selected(book, "rules: {tone/word: {max: {mid: 9}}}")["tone/word"]
    assert limits(book, active).max == {"exec": 1.0, "mid": 9.0}


def test_what_is_set_can_be_taken_back(book: Book) -> None:
    active = selected(book, "rules: {tone/word: {within: ~}}")["tone/word"]
    assert limits(book, active).within is None


# Overrides


def test_overrides_follow_in_order(book: Book) -> None:
    text = """\
        rules: {tone/word: {max: 5, severity: error}}
        overrides:
          - {files: a, rules: {tone/word: off, value/word: info}}
          - {files: b, rules: {tone/word: {at_least: 2}, value/*: error}}
        """
    rules = selected(book, text)
    assert rules["tone/word"].severity == "error"
    assert rules["tone/word"].set_options == {"max": 5.0, "at_least": 2}
    assert rules["value/word"].severity == "error"


def test_a_glob_of_an_override_beats_an_exact_id_before_it(book: Book) -> None:
    text = "rules: {tone/word: error}\noverrides: [{files: a, rules: {tone/*: off}}]\n"
    assert ids(book, text) == ["value/word"]


def test_only_overrides_for_the_file_count(book: Book) -> None:
    config = configured("overrides: [{files: a, rules: {tone/word: off}}]")
    assert len(select_rules(book, config, (), Choice())) == 2


# The command line


def test_only_what_is_selected_is_on(book: Book) -> None:
    assert ids(book, select="tone") == ["tone/strict", "tone/word"]
    assert ids(book, select="*/word value/all") == ["tone/word", "value/all", "value/word"]
    assert ids(book, "rules: {tone/word: off}", select="tone/word") == ["tone/word"]


def test_what_is_selected_keeps_its_limits(book: Book) -> None:
    rules = selected(
        book, "rules: {tone/word: {max: 5, severity: off}}", Choice(select=("tone/word",))
    )
    assert rules["tone/word"].set_options == {"max": 5.0}


def test_what_is_ignored_is_off(book: Book) -> None:
    assert ids(book, ignore="tone") == ["value/word"]
    assert ids(book, "rules: {tone/word: error}", ignore="*/word") == []
    assert ids(book, select="tone", ignore="tone/strict") == ["tone/word"]
    assert ids(book, select="tone/word", ignore="tone/word") == []
    assert ids(book, select="tone", ignore="tone") == []


def test_an_exact_selection_beats_an_ignored_glob(book: Book) -> None:
    assert ids(book, select="tone/word value", ignore="*") == ["tone/word"]


def test_a_name_that_means_no_rule_is_refused(book: Book) -> None:
    check_choice(Choice(select=("tone", "*"), ignore=("tone/old",)), book)
    with pytest.raises(UnknownRule, match="there is no rule 'tone/wrd'; did you mean 'tone/word'"):
        check_choice(Choice(select=("tone/wrd",)), book)
    with pytest.raises(UnknownRule, match=r"'tune/\*'.*; `cadence-lint rules` lists them"):
        check_choice(Choice(ignore=("tune/*",)), book)


def test_the_score_takes_every_rule_as_it_is_written(book: Book) -> None:
    assert [active.rule.id for active in all_rules(book)] == list(book.rules)
    assert all(active.is_as_written for active in all_rules(book))


# What a configuration may say


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rules: {tone/wrd: off}", "1:9: there is no rule 'tone/wrd'; did you mean 'tone/word'?"),
        ("rules: {tune/*: off}", r"1:9: there is no rule 'tune/\*'"),
        ("rules: {tone/word: {mx: 3}}", "1:21: there is no option 'mx'; did you mean 'max'?"),
        ("rules: {tone/word: {max: x}}", "1:26: max: 'x' is no number from 0"),
        ("overrides: [{files: a, rules: {x/y: off}}]", "1:32: there is no rule 'x/y'"),
        ("overrides: [{files: a, rules: {tone/word: {mx: 3}}}]", "1:44: there is no option 'mx'"),
        ("ignore: [{rule: tone/wrd}]", "1:17: there is no rule 'tone/wrd'; did you mean"),
        ("suppressions: {never: [tone, x/y]}", "1:30: there is no rule 'x/y'"),
        (
            "suppressions: {require_reason: yes}\nignore: [{rule: tone/word}]",
            "2:17: write a `reason` beside it",
        ),
        (
            "suppressions: {never: tone/*}\nignore: [{rule: '*/word', reason: x}]",
            "2:17: `suppressions` says that nobody may ignore tone/word",
        ),
    ],
)
def test_what_does_not_exist_is_refused_at_its_place(book: Book, text: str, said: str) -> None:
    with pytest.raises(SetupError, match=f"^cadence-lint.yaml:{said}"):
        check_config(configured(text), book)


def test_what_exists_is_taken(book: Book) -> None:
    text = """\
        rules: {tone/old: {max: 3}, tone: off}
        ignore: [{rule: value, reason: agreed}]
        suppressions: {never: [tone/*], require_reason: yes}
        """
    check_config(configured(text), book)


def test_options_of_a_rule_whose_check_is_gone_wait_for_it(book: Book) -> None:
    orphan = book.rules["tone/word"]._replace(check="gone")
    book.rules["tone/word"] = orphan
    assert selected(book, "rules: {tone/word: {max: 3}}")["tone/word"].set_options == {}
