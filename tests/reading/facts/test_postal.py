import time

import pytest

from cadence_lint.reading.facts.postal import has_postal_address


@pytest.mark.parametrize(
    "text",
    [
        "Larkfield, 412 Alder Street, Duluth, MN 55802",
        "412 Alder St., Duluth",
        "12B Old Mill Lane, Ludlow",
        "1 Place de la Bourse, Lille",
        "14 rue des Lilas, Lille",
        "calle Mayor 12, Vigo",
        "Hafenstraße 4, Cuxhaven",
        "Bergstr. 7, Jena",
        "Am Hafen 3, 27472 Cuxhaven",
        "Larkfield\nDE-27472 Cuxhaven",
        "Prinsengracht 112",
        "P.O. Box 77",
        "PO Box 1020, Perth WA 6001",
        "Postfach 12 30",
        "Boîte postale 9",
        "Ludlow SY8 1AA",
        "Ottawa K1A 0B1",
        "Suite 9, Reno, NV 89501-2011",
    ],
)
def test_an_address(text: str) -> None:
    assert has_postal_address(f"Who signs off?\n\nMo\n{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "Mo, Larkfield, Duluth",
        "We met in 2024 and 300 boxes missed the boat.",
        "Is Thursday at 10 am of use, or the week of 12 May?",
        "In 2025 Bergen grew by 4 percent.",
        "Call me on 040 555 0190.",
        "https://larkfield.example/winter-2026",
        "Some 12 houses with one night team",
        "The IT team of 450 has 3 leads.",
    ],
)
def test_no_address(text: str) -> None:
    assert not has_postal_address(text)


def test_a_long_text_costs_little() -> None:
    started = time.process_time()
    has_postal_address("12 a b c d " * 20_000)
    has_postal_address("1" * 100_000)
    assert time.process_time() - started < 5
