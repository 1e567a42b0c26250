"""The forms of a word: `client`, `clients`, `client's`; `utilise`, `utilised`, `utilizing`."""

from __future__ import annotations

_VOWELS = frozenset("aeiou")
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_BEFORE_ES = ("ss", "x", "zz", "ch", "sh")
_OF_VERBS = ("ise", "ize", "ate", "ify", "verage")
_SHORTEST_VERB = 6
"""Shorter words with these endings are mostly none: `size`, `rate`, `prize`."""
_ENDINGS = tuple("ations ation ingly ings ing ers ors ies ed er or es ly s e".split())
_SHORTEST_STEM = 3


def plural(word: str) -> str:
    """The plural of a noun; what ends as a plural stays as it is."""
    if is_plural(word):
        return word
    if word.endswith(_SIBILANTS):
        return f"{word}es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}s"


def singular(word: str) -> str:
    """The singular of a noun; what does not end as a plural stays as it is."""
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    bare = word.removesuffix("es")
    return bare if bare != word and bare.endswith(_BEFORE_ES) else word[:-1]


def is_plural(word: str) -> bool:
    """Whether a word ends as a plural does: `clients`, not `business`, `status` or `analysis`."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def forms(word: str) -> frozenset[str]:
    """The forms of a word in lower case.

    A noun's are its plural and its possessive. Those of a verb are only taken from what must be
    one: `leads` is a form of `lead`, `leading` may be a word of its own.
    """
    one = _verb(word) or singular(word)
    spelt = {one, *_other_spelling(one)}
    found = {form for each in spelt for form in (each, plural(each))}
    if _is_verb(one):
        found |= {form for each in spelt for form in _past_and_present(each)}
    return frozenset(found | {word} | {f"{form}'s" for form in found})


def _verb(word: str) -> str | None:
    """The verb that a word is a form of, where its ending tells: `utilizing`, `leveraged`."""
    for ending in ("ing", "ed", "es", "s"):
        root = word.removesuffix(ending)
        if root == word:
            continue
        for verb in (root, f"{root}e", f"{root[:-1]}y"):
            if _is_verb(verb):
                return verb
    return None


def _is_verb(word: str) -> bool:
    return word.endswith(_OF_VERBS) and len(word) >= _SHORTEST_VERB


def _other_spelling(word: str) -> tuple[str, ...]:
    """British for American and the other way round: `utilise`, `utilize`."""
    if word.endswith("ise"):
        return (f"{word[:-3]}ize",)
    return (f"{word[:-3]}ise",) if word.endswith("ize") else ()


def _past_and_present(verb: str) -> tuple[str, str]:
    if verb.endswith("y"):
        return f"{verb[:-1]}ied", f"{verb}ing"
    return f"{verb}d", f"{verb[:-1]}ing"


def stem(word: str) -> str:
    """What the forms of a word, and its near relations, have in common: `clos` for `closing`."""
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        root = word.removesuffix(ending)
        if root != word and len(root) >= _SHORTEST_STEM:
            word = f"{root}y" if ending == "ies" else root
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in _VOWELS:
        word = word[:-1]
    return f"{word[:-1]}i" if word.endswith("y") and len(word) > _SHORTEST_STEM else word
