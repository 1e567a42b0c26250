"""A touch while its lines are read, and the tree that it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.formats import values
from cadence_lint.formats.text.page import Phrase, mapping
from cadence_lint.source import Span
from cadence_lint.source.tree import Entry, Items, Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.formats.text.headings import Heading
    from cadence_lint.formats.text.page import Page, Slice

UNLABELLED = "copy"
"""The part of a version that stands under no label."""
_MOST_VARIANTS = 26


class Version:
    """What a touch says: to everybody, or in one of its variants."""

    def __init__(self, page: Page, about: Span, letter: Phrase | None = None) -> None:
        self.page = page
        self.about = about
        self.letter = letter
        self.subject: Entry | None = None
        self.copies: dict[str, list[Slice]] = {}
        self.labels: dict[str, Span] = {}
        """The labels of those parts that have one."""

    @property
    def has_copy(self) -> bool:
        """Whether the copy has begun."""
        return UNLABELLED in self.copies or "body" in self.copies

    def add(self, part: str, one: Slice) -> None:
        """Add a line to a part of the copy, which no blank line opens."""
        if not self.page.is_blank(one) or part in self.copies:
            self.copies.setdefault(part, []).append(one)

    def entries(self) -> dict[str, Entry]:
        """Keys and values; a copy without a label is a body."""
        found = {"label": self.page.phrase("label", self.letter)} if self.letter else {}
        if self.subject:
            found["subject"] = self.subject
        for part in ("body", UNLABELLED, "script", "voicemail", "notes"):
            key = "body" if part == UNLABELLED else part
            # What stands above a label is about the copy, not part of it.
            slices = self.copies.get(part) if key not in found else None
            if scalar := self.page.copy(slices or []):
                found[key] = Entry(self.page.said(key, self.labels.get(part, self.about)), scalar)
        return found


class Draft:
    """What has been read of a touch so far."""

    def __init__(self, page: Page, heading: Heading | None, line: int) -> None:
        self.page = page
        self.heading = heading
        start = page.lines[line].start
        self.about = heading.at if heading else Span(start, start)
        """What points at the whole touch: its heading, or where it starts."""
        self.entries: dict[str, Entry] = {}
        self.common = Version(page, self.about)
        self.variants: list[Version] = []
        self.is_closed = False
        """Whether what follows, up to the next heading, is no part of it."""

    @property
    def channel(self) -> str:
        """The channel as far as it is known."""
        node = self.entries["channel"].value if "channel" in self.entries else None
        return node.value if isinstance(node, Scalar) else ""

    @property
    def has_subject(self) -> bool:
        """Whether it has a subject, if only in a variant."""
        return any(said.subject for said in (self.common, *self.variants))

    @property
    def has_copy(self) -> bool:
        """Whether anything else that it says has been read."""
        return any(said.copies for said in (self.common, *self.variants))

    def say(self, key: str, phrase: Phrase) -> None:
        """Take what a heading or a label says."""
        self.entries[key] = self.page.phrase(key, phrase)

    def variant(self, letter: Phrase) -> Version:
        """The variant with a letter; a new letter is a new variant."""
        for known in self.variants:
            if known.letter and known.letter.value.upper() == letter.value.upper():
                return known
        self.variants.append(Version(self.page, letter.about, letter))
        return self.variants[-1]

    def add_subject(self, subject: Entry, said: Version, label: Span) -> None:
        """Take a subject; a second one right below the first is another version of it."""
        if said is self.common and self.has_subject:
            if said.subject:
                self.variant(Phrase("A", label, label)).subject = said.subject
                said.subject = None
            letter = chr(ord("A") + min(len(self.variants), _MOST_VARIANTS))
            said = self.variant(Phrase(letter, label, label))
        said.subject = said.subject or subject

    # The tree

    def finish(self) -> Iterator[Mapping]:
        """The touch's tree; a heading that names two channels is two touches."""
        if not (self.heading or self.has_copy or self.has_subject or self.entries):
            return
        entries = self._said()
        channels = self.heading.parts.channels if self.heading else []
        if len(channels) < 2:
            yield mapping(entries, self.page.span(self.about))
            return
        # The copy is for the email, where there is a subject.
        words = [values.read_channel(channel.value).channel for channel in channels]
        own = words.index("email") if self.has_subject and "email" in words else 0
        for number, channel in enumerate(channels):
            timing = ("day", "time") if number else ("day", "time", "delay")
            said = {key: e for key, e in entries.items() if number == own or key in timing}
            said["channel"] = self.page.phrase("channel", channel)
            yield mapping(said, self.page.span(self.about))

    def _said(self) -> dict[str, Entry]:
        entries = self.entries | self.common.entries()
        variants = [said.entries() for said in self.variants]
        items = Items(self.page.span(self.about))
        items.items += [mapping(said, items.span) for said in variants if len(said) > 1]
        if items.items:
            entries["variants"] = Entry(self.page.said("variants", self.about), items)
        if self.heading and not entries:
            said = self.page.text[slice(*self.about)].strip(" \t*_#:")
            entries["label"] = self.page.phrase("label", Phrase(said, self.about, self.about))
        return entries
