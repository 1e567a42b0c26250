"""From lists of phrases to an index of them: parsed once, so that no run has to.

For each phrase the index notes the words that no match can do without, the rarest first.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cadence_lint.reading.phrases.language import Anchor, anchors, parse_group, parse_phrase
from cadence_lint.reading.phrases.parts import to_plain
from cadence_lint.reading.text.language import FUNCTION_WORDS
from cadence_lint.reading.text.words import split_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from cadence_lint.reading.phrases import Index, PhraseList
    from cadence_lint.reading.phrases.parts import Part

_MOST_NEEDS = 3


def build_index(lists: Mapping[str, PhraseList]) -> Index:
    """Parse all phrases, and note for each the words that no match can do without.

    Raises:
        PhraseError: when a phrase cannot be understood.
    """
    groups_of = {
        name: {group: parse_group(group, says) for group, says in entry.groups.items()}
        for name, entry in lists.items()
    }
    says = [
        (say, groups_of[name])
        for name, entry in lists.items()
        for say in (*(phrase.say for phrase in entry.phrases), *entry.spare)
    ]
    cost = _cost_in(say for say, _ in says)
    by_word: dict[str, list[int]] = {}
    follows: list[str] = []
    needs: list[str] = []
    parsed: list[str] = []
    for number, (say, groups) in enumerate(says):
        pattern = parse_phrase(say, groups)
        parsed.append(_plain(pattern.run, groups))
        rarest, *others = sorted(anchors(pattern, cost), key=cost)
        for word in sorted(rarest.words):
            by_word.setdefault(word, []).append(number)
        follows.append(_join(rarest.follow or ()))
        needs.append("|".join(_join(anchor.words) for anchor in others[:_MOST_NEEDS]))
    return {
        "lists": [
            [name, [list(phrase) for phrase in entry.phrases], list(entry.spare)]
            for name, entry in lists.items()
        ],
        "anchors": {word: " ".join(map(str, numbers)) for word, numbers in by_word.items()},
        "follows": follows,
        "needs": needs,
        "parsed": parsed,
        "groups": {
            name: {group: _plain(part) for group, part in groups.items()}
            for name, groups in groups_of.items()
            if groups
        },
        "unless": {
            name: [
                _plain(parse_phrase(say, groups, is_anchored=False).run, groups)
                for say in entry.unless
            ]
            for name, entry in lists.items()
            if entry.unless
            for groups in [groups_of[name]]
        },
    }


def _plain(part: Part, groups: Mapping[str, Part] | None = None) -> str:
    return json.dumps(to_plain(part, groups), ensure_ascii=False, separators=(",", ":"))


def _join(words: Iterable[str]) -> str:
    return " ".join(sorted(words))


def _cost_in(says: Iterable[str]) -> Callable[[Anchor], float]:
    """How often, roughly, texts will have an anchor, and a phrase be tried in vain."""
    common = set(FUNCTION_WORDS["en"])
    counts: dict[str, int] = {}
    for say in says:
        for word in split_words(say).folded:
            counts[word] = counts.get(word, 0) + 1

    def weight(words: Iterable[str]) -> float:
        return sum(
            counts.get(word, 1) + 100 * (word in common) + 10 * word.endswith("*") for word in words
        )

    def cost(anchor: Anchor) -> float:
        # A word is looked up wherever it stands; only with what follows it is a phrase tried.
        tried = 10 if anchor.follow is None else min(1 + weight(anchor.follow) / 100, 10)
        return weight(anchor.words) * tried

    return cost
