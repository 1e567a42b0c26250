"""The pages about files, configurations, checks and commands."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import typer

from cadence_lint import assumptions, checks, room
from cadence_lint.cli.app import app
from cadence_lint.config import config_file, config_reader
from cadence_lint.declared import declared
from cadence_lint.finding import SEVERITIES, Confidence
from cadence_lint.formats import keys, values
from cadence_lint.reading import facts
from cadence_lint.reading.phrases import language as phrase_language
from cadence_lint.rulebook import built_in_folder, rule_file, rule_files
from cadence_lint.rulebook.options import fields_of
from cadence_lint.rulebook.principles import TRUST
from cadence_lint.rulebook.rule import PRESETS
from cadence_lint.source import Source
from cadence_lint.source.names import TEXT_NAMES, YAML_NAMES
from cadence_lint.source.tree import Scalar
from cadence_lint.strict_keys import read_mapping
from docs.generator.declared import module_of, shown, type_words
from docs.generator.markdown import code, docstring, either, fenced, filled, listed, table
from docs.generator.rule_pages import link, pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.checks import CheckModule

NEWLINE = "\n"
SCOPES = {
    "message": "each message: a text with its subject, or what is said on a call",
    "touch": "each touch",
    "sequence": "the whole sequence",
    "remark": "what was odd about the file when it was read",
    "set": "all sequences of a run together",
}


EXAMPLES = {
    "region": "a country or state, as `NL` or `US-CA`, or several",
    "send_days": "weekdays, as `[mon, tue, wed, thu, fri]`",
}


def sequence_files() -> str:
    """Every key of a sequence file."""
    first, *others = keys.LIST_KEYS
    return filled(
        "sequence-files",
        header=_key_table(keys.HEADER),
        audience=_key_table(keys.AUDIENCE),
        touch=_key_table(keys.TOUCH),
        variant=_key_table(keys.VARIANT),
        list_keys=f"{code(first)}, or under {either(map(code, others))}",
        channels=_channels(),
        names=either(map(code, (*YAML_NAMES, *TEXT_NAMES))),
        text_names=either(map(code, TEXT_NAMES)),
        assumed=", ".join(f"{code(word)} ({key})" for key, word in assumptions.DEFAULTS.items()),
    )


def _key_table(known: tuple[keys.Key, ...]) -> str:
    return table(
        ("key", "what it means", "values", "also written"),
        (
            (
                code(key.name),
                key.means,
                listed(key.values),
                listed(key.aliases),
            )
            for key in known
        ),
    )


def _channels() -> str:
    by_channel: dict[str, list[str]] = {}
    for word in values.CHANNEL_WORDS:
        way = values.read_channel(word)
        said = f"{way.channel}, {way.action}" if way.action else way.channel
        by_channel.setdefault(said, []).append(word)
    means = {"other": "other (counted as a contact, judged by no channel's rules)"}
    return table(
        ("channel", "words"),
        ((means.get(channel, channel), listed(words)) for channel, words in by_channel.items()),
    ).rstrip("\n")


def configuration() -> str:
    """Every key of a configuration."""
    file_names = [name for name in config_file.FILE_NAMES if name.endswith(".yaml")]
    assumable = config_reader.ASSUMABLE
    return filled(
        "configuration",
        file_names=either(map(code, file_names)),
        keys=table(("key", "what it means"), ((code(k), v) for k, v in config_reader.KEYS.items())),
        assumable=table(
            ("key", "values"),
            ((code(name), listed(words) or EXAMPLES[name]) for name, words in assumable.items()),
        ),
        who=listed(key for key in room.WHO if key != "persona"),
    )


def checks_page() -> str:
    """Every check: what it looks at, its options and its values."""
    users: dict[str, list[str]] = {}
    for page in pages():
        users.setdefault(page.rule.check, []).append(page.rule.id)
    names = checks.check_names()
    parts = [filled("checks"), ", ".join(f"[{name}](#{name})" for name in names) + "\n"]
    parts += [_check(name, module_of(name), users.get(name, [])) for name in names]
    return "\n".join(parts)


def _check(name: str, module: CheckModule, users: list[str]) -> str:
    parts = [f"## {name}\n", f"{docstring(module)}\n"]
    objects = re.sub(r"^Object\b", "It objects", docstring(module.check))
    parts += [f"It looks at {SCOPES[module.SCOPE]}. {objects}\n"]
    options = declared(module.Options)
    rows = [
        (
            code(field.name),
            type_words(field, options[field.name].annotation),
            "required"
            if field.is_required
            else shown(field.default, options[field.name].annotation),
            options[field.name].means,
        )
        for field in fields_of(module.Options)
    ]
    if rows:
        parts += [_said_of("Options", module.Options, "What a rule may set")]
        parts += [table(("option", "type", "default", "what it means"), rows)]
    given = [(code(key), found.means) for key, found in declared(module.Values).items()]
    if given:
        parts += [_said_of("Values", module.Values, "What a message may name")]
        parts += [_values(given)]
    traits = checks.traits_of(module)
    if traits:
        said = "; ".join(f"{code(name)}: {either(map(code, w))}" for name, w in traits.items())
        parts += [f"**Traits** that levels may ask for: {said}\n"]
    if users:
        parts += [f"Rules: {', '.join(link(user, 'rules/') for user in users)}\n"]
    return "\n".join(parts)


def _values(given: list[tuple[str, str]]) -> str:
    if not any(means for _, means in given):
        return ", ".join(name for name, _ in given) + "\n"
    return "".join(f"- {name}{': ' + means if means else ''}\n" for name, means in given)


def _said_of(head: str, cls: type, usual: str) -> str:
    """A heading, and what a class says about its fields beyond the usual."""
    said = docstring(cls).removeprefix(usual).lstrip(":;,. ").strip()
    return f"**{head}**{': ' + said if said else ''}\n"


def _rule_keys() -> dict[str, str]:
    """What each key of a rule file says, with the words that it takes and where to read more."""
    more = {
        "preset": listed(PRESETS),
        "severity": listed(SEVERITIES),
        "confidence": listed(get_args(Confidence)),
        "when": "see below",
        "check": "see [checks](checks.md)",
        "serves": "see [principles](principles.md)",
        "sources": listed(declared(rule_file.Reference)),
        "examples": "see below",
    }
    return {
        key: f"{means}: {more[key]}" if key in more else means
        for key, means in rule_file.KEYS.items()
    }


def rule_files_page() -> str:
    """What a rule file and a phrase list can say."""
    prose, _, _ = docstring(phrase_language).partition("To match a phrase")
    _, sample, rest = prose.split("\n\n", 2)
    return filled(
        "rule-files",
        keys=table(("key", "what it says"), ((code(k), v) for k, v in _rule_keys().items())),
        when=table(
            ("key", "words"),
            (
                (code(key), listed(choices) or "any region, as `DE`")
                for key, choices in rule_file.WHEN.items()
            ),
        ),
        strengths=table(
            ("strength", "what it is"),
            ((code(word), TRUST[word]) for word in get_args(rule_file.Strength)),
        ),
        code_facts="".join(
            re.findall(r"^- .*\n(?:  .*\n)*", docstring(facts) + "\n", re.MULTILINE)
        ),
        lists=table(("fact", "what it means", "language"), phrase_rows()),
        language=f"{fenced(inspect.cleandoc(NEWLINE + sample), 'text')}\n{rest.strip()}",
    )


def phrase_rows() -> Iterator[tuple[str, str, str]]:
    """The phrase lists: name, meaning, language."""
    for name, path in rule_files(built_in_folder()):
        if name.startswith("phrases/"):
            _, language, file = name.split("/")
            root = read_mapping(Source(path, Path(path).read_text(encoding="utf-8")))
            means = root.get("means")
            yield (
                f"[{code(file.rpartition('.')[0])}](../rules/{name})",
                means.value if isinstance(means, Scalar) else "",
                language,
            )


def command_line() -> str:
    """Every command and its options, as Typer has them."""
    group: Any = typer.main.get_command(app)
    parts = [_command(name, command) for name, command in group.commands.items()]
    return filled("command-line", commands="\n".join(parts))


def _command(name: str, command: Any) -> str:
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    used = " ".join((f"cadence-lint {name}", *(_argument(each) for each in arguments)))
    rows = [
        (_option_words(param), param.help or "")
        for param in command.params
        if param.param_type_name == "option"
    ]
    said = [f"## {name}\n", f"`{used}`: {command.help}\n"]
    said += [f"{each.help}\n" for each in arguments if each.help]
    return "\n".join([*said, table(("option", "what it does"), rows)] if rows else said)


def _argument(argument: Any) -> str:
    name = argument.metavar or argument.name.upper()
    return name if argument.required or name.startswith("[") else f"[{name}]"


def _option_words(option: Any) -> str:
    choices = "|".join(getattr(option.type, "choices", ()))
    wanted = "" if option.is_flag else f" {choices or option.metavar or option.name.upper()}"
    return ", ".join(code(f"{name}{wanted}") for name in option.opts)
