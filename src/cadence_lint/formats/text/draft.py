"""A touch while its lines are read, and the tree that it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.formats.text.headings import Phrase
from cadence_lint.source import Span
from cadence_lint.tree import Entry, Items, Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.formats.text.headings import Contact, Heading
    from cadence_lint.formats.text.page import Page, Slice

UNLABELLED = "copy"
"""The part of a touch that stands under no label; its channel says what it is."""
_TIMING = ("day", "delay", "time")
_MOST_VARIANTS = 26


class Done(NamedTuple):
    """A touch that has been read."""

    node: Mapping
    heading: Heading | None
    line: int
    about: Span
    title_line: int | None
    """The line of a heading that stands between the touch before and this one."""


class Draft:
    """What has been read of a touch so far. Spans are offsets of the cleaned text."""

    __slots__ = (
        "copies",
        "copy_keys",
        "end",
        "entries",
        "heading",
        "is_closed",
        "is_voicemail",
        "line",
        "page",
        "start",
        "subjects",
        "title_line",
        "variants",
    )

    def __init__(self, page: Page, heading: Heading | None, line: int) -> None:
        self.page = page
        self.heading = heading
        self.line = line
        self.title_line: int | None = None
        self.start = heading.start if heading else page.lines[line].start
        self.end = heading.end if heading else self.start
        self.entries: dict[str, Entry] = {}
        self.copies: dict[tuple[int, str], list[Slice]] = {}
        """Lines by variant, 0 for all of them, and by part."""
        self.copy_keys: dict[tuple[int, str], Span] = {}
        """The labels of those parts that have one."""
        self.variants: list[Phrase] = []
        self.subjects: dict[int, Entry] = {}
        self.is_voicemail = False
        self.is_closed = False
        """Whether what follows, up to the next heading, is no part of it."""

    @property
    def channel(self) -> str:
        """The channel as far as it is known."""
        node = self.entries["channel"].value if "channel" in self.entries else None
        return node.value if isinstance(node, Scalar) else ""

    @property
    def has_content(self) -> bool:
        """Whether anything that it says has been read."""
        return bool(self.copies or self.subjects)

    @property
    def is_headed(self) -> bool:
        """Whether its heading is its own, and not that of the touch before."""
        return self.heading is not None and self.heading.line == self.line

    def has_copy(self, variant: int) -> bool:
        """Whether the copy of a variant has begun."""
        return any((variant, part) in self.copies for part in (UNLABELLED, "body"))

    # Reading

    def reach(self, end: int) -> None:
        """Extend the touch to an offset."""
        self.end = max(self.end, end)

    def say(self, key: str, phrase: Phrase) -> None:
        """Take what a heading or a label says."""
        self.entries[key] = self.page.phrase(key, phrase)

    def say_contact(self, contact: Contact) -> None:
        """Take a channel, and what is done on it."""
        self.is_voicemail = contact.is_voicemail
        if contact.channel.value != self.channel:
            self.entries.pop("action", None)
        self.say("channel", contact.channel)
        if contact.action:
            self.say("action", contact.action)

    def add(self, variant: int, part: str, one: Slice, *, is_blank: bool) -> None:
        """Add a line to a part of the copy."""
        key = (variant, part)
        if is_blank and key not in self.copies:
            return
        self.copies.setdefault(key, []).append(one)
        if not is_blank:
            self.reach(one.line.end)

    def variant(self, letter: Phrase) -> int:
        """The number of the variant with a letter; a new letter is a new variant."""
        letters = [known.value.upper() for known in self.variants]
        if letter.value.upper() not in letters:
            self.variants.append(letter)
            letters.append(letter.value.upper())
            self.reach(letter.end)
        return letters.index(letter.value.upper()) + 1

    def add_subject(self, entry: Entry, variant: int, label: Span) -> None:
        """Take a subject; a second one right below the first is another version of it."""
        if variant not in self.subjects:
            self.subjects[variant] = entry
        elif not variant and len(self.variants) < _MOST_VARIANTS:
            if not self.variants:
                self.variants.append(Phrase("A", *label, *label))
                self.subjects[1] = self.subjects[0]
            letter = chr(ord("A") + len(self.variants))
            self.variants.append(Phrase(letter, *label, *label))
            self.subjects[len(self.variants)] = entry

    # The tree

    def finish(self) -> Iterator[Done]:
        """The touch's tree; a heading that names two channels is two touches."""
        heading = self.heading if self.is_headed else None
        if heading is None and not self.has_content and not self.entries:
            return
        contacts = heading.parts.contacts if heading else ()
        own = self._own(contacts)
        if own:
            self.say_contact(contacts[own])
        for number in range(max(len(contacts), 1)):
            entries = self._all() if number == own else self._other(contacts[number], number)
            node = Mapping(self.page.span(self.start, max(self.start, self.end)))
            node.entries = dict(sorted(entries.items(), key=lambda item: item[1].key.span.start))
            about = self.page.span(self.start, heading.end if heading else self.start)
            yield Done(node, self.heading, self.line, about, self.title_line)

    def _own(self, contacts: tuple[Contact, ...]) -> int:
        """Which of the channels the copy is for: the email, where there is a subject."""
        channels = [contact.channel.value for contact in contacts]
        return channels.index("email") if self.subjects and "email" in channels else 0

    def _other(self, contact: Contact, number: int) -> dict[str, Entry]:
        """A touch on another channel at the same time, whose copy the text does not hold."""
        other = Draft(self.page, self.heading, self.line)
        other.entries = {key: self.entries[key] for key in _TIMING if key in self.entries}
        if number:
            other.entries.pop("delay", None)
        other.say_contact(contact)
        return other.entries

    def _all(self) -> dict[str, Entry]:
        entries = dict(self.entries)
        if 0 in self.subjects and 1 not in self.subjects:
            entries["subject"] = self.subjects[0]
        entries.update(self._said(0))
        nodes = list(self._variants())
        if nodes:
            items = Items(Span(nodes[0].span.start, max(node.span.end for node in nodes)))
            items.items.extend(nodes)
            entries["variants"] = Entry(self.page.said("variants", items.span), items)
        if self.heading and not entries:
            entries["label"] = self.page.phrase("label", self._whole(self.heading))
        return entries

    def _whole(self, heading: Heading) -> Phrase:
        """The heading itself, for a touch of which the text says nothing else."""
        at = (heading.start, heading.end)
        return Phrase(self.page.text[slice(*at)].strip(" \t*_#:"), *at, *at)

    def _variants(self) -> Iterator[Node]:
        for number, letter in enumerate(self.variants, 1):
            said = {"label": self.page.phrase("label", letter)}
            if number in self.subjects:
                said["subject"] = self.subjects[number]
            said.update(self._said(number))
            if len(said) > 1:
                node = Mapping(around(said))
                node.entries = said
                yield node

    def _said(self, variant: int) -> dict[str, Entry]:
        """What a touch or a variant says, under the keys that its channel asks for."""
        found: dict[str, Entry] = {}
        parts = {part for number, part in self.copies if number == variant}
        main = "body"
        if self.channel == "call":
            main = "voicemail" if self.is_voicemail else "script"
        # What stands above a label is about the copy, not part of it.
        if parts & {main, "body"}:
            parts.discard(UNLABELLED)
        for part in (UNLABELLED, "body", "script", "voicemail", "notes"):
            scalar = self.page.copy(self.copies[variant, part]) if part in parts else None
            key = main if part in (UNLABELLED, "body") else part
            if scalar and key not in found and not (key == "notes" and "script" in found):
                key_span = self._key_span(variant, part)
                found[key] = Entry(self.page.said(key, key_span), scalar)
        return found

    def _key_span(self, variant: int, part: str) -> Span:
        """The words that say what a copy is: its label, its variant's letter or the heading."""
        label = self.copy_keys.get((variant, part))
        if label:
            return self.page.span(*label)
        if variant:
            letter = self.variants[variant - 1]
            return self.page.span(letter.key_start, letter.key_end)
        if self.heading and self.is_headed:
            return self.page.span(self.heading.start, self.heading.end)
        return self.page.span(self.start, self.start)


def around(entries: dict[str, Entry]) -> Span:
    """From the first character of any of these keys and values to the last."""
    spans = [span for entry in entries.values() for span in (entry.key.span, entry.value.span)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
