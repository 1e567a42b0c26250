"""Facts that need judgement: what a message does beyond the phrases that say it outright.

- `question`: it asks something;
- `resource`: it gives something to read, watch or use, by a link or in words, each once;
- `sends-calendar-link`: a link with which to book the sender's time;
- `asks-about-their-work`: it asks about the reader's own work, not about the contact or for time;
- `asks-after-theirs`: it asks after something of theirs in words however plain, or their wish;
- `substance`: it says something beyond the contact itself and what an earlier one was about;
- `directs`: it tells the reader to do something that is of use by itself;
- `leaves-it-to-them`: it shows something at theirs that they can see to, and wants nothing itself;
- `sourced-figure`, `unsourced-figure`: it gives a figure, and says whose it is, or does not;
- `names-outcome`: a field stands for a result, a goal or a problem of the reader's;
- `about-reader`, `about-sender`: whom a sentence is about;
- `mentions-reader`: the reader occurs in it, and not only as the one who is written to;
- `capability`: something that the sender's product or company can do, item by item;
- `observes-theirs`, `insight`, `example`, `proof`, `useful-offer`, `useful-resource`: what else a
  sentence gives its reader.

Greetings, sign-offs, signatures, opt-outs and quoted threads do none of this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.reading import Fact
from cadence_lint.reading.facts.figures import find_figures
from cadence_lint.reading.facts.judgement import Judgement
from cadence_lint.reading.facts.outcomes import find_outcome_fields
from cadence_lint.reading.facts.substance import names_its_matter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.reading import Passage

NAMES = frozenset(
    "about-reader about-sender asks-after-theirs asks-about-their-work capability directs"
    " example insight leaves-it-to-them mentions-reader names-outcome observes-theirs proof"
    " question resource sends-calendar-link sourced-figure substance unsourced-figure useful-offer"
    " useful-resource".split()
)
"""The facts that are found here."""


def find_facts(passage: Passage) -> Iterator[Fact]:
    """The facts of a passage that no phrase list knows."""
    if passage.part == "voicemail":
        for fact in passage.phrase_facts:
            if fact.name == "points-to-email":
                yield fact._replace(name="substance")  # where to look is all it has to say
    for name, index, start, end in passage.resources:
        yield passage.fact(name, index, start, end)
    for start, end in find_outcome_fields(passage):
        spot = passage.quote(start, end)
        yield Fact("names-outcome", passage.part, spot.span, spot.quote, -1, "body")
    for saying in passage.sayings:
        if not saying.is_said:
            continue
        index = saying.index
        if saying.sentence.is_question:
            yield _fact("question", passage, index)
        if saying.asks_about_work:
            yield _fact("asks-about-their-work", passage, index)
        elif saying.asks_after_theirs:
            yield _fact("asks-after-theirs", passage, index)
        is_opened = passage.part == "script" and names_its_matter(saying.plain.words)
        if passage.part != "subject" and (saying.has_substance or is_opened):
            yield _fact("substance", passage, index)
        if passage.part != "subject" and saying.directs:
            yield _fact("directs", passage, index)
        if saying.mentions_reader:
            yield _fact("mentions-reader", passage, index)
        if saying.about == "reader" or (saying.about == "sender" and saying.gift is None):
            yield _fact(f"about-{saying.about}", passage, index)
        if passage.part != "subject" and saying.gift not in (None, "asks-about-their-work"):
            yield _fact(str(saying.gift), passage, index)
        for first, last in saying.capabilities:
            yield passage.fact("capability", index, first, last)
    if passage.part == "body" and (left := Judgement([passage]).leaves_it_to_them):
        yield _fact("leaves-it-to-them", passage, left.index)
    for name, index in find_figures(passage):
        yield _fact(name, passage, index)


def _fact(name: str, passage: Passage, index: int) -> Fact:
    sentence = passage.sentences[index]
    return passage.fact(name, index, sentence.start, sentence.end)
