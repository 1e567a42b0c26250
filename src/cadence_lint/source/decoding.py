"""From the bytes of a file to its text: UTF-8, or UTF-16 and UTF-32 with their marks."""

from __future__ import annotations

_MARKS = (
    # The mark of UTF-32 starts as one of UTF-16 does.
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_NUL = "holds NUL bytes, as no text does"
_REMEDY = "save it as text in UTF-8"


class Undecodable(Exception):
    """Bytes that are no text that we read: why, and on which line and column."""

    def __init__(self, reason: str, data: bytes, before: str) -> None:
        super().__init__(f"{reason}: {_REMEDY}")
        lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self.line = len(lines)
        self.column = len(lines[-1]) + 1
        self.legible = data.replace(b"\0", b"").decode("cp1252", "replace")
        """What it may say, to tell what the file was meant to be."""


def decode(data: bytes) -> str:
    """The text of a file.

    Raises:
        Undecodable: when it is in another encoding, or no text.

    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if b"\0" in data and not marked:
        raise Undecodable(_NUL, data, data.partition(b"\0")[0].decode("utf-8", "replace"))
    try:
        text = data.decode(marked or "utf-8")
    except UnicodeDecodeError as problem:
        said = f"is marked as {marked} and is not" if marked else "is not UTF-8"
        before = data[: problem.start].decode(marked or "utf-8", "ignore")
        raise Undecodable(said, data, before) from None
    if "\0" in text:
        raise Undecodable(_NUL, data, text.partition("\0")[0])
    return text
