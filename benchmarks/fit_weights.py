"""What faults should weigh: the score's weights, fitted to people's judgements.

    python benchmarks/fit_weights.py MESSAGES.jsonl… [--check OTHER.jsonl] [--hold 2.0]

Reads labelled messages (the shape that rightness.py reads) and looks for weights under which good
ones score higher than bad ones. It changes one weight at a time by a fixed step and keeps what
lowers the loss: how plainly a bad one wins against a good one of the same file, on average over all
pairs (the logistic surrogate of the area under the curve), and a price for every departure from
today's weights, so that what few messages speak for stays as somebody decided it. Nothing is drawn
by chance: the same files give the same weights.

It prints the area under the curve with today's weights and with the new ones, of each file, then
of each half of them with weights fitted to the other half, which is the honest figure, and last
the weights to write into src/cadence_lint/score.py.
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from occasions import as_sequence
from rightness import auc, half_of

from cadence_lint.assumptions import settle
from cadence_lint.config.selection import all_rules
from cadence_lint.formats import read
from cadence_lint.linting.case import Case
from cadence_lint.linting.engine import judge
from cadence_lint.linting.linter import Linter
from cadence_lint.linting.request import Request
from cadence_lint.score import WEIGHTS, Weights, messages_of, score, weigh
from cadence_lint.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cadence_lint.finding import Finding
    from cadence_lint.linting.request import Settings

STEPS = (1.6, 0.625, 1.15, 0.87)
"""By what a weight is multiplied to see whether it does better."""
PASSES = 4
ENOUGH = 1e-4
"""A pass that gains less is the last."""
DEGREES = ("worth", "specifics", "share")
LEAST_SEEN = 8
"""How many messages a rule must be shown on to get a weight of its own."""
HEAVIEST, LIGHTEST = 4.0, 0.1
POINTS = 10.0
"""A good message that scores so much higher than a bad one is told from it plainly."""

Factors = dict[str, float]


class Labelled(NamedTuple):
    """A labelled message, linted."""

    is_good: bool
    half: int
    file: int
    findings: tuple[Finding, ...]
    case: Case

    def points(self, weights: Weights) -> float:
        """Its score, unrounded."""
        weighed = weigh(self.case, weights)
        return score(self.findings, weighed, messages_of(self.case), weights).exact

    def is_moved_by(self, key: str) -> bool:
        """Whether its score depends on a weight."""
        if key in DEGREES:
            return True
        return any(key in (each.rule, each.rule.partition("/")[0]) for each in self.findings)


def main() -> int:
    """Print the figures and the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=_Raw)
    parser.add_argument("messages", type=Path, nargs="+", help="to fit the weights to")
    parser.add_argument("--check", type=Path, nargs="*", default=[], help="only to measure")
    parser.add_argument("--hold", type=float, default=1.0, help="how dear a departure is")
    options = parser.parse_args()
    learned = list(labelled(options.messages))
    others = list(labelled(options.check))
    fitted = fit(learned, options.hold)
    halves = [fit([each for each in learned if each.half != half], options.hold) for half in (0, 1)]
    names = [path.name for path in (*options.messages, *options.check)]
    for file, name in enumerate(options.messages):
        mine = [each for each in learned if each.file == file]
        print(f"{name}: {area(mine, WEIGHTS):.3f} now, {area(mine, fitted):.3f} fitted to it")
        for half in (0, 1):
            unseen = [each for each in mine if each.half == half]
            print(f"  half {half}: {area(unseen, WEIGHTS):.3f} now, ", end="")
            print(f"{area(unseen, halves[half]):.3f} fitted to the other half")
    for file, name in enumerate(options.check):
        mine = [each for each in others if each.file == file]
        print(f"{name}: {area(mine, WEIGHTS):.3f} now, {area(mine, fitted):.3f} (not fitted to it)")
    print(f"weights, fitted to {', '.join(names[: len(options.messages)])}:")
    for key, weight in fitted.by_rule.items():
        print(f"    {key!r}: {weight:.2g},")
    print(f"worth={fitted.worth}, specifics={fitted.specifics}, share={fitted.share:g}")
    return 0


class _Raw(argparse.RawDescriptionHelpFormatter):
    pass


def labelled(paths: Sequence[Path]) -> Iterator[Labelled]:
    """The messages of some files that are called good or bad, linted."""
    settings = Linter(Request(use_config=False)).settings("message.yaml")
    rules = all_rules(settings.book)
    for file, path in enumerate(paths):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("claimed") in ("good", "bad"):
                case = case_of(settings, row)
                if case is not None:
                    findings = judge(case, rules, case.sequence.remarks).findings
                    is_good = row["claimed"] == "good"
                    found = tuple(finding for finding, _ in findings)
                    yield Labelled(is_good, half_of(row), file, found, case)


def case_of(settings: Settings, row: dict[str, object]) -> Case | None:
    """A message in its sequence, as the rules see it; None where they cannot read it."""
    source = Source("message.yaml", json.dumps(as_sequence(row), ensure_ascii=False))
    sequence = settle(read(source, is_named=True).sequences[0], settings.assume)
    case = Case(sequence, settings.book, settings.config, None, None)
    return case if case.is_understood and sequence.has_copy else None


def area(messages: Sequence[Labelled], weights: Weights) -> float:
    """The area under the curve: how often a good one scores higher than a bad one."""
    good = [each.points(weights) for each in messages if each.is_good]
    return auc(good, [each.points(weights) for each in messages if not each.is_good])


# To fit


def fit(messages: Sequence[Labelled], hold: float) -> Weights:
    """The weights that tell good from bad best, among those near today's."""
    base = base_weights(messages)
    factors: Factors = dict.fromkeys((*base.by_rule, *DEGREES), 1.0)
    points = [each.points(base) for each in messages]
    least = loss(messages, points, factors, hold)
    for _ in range(PASSES):
        before = least
        for key in factors:
            moved = {at for at, each in enumerate(messages) if each.is_moved_by(key)}
            for step in STEPS if moved else ():
                tried = factors | {key: factors[key] * step}
                weights = weights_of(base, tried)
                found = [
                    messages[at].points(weights) if at in moved else old
                    for at, old in enumerate(points)
                ]
                if (worse := loss(messages, found, tried, hold)) < least:
                    factors, points, least = tried, found, worse
        if before - least < ENOUGH:
            break
    return weights_of(base, factors)


def base_weights(messages: Iterable[Labelled]) -> Weights:
    """Today's weights, with one of its own for each family, and each rule often shown."""
    seen: dict[str, int] = {}
    for each in messages:
        for rule in {finding.rule for finding in each.findings if finding.is_shown}:
            seen[rule] = seen.get(rule, 0) + 1
    often = [rule for rule, count in seen.items() if count >= LEAST_SEEN]
    keys = {*WEIGHTS.by_rule, *often, *(rule.partition("/")[0] for rule in seen)}
    return WEIGHTS._replace(by_rule={key: WEIGHTS.of(key) for key in sorted(keys)})


def weights_of(base: Weights, factors: Mapping[str, float]) -> Weights:
    """Weights changed by some factors."""
    return Weights(
        {
            key: min(HEAVIEST, max(LIGHTEST, weight * factors[key]))
            for key, weight in base.by_rule.items()
        },
        tuple(round(cost * factors["worth"], 1) for cost in base.worth),
        tuple(round(cost * factors["specifics"], 1) for cost in base.specifics),
        base.share * factors["share"],
        base.matter,
        base.talk,
    )


def loss(
    messages: Sequence[Labelled],
    points: Sequence[float],
    factors: Mapping[str, float],
    hold: float,
) -> float:
    """How badly good and bad are told apart, and how far the weights are from today's."""
    by_file: dict[int, tuple[list[float], list[float]]] = {}
    for each, score_of_it in zip(messages, points, strict=True):
        by_file.setdefault(each.file, ([], []))[each.is_good].append(score_of_it)
    wrong = sum(
        (len(good) + len(bad)) * confusion(good, bad) for bad, good in by_file.values()
    ) / len(messages)
    departure = sum(math.log(factor) ** 2 for factor in factors.values())
    return wrong + hold * departure / len(messages)


def confusion(good: Sequence[float], bad: Sequence[float]) -> float:
    """How plainly bad ones win against good ones, on average over all pairs."""
    if not good or not bad:
        return 0.0
    lost = (
        math.log1p(math.exp(min(50.0, (worse - better) / POINTS)))
        for better in good
        for worse in bad
    )
    return sum(lost) / (len(good) * len(bad))


if __name__ == "__main__":
    raise SystemExit(main())
