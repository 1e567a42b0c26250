"""`cadence-lint init`: a sequence and a configuration to start from, after three questions."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TypeVar

from cadence_lint.cli.plain import UsageError
from cadence_lint.cli.starter_copy import STARTERS
from cadence_lint.cli.starters import CONFIGURATION, Means, starter
from cadence_lint.config.config_file import find_config
from cadence_lint.output.terminal import look_for, one_line, page, wrap
from cadence_lint.output.words import listed
from cadence_lint.sequence import Purpose, Relationship

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Word = TypeVar("Word", bound=str)

FILE = "sequence.yaml"
CONFIG = "cadence-lint.yaml"

PURPOSES: Mapping[Purpose, str] = {
    "sales": "a first talk about what you do",
    "recruiting": "a job, for somebody who may want it",
    "renewal": "a contract that ends, and may go on",
    "nurture": "keeping in touch until the time is right",
    "fundraising": "money for your company",
}
READERS: Mapping[Relationship, str] = {
    "cold": "strangers",
    "warm": "people whom you have met",
    "inbound": "people who asked you first",
    "customer": "customers",
}
BESIDE: Mapping[Means, str] = {
    "all": "email, phone and LinkedIn",
    "phone": "email and phone",
    "linkedin": "email and LinkedIn",
    "email": "email only",
}


def init(
    file: str,
    *,
    purpose: str | None,
    relationship: str | None,
    channels: str | None,
    force: bool,
    ask: Callable[[str], str],
) -> int:
    """Write a sequence, and a configuration where none holds yet.

    Raises:
        UsageError: when something would be overwritten, or the answers do not fit together.

    """
    if not file.lower().endswith((".yaml", ".yml")):
        raise UsageError(f"a sequence is YAML: call it {file}.yaml")
    _refuse_to_overwrite(file, force=force)
    is_asked = purpose is None and relationship is None and channels is None and _is_terminal()
    questions = _Questions(ask if is_asked else None)
    what = questions.choose("What is it for?", PURPOSES, purpose, "purpose")
    possible = {name: READERS[name] for name in READERS if name in STARTERS[what].openings}
    whom = questions.choose("Whom do you write to?", possible, relationship, "relationship")
    how = questions.choose("What do you reach them by?", BESIDE, channels, "channels")
    if not is_asked and (purpose, relationship, channels) == (None, None, None):
        sys.stderr.write("cadence-lint: nobody to ask here, so these are the usual answers\n")
    name = os.path.basename(file)
    _write(file, starter(what, whom, how, name), force=force)
    config = os.path.join(os.path.dirname(file), CONFIG)
    known = None if force else find_config(file)
    if known is None:
        _write(config, CONFIGURATION, force=force)
    said = f"{PURPOSES[what]}; to {possible[whom]}, by {BESIDE[how]}"
    sys.stdout.write(page(list(_closing(file, said, config, known))))
    return 0


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


class _Questions:
    """Asks what is not said yet, where there is somebody to ask."""

    def __init__(self, ask: Callable[[str], str] | None) -> None:
        self.ask = ask

    def choose(
        self, question: str, choices: Mapping[Word, str], said: str | None, name: str
    ) -> Word:
        """One of some choices: as it was said, as it is answered, or the first."""
        known = list(choices)
        if said is not None:
            for choice in known:
                if said == choice:
                    return choice
            raise UsageError(f"--{name}: {said} does not fit here; write {listed([*known])}")
        if self.ask is None or len(known) == 1:
            return known[0]
        width = max(map(len, known)) + 2
        lines = ["", question]
        for count, (choice, means) in enumerate(choices.items(), 1):
            lines.append(f"  {count}  {choice:{width}}{means}")
        sys.stdout.write(page(lines))
        while True:
            answer = self.ask("a number or a name").strip().lower()
            for count, choice in enumerate(known, 1):
                if answer in (str(count), choice):
                    return choice
            sys.stdout.write(f"please answer 1 to {len(known)}, or one of the names\n")


def _refuse_to_overwrite(file: str, *, force: bool) -> None:
    if os.path.exists(file) and not force:
        raise UsageError(f"{file} is there already: name another file, or add --force")


def _write(path: str, text: str, *, force: bool) -> None:
    with open(path, "w" if force else "x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _closing(file: str, said: str, config: str, known: str | None) -> Iterator[str]:
    look = look_for(sys.stdout, "never")
    yield from wrap(f"{file}: {said}", look.width)
    if known is None:
        yield from wrap(f"{config}: what your team agreed on", look.width)
    else:
        yield from wrap(f"{os.path.relpath(known)}: is there, and stays as it is", look.width)
    yield ""
    yield from wrap(
        "next: replace each {{field}} that your platform does not fill in, and then",
        look.width,
    )
    yield f"  cadence-lint check {one_line(file)}"
