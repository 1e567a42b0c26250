"""Pictures and smileys, and the signs that are none."""

from typing import Any

import pytest

from cadence_lint.checks import Objection
from cadence_lint.checks.emoji import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

BOOK: dict[str, Any] = {"rules": [], "phrases": {}}


def objections(body: str, options: Options = Options()) -> list[Objection]:  # noqa: B008
    case = Case(sequence(touch(1, body=body)), Book(BOOK), Config())
    (only,) = case.touches
    (message,) = only.messages
    return list(check(case, only, case.reading(message), options))


@pytest.mark.parametrize(
    "picture",
    ["🚀", "👋🏽", "👩‍💻", "🇩🇪", "❤️", "☎️", "✅", "⭐", ":-)", ":)", ";-)", ":D", "⏰", "✨"],
)
def test_a_picture_is_found_whole(picture: str) -> None:
    (said,) = objections(f"Two moved {picture} and one stayed.")
    assert [spot.quote for spot in said.spots] == [picture]
    assert said.values == Values(picture, 1)


@pytest.mark.parametrize(
    "sign",
    [
        "✓",
        "✔",
        "→",
        "★",
        "™",
        "©",
        "•",
        "①",
        "½",
        "☎",
        "(see 3:)",
        "http://x.io:)",
        "a:Do",
        "10:D2",
        "中",
    ],
)
def test_signs_are_no_pictures(sign: str) -> None:
    assert objections(f"Two moved {sign} and one stayed.") == []


def test_a_message_is_named_once() -> None:
    (said,) = objections("🚀 Two moved 🚀 and 🎉 and 👋 and 🙂.")
    assert said.values == Values("🚀 🎉 👋", 5)
    assert objections("🚀 Two moved 🚀", Options(max=2)) == []


def test_not_in_a_signature() -> None:
    assert objections("Who signs?\n\n--\nMo 🚀 Larkfield") == []
