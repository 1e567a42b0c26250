"""The schema of a sequence file.

Keys stand in any of their spellings, and other keys are let be, since the linter lets them be. Of
several names for one thing only the one that counts is checked, and of a touch that is not in use
nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.formats import keys, values
from cadence_lint.formats.intake import SYNONYMS
from cadence_lint.schema import places
from cadence_lint.schema.parts import (
    BLANK,
    DATE,
    NUMBER,
    TEXT,
    TIME_SPAN,
    YES_OR_NO,
    Schema,
    described,
    one_of,
    or_blank,
    pattern,
    some,
    spelled,
    words,
)
from cadence_lint.sequence import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_BETWEEN = r"[\s_\-/:]*"
"""What does not count between the letters of a word that is a value."""
_ANYTHING: Schema = {}
_WORDS = some(TEXT)

# Values


def _weekdays() -> str:
    """A pattern for weekdays as `read_weekdays` takes them."""
    names = "|".join(_beginnings(name) for name in values.WEEKDAY_NAMES)
    day = rf"(?:(?:{names})s?\.?|[1-7])"
    some_days = rf"(?:{day}(?:\s*(?:[-–—]|to|through)\s*{day})?|and|{'|'.join(values.WHOLE_WEEK)})"
    return rf"[\s,;&]*(?:{some_days}(?:[\s,;&]+{some_days})*[\s,;&]*)?"


def _beginnings(name: str, shortest: int = 2) -> str:
    """A pattern for a name and its first letters, at least some of them."""
    rest = ""
    for letter in reversed(name[shortest:]):
        rest = f"(?:{letter}{rest})?"
    return name[:shortest] + rest


_DAY = one_of(
    {"type": "integer", "minimum": 0, "maximum": values.LATEST_DAY}, pattern(values.DAY.pattern)
)
_TIME = one_of(
    pattern(rf"(?!2[4-9]|[3-9]\d){values.TIME.pattern}") | {"examples": ["09:30"]},
    {"type": "number", "minimum": 0, "exclusiveMaximum": 24},
    # YAML 1.1, which some tools still read, makes minutes or seconds of 9:30.
    {"type": "integer", "minimum": 60, "exclusiveMaximum": 24 * 60 * 60},
)
WEEKDAY = one_of(
    {"enum": list(WEEKDAYS)},
    {"type": "integer", "minimum": 1, "maximum": 7},
    pattern(_weekdays()),
    {"type": "null"},
)
_TRUTH = or_blank(YES_OR_NO)
_TEXTS = one_of({"type": "object", "additionalProperties": TEXT}, *BLANK["anyOf"])
_HEADER: dict[str, Schema] = {
    "name": TEXT,
    "goal": TEXT,
    "language": or_blank(pattern("|".join((values.LANGUAGE.pattern, *values.LANGUAGES)))),
    "start": or_blank(DATE),
    "business_days": _TRUTH,
    "send_days": some(WEEKDAY),
    "stop_on": _WORDS,
    "fields": one_of(
        {"type": "object", "additionalProperties": or_blank(words(("required", "optional")))},
        _WORDS,
    ),
    "reviewed": or_blank(DATE),
    "replies": _TEXTS,
    "enrolled": or_blank(
        one_of(NUMBER, {"type": "string", "pattern": r"^[\s,._']*\d[\d\s,._']*$"})
    ),
    "holidays": some(or_blank(DATE)),
}
_AUDIENCE: dict[str, Schema] = {
    "persona": TEXT,
    "region": some(places.region(several=True)),
    "timezone": some(places.zone()),
    "context": _TEXTS,
}
_TOUCH: dict[str, Schema] = {
    "day": or_blank(_DAY),
    "delay": or_blank(TIME_SPAN),
    "time": or_blank(_TIME),
    "channel": or_blank(
        one_of(
            {"enum": ["email", "call", "linkedin", "sms", "video", "mail", "task"]},
            {"type": "string", "pattern": spelled(values.CHANNEL_WORDS, _BETWEEN)},
        )
    ),
    "label": TEXT,
    "thread": or_blank(
        one_of(
            {"enum": ["reply", "new"]},
            YES_OR_NO,
            {"type": "string", "pattern": spelled(values.THREADS, _BETWEEN)},
        )
    ),
    "manual": _TRUTH,
    "enabled": _TRUTH,
    "step": TEXT,
}
_COPY_KEYS = ("subject", "body", "script", "voicemail", "variants", "variant")
"""Keys of a touch that count for those only that somebody reads."""


def _value(key: keys.Key, known: Mapping[str, Schema]) -> Schema:
    if key.name == "action":
        return one_of({"enum": list(key.values)}, TEXT)
    if key.values:
        synonyms = (word for word, meant in SYNONYMS.items() if meant in key.values)
        return or_blank(words(key.values, synonyms))
    return known[key.name]


# Keys in any spelling


def _named(key: keys.Key) -> str:
    return spelled(map(keys.fold, (key.name, *key.aliases)))


def _has(names: str, value: Schema) -> Schema:
    """What has a key with one of some names and such a value."""
    return {"not": {"patternProperties": {names: {"not": value}}}}


def _keys(known: Iterable[keys.Key], types: Mapping[str, Schema]) -> Schema:
    """Keys with their meanings, in any spelling and under any of their names."""
    table = {key: described(_value(key, types), key.means) for key in known}
    spellings: dict[str, Schema] = {}
    others: list[Schema] = []
    for key, schema in table.items():
        own = spelled([keys.fold(key.name)])
        spellings[own.replace("^", f"^(?!{key.name}$)", 1)] = schema
        if key.name not in _UNSURE:
            others += _aliases(key, schema)
    return {
        "properties": {key.name: schema for key, schema in table.items()},
        "patternProperties": spellings,
        "allOf": others,
    }


_UNSURE = ("name", "channel")
"""Keys whose other names may hold anything."""


def _aliases(key: keys.Key, schema: Schema) -> Iterator[Schema]:
    """What stands under another name, which counts where none of the names before it is there."""
    before = [keys.fold(key.name)]
    for alias in dict.fromkeys(map(keys.fold, key.aliases)):
        if alias not in before:
            yield {
                "if": {"propertyNames": {"not": {"pattern": spelled(before)}}},
                "then": {"patternProperties": {spelled([alias]): schema}},
            }
            before.append(alias)


# Touches


def _find(known: Iterable[keys.Key], *names: str) -> list[keys.Key]:
    return [key for key in known if key.name in names]


def _touch() -> Schema:
    """A touch: what is not in use may be anything, and what nobody reads has no copy."""
    (enabled,) = _find(keys.TOUCH, "enabled")
    (channel,) = _find(keys.TOUCH, "channel")
    (action,) = _find(keys.TOUCH, "action")
    keys_of_touch = _keys(keys.TOUCH, _TOUCH | dict.fromkeys(_COPY_KEYS, _ANYTHING))
    unseen = {"type": "string", "pattern": spelled(_words_for_unseen(), _BETWEEN)}
    is_unseen = _has(spelled(map(keys.fold, (channel.name, *channel.aliases, action.name))), unseen)
    keys_of_touch["allOf"] += [
        {"if": is_unseen, "else": _copy(keys.TOUCH, _variants())},
        {"if": _says("channel", "call"), "else": _texts(keys.TOUCH, "subject")},
        {"if": _says("channel", "call", "video"), "then": _texts(keys.TOUCH, "script")},
    ]
    is_off = _has(_named(enabled), _is_no())
    return {"if": is_off, "then": {}, "else": keys_of_touch}


def _words_for_unseen() -> Iterator[str]:
    for word in values.CHANNEL_WORDS:
        way = values.read_channel(word)
        if way.channel == "task" or way.action in ("view", "like"):
            yield word
    for word, action in values.ACTIONS.items():
        if action in ("view", "like"):
            yield word
            yield f"linkedin{word}"


def _says(name: str, *channels: str) -> Schema:
    """Whether a touch says that it is on one of some channels."""
    known = [w for w in values.CHANNEL_WORDS if values.read_channel(w).channel in channels]
    return _has(spelled([name]), {"type": "string", "pattern": spelled(known, _BETWEEN)})


def _is_no() -> Schema:
    return one_of({"const": False}, {"const": 0}, pattern("|".join(sorted(values.NO))))


def _texts(known: Iterable[keys.Key], *names: str) -> Schema:
    """Keys that hold text, where a list or keys most likely lack quotes."""
    return _keys(_find(known, *names), dict.fromkeys(names, TEXT))


def _copy(known: Iterable[keys.Key], variants: Schema) -> Schema:
    types = {"body": TEXT, "voicemail": TEXT, "variant": TEXT, "variants": variants}
    return _keys(_find(known, *types), types)


def _variants() -> Schema:
    (enabled,) = _find(keys.VARIANT, "enabled")
    types = dict.fromkeys(("label", "subject", "body", "voicemail"), TEXT)
    variant = _keys(keys.VARIANT, types | {"script": _ANYTHING, "enabled": _TRUTH})
    is_off = _has(_named(enabled), _is_no())
    return {
        "type": ["array", "string", "number", "boolean", "null"],
        "items": {"type": "object", "if": is_off, "then": {}, "else": variant},
    }


# What is a sequence

_LISTS = spelled(keys.LIST_NAMES)


def _is_touch() -> Schema:
    """What surely is a touch: it has a channel word, or timing together with copy."""
    timing = "|".join(_named(key) for key in _find(keys.TOUCH, "day", "delay"))
    copy = "|".join(_named(key) for key in _find(keys.TOUCH, "subject", "body", "voicemail"))
    said = {"type": ["string", "number"]}
    word = {"type": "string", "pattern": spelled(values.CHANNEL_WORDS, _BETWEEN)}
    return {
        "type": "object",
        "anyOf": [
            _has(spelled(["channel"]), word),
            {"allOf": [_has(timing, said), _has(copy, said)]},
        ],
    }


def sequence_schema() -> Schema:
    """The schema of a file with one sequence, several, or a list of touches alone."""
    around = _keys(
        (*keys.HEADER, *keys.AUDIENCE),
        _HEADER | _AUDIENCE | {"audience": _audience()},
    )
    touches = {"$ref": "#/definitions/touches"}
    first, second, *_ = keys.LIST_KEYS
    here = {
        **around,
        "properties": around["properties"]
        | {
            first: {"description": "The touches, in order"},
            second: {"description": "The touches, in order; the same as `touches`"},
        },
    }
    lists = [
        *_ranked_lists({"$ref": "#/definitions/perhaps_touches"}),
        *(_only_list(name, touches) for name in (first, second)),
    ]
    sequence = here | {"allOf": [*here["allOf"], *lists]}
    perhaps = {
        "if": {"$ref": "#/definitions/is_sequence"},
        "then": {"$ref": "#/definitions/sequence"},
    }
    return {
        "type": ["object", "array", "null"],
        **sequence,
        "allOf": [*sequence["allOf"], {"$ref": "#/definitions/perhaps_touches"}],
        "if": {"$ref": "#/definitions/is_sequence"},
        "else": {"additionalProperties": perhaps},
        "definitions": {
            "touch": _touch(),
            "touches": {
                "if": {"contains": {"$ref": "#/definitions/is_sequence"}},
                "then": {"items": perhaps},
                "else": {
                    "items": {
                        "type": ["object", "null", "string"],
                        "pattern": r"^\s*$",
                        "$comment": "text only where it is blank",
                        "allOf": [{"$ref": "#/definitions/touch"}],
                    }
                },
            },
            "perhaps_touches": {
                "if": _holds_touches(),
                "then": touches,
            },
            "sequence": sequence,
            "is_touch": _is_touch(),
            "is_sequence": {"type": "object", **_has(_LISTS, _holds_touches())},
        },
    }


def _holds_touches() -> Schema:
    return {
        "type": "array",
        "contains": one_of(
            {"$ref": "#/definitions/is_touch"}, {"$ref": "#/definitions/is_sequence"}
        ),
    }


def _ranked_lists(schema: Schema) -> Iterator[Schema]:
    """The lists of touches: the likeliest that is there counts."""
    for rank, name in enumerate(keys.LIST_NAMES):
        listed = {"patternProperties": {spelled([name]): schema}}
        if rank:
            before = _has(spelled(keys.LIST_NAMES[:rank]), {"type": "array"})
            yield {"if": before, "else": listed}
        else:
            yield listed


def _only_list(name: str, touches: Schema) -> Schema:
    """A list of touches that can be nothing else, since there is no other."""
    others = spelled(other for other in keys.LIST_NAMES if other != name)
    only = {"type": ["array", "object", "null"], "allOf": [touches]}
    return {
        "if": _has(others, {"type": ["array", "object"]}),
        "else": {"properties": {name: only}},
    }


def _audience() -> Schema:
    inside = _keys(keys.AUDIENCE, _AUDIENCE)
    return {"type": ["object", *TEXT["type"]], **inside}
