"""Which of the lines that may be headings of touches are, judged by what stands around them."""

    def _candidates(self) -> list[Heading]:
        found: list[Heading] = []
        for number, line in enumerate(self.lines):
            if line.start == line.end:
                continue
            label = text_lines.read_label(self.text, line.start, line.end)
            if label:
                if label.name == "subject" and self.first_subject is None:
                    self.first_subject = number
                if label.name != "voicemail" or not label.is_heading:
                    continue
            heading = text_lines.read_heading(self.text, number, line.start, line.end)
            if heading:
                found.append(heading)
        return found

    def _choose(self, candidates: list[Heading]) -> list[Heading]:
        marked = [h for h in candidates if h.rank in (HASH, BOLD) and h.is_firm]
        if len(marked) >= 2 or (marked and not any(h.rank == PLAIN for h in candidates)):
            return self._choose_marked(candidates)
        chosen = self._choose_plain([h for h in candidates if h.rank != LIST])
        return chosen or self._choose_listed(candidates)

    def _choose_marked(self, candidates: list[Heading]) -> list[Heading]:
        hashes = sum(h.rank == HASH and h.is_firm for h in candidates)
        chosen: list[Heading] = []
        for heading in candidates:
            if heading.rank not in (HASH, BOLD):
                continue
            if heading.is_firm:
                # Below real headings a bold line in a copy has to say more.
                if heading.rank == HASH or hashes < 2 or heading.parts.is_known:
                    chosen.append(heading)
            elif heading.parts.is_known and self._opens_copy(heading, chosen):
                chosen.append(heading)
        return chosen

    def _opens_copy(self, heading: Heading, chosen: list[Heading]) -> bool:
        """Whether a heading that names only a channel ("Breakup email") opens a touch."""
        if heading.rank == HASH:
            return (
                not chosen
                or chosen[-1].rank != HASH
                or heading.level <= chosen[-1].level
                or (not chosen[-1].parts.contacts)
            )
        return self._subject_follows(heading.line)

    def _choose_plain(self, candidates: list[Heading]) -> list[Heading]:
        chosen: list[Heading] = []
        believed: set[int] = set()
        for heading in candidates:
            if self._is_set_off(heading, chosen, believed):
                chosen.append(heading)
                believed.add(heading.line)
        return chosen

    def _is_set_off(self, heading: Heading, chosen: list[Heading], believed: set[int]) -> bool:
        labelled = self._label_follows(heading.line)
        if not heading.is_counted:
            return labelled and heading.parts.is_known and self._subject_follows(heading.line)
        if heading.rank in (HASH, BOLD):
            return True
        before = chosen[-1] if chosen else None
        goes_on = self._goes_on(before, heading)
        if labelled:
            return heading.is_firm or goes_on
        if not goes_on:
            return False
        follows = heading.line - 1 in believed
        if not follows and not self.is_gap(heading.line - 1):
            return False
        if heading.is_firm:
            return True
        is_alone = self.is_gap(heading.line + 1)
        return (
            is_alone
            or follows
            or (
                bool(heading.parts.contacts)
                and bool(before and before.parts.noun == heading.parts.noun)
            )
        )

    @staticmethod
    def _goes_on(before: Heading | None, heading: Heading) -> bool:
        """Whether the days or numbers go on from the heading before, as they do in a plan."""
        if before is None:
            return True
        day, latest = heading.parts.day, before.parts.day
        if day and latest:
            return int(day.value) >= int(latest.value)
        if heading.is_firm:
            return True
        return (
            before.parts.noun == heading.parts.noun and heading.parts.number > before.parts.number
        )

    def _choose_listed(self, candidates: list[Heading]) -> list[Heading]:
        """The items of a list, if they are a plan and not part of a message."""
        listed = [h for h in candidates if h.rank == LIST and h.is_firm]
        sure = [h for h in listed if h.parts.is_known and (h.parts.day or h.parts.delay)]
        if len(sure) < 2 or not all(h.parts.contacts for h in sure):
            return []
        if self.first_subject is not None and self.first_subject < listed[0].line:
            return []
        return listed

    def _next_labels(self, number: int) -> Iterator[Label]:
        """The labels that follow a line, beyond at most two lines without words."""
        gaps = 0
        for line in self.lines[number + 1 : number + 7]:
            if self.is_gap(number + 1 + gaps) and gaps < 2:
                gaps += 1
                continue
            label = text_lines.read_label(self.text, line.start, line.end)
            if label is None:
                return
            yield label

    def _label_follows(self, number: int) -> bool:
        return next(self._next_labels(number), None) is not None

    def _subject_follows(self, number: int) -> bool:
        return any(label.name == "subject" for label in self._next_labels(number))

    def has_subject_after(self, number: int) -> bool:
        """Whether a subject line stands below a line."""
        return any(
            label is not None and label.name == "subject"
            for line in self.lines[number:]
            if (label := text_lines.read_label(self.text, line.start, line.end))
        )

    def opens_with_subject(self) -> bool:
        """Whether the first words of the text are a subject line."""
        first = next((n for n in range(len(self.lines)) if not self.is_gap(n)), None)
        return first is not None and first == self.first_subject

    # Sequences

