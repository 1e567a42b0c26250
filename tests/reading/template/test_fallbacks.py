from __future__ import annotations

import pytest

from tests.reading.templates import the_field


@pytest.mark.parametrize(
    ("written", "name", "fallback"),
    [
        ("{{firstName|there}}", "firstName", "there"),
        ("{{First Name|there}}", "First Name", "there"),
        ("{{firstName|}}", "firstName", ""),
        ('{{FIRST_NAME | "there"}}', "FIRST_NAME", "there"),
        ("{{FIRST_NAME | 'there'}}", "FIRST_NAME", "there"),
        ("{{FIRST_NAME | “there”}}", "FIRST_NAME", "there"),
        ("{{first_name || 'there'}}", "first_name", "there"),
        ("{{first_name ?? 'there'}}", "first_name", "there"),
        ("{{first_name: there}}", "first_name", "there"),
        ("{{name,fallback=you}}", "name", "you"),
        ("{{name, default: you}}", "name", "you"),
        ('{{ insert city "default=your city" }}', "city", "your city"),
        ("{{ insert city }}", "city", None),
        ('{{ first_name | default: "there" }}', "first_name", "there"),
        ('{{ first_name | default("there") }}', "first_name", "there"),
        ('{{ first_name | capitalize | default: "there" }}', "first_name", "there"),
        ("{{ city | capitalize }}", "city", None),
        ("{{ harbour | truncate: 20 }}", "harbour", None),
        ("{{ 'now' | date: '%B' }}", "'now'", None),
        ("{{first_name|{{nick_name}}}}", "first_name", "{{nick_name}}"),
        ("{{AI:name one depot of theirs|your depots}}", "AI", "your depots"),
        ("{{AI: name one depot of theirs}}", "AI", None),
        ("{contactfield=firstname|there}", "firstname", "there"),
        ("{first_name|there}", "first_name", "there"),
    ],
)
def test_fallbacks_are_told_from_filters(written: str, name: str, fallback: str | None) -> None:
    field = the_field(f"Hi {written}, hello.")
    assert (field.name, field.fallback) == (name, fallback)
