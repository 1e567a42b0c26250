"""The command line as Typer defines it: every command, its options, and their help."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any, Literal

import typer

from cadence_lint.cli import FAILED, complain
from cadence_lint.cli.plain import CheckOptions, Color, FailOn, Format, PresetName

ListFormat = Literal["pretty", "json"]
SchemaKind = Literal["sequence", "config", "rule", "phrases"]
TimelineFormat = Literal["pretty", "json", "svg", "ics"]
TableFormat = Literal["pretty", "json", "csv"]
StartPurpose = Literal["sales", "recruiting", "renewal", "nurture", "fundraising"]
StartReaders = Literal["cold", "warm", "inbound", "customer"]
StartMeans = Literal["all", "phone", "linkedin", "email"]

# What several commands take

_Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="RULES", help="Only these rules, families or globs."),
]
_Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULES", help="Not these rules, families or globs."),
]
_Preset = Annotated[
    PresetName | None,
    typer.Option("--preset", help="Which rules are on, whatever the configuration says."),
]
_ConfigFile = Annotated[
    str | None,
    typer.Option("--config", metavar="FILE", help="This configuration, not the nearest."),
]
_NoConfig = Annotated[bool, typer.Option("--no-config", help="Without any configuration.")]
_Start = Annotated[
    str | None,
    typer.Option("--start", metavar="DATE", help="The day of the first step: 2026-12-01."),
]
_Paths = Annotated[
    list[str] | None,
    typer.Argument(
        help="Files and folders with sequences; - reads standard input. [default: .]",
        show_default=False,
    ),
]
_OutputFile = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write it to a file."),
]
_Color = Annotated[Color, typer.Option("--color", help="When to use colour.")]

app = typer.Typer(
    name="cadence-lint",
    help="Finds what would make a prospect stop reading, before anyone is enrolled.",
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)


def run_app(words: list[str]) -> int:
    """Run what the words ask for, and return the exit status."""
    command: Any = typer.main.get_command(app)
    if not words:
        command.main(["--help"], prog_name="cadence-lint", standalone_mode=False)
        return FAILED
    try:
        status = command.main(words, prog_name="cadence-lint", standalone_mode=False)
    except typer.TyperException as problem:
        return _refuse(problem, words)
    except typer.Abort:
        return FAILED
    return int(status or 0)


def _refuse(problem: typer.TyperException, words: list[str]) -> int:
    """Say what is wrong with the words, and where the help is."""
    if os.path.exists(words[0]):
        said = " ".join(words)
        return complain(f"did you mean `cadence-lint check {said}`?")
    context = getattr(problem, "ctx", None)
    path = context.command_path if context else "cadence-lint"
    return complain(f"{problem.format_message().rstrip('.')}; see `{path} --help`")


def _version(wanted: bool) -> None:
    if wanted:
        from cadence_lint.version import VERSION

        sys.stdout.write(f"cadence-lint {VERSION}\n")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Find what would make a prospect stop reading, before anyone is enrolled."""


@app.command()
def check(
    paths: _Paths = None,
    format: Annotated[  # noqa: A002  the option's name
        Format,
        typer.Option(
            "--format",
            help="How to print: for people, editors, programs, CI services or a spreadsheet.",
        ),
    ] = "pretty",
    output: Annotated[
        list[str] | None,
        typer.Option("--output", metavar="FORMAT:FILE", help="Write a file too; repeatable."),
    ] = None,
    select: _Select = None,
    ignore: _Ignore = None,
    preset: _Preset = None,
    config: _ConfigFile = None,
    no_config: _NoConfig = False,
    start: _Start = None,
    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help="Accept the findings that this file knows; only new ones count.",
        ),
    ] = None,
    write_baseline: Annotated[
        str | None,
        typer.Option(
            "--write-baseline",
            metavar="FILE",
            help="Write what is found now to this file, and forget what is gone from it.",
        ),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(
            "--changed-since",
            metavar="REV",
            help="Only what lines have a part in that differ from this git revision.",
        ),
    ] = None,
    statistics: Annotated[
        bool,
        typer.Option("--statistics", help="Count at the end what each rule and sequence has."),
    ] = False,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="What gives exit status 1.")
    ] = "warning",
    allow_empty: Annotated[
        bool, typer.Option("--allow-empty", help="Nothing to lint is no failure.")
    ] = False,
    stdin_filename: Annotated[
        str | None,
        typer.Option(
            "--stdin-filename",
            metavar="NAME",
            help="The file that standard input stands for: its format and configuration.",
        ),
    ] = None,
    jobs: Annotated[
        str | None,
        typer.Option(
            "--jobs", metavar="N", help="Read many files in N processes. [default: one a CPU]"
        ),
    ] = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Read every file, whatever is known of it.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Everything, and what cost how much.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Only what could not be read, and the counts.")
    ] = False,
    color: _Color = "auto",
) -> int:
    """Lint sequences, and say what to change and why."""
    from cadence_lint.cli.check import check as lint_and_print

    return lint_and_print(
        CheckOptions(
            paths=tuple(paths or ()),
            format=format,
            output=tuple(output or ()),
            select=tuple(select or ()),
            ignore=tuple(ignore or ()),
            preset=preset,
            config=config,
            no_config=no_config,
            start=start,
            baseline=baseline,
            write_baseline=write_baseline,
            changed_since=changed_since,
            statistics=statistics,
            fail_on=fail_on,
            allow_empty=allow_empty,
            stdin_filename=stdin_filename,
            jobs=jobs,
            no_cache=no_cache,
            verbose=verbose,
            quiet=quiet,
            color=color,
        )
    )


@app.command()
def rules(
    format: Annotated[  # noqa: A002  the option's name
        ListFormat, typer.Option("--format", help="For people or for programs.")
    ] = "pretty",
    preset: _Preset = None,
    config: _ConfigFile = None,
    no_config: _NoConfig = False,
    color: _Color = "auto",
) -> int:
    """List the rules, and whether they are on here."""
    from cadence_lint.cli.rules import rules as list_rules

    return list_rules(
        as_json=format == "json",
        config=config,
        use_config=not no_config,
        preset=preset,
        color=color,
    )


def _rule_names(incomplete: str) -> list[str]:
    """The rules whose names a shell may complete."""
    from cadence_lint.rulebook import load_book

    return [name for name in load_book().rules if name.startswith(incomplete)]


@app.command()
def explain(
    what: Annotated[
        str,
        typer.Argument(
            metavar="RULE|FILE:LINE",
            help="A rule, such as value/empty-follow-up; a family of rules, such as value; or a"
            " line of a file, such as my-sequence.yaml:12.",
            autocompletion=_rule_names,
        ),
    ],
    preset: _Preset = None,
    start: _Start = None,
    config: _ConfigFile = None,
    no_config: _NoConfig = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Everything, also what few need to know.")
    ] = False,
    color: _Color = "auto",
) -> int:
    """Say why a reader minds, with an example; or what is found on a line, and why."""
    from cadence_lint.cli.explain import explain as say_why

    options = CheckOptions(
        preset=preset,
        start=start,
        config=config,
        no_config=no_config,
        verbose=verbose,
        color=color,
    )
    return say_why(what, options)


@app.command("config")
def show_config(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A sequence, or where one may be.")],
    config: _ConfigFile = None,
    color: _Color = "auto",
) -> int:
    """Show what holds for a file, and where each value comes from."""
    from cadence_lint.cli.config import config as print_config

    return print_config(file, config_path=config, color=color)


@app.command()
def report(
    paths: _Paths = None,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The page to write; - is standard output."
        ),
    ] = "report.html",
    select: _Select = None,
    ignore: _Ignore = None,
    preset: _Preset = None,
    start: _Start = None,
    config: _ConfigFile = None,
    no_config: _NoConfig = False,
) -> int:
    """Write a page for a browser: how all sequences stand, and each of them in full."""
    from cadence_lint.cli.report import report as write_report

    options = CheckOptions(
        paths=tuple(paths or ()),
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        preset=preset,
        start=start,
        config=config,
        no_config=no_config,
    )
    return write_report(options, output)


@app.command()
def schema(
    kind: Annotated[
        SchemaKind,
        typer.Argument(
            metavar="sequence|config|rule|phrases",
            help="For which files: sequences, configurations, rules or lists of phrases.",
        ),
    ],
    output: _OutputFile = None,
    config: _ConfigFile = None,
    no_config: _NoConfig = False,
) -> int:
    """Print a JSON Schema, with which an editor completes and checks such files."""
    from cadence_lint.cli.schema import schema as print_schema

    return print_schema(kind, output=output, config=config, use_config=not no_config)


@app.command()
def timeline(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A file with sequences; - reads standard input.")
    ],
    format: Annotated[  # noqa: A002  the option's name
        TimelineFormat,
        typer.Option(
            "--format", help="For people, for programs, a picture, or for a calendar program."
        ),
    ] = "pretty",
    start: Annotated[
        list[str] | None,
        typer.Option(
            "--start",
            metavar="DATE",
            help="The day of the first step: 2026-12-01. Several are held against one another.",
        ),
    ] = None,
    weekday: Annotated[
        bool,
        typer.Option("--weekday", help="Hold a start on each weekday against the others."),
    ] = False,
    output: _OutputFile = None,
    config: _ConfigFile = None,
    no_config: _NoConfig = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="All that is wrong, in full.")
    ] = False,
    color: _Color = "auto",
) -> int:
    """Show the weeks ahead and the inbox, as the reader will see them."""
    from cadence_lint.cli.timeline import TimelineOptions
    from cadence_lint.cli.timeline import timeline as draw

    return draw(
        TimelineOptions(
            path=file,
            format=format,
            start=tuple(start or ()),
            weekday=weekday,
            output=output,
            config=config,
            use_config=not no_config,
            verbose=verbose,
            color=color,
        )
    )


@app.command()
def suppressions(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Files and folders with sequences. [default: .]", show_default=False),
    ] = None,
    format: Annotated[  # noqa: A002  the option's name
        TableFormat,
        typer.Option("--format", help="For people, for programs, or for a spreadsheet."),
    ] = "pretty",
    config: _ConfigFile = None,
    no_config: _NoConfig = False,
    color: _Color = "auto",
) -> int:
    """List what is ignored on purpose, since when, why, and whether it still has to be."""
    from cadence_lint.cli.suppressions import suppressions as list_suppressions

    return list_suppressions(
        tuple(paths or ()), form=format, config=config, use_config=not no_config, color=color
    )


@app.command("test-rules")
def run_rule_tests(
    targets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[RULE|FILE|FOLDER]...",
            help="Rules, such as tone/guilt-trip; families of rules, such as tone; rule files;"
            " lists of phrases, for the rules that ask for them; or folders with rules. The"
            " built-in ones and your configuration's if absent.",
            show_default=False,
            autocompletion=_rule_names,
        ),
    ] = None,
) -> int:
    """Run rules against their own examples."""
    from cadence_lint.cli.test_rules import run_tests

    return run_tests(tuple(targets or ()))


@app.command()
def init(
    file: Annotated[
        str, typer.Argument(metavar="[FILE]", help="The sequence to write.")
    ] = "sequence.yaml",
    purpose: Annotated[
        StartPurpose | None, typer.Option("--purpose", help="What it is for.")
    ] = None,
    relationship: Annotated[
        StartReaders | None, typer.Option("--relationship", help="Whom you write to.")
    ] = None,
    channels: Annotated[
        StartMeans | None,
        typer.Option("--channels", help="What you use beside email: all is phone and LinkedIn."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over files that are there.")
    ] = False,
) -> int:
    """Write a sequence and a configuration to start from, after three questions."""
    from cadence_lint.cli.init import init as write

    def ask(question: str) -> str:
        answer: str = typer.prompt(question, default="1")
        return answer

    return write(
        file,
        purpose=purpose,
        relationship=relationship,
        channels=channels,
        force=force,
        ask=ask,
    )
