"""Runs whose copy, names and paths contain anything, for outputs that must show and never obey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from cadence_lint.finding import Error, Evidence, Suppressed
from tests.output.runs import full_story

if TYPE_CHECKING:
    from cadence_lint.linting.results import Run

SIGNS = [
    "::error::pwned",
    "\n::set-output name=a::b",
    "##[command]rm",
    "]]>",
    "%0A",
    "%25",
    "[bold]",
    "\x1b[31mred\x1b[0m",
    "<script>alert(1)</script>",
    "<failure/>",
    "-->",
    "&amp;",
    "\x00",
    "\ufffe",
    "\u202eabc",
    "\u2028",
    "a|b",
    "`rm`",
    "**b**",
    "[a](http://b.example)",
    "www.b.example",
    "@everyone",
    "#12",
    "=1+1",
    "a, b: c",
    '"quoted"',
    "\r\n",
    "\ud800",
]

words = st.lists(st.one_of(st.sampled_from(SIGNS), st.text(max_size=20)), max_size=4).map("".join)


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """A run with a finding of every kind, all of its texts drawn."""
    story = full_story()
    evidence = Evidence(story.findings[0].place, draw(words), draw(words), 1, None, draw(words))
    drawn = [
        finding._replace(message=draw(words), advice=draw(words), evidence=(evidence, evidence))
        for finding in story.findings
    ]
    story.findings[:] = drawn
    place = story.findings[0].place._replace(file=draw(words))
    suppressed = story.findings[0]._replace(place=place)
    return story.run(
        name=draw(words),
        errors=(Error("input", draw(words), 3, 1, draw(words)),),
        suppressed=(Suppressed(suppressed, draw(words), None, draw(st.booleans())),),
    )
