"""Every sequence that `init` can write is one that nothing is to be said against."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from cadence_lint.api import lint_text
from cadence_lint.cli.starter_copy import FIELDS, STARTERS
from cadence_lint.cli.starters import CONFIGURATION, MEANS, Means, starter
from cadence_lint.config.config_reader import parse_config
from cadence_lint.config.selection import check_config
from cadence_lint.rulebook import load_book
from cadence_lint.source import Source

if TYPE_CHECKING:
    from cadence_lint.sequence import Purpose, Relationship

ALL = [
    (purpose, relationship, means)
    for purpose, copy in STARTERS.items()
    for relationship in copy.openings
    for means in MEANS
]
FILLED = re.compile(r"\{\{(\w+)\}\}")
PERSON = {
    "first_name": "Ines",
    "company": "Harbour",
    "sender_name": "Mo",
    "our_company": "Larkfield",
}


@pytest.mark.parametrize(("purpose", "relationship", "means"), ALL)
def test_it_is_clean(purpose: Purpose, relationship: Relationship, means: Means) -> None:
    result = lint_text(starter(purpose, relationship, means, "sequence.yaml"))
    (sequence,) = result.sequences

    assert result.errors == ()
    assert [finding for finding in result.findings if finding.is_shown] == []
    assert sequence.relationship == relationship
    assert "relationship" not in sequence.assumed
    channels = {step.channel for step in sequence.steps}
    assert ("call" in channels) == (means in ("phone", "all"))
    assert ("linkedin" in channels) == (means in ("linkedin", "all"))
    assert sequence.score is not None
    assert sequence.score.points >= 85


@pytest.mark.parametrize(
    ("purpose", "relationship"), dict.fromkeys((purpose, readers) for purpose, readers, _ in ALL)
)
def test_it_is_as_clean_with_its_blanks_filled_in(
    purpose: Purpose, relationship: Relationship
) -> None:
    """With the examples that stand beside the fields."""

    def example(found: re.Match[str]) -> str:
        said = PERSON.get(found[1]) or FIELDS[found[1]].rpartition(": ")[2]
        return "https://larkfield.example/page" if found[1].endswith("_link") else said

    head, copy = starter(purpose, relationship, "all", "x.yaml").split("\ntouches:\n")
    result = lint_text(f"{head}\ntouches:\n{FILLED.sub(example, copy)}")

    assert result.errors == ()
    assert [finding for finding in result.findings if finding.is_shown] == []


def test_every_blank_that_is_described_is_used_and_no_other() -> None:
    texts = [starter(purpose, readers, "all", "x.yaml") for purpose, readers, _ in ALL]
    used = {name for text in texts for name in FILLED.findall(text)}

    assert used == set(FIELDS)


def test_the_configuration_holds_as_it_is_and_with_all_of_it_in_use() -> None:
    in_use = re.sub(r"(?m)^( *)# (?=(?: {2,}| *)[a-z-]+[a-z/-]*:|  - \{)", r"\1", CONFIGURATION)
    for text in (CONFIGURATION, in_use):
        check_config(parse_config(Source("cadence-lint.yaml", text)), load_book())
    config = parse_config(Source("cadence-lint.yaml", in_use))

    assert config.vocabulary.company == ("Larkfield",)
    assert config.assume["region"] == ("NL",)
    assert [period.name for period in config.room] == ["year-end close"]
    assert len(config.rules) == 2
