from __future__ import annotations

import pytest

from cadence_lint.formats import cadenceml
from cadence_lint.source import Fault, Source
from cadence_lint.source.tree import Items, Mapping, Node, Scalar
from cadence_lint.source.yaml_tree import read_tree
from tests.source.trees import plain

EXAMPLE = """\
harbour 5x11:
  eligible_days: [2, 3, 4, 5]
  holiday_region: de
  holidays:
    - "Mar 14, 2027"
  cadence:
    1:
      - channel: email
        title: First email
        notes: Ask who keeps the berth list
      - channel: call
        title: First call
    3:
      - channel: social
        title: Like a post
insurers:
  holiday_region: none
  cadence:
    11:
      - channel: task
"""


def document(content: str) -> Node:
    return read_tree(Source("cadences.yml", content)).documents[0]


def read(content: str) -> tuple[list[Mapping], list[Fault]]:
    return cadenceml.read(document(content))


def test_a_file_of_two_cadences() -> None:
    found, faults = read(EXAMPLE)
    assert not faults
    assert [plain(tree) for tree in found] == [
        {
            "name": "harbour 5x11",
            "business_days": "yes",
            "send_days": ["2", "3", "4", "5"],
            "audience": {"region": "de"},
            "holidays": ["Mar 14, 2027"],
            "touches": [
                {
                    "channel": "email",
                    "label": "First email",
                    "note": "Ask who keeps the berth list",
                    "day": "1",
                },
                {"channel": "call", "label": "First call", "day": "1"},
                {"channel": "social", "label": "Like a post", "day": "3"},
            ],
        },
        {"name": "insurers", "business_days": "yes", "touches": [{"channel": "task", "day": "11"}]},
    ]


def test_values_stand_where_they_are_written() -> None:
    source = Source("cadences.yml", EXAMPLE)
    found, _ = cadenceml.read(read_tree(source).documents[0])
    name = found[0].get("name")
    assert isinstance(name, Scalar)
    assert source.slice(name.span) == "harbour 5x11"
    items = found[0].get("touches")
    assert isinstance(items, Items)
    touch = items.items[2]
    assert isinstance(touch, Mapping)
    day, label = touch.entries["day"], touch.entries["label"]
    assert source.place(day.value.span).line == 13
    assert source.slice(day.key.span) == "3"
    assert source.slice(label.key.span) == "title"
    assert label.key.value == "label"
    assert next(iter(touch.entries)) == "channel"


@pytest.mark.parametrize("key", ["first", "1.5", "-1", "monday"])
def test_a_day_that_is_no_number_is_a_fault(key: str) -> None:
    content = f"a:\n  cadence:\n    1:\n      - channel: email\n    {key}:\n      - channel: call\n"
    found, faults = read(content)
    assert [plain(touch) for touch in found[0].get("touches").items] == [  # type: ignore[union-attr]
        {"channel": "email", "day": "1"}
    ]
    (fault,) = faults
    assert "write a whole number" in fault.message
    assert content[fault.span.start : fault.span.end] == key


def test_days_in_words_and_days_off() -> None:
    found, faults = read('a:\n  cadence:\n    "Day 2":\n      - {channel: call}\n    3:\n')
    assert not faults
    assert plain(found[0])["touches"] == [{"channel": "call", "day": "2"}]


def test_one_touch_alone_and_what_is_no_touch() -> None:
    found, faults = read(
        "a:\n  cadence:\n    1: [{channel: call}, call Sam]\n    2: {channel: email}\n"
    )
    assert plain(found[0])["touches"] == [
        {"channel": "call", "day": "1"},
        {"channel": "email", "day": "2"},
    ]
    assert ["list of touches" in fault.message for fault in faults] == [True]


@pytest.mark.parametrize(
    "content",
    [
        "name: x\ntouches:\n  - day: 1\n",
        "cadence:\n  - day: 1\n",
        "a:\n  cadence:\n    - day: 1\n",
        "a:\n  cadence: weekly\n",
        "a:\n  cadence: {email: [x]}\n",
        "- cadence: {1: [x]}\n",
        "cadence",
    ],
)
def test_other_documents(content: str) -> None:
    assert not cadenceml.looks_like(document(content))
    assert cadenceml.read(document(content)) == ([], [])


def test_it_looks_like_itself() -> None:
    assert cadenceml.looks_like(document(EXAMPLE))
    assert cadenceml.looks_like(document("a: x\nb:\n  cadence: {1: [{channel: call}]}\n"))
