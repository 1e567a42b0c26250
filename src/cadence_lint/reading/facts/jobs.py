"""What a recruiter's message says of the job: whose it is, where it is, and what it pays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadence_lint.patterns import regex
from cadence_lint.reading.text.words import FIELD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.reading import Passage

JobFact = Literal["company", "place", "pay"]

_NOT_SAID = frozenset({"quoted", "opt-out", "greeting"})
_PAY = regex(
    r"(?:[$€£]|\b(?:chf|eur|usd|gbp|aud|cad) ?)\d[\d.,]{0,20}(?! ?(?:m|mn|bn|million"
    r"|billion)\b)(?:k\b)?(?!\d{0,20}[.,]?\d{0,20}m\b)"
    r"|\b\d{2,3} ?k\b|\b\d[\d.,]{0,20}(?: (?:to|and|-) \d[\d.,]{0,20})?(?: euros?| dollars?|"
    r" pounds?)? (?:a|per|an)"
    r" (?:year|annum|hour|day|month|shift)\b"
    r"|\b(?:salary|salaries|base|ote|band|day rate|pays?|paid|compensation)(?: \w+){0,4} \d"
)
_NO_PAY = regex(r"\b\d[\d.,]{0,20} (?:a|per|an) (?:day|month|year|hour)\b")
_MONEY_WORDS = regex(
    r"[$€£]|\b(?:chf|eur|usd|gbp|pay|pays|paid|salary|rate|earn|base|gross|euros?|dollars?|pounds?)\b"
)
_PLACE = regex(
    r"\b(?:remote|remotely|hybrid|on-?site|on site|in-?office|work from (?:home"
    r"|anywhere)|home office"
    r"|relocat\w+|based in|office in|commut\w+|postcode|fully distributed)\b"
)
_PLACE_FIELD = regex(r"\b(?:city|location|office|country|region|town|state|site|place)\b")
_PAY_FIELD = regex(r"\b(?:salary|pay|compensation|rate|band|ote|range|package)\b")
_COMPANY_FIELD = regex(
    r"\b(?:hiring|our|my|client|sender|end)(?: client)? ?(?:company|client|name|employer"
    r"|firm|organi[sz]ation)\b"
    r"|\bclient\b|\bemployer\b"
)
_JOB = regex(
    r"\b(?:contract in (?!the\b)|we(?:'re| are) after an? |comp(?= (?:is|range)\b|:)"
    r"|jobs?|roles?|position|on-call|overtime"
    r"|vacanc\w+|recruit(?:ing)?|hiring|salary|full-?time|part-?time"
    r"|(?:wants?|needs?|seeks?) an? (?:\w++[ -]){0,2}(?:head|nurse|vet|engineer|driver|manager|lead"
    r"|developer|teacher|chef|cook|welder|fitter|electrician|plumber|accountant|clerk|assistant"
    r"|consultant|analyst|designer|surgeon|doctor|dentist|pharmacist|director|technician|mechanic)"
    r"|looking for an? (?:\w++[ -]?){1,4}(?=:| in | at | with | for | on ))\b"
)
_PLACED = regex(
    r"\b(?:role|position|job|post|contract) (?:is|will be|would be|can be) (?:\w+ ){0,2}"
    r"(?:remote|hybrid|on-?site|in-?office|based in)\b"
    r"|\b(?:role|position|vacancy) (?:is|would be) (?:at|with|in) (?:an?|the|our|their) "
)
_WAGE = regex(
    r"\b(?:pay|pays|paying|earns?|starts? at|starting at)(?: \w+){0,2} [$€£]\d[\d.,]{0,12}"
    r"(?:(?: to | ?[-–] ?)[$€£]?\d[\d.,]{0,12})? ?(?:(?:an|per|a) (?:hour|night|shift|day|week)\b"
    r"|/ ?(?:h|hr|hour|day|shift)\b)"
)
"""`Nights pay £31 an hour`; not `the agency charges £31 an hour`."""
_POSTS = regex(
    r"\b(?:needs?|wants?|seeks?|hiring|hires|takes? on) (?:\d+|two|three|four|five|six|some|more"
    r"|an?) |\b(?:days|nights|earlies|lates|shifts)\b(?! (?:a|per|ago|earl|late|later|of|to) )"
)
_HOURLY = regex(
    r"[$€£]\d[\d.,]{0,12} ?(?:(?:an|per) hour\b|/ ?(?:h|hr|hour)\b)"
    r"|\b(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|(?:four|fif|six|seven|eigh|nine)teen)"
    r"(?: (?:dollars|pounds|euros|quid|bucks))? an hour\b"
)
"""`£24 an hour`; in a voicemail it is `twenty-four an hour`."""
_PRICES = regex(r"\b(?:charge|cost|rent|price|fee|bill)(?:d|s|ed|ing)?\b")
_NET = regex(r"\b\d[\d., ]{0,20}(?:euros? |dollars? |pounds? )?(?:net|gross)\b")
_ROTA = regex(
    r"\b\d+ on,? \d+ off\b|\bunsocial\b|\bband \d|\bpaid (?:weekly|fortnightly|monthly)\b"
    r"|\b(?:annual leave|days? (?:holiday|leave)|sick pay|on-call|overtime|per diem)\b"
    r"|\b(?:fixed|permanent|rotating) (?:\S+ )?(?:days|nights|earlies|lates|weekends|shifts)\b"
)
"""What only a job has; a price goes with hours and deliveries as well."""
_SALARY = regex(r"(?:[$€£]|\b(?:chf|eur|usd|gbp) ?)(?:\d{2,3}[.,]\d{3}\b|\d{2,3}k\b)")
_HOURS = regex(r"\b[1-4]\d(?:\.\d)? ?(?:hours?|hrs?|h)\b(?! (?:of|ago|early|late|before|after))")
_BETWEEN = regex(r"[\W_]+|(?<=[a-z])(?=[A-Z])")
_TERMS = regex(r"\b\d+ ?(?:hours?|h)\b|\bshifts?\b")
_IN = frozenset("in near outside around across".split())
_AT = frozenset("at for with join joining from behind".split())
_HIRES = frozenset(
    "is are hires hire needs need seeks just has was opens opened builds makes runs wants looks"
    " pays raised".split()
)
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december i linkedin github google hi hello dear best"
    " python java scala kotlin swift ruby react golang rust javascript typescript kubernetes django"
    " terraform salesforce excel english german french spanish series senior junior lead staff"
    " head director manager engineer developer nurse the a an your our my this that we you what"
    " who how when where there here it if and but so or as".split()
)


def tells_of_job(said: str) -> Literal["post", "terms"] | None:
    """Whether a sentence in lower case says what a job pays or where it is: what decides.

    It names a post, or no more than its terms, which are the same for whoever takes it.
    """
    if _PLACED.search(said):
        return "terms"
    if _NET.search(said) and _TERMS.search(said):
        return "post"
    # What pays takes longer to look for than all the rest.
    if _MONEY_WORDS.search(said) and _JOB.search(said) and _PAY.search(said):
        return "post"
    if _HOURLY.search(said) and _POSTS.search(said) and not _PRICES.search(said):
        return "post"
    if _WAGE.search(said):
        return "post"
    is_terms = _ROTA.search(said) or (_SALARY.search(said) and _HOURS.search(said))
    return "terms" if is_terms and _PAY.search(said) else None


def job_facts(passage: Passage) -> Iterator[JobFact]:
    """Which of the three a part of a message names, some of them more than once."""
    words = passage.words
    for sentence, segment in zip(passage.sentences, passage.segments, strict=True):
        if segment in _NOT_SAID:
            continue
        said = passage.text.value[sentence.start : sentence.end].lower()
        if _PAY.search(said) and not (_NO_PAY.search(said) and not _MONEY_WORDS.search(said)):
            yield "pay"
        if _PLACE.search(said):
            yield "place"
        for at in range(sentence.first, sentence.last):
            if words.folded[at] == FIELD:
                yield from _of_field(passage, at)
            elif _is_name(passage, at):
                before = words.folded[at - 1] if at > sentence.first else ""
                after = words.folded[at + 1] if at + 1 < sentence.last else ""
                if before in _IN:
                    yield "place"
                elif before in _AT or after in _HIRES or passage.owners.get(at) == "sender":
                    yield "company"


def _is_name(passage: Passage, at: int) -> bool:
    words = passage.words
    return (
        words.kinds[at] == "word"
        and words.folded[at] not in _NO_NAMES
        and passage.text.value[words.starts[at]].isupper()
    )


def _of_field(passage: Passage, at: int) -> Iterator[JobFact]:
    """What a field or a blank holds: `{{salary_range}}`, `{{city}}`, `{{sender_company}}`."""
    start, before = passage.words.starts[at], passage.words.folded[at - 1 : at]
    names = [field.name for field in passage.template.fields if field.start == start]
    names += [blank.words for blank in passage.template.placeholders if blank.start == start]
    for name in names:
        parts = " ".join(_BETWEEN.split(name)).lower()
        if _PAY_FIELD.search(parts):
            yield "pay"
        elif _PLACE_FIELD.search(parts):
            yield "place"
        elif _COMPANY_FIELD.search(parts) or ("company" in parts and before == ["at"]):
            yield "company"
