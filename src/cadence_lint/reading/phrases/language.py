"""The language in which phrases are written.

    just checking in                these words, one after the other, in upper or lower case
    just (checking|circling) in     one of several: words, or several words
    just checking [back|right] in   perhaps one of them, perhaps none
    leverag*                        a word with any ending, after at least three letters
    check-in                        with the hyphen; `check in` is without, `check~in` either way
    give within 3 words call        at most three words between
    <number> minutes                a number: 30, 2x, $40M, 3.5%
    cut it by <amount>              a number with its measure: 2x, $40M, 3.5%
    hi <field>                      a merge field
    impressed by <name>             a word with a capital letter that is not the first of a sentence
    book time <link>                a web or an e-mail address
    our <any> platform              any one word
    <start> following up            at the start of a sentence
    best regards <end>              at the end of one
    <start> any thoughts?           at the end of one that is a question

No phrase goes on from one sentence into the next, and punctuation within a sentence does not count.
A word that a hyphen joins to another, as in `no-crisis`, is found only by a phrase that has the
hyphen too. In YAML, a phrase that begins with a bracket stands in quotes.

Words that several phrases of a list share can be written once, under `groups`, and used as a class:
with `groups: {outcome: [growth, bottom line]}`, `<outcome>` is `(growth|bottom line)`.

To match a phrase is to follow all places that its parts can lead to at once, as the bits of a
number. Nothing is tried twice, so no phrase is slow on any text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from cadence_lint.patterns import regex
from cadence_lint.reading.phrases.parts import (
    LONGEST_MATCH,
    Between,
    Edge,
    Either,
    OfClass,
    Part,
    Pattern,
    Run,
    Word,
)
from cadence_lint.reading.text.words import split_words
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

MOST_BETWEEN = 20
LONGEST_PHRASE = 500
_MOST_WORDS = 60
_MOST_FOLLOWING = 100
_DEEPEST = 4
_SHORTEST_STEM = 3
CLASSES = ("amount", "any", "field", "link", "name", "number")
EDGES = ("start", "end")
GROUP = regex(r"[a-z][a-z-]{1,30}")


class PhraseError(ValueError):
    """A phrase that cannot be taken: what was meant, and the column, counted from 1."""

    def __init__(self, message: str, column: int, phrase: str) -> None:
        super().__init__(f"column {column} of “{phrase[:60]}”: {message}")
        self.message = message
        self.column = column
        self.phrase = phrase


def parse_phrase(
    text: str, groups: Mapping[str, Part] | None = None, *, is_anchored: bool = True
) -> Pattern:
    """Understand a phrase, which can use groups of words by their names.

    One that is not anchored can be a class alone: what is looked for only near something else.

    Raises:
        PhraseError: when it cannot be understood, would find nothing, or nearly everything.
    """
    parser = _Parser(text, groups or {})
    pattern = parser.pattern()
    parser.check(pattern, is_anchored=is_anchored)
    return pattern


def parse_group(name: str, says: Iterable[str]) -> Part:
    """Understand a group of words, one of which a phrase has where it names the group.

    Raises:
        PhraseError: when one of them cannot be understood, or the name is no name for a group.
    """
    if name in (*CLASSES, *EDGES) or not GROUP.fullmatch(name):
        message = "a group has a name of its own, in small letters with hyphens"
        raise PhraseError(message, 1, name)
    runs = [_Parser(text, {}).alternative() for text in says]
    if not runs:
        raise PhraseError("a group has at least one word", 1, name)
    runs = _merge_words(runs)
    return runs[0] if len(runs) == 1 else Either.of(tuple(runs), optional=False)


class _Token(NamedTuple):
    kind: str
    text: str
    column: int


_TOKEN = regex(
    r"(?P<space>\s+)|(?P<angle><[^<>()\[\]|]*>?)|(?P<open>[(\[])|(?P<close>[)\]])|(?P<bar>\|)"
    r"|(?P<question>\?)|(?P<join>[-~])|(?P<word>[^\s()\[\]|?<>~-]+)|(?P<stray>.)"
)
_ITEMS = frozenset({"angle", "open", "word"})
_CLOSING = {"(": ")", "[": "]"}
_JOINS = {"-": "joined", "~": "every"}


class _Parser:
    """Reads one phrase from left to right."""

    __slots__ = ("at", "groups", "text", "tokens", "words")

    def __init__(self, text: str, groups: Mapping[str, Part]) -> None:
        if len(text) > LONGEST_PHRASE:
            message = f"a phrase has {LONGEST_PHRASE} characters at most: make several of it"
            raise PhraseError(message, LONGEST_PHRASE + 1, text)
        self.text = text
        self.groups = groups
        self.tokens = [
            _Token(match.lastgroup or "", match[0], match.start() + 1)
            for match in _TOKEN.finditer(text)
        ]
        self.tokens.append(_Token("done", "", len(text) + 1))
        self.at = 0
        self.words = 0

    def pattern(self) -> Pattern:
        """The whole phrase."""
        run = self.run(0)
        token = self.tokens[self.at]
        if token.kind == "close":
            self.fail(f"`{token.text}` closes a bracket that was never opened", token)
        if token.kind == "bar":
            self.fail("put brackets around what `|` separates: `(one|other)`", token)
        parts = [*_behind("open", run.parts[0]), *run.parts[1:], Edge("open")]
        if token.kind == "question":
            parts.append(Edge("question"))
            self.at += 1
            self.skip_space()
            if (rest := self.tokens[self.at]).kind != "done":
                self.fail("nothing can follow `?`, which ends a question", rest)
        return Pattern(Run(tuple(parts)))

    def alternative(self) -> Run:
        """One of the words of a group, which stands in the middle of a phrase."""
        run = self.run(1)
        if (rest := self.tokens[self.at]).kind != "done":
            self.fail(f"`{rest.text}` cannot stand here", rest)
        if any(isinstance(part, Edge) and part.name in EDGES for part in run.parts):
            self.fail("a group's words are found anywhere in a sentence", self.tokens[0])
        self.check(Pattern(run), is_anchored=True)
        return run

    def check(self, pattern: Pattern, *, is_anchored: bool) -> None:
        """Refuse what would match nearly anything, or go on for too long."""
        if is_anchored and not anchors(pattern, lambda _: 0):
            self.fail(
                "a phrase needs at least one word that must be there, besides what is optional"
                " or a class",
                self.tokens[0],
            )
        _, longest = pattern.run.lengths()
        if longest > LONGEST_MATCH:
            self.fail(
                f"this can stretch over {longest} words, and {LONGEST_MATCH} are the most: allow"
                " fewer between, or make several phrases of it",
                self.tokens[0],
            )

    def run(self, depth: int) -> Run:
        """Items until a bracket closes, an alternative ends, or the phrase does."""
        parts: list[Part] = []
        betweens: list[_Token] = []
        edge = ""
        while True:
            spaced = self.skip_space()
            token = self.tokens[self.at]
            if token.kind == "join":
                edge = self.join(bool(parts) and not spaced)
                continue
            if token.kind not in _ITEMS:
                break
            if parts and not spaced and not edge:
                if token.kind == "word" and not token.text[0].isalnum():
                    self.word(token)
                self.fail(f"put a space before `{token.text}`: brackets hold whole words", token)
            if parts and isinstance(parts[-1], Edge) and parts[-1].name == "end":
                self.fail("nothing can follow `<end>`", token)
            part = self.item(depth)
            if part == Edge("start") and parts:
                self.fail("nothing can stand before `<start>`", token)
            if isinstance(part, Between):
                betweens.append(token)
            parts.extend(_behind(edge or "open", part) if parts else [part])
            edge = ""
        if token.kind == "stray" or (token.kind == "question" and depth):
            self.fail(f"`{token.text}` cannot stand here", token)
        if not parts:
            self.fail("a phrase needs at least one word here", token)
        if betweens:
            self.check_between(parts, betweens)
        return Run(tuple(parts))

    def check_between(self, parts: list[Part], betweens: list[_Token]) -> None:
        """Refuse `within 3 words` without words that must be there on both sides."""
        least = 0
        tokens = iter(betweens)
        token: _Token | None = None
        for part in [*parts, Between(0)]:
            if not isinstance(part, Between):
                least += part.lengths()[0]
                continue
            previous, token = token, next(tokens, None)
            if not least and (fault := token or previous):
                self.fail(f"`{fault.text} … words` needs a word before it and one after it", fault)
            least = 0

    def item(self, depth: int) -> Part:
        """One word, class, anchor, bracket, or `within 3 words`."""
        token = self.tokens[self.at]
        if token.kind == "open":
            return self.bracket(depth + 1)
        if token.kind == "word" and token.text == "within" and (part := self.between()):
            return part
        self.at += 1
        self.words += 1
        if self.words > _MOST_WORDS:
            self.fail(f"a phrase has {_MOST_WORDS} words at most: make several of it", token)
        return self.angle(token) if token.kind == "angle" else self.word(token)

    def bracket(self, depth: int) -> Part:
        """`(one|other)` or `[perhaps]`."""
        opening = self.tokens[self.at]
        if depth > _DEEPEST:
            self.fail(f"brackets go {_DEEPEST} deep at most: make several phrases of it", opening)
        runs: list[Run] = []
        while True:
            self.at += 1
            runs.append(self.run(depth))
            token = self.tokens[self.at]
            if token.kind != "bar":
                break
        closing = _CLOSING[opening.text]
        if token.text != closing:
            found = f", not `{token.text}`" if token.text else ""
            self.fail(f"`{opening.text}` is closed by `{closing}`{found}", opening)
        self.at += 1
        runs = _merge_words(runs)
        optional = opening.text == "["
        return (
            runs[0]
            if len(runs) == 1 and not optional
            else Either.of(tuple(runs), optional=optional)
        )

    def between(self) -> Between | None:
        """`within 3 words`; other uses of the word `within` are just that word."""
        following = self.tokens[self.at + 1 : self.at + 5]
        kinds = [token.kind for token in following]
        if kinds[:4] != ["space", "word", "space", "word"]:
            return None
        count, unit = following[1], following[3]
        if unit.text not in {"word", "words"}:
            return None
        if not (count.text.isascii() and count.text.isdecimal()):
            self.fail("write the number in figures: `within 3 words`", count)
        most = int(count.text[:4])
        if not 1 <= most <= MOST_BETWEEN:
            self.fail(f"between two parts there are 1 to {MOST_BETWEEN} words", count)
        self.at += 5
        return Between(most)

    def angle(self, token: _Token) -> Part:
        """`<number>` and its like, a group, `<start>` or `<end>`."""
        name = token.text[1:-1].strip().lower() if token.text.endswith(">") else ""
        if name in CLASSES:
            return OfClass(name)
        if name in self.groups:
            return self.groups[name]
        if name not in EDGES:
            known = ", ".join(f"`<{known}>`" for known in (*CLASSES, *EDGES, *self.groups))
            self.fail(f"`{token.text}` is not one of {known}", token)
        return Edge(name)

    def word(self, token: _Token) -> Word:
        """A word, or a stem."""
        if token.text.isalpha() and token.text.isascii():
            return Word(frozenset({token.text.lower()}))
        stem, star, rest = token.text.partition("*")
        if rest:
            self.fail("`*` stands at the end of a word, for its endings", token)
        words = split_words(stem)
        word = words.folded[0] if words else ""
        # An abbreviation may have its last full stop too: `e.g.`.
        around = "".join(words.gaps).removesuffix("." if "." in word else "")
        if len(words) != 1 or around:
            self.not_a_word(token, stem)
        if star and len(word) < _SHORTEST_STEM:
            self.fail(f"`*` needs at least {_SHORTEST_STEM} letters before it", token)
        return Word(frozenset(), (word,)) if star else Word(frozenset({word}))

    def not_a_word(self, token: _Token, stem: str) -> NoReturn:
        """Say which character is no part of a word."""
        at = next((at for at, mark in enumerate(stem) if not mark.isalnum() and mark != "'"), 0)
        stray = token.text[at]
        token = token._replace(column=token.column + at)
        if stem.startswith("{{"):
            self.fail("a merge field is `<field>` in a phrase", token)
        if stray == "/" and at:
            self.fail("`/` means nothing here: one of several words is `(one|other)`", token)
        if stray in "\\^$+*{}":
            self.fail(f"`{stray}` means nothing here: a phrase is made of words", token)
        self.fail(f"leave out `{stray}`: punctuation does not count in a phrase", token)

    def join(self, stands_well: bool) -> str:
        """The edge that `-` or `~` stands for."""
        token = self.tokens[self.at]
        self.at += 1
        if not stands_well or self.tokens[self.at].kind not in _ITEMS:
            self.fail(
                f"`{token.text}` joins two words, without spaces: `check{token.text}in`", token
            )
        return _JOINS[token.text]

    def skip_space(self) -> bool:
        """Go on to what follows a space; whether there was one."""
        spaced = self.tokens[self.at].kind == "space"
        self.at += spaced
        return spaced

    def fail(self, message: str, token: _Token) -> NoReturn:
        """Refuse the phrase."""
        raise PhraseError(message, token.column, self.text)


def _behind(edge: str, part: Part) -> list[Part]:
    return [part._replace(edge=edge)] if isinstance(part, Word) else [Edge(edge), part]


def _merge_words(runs: list[Run]) -> list[Run]:
    """The alternatives that are single words as one part, and the others."""
    words: list[Word] = []
    others: list[Run] = []
    for run in runs:
        part = run.parts[0]
        if len(run.parts) == 1 and isinstance(part, Word):
            words.append(part)
        else:
            others.append(run)
    if len(words) < 2:
        return runs
    together = frozenset[str]().union(*(word.words for word in words))
    stems = tuple(stem for word in words for stem in word.stems)
    return [Run((Word(together, stems),)), *others]


def anchors(pattern: Pattern, cost: Callable[[Anchor], float]) -> list[Anchor]:
    """What every match of a phrase has; of alternatives, the anchors that cost least."""
    return list(_anchors(pattern.run, None, cost))


class Anchor(NamedTuple):
    """Words, or stems with `*`, of which every match has one, and what can follow; None for any."""

    words: frozenset[str]
    follow: frozenset[str] | None


def _anchors(
    run: Run, follow: frozenset[str] | None, cost: Callable[[Anchor], float]
) -> Iterator[Anchor]:
    for part in reversed(run.parts):
        if isinstance(part, Word):
            yield Anchor(part.words.union(f"{stem}*" for stem in part.stems), follow)
        elif isinstance(part, Run):
            yield from _anchors(part, follow, cost)
        elif isinstance(part, Either) and not part.optional:
            choices = [list(_anchors(branch, follow, cost)) for branch in part.runs]
            if all(choices):
                cheapest = [min(choice, key=cost) for choice in choices]
                words = frozenset[str]().union(*(anchor.words for anchor in cheapest))
                yield Anchor(words, _union(anchor.follow for anchor in cheapest))
        follow = _firsts(part, follow)


def _firsts(part: Part, follow: frozenset[str] | None) -> frozenset[str] | None:
    """The words that a match of `part`, and what follows it, can begin with; None for any."""
    if isinstance(part, Word):
        return None if part.stems else part.words
    if isinstance(part, Edge):
        return None if part.name in {"end", "question"} else follow
    if isinstance(part, Run):
        for inner in reversed(part.parts):
            follow = _firsts(inner, follow)
        return follow
    if isinstance(part, Either):
        firsts = [_firsts(run, follow) for run in part.runs]
        return _union([*firsts, follow] if part.optional else firsts)
    return None


def _union(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    union: frozenset[str] = frozenset()
    for words in sets:
        if words is None:
            return None
        union |= words
    return union if len(union) <= _MOST_FOLLOWING else None
