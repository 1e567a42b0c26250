"""From the bytes of a file to its text: UTF-8, or UTF-16 and UTF-32 with their marks."""

from __future__ import annotations

_MARKS = (
    # The mark of UTF-32 starts as one of UTF-16 does.
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_REMEDY = "save it as text in UTF-8"


class Undecodable(Exception):
    """Bytes that are no text that we read: why, and on which line and column."""

    def __init__(self, reason: str, data: bytes, good: bytes = b"") -> None:
        super().__init__(f"{reason}: {_REMEDY}")
        before = good.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        self.line = before.count("\n") + 1
        self.column = len(before) - before.rfind("\n")
        self.legible = data.replace(b"\0", b"").decode("utf-8", "replace")
        """As much as can be read, to tell what the file was meant to be."""


def decode(data: bytes) -> str:
    """The text of a file.

    Raises:
        Undecodable: when it is in another encoding, or no text.

    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as problem:
        good = data[: problem.start] if encoding == "utf-8" else b""
        if b"\0" in data:
            raise _holds_nul(data) from None
        said = "is not UTF-8" if encoding == "utf-8" else f"is marked as {encoding} and is not"
        raise Undecodable(said, data, good) from None
    if "\0" in text:
        raise _holds_nul(data)
    return text


def _holds_nul(data: bytes) -> Undecodable:
    return Undecodable("holds NUL bytes, as no text does", data, data[: data.index(b"\0")])
