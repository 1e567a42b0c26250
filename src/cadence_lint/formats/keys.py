"""The keys of a sequence file: canonical names, what they mean, and the names people also write.

One table for the reader, for the advice on a mistyped key and for the reference in the docs.
Names are compared without case, `_`, `-` and spaces: `delayDays` is `delay_days`.
"""

from __future__ import annotations

from functools import cached_property, lru_cache

from cadence_lint.record import NamedTuple
from cadence_lint.spelling import is_one_edit


class Key(NamedTuple):
    """A key that a sequence file may have."""

    name: str
    means: str
    aliases: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    """The words that it takes, where it takes only some."""


LIST_KEYS = (
    "touches",
    "steps",
    "sequence",
    "touchpoints",
    "sequences",
    "emails",
    "messages",
    "cadence",
)
"""The keys under which people list touches; `touches` is ours, `steps` its equal."""

HEADER = (
    Key(
        "name",
        "What the sequence is called",
        ("sequence", "sequence_name", "cadence_name", "campaign", "title", "id"),
    ),
    Key(
        "purpose",
        "What it is for; other purposes have other limits",
        (),
        ("sales", "nurture", "recruiting", "fundraising", "renewal", "partnership", "press"),
    ),
    Key("audience", "Whom it is for: persona, relationship, segment, region, timezone, context"),
    Key("goal", "What it should achieve, in a few words"),
    Key("language", "The language of the copy, as `en` or `de`; read from the copy when absent"),
    Key("start", "The date on which the first touch goes out, as 2026-12-01", ("start_date",)),
    Key("business_days", "Whether days count working days only: yes or no"),
    Key("send_days", "The weekdays on which touches go out, as [mon, tue, wed, thu, fri]"),
    Key(
        "stop_on",
        "What ends the sequence for a person: reply, meeting, opt_out",
        ("exit_criteria", "cancel_on", "stop_conditions", "stop_on_reply"),
    ),
    Key(
        "fields",
        "The merge fields, and whether each is `required` (always filled) or `optional`",
        ("required_fields",),
    ),
    Key(
        "consent",
        "What the people on the list agreed to",
        (),
        ("none", "implied", "express"),
    ),
    Key("reviewed", "When somebody last read the copy through, as 2026-09-01"),
    Key("replies", "What to answer to the usual replies: `not now: …`"),
    Key("enrolled", "How many people it reaches, by which a report ranks what is equally bad"),
    Key("holidays", "Days on which nobody should be contacted, beside the region's own"),
)

AUDIENCE = (
    Key("persona", "The role of the reader, as `VP Finance`", ("target_persona", "role")),
    Key(
        "relationship",
        "How well you know each other",
        (),
        ("cold", "warm", "inbound", "customer"),
    ),
    Key("segment", "How senior the reader or how large the company is", (), ("exec", "mid", "smb")),
    Key("region", "Country or countries, as DE or [DE, FR]", ("regions", "country", "countries")),
    Key(
        "timezone",
        "The reader's time zone or zones, as Europe/Berlin",
        ("timezones", "time_zone", "tz"),
    ),
    Key(
        "context",
        "What you have in common: {event: …, date: …, spoke: yes}, and how the reader wants to be"
        " reached: {preferred_channel: email}",
    ),
)

TOUCH = (
    Key(
        "day",
        "The day on which it lands; the smallest day is the first",
        ("day_offset", "send_day", "step_day"),
    ),
    Key(
        "delay",
        "Instead of a day: how long after the touch before, as `2 days`, `3d`, `4 hours`",
        (
            "delay_days",
            "wait_days",
            "wait",
            "send_delay_days",
            "delay_hours",
            "delay_minutes",
            "delay_in_minutes",
        ),
    ),
    Key("time", "The reader's local time, as 09:30", ("send_time", "time_of_day")),
    Key(
        "channel",
        "email, call, linkedin, sms, video, mail, or task (which nobody else sees)",
        ("type", "step_type", "kind"),
    ),
    Key(
        "action",
        "On LinkedIn: what is done",
        (),
        ("connect", "message", "inmail", "view", "like", "comment"),
    ),
    Key("label", "Your own word for the touch", ("purpose",)),
    Key("subject", "The subject line", ("subject_line", "email_subject", "subject_template")),
    Key(
        "body",
        "The copy",
        (
            "message",
            "content",
            "text",
            "template",
            "html",
            "email_body",
            "body_html",
            "body_template",
            "copy",
        ),
    ),
    Key(
        "script",
        "What is said when they answer the phone",
        ("call_script", "talk_track", "instructions", "notes"),
    ),
    Key("voicemail", "What is said to the machine", ("voicemail_script",)),
    Key(
        "thread",
        "`reply` goes on in the thread of the email before, `new` starts one",
        ("is_reply", "reply", "same_thread", "reply_to_thread", "new_thread"),
    ),
    Key("manual", "Whether a person does it by hand and can fill in blanks: yes or no"),
    Key("enabled", "Whether it is in use: yes or no", ("active",)),
    Key("variants", "Versions of the copy, each with a label", ("versions",)),
    Key("variant", "The label of this version of the copy", ("version",)),
    Key(
        "step",
        "Its number, used for sorting only",
        (
            "touch",
            "order",
            "position",
            "step_number",
            "step_order",
            "touch_number",
            "index",
            "number",
        ),
    ),
)

VARIANT = (
    Key("label", "What the version is called, as A", ("variant", "name", "version", "id")),
    Key("enabled", "Whether it is in use: yes or no", ("active",)),
    *(key for key in TOUCH if key.name in ("subject", "body", "script", "voicemail")),
)

OTHER = frozenset({
    "author", "cc", "created", "days", "description", "disabled", "duration", "dates", "from",
    "goals", "names", "note", "owner", "prompt", "schedule", "sender", "signature", "stage",
    "status", "steps", "stop", "tag", "tags", "team", "template_id", "test", "times", "to", "topic",
    "trigger", "updated", "version", "word_count",
})  # fmt: skip
"""Names that people write and that mean nothing here, some of them one letter from a key."""


_MARKS = "\"'“”„‘’*`"
"""What clings to a key that comes from a document: other quotation marks, asterisks."""


class Names(dict[str, tuple[str, ...]]):
    """Canonical names, each with all the names that it goes by, folded, itself first."""

    @cached_property
    def meanings(self) -> dict[str, list[tuple[int, str]]]:
        """For each folded name the canonical ones that it may stand for, and its rank there."""
        meanings: dict[str, list[tuple[int, str]]] = {}
        for canonical, names in self.items():
            for rank, name in enumerate(names):
                meanings.setdefault(name, []).append((rank, canonical))
        return meanings


@lru_cache(maxsize=10_000)
def fold(name: str) -> str:
    """A name as it is compared: without case, `_`, `-` and spaces."""
    return name.lower().replace("_", "").replace("-", "").replace(" ", "")


def _names(keys: tuple[Key, ...]) -> Names:
    return Names(
        (key.name, tuple(dict.fromkeys(map(fold, (key.name, *key.aliases))))) for key in keys
    )


HEADER_NAMES = _names(HEADER)
AUDIENCE_NAMES = _names(AUDIENCE)
TOUCH_NAMES = _names(TOUCH)
VARIANT_NAMES = _names(VARIANT)
LIST_NAMES = tuple(fold(name) for name in LIST_KEYS)


def is_of_touch(name: str) -> bool:
    """Whether a key is a touch's, and says nothing of a whole sequence."""
    folded = fold(name)
    others = (*HEADER_NAMES.values(), *AUDIENCE_NAMES.values(), LIST_NAMES, map(fold, OTHER))
    return folded in TOUCH_NAMES.meanings and not any(folded in names for names in others)


def nearest(name: str, known: dict[str, tuple[str, ...]]) -> str | None:
    """The known key that `name` is one slip of the fingers from, if there is just one such key.

    Of short names only the letters may be swapped or the later ones be wrong: they are too near
    to each other for more.
    """
    folded = fold(name)
    if folded in _KNOWN:
        return None
    bare = folded.partition(":")[0].strip(_MARKS)
    if bare != folded:
        return next((key for key, names in known.items() if bare in names), None)
    if len(folded) < 3:
        return None
    near = {
        canonical
        for canonical, names in known.items()
        if any(_is_slip(folded, other) for other in names)
    }
    return near.pop() if len(near) == 1 else None


def _is_slip(name: str, known: str) -> bool:
    if abs(len(name) - len(known)) > 1 or not is_one_edit(name, known):
        return False
    return len(name) > 3 or name[0] == known[0]


_KNOWN = frozenset(
    {
        *(fold(name) for name in OTHER),
        *LIST_NAMES,
        *(
            name
            for table in (HEADER_NAMES, AUDIENCE_NAMES, TOUCH_NAMES, VARIANT_NAMES)
            for names in table.values()
            for name in names
        ),
    }
)
