from __future__ import annotations

from cadence_lint.assumptions import settle
from tests.builders import sequence


def test_what_is_unsaid_is_assumed_and_remembered() -> None:
    settled = settle(sequence(), {})
    assert (settled.purpose, settled.audience.relationship, settled.audience.segment) == (
        "sales",
        "cold",
        "mid",
    )
    assert settled.send_days == frozenset(range(5))
    assert settled.assumed == {
        "purpose": "sales",
        "relationship": "cold",
        "segment": "mid",
        "send_days": "mon, tue, wed, thu, fri",
    }


def test_what_the_file_says_is_not_assumed() -> None:
    said = sequence(
        purpose="nurture",
        relationship="customer",
        segment="smb",
        regions=("DE",),
        send_days=frozenset({1}),
    )
    assume = {"purpose": ("press",), "region": ("US",), "segment": ("exec",), "send_days": ("mon",)}
    settled = settle(said, assume)
    assert settled.assumed == {}
    assert settled == said._replace(assumed={})


def test_a_team_assumes_over_the_defaults() -> None:
    assume = {
        "relationship": ("customer",),
        "region": ("United Kingdom", "us-ca"),
        "send_days": ("sunday", "mon"),
    }
    settled = settle(sequence(), assume)
    assert settled.audience.relationship == "customer"
    assert settled.audience.regions == ("GB", "US-CA")
    assert settled.send_days == frozenset({0, 6})
    assert settled.assumed == {
        "purpose": "sales",
        "relationship": "customer",
        "segment": "mid",
        "region": "GB, US-CA",
        "send_days": "mon, sun",
    }


def test_the_days_of_the_week_depend_on_an_assumed_region() -> None:
    settled = settle(sequence(), {"region": ("SA",)})
    assert settled.assumed["send_days"] == "mon, tue, wed, thu, sun"
