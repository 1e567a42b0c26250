from __future__ import annotations

from typing import Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.cli import app as typer_app
from cadence_lint.cli import check as check_command
from cadence_lint.cli.plain import FLAGS, VALUES, CheckOptions, read_check

_COMMAND: Any = typer.main.get_command(typer_app.app)
_CHECK: Any = _COMMAND.commands["check"]
_HELP = {"--help", "-h"}

_values = st.one_of(
    st.sampled_from(
        ["json", "pretty", "concise", "xml", "error", "never", "auto", "always", "strict", "all"]
    ),
    st.sampled_from(["", "-", "-v", "--", "a b", "x=y", "json:out.json", "2026-12-01", "tone/*"]),
    st.text(alphabet="ab-=./:é ", max_size=6),
)
_names = st.one_of(
    st.sampled_from([*FLAGS, *VALUES]), st.sampled_from(["--nope", "--form", "-x", "-vq", "--"])
)
_words = st.lists(
    st.one_of(_values, _names, st.builds("{}={}".format, _names, _values)), max_size=7
)


def _read_by_typer(words: list[str]) -> CheckOptions | None:
    """What Typer makes of the words; None where it refuses them."""
    asked: list[CheckOptions] = []
    real = check_command.check
    check_command.check = asked.append  # type: ignore[assignment]
    try:
        _COMMAND.main(["check", *words], prog_name="cadence-lint", standalone_mode=False)
    except typer.TyperException:
        return None
    finally:
        check_command.check = real
    return asked[0]


@given(_words)
def test_what_the_plain_reader_takes_typer_takes_alike(words: list[str]) -> None:
    plain = read_check(words)
    if plain is not None:
        assert _read_by_typer(words) == plain


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["a.yaml", "b"],
        ["-q", "--", "a.yaml", "--format", "-"],
        ["--format", "json"],
        ["--format=json", "-v", "a.yaml", "-q"],
        ["-", "--stdin-filename", "x.yaml"],
        ["--select", "a,b", "--select=c", "--ignore", "d", "--output", "json:a", "--output=json:b"],
        ["--start", "2026-12-01", "--fail-on", "never", "--color=never", "--preset", "all"],
        ["--no-config", "--allow-empty", "--config", "x", "--verbose", "--quiet"],
    ],
)
def test_the_documented_spellings_need_no_typer(words: list[str]) -> None:
    plain = read_check(words)

    assert plain is not None
    assert plain == _read_by_typer(words)


def test_both_know_the_same_options() -> None:
    plain = FLAGS | {name: field for name, (field, _) in VALUES.items()}
    of_typer = {
        name: parameter.name
        for parameter in _CHECK.params
        for name in parameter.opts
        if name.startswith("-") and name not in _HELP
    }

    assert plain == of_typer


def test_both_know_the_same_choices() -> None:
    for parameter in _CHECK.params:
        for name in parameter.opts:
            if name in VALUES:
                assert VALUES[name][1] == tuple(getattr(parameter.type, "choices", ()))


def test_every_field_of_the_options_can_be_said() -> None:
    fields = {*FLAGS.values(), *(field for field, _ in VALUES.values()), "paths"}

    assert fields == set(CheckOptions._fields)


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--nope"],
        ["--format"],
        ["--format", "xml"],
        ["--format=", "x"],
        ["--select", "-v"],
        ["-vq"],
    ],
)
def test_the_plain_reader_leaves_the_rest_to_typer(words: list[str]) -> None:
    assert read_check(words) is None
