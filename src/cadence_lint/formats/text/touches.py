"""From headings and the lines between them to touches."""

_MAIL_HEADER = re.compile(r"[ \t>*]*(?:from|to|cc|date|sent)[ \t*]*:", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"\+?(\d{1,3})(?!\w)")
_QUOTED = (("`", "`"), ('"', '"'), ("“", "”"), ("**", "**"))
class _Touch:
    """A touch while its lines are read."""

    def __init__(self, heading: Heading | None, start: int, end: int) -> None:
        self.heading = heading
        self.start = start
        self.end = end
        self.entries: dict[str, Entry] = {}
        self.copies: dict[tuple[int, str], list[_Slice]] = {}
        self.copy_keys: dict[tuple[int, str], Span] = {}
        self.variants: list[Phrase] = []
        self.subjects: dict[int, Entry] = {}
        self.is_voicemail = False
        self.line = 0
        self.title_line: int | None = None
        self.is_closed = False
        """Whether what follows, up to the next heading, is no part of it."""

    @property
    def channel(self) -> str:
        node = self.entries["channel"].value if "channel" in self.entries else None
        return node.value if isinstance(node, Scalar) else ""

    @property
    def has_copy(self) -> bool:
        return bool(self.copies)

    @property
    def has_content(self) -> bool:
        return bool(self.copies or self.subjects)


class _Done(NamedTuple):
    """A touch that has been read."""

    node: Mapping
    heading: Heading | None
    start_line: int
    about: Span
    title_line: int | None
    """The line of a heading that stands between the touch before and this one."""


class _Walk:
    """Goes through the lines from the first touch on and puts the touches together."""

    def __init__(self, reader: _Reader, start: int) -> None:
        self.reader = reader
        self.text = reader.text
        self.start = start
        self.drafts: list[_Touch] = []
        self.context: Heading | None = None
        """The latest heading that says a day, for those below it that say none."""
        self.wait: Phrase | None = None
        self.title_line: int | None = None
        self.part = "copy"
        self.variant = 0
        self.in_fence = False
        self.awaits_subject: Label | None = None

    def touches(self) -> list[_Done]:
        """All touches of the text."""
        reader = self.reader
        lines = reader.lines
        if self.start < len(lines) and self.start not in reader.by_line:
            self._open(None, self.start)
        for number in range(self.start, len(lines)):
            heading = reader.by_line.get(number)
            if heading:
                self._take_heading(heading)
            elif self.drafts:
                self._take_line(number, lines[number])
        return [done for draft in self.drafts for done in self._finish(draft)]

    # Touches

    @property
    def touch(self) -> _Touch:
        return self.drafts[-1]

    def _open(self, heading: Heading | None, number: int) -> _Touch:
        line = self.reader.lines[number]
        start, end = (heading.start, heading.end) if heading else (line.start, line.start)
        touch = _Touch(heading, start, end)
        touch.line = number
        touch.title_line = self.title_line
        self.title_line = None
        self.drafts.append(touch)
        self._begin("copy")
        self.variant = 0
        self.awaits_subject = None
        return touch

    def _begin(self, part: str) -> None:
        self.part = part

    def _take_heading(self, heading: Heading) -> None:
        if heading.rank in (HASH, BOLD):
            self.in_fence = False
        if heading.is_wait:
            self.wait = heading.parts.delay
            if self.drafts:
                self.touch.is_closed = True
            return
        before = self.drafts[-1] if self.drafts else None
        if before and self._is_its_voicemail(before, heading):
            before.is_closed = False
            self._say_label(before, "voicemail", heading.start, heading.end)
            self._begin("voicemail")
            return
        if before and self._repeats(before, heading):
            return
        if before and self._is_container(before, heading):
            self.drafts.pop()
        touch = self._open(heading, heading.line)
        self._say_heading(touch, heading)

    @staticmethod
    def _is_its_voicemail(before: _Touch, heading: Heading) -> bool:
        """Whether a heading is about the voicemail of the call before it."""
        contacts, day = heading.parts.contacts, heading.parts.day
        if not (contacts and contacts[0].is_voicemail and before.channel == "call"):
            return False
        if (0, "voicemail") in before.copies or before.is_voicemail or heading.parts.delay:
            return False
        other = before.heading.parts.day if before.heading else None
        return day is None or bool(other and other.value == day.value)

    @staticmethod
    def _repeats(before: _Touch, heading: Heading) -> bool:
        """Whether a heading only names the channel of the touch that was just opened."""
        if before.has_content or heading.is_counted or before.heading is None:
            return False
        said = {contact.channel.value for contact in before.heading.parts.contacts}
        return bool(said) and any(c.channel.value in said for c in heading.parts.contacts)

    @staticmethod
    def _is_container(before: _Touch, heading: Heading) -> bool:
        """Whether the touch before is but a day, whose touches follow below it."""
        above = before.heading
        if above is None or before.has_content or above.parts.contacts:
            return False
        return above.depth < heading.depth and bool(above.parts.day or above.parts.delay)

    def _say_heading(self, touch: _Touch, heading: Heading) -> None:
        parts = heading.parts
        day, delay = parts.day, parts.delay
        if day or delay:
            self.context = heading
        elif self.context and self.context.depth < heading.depth:
            day, delay = self.context.parts.day, self.context.parts.delay
        else:
            self.context = None
        if not day and not delay:
            delay = self.wait
        self.wait = None
        said = {
            "day": day,
            "delay": None if day else delay,
            "time": parts.time,
            "thread": parts.thread,
            "manual": parts.manual,
            "label": parts.title,
        }
        for key, phrase in said.items():
            if phrase:
                touch.entries[key] = self.reader.phrase(key, phrase)
        if parts.contacts:
            self._say_contact(touch, parts.contacts[0])
        elif not touch.entries:
            whole = Phrase(
                self.text[heading.start : heading.end].strip(" \t*_#:"),
                heading.start,
                heading.end,
                heading.start,
                heading.end,
            )
            touch.entries["label"] = self.reader.phrase("label", whole)

    def _say_contact(self, touch: _Touch, contact: Contact) -> None:
        touch.is_voicemail = contact.is_voicemail
        touch.entries["channel"] = self.reader.phrase("channel", contact.channel)
        if contact.action:
            touch.entries["action"] = self.reader.phrase("action", contact.action)

    def _sibling(self, number: int) -> _Touch:
        """Another touch on the same day, without a heading of its own."""
        before = self.touch
        touch = self._open(None, number)
        touch.heading = before.heading
        if "day" in before.entries:
            touch.entries["day"] = before.entries["day"]
        return touch

    # Lines

    def _take_line(self, number: int, line: _Line) -> None:
        text = self.text
        if _FENCE.match(text, line.start, line.end):
            self.in_fence = not self.in_fence
            return
        if _RULE.match(text, line.start, line.end) or _COMMENT.match(text, line.start, line.end):
            return
        hashes = None if self.in_fence else _HASHES.match(text, line.start, line.end)
        label = text_lines.read_label(text, line.start, line.end)
        if hashes and self.reader.has_marks and not label:
            variant = text_lines.read_variant(text, line.start, line.end)
            if variant and not self.touch.is_closed:
                self._take_variant(variant)
                return
            above = self.touch.heading
            if above is None or above.rank != HASH or len(hashes[1]) <= above.level:
                self.touch.is_closed = True
                self.title_line = number
            return
        if self.touch.is_closed:
            return
        if label and self._is_label(label, number):
            self._take_label(label, number, line)
            return
        variant = text_lines.read_variant(text, line.start, line.end)
        if variant:
            self._take_variant(variant)
        elif not self._takes_channel(number, line):
            self._add(_Slice(line, line.start, self.in_fence))

    def _add(self, one: _Slice) -> None:
        is_blank = not self.text[one.start : one.line.end].strip()
        if self.part == "comment":
            if is_blank:
                self._begin("copy")
            return
        if self.awaits_subject and not is_blank:
            label, self.awaits_subject = self.awaits_subject, None
            self._say_subject(label, one.start, one.line.end)
            return
        key = (self.variant, self.part)
        if is_blank and key not in self.touch.copies:
            return
        self.touch.copies.setdefault(key, []).append(one)
        if not is_blank:
            self.touch.end = max(self.touch.end, one.line.end)

    def _takes_channel(self, number: int, line: _Line) -> bool:
        """Take a line that only names a channel, as `Email:`, under a heading that names none."""
        touch = self.touch
        heading = touch.heading
        length = line.end - line.start
        if heading is None or heading.parts.contacts or not 2 <= length <= 60 or self.in_fence:
            return False
        found = text_lines.read_heading(self.text, number, line.start, line.end)
        if found is None or found.is_counted or not found.parts.is_known or found.rank == LIST:
            return False
        if self.text[found.start : found.end].rstrip(" \t*_")[-1:] != ":" and found.rank != BOLD:
            return False
        if touch.has_content or "channel" in touch.entries:
            touch = self._sibling(number)
        touch.start = min(touch.start, found.start)
        self._say_contact(touch, found.parts.contacts[0])
        return True

    def _take_variant(self, variant: Phrase) -> None:
        self.variant = self._variant(variant)
        self._begin("copy")

    def _variant(self, variant: Phrase) -> int:
        letters = [known.value.upper() for known in self.touch.variants]
        if variant.value.upper() in letters:
            return letters.index(variant.value.upper()) + 1
        self.touch.variants.append(variant)
        self.touch.end = max(self.touch.end, variant.end)
        return len(self.touch.variants)

    # Labels

    def _is_label(self, label: Label, number: int) -> bool:
        """Whether a line that looks like a label is one here, and not a line of the copy."""
        touch = self.touch
        if label.name == "subject":
            if (self.variant, "copy") not in touch.copies and (0, "body") not in touch.copies:
                return True
            before = self.reader.lines[number - 1]
            if _MAIL_HEADER.match(self.text, before.start, before.end):
                return False
            return label.is_marked or self.reader.is_gap(number - 1)
        if not touch.has_copy:
            return True
        if label.name in text_lines.BEFORE_COPY:
            return False
        return label.is_marked or label.name not in text_lines.PLAIN_BEFORE_COPY

    def _take_label(self, label: Label, number: int, line: _Line) -> None:
        touch = self.touch
        has_value = label.value_start < label.value_end
        name = label.name
        if name == "subject":
            self._take_subject(label, number)
        elif name in ("when", "day", "action", "thread"):
            if has_value:
                self._take_when(touch, label)
            self._begin("copy")
        elif (
            name in ("comment", "aim")
            or (name == "note" and touch.channel != "linkedin")
            or (name == "notes" and touch.channel != "call")
        ):
            self._begin("comment")
        else:
            part = "body" if name == "note" else name
            if part == "voicemail" and touch.channel not in ("", "call"):
                touch = self._sibling(number)
            if part in ("script", "voicemail") and not touch.channel:
                self._say_call(touch, label)
            if label.letter:
                letter = Phrase(label.letter, label.start, label.end, label.start, label.end)
                self.variant = self._variant(letter)
            self._begin(part)
            self._say_label(touch, part, label.start, label.end)
            if has_value:
                cut = line._replace(end=label.value_end)
                self._add(_Slice(cut, label.value_start, self.in_fence))

    def _say_label(self, touch: _Touch, part: str, start: int, end: int) -> None:
        touch.copy_keys.setdefault((self.variant, part), Span(start, end))

    def _say_call(self, touch: _Touch, label: Label) -> None:
        if touch.subjects:
            return
        phrase = Phrase("call", label.start, label.end, label.start, label.end)
        touch.entries["channel"] = self.reader.phrase("channel", phrase)

    def _take_subject(self, label: Label, number: int) -> None:
        touch = self.touch
        if (self.variant, "copy") in touch.copies or (self.variant, "body") in touch.copies:
            if not label.letter and not self.variant:
                self._sibling(number)
        self._begin("copy")
        if label.value_start < label.value_end:
            self._say_subject(label, label.value_start, label.value_end)
        elif label.is_heading or self._value_follows(number):
            self.awaits_subject = label
        else:
            self._say_subject(label, label.value_start, label.value_start)

    def _value_follows(self, number: int) -> bool:
        """Whether the line below an empty `Subject:` is its value, in Markdown's marks."""
        if number + 1 >= len(self.reader.lines):
            return False
        line = self.reader.lines[number + 1]
        return self.text[line.start : line.end].lstrip()[:1] in ("`", ">")

    def _say_subject(self, label: Label, start: int, end: int) -> None:
        touch = self.touch
        start, end = self._unwrapped(start, end)
        entry = self.reader.entry("subject", Span(label.start, label.end), Span(start, end))
        touch.end = max(touch.end, end)
        variant = self.variant
        if label.letter:
            letter = Phrase(label.letter, label.start, label.end, label.start, label.end)
            variant = self._variant(letter)
        elif variant in touch.subjects:
            self._take_alternative(entry, label)
            return
        touch.subjects.setdefault(variant, entry)

    def _take_alternative(self, entry: Entry, label: Label) -> None:
        """A second subject right below the first is another version of it."""
        touch = self.touch
        if self.variant or len(touch.variants) > 24:
            return
        if not touch.variants:
            first = touch.subjects[0]
            touch.variants.append(Phrase("A", label.start, label.end, label.start, label.end))
            touch.subjects[1] = first
        letter = chr(ord("A") + len(touch.variants))
        touch.variants.append(Phrase(letter, label.start, label.end, label.start, label.end))
        touch.subjects[len(touch.variants)] = entry

    def _unwrapped(self, start: int, end: int) -> tuple[int, int]:
        """A value without the white space, quotes and code marks around it."""
        text = self.text
        quote = _QUOTE.match(text, start, end)
        start = quote.end() if quote else start
        for _ in range(2):
            value = text[start:end]
            start += len(value) - len(value.lstrip())
            end = start + len(value.strip())
            for before, after in _QUOTED:
                inner = text[start + len(before) : end - len(after)]
                if (
                    end - start > len(before) + len(after)
                    and text.startswith(before, start)
                    and text.endswith(after, start, end)
                    and before not in inner
                    and after not in inner
                ):
                    start, end = start + len(before), end - len(after)
                    break
        return start, end

    def _take_when(self, touch: _Touch, label: Label) -> None:
        """Take the value of `Channel:`, `Day:`, `Timing:`, `Action:` and the like."""
        start, end = self._unwrapped(label.value_start, label.value_end)
        touch.end = max(touch.end, end)
        value = self.text[start:end]
        number = _BARE_NUMBER.match(value) if label.name == "day" else None
        if number:
            span = Span(start + number.start(1), start + number.end(1))
            entry = self.reader.entry("day", Span(label.start, label.end), span)
            touch.entries.setdefault("day", entry)
            return
        parts = text_lines.read_parts(self.text, start, end, strict=False)
        if parts is None:
            return
        named = self.text[label.start : label.end].strip(" \t*:").lower()
        key_span = {"key_start": label.start, "key_end": label.end}
        for key, phrase in (
            ("day", parts.day),
            ("delay", parts.delay),
            ("time", parts.time),
            ("thread", parts.thread),
        ):
            if phrase and not (key == "delay" and "day" in touch.entries):
                touch.entries.setdefault(key, self.reader.phrase(key, phrase._replace(**key_span)))
        if parts.contacts and named in ("channel", "action", "type", "send"):
            contact = parts.contacts[0]
            channel = contact.channel._replace(**key_span)
            action = contact.action._replace(**key_span) if contact.action else None
            if not touch.channel or named == "channel":
                self._say_contact(touch, contact._replace(channel=channel, action=action))
            elif action and touch.channel == channel.value:
                touch.entries["action"] = self.reader.phrase("action", action)
        elif named in ("channel", "action", "thread") and value:
            entry = self.reader.entry(named, Span(label.start, label.end), Span(start, end))
            touch.entries.setdefault(named, entry)

    # What a touch became

    def _finish(self, touch: _Touch) -> Iterator[_Done]:
        """A touch's tree; a heading that names two channels is two touches."""
        reader = self.reader
        if touch.heading is None and not touch.has_content and not touch.entries:
            return
        contacts = touch.heading.parts.contacts if touch.heading else ()
        if touch.heading and touch.heading.line != touch.line:
            contacts = ()
        own = 0
        if touch.subjects and len(contacts) > 1:
            emails = [n for n, c in enumerate(contacts) if c.channel.value == "email"]
            own = emails[0] if emails else 0
            if emails and own:
                self._say_contact(touch, contacts[own])
        for number, contact in enumerate(contacts or (None,)):
            node = Mapping(reader.span(touch.start, max(touch.end, touch.start)))
            if number == own or contact is None:
                entries = self._entries(touch)
            else:
                other = _Touch(touch.heading, touch.start, touch.end)
                other.entries = {
                    k: v for k, v in touch.entries.items() if k in ("day", "delay", "time")
                }
                if number and "delay" in other.entries:
                    del other.entries["delay"]
                self._say_contact(other, contact)
                entries = other.entries
            ordered = sorted(entries.items(), key=lambda item: item[1].key.span.start)
            node.entries = dict(ordered)
            about = reader.span(touch.start, touch.heading.end if touch.heading else touch.start)
            yield _Done(node, touch.heading, touch.line, about, touch.title_line)

    def _entries(self, touch: _Touch) -> dict[str, Entry]:
        reader = self.reader
        entries = dict(touch.entries)
        if 0 in touch.subjects and 1 not in touch.subjects:
            entries["subject"] = touch.subjects[0]
        entries.update(self._copies(touch, 0))
        nodes: list[Node] = []
        for number, letter in enumerate(touch.variants, 1):
            label = reader.phrase("label", letter)
            found = {"label": label}
            if number in touch.subjects:
                found["subject"] = touch.subjects[number]
            found.update(self._copies(touch, number))
            if len(found) > 1:
                spans = [entry.span for entry in found.values()]
                node = Mapping(Span(min(s.start for s in spans), max(s.end for s in spans)))
                node.entries = found
                nodes.append(node)
        if nodes:
            items = Items(Span(nodes[0].span.start, max(node.span.end for node in nodes)))
            items.items = nodes
            entries["variants"] = Entry(reader.said("variants", items.span), items)
        return entries

    def _copies(self, touch: _Touch, variant: int) -> dict[str, Entry]:
        """The copies of a touch or a variant, under the keys that its channel asks for."""
        found: dict[str, Entry] = {}
        is_call = touch.channel == "call"
        names = {part for number, part in touch.copies if number == variant}
        main = "voicemail" if touch.is_voicemail else "script" if is_call else "body"
        if "copy" in names and (
            {"body", "script"} & names or (touch.is_voicemail and main in names)
        ):
            names.discard("copy")
        for part in ("copy", "body", "script", "voicemail", "notes"):
            if part not in names:
                continue
            text = self.reader.copy(touch.copies[variant, part])
            if text is None:
                continue
            key = main if part == "copy" or (part == "body" and is_call) else part
            if key in found or (key == "notes" and "script" in found):
                continue
            span = text.span(0, len(text.value))
            at = touch.copy_keys.get((variant, part))
            key_span = self._key_span(touch, variant, at)
            found[key] = Entry(self.reader.said(key, key_span), Scalar(span, text))
        return found

    def _key_span(self, touch: _Touch, variant: int, label: Span | None) -> Span:
        if label:
            return self.reader.span(*label)
        if variant:
            phrase = touch.variants[variant - 1]
            return self.reader.span(phrase.key_start, phrase.key_end)
        if touch.heading and touch.heading.line == touch.line:
            return self.reader.span(touch.heading.start, touch.heading.end)
        return self.reader.span(touch.start, touch.start)


