from __future__ import annotations

from typing import Any, Literal

import pytest

from cadence_lint.checks import Days, FactName, PerAudience  # noqa: TC001  read as the fields of options are
from cadence_lint.record import Record
from cadence_lint.rulebook import options
from cadence_lint.source import Source
from cadence_lint.strict_keys import read_mapping


class Limits(Record):
    max: PerAudience
    within: Days | None = None
    soft: PerAudience | None = None
    words: tuple[str, ...] = ()
    parts: tuple[Literal["subject", "body"], ...] = ()
    where: Literal["subject", "body"] = "body"
    at_least: int = 1
    share: float = 0.5
    loud: bool = False
    instead: dict[str, str] = {}
    name: str = ""


def read(text: str) -> tuple[dict[str, Any], list[str]]:
    """What is read, and what is refused with the words at its place."""
    source = Source("rule.yaml", text)
    found, faults = options.read_options(read_mapping(source), Limits)
    return found, [f"{source.slice(fault.span)}: {fault.message}" for fault in faults]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("max: 3", {"max": 3.0}),
        ("max: 2.5", {"max": 2.5}),
        ("max: {exec: 3, renewal: 2}", {"max": {"exec": 3.0, "renewal": 2.0}}),
        ("soft: {exec: 3}", {"soft": {"exec": 3.0}}),
        ("soft:", {"soft": None}),
        ("within: 7 days", {"within": 7.0}),
        ("within: 36 hours", {"within": 1.5}),
        ("within: ~", {"within": None}),
        ("words: [a, b]", {"words": ["a", "b"]}),
        ("words: a", {"words": ["a"]}),
        ("words:", {"words": []}),
        ("parts: [body]", {"parts": ["body"]}),
        ("where: subject", {"where": "subject"}),
        ("at_least: 02", {"at_least": 2}),
        ("share: 0.6", {"share": 0.6}),
        ("loud: on", {"loud": True}),
        ("instead: {clients: customers}", {"instead": {"clients": "customers"}}),
        ("name: NO", {"name": "NO"}),
    ],
)
def test_what_is_written_is_read_as_what_the_check_declares(
    text: str, meant: dict[str, Any]
) -> None:
    assert read(text) == (meant, [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("mxa: 3", "mxa: there is no option 'mxa'; did you mean 'max'?"),
        ("zzz: 3", "zzz: there is no option 'zzz'; there is: at_least, instead, loud, max,"),
        ("max: many", "many: max: 'many' is no number from 0"),
        ("max: -3", "-3: max: '-3' is no number from 0"),
        ("max: nan", "nan: max: 'nan' is no number"),
        ("max: 1e999", "1e999: max: '1e999' is no number"),
        ("max: {exe: 3}", "there is no segment or purpose 'exe'; did you mean 'exec'?"),
        ("max: {exec: {mid: 3}}", "max: wants one value"),
        ("max: [3]", "[3]: max: wants one value, not a list or keys"),
        ("at_least: 2.5", "2.5: at_least: '2.5' is no whole number"),
        ("at_least: ²", "²: at_least: '²' is no whole number"),
        ("loud: maybe", "maybe: loud: 'maybe' is neither yes nor no"),
        ("where: bodie", "bodie: where: there is no choice 'bodie'; did you mean 'body'?"),
        ("parts: [body, foot]", "parts: there is no choice 'foot'"),
        ("words: [{a: b}]", "words: wants one value"),
        ("words: {a: b}", "words: wants one value"),
        ("instead: clients", "instead: wants keys with values"),
        ("name: [a]", "name: wants one value"),
    ],
)
def test_anything_else_is_refused_at_its_place(text: str, said: str) -> None:
    found, faults = read(text)
    assert not found
    assert len(faults) == 1
    assert said in faults[0]


def test_one_fault_costs_no_other_option() -> None:
    found, faults = read("max: many\nat_least: 2\nwords: [a]")
    assert found == {"at_least": 2, "words": ["a"]}
    assert len(faults) == 1


def test_what_a_check_cannot_do_without_is_missed() -> None:
    assert options.missing_options({"at_least": 2}, Limits) == ["max"]
    assert options.missing_options({"max": 3.0}, Limits) == []


def test_options_become_the_checks_own_type() -> None:
    made = options.make(Limits, {"max": {"exec": 3.0}, "words": ["a", "b"]})
    assert made == Limits(max={"exec": 3.0}, words=("a", "b"))


def test_fields_know_their_defaults() -> None:
    fields = {field.name: field for field in options.fields_of(Limits)}
    assert fields["max"].is_required
    assert not fields["within"].is_required
    assert fields["at_least"].default == 1


def test_what_is_unknown_is_named_with_what_there_is() -> None:
    assert options.unknown("rule", "a", []) == "there is no rule 'a'; there is: none"


def test_options_that_name_facts_are_told_from_other_words() -> None:
    class Asks(Record):
        any: tuple[FactName, ...]
        words: tuple[str, ...] = ()
        none: tuple[FactName, ...] = ("bump",)

    assert options.fact_options(Asks) == ["any", "none"]
    assert options.fact_options(Limits) == []
