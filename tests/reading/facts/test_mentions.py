"""Whether something is said of the reader, or only to them."""

import pytest

from cadence_lint.reading.facts.mentions import says_something_of_reader
from tests.reading.sayings import saying


@pytest.mark.parametrize(
    "value",
    [
        "This is to inform you that our choir is going to sing in Leeds on 5 July.",
        "The whole run costs 2,400 and we would be glad to see the bowls sold at your shop.",
        "So we propose to your company to carry the range from September.",
        "She can speak about the four kinds of clay your listeners could try at home.",
        "The price list is too long for a letter and you will find it on our pages.",
        "Given your role, there would be merit in an exchange of views on ports.",
        "I'll send the invite once you have picked a morning in May.",
        "We would only need a copy of your latest meter statement.",
        "Most {{title}}s tell us that ledgers eat up hours.",
        "In case of your missing the fair, here it is again.",
        "I am interested in your site because it is near to a site of mine.",
        "Before you say no, consider that all adults eat bread.",
        "Bakeries such as yours bake at night.",
        "I wanted to ask whether a stall in Hull could be of use to you.",
    ],
)
def test_what_is_only_said_to_them(value: str) -> None:
    assert not says_something_of_reader(saying(value).plain.words)


@pytest.mark.parametrize(
    "value",
    [
        "Your third lift has stood still since Monday.",
        "You opened a second bakery in Hull in May.",
        "Your website takes 9 seconds on a phone.",
        "We timed the queue at your north gate on Tuesday.",
        "I ordered two loaves on your site last night.",
        "I tried to pay for a lamp in your shop and the till was shut.",
        "On your site the June timetable still stands.",
        "Moving the till took your team six hours.",
        "If you've hens on the lower field, this concerns them.",
        "You will not be charged for the bread of Thursday.",
        "She taught with you at Bryn.",
    ],
)
def test_what_is_said_of_them(value: str) -> None:
    assert says_something_of_reader(saying(value).plain.words)
