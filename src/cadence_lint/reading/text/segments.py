"""What each sentence of a message is for: greeting, body, sign-off, signature, P.S., quote."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from cadence_lint.patterns import regex
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.text.words import FIELD

if TYPE_CHECKING:
    from cadence_lint.reading.text.sentences import Sentence
    from cadence_lint.reading.text.words import Words

Segment = Literal["greeting", "body", "opt-out", "sign-off", "signature", "ps", "quoted"]
BODY = frozenset({"body", "ps"})
"""Where a message says what it has to say."""
NOT_WRITTEN = frozenset({"quoted", "signature"})
"""What nobody wrote for this message."""
NOT_SAID = NOT_WRITTEN | {"opt-out"}
"""What says nothing to this reader."""
PASSED_OVER = NOT_SAID | {"sign-off"}
"""What a reader passes over."""

GREETINGS = word_set(
    "hi hello hey hiya dear greetings good morning afternoon evening hallo bonjour hola"
)
_ONLY_GREETINGS = GREETINGS | word_set("day again there all everyone everybody to you")
_SIGN_OFFS = word_set(
    "best regards cheers thanks sincerely warmly yours respectfully kind warm warmest many"
    " thank all talk speak onward cordially gratefully"
)
_CLOSES = word_set("with thanks thank many")
_CLOSING = regex(
    r"(?i:with (?:(?:all|every|very|many|our|my|kind|kindest|best|warm|warmest|good|friendly)"
    r" ){1,3}(?:wish(?:es)?|regards|thanks|greetings)"
    r"|(?:many )?thank(?:s| you)(?: so much| very much)? (?:again|in advance|for (?:your|the|any"
    r"|taking|reading|considering)))\b[^.?!:,\n]{0,60}+(?:,\s*+(?:[A-Z][\w.'’-]*+|team)"
    r"(?:[\s,]++(?:[A-Z][\w.'’-]*+|team|and|of|&)){0,7})?+"
)
"""A wish or thanks, and who wishes it, all in one: `With best wishes for May, Mo Tan`."""
_PLEASANT = word_set(
    "hope hoping hopefully trust well great good fine ok okay safe best lovely wonderful nice"
    " fantastic enjoyable productive week weekend day days month quarter year start season"
    " email mail message note finds find found catches doing going treating having off family"
    " happy monday tuesday wednesday thursday friday new probably extremely super busy swamped"
    " slammed schedule brief short quick quickly keep make sorry bother bothering disturb"
    " disturbing interrupt intrude apologies apologise apologize unsolicited cold outreach"
    " know imagine sure morning afternoon evening meet things everything everyone life world"
    " time inbox full get got lot lots emails messages promise point straight today how're"
    " how's you're you've"
)
_PLEASANT_LINKS = word_set(
    "i i'm i'll i'd i've we we're it it's is are am was be been being has have had may can"
    " could will would this that there the a an and or but so you your yours all my me mine to"
    " in on of for with at from out up about into as how very really just far too not here"
)
_PLEASANT_SIGNS = word_set(
    "hope hoping hopefully trust happy busy swamped slammed brief short sorry apologies"
    " apologise apologize how how're how's"
)
"""A pleasantry has one of these words, and no word from outside these three sets."""
_LONGEST_PLEASANTRY = 18

_PS_STARTS = frozenset("pP")
_PS = regex(r"p\.?\s?p?\.?s\.?\b", re.IGNORECASE)
_THREAD = regex(
    r"^[ \t]*(?:On\b.{4,200}\bwrote:|-{3,}[ \t]*(?:Original|Forwarded) Message.*|"
    r"From:[^\r\n]*[\r\n]+[ \t]*(?:Sent|Date|To):.*)$",
    re.MULTILINE,
)
_QUOTE_MARK = regex(r"^[ \t]*>", re.MULTILINE)
_DASHES = regex(r"^[ \t]*(?:--|__+|—)[ \t]*$", re.MULTILINE)
_OPT_OUT = regex(
    r"\b(?:unsubscribe|opt(?: |-)?out|remove me|take me off|stop receiving"
    r"|no longer (?:wish|want) to"
    r"|(?:don't|do not) want (?:me|us) to (?:contact|write|email|call|message)"
    r"|rather (?:not|i didn't|i did not|i don't) (?:hear|receive|get|be contacted|email|write)"
    r"|(?:reply|respond|text|answer|write)(?: back)?(?: with)?(?: the word)?"
    r" (?:stop|no|unsubscribe|remove))\b"
)
_MOST_KNOWN = 8_000
"""Sentences that are known to offer a way out, or not."""
_LINE_END = regex(r"[ \t]*+(?:[,–—-][ \t]*+)?(?:[\r\n]|\Z)")
_HOUSE_SIGNS = word_set("the your everyone all team")
_HOUSE_WORDS = word_set("team at from of and the crew family staff office")
"""`The team at Larkfield`, `everyone at Larkfield`: a house signs."""
_LONGEST_GREETING = 6
_LONGEST_SIGN_OFF = 5
_LONGEST_NAME = 5
_LONGEST_SIGNED_NAME = 2
_CONTACT_DATA = regex(r"\+\d|@| [|·•] ")
"""What stands in the last line of a signature, and in no last sentence."""
_LONGEST_SIGNATURE_LINE = 12
_FAR_ABOVE = 200
"""So many characters before a name are looked at for the end of what stands above it."""


def segment_sentences(value: str, words: Words, sentences: list[Sentence]) -> list[Segment]:
    """What each sentence is there for, in the order of the sentences."""
    kinds: list[Segment] = ["body"] * len(sentences)
    _mark_below(value, sentences, kinds)
    own = [index for index, kind in enumerate(kinds) if kind == "body"]
    if own and _is_greeting(words, sentences[own[0]], value):
        kinds[own.pop(0)] = "greeting"
    while own and (
        _is_pleasantry(words, sentences[own[0]]) or _only_greets(words, sentences[own[0]])
    ):
        kinds[own.pop(0)] = "greeting"
    _mark_end(value, words, sentences, kinds, own)
    folded = words.folded
    for index, sentence in enumerate(sentences):
        if kinds[index] != "quoted" and _opts_out(" ".join(folded[sentence.first : sentence.last])):
            kinds[index] = "opt-out"
    return kinds


def _mark_below(value: str, sentences: list[Sentence], kinds: list[Segment]) -> None:
    """Mark what stands in a quoted thread, or below the dashes of a signature."""
    thread = _THREAD.search(value)
    dashes = _DASHES.search(value)
    if not thread and not dashes and ">" not in value:
        return
    for index, sentence in enumerate(sentences):
        if (thread and sentence.start >= thread.start()) or _is_quoted(value, sentence):
            kinds[index] = "quoted"
        elif dashes and sentence.start > dashes.start():
            kinds[index] = "signature"


@lru_cache(maxsize=_MOST_KNOWN)
def _opts_out(said: str) -> bool:
    return _OPT_OUT.search(said) is not None


def _only_greets(words: Words, sentence: Sentence) -> bool:
    """Whether nothing is said beyond a greeting without a name: `Good day.`, `Hello again!`."""
    return _ONLY_GREETINGS.issuperset(words.folded[sentence.first : sentence.last])


def _is_greeting(words: Words, sentence: Sentence, value: str) -> bool:
    """Whether a sentence only greets: `Hi Ada,`, `{{first_name}},`, `Good morning`."""
    folded = words.folded[sentence.first : sentence.last]
    if not folded or len(folded) > _LONGEST_GREETING or sentence.is_question:
        return False
    if folded[0] in GREETINGS:
        return True
    ends_open = value[sentence.end : sentence.end + 3].lstrip()[:1] in tuple(",:-–—")
    return len(folded) <= 2 and (ends_open or folded == [FIELD])


def _is_pleasantry(words: Words, sentence: Sentence) -> bool:
    """Whether a sentence says nothing that could not stand in any letter: `Hope you are well`."""
    folded = words.folded[sentence.first : sentence.last]
    if len(folded) > _LONGEST_PLEASANTRY:
        return False
    return not _PLEASANT_SIGNS.isdisjoint(folded) and all(
        word in _PLEASANT or word in _PLEASANT_LINKS or word == FIELD for word in folded
    )


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
    ps = next((i for i in own if _is_ps(value, sentences[i].start)), None)
    for index in own:
        if ps is not None and index >= ps:
            kinds[index] = "ps"
    body = [index for index in own if kinds[index] == "body"]
    for position, index in enumerate(body[1:], 1):
        if _is_sign_off(value, words, sentences[index]) and (
            index == body[-1] or _is_signature(value, sentences[body[position + 1]])
        ):
            kinds[index] = "sign-off"
            for after in body[position + 1 :]:
                kinds[after] = "signature"
            return
    while len(body) > 1 and _is_name(value, words, sentences[body[-1]]):
        kinds[body.pop()] = "signature"


def _is_ps(value: str, start: int) -> bool:
    return value[start] in _PS_STARTS and _PS.match(value, start) is not None


def _is_sign_off(value: str, words: Words, sentence: Sentence) -> bool:
    folded = words.folded[sentence.first : sentence.last]
    if not folded or sentence.is_question:
        return False
    if folded[0] in _CLOSES and _CLOSING.fullmatch(value, sentence.start, sentence.end):
        return True
    if folded[0] not in _SIGN_OFFS or len(folded) > _LONGEST_SIGN_OFF:
        return False
    is_exclaimed = value[sentence.start : sentence.end].endswith("!")
    return is_exclaimed or _ends_line(value, sentence)


def _is_signature(value: str, sentence: Sentence) -> bool:
    """Whether what follows a sign-off can be the sender's name: a short line, and no sentence."""
    count = sentence.last - sentence.first
    text = value[sentence.start : sentence.end].strip()
    if count <= _LONGEST_SIGNED_NAME:
        return text[-1:] not in ("?", "!", ":")
    is_sentence = text[-1:] in (".", "?", "!", ":") or text[:1].islower()
    return count <= _LONGEST_SIGNATURE_LINE and not is_sentence


def _ends_line(value: str, sentence: Sentence) -> bool:
    """Whether nothing but a comma, or a dash, stands behind a sentence in its line."""
    return bool(_LINE_END.match(value, sentence.end))


def _is_name(value: str, words: Words, sentence: Sentence) -> bool:
    """Whether a line at the end only says who writes: a name, a title, a sender's field."""
    text = value[sentence.start : sentence.end].strip()
    longest = _LONGEST_SIGNATURE_LINE if _CONTACT_DATA.search(text) else _LONGEST_NAME
    if sentence.last - sentence.first > longest or sentence.is_question:
        return False
    above = value[max(sentence.start - _FAR_ABOVE, 0) : sentence.start]
    if text[-1:] in ".!:" or not above.endswith(("\n", "\r")) or above.rstrip().endswith(":"):
        return False
    is_house = words.folded[sentence.first] in _HOUSE_SIGNS
    return all(
        words.folded[i] == FIELD
        or value[words.starts[i]].isupper()
        or words.kinds[i] != "word"
        or (is_house and words.folded[i] in _HOUSE_WORDS)
        for i in range(sentence.first, sentence.last)
    )
