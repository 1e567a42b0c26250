"""Text as XML can hold it."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from cadence_lint.output.terminal import OBEYED
from cadence_lint.patterns import regex

_ILLEGAL = regex("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold in any form."""
_HIDDEN = {code: f"\\u{code:04x}" for code in OBEYED}


def text(value: str) -> str:
    """What stands between tags."""
    return _inert(escape(_legal(value)))


def attributes(**values: str | float) -> str:
    """Attributes with their values in quotes, each after a space; `_` at an end is dropped."""
    return "".join(
        f" {name.rstrip('_')}={_inert(quoteattr(_legal(str(value)), {chr(10): '&#10;'}))}"
        for name, value in values.items()
    )


def _legal(value: str) -> str:
    shown = _ILLEGAL.sub(lambda found: f"\\x{ord(found[0]):02x}", value)
    return shown.translate(_HIDDEN)


def _inert(written: str) -> str:
    """XML that says the same, with nothing in it that GitHub takes for a command in a log."""
    return written.replace("##[", "&#35;#[").replace("::", "&#58;:")
