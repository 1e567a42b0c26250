"""Sequence files as teams write them, made up by a seeded dice: no two messages are the same.

About 4.4 kB each: six to ten touches with copy, good and bad by turns, in the same shape as the
files of `examples/`.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SLOTS = {
    "place": "Leeds Porto Utrecht Denver Gdansk Bergen Turin Lyon Austin Cork Malmo Bath".split(),
    "trade": [
        "hotel",
        "clinic",
        "bakery",
        "dairy",
        "foundry",
        "law firm",
        "warehouse",
        "print shop",
        "housing trust",
        "software house",
        "port operator",
        "brewery",
        "freight forwarder",
    ],
    "job": [
        "night audits",
        "month-end close",
        "shift handovers",
        "rental returns",
        "cold storage",
        "supplier invoices",
        "permit renewals",
        "stock counts",
        "customer tickets",
        "exit interviews",
    ],
    "number": "3 4 7 11 12 18 25 30 40 65 90 140 220 480".split(),
    "unit": "hours minutes days invoices tickets rooms pallets forms".split(),
    "product": "Larkfield Tallyroom Mossgate Brightmere Quillon Harbeck".split(),
    "who": [
        "your team",
        "the finance team",
        "the people on nights",
        "two of your branches",
        "the floor leads",
    ],
    "verb": "count check close sign file print move price report rebook".split(),
    "weekday": "Monday Tuesday Wednesday Thursday Friday".split(),
    "name": "Mo Ines Tarik Wanda Sven Priya Colm Ruta".split(),
}
_SENTENCES = [
    "I saw that you opened a second {trade} in {place}, and wondered who now looks after {job}.",
    "We are the leading provider of {job} software for every {trade}.",
    "Our platform is trusted by hundreds of teams and streamlines {job} end to end.",
    "A {trade} in {place} went from {number} to {number2} {unit} a week by moving {job} to noon.",
    "How do {who} {verb} {job} today?",
    "Just checking in on my note below about {job}.",
    "Would it help if I sent the checklist that the {trade} in {place} uses?",
    "Most of the {unit} went into {job}, which nobody had asked for since the move to {place}.",
    "I would love to show you how {product} can help your company grow.",
    "Are you free on {weekday} at {number} past ten for a quick call?",
    "{who} told the local paper that {job} take {number} {unit}; is that still so?",
    "Happy to stop here if {job} are somebody else's worry.",
    "With {product} you can {verb} every {unit} in one place, and {verb2} them from your phone.",
    "Companies like yours lose {number} {unit} a month, and you must have noticed.",
    "The rule on {job} changes in spring; the council's page lists {number} forms that fall away.",
    "If {weekday} is a bad day, tell me and I will not call.",
    "I have called three times and have not heard back from you.",
    "It took {name} in {place} an afternoon to set up, and {number} {unit} to pay for itself.",
    "What would have to be true for {job} to matter this quarter?",
    "Here is the table from our survey of {number} {trade} managers, with {job} in column two.",
]
_SUBJECTS = [
    "{job} in {place}",
    "{number} {unit}",
    "question about {job}",
    "Re: {job}",
    "your {trade} in {place}",
    "{weekday}?",
    "{who} and {job}",
]
_CHANNELS = ["email", "email", "email", "call", "linkedin", "email", "call"]
_SIZE = 4400
"""Characters that a file has, about."""


def write_files(folder: Path, count: int, seed: int = 7) -> None:
    """Fill a folder with `count` sequence files, 100 in each of its folders."""
    dice = random.Random(seed)
    for number in range(count):
        path = folder / f"team-{number // 100:03}" / f"sequence-{number:05}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(_file(dice, number)), encoding="utf-8")


def _file(dice: random.Random, number: int) -> Iterator[str]:
    segment = dice.choice(["exec", "mid", "smb"])
    yield f"name: {_said(dice, '{job}, {place}')} {number}\n"
    yield f"audience:\n  persona: Head of {_said(dice, '{job}')}\n  relationship: cold\n"
    yield f"  segment: {segment}\nstop_on: [reply, meeting, opt_out]\ntouches:\n"
    size, day = 200, 1
    while size < _SIZE:
        touch = "".join(_touch(dice, day, _CHANNELS[dice.randrange(len(_CHANNELS))]))
        yield touch
        size += len(touch)
        day += dice.randint(1, 5)


def _touch(dice: random.Random, day: int, channel: str) -> Iterator[str]:
    yield f"  - day: {day}\n    channel: {channel}\n"
    if channel == "call":
        yield f"    script: |\n{_block(dice, 2)}    voicemail: |\n{_block(dice, 2)}"
        return
    if channel == "email" and (day == 1 or dice.random() < 0.5):
        yield f"    subject: '{_said(dice, dice.choice(_SUBJECTS))}'\n"
    if channel == "linkedin":
        yield "    action: message\n"
    yield "    body: |\n      Hi {{first_name|there}},\n\n"
    yield f"{_block(dice, 3)}\n{_block(dice, 3)}\n"
    yield f"      {_said(dice, '{name}')}\n"


def _block(dice: random.Random, sentences: int) -> str:
    said = " ".join(_said(dice, dice.choice(_SENTENCES)) for _ in range(sentences))
    lines, line = [], ""
    for word in said.split():
        if len(line) + len(word) > 90:
            lines.append(line)
            line = ""
        line += f" {word}"
    return "".join(f"     {each}\n" for each in [*lines, line])


def _said(dice: random.Random, template: str) -> str:
    values = {name: dice.choice(words) for name, words in _SLOTS.items()}
    values["number2"], values["verb2"] = dice.choice(_SLOTS["number"]), dice.choice(_SLOTS["verb"])
    said = template.format(**values)
    return said[0].upper() + said[1:] if template[0] == "{" and template[-1] in ".?" else said
