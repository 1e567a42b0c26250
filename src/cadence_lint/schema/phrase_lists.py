"""The schema of a list of phrases."""

from __future__ import annotations

from cadence_lint.reading.phrases import language as phrase_language
from cadence_lint.rulebook.rule_folder import KEYS, PHRASE
from cadence_lint.schema.parts import SAID, TEXT, Schema, keys, one_of


def phrases_schema() -> Schema:
    """The schema of a list of phrases; what a phrase says is only checked when it is read."""
    said = keys(PHRASE, {"say": SAID, "advice": TEXT, "instead": TEXT}) | {"required": ["say"]}
    taken = "|".join((*phrase_language.CLASSES, *phrase_language.EDGES))
    name = rf"^(?!(?:{taken})$)(?:{phrase_language.GROUP.pattern})$"
    group = {"type": "array", "items": SAID, "minItems": 1}
    return keys(
        KEYS,
        {
            "means": TEXT,
            "groups": {
                "type": "object",
                "propertyNames": {"pattern": name},
                "additionalProperties": group,
            },
            "phrases": _list(one_of(SAID, said)),
            "spare": _list(one_of(SAID, said)),
            "unless": _list(SAID),
        },
    )


def _list(item: Schema) -> Schema:
    return {"type": ["array", "null"], "items": item}
