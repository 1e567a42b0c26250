from __future__ import annotations

import pytest

from cadence_lint.formats import keys

TABLES = {
    "header": keys.HEADER_NAMES,
    "audience": keys.AUDIENCE_NAMES,
    "touch": keys.TOUCH_NAMES,
    "variant": keys.VARIANT_NAMES,
}


@pytest.mark.parametrize(
    "name", ["delay_days", "delayDays", "delay-days", "Delay Days", "DELAYDAYS"]
)
def test_names_are_compared_by_their_letters(name: str) -> None:
    assert keys.fold(name) == "delaydays"


@pytest.mark.parametrize("table", TABLES)
def test_an_alias_means_one_key(table: str) -> None:
    names = [name for each in TABLES[table].values() for name in each]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("key", [*keys.HEADER, *keys.AUDIENCE, *keys.TOUCH, *keys.VARIANT])
def test_every_key_says_what_it_means(key: keys.Key) -> None:
    assert key.means
    assert not key.means.endswith(".")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("subjct", "subject"),
        ("Sub_jetc", "subject"),
        ("subjects", "subject"),
        ("bodyy", "body"),
        ("boddy", "body"),
        ("bdoy", "body"),
        ("chanel", "channel"),
        ("chennel", "channel"),
        ("dya", "day"),
        ("dayy", "day"),
        ("delay_day", "delay"),
        ("delayInMinute", "delay"),
        ("voice_mial", "voicemail"),
        ("varients", "variants"),
        ("“subject”", "subject"),
        ("**subject**", "subject"),
        ("`day`", "day"),
        ("subject:Re", "subject"),
    ],
)
def test_a_slip_of_the_fingers(name: str, meant: str) -> None:
    assert keys.nearest(name, keys.TOUCH_NAMES) == meant


@pytest.mark.parametrize(
    "name",
    [
        "day", "subject", "notes", "name", "audience", "tags", "test", "days", "owner",
        "", "x", "da", "way", "pay", "to", "cc", "company", "“company”", "tone", "sbjct",
    ],
)  # fmt: skip
def test_what_is_no_slip(name: str) -> None:
    assert keys.nearest(name, keys.TOUCH_NAMES) is None


def test_a_slip_that_may_mean_two_keys_is_none() -> None:
    names: dict[str, tuple[str, ...]] = {"one": ("abcd",), "two": ("abce",)}
    assert keys.nearest("abcf", names) is None
