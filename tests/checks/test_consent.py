import pytest

from cadence_lint import lint_text


def messages(header: str, *channels: str) -> list[str]:
    touches = "".join(
        f"- {{day: {day}, channel: {each}}}\n" for day, each in enumerate(channels, 1)
    )
    text = f"{header}\ntouches:\n{touches}"
    return [
        each.message for each in lint_text(text, select=["consent/consent-not-declared"]).findings
    ]


@pytest.mark.parametrize(
    ("region", "country"),
    [
        ("DE", "Germany"),
        ("DE-BY", "Germany"),
        ("CA", "Canada"),
        ("EU", "Germany"),
        ("NORAM", "Canada"),
    ],
)
def test_emails(region: str, country: str) -> None:
    (message,) = messages(f"region: {region}", "email", "email")
    assert "sales emails" in message
    assert country in message


def test_text_messages_and_emails_are_two_matters() -> None:
    assert len(messages("region: DE", "email", "sms", "sms")) == 2
    assert len(messages("", "email", "sms", "sms")) == 1


@pytest.mark.parametrize("relationship", ["customer", "inbound"])
def test_people_who_know_the_sender(relationship: str) -> None:
    header = f"region: DE\nrelationship: {relationship}"
    assert messages(header, "email") == []
    assert len(messages(header, "sms")) == 1


@pytest.mark.parametrize("consent", ["implied", "express"])
def test_they_agreed(consent: str) -> None:
    assert messages(f"region: DE\nconsent: {consent}", "email", "sms") == []


def test_nobody_agreed() -> None:
    assert len(messages("region: DE\nconsent: none", "email")) == 1
