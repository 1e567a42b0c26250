"""What a message gives to read, and links to a calendar."""

import pytest

from cadence_lint.reading import Fact, read_message
from cadence_lint.reading.phrases import Phrase, PhraseBook, PhraseList
from cadence_lint.reading.phrases.index import build_index
from cadence_lint.sequence import Message
from tests.builders import text

LISTS = {
    "shares-resource": PhraseList(
        (Phrase("here is"), Phrase("here it is"), Phrase("attached"), Phrase("put together a"))
    )
}
BOOK = PhraseBook.from_index(build_index(LISTS))


def found(name: str, body: str) -> list[Fact]:
    return read_message(Message(body=text(f"Hi Ada,\n\n{body}")), "en", BOOK).facts(name)


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("Who opens the parcels?", 0),
        ("Here is our guide: https://larkfield.example/guide", 1),
        ("Here is our guide.\nhttps://larkfield.example/guide", 1),
        ("I put together a guide. Here it is: https://larkfield.example/guide", 1),
        ("Here is our guide: https://a.example/1\nAnd the film: https://a.example/2", 2),
        ("The guide is attached. Here is the film: https://a.example/2", 2),
        ("Here is our survey. Most plan by hand.\n\nThe whole survey: https://a.example/1", 1),
        ("The report is attached. Who plans at yours?\n\nThe attached report has more.", 1),
        ("I put together a list of the runs. It is attached, two pages.", 1),
        ("It is attached. A film is attached, too.", 2),
        ("Here is a checklist. No pitch.\n\n[Link to Asset]", 1),
        ("Two reads: {{case_study_link}} and {{guide_url}}.", 2),
        ("The recording: [link to recording]", 1),
        ("I put together a checklist for ovens. It is attached, two pages.", 1),
        ("The film is attached. Here is a page, also attached.", 2),
        ("I run larkfield.com with two friends.", 0),
        ("Write to mo@larkfield.com or see linkedin.com/in/mo-tan.", 0),
        ("Who opens them?\n\nBest,\nMo\nhttps://larkfield.example/mo", 0),
        ("If you would rather not hear, unsubscribe: https://larkfield.example/u/1", 0),
    ],
)
def test_each_resource_counts_once(body: str, count: int) -> None:
    assert len(found("resource", body)) == count


@pytest.mark.parametrize(
    "link",
    [
        "https://calendly.com/mo/15",
        "https://meetings.larkfield.example/mo",
        "{{calendar_link}}",
        "{{booking_link}}",
        "[Calendly link]",
    ],
)
def test_a_calendar_is_no_resource(link: str) -> None:
    body = f"Pick a time: {link}"
    assert [fact.quote for fact in found("sends-calendar-link", body)] == [link]
    assert found("resource", body) == []


@pytest.mark.parametrize(
    "body",
    [
        "The film is attached. Here is the guide: https://a.example/1",
        "Here is the film. The report is attached. Both: https://a.example/1",
    ],
)
def test_a_link_is_what_announced_it_and_not_the_other_thing(body: str) -> None:
    assert found("resource", body)[-1].quote == "https://a.example/1"


def test_any_number_of_links_is_read_in_one_go() -> None:
    many = 1_500
    body = " ".join(f"See https://a.example/{each}" for each in range(many))
    assert len(found("resource", body)) == many
