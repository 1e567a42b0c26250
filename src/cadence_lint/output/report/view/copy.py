"""A sequence's copy as it is read, and beside it what its reader minds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.report.view.charts import sentence_bar, talk_words
from cadence_lint.output.report.view.markup import Html, el, join, prose
from cadence_lint.output.words import MARKS, channel_words, step_words
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from cadence_lint.finding import Severity
    from cadence_lint.output.report.model import Comment, Part, Piece, Sheet, Stop

GRAVITY: dict[Severity, str] = {"error": "must fix", "warning": "should fix", "info": "detail"}
_SILENT = {
    "call": "The phone rings. What is said is not in the file.",
    "task": "Work that the reader does not see.",
}


class Page(NamedTuple):
    """How the page of a sequence reaches its reader."""

    address: str
    is_packed: bool = False
    """Whether it is unpacked by the script, which then adds what all of them share."""


def stop(each: Stop, page: Page) -> Html:
    """A step: its copy, and the comments on it."""
    return el(
        "section.stop",
        el("h4", _heading(each)),
        el(
            "div.spread",
            el(
                "div.sheets",
                [_sheet(sheet, each, page) for sheet in each.sheets] or _silent(each),
            ),
            comments(each.comments, page),
        ),
    )


def comments(found: tuple[Comment, ...], page: Page) -> Html | None:
    """What a reader minds, in the order of the numbers at the words."""
    if not found:
        return None
    return el("ol.comments", [_comment(each, page) for each in found], role="list")


def comment_id(address: str, number: int) -> str:
    """The fragment at which a comment stands."""
    return f"{address}:{number}"


def _heading(each: Stop) -> Html:
    first, *rest = step_words(each.step).split(" · ")
    return join(el("b", first.capitalize()), "".join(f" · {word}" for word in rest))


def _silent(each: Stop) -> Html:
    said = _SILENT.get(each.step.channel, "What is said here is not in the file.")
    return el("p.silent", said)


def _sheet(sheet: Sheet, each: Stop, page: Page) -> Html:
    if not sheet.parts:
        return _silent(each)
    return el(
        "div.sheet",
        el("p.variant", f"Version {sheet.variant}") if sheet.variant else None,
        [_part(part, page) for part in sheet.parts],
        [_talk(part) for part in sheet.parts if part.sentences],
        data_channel=channel_words(each.step.channel),
    )


def _part(part: Part, page: Page) -> Html:
    words = [_piece(piece, page) for piece in part.pieces]
    if part.name == "Subject":
        return el("p.subject", el("span.label", "Subject "), words)
    label = el("p.label", part.name) if part.name else None
    return join(label, el("p.copy", words))


def _piece(piece: Piece, page: Page) -> Html:
    words = el("span.field", piece.words) if piece.is_field else join(piece.words)
    if piece.severity:
        about = " ".join(map(str, piece.numbers))
        words = el(f"mark.{piece.severity}", words, data_about=about)
    return join(words, [_number(number, page) for number in piece.ending])


def _number(number: int, page: Page) -> Html:
    return el(
        "a.number",
        f"{number}",
        href=f"#{comment_id(page.address, number)}",
        aria_label=f"comment {number}",
    )


def _talk(part: Part) -> Html:
    return el(
        "div.talk",
        sentence_bar(part.sentences),
        el("p", talk_words(part.sentences)),
    )


def _comment(each: Comment, page: Page) -> Html:
    gravity = GRAVITY[each.severity]
    where = f" in version {each.variant}" if each.variant else ""
    return el(
        f"li.comment.{each.severity}",
        el(
            "p.gravity",
            el("span.count", f"{each.number}"),
            el("span.sign", MARKS[each.severity], aria_hidden="true"),
            f" {gravity}{where}",
        ),
        [el("blockquote", quote) for quote in each.quotes[:2]],
        el("p.thinks", el("span.label", each.voice), " ", each.message),
        change(each.advice),
        why_apart(each.rule) if page.is_packed else why(each.why, each.rule),
        id=comment_id(page.address, each.number),
    )


def change(advice: str) -> Html | None:
    """What to write or to do instead."""
    return el("p.change", el("span.label", "change to"), " ", prose(advice)) if advice else None


def why(words: str, rule: str) -> Html | None:
    """Why it matters, for who wants to know."""
    if not words:
        return None
    return el(
        "details.why",
        el("summary", "why it matters"),
        el("p", prose(" ".join(words.split()))),
        el("p.rule", rule),
    )


def why_apart(rule: str) -> Html:
    """The same, to be filled from what stands on the page once for all packed sequences."""
    return el("details.why", data_rule=rule)
