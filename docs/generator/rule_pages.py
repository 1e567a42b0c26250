"""The index of the rules, a page for each, and the principles that they serve."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cadence_lint.cli.ground import as_yaml
from cadence_lint.declared import declared
from cadence_lint.output.words import voice
from cadence_lint.rulebook import read_pages
from cadence_lint.rulebook.options import fields_of
from cadence_lint.rulebook.principles import FAMILIES, PRINCIPLES, SURE, TRUST
from cadence_lint.rulebook.rule_tests import lint_example
from docs.generator.declared import module_of, shown, type_words
from docs.generator.markdown import code, either, escaped, fenced, filled, table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from cadence_lint.rulebook.rule_file import Example, Reference, RulePage


@cache
def pages() -> tuple[RulePage, ...]:
    """All that the rule files say, family by family."""
    order = list(FAMILIES)
    found = list(read_pages())
    unknown = {page.rule.family for page in found} - set(order)
    if unknown:
        raise LookupError(f"{__file__} has no words for {', '.join(sorted(unknown))}")
    return tuple(sorted(found, key=lambda page: (order.index(page.rule.family), page.rule.id)))


def link(rule_id: str, base: str) -> str:
    """A link to the page of a rule."""
    return f"[{rule_id}]({base}{rule_id}.md)"


def rules_index() -> str:
    """The rules at a glance."""
    by_family: dict[str, list[RulePage]] = {}
    for page in pages():
        by_family.setdefault(page.rule.family, []).append(page)
    parts = [filled("rules")]
    for family, members in by_family.items():
        parts += [f"## {family}\n", f"{FAMILIES[family]}\n"]
        rows = (
            (
                link(page.rule.id, "rules/").replace(f"[{family}/", "["),
                page.rule.summary,
                severity_words(page),
                page.rule.preset,
            )
            for page in members
        )
        parts += [table(("rule", "what it flags", "severity", "preset"), rows)]
    return "\n".join(parts)


def severity_words(page: RulePage) -> str:
    """A rule's severity, and when it is another: `warning; error above 8`."""
    parts: list[str] = [page.rule.severity]
    for level in page.rule.levels:
        conditions = [
            f"{name} {bound:g}"
            for name, bound in (("above", level.above), ("below", level.below))
            if bound is not None
        ]
        traits = [f"{trait} is {either(said)}" for trait, said in level.when.items()]
        where = f"where {' and '.join(traits)}" if traits else ""
        parts.append(" ".join(filter(None, (level.severity, " and ".join(conditions), where))))
    return "; ".join(dict.fromkeys(parts))


def rule_page(page: RulePage) -> str:
    """The page of a rule, the reader's side first."""
    rule = page.rule
    terms = (code(rule.id), severity_words(page), SURE[rule.confidence], f"preset `{rule.preset}`")
    parts = [f"# {rule.summary}\n", f"{' · '.join(terms)}\n", f"{page.why.strip()}\n"]
    if rule.when:
        parts += [f"It speaks only where {_when_words(rule.when)}.\n"]
    parts += ["## What it marks\n", *_flagged(page)]
    parts += ["## What it lets pass\n", *_passing(page)]
    parts += _options(page)
    parts += _sources(page)
    parts += _principles(page)
    parts += _neighbours(page)
    parts += [_change(page)]
    return "\n".join(parts)


def _when_words(when: Any) -> str:
    return " and ".join(f"the {name} is {either(words)}" for name, words in when.items())


def _flagged(page: RulePage) -> Iterator[str]:
    for example in page.flag:
        yield _example(example)
        found = lint_example(page.rule, example, ()).findings
        findings = [finding for finding in found if finding.rule == page.rule.id]
        for finding in findings[:1]:
            where = "the whole sequence" if finding.touch is None else f"step {finding.touch}"
            more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
            said = voice(finding.rule, finding.message).replace("reader", "the reader")
            yield f"> At {where}{more}, {said}: {escaped(finding.message)}\n>"
            yield f"> Change to: {escaped(finding.advice)}\n"


def _passing(page: RulePage) -> Iterator[str]:
    for example in page.passing:
        yield _example(example)


def _example(example: Example) -> str:
    name = example.name[:1].upper() + example.name[1:]
    said = f"{escaped(name)}:\n\n{fenced(example.sequence)}"
    return (
        f"{said}\nwith this configuration:\n\n{fenced(example.settings)}"
        if example.settings
        else said
    )


def _options(page: RulePage) -> Iterator[str]:
    rule = page.rule
    module = module_of(rule.check)
    known = declared(module.Options)
    rows = [
        (
            code(field.name),
            shown(rule.options.get(field.name, field.default), known[field.name].annotation),
            type_words(field, known[field.name].annotation),
            known[field.name].means,
        )
        for field in fields_of(module.Options)
    ]
    if rows:
        yield "## Options\n"
        yield table(("option", "here", "type", "what it means"), rows)
    yield f"The rule is made of the check [{rule.check}](../../checks.md#{rule.check}).\n"


def _sources(page: RulePage) -> Iterator[str]:
    if page.sources:
        yield "## What is known\n"
        yield "".join(map(_source, page.sources))


def _source(source: Reference) -> str:
    title = f"[{source.title}]({source.url})" if source.url else source.title
    return f"- {source.says} {title}, {source.year} ({TRUST[source.strength]}).\n"


def _principles(page: RulePage) -> Iterator[str]:
    if page.serves:
        yield "## What it is for\n"
        yield "".join(
            f"- {PRINCIPLES[number - 1]} ([principle {number}](../../principles.md))\n"
            for number in page.serves
        )


def _neighbours(page: RulePage) -> Iterator[str]:
    rule = page.rule
    if rule.covers:
        others = ", ".join(link(other, "../") for other in rule.covers)
        yield f"When it speaks, these stay silent about the same thing: {others}.\n"
    by = [other.rule.id for other in pages() if rule.id in other.rule.covers]
    if by:
        others = ", ".join(link(other, "../") for other in by)
        yield f"It stays silent where one of these speaks about the same thing: {others}.\n"


def _change(page: RulePage) -> str:
    rule = page.rule
    comment = f"# cadence-lint: ignore[{rule.id}] and your reason"
    path = f"rules/{rule.id}.yaml"
    limits = {
        name: value
        for name, value in rule.options.items()
        if isinstance(value, (int, float, dict)) and not isinstance(value, bool)
    }
    setting = f"{rule.id}: off  # or error, warning, info"
    other = f"{rule.id}: {as_yaml(limits)}"
    other_limits = f"or other limits:\n\n{_under_rules(other)}\n" if limits else ""
    return f"""\
## To change or silence it

In the [configuration](../../configuration.md), another severity or none:

{_under_rules(setting)}
{other_limits}For one case, a comment above it in the file:

{fenced(comment)}
This page is made from [{path}](../../../{path}).
"""


def _under_rules(setting: str) -> str:
    return fenced(f"rules:\n  {setting}")


def principles() -> str:
    """What the rules are for."""
    parts = [filled("principles")]
    for number, words in enumerate(PRINCIPLES, 1):
        serving = [page.rule.id for page in pages() if number in page.serves]
        rules = f"\n   {', '.join(link(rule, 'rules/') for rule in serving)}" if serving else ""
        parts += [f"{number}. {words}{rules}"]
    return "\n".join(parts) + "\n"
