"""JUnit and Checkstyle: XML that its readers read, whatever the copy holds."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from hypothesis import given
from junitparser import JUnitXml

from cadence_lint.output import checkstyle, junit
from cadence_lint.output.annotation import annotation
from cadence_lint.output.terminal import Look
from tests.output.hostile import runs
from tests.output.runs import Story, full_story

if TYPE_CHECKING:
    from cadence_lint.linting.results import Run


@given(runs())
def test_any_run_is_xml_with_every_finding(run: Run) -> None:
    root = ET.fromstring(checkstyle.render(run, Look()))
    assert len(root.findall("file/error")) == len(run.shown) + len(run.errors)
    suites = JUnitXml.fromstring(junit.render(run, Look()).encode())
    assert suites.failures == sum(each.severity != "info" for each in run.shown)
    assert suites.errors == len(run.errors)


def test_checkstyle_has_place_severity_and_source() -> None:
    story = Story()
    found = story.find("tone/greeting-cliche", "I hope this email finds you well", touch=1)
    (error,) = ET.fromstring(checkstyle.render(story.run(), Look())).iter("error")
    assert error.attrib == {
        "line": str(found.place.line),
        "column": str(found.place.column),
        "severity": "warning",
        "message": annotation(found),
        "source": "cadence-lint.tone/greeting-cliche",
    }


def test_junit_counts_and_names_its_cases() -> None:
    suites = JUnitXml.fromstring(junit.render(full_story().run(), Look()).encode())
    (suite,) = suites
    assert suite.name == "night-audits.yaml"
    assert (suite.tests, suite.failures, suite.errors) == (len(list(suite)), suites.failures, 0)
    names = [case.name for case in suite]
    assert "Night audits, hotel groups: value/empty-follow-up, step 3" in names
    assert {case.classname for case in suite} == {"night-audits.yaml"}
    (failure,) = next(iter(suite)).result
    assert failure.type in {"error", "warning"}
    assert failure.text.startswith("night-audits.yaml:")


def test_no_two_tests_have_one_name_of_which_a_server_shows_the_first() -> None:
    story = full_story()
    story.find("value/empty-follow-up", "Any thoughts?", touch=3)
    (suite,) = JUnitXml.fromstring(junit.render(story.run(), Look()).encode())
    names = [(case.classname, case.name) for case in suite]

    assert len(set(names)) == len(names)
    assert ("night-audits.yaml", f"{story.name}: value/empty-follow-up, step 3 (2)") in names


def test_a_sequence_with_nothing_to_fix_is_a_passing_test() -> None:
    story = Story()
    story.find("tone/greeting-cliche", "I hope this email finds you well", severity="info")
    (suite,) = JUnitXml.fromstring(junit.render(story.run(), Look()).encode())
    (case,) = suite
    assert case.is_passed
    assert "line 10" in (case.system_out or "")
