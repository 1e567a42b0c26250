"""The files that `init` writes: a sequence with the copy of a purpose, and a configuration."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Literal, get_args

from cadence_lint.cli.starter_copy import FIELDS, STARTERS, Email, Starter
from cadence_lint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.sequence import Purpose, Relationship

Means = Literal["email", "phone", "linkedin", "all"]
"""What is used beside email: nothing, the phone, LinkedIn, or both."""
MEANS: tuple[Means, ...] = get_args(Means)

_FIELD = regex(r"\{\{(\w+)\}\}")
_WIDTH = 88
_OPT_OUT = 'P.S. If this is not for you, reply "no" and I will not write again.'


def starter(purpose: Purpose, relationship: Relationship, means: Means, file: str) -> str:
    """The text of a sequence file of some name.

    Raises:
        KeyError: when the purpose has no such readers.

    """
    copy = STARTERS[purpose]
    touches = "\n".join(_touches(copy, copy.openings[relationship], relationship, means))
    used = dict.fromkeys((*_ALWAYS, *_FIELD.findall(touches)))
    spoke = "  context: {spoke: yes}\n" if relationship == "warm" else ""
    replies = "".join(f"  {said}: {answer}\n" for said, answer in copy.replies.items())
    return f"""\
# A sequence to start from. What stands in double braces, as {{{{first_name}}}}, is filled in for
# each reader, by your platform or by you; `fields` lists it all, each with an example. Rewrite
# what does not sound like you, and then ask for a second pair of eyes:
#
#     cadence-lint check {file}
name: {copy.name}
purpose: {purpose}
audience:
  persona: {copy.persona}  # whom you write to
  relationship: {relationship}
{spoke}goal: {copy.goal}
stop_on: [reply, meeting, opt_out]

# Leave out a reader for whom one of these is not known.
fields:
{"".join(_field_lines(used))}
# What to do when they answer.
replies:
{replies}
touches:
{touches}"""


_ALWAYS = ("first_name", "company", "sender_name", "our_company")


def _field_lines(used: Iterable[str]) -> Iterator[str]:
    width = max(map(len, used)) + len(": required")
    for name in used:
        said = f"{name}: required"
        yield f"  {f'{said:{width}}  # {FIELDS[name]}' if FIELDS[name] else said}\n"


def _touches(
    copy: Starter, opening: str, relationship: Relationship, means: Means
) -> Iterator[str]:
    """The steps, in the order in which they land; on a day with a call, the call comes first."""
    texts: list[tuple[int, str]] = []
    if means in ("linkedin", "all"):
        texts.append((copy.note_day, _note(copy)))
    if means in ("phone", "all"):
        texts.append((copy.call_day, _call(copy)))
    for count, (day, email) in enumerate(zip(copy.days, copy.emails, strict=True)):
        paragraphs = ["Hi {{first_name}},", email.body.replace("<opening>", opening)]
        paragraphs.append("{{sender_name}}\n{{our_company}}" if count == 0 else "{{sender_name}}")
        if count == 0 and relationship == "cold":
            paragraphs.append(_OPT_OUT)
        texts.append((day, _email(day, email, "\n\n".join(paragraphs), is_first=count == 0)))
    yield from (text for _, text in sorted(texts, key=lambda pair: pair[0]))


def _email(day: int, email: Email, body: str, *, is_first: bool) -> str:
    subject = f'"{email.subject}"' if email.subject.startswith("{") else email.subject
    how = f"    subject: {subject}\n" if subject else "    thread: reply\n"
    by_hand = "    manual: true  # read it once more before it goes\n" if is_first else ""
    return (
        f"  # {email.why}\n  - day: {day}\n    channel: email\n{by_hand}{how}"
        f"    body: |\n{_block(body)}"
    )


def _call(copy: Starter) -> str:
    return (
        "  # Whoever cannot pick up hears from you once: the voicemail announces the email of the\n"
        "  # same day.\n"
        f"  - day: {copy.call_day}\n    channel: call\n    script: |\n{_block(copy.script)}"
        f"    voicemail: |\n{_block(copy.voicemail)}"
    )


def _note(copy: Starter) -> str:
    return (
        "  # A note without a pitch: they decide whether to let you in.\n"
        f"  - day: {copy.note_day}\n    channel: linkedin\n    action: connect\n    body: |\n"
        f"{_block(copy.note)}"
    )


def _block(text: str) -> str:
    """Copy as it stands below `|`, its lines wrapped."""
    lines = []
    for line in text.split("\n"):
        lines += wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False) or [""]
    return "".join(f"      {line}\n" if line else "\n" for line in lines)


CONFIGURATION = """\
# What your team agreed on, for every sequence in this folder and below it. Take the mark from the
# beginning of a line that you want to use, and put your own words there.
#
#     cadence-lint rules          lists what is looked at
#     cadence-lint config FILE    shows what holds for a file
extends: recommended  # or strict, which is about taste too

# What to take for granted where a file does not say it.
assume:
  segment: mid  # exec, mid or smb: executives are to be left alone more
  # region: NL  # for public holidays, and for what the law asks

# Your own names, which count as "we", and words that your readers use every day.
# vocabulary:
#   company: [Larkfield]
#   allow: [RevPAR, night audit]

# When your readers have other worries.
# room:
#   - {name: year-end close, from: 12-15, to: 01-15, who: {persona: Finance}, advice: pause}

# Another limit, another severity (error, warning, info), or off.
# rules:
#   frequency/too-many-touches-in-a-week: {max: 3}
#   tone/greeting-cliche: off
"""
"""The text of a configuration to start from."""
