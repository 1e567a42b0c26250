from __future__ import annotations

import pytest

from cadence_lint.source.decoding import Undecodable, decode

TEXT = "touches:\r\n- body: Grüße, 😀\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_text_is_read_in_utf_8_or_by_its_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_either_order_of_bytes_is_read(encoding: str) -> None:
    assert decode(("\ufeff" + TEXT).encode(encoding)) == TEXT


def test_the_mark_of_utf_8_stays_for_the_source_to_drop() -> None:
    assert decode(b"\xef\xbb\xbfa: b") == "\ufeffa: b"


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"") == ""


@pytest.mark.parametrize(
    ("data", "said", "line", "column"),
    [
        ("a: b\r\nc: Grüße".encode("latin-1"), "is not UTF-8: save it as text in UTF-8", 2, 6),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "holds NUL bytes, as no text does: save it", 3, 1),
        (b"a: \0", "holds NUL bytes, as no text does: save it as text in UTF-8", 1, 4),
        ("a: b".encode("utf-16-le"), "holds NUL bytes", 1, 2),
        (b"\xff\xfea", "is marked as utf-16 and is not: save it as text in UTF-8", 1, 1),
        (b"\xff\xfe\0\0a", "is marked as utf-32 and is not", 1, 1),
        ("\ufeffa\0".encode("utf-16-le"), "holds NUL bytes", 1, 2),
    ],
)
def test_anything_else_is_refused_with_its_place(
    data: bytes, said: str, line: int, column: int
) -> None:
    with pytest.raises(Undecodable) as caught:
        decode(data)
    assert said in str(caught.value)
    assert (caught.value.line, caught.value.column) == (line, column)


def test_what_it_may_say_is_kept() -> None:
    with pytest.raises(Undecodable) as caught:
        decode("touches:\n- body: Grüße".encode("latin-1"))
    assert caught.value.legible == "touches:\n- body: Grüße"
    with pytest.raises(Undecodable) as caught:
        decode("touches:\n".encode("utf-16-le"))
    assert caught.value.legible == "touches:\n"
