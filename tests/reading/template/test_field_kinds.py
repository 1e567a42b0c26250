"""What a field tells the reader about themselves."""

import pytest

from cadence_lint.reading.template.field_kinds import kind_of, names_trade, names_ware


@pytest.mark.parametrize(
    "name",
    [
        *("first_name", "company", "Client Company Name", "job title", "industry", "Blog"),
        *("pain_point", "Problem you solve", "area", "day_1", "customer_a", "fund name"),
        *("college name", "high school", "major"),
    ],
)
def test_what_is_on_every_list(name: str) -> None:
    assert kind_of(name) == "list"


@pytest.mark.parametrize("name", ["new_property", "overlap area", "Topic", "recent_post", "event"])
def test_what_is_known_of_this_reader(name: str) -> None:
    assert kind_of(name) == "own"


@pytest.mark.parametrize("name", ["Similar Company", "competitor", "mutual_connection"])
def test_a_third_party(name: str) -> None:
    assert kind_of(name) == "third"


@pytest.mark.parametrize("name", ["Result", "X metric", "stat"])
def test_a_result(name: str) -> None:
    assert kind_of(name) == "figure"


@pytest.mark.parametrize(
    "name",
    [
        *("sender_name", "link", "Value Proposition", "my company", "icebreaker", "benefit"),
        *("website redacted", "Insert HTML here", "X handle", "link to deck", "sic"),
    ],
)
def test_what_tells_nothing_of_the_reader(name: str) -> None:
    assert kind_of(name) == "none"


def test_a_trade_is_no_reader() -> None:
    assert names_trade("industry")
    assert names_trade("company.industry")
    assert names_trade("their space")
    assert names_trade("marketSegment")
    assert not names_trade("company")
    assert not names_trade("industry_peer")


@pytest.mark.parametrize(
    ("name", "is_sold"),
    [
        ("Product", True),
        ("product_name", True),
        ("Cool Service", True),
        ("solutionName", True),
        ("company", False),
        ("service area", False),
        ("name", False),
    ],
)
def test_what_something_is_called_that_is_sold(name: str, is_sold: bool) -> None:
    assert names_ware(name) == is_sold
