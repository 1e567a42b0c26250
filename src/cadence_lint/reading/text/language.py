"""The language that a text is written in, told by its commonest words."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FUNCTION_WORDS: dict[str, tuple[str, ...]] = {
    language: tuple(words.split())
    for language, words in {
        "en": (
            "the and to of a in is you that it for on are with as i we your our my be this have"
            " from or by at not but what all were when can there an which their if will how would"
            " about they has been so just any it's i'm we're don't i'd i'll do was me us more who"
            " could worth"
        ),
        "de": (
            "der die das und ist nicht ich wir sie ihr ihre ihren ihnen zu den dem des mit auf für"
            " im ein eine einen einem einer es sich von bei auch aus wie oder aber wenn dass noch"
            " nach über so sind habe haben hat wird werden können kann würde uns unser unsere mir"
            " mich zum zur war nur als am schon"
        ),
        "fr": (
            "le la les des du de et est vous nous je que qui dans pour sur pas une un en au aux"
            " votre vos notre nos avec ce cette ces par plus ne se son sa ses ou où mais comme si"
            " être avez avons ont sont il elle j'ai c'est très bien tout tous serait l' d' qu' n'"
            " j' s' m'"
        ),
        "es": (
            "el la los las de del que y en un una es no se por con para su sus lo le como más pero"
            " al o si me mi tu te nos usted ustedes yo este esta esto muy ya he ha han hay son fue"
            " sobre cuando también tiene puede ser está están nuestra nuestro gracias hola qué"
        ),
        "it": (
            "il lo la gli le i di del della dei delle che e è in un una per con non si da dal al"
            " alla ma mi ti ci vi suo sua sono ho ha hanno come più anche se nel nella questo"
            " questa vostra vostro nostro nostra loro lei io tuo tua sul sulla ai poi molto essere"
            " cui l' dell' all' nell' un' d'"
        ),
        "nl": (
            "de het een en van ik je jij jullie u we wij zijn is dat die niet te in op met voor"
            " aan er maar om ook als dan naar bij uit nog wel kan wat hoe over mijn uw ons onze"
            " heb hebt heeft hebben was wordt worden zou zal deze dit door geen of zo graag"
        ),
        "pt": (
            "o os a as de do da dos das que e em um uma é não se por com para seu sua seus no na"
            " nos nas mais mas como ao à ou já me meu minha você vocês eu ele ela isso este esta"
            " muito também está são foi tem ser pelo pela sobre quando até nossa nosso obrigado"
        ),
    }.items()
}
"""The words that a text in a language can hardly do without; `l'` stands for `l'équipe` too."""

_FEWEST_WORDS = 8
_LEAST_SHARE = 0.2
"""How many of a text's words must be function words of its language."""
_LEAST_LEAD = 1.4
"""How many times the next language the best must count."""


def language_of(folded: Iterable[str]) -> str | None:
    """The language of folded words, None when there are too few of them or it is unsure."""
    languages = _languages()
    scores = dict.fromkeys(FUNCTION_WORDS, 0.0)
    share = dict.fromkeys(FUNCTION_WORDS, 0)
    words = Counter(folded)
    count = sum([times for word, times in words.items() if word[0].isalpha()])
    if count < _FEWEST_WORDS:
        return None
    for word in [word for word in words if word in languages or "'" in word]:
        known, times = languages.get(word), words[word]
        if known is None:
            known = languages.get(word[: word.index("'") + 1], [])
        for language in known:
            share[language] += times
            # A word of several languages says less about each.
            scores[language] += times / len(known)
    second, best = sorted(scores, key=scores.__getitem__)[-2:]
    if share[best] < _LEAST_SHARE * count or scores[best] < _LEAST_LEAD * scores[second]:
        return None
    return best


@cache
def _languages() -> dict[str, list[str]]:
    """The languages that each function word belongs to."""
    languages: dict[str, list[str]] = {}
    for language, words in FUNCTION_WORDS.items():
        for word in words:
            languages.setdefault(word, []).append(language)
    return languages
