"""Pages of sequences, packed: thousands of them open at once, each is unpacked when it is read."""

from __future__ import annotations

from base64 import b64encode
from zlib import DEFLATED, Z_BEST_SPEED, compressobj

from cadence_lint.output.report.view.markup import Html, el

_RAW = -15
"""Without a header, as `deflate-raw` in a browser's DecompressionStream wants it."""


def parcel(address: str, content: Html) -> Html:
    """Some HTML as a block of data that the page's script unpacks."""
    packer = compressobj(Z_BEST_SPEED, DEFLATED, _RAW)
    packed = packer.compress(content.encode()) + packer.flush()
    return el("script", Html(b64encode(packed).decode()), type="text/plain", data_sequence=address)
