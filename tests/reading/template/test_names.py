from __future__ import annotations

import pytest

from cadence_lint.reading.template.names import field_key, owner_of, record_key
from tests.reading.templates import the_field


@pytest.mark.parametrize(
    ("owner", "names"),
    [
        ("reader", "first_name lastName FULL_NAME contact.firstname name prospect_name title"),
        ("reader", "job_title lead.email vorname prénom contact recipient.name"),
        ("company", "company industry city competitor_name account.name harbour_fees pain_point"),
        ("company", "product_line CASE_STUDY_COMPANY referrer_first_name custom.industry"),
        ("sender", "team_name My.first_name sender.first_name sendingAccountFirstName senderName"),
        ("sender", "sender_name your_name YOUR_COMPANY my_phone signature accountSignature"),
        ("sender", "SENDER_EMAIL_SIGNATURE account.owner.first_name from_name"),
        ("copy", "icebreaker ice_breaker personalization PersonalizedLine first_line snippet_1"),
        ("copy", "customLine ai_opener AI line1 email_2 custom_3 GENUINE_REACTION"),
        ("system", "unsubscribe_link UNSUBSCRIBE calendar_link meetingLink date today dn_date"),
        ("system", "postal_address __previous_subject__ sl_time_of_day current_month"),
    ],
)
def test_whose_a_field_is(owner: str, names: str) -> None:
    assert {name: owner_of(name) for name in names.split()} == dict.fromkeys(names.split(), owner)


def test_a_name_of_signs_is_a_fact_about_the_reader() -> None:
    assert owner_of("__") == "company"


@pytest.mark.parametrize("name", ["First Name", "first_name", "firstName", "FIRST-NAME"])
def test_names_compare_without_case_and_signs(name: str) -> None:
    assert field_key(name) == "firstname"
    assert the_field("{{" + name + "}}").key == "firstname"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("contact.first_name", "firstname"),
        ("lead.firstName", "firstname"),
        ("First Name", "firstname"),
        ("contact", "contact"),
        ("line_2", "line2"),
        ("account.name", "accountname"),
        ("***", "***"),
    ],
)
def test_the_record_that_a_field_is_kept_in_is_no_part_of_its_name(name: str, key: str) -> None:
    assert record_key(name) == key
