"""What stands beside a line of a file where a program shows a finding: one wording for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.finding import fingerprints

if TYPE_CHECKING:
    from cadence_lint.finding import Error, Finding
    from cadence_lint.linting.results import FileResult, Run

_STOPS = (".", "?", "!", "…", '."', '?"', '!"')


def annotation(finding: Finding) -> str:
    """Where it is, what is wrong for the reader, and what to do: two or three sentences."""
    where = "The whole sequence" if finding.touch is None else f"Step {finding.touch}"
    channel = f" ({finding.channel})" if finding.touch is not None and finding.channel else ""
    said = f"{where}{channel}: {_sentence(finding.message)}"
    return f"{said} {_sentence(finding.advice)}" if finding.advice else said


def error_annotation(error: Error) -> str:
    """Why an input could not be taken, and what to do."""
    return _sentence(error.message)


def error_name(error: Error) -> str:
    """What an error is filed under: the rule that failed, or `input`."""
    return error.rule or error.kind


def _sentence(text: str) -> str:
    said = text.strip()
    return said if not said or said.endswith(_STOPS) else f"{said}."


class Identities:
    """The fingerprints of findings, file by file; one not shown counts among its equals."""

    def __init__(self) -> None:
        self._counts: dict[bytes, int] = {}

    def of(self, file: FileResult) -> dict[int, str]:
        """The fingerprint of each finding of the next file by its `id()`."""
        suppressed = (each.finding for each in file.suppressed)
        findings = [*file.findings, *suppressed, *file.known, *file.unchanged]
        findings.sort(key=lambda finding: (finding.place, finding.rule))
        return dict(zip(map(id, findings), fingerprints(findings, self._counts), strict=True))


def identities(run: Run) -> dict[int, str]:
    """The fingerprint of each finding of a run by its `id()`."""
    known = Identities()
    return {one: name for file in run.files for one, name in known.of(file).items()}
