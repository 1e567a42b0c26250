"""Runs made by hand, for tests of what is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadence_lint.finding import Evidence, Finding
from cadence_lint.linting.results import FileResult, Run, SequenceResult, Step
from cadence_lint.rulebook.rule_file import Rule
from cadence_lint.score import score
from cadence_lint.source import Source, Span

if TYPE_CHECKING:
    from cadence_lint.finding import Severity

STORY = """\
name: Night audits, hotel groups
audience: {persona: Director of Finance}
touches:
  - day: 1
    channel: email
    subject: Quick question
    body: |
      Hi {{first_name|there}},

      I hope this email finds you well. We are the leading provider of night audit software, and our platform is trusted by hundreds of hotels that close their books every night.
      Our team has built a best-in-class solution.
  - day: 3
    channel: call
    voicemail: I was just calling to follow up on my email.
  - day: 4
    channel: email
    body: Just checking in on my note below. Any thoughts?
"""

RULES = {
    "tone/greeting-cliche": "An opening that a thousand senders use",
    "self-focus/self-focused-opening": "The first lines are about the sender",
    "value/empty-follow-up": "A follow-up that brings nothing new",
    "frequency/too-many-touches-in-a-week": "More touches in a week than a stranger welcomes",
    "structure/no-goal": "The plan does not say what it is for",
}


class Story:
    """One file with one sequence, and findings at words of its text."""

    def __init__(self, text: str = STORY, path: str = "night-audits.yaml") -> None:
        self.source = Source(path, text)
        self.findings: list[Finding] = []
        self.name = "Night audits, hotel groups"

    def evidence(self, words: str, touch: int | None = None, after: int = 0) -> Evidence:
        at = self.source.text.index(words, after)
        span = Span(at, at + len(words))
        place = self.source.place(span)
        line = self.source.line_text(place.line)
        return Evidence(place, words, words, touch, None, line)

    def find(
        self,
        rule: str,
        *words: str,
        severity: Severity = "warning",
        touch: int | None = None,
        **fields: Any,
    ) -> Finding:
        items = tuple(self.evidence(each, touch) for each in words)
        finding = Finding(
            rule=rule,
            severity=severity,
            confidence="high",
            message="this could be from anyone",
            advice="Say what you saw at their company.",
            place=items[0].place if items else self.source.place(Span(0, 4)),
            sequence=self.name,
            sequence_id=self.source.path,
            touch=touch,
            channel="email",
            evidence=items,
        )._replace(**fields)
        self.findings.append(finding)
        return finding

    def file(self, **fields: Any) -> FileResult:
        steps = (
            Step(1, "email", None, None, 1, 4, True),
            Step(2, "call", None, None, 3, 12, True),
            Step(3, "email", None, None, 4, 15, True),
        )
        sequence = SequenceResult(
            id=self.source.path,
            file=self.source.path,
            line=1,
            name=self.name,
            format="native",
            persona="Director of Finance",
            relationship="cold",
            segment="mid",
            steps=steps,
            span_days=3,
            assumed={
                "purpose": "sales",
                "relationship": "cold",
                "segment": "mid",
                "send_days": "mon, tue, wed, thu, fri",
            },
            score=score(self.findings),
        )
        inner = {name: fields.pop(name) for name in SequenceResult._fields if name in fields}
        result = FileResult(self.source.path, (sequence._replace(**inner),), tuple(self.findings))
        return result._replace(**fields)

    def run(self, **fields: Any) -> Run:
        return run_of(self.file(**fields))


def run_of(*files: FileResult) -> Run:
    return Run(files, {name: rule(name, summary) for name, summary in RULES.items()})


def rule(name: str, summary: str) -> Rule:
    return Rule(name, summary, "recommended", "warning", "high", "says", "", "")


def full_story() -> Story:
    """A story with a finding of every kind."""
    story = Story()
    story.find(
        "frequency/too-many-touches-in-a-week",
        severity="error",
        message="3 touches land between day 1 and day 4: to the reader that is somebody who "
        "does not let go",
        advice="Keep 2 in any week; drop the touches that repeat an earlier one.",
    )
    story.find(
        "tone/greeting-cliche",
        "I hope this email finds you well",
        touch=1,
        message="so it starts like every other mail today, and I stop here",
        advice="Start with what made you write to this person.",
    )
    story.find(
        "self-focus/self-focused-opening",
        "We are the leading provider of night audit software, and our platform",
        "Our team",
        touch=1,
        severity="error",
        message="two sentences about you, and none about my hotels",
        advice="Open with their night audits, and leave yourself for the end.",
    )
    story.find("structure/no-goal", "Quick question", touch=1, severity="info")
    story.find(
        "value/empty-follow-up",
        "just calling to follow up",
        touch=2,
        message="there is nothing new in this: it asks again without giving anything",
        advice="Give one thing that is worth their time even if they never answer.",
    )
    story.find("value/empty-follow-up", "Just checking in", touch=3)
    story.find("tone/greeting-cliche", "Any thoughts?", touch=3)
    story.find("structure/no-goal", "my note below", touch=3)
    return story


def many(count: int) -> Run:
    """Sequences from clean to bad, a file each."""
    files = []
    for number in range(count):
        story = Story(path=f"cadences/emea/outbound-{number}.yaml")
        story.name = f"Night audits {number}"
        for finding in full_story().findings[: number % 7]:
            story.findings.append(finding._replace(sequence_id=story.source.path))
        files.append(story.file())
    return run_of(*files)
