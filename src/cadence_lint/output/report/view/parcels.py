"""Pages of sequences, packed: thousands of them open at once, each is unpacked when it is read.

What explains the rules is the same for all of them, and stands beside them once.
"""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING
from zlib import DEFLATED, compressobj

from cadence_lint.output.report.view.markup import Html, data, el, join

if TYPE_CHECKING:
    from cadence_lint.output.report.model import Report

_TOGETHER = 8
"""Pages in a parcel: alike, they pack better together, and to unpack so many is not felt."""
_LEVEL = 6
_RAW = -15
"""Without a header, as `deflate-raw` in a browser's DecompressionStream wants it."""


def packed(pages: list[tuple[str, Html]], report: Report) -> Html:
    """Blocks of data that the page's script unpacks: pages by their addresses, and reasons."""
    parcels = [
        _parcel(pages[start : start + _TOGETHER]) for start in range(0, len(pages), _TOGETHER)
    ]
    return join(
        parcels, el("script", data(_reasons(report)), type="application/json", id="reasons")
    )


def _parcel(pages: list[tuple[str, Html]]) -> Html:
    packer = compressobj(_LEVEL, DEFLATED, _RAW)
    content = b"".join([*(packer.compress(html.encode()) for _, html in pages), packer.flush()])
    addresses = " ".join(address for address, _ in pages)
    return el(
        "script", Html(b64encode(content).decode()), type="text/plain", data_sequences=addresses
    )


def _reasons(report: Report) -> dict[str, str]:
    """Why each rule that found something matters."""
    return {
        comment.rule: " ".join(comment.why.split())
        for chapter in report.chapters
        for comments in (chapter.whole, *(stop.comments for stop in chapter.stops))
        for comment in comments
    }
