from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint import formats
from cadence_lint.formats import text
from cadence_lint.source import Source
from cadence_lint.source.tree import Items, Mapping, Node, Scalar
from tests.source.trees import plain


def trees(content: str) -> list[Mapping]:
    found, faults = text.read(Source("pasted.md", content))
    assert not faults
    return found


def sequence(content: str) -> dict[str, Any]:
    (found,) = trees(content)
    read = plain(found)
    assert isinstance(read, dict)
    return read


def touches(content: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = sequence(content)["touches"]
    return found


def is_sequence(content: str) -> bool:
    return text.looks_like(Source("pasted.md", content))


def scalars(node: Node) -> list[tuple[str, Scalar]]:
    if isinstance(node, Mapping):
        found = []
        for name, entry in node.entries.items():
            found += [(f"key {name}", entry.key), *scalars(entry.value)]
            if isinstance(entry.value, Scalar):
                found.append((name, entry.value))
        return found
    return (
        [pair for item in node.items for pair in scalars(item)] if isinstance(node, Items) else []
    )


def value(content: str, name: str) -> Scalar:
    return next(scalar for key, scalar in scalars(trees(content)[0]) if key == name)


def written(content: str, name: str) -> str:
    """The raw text at the place of a value, or with `key …` of a key."""
    return Source("", content).slice(value(content, name).span)


HEADINGS = {
    "Day 3 – Email": {"day": "3", "channel": "email"},
    "Day 3 - Email": {"day": "3", "channel": "email"},
    "Day 3: E-mail": {"day": "3", "channel": "email"},
    "Day 3 Email": {"day": "3", "channel": "email"},
    "DAY 3": {"day": "3"},
    "Day 3 – Phone call": {"day": "3", "channel": "call"},
    "D3: SMS": {"day": "3", "channel": "sms"},
    "Step 2 (call), day 5": {"day": "5", "channel": "call"},
    "Day 1: LinkedIn connection request": {
        "day": "1",
        "channel": "linkedin connect",
    },
    "Day 2 – LinkedIn profile view": {"day": "2", "channel": "linkedin view"},
    "Day 2 – comment on their post": {"day": "2", "channel": "linkedin comment"},
    "Day 2 – like a recent post": {"day": "2", "channel": "linkedin like"},
    "Day 2 – InMail": {"day": "2", "channel": "linkedin inmail"},
    "Day 2 – LinkedIn DM": {"day": "2", "channel": "linkedin message"},
    "## Step 1 - Day 1": {"day": "1"},
    "### Touch 2 - Day 5": {"day": "5"},
    "**Day 3 - Touch 2 (Cold Call):**": {"day": "3", "channel": "call"},
    "**Day 3** – Email": {"day": "3", "channel": "email"},
    "__Day 3 – Email__": {"day": "3", "channel": "email"},
    "Email 1 (Day 0)": {"day": "0", "channel": "email"},
    "Email #1 (Day 0)": {"day": "0", "channel": "email"},
    "Touch 4 | Day 9 | Email 3 of 4": {"day": "9", "channel": "email"},
    "Email 2/4 · Day 6": {"day": "6", "channel": "email"},
    "Follow-up #2 – 3 days later": {"delay": "3 days"},
    "Follow-up #2 (+3 days)": {"delay": "3 days"},
    "Email 2: wait 1 week": {"delay": "1 week", "channel": "email"},
    "Email 2, 48 hours after email 1": {"delay": "48 hours", "channel": "email"},
    "Email 2 - 3 business days later": {"delay": "3 business days", "channel": "email"},
    "Call 2 (next day)": {"delay": "1 day", "channel": "call"},
    "Day 1, 9:30am, email": {"day": "1", "time": "9:30am", "channel": "email"},
    "Day 1 at 14:05 – call": {"day": "1", "time": "14:05", "channel": "call"},
    "Day 1 @ 2 pm – email": {"day": "1", "time": "2 pm", "channel": "email"},
    "Day 1 – 12 a.m. – email": {"day": "1", "time": "12 a.m.", "channel": "email"},
    "Email 2 (day 3, same thread)": {"day": "3", "channel": "email", "thread": "reply"},
    "Email 3 (Day 7) – new thread": {"day": "7", "channel": "email", "thread": "new"},
    "Email 2 (day 3, reply to Email 1)": {"day": "3", "channel": "email", "thread": "reply"},
    "Day 4 – manual email": {"day": "4", "channel": "email", "manual": "true"},
    "Day 4 – Email (if no reply)": {"day": "4", "channel": "email"},
    "Email 2 (Day 3–4)": {"day": "3", "channel": "email"},
    "Day 9 – Breakup email": {"day": "9", "channel": "email"},
    "Day 9 – Email – Breakup": {"day": "9", "channel": "email", "label": "Breakup"},
    "## Touch 1 — Day 1 — Missed Invoices": {"day": "1", "label": "Missed Invoices"},
    "📧 Day 3 – Email": {"day": "3", "channel": "email"},
    "Day 3 – WhatsApp": {"day": "3", "channel": "whatsapp"},
    "Day 3 – Loom video": {"day": "3", "channel": "video"},
    "Day 3 – handwritten note": {"day": "3", "channel": "mail"},
    "Day\u00a03\u00a0–\u00a0Email": {"day": "3", "channel": "email"},
    "\u200bDay 3 – Email": {"day": "3", "channel": "email"},
}


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_opens_a_touch(heading: str) -> None:
    (touch,) = touches(f"{heading}\n\nSam, who keeps the berth list?\n")
    assert touch == {**HEADINGS[heading], "body": "Sam, who keeps the berth list?"}


@pytest.mark.parametrize("heading", HEADINGS)
def test_what_a_heading_says_is_understood(heading: str) -> None:
    content = f"{heading}\n\nSam, who keeps the berth list?\n"
    read = formats.read(Source("pasted.md", content), is_named=True)
    assert read.faults == ()
    (touch,) = read.sequences[0].touches
    assert touch.day is not None or "day" not in HEADINGS[heading]
    assert (touch.minute is None) is ("time" not in HEADINGS[heading])
    if "linkedin " in HEADINGS[heading].get("channel", ""):
        assert f"linkedin {touch.action}" == HEADINGS[heading]["channel"]


PROSE = (
    "Day 3 of the trial is when teams ask for the export.",
    "Day 3: the export usually breaks.",
    "Step 2 is easy",
    "Step 2: connect the bank.",
    "- Email 1:1",
    "1. Step 1 – send us a file",
    "Call me",
    "Email me",
    "Call 1-555-0100 any time",
    "Email: robin@quayside.example",
    "3 days later it was gone",
    "Text 2 people and see",
    "Day 300000 came and went",
    "Message: bring an umbrella",
    "Touch base?",
    "Day 2.5 – email",
)


@pytest.mark.parametrize("line", PROSE)
def test_prose_opens_no_touch(line: str) -> None:
    body = f"Hi Sam,\n\n{line}\nIt is short.\n\n{line}\n\nRobin"
    (touch,) = touches(f"Day 3 – Email\nSubject: berths\n\n{body}\n")
    assert touch == {"day": "3", "channel": "email", "subject": "berths", "body": body}


def test_a_message_keeps_its_own_list_of_days() -> None:
    body = "Hi Sam,\n\nIt goes like this:\n\nDay 1: kickoff call\nDay 2: data import\n\nRobin"
    assert [
        touch["body"] for touch in touches(f"Day 1 – Email\n\n{body}\n\nDay 5 – Email\n\nBye\n")
    ] == [
        body,
        "Bye",
    ]
    assert touches(body) == [{"body": body}]


def test_a_text_without_blank_lines() -> None:
    assert touches(
        "Email 1 - Day 1\nSubject: berths\nHi Sam\nEmail 2 - Day 3\nSubject: June\nHow it goes:\n"
        "Day 4: call\nDay 5: email\nCall - Day 5\nIt is Robin\n"
    ) == [
        {"day": "1", "channel": "email", "subject": "berths", "body": "Hi Sam"},
        {
            "day": "3",
            "channel": "email",
            "subject": "June",
            "body": "How it goes:\nDay 4: call\nDay 5: email",
        },
        {"day": "5", "channel": "call", "body": "It is Robin"},
    ]


def test_a_touch_right_below_a_copy_that_leaves_lines_blank() -> None:
    copy = "Hi Sam,\n\nHow does it go? Like this:\n"
    assert touches(
        f"Day 1 – Email\nSubject: berths\n\n{copy}Day 4: call\n\nRobin\nDay 5 – Call\n"
        f"It is Robin\nDay 7 - Email\n\n{copy}Day 8: call\nDay 9: email\n"
    ) == [
        {
            "day": "1",
            "channel": "email",
            "subject": "berths",
            "body": f"{copy}Day 4: call\n\nRobin",
        },
        {"day": "5", "channel": "call", "body": "It is Robin"},
        {"day": "7", "channel": "email", "body": f"{copy}Day 8: call\nDay 9: email"},
    ]


def test_weeks_between_touches_are_no_copy() -> None:
    content = "Week 1\n\nDay 1 – Email\n\nHi\n\n**Week 2:**\n\nDay 8 – Email\n\nBye\n"
    assert sequence(content) == {
        "touches": [
            {"day": "1", "channel": "email", "body": "Hi"},
            {"day": "8", "channel": "email", "body": "Bye"},
        ]
    }


def test_a_pasted_sequence() -> None:
    assert sequence(
        """Berth renewals, harbour masters
Persona: Harbour master
Relationship: cold
Region: DE, NL
Goal: a 20-minute call
Required fields: first_name, company

Please read before Friday.

Day 1 – Email
Subject: berth renewals at {{company}}

Hi {{first_name}},

Who keeps the list?

Day 3 – LinkedIn connection request
Hi Sam, your talk in Bremen was a treat.

Step 3 (call), day 5
Script: Hi Sam, Robin from Quayside.
Voicemail:
Sam, it is Robin.

I sent you a list.

Follow-up #2 – 3 days later
Body: Nothing else from me.
"""
    ) == {
        "name": "Berth renewals, harbour masters",
        "goal": "a 20-minute call",
        "persona": "Harbour master",
        "relationship": "cold",
        "region": "DE, NL",
        "fields": "first_name, company",
        "touches": [
            {
                "day": "1",
                "channel": "email",
                "subject": "berth renewals at {{company}}",
                "body": "Hi {{first_name}},\n\nWho keeps the list?",
            },
            {
                "day": "3",
                "channel": "linkedin connect",
                "body": "Hi Sam, your talk in Bremen was a treat.",
            },
            {
                "day": "5",
                "channel": "call",
                "script": "Hi Sam, Robin from Quayside.",
                "voicemail": "Sam, it is Robin.\n\nI sent you a list.",
            },
            {"delay": "3 days", "body": "Nothing else from me."},
        ],
    }


def test_a_sequence_in_markdown() -> None:
    assert sequence(
        """# Quayside, cold

**Target persona**: Harbour master
**Goal**: a call

| Touch | Day |
|---|---|
| 1 | 1 |

- **Day 1:** first email
- **Day 4:** call

---

## Touch 1 — Day 1 — Missed renewals

**Subject**: `berths at {{company}}`
*Alt subjects*:
- `your berths`

**Body**:
```
Hi {{first_name}},

# of berths up for renewal: 12
```

**Timing note**: Send on a Tuesday.

---

### Touch 2 - Day 4

- **Channel:** Phone
- **Script:** Hi Sam.
- **Voicemail:** It is Robin.

## Touch 3 | Day 9

> Sam,
>
> here is the list.
> Keep it.

For people who opened the first one.

## Notes

Do not send more than 50 a day.
"""
    ) == {
        "name": "Quayside, cold",
        "goal": "a call",
        "persona": "Harbour master",
        "touches": [
            {
                "day": "1",
                "label": "Missed renewals",
                "subject": "berths at {{company}}",
                "body": "Hi {{first_name}},\n\n# of berths up for renewal: 12",
            },
            {"day": "4", "channel": "call", "script": "Hi Sam.", "voicemail": "It is Robin."},
            {"day": "9", "body": "Sam,\n\nhere is the list.\nKeep it."},
        ],
    }


@pytest.mark.parametrize(
    "label",
    [
        "Subject: berths",
        "subject : berths",
        "- **Subject:** berths",
        "**Subject line:** berths",
        "**Subject**: berths",
        "**Subject: berths**",
        "* *Subject:* berths",
        "Subject\u00a0line:\u00a0berths",
        "Subject: “berths”",
        'Subject: "berths"',
        "> Subject: berths",
        "### Subject\n\nberths",
        "**Subject:**\n`berths`",
        "Subject (42 characters): berths",
    ],
)
def test_a_subject(label: str) -> None:
    content = f"## Day 1 – Email\n\n{label}\n\nHi Sam\n"
    assert touches(content) == [
        {"day": "1", "channel": "email", "subject": "berths", "body": "Hi Sam"}
    ]
    assert written(content, "subject") == "berths"


def test_an_empty_subject_is_kept() -> None:
    assert touches("Day 2 – Email\nSubject:\n\nHi Sam")[0]["subject"] == ""


def test_quotes_inside_a_subject_stay() -> None:
    assert touches('Day 2 – Email\nSubject: "berths" or "moorings"\n\nHi')[0]["subject"] == (
        '"berths" or "moorings"'
    )


def test_labels_say_when_and_how() -> None:
    assert touches(
        """TOUCH 1
Channel: LinkedIn connection request
Day: 2
Send time: 9:15 am
Note: Hi Sam, we met in Bremen.

TOUCH 2
Channel: Email
Timing: 3 days later
Thread: reply
Goal: get an answer

Did the list help?
"""
    ) == [
        {
            "channel": "linkedin connect",
            "day": "2",
            "time": "9:15 am",
            "body": "Hi Sam, we met in Bremen.",
        },
        {"channel": "email", "delay": "3 days", "thread": "reply", "body": "Did the list help?"},
    ]


def test_an_unknown_channel_is_handed_on() -> None:
    assert touches("Day 1\nChannel: carrier pigeon\n\nCoo.\n")[0]["channel"] == "carrier pigeon"


def test_labels_inside_a_copy_are_copy() -> None:
    body = "Hi Sam,\n\nGoal: fewer lists.\nNote: it is free.\nMessage: call me.\nTime: noon"
    assert touches(f"Day 1 – Email\n\n{body}\n")[0]["body"] == body


def test_remarks_for_people_are_no_copy() -> None:
    assert touches(
        "Day 1 – Email\nGoal: an answer\n\nHi Sam\n\nWhy it works: it is short\n\nDay 2 – Email\n\nBye\n"
    )[0]["body"] == ("Hi Sam")


def test_a_call_with_only_a_voicemail() -> None:
    assert touches("Day 3 – Voicemail\nSam, it is Robin.\n") == [
        {"day": "3", "channel": "voicemail", "body": "Sam, it is Robin."}
    ]


@pytest.mark.parametrize("label", ["Connection request", "Invite note", "Connection note"])
def test_a_note_with_a_request_has_many_names(label: str) -> None:
    assert touches(f"Day 3 – LinkedIn\n{label}: Hi Sam, your berths.\n") == [
        {"day": "3", "channel": "linkedin", "body": "Hi Sam, your berths."}
    ]


@pytest.mark.parametrize("label", ["If VM", "If voicemail", "VM script"])
def test_what_is_said_to_the_machine_has_many_names(label: str) -> None:
    assert touches(f"Day 3 – Call\nHi Sam.\n{label}: It is Robin.\n") == [
        {"day": "3", "channel": "call", "body": "Hi Sam.", "voicemail": "It is Robin."}
    ]


def test_a_voicemail_heading_belongs_to_the_call_above() -> None:
    assert touches("Day 3 – Call\nHi Sam.\n\nDay 3 – Voicemail\nIt is Robin.\n") == [
        {"day": "3", "channel": "call", "body": "Hi Sam.", "voicemail": "It is Robin."}
    ]
    assert touches("## Day 3 – Call\n\nHi Sam.\n\n### Voicemail\n\nIt is Robin.\n") == [
        {"day": "3", "channel": "call", "body": "Hi Sam.", "voicemail": "It is Robin."}
    ]


def test_a_voicemail_below_an_email_is_a_call_of_the_same_day() -> None:
    assert touches("Day 3 – Email\n\nHi Sam.\n\nVoicemail: It is Robin.\n") == [
        {"day": "3", "channel": "email", "body": "Hi Sam."},
        {"day": "3", "channel": "call", "voicemail": "It is Robin."},
    ]


def test_notes_of_a_call_and_of_an_email() -> None:
    content = (
        "Day 2 – Call\nNotes: ask about June\n\nDay 3 – Email\nNotes: keep it short\n\nHi Sam\n"
    )
    assert touches(content) == [
        {"day": "2", "channel": "call", "notes": "ask about June"},
        {"day": "3", "channel": "email", "body": "Hi Sam"},
    ]


def test_two_channels_on_one_day_are_two_touches() -> None:
    assert touches("Day 1 – LinkedIn connection request + email\nSubject: berths\n\nHi Sam\n") == [
        {"day": "1", "channel": "linkedin connect"},
        {"day": "1", "channel": "email", "subject": "berths", "body": "Hi Sam"},
    ]
    assert len(touches("Day 1 – Call + voicemail\nHi Sam\n")) == 1


def test_channels_below_a_day() -> None:
    expected = [
        {"day": "1", "channel": "email", "subject": "berths", "body": "Hi Sam"},
        {"day": "1", "channel": "linkedin", "body": "Hello Sam"},
        {"day": "4", "channel": "call", "body": "It is Robin"},
    ]
    assert expected == touches(
        "DAY 1\nEmail:\nSubject: berths\n\nHi Sam\n\nLinkedIn:\nHello Sam\n\nDAY 4\nCall\nIt is Robin\n"
    )
    assert expected == touches(
        "## Day 1\n\n### Email\n\nSubject: berths\n\nHi Sam\n\n### LinkedIn\n\nHello Sam\n\n"
        "## Day 4\n\n### Call\n\nIt is Robin\n"
    )


def test_a_wait_between_touches() -> None:
    assert touches("Email 1\n\nHi\n\n[Wait 3 days]\n\nEmail 2\n\nBye\n") == [
        {"channel": "email", "body": "Hi"},
        {"channel": "email", "delay": "3 days", "body": "Bye"},
    ]


def test_a_plan_without_copy() -> None:
    expected = [
        {"day": "1", "channel": "email"},
        {"day": "3", "channel": "linkedin connect"},
        {"day": "6", "channel": "call"},
    ]
    lines = ["Day 1 – Email", "Day 3 – LinkedIn connection request", "Day 6 – Call"]
    assert touches("\n".join(lines)) == expected
    assert touches("\n".join(f"- {line}" for line in lines)) == expected
    assert touches("\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))) == expected
    assert [touch["channel"] for touch in touches(
        "Day 1: Berth renewal story email\nDay 3: Connect on LinkedIn and say hello\nDay 6: Harbour call"
    )] == ["email", "linkedin connect", "call"]  # fmt: skip


def test_variants() -> None:
    assert touches(
        "Day 1 – Email\nSubject: berths\n\nVariant A:\nHi Sam\n\n**Version B** (short)\nSubject: June\n\nSam?\n"
    ) == [
        {
            "day": "1",
            "channel": "email",
            "subject": "berths",
            "variants": [
                {"label": "A", "body": "Hi Sam"},
                {"label": "B", "subject": "June", "body": "Sam?"},
            ],
        }
    ]


@pytest.mark.parametrize(
    "subjects",
    ["Subject A: berths\nSubject B: June", "Subject: berths\nSubject: June"],
)
def test_two_subjects_are_variants(subjects: str) -> None:
    assert touches(f"Day 1 – Email\n{subjects}\n\nHi Sam\n") == [
        {
            "day": "1",
            "channel": "email",
            "body": "Hi Sam",
            "variants": [
                {"label": "A", "subject": "berths"},
                {"label": "B", "subject": "June"},
            ],
        }
    ]


def test_options_in_a_copy_are_copy() -> None:
    body = "Pick one.\n\nOption A: Tuesday\nVersion B is ready"
    assert touches(f"Day 1 – Email\n\n{body}")[0]["body"] == body


def test_without_a_heading_a_text_is_one_email() -> None:
    assert touches("Subject: berths\n\nHi Sam,\n\nRobin\n") == [
        {"subject": "berths", "body": "Hi Sam,\n\nRobin"}
    ]
    assert touches("\n\nHi Sam,\n\nRobin\n\n") == [{"body": "Hi Sam,\n\nRobin"}]
    assert touches("Quayside, June\n\nSubject: berths\n\nHi")[0] == {
        "subject": "berths",
        "body": "Hi",
    }
    assert sequence("Quayside, June\n\nSubject: berths\n\nHi")["name"] == "Quayside, June"


def test_several_subjects_without_headings_are_several_emails() -> None:
    assert touches("Subject: berths\n\nHi Sam\n\nSubject: June\n\nBye\n") == [
        {"subject": "berths", "body": "Hi Sam"},
        {"subject": "June", "body": "Bye"},
    ]


def test_a_forwarded_head_is_copy() -> None:
    body = "Hi Sam\n\nFrom: Robin\nSubject: berths"
    assert touches(f"Subject: June\n\n{body}") == [{"subject": "June", "body": body}]


def test_an_email_before_the_first_heading() -> None:
    assert touches("Subject: berths\n\nHi\n\nDay 4 – Follow-up\nSubject: June\n\nBye\n") == [
        {"subject": "berths", "body": "Hi"},
        {"day": "4", "label": "Follow-up", "subject": "June", "body": "Bye"},
    ]


@pytest.mark.parametrize("content", ["", "  \n\n", "\ufeff", "---\n", "<!-- nothing -->\n"])
def test_nothing_said_is_no_sequence(content: str) -> None:
    assert trees(content) == []
    assert not is_sequence(content)


def test_front_matter() -> None:
    content = "---\nname: Berths\npersona: Harbour master\nlayout: post\n---\n# Title\n\nDay 1 – Email\n\nHi\n"
    assert sequence(content) == {
        "name": "Berths",
        "persona": "Harbour master",
        "touches": [{"day": "1", "channel": "email", "body": "Hi"}],
    }
    assert written(content, "name") == "Berths"
    assert sequence("---\ntitle: Berths\n---\n# Ahoy\n\nDay 1 – Email\n\nHi\n").keys() == {
        "title",
        "touches",
    }
    assert written(content, "body") == "Hi"


def test_front_matter_of_a_single_message() -> None:
    assert touches("---\nchannel: linkedin\nday: 3\n---\nHi Sam\n") == [
        {"body": "Hi Sam", "channel": "linkedin", "day": "3"}
    ]


def test_front_matter_that_holds_the_sequence() -> None:
    content = "---\nname: Berths\nsteps:\n  - {day: 1, channel: call}\n---\nFive touches.\n"
    assert touches(content) == [{"day": "1", "channel": "call"}]
    assert is_sequence(content)


def test_broken_front_matter_is_a_fault_and_the_rest_is_read() -> None:
    content = "---\nname: [a\n---\nDay 1 – Email\n\nHi\n"
    found, faults = text.read(Source("pasted.md", content))
    assert len(faults) == 1
    assert plain(found[0])["touches"] == [{"day": "1", "channel": "email", "body": "Hi"}]


def test_a_header_takes_only_what_it_can_mean() -> None:
    found = sequence(
        "Purpose: to get a call\nStart: soon\nLanguage: en\nRole: x\n\nDay 1 – Email\n\nHi\n"
    )
    assert {"purpose", "start"} & found.keys() == set()
    assert found["language"] == "en"


def test_a_body_keeps_its_indentation_and_loses_what_is_shared() -> None:
    assert touches("  Day 1 – Email\n\n  Hi\n\n    one\n  Bye  \n")[0]["body"] == "Hi\n\n  one\nBye"


def test_rules_and_comments_are_no_copy() -> None:
    content = (
        "Day 1 – Email\n\nHi\n\n---\n<!-- cadence-lint: ignore -->\n***\n\nDay 2 – Email\n\nBye\n"
    )
    assert [touch["body"] for touch in touches(content)] == ["Hi", "Bye"]


def test_a_heading_in_a_fence_around_it_all() -> None:
    assert touches("```\nDay 1 – Email\n\nHi\n\nDay 2 – Email\n\nBye\n```\n") == [
        {"day": "1", "channel": "email", "body": "Hi"},
        {"day": "2", "channel": "email", "body": "Bye"},
    ]


def test_a_quotation_in_a_copy_stays() -> None:
    body = "Hi Sam,\n\n> we lost the list\n\nstill true?"
    assert touches(f"Day 1 – Email\n\n{body}\n")[0]["body"] == body


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_byte_order_mark(end: str) -> None:
    content = "\ufeffDay 1 – Email\nSubject: berths\n\nHi\n\nBye\n".replace("\n", end)
    assert touches(content) == [
        {"day": "1", "channel": "email", "subject": "berths", "body": "Hi\n\nBye"}
    ]
    source = Source("pasted.txt", content)
    body = next(s for key, s in scalars(text.read(source)[0][0]) if key == "body")
    place = source.place(body.span)
    assert (place.line, place.column, place.end_line, place.end_column) == (4, 1, 6, 4)


def test_places_of_a_heading() -> None:
    content = "Ahoy\n\nStep 2 (LinkedIn message), Day 5 – 9:30am\n\nHi Sam\n"
    assert [
        (key, Source("", content).slice(scalar.span))
        for key, scalar in scalars(trees(content)[0])
        if key != "key touches"
    ] == [
        ("key name", "Ahoy"),
        ("name", "Ahoy"),
        ("key body", "Step 2 (LinkedIn message), Day 5 – 9:30am"),
        ("body", "Hi Sam"),
        ("key channel", "LinkedIn message"),
        ("channel", "LinkedIn message"),
        ("key day", "Day 5"),
        ("day", "5"),
        ("key time", "9:30am"),
        ("time", "9:30am"),
    ]


def test_smart_quotes_stay_and_hard_spaces_are_spaces() -> None:
    content = "Day 1 – Email\n\nIt’s\u00a0“free”\u200b, Sam\n"
    body = value(content, "body").text
    assert body.value == "It’s “free”, Sam"
    at = body.value.index("Sam")
    assert Source("", content).slice(body.span(at, at + 3)) == "Sam"
    assert Source("", content).slice(body.span(4, 5)) == "\u00a0"


@pytest.mark.parametrize(
    "content",
    [
        "# Install\n\n## Step 1: clone\n\nrun it\n\n## Step 2: build\n\nrun make\n",
        "# News\n\nDay 1 of the fair was long.\n\n- call Sam\n- email Robin\n",
        "Call me when you can.\n",
        "### Subject\n\nDescribe the problem.\n",
        "Hi Sam,\n\nDay 1: email\nDay 2: call\n\nRobin\n",
        "Day 1 – Email\n",
        "Day 1 – call with the pilots\n\nThey want lights.\n",
        "The pilots asked for lights. We wrote this down.\n\nDay 1 – Email\n\nHi Sam\n",
        "Hi Sam,\n\nthe plan:\n\nDay 1 – Call\n\nRobin\n",
        "# Sign up\n\n## Step 1: Email\n\nType your address.\n",
    ],
)
def test_other_texts_do_not_look_like_sequences(content: str) -> None:
    assert not is_sequence(content)


@pytest.mark.parametrize(
    "content",
    [
        "Day 1 – Email\nDay 3 – Call\n",
        "Email 1\nSubject: berths\n\nHi\n",
        "Subject: berths\n\nHi\n",
        "## Touch 1 - Day 1\n\n**Subject:** berths\n\nHi\n",
        "Day 1 – Letter\nDear Ms Ahlberg, the quay lights are out again.\n",
        "Sequence: quay lights\nPersona: harbour master\n\nDay 1 – LinkedIn message\nHi Sam\n",
        "Quay lights\nDay 2: Call\n\nHi Sam\n",
        "# Quay lights\n\n## Day 2 - SMS\n\nHi Sam\n",
    ],
)
def test_sequences_look_like_sequences(content: str) -> None:
    assert is_sequence(content)


@pytest.mark.parametrize("above", ["Sequence: quay lights", "Quay lights", "# Quay lights"])
def test_a_header_right_above_the_only_heading_is_no_copy(above: str) -> None:
    assert sequence(f"{above}\nDay 3 – LinkedIn connection request\nHi Sam, who mends them?\n") == {
        "name": "quay lights" if ":" in above else "Quay lights",
        "touches": [{"day": "3", "channel": "linkedin connect", "body": "Hi Sam, who mends them?"}],
    }


def test_several_header_lines_may_stand_right_above_the_only_heading() -> None:
    found = sequence(
        "Sequence: lights\nPersona: harbour master\nRegion: SE\nDay 1 – Call\nHi Sam\n"
    )
    assert found["touches"] == [{"day": "1", "channel": "call", "body": "Hi Sam"}]
    assert (found["name"], found["persona"]) == ("lights", "harbour master")


@pytest.mark.parametrize(
    "mail",
    [
        "Hi Sam\nDay 1 – Call\nwas my idea, yours?\n",
        "The lights are out, and this is what we would do about it.\nDay 1 – Email\nDone.\n",
        "Quay lights\nthey are out\nDay 1 – Email\nDone.\n",
    ],
)
def test_what_only_stands_in_a_mail_is_no_heading(mail: str) -> None:
    assert touches(mail) == [{"body": mail.rstrip()}]


@pytest.mark.parametrize(
    ("path", "content", "is_meant"),
    [
        ("a.txt", "Hi Sam, the quay lights are out. Who mends them?\n", True),
        ("a.md", "Dear {{first_name}},\n\nthe quay lights are out.\n", True),
        ("a.txt", "What we send.\n\nDay 1 – Email\n\nThe lights are out.\n", True),
        ("a.txt", "For the pilots.\n\nSubject: lights\n\nThey are out.\n", True),
        ("a.txt", "requests==2.1\nhighway, hi-res\n", False),
        ("a.md", "# Berths\n\nStep 1 of 3 is done, and a call was made.\n", False),
        ("docs/README.md", "Write it so:\n\nHi Sam, the lights are out.\n", False),
        ("Q1.md", "Hi Sam,\n\nThe lights are out.\n", True),
        ("MAIL.TXT", "Hi Sam, the lights are out.\n", True),
    ],
)
def test_what_may_be_meant_and_is_passed_over(path: str, content: str, is_meant: bool) -> None:
    source = Source(path, content)
    assert not text.looks_like(source)
    assert text.may_be_meant(source) is is_meant


_ODD = re.compile("[\u00a0\u2007\u202f]|[\u200b\u2060\ufeff]+")
_WORDS = "Sam berth list {{company}} it’s “free” café\u00a0noir zero\u200bwidth don't 3 é 🚢 a\u2028b".split(
    " "
)
_LINES = st.lists(st.sampled_from(_WORDS), max_size=6).map(lambda words: " ".join(["The", *words]))
_BODIES = st.lists(
    st.one_of(_LINES, st.just(""), _LINES.map("  {}".format)), min_size=1, max_size=12
)


def normal(body: str) -> str:
    """What is documented to happen to a copy."""
    said = _ODD.sub(lambda odd: " " if odd.group() in "\u00a0\u2007\u202f" else "", body)
    lines = said.split("\n")
    shared = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    return "\n".join(line[shared:] for line in lines).strip("\n").rstrip()


@given(_BODIES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_a_copy_is_read_as_it_is_written(lines: list[str], end: str) -> None:
    content = end.join(
        ["Day 1 – Email", "Subject: berths", "", *lines, "", "Day 4 – Email", "", "Bye", ""]
    )
    first, last = touches(content)
    assert first.get("body", "") == normal("\n".join(lines))
    assert last == {"day": "4", "channel": "email", "body": "Bye"}


@given(_BODIES, st.sampled_from(["\n", "\r\n"]))
def test_every_character_knows_its_place(lines: list[str], end: str) -> None:
    content = end.join(["Day 1 – Email", "", *lines, ""])
    source = Source("pasted.txt", content)
    found, _ = text.read(source)
    for key, scalar in scalars(found[0]):
        if key != "body":
            continue
        at = -1
        for index, character in enumerate(scalar.value):
            span = scalar.text.span(index, index + 1)
            raw = source.slice(span)
            assert span.start > at
            at = span.start
            if character == "\n":
                assert raw == end
            elif character == " ":
                assert raw in " \u00a0"
            else:
                assert raw == character


_PIECES = st.sampled_from(
    [
        "Day 1",
        "Day 3 – Email",
        "## ",
        "**",
        "Subject:",
        "Voicemail:",
        "Variant A:",
        "```",
        "> ",
        "---",
        "- ",
        "Step 2 (call)",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        " ",
        "\xa0",
        "\u200b",
        "Email:",
        "Channel: ",
        "name: x",
        "[",
        "{{a}}",
        "Wait 3 days",
        "### Voicemail",
        "Persona: VP, CFO",
        "Region: DE,,",
        "`",
    ]
)


@given(
    st.one_of(
        st.text(), st.lists(st.one_of(_PIECES, st.text(max_size=5)), max_size=40).map("".join)
    )
)
def test_no_text_is_too_odd(content: str) -> None:
    source = Source("pasted.md", content)
    text.looks_like(source)
    found, _ = text.read(source)
    for tree in found:
        assert plain(tree)["touches"]
        for _, scalar in scalars(tree):
            assert 0 <= scalar.span.start <= scalar.span.end <= len(source.text)
            source.place(scalar.span)
            scalar.text.span(0, len(scalar.value))


_LONG = 20_000
HOSTILE = {
    "days on a line": "Day 1 " * (_LONG // 6),
    "days on lines": "Day 1 \n" * (_LONG // 7),
    "subjects on a line": "Subject: " * (_LONG // 9),
    "subjects on lines": "Subject:\n" * (_LONG // 9),
    "emails": "Subject: x\n\nbody\n\n" * (_LONG // 18),
    "spaces": " " * _LONG + "1",
    "spaces in a label": "ab" + " " * _LONG + "x",
    "quotation marks": "> " * (_LONG // 2) + "1",
    "hashes": "# " * (_LONG // 2),
    "ticks": "~" * _LONG + "`",
    "dashes": "- " * (_LONG // 2) + "x",
    "comments": "<!--" + "-->" * (_LONG // 3) + "x",
    "brackets": "Subject (" * (_LONG // 9),
    "short lines": "a\n" * (_LONG // 2),
    "plus signs": ("Day 1 - " + "+ " * 70 + "\n") * (_LONG // 150),
    "zero width": "a\u200b \u00a0" * (_LONG // 4),
    "variants": "Day 1\nVariant A:\nx\n" * (_LONG // 19),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_read_to_their_end(name: str) -> None:
    text.read(Source("pasted.txt", HOSTILE[name]))
