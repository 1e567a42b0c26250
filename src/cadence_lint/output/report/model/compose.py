"""From a run to the report about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output import words
from cadence_lint.output.report.model import Report
from cadence_lint.output.report.model.chapters import chapter_of
from cadence_lint.output.report.model.faults import faults_of, groups_of
from cadence_lint.output.report.model.habits import habits_of
from cadence_lint.output.report.model.ignored import all_ignored
from cadence_lint.output.report.model.meetings import meetings_of
from cadence_lint.output.report.model.mending import mendings_of
from cadence_lint.output.report.model.rows import badness, people_of, root_of, rows_of, verdicts_of

if TYPE_CHECKING:
    from cadence_lint.linting.results import Run


def report_of(run: Run) -> Report:
    """All that the page says of a run."""
    root = root_of(run)
    rows = rows_of(run, root)
    faults = faults_of(run)
    chapters = [
        chapter_of(file, sequence, rows[sequence.id], run.rules)
        for file in run.files
        for sequence in file.sequences
    ]
    chapters.sort(key=lambda chapter: badness(chapter.row))
    ranked = [chapter.row for chapter in chapters]
    return Report(
        root=root,
        chapters=tuple(chapters),
        verdicts=verdicts_of(ranked),
        people=people_of(ranked),
        must=sum(row.must for row in ranked),
        should=sum(row.should for row in ranked),
        details=sum(row.details for row in ranked),
        faults=tuple(faults),
        mendings=tuple(mendings_of(run)),
        folders=tuple(groups_of(ranked, faults, lambda row: row.folder)),
        personas=tuple(groups_of(ranked, faults, lambda row: row.persona)),
        habits=habits_of(run.sequences),
        meetings=tuple(meetings_of(run.sequences, rows)),
        ignored=tuple(all_ignored(run, rows)),
        errors=tuple(run.errors),
        notes=tuple(
            (words.file_words(note.file), note.message)
            for file in run.files
            if not file.sequences
            for note in file.notes
        ),
    )
