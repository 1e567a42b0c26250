"""How right the findings are: the linter's score and findings against people's judgements.

    python benchmarks/rightness.py MESSAGES.jsonl [--half 0|1] [--as-email] [--purpose sales]

A line of the file is a message: `subject`, `body`, `claimed` (good or bad, as somebody labelled
it), and where a careful reader judged it blind, `reader_score` (0 to 100) and `reader_flags`. Two
lines with the same `pair` are a before and an after of one copy. Each message is linted in the
sequence that its `channel`, its `touch` (the occasion) and its `relationship` ask for; with
`--as-email`, as a cold sequence of one email. Half 0 is to be looked at, half 1 to be measured
seldom.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from occasions import as_cold_email, as_sequence

from cadence_lint import lint_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from cadence_lint import Finding

FAMILIES = {
    "self-focus": ("self_focused", ("self-focus/",)),
    "value": (
        "no_value",
        ("value/nothing-for-the-reader", "value/empty-follow-up", "value/ask-without-reason"),
    ),
    "generic": ("generic", ("personalization/generic", "value/empty-follow-up")),
}
"""Each family of rules: the reader's flag, and the rules that answer for it."""

LIKED = 45
"""From here on a message reads the room more than not, as the reader scored."""

Z = 1.96
RESAMPLES = 1_000


class Judged(NamedTuple):
    """A labelled message, and what the linter says of it."""

    id: str
    text: str
    claimed: str
    reasons: tuple[str, ...]
    pair: str | None
    reader_score: float | None
    reader_flags: tuple[str, ...] | None
    points: float
    findings: tuple[Finding, ...]

    @property
    def shown(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.is_shown]

    def is_flagged(self, rules: Sequence[str], *, covered: bool = True) -> bool:
        """Whether a warning of some rules is about it; a covered one is the same fault."""
        return any(
            finding.severity != "info" and finding.rule.startswith(tuple(rules))
            for finding in (self.findings if covered else self.shown)
        )


class Interval(NamedTuple):
    """A figure, and between what it lies with 95 % confidence."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.2f} to {self.high:.2f})"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how right the linter is on a file of labelled messages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=_Raw)
    parser.add_argument("messages", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1), help="only this half, by hash of id")
    parser.add_argument("--purpose", default=None, help="declared in each sequence")
    parser.add_argument("--as-email", action="store_true", help="each as one cold email")
    parser.add_argument("--quiet", action="store_true", help="without the disagreements")
    options = parser.parse_args(arguments)
    lines = options.messages.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    if options.half is not None:
        rows = [row for row in rows if half_of(row) == options.half]
    place = as_cold_email if options.as_email else as_sequence
    judged = [judge(row, place(row, options.purpose)) for row in rows]
    for line in report(judged):
        print(line)
    if not options.quiet:
        for line in disagreements(judged):
            print(line)
    return 0


class _Raw(argparse.RawDescriptionHelpFormatter):
    pass


def half_of(row: dict[str, object]) -> int:
    """Which half a message is in; both of a pair are in the same."""
    name = str(row.get("pair") or row["id"])
    return hashlib.sha256(name.encode()).digest()[0] % 2


def judge(row: dict[str, object], plan: dict[str, object] | None = None) -> Judged:
    """Lint a message in the sequence that it goes out in."""
    plan = plan or as_sequence(row)
    result = lint_text(json.dumps(plan, ensure_ascii=False), filename="message.yaml")
    scored = result.sequences[0].score if result.sequences else None
    flags = row.get("reader_flags")
    score = row.get("reader_score")
    reasons = row.get("reasons")
    return Judged(
        str(row["id"]),
        "\n\n".join(str(row[key]) for key in ("subject", "body") if row.get(key)),
        str(row.get("claimed", "unknown")),
        tuple(reasons) if isinstance(reasons, list) else (),
        str(row["pair"]) if row.get("pair") else None,
        float(score) if isinstance(score, int | float) else None,
        tuple(flags) if isinstance(flags, list) else None,
        scored.exact if scored else math.nan,
        tuple(finding for finding in result.findings if not _is_of_excerpt(finding, row)),
    )


def _is_of_excerpt(finding: Finding, row: dict[str, object]) -> bool:
    """Whether it misses what was not published with the message."""
    return finding.rule == "craft/missing-subject" and not row.get("subject")


# The figures


def report(judged: Sequence[Judged]) -> Iterable[str]:
    """The figures, a line each."""
    scored = [each for each in judged if not math.isnan(each.points)]
    good = [each for each in scored if each.claimed == "good"]
    bad = [each for each in scored if each.claimed == "bad"]
    unscored = len(judged) - len(scored)
    yield f"{len(judged)} messages: {len(good)} good, {len(bad)} bad, {unscored} unscored"
    yield f"score, good against bad: area under the curve {auc_of(good, bad)}"
    reasoned = auc_of(*([e for e in group if e.reasons] for group in (good, bad)))
    yield f"the same, where a reason is given: {reasoned}"
    read = [each for each in scored if each.reader_score is not None]
    if len(read) > 2:
        ranks = bootstrap(read, rank_correlation)
        yield f"score against the reader's ({len(read)}): rank correlation {ranks}"
        liked = [each for each in read if (each.reader_score or 0) >= LIKED]
        rest = [each for each in read if (each.reader_score or 0) < LIKED]
        yield f"score, reader's {LIKED} and more against less: {auc_of(liked, rest)}"
    pairs = list(pairs_of(scored))
    better = sum(after.points > before.points for before, after in pairs)
    yield f"pairs in which the after scores higher: {better} of {len(pairs)}"
    flagged = [each for each in judged if each.reader_flags is not None]
    for family, (flag, rules) in FAMILIES.items():
        for covered in (True, False):
            figures = agreement(flagged, flag, rules, covered=covered)
            yield f"{family:11} {'with covered' if covered else 'as shown':12} {figures}"
    warned = sum(any(f.severity != "info" for f in each.shown) for each in good)
    if good:
        yield f"good messages with a warning: {warned} of {len(good)}, {wilson(warned, len(good))}"


def auc_of(good: Sequence[Judged], bad: Sequence[Judged]) -> Interval:
    """How often a good message scores higher than a bad one, ties half (Hanley and McNeil)."""
    area = auc([each.points for each in good], [each.points for each in bad])
    if math.isnan(area):
        return Interval(area, area, area)
    one, two = area / (2 - area), 2 * area**2 / (1 + area)
    spread = (
        area * (1 - area) + (len(good) - 1) * (one - area**2) + (len(bad) - 1) * (two - area**2)
    ) / (len(good) * len(bad))
    error = Z * math.sqrt(max(0.0, spread))
    return Interval(area, max(0.0, area - error), min(1.0, area + error))


def auc(high: Sequence[float], low: Sequence[float]) -> float:
    """The area under the curve of two samples; not a number where one is empty."""
    if not high or not low:
        return math.nan
    won = sum((a > b) + 0.5 * (a == b) for a in high for b in low)
    return won / (len(high) * len(low))


def wilson(hits: int, count: int) -> Interval:
    """A share with its interval after Wilson."""
    if not count:
        return Interval(math.nan, math.nan, math.nan)
    share, square = hits / count, Z * Z / count
    middle = (share + square / 2) / (1 + square)
    spread = Z * math.sqrt(share * (1 - share) / count + square / (4 * count)) / (1 + square)
    return Interval(share, middle - spread, middle + spread)


def rank_correlation(judged: Sequence[Judged]) -> float:
    """Spearman's: how alike the linter and the reader rank."""
    ours = _ranks([each.points for each in judged])
    theirs = _ranks([each.reader_score or 0.0 for each in judged])
    mean = (len(judged) - 1) / 2
    covariance = sum((a - mean) * (b - mean) for a, b in zip(ours, theirs, strict=True))
    spread = math.sqrt(sum((a - mean) ** 2 for a in ours) * sum((b - mean) ** 2 for b in theirs))
    return covariance / spread if spread else math.nan


def _ranks(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    first = {value: ordered.index(value) for value in set(values)}
    return [first[value] + (ordered.count(value) - 1) / 2 for value in values]


def bootstrap(
    judged: Sequence[Judged], figure: Callable[[Sequence[Judged]], float], seed: int = 2026
) -> Interval:
    """A figure with its interval, from samples drawn with replacement."""
    chance = random.Random(seed)
    drawn = sorted(
        value
        for _ in range(RESAMPLES)
        if not math.isnan(value := figure(chance.choices(judged, k=len(judged))))
    )
    value = figure(judged)
    if not drawn:
        return Interval(value, value, value)
    return Interval(value, drawn[int(0.025 * len(drawn))], drawn[int(0.975 * len(drawn))])


def pairs_of(judged: Iterable[Judged]) -> Iterable[tuple[Judged, Judged]]:
    """Each before with its after."""
    pairs: dict[str, dict[str, Judged]] = {}
    for each in judged:
        if each.pair:
            pairs.setdefault(each.pair, {})[each.claimed] = each
    for both in pairs.values():
        if {"good", "bad"} <= both.keys():
            yield both["bad"], both["good"]


def agreement(judged: Sequence[Judged], flag: str, rules: Sequence[str], *, covered: bool) -> str:
    """Precision, recall and F1 of some rules against a flag of the reader."""
    ours = [each.is_flagged(rules, covered=covered) for each in judged]
    theirs = [flag in (each.reader_flags or ()) for each in judged]
    both = sum(a and b for a, b in zip(ours, theirs, strict=True))
    precision, recall = wilson(both, sum(ours)), wilson(both, sum(theirs))
    total = sum(ours) + sum(theirs)
    f1 = 2 * both / total if total else math.nan
    return f"F1 {f1:.2f}  precision {precision} of {sum(ours)}  recall {recall} of {sum(theirs)}"


# The disagreements


def disagreements(judged: Sequence[Judged]) -> Iterable[str]:
    """Each message on which the linter and people differ, with its text and findings."""
    good = sorted(each.points for each in judged if each.claimed == "good")
    bad = sorted(each.points for each in judged if each.claimed == "bad")
    for each in judged:
        faults = list(_faults(each, good, bad))
        if not faults:
            continue
        yield ""
        reader = f"reader {each.reader_score} {', '.join(each.reader_flags or ())}"
        yield f"== {each.id}: {each.claimed}, scored {each.points:g}, {reader}"
        yield f"   {'; '.join(faults)}"
        yield from (f"   | {line}" for line in each.text.splitlines())
        for finding in each.findings:
            mark = f" (covered by {finding.covered_by})" if finding.covered_by else ""
            yield f"   {finding.severity} {finding.rule}{mark}: {finding.message}"


def _faults(each: Judged, good: Sequence[float], bad: Sequence[float]) -> Iterable[str]:
    if each.claimed == "good" and bad:
        under = sum(points >= each.points for points in bad)
        if under:
            yield f"{under} bad ones score as high"
        if any(finding.severity != "info" for finding in each.shown):
            yield "good, and warned of"
    if each.claimed == "bad" and good:
        over = sum(points <= each.points for points in good)
        if over:
            yield f"{over} good ones score as low"
    if each.reader_flags is None:
        return
    for family, (flag, rules) in FAMILIES.items():
        ours, theirs = each.is_flagged(rules), flag in each.reader_flags
        if ours != theirs:
            yield f"{family}: {'only we flag it' if ours else 'only the reader flags it'}"


if __name__ == "__main__":
    raise SystemExit(main())
