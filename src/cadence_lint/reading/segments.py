"""What each sentence of a message is there for: greeting, body, sign-off, signature, …"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from cadence_lint.reading.words import FIELD

if TYPE_CHECKING:
    from cadence_lint.reading.sentences import Sentence
    from cadence_lint.reading.words import Words

Segment = Literal["greeting", "body", "opt-out", "sign-off", "signature", "ps", "quoted"]

GREETINGS = frozenset(
    "hi hello hey hiya dear greetings good morning afternoon evening hallo bonjour hola".split()
)
_SIGN_OFFS = frozenset(
    "best regards cheers thanks sincerely warmly yours respectfully kind warm warmest many thank"
    " all talk speak onward cordially gratefully".split()
)
_PS = re.compile(r"\s*p\.?\s?p?\.?s\.?\b", re.I)
_THREAD = re.compile(
    r"^[ \t]*(?:On\b.{4,200}\bwrote:|-{3,}[ \t]*(?:Original|Forwarded) Message.*|"
    r"From:[^\r\n]*[\r\n]+[ \t]*(?:Sent|Date|To):.*)$",
    re.M,
)
_QUOTE_MARK = re.compile(r"^[ \t]*>", re.M)
_DASHES = re.compile(r"^[ \t]*(?:--|__+|—)[ \t]*$", re.M)
_LONGEST_GREETING = 6
_LONGEST_SIGN_OFF = 5
_LONGEST_NAME = 5


def segment_sentences(value: str, words: Words, sentences: list[Sentence]) -> list[Segment]:
    """What each sentence is there for, in the order of the sentences."""
    kinds: list[Segment] = ["body"] * len(sentences)
    thread = _THREAD.search(value)
    dashes = _DASHES.search(value)
    for index, sentence in enumerate(sentences):
        if (thread and sentence.start >= thread.start()) or _is_quoted(value, sentence):
            kinds[index] = "quoted"
        elif dashes and sentence.start > dashes.start():
            kinds[index] = "signature"
    own = [index for index, kind in enumerate(kinds) if kind == "body"]
    if own and is_greeting(words, sentences[own[0]], value):
        kinds[own.pop(0)] = "greeting"
    _mark_end(value, words, sentences, kinds, own)
    return kinds


def is_greeting(words: Words, sentence: Sentence, value: str) -> bool:
    """Whether a sentence only greets: `Hi Ada,`, `{{first_name}},`, `Good morning`."""
    folded = words.folded[sentence.first : sentence.last]
    if not folded or len(folded) > _LONGEST_GREETING or sentence.is_question:
        return False
    if folded[0] in GREETINGS:
        return True
    ends_open = value[sentence.start : sentence.end].rstrip()[-1:] in ",:-–—"
    return len(folded) <= 2 and (ends_open or folded == [FIELD])


def _is_quoted(value: str, sentence: Sentence) -> bool:
    line_start = value.rfind("\n", 0, sentence.start) + 1
    return bool(_QUOTE_MARK.match(value, line_start))


def _mark_end(
    value: str,
    words: Words,
    sentences: list[Sentence],
    kinds: list[Segment],
    own: list[int],
) -> None:
    """Mark the sign-off, the signature below it, and a P.S."""
    ps = next((i for i in own if _PS.match(value, sentences[i].start)), None)
    for index in own:
        if ps is not None and index >= ps:
            kinds[index] = "ps"
    body = [index for index in own if kinds[index] == "body"]
    for position, index in enumerate(body[1:], 1):
        if _is_sign_off(value, words, sentences[index]):
            kinds[index] = "sign-off"
            for after in body[position + 1 :]:
                kinds[after] = "signature"
            return
    while len(body) > 1 and _is_name(value, words, sentences[body[-1]]):
        kinds[body.pop()] = "signature"


def _is_sign_off(value: str, words: Words, sentence: Sentence) -> bool:
    folded = words.folded[sentence.first : sentence.last]
    if not folded or folded[0] not in _SIGN_OFFS or len(folded) > _LONGEST_SIGN_OFF:
        return False
    text = value[sentence.start : sentence.end].rstrip()
    return not sentence.is_question and (text[-1:] in ",!" or _ends_line(value, sentence))


def _ends_line(value: str, sentence: Sentence) -> bool:
    return value[sentence.end : sentence.end + 1] in ("", "\n", "\r")


def _is_name(value: str, words: Words, sentence: Sentence) -> bool:
    """Whether a line at the end only says who writes: a name, a title, a sender's field."""
    if sentence.last - sentence.first > _LONGEST_NAME or sentence.is_question:
        return False
    text = value[sentence.start : sentence.end].strip()
    if text[-1:] in ".!:" or not value[: sentence.start].endswith(("\n", "\r")):
        return False
    return all(
        words.folded[i] == FIELD or value[words.starts[i]].isupper() or words.kinds[i] != "word"
        for i in range(sentence.first, sentence.last)
    )
