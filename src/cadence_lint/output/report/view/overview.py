"""The first thing on the page: how all sequences stand, what fails, what it would take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.report.view.failing import faults_section, mendings_section
from cadence_lint.output.report.view.groups import groups_table
from cadence_lint.output.report.view.habits import habits_section
from cadence_lint.output.report.view.ignored import ignored_section
from cadence_lint.output.report.view.listing import listing
from cadence_lint.output.report.view.markup import Html, el
from cadence_lint.output.report.view.meetings import meetings_section
from cadence_lint.output.report.view.problems import problems_section
from cadence_lint.output.report.view.standing import standing

if TYPE_CHECKING:
    from cadence_lint.output.report.model import Report


def overview(report: Report) -> Html:
    """All that is said of the sequences together."""
    total = len(report.chapters)
    return el(
        "section.overview",
        standing(report),
        el(
            "div.columns",
            faults_section(report.faults, total),
            mendings_section(report.mendings, total),
        ),
        listing(report),
        groups_table("Folder by folder", "folder", report.folders),
        groups_table("Persona by persona", "persona", report.personas),
        habits_section(report.habits),
        meetings_section(report.meetings),
        ignored_section(report.ignored),
        problems_section(report),
        id="overview",
        tabindex=-1,
    )
