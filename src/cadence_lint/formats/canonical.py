"""Keys and values to a sequence: the one place where the names of `keys` get their meaning.

Every format's reader hands over the same tree, with our keys or any of their aliases. What
cannot be taken is a fault with a place and costs only itself; what is odd about the writing is a
remark, for the rules about the file itself to judge.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar, get_args

from cadence_lint.formats import keys, values
from cadence_lint.formats.values import Unreadable
from cadence_lint.sequence import (
    Audience,
    Consent,
    Message,
    Purpose,
    Relationship,
    Remark,
    Segment,
    Sequence,
    Touch,
    number_touches,
)
from cadence_lint.source import Fault, Piece, Source, Span, Text
from cadence_lint.tree import Entry, Items, Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")

_SUBJECT_LINE = re.compile(
    r"\s*subject(?: line)?\s*:[ \t]*(.*?)[ \t]*(?:\r\n|\n|\r|$)", re.IGNORECASE
)
_MOST_TOUCHES = 2000
_MOST_COPY = 5_000_000
"""Characters of copy in one file; aliases let a small file repeat a long text without end."""
_SYNONYMS = {
    "enterprise": "exec",
    "executive": "exec",
    "csuite": "exec",
    "clevel": "exec",
    "midmarket": "mid",
    "small": "smb",
    "smallbusiness": "smb",
    "outbound": "sales",
    "prospecting": "sales",
    "investors": "fundraising",
    "hiring": "recruiting",
    "pr": "press",
    "client": "customer",
    "existingcustomer": "customer",
}


class Listing(NamedTuple):
    """A list of touches as it stands in a file, and the keys around it."""

    header: Mapping | None
    items: Items
    about: Span
    """Where the whole sequence is pointed at when it has no name: the list's key."""


def build(source: Source, listing: Listing, format_name: str) -> tuple[Sequence, list[Fault]]:
    """Make a sequence of a list of touches, and say what in it could not be taken."""
    builder = _Builder(source)
    return builder.sequence(listing, format_name), builder.faults


class _Keys:
    """A mapping read by canonical names; remembers which of its keys were understood."""

    def __init__(self, node: Mapping | None, names: dict[str, tuple[str, ...]]) -> None:
        self.names = names
        self.by_name: dict[str, Entry] = {}
        for entry in node.entries.values() if node else ():
            self.by_name.setdefault(keys.fold(entry.key.value), entry)

    def get(self, name: str) -> Entry | None:
        """The entry of a key under whichever of its names it stands."""
        return next(self.all(name), None)

    def all(self, name: str) -> Iterator[Entry]:
        """The entries of a key under all of its names that the file has."""
        for alias in self.names[name]:
            if entry := self.by_name.get(alias):
                yield entry

    def unknown(self) -> Iterator[tuple[Scalar, str]]:
        """Each key that is one slip from a known one, with the known one."""
        for entry in self.by_name.values():
            if near := keys.nearest(entry.key.value, self.names):
                yield entry.key, near


class _Timing(NamedTuple):
    day: float | None
    delay: float | None


class _Draft(NamedTuple):
    """A touch, with what is needed until its place in the order is known."""

    touch: Touch
    delay: float | None
    step: float | None
    same_step: str | None
    """The number that it shares with the other variants of its step."""


class _Builder:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Fault] = []
        self.remarks: list[Remark] = []
        self.copy_left = _MOST_COPY

    # The sequence

    def sequence(self, listing: Listing, format_name: str) -> Sequence:
        header = _Keys(listing.header, keys.HEADER_NAMES)
        audience, audience_keys = self._audience(listing.header, header)
        touches = self._touches(listing.items)
        self._remark_unknown(header)
        name = next((e for e in header.all("name") if isinstance(e.value, Scalar)), None)
        about = name.key.span if name else listing.about
        node = listing.header or listing.items
        return Sequence(
            source=self.source,
            id=self.source.path,
            format=format_name,
            name=self._name(name),
            span=node.span,
            about=name.value.span if name and not _is_null(name.value) else about,
            touches=touches,
            purpose=self._word(header.get("purpose"), get_args(Purpose)),
            audience=audience,
            goal=self._plain(header.get("goal")),
            language=self._plain(header.get("language")),
            start=self._value(header.get("start"), values.read_date),
            business_days=self._value(header.get("business_days"), values.is_yes) or False,
            send_days=self._weekdays(header.get("send_days")),
            stop_on=self._stop_on(header.get("stop_on")),
            fields=self._fields(header.get("fields")),
            consent=self._word(header.get("consent"), get_args(Consent)),
            reviewed=self._value(header.get("reviewed"), values.read_date),
            replies=self._pairs(header.get("replies")),
            enrolled=self._value(header.get("enrolled"), _read_count),
            remarks=tuple(self.remarks),
            places=_places(header) | _places(audience_keys),
        )

    def _name(self, entry: Entry | None) -> str:
        said = self._plain(entry)
        if said:
            return said
        return self.source.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]

    def _audience(self, node: Mapping | None, header: _Keys) -> tuple[Audience, _Keys]:
        """The audience's keys stand under `audience`, or beside the sequence's own."""
        entry = header.get("audience")
        inner = entry.value if entry and isinstance(entry.value, Mapping) else None
        around, within = (_Keys(found, keys.AUDIENCE_NAMES) for found in (node, inner))
        self._remark_unknown(within)
        found = _Keys(None, keys.AUDIENCE_NAMES)
        found.by_name = around.by_name | within.by_name
        persona = self._plain(found.get("persona"))
        if persona is None and entry and isinstance(entry.value, Scalar):
            persona = self._plain(entry)
        return (
            Audience(
                persona=persona,
                relationship=self._word(found.get("relationship"), get_args(Relationship)),
                segment=self._word(found.get("segment"), get_args(Segment)),
                regions=self._regions(found.get("region")),
                timezones=self._timezones(found.get("timezone")),
                context=self._pairs(found.get("context")),
            ),
            found,
        )

    def _regions(self, entry: Entry | None) -> tuple[str, ...]:
        from cadence_lint.room import normal_region

        found = []
        for scalar in self._scalars(entry):
            region = normal_region(scalar.value)
            if region is None:
                self._fault(
                    f"{scalar.value!r} is no region that I know; write a country's two letters,"
                    " such as DE or US-CA",
                    scalar.span,
                )
            else:
                found.append(region)
        return tuple(found)

    def _timezones(self, entry: Entry | None) -> tuple[str, ...]:
        scalars = self._scalars(entry)
        if not scalars:
            return ()
        from cadence_lint.schedule import check_zone

        found = []
        for scalar in scalars:
            problem = check_zone(scalar.value.strip())
            if problem:
                self._fault(problem, scalar.span)
            else:
                found.append(scalar.value.strip())
        return tuple(found)

    def _weekdays(self, entry: Entry | None) -> frozenset[int] | None:
        scalars = self._scalars(entry)
        if not scalars:
            return None
        words = [word for scalar in scalars for word in re.split(r"[,\s]+", scalar.value.strip())]
        try:
            return values.read_weekdays(words)
        except Unreadable as problem:
            self._fault(str(problem), scalars[0].span)
            return None

    def _stop_on(self, entry: Entry | None) -> tuple[str, ...] | None:
        if entry is None:
            return None
        return tuple(scalar.value.strip() for scalar in self._scalars(entry))

    def _fields(self, entry: Entry | None) -> dict[str, str]:
        if entry is None:
            return {}
        if isinstance(entry.value, Mapping):
            return self._pairs(entry)
        return {scalar.value.strip(): "required" for scalar in self._scalars(entry)}

    # Touches

    def _touches(self, items: Items) -> tuple[Touch, ...]:
        drafts: list[_Draft] = []
        for item in items.items[:_MOST_TOUCHES]:
            if isinstance(item, Mapping):
                draft = self._touch(item)
                if draft:
                    drafts.append(draft)
            elif not (isinstance(item, Scalar) and item.is_null):
                self._fault(
                    "a touch is keys with values, such as `- day: 3` and `channel: call`",
                    item.span,
                )
        if len(items.items) > _MOST_TOUCHES:
            self._fault(
                f"more than {_MOST_TOUCHES} touches in one sequence; the rest is not read",
                items.items[_MOST_TOUCHES].span,
            )
        drafts = _gather_variants(drafts)
        if all(draft.step is not None for draft in drafts):
            drafts.sort(key=lambda draft: draft.step or 0.0)
        timed = self._resolve_days(drafts)
        threaded = _resolve_threads(number_touches(timed))
        self._remark_days_going_back(timed)
        return threaded

    def _touch(self, item: Mapping) -> _Draft | None:
        found = _Keys(item, keys.TOUCH_NAMES)
        way, label = self._way(found)
        timing = self._timing(found)
        manual = self._value(found.get("manual"), values.is_yes)
        enabled = self._value(found.get("enabled"), values.is_yes)
        self._remark_unknown(found)
        if enabled is False:
            return None
        first_key = next(iter(item.entries.values()), None)
        touch = Touch(
            channel=way.channel,
            span=item.span,
            about=first_key.key.span if first_key else item.span,
            action=way.action,
            label=label,
            day=timing.day,
            minute=self._value(found.get("time"), values.read_time),
            thread=self._thread(found),
            manual=bool(manual),
            messages=self._messages(found, way),
            places=_places(found),
        )
        step = found.get("step")
        number = _number(step.value) if step else None
        has_variant = found.get("variant") is not None
        return _Draft(touch, timing.delay, number, str(number) if has_variant and step else None)

    def _way(self, found: _Keys) -> tuple[values.Way, str | None]:
        """The channel and action of a touch, and its label where `type` is a purpose."""
        way: values.Way | None = None
        label = self._plain(found.get("label"))
        for entry in found.all("channel"):
            if not isinstance(entry.value, Scalar) or not entry.value.value.strip():
                self._value(entry, values.read_channel)
                continue
            word = entry.value.value
            is_channel_key = keys.fold(entry.key.value) == "channel"
            if way is None and (is_channel_key or values.is_channel_word(word)):
                way = self._value(entry, values.read_channel) or values.Way("other")
            elif way and values.read_action(word) and not way.action and way.channel == "linkedin":
                way = way._replace(action=values.read_action(word))
            else:
                label = label or word.strip()
        way = way or values.Way("email")
        action = found.get("action")
        if action and isinstance(action.value, Scalar):
            way = self._with_action(way, action.value)
        return way, label

    def _with_action(self, way: values.Way, scalar: Scalar) -> values.Way:
        word = scalar.value
        action = values.read_action(word)
        if way.channel == "linkedin" and action:
            return way._replace(action=action)
        if way.channel == "email" and values.is_channel_word(word, surely=True):
            return values.read_channel(word)
        return way

    def _timing(self, found: _Keys) -> _Timing:
        day = self._value(found.get("day"), values.read_day)
        entry = found.get("delay")
        delay: float | None = None
        if entry:
            name = keys.fold(entry.key.value)
            unit = "h" if "hour" in name else "m" if "minute" in name else ""
            delay = self._value(entry, lambda word: values.read_delay(word, unit))
        if day is not None and delay is not None and entry:
            self.remarks.append(Remark("mixed-timing", entry.value.span, {}))
        return _Timing(day, delay)

    def _thread(self, found: _Keys) -> Literal["new", "reply"] | None:
        for entry in found.all("thread"):
            if not isinstance(entry.value, Scalar) or entry.value.is_null:
                continue
            word = entry.value.value.strip().lower()
            if word in ("new", "reply"):
                return "new" if word == "new" else "reply"
            is_reply = self._value(entry, values.is_yes)
            if is_reply is None:
                continue
            if keys.fold(entry.key.value) == "newthread":
                is_reply = not is_reply
            return "reply" if is_reply else "new"
        return None

    # What is said

    def _messages(self, found: _Keys, way: values.Way) -> tuple[Message, ...]:
        own = self._message(found, way, self._plain(found.get("variant")))
        entry = found.get("variants")
        variants = entry.value.items if entry and isinstance(entry.value, Items) else []
        messages: list[Message] = []
        for index, item in enumerate(variants[:_MOST_TOUCHES]):
            if not isinstance(item, Mapping):
                self._fault("a variant is keys with values, such as `label` and `body`", item.span)
                continue
            inner = _Keys(item, keys.VARIANT_NAMES)
            self._remark_unknown(inner)
            if self._value(inner.get("enabled"), values.is_yes) is False:
                continue
            label = self._plain(inner.get("label")) or chr(ord("A") + index % 26)
            said = self._message(inner, way, label)
            messages.append(_filled_up(said, own))
        return tuple(messages) if messages else (own,)

    def _message(self, found: _Keys, way: values.Way, variant: str | None) -> Message:
        subject = self._copy(found, "subject")
        body = self._copy(found, "body")
        script = self._copy(found, "script") if way.channel == "call" else None
        voicemail = self._copy(found, "voicemail")
        if way.channel == "call":
            if script is None:
                script, body = body, None
            if way.voicemail and voicemail is None:
                voicemail, script = script, None
            return Message(variant, None, None, script, voicemail)
        if body is not None and way.channel == "email" and subject is None:
            subject, body = _split_subject(body)
        return Message(variant, subject, body, None, voicemail)

    def _copy(self, found: _Keys, name: str) -> Text | None:
        for entry in found.all(name):
            node = entry.value
            if isinstance(node, Scalar):
                if node.is_null:
                    self._check_hash(entry, node)
                    return Text.verbatim(self.source, node.span.start, node.span.start)
                return self._spend(node)
            self._fault(self._wants_quotes(entry), node.span)
        return None

    def _spend(self, node: Scalar) -> Text | None:
        """A copy's text, as long as the file does not repeat itself beyond reason."""
        is_last = self.copy_left > 0
        self.copy_left -= len(node.value)
        if self.copy_left > 0:
            return node.text
        if is_last:
            self._fault(
                f"more than {_MOST_COPY:,} characters of copy; the rest is not read", node.span
            )
        return None

    def _wants_quotes(self, entry: Entry) -> str:
        line = self.source.line_text(self.source.line_of(entry.key.span.start))
        found = re.match(r"([\s-]*[^:]+:\s*)(\{\{?.*\S)\s*$", line)
        if found and isinstance(entry.value, Mapping):
            fixed = f"{found[1].strip()} {quoted(found[2])}"
            return f"YAML takes {{{{…}}}} for a map of its own; put the line in quotes: {fixed}"
        return f"{entry.key.value!r} is text, but here stands something nested"

    def _check_hash(self, entry: Entry, node: Scalar) -> None:
        """`subject: #1 mistake` is an empty subject and a comment for YAML."""
        line_number = self.source.line_of(entry.key.span.start)
        line = self.source.line_text(line_number)
        found = re.match(r"([\s-]*[\w \"'-]+:\s+)(#[^\s#].*\S)\s*$", line)
        if found and "cadence-lint:" not in line:
            start = self.source.line_starts[line_number - 1] + len(found[1])
            self._fault(
                "YAML takes what follows # for a comment, so this is empty; put it in quotes:"
                f" {found[1].strip()} {quoted(found[2])}",
                Span(start, start + len(found[2])),
            )

    # Days

    def _resolve_days(self, drafts: list[_Draft]) -> list[Touch]:
        """Give each touch its absolute day; without any day, the first touch is day 1."""
        touches: list[Touch] = []
        before: float | None = None
        has_days = any(draft.touch.day is not None for draft in drafts)
        has_delays = any(draft.delay is not None for draft in drafts)
        for index, (touch, delay, *_) in enumerate(drafts):
            day = touch.day
            if day is None and delay is not None:
                base = before if index else (None if has_days else 1.0)
                day = base + delay if base is not None else None
            elif day is None and index == 0 and has_delays and not has_days:
                day = 1.0
            elif day is not None and delay is not None and before is not None:
                self._check_mixed(touch, day, before + delay)
            touches.append(touch._replace(day=day))
            before = day
        return touches

    def _check_mixed(self, touch: Touch, day: float, by_delay: float) -> None:
        """A day and a delay on one touch are one remark if they disagree, none otherwise."""
        about = touch.place_of("delay")
        agreeing = int(day) == int(by_delay)
        self.remarks = [
            remark._replace(values={"day": _day(day), "by_delay": _day(by_delay)})
            if remark.kind == "mixed-timing" and remark.span == about
            else remark
            for remark in self.remarks
            if not (agreeing and remark.kind == "mixed-timing" and remark.span == about)
        ]

    def _remark_days_going_back(self, touches: list[Touch]) -> None:
        latest: Touch | None = None
        for touch in touches:
            if touch.day is None or "day" not in touch.places:
                continue
            if latest and latest.day is not None and touch.day < latest.day:
                said = {"day": _day(touch.day), "before": _day(latest.day)}
                self.remarks.append(Remark("day-goes-back", touch.place_of("day"), said))
            else:
                latest = touch

    # Values

    def _remark_unknown(self, found: _Keys) -> None:
        for key, near in found.unknown():
            said = {"key": key.value, "meant": near}
            self.remarks.append(Remark("unknown-key", key.span, said))

    def _value(self, entry: Entry | None, read: Callable[[str], T]) -> T | None:
        if entry is None:
            return None
        if not isinstance(entry.value, Scalar):
            self._fault(f"{entry.key.value!r} is one value, not a list or keys", entry.value.span)
            return None
        if entry.value.is_null:
            return None
        try:
            return read(entry.value.value)
        except Unreadable as problem:
            self._fault(f"{entry.key.value}: {problem}", entry.value.span)
            return None

    def _plain(self, entry: Entry | None) -> str | None:
        return self._value(entry, lambda word: " ".join(word.split())) or None

    def _word(self, entry: Entry | None, allowed: tuple[str, ...]) -> Any:
        def read(word: str) -> str:
            folded = re.sub(r"[\s_-]+", "", word.strip().lower())
            folded = _SYNONYMS.get(folded, folded)
            if folded not in allowed:
                raise Unreadable(f"{word.strip()!r} is none of {', '.join(allowed)}")
            return folded

        return self._value(entry, read)

    def _scalars(self, entry: Entry | None) -> list[Scalar]:
        """The texts of a value that may be one or a list."""
        if entry is None:
            return []
        nodes: list[Node] = entry.value.items if isinstance(entry.value, Items) else [entry.value]
        found = [node for node in nodes if isinstance(node, Scalar) and not node.is_null]
        for node in nodes:
            if not isinstance(node, Scalar):
                self._fault(f"{entry.key.value!r} is a word or a list of words", node.span)
        return found

    def _pairs(self, entry: Entry | None) -> dict[str, str]:
        if entry is None or not isinstance(entry.value, Mapping):
            return {}
        return {
            inner.key.value: inner.value.value if isinstance(inner.value, Scalar) else ""
            for inner in entry.value.entries.values()
        }

    def _fault(self, message: str, span: Span) -> None:
        self.faults.append(Fault(message, span))


def quoted(text: str) -> str:
    """A text in the quotes that YAML needs it in."""
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def _filled_up(said: Message, own: Message) -> Message:
    """A variant with what it leaves to its touch."""
    return said._replace(
        subject=own.subject if said.subject is None else said.subject,
        body=own.body if said.body is None else said.body,
        script=own.script if said.script is None else said.script,
        voicemail=own.voicemail if said.voicemail is None else said.voicemail,
    )


def _split_subject(body: Text) -> tuple[Text | None, Text]:
    """A body that opens with `Subject: …` brings its own subject."""
    found = _SUBJECT_LINE.match(body.value)
    if not found:
        return None, body
    rest = body.value[found.end() :]
    start = found.end() + len(rest) - len(rest.lstrip("\r\n"))
    cut = body.derive([Piece(body.value[start:], start, len(body.value))])
    return body.cut(*found.span(1)), cut


def _gather_variants(drafts: list[_Draft]) -> list[_Draft]:
    """Items that repeat a step's number with another `variant` are one touch."""
    gathered: list[_Draft] = []
    for draft in drafts:
        before = gathered[-1] if gathered else None
        if before and draft.same_step and draft.same_step == before.same_step:
            messages = before.touch.messages + draft.touch.messages
            gathered[-1] = before._replace(touch=before.touch._replace(messages=messages))
        else:
            gathered.append(draft)
    return gathered


def _resolve_threads(touches: tuple[Touch, ...]) -> tuple[Touch, ...]:
    """An email after the first without a subject of its own goes on in the thread before it."""
    emails = 0
    resolved = []
    for touch in touches:
        if touch.channel == "email":
            emails += 1
            if touch.thread is None:
                has_subject = any(
                    message.subject is not None and message.subject.value.strip()
                    for message in touch.messages
                )
                is_reply = emails > 1 and not has_subject
                touch = touch._replace(thread="reply" if is_reply else "new")
        resolved.append(touch)
    return tuple(resolved)


def _places(found: _Keys) -> dict[str, Span]:
    return {
        name: entry.value.span if not _is_null(entry.value) else entry.key.span
        for name in found.names
        if (entry := found.get(name))
    }


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_null


def _number(node: Node) -> float | None:
    found = re.search(r"\d+(?:\.\d+)?", node.value) if isinstance(node, Scalar) else None
    return float(found[0]) if found else None


def _read_count(word: str) -> int:
    digits = re.sub(r"[\s,._']", "", word)
    if not digits.isdigit() or len(digits) > 12:
        raise Unreadable(f"{word.strip()!r} is no number of people")
    return int(digits)


def _day(day: float) -> str:
    return f"{day:g}"
