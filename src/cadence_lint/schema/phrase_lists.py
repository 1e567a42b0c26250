"""The schema of a list of phrases.

It refuses what no phrase can have; whether one can be understood is only known when it is read.
"""

from __future__ import annotations

from cadence_lint.reading.phrases import language as phrase_language
from cadence_lint.rulebook.rule_folder import KEYS, PHRASE
from cadence_lint.schema.parts import TEXT, Schema, keys, one_of

_SIGN = r"[^\s()\[\]|?<>~-]"
"""What words are made of."""
_NEVER = (
    r"[^()\[\]|]*[|)\]]",  # no bracket before it
    r"[\s\S]*[(\[][^)\]]*$",  # no bracket after it
    r"[\s\S]*[(\[|]\s*[)\]|]",  # nothing between
    r"[\s\S]*\?\s*\S",  # a question goes on
    r"[\s\S]*\{",  # a merge field
    rf"[\s\S]*\*{_SIGN}",  # an ending that is known
    r"(?:[\s\S]*[\s()\[\]|~-])?[a-zA-Z]{0,2}\*",  # hardly a word
    r"[\s\S]*[,;:!](?:[\s()\[\]|]|$)",  # punctuation
)
"""What a phrase cannot begin with."""
_PHRASE: Schema = {
    "type": ["string", "number", "boolean"],
    "pattern": rf"^(?!{'|'.join(_NEVER)})[\s\S]*\S",
    "maxLength": phrase_language.LONGEST_PHRASE,
    "patternErrorMessage": (
        "a phrase is words: (one|other), [perhaps], word*, <field>, no commas and no full stops"
    ),
}


def phrases_schema() -> Schema:
    """The schema of a list of phrases."""
    said = keys(PHRASE, {"say": _PHRASE, "advice": TEXT, "instead": TEXT}) | {"required": ["say"]}
    taken = "|".join((*phrase_language.CLASSES, *phrase_language.EDGES))
    name = rf"^(?!(?:{taken})$)(?:{phrase_language.GROUP.pattern})$"
    group = {"type": "array", "items": _PHRASE, "minItems": 1}
    return keys(
        KEYS,
        {
            "means": TEXT,
            "groups": {
                "type": "object",
                "propertyNames": {"pattern": name},
                "additionalProperties": group,
            },
            "phrases": _list(one_of(_PHRASE, said)),
            "spare": _list(one_of(_PHRASE, said)),
            "unless": _list(_PHRASE),
        },
    )


def _list(item: Schema) -> Schema:
    return {"type": ["array", "null"], "items": item}
