from __future__ import annotations

import marshal
from datetime import date
from pathlib import Path

import pytest

from cadence_lint.config.selection import Choice
from cadence_lint.finding import Edit, Error, Fix, Note
from cadence_lint.linting.linter import Linter
from cadence_lint.linting.plain_data import NotPlain, from_plain, to_plain
from cadence_lint.linting.request import Request
from cadence_lint.linting.results import Decided, FileResult
from cadence_lint.room import Period
from cadence_lint.source import Place

EXAMPLES = Path(__file__).parents[2] / "examples"
PLACE = Place("a.yaml", 1, 2, 3, 4)
ODD = FileResult(
    "\udcff.yaml",
    notes=(Note("a", 1, "é \u2028 \ud800"),),
    errors=(Error("rule", "a", 1, 1, "x", "tone/word"),),
    ran=frozenset({"tone/word"}),
    decided=(Decided("a", 1, ("tone/*",), "", date(2027, 1, 31), "used", True),),
    ignored=((0, "unused"),),
    content=b"\0\xff",
    rests_on_today=True,
)


def there_and_back(value: object) -> object:
    return from_plain(marshal.loads(marshal.dumps(to_plain(value))))


@pytest.mark.parametrize("name", ["read-the-room.yaml", "event-follow-up.yaml"])
def test_a_result_comes_back_as_it_was(name: str) -> None:
    linter = Linter(Request(use_config=False, choice=Choice("all"), start=date(2026, 12, 1)))
    result = linter.lint_file(str(EXAMPLES / name), is_named=True)
    assert result is not None
    assert result.sequences
    back = there_and_back(result)
    assert back == result
    assert repr(back) == repr(result)


@pytest.mark.parametrize(
    "value",
    [
        ODD,
        PLACE,
        Fix("safe", "t", (Edit(PLACE, ""),)),
        Period("p", (12, 15), (1, 15), {"persona": ("Finance",)}, "wait"),
        (),
        ((), ((None, True, 1.5),), {"a": (1,)}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_whatever_results_are_made_of_comes_back(value: object) -> None:
    back = there_and_back(value)
    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize("value", [[1], object(), Path("a"), {("a",): 1}, frozenset({("a",)})])
def test_what_would_not_come_back_is_refused(value: object) -> None:
    with pytest.raises(NotPlain):
        to_plain((1, value))
