import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.room import regions
from cadence_lint.room.regions import is_in, normal_region, overlaps


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("DE", "DE"),
        ("de", "DE"),
        (" no ", "NO"),
        ("UK", "GB"),
        ("U.K.", "GB"),
        ("USA", "US"),
        ("the United States", "US"),
        ("united  kingdom", "GB"),
        ("Germany", "DE"),
        ("Scotland", "GB-SCT"),
        ("de-by", "DE-BY"),
        ("us_ca", "US-CA"),
        ("UK-ENG", "GB-ENG"),
        ("eu", "EU"),
        ("Emea", "EMEA"),
        ("North America", "NORAM"),
        ("XX", None),
        ("ZZ-AA", None),
        ("en-GB", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_one_name_however_written(text: str, region: str | None) -> None:
    assert normal_region(text) == region


@given(st.text(max_size=12))
def test_a_normal_region_is_its_own_name(text: str) -> None:
    region = normal_region(text)
    assert region is None or normal_region(region) == region


def test_every_name_is_a_region() -> None:
    assert all(normal_region(region) == region for region in regions.NAMES.values())


def test_every_country_of_a_group_is_a_country() -> None:
    assert all(members <= regions.COUNTRIES for members in regions.GROUPS.values())


def test_the_union_has_27_countries_and_the_area_30() -> None:
    assert len(regions.GROUPS["EU"]) == 27
    assert len(regions.GROUPS["EEA"]) == 30


@pytest.mark.parametrize(
    ("inner", "outer"),
    [("DE", "EU"), ("DE-BY", "DE"), ("DE-BY", "EU"), ("NO", "EEA"), ("EU", "EMEA"), ("DE", "DE"),
     ("uk", "GB"), ("US-CA", "US-CA"), ("Germany", "dach")],
)  # fmt: skip
def test_in(inner: str, outer: str) -> None:
    assert is_in(inner, outer)
    assert overlaps(inner, outer)
    assert overlaps(outer, inner)


@pytest.mark.parametrize(
    ("inner", "outer"),
    [("GB", "EU"), ("NO", "EU"), ("CH", "EEA"), ("US", "EMEA"), ("US-CA", "US-NY"), ("XX", "EU"),
     ("DE", "Atlantis")],
)  # fmt: skip
def test_not_in(inner: str, outer: str) -> None:
    assert not is_in(inner, outer)
    assert not overlaps(inner, outer)


@pytest.mark.parametrize(("one", "two"), [("EMEA", "DE"), ("DACH", "EU"), ("DE", "DE-BY")])
def test_a_region_with_some_of_its_readers_in_another(one: str, two: str) -> None:
    assert not is_in(one, two)
    assert overlaps(one, two)
