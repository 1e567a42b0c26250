"""What a recruiter says of the job."""

import pytest

from cadence_lint.reading import Passage
from cadence_lint.reading.facts.jobs import job_facts, tells_of_job
from tests.builders import text


def facts(value: str) -> set[str]:
    return set(job_facts(Passage("body", text(f"Hi Ada,\n\n{value}"), None)))


@pytest.mark.parametrize(
    "value",
    [
        "It pays £24 an hour.",
        "The range is $120k to $140k.",
        "They offer 85k to 95k.",
        "Day rate of 450.",
        "The base is 62,000 euros a year.",
        "You would earn CHF 110000.",
        "The salary is {{salary_range}}.",
    ],
)
def test_what_it_pays(value: str) -> None:
    assert "pay" in facts(value)


@pytest.mark.parametrize(
    "value",
    [
        "Our package is competitive.",
        "They raised $40M in May.",
        "You would see 30 patients a day.",
        "Do you have 15 minutes this week?",
    ],
)
def test_what_is_no_pay(value: str) -> None:
    assert "pay" not in facts(value)


@pytest.mark.parametrize(
    "value",
    [
        "The workshop is in Corby.",
        "It is a remote role.",
        "Two days from home, hybrid.",
        "We would pay for relocation.",
        "The site is near {{city}}.",
        "The studio is based in the old mill.",
    ],
)
def test_where_it_is(value: str) -> None:
    assert "place" in facts(value)


@pytest.mark.parametrize("value", ["You know Python.", "Start in March.", "Work in Scala."])
def test_what_is_no_place(value: str) -> None:
    assert "place" not in facts(value)


@pytest.mark.parametrize(
    "value",
    [
        "I'm Mo from Larkfield.",
        "A night nurse for Brightway, from May.",
        "Brightway is hiring welders.",
        "{{hiring_company}} is hiring welders.",
        "There is a role at {{our_company}}.",
    ],
)
def test_whose_it_is(value: str) -> None:
    assert "company" in facts(value)


@pytest.mark.parametrize("value", ["My client is hiring.", "A leading firm needs you."])
def test_what_is_nobodys(value: str) -> None:
    assert "company" not in facts(value)


def test_a_quoted_thread_says_nothing_of_it() -> None:
    assert facts("Any news?\n\n> Brightway is hiring in Corby for £24 an hour.") == set()


@pytest.mark.parametrize(
    "value",
    [
        "crane at the quay, fixed early shifts, €36,400, band 4",
        "3 on 3 off, €29.50 days, €36 nights, paid fortnightly",
        "€31,200, 36 hours, a bicycle",
    ],
)
def test_the_terms_of_a_job(value: str) -> None:
    assert tells_of_job(value) == "terms"


def test_a_post_is_more_than_its_terms() -> None:
    assert tells_of_job("we're looking for a baker in hull: £15.10 an hour") == "post"
    assert tells_of_job("pastry chef, 42 hours, 2,400 net") == "post"
    assert tells_of_job("nights at the infirmary pay $48 an hour") == "post"
    assert tells_of_job("fenwick needs two letter cutters, £24 an hour") == "post"
    assert tells_of_job("letter cutters, days: £24/h") == "post"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("the role is hybrid in leeds, two days in the glasshouse", "terms"),
        ("the position would be fully remote", "terms"),
        ("the position is at a nursery in leeds", "terms"),
        ("comp is $90-110k", "post"),
        ("the post is on vines", None),
        ("we compete on price", None),
    ],
)
def test_where_a_job_is_and_what_it_comes_with(value: str, told: str | None) -> None:
    assert tells_of_job(value) == told


@pytest.mark.parametrize(
    "value",
    [
        "your agency charges £19 an hour for room attendants",
        "the crane costs £120 an hour on days",
        "we charge $40 an hour and need two days",
        "we charge £85 an hour and come within 24 hours",
        "it costs $49,000 and saves 200 hours a year",
        "the hall is £40, and the nights are quiet",
    ],
)
def test_what_is_no_job(value: str) -> None:
    assert not tells_of_job(value)


@pytest.mark.parametrize(
    ("value", "of_job"),
    [
        ("fitters, days, twenty-four an hour", "post"),
        ("nights, thirty pounds an hour", "post"),
        ("the plumber charges sixty an hour on days", None),
        ("on days the belt stops twenty times an hour", None),
    ],
)
def test_pay_that_is_said_in_words(value: str, of_job: str | None) -> None:
    assert tells_of_job(value) == of_job
