"""Figures, and whose they are: `the hotel in Mill Lane went from 140 minutes to 40`.

A figure has its source when it says who measured it or whose it is: somebody by name or described
as one (a dental group in Ohio), a survey, the reader's own. It has none when anybody could have
made it up: what `we`, `our clients` or the product achieve, what `you could` save, what so many
per cent of companies do. Prices, pay, times, the sender's own size and what the state decides are
no figures in this sense.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.reading.text.plain import PAUSE
from cadence_lint.reading.text.segments import BODY
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.text.words import FIELD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.reading import Passage
    from cadence_lint.reading.text.sentences import Sentence

_NEAR = 2
_MOST_KNOWN = 10_000
"""Sentences that are known to have figures, or none."""
_DIGIT = regex(r"\d")
_NUMBER = (
    r"(?:\d[\d.,]{0,20}[km]?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
_EFFECT = (
    r"(?:cut(?:s|ting)?|reduc(?:e|es|ed|ing)|sav(?:e|es|ed|ing)|increas(?:e|es|ed|ing)"
    r"|boost(?:s|ed|ing)?|improv(?:e|es|ed|ing)|lift(?:s|ed|ing)?|rais(?:e|es|ed|ing)"
    r"|lower(?:s|ed|ing)?|shav(?:e|es|ed|ing)|slash(?:es|ed|ing)?|shrink(?:s|ing)?|shrank"
    r"|win(?:s|ning)?|won|gain(?:s|ed|ing)?|recover(?:s|ed|ing)?|free(?:s|d|ing)? up"
    r"|eliminat(?:e|es|ed|ing)|accelerat(?:e|es|ed|ing)|speed(?:s|ing)? up|sped up"
    r"|generat(?:e|es|ed|ing)|deliver(?:s|ed|ing)?|driv(?:e|es|ing)|drove|achiev(?:e|es|ed|ing)"
    r"|grow(?:s|n|ing)?|grew|see(?:s|n|ing)?|saw|get(?:s|ting)?|got|drop(?:s|ped|ping)?"
    r"|decreas(?:e|es|ed|ing)|los(?:e|es|t|ing)|wast(?:e|es|ed|ing)|doubl(?:e|es|ed|ing)"
    r"|tripl(?:e|es|ed|ing)|halv(?:e|es|ed|ing)|bring(?:s|ing)?|brought|book(?:s|ed|ing)?"
    r"|convert(?:s|ed|ing)?|clos(?:e|es|ed|ing)|hir(?:e|es|ed|ing)|fill(?:s|ed|ing)?"
    r"|produc(?:e|es|ed|ing)|earn(?:s|ed|ing)?|add(?:s|ed|ing)?|go(?:es|ing)?|went|takes?|took)"
)
_SAVES = (
    r"(?:cut(?:s|ting)?|reduc(?:e|es|ed|ing)|sav(?:e|es|ed|ing)|shav(?:e|es|ed|ing)|free(?:s|d"
    r"|ing)? up|recover(?:s|ed|ing)?|gain(?:s|ed|ing)?|los(?:e|es|t|ing)|wast(?:e|es|ed|ing)"
    r"|generat(?:e|es|ed|ing)|w[io]n back|eliminat(?:e|es|ed|ing)|give(?:s)? \S+ back|eating)"
)
_SHARE = regex(
    r"(?<![\w.])\d[\d.,]{0,20}(?:-\d[\d.,]{0,20})?%|\b\d[\d.,]{0,20} (?:to |or )?(?:\d[\d.,]{0,20}"
    r" )?(?:percent|per cent)\b"
    rf"|\b{_NUMBER} (?:percent|per cent)\b"
)
_TIMES = regex(
    rf"(?<![\w.])\d[\d.]{{0,20}}x\b|\b{_NUMBER} times (?:more|less|as|faster|higher|lower|fewer"
    rf"|the|better"
    r"|cheaper|longer)\b|\b\d+-?fold\b|\b\d+ fold\b"
)
_OF = regex(
    rf"\b{_NUMBER} (?:out of|of|in)(?: the| our| every| all)*(?: top)? {_NUMBER}\b(?!"
    rf" (?:weeks?|days?"
    r"|months?|minutes?|hours?|years?)\b)"
)
_CHANGE = regex(
    rf"\bfrom (?:\S+ ){{0,3}}?[$€£]?{_NUMBER}\b.{{0,60}}?\bto (?:\S+"
    rf" ){{0,3}}?[$€£]?{_NUMBER}\b"
)
_AMOUNT = regex(
    rf"\b{_SAVES}\b (?:\S+ ){{0,7}}?(?:[$€£]\d|\d[\d.,]{{0,20}}[km]?\+? ?(?:hours?|hrs?|days?"
    rf"|weeks?|minutes?"
    r"|mins?|dollars|euros|pounds)\b)"
)
_KINDS = (
    (_SHARE, ("%", "per")),
    (_TIMES, ("x", "times", "fold")),
    (_OF, ("of", "in")),
    (_CHANGE, ("from",)),
    (_AMOUNT, ("",)),
)
"""What may be a figure, each with what stands in every one of the kind."""
_MEASURE = regex(
    r"(?:[$€£]\d[\d.,]{0,20}|\b\d[\d.,]{0,20}) ?(?:[km]\b|hours?|hrs?|days?|weeks?|minutes?|mins?"
    r"|seconds?|tons?"
    r"|tonnes|kilos|euros|pounds|dollars|miles|kilometres)\b"
)
"""What may be a figure where it has its source, and claims nothing without one."""
_MAY_COUNT = regex(r"\d|per ?cent|out of| times |fold\b| in (?:two|three|four|five|ten)\b")
"""What every sentence with a figure has; most sentences have none of it."""
_NO_CLAIM = regex(
    r"\b(?:100|110)%|\d% (?:off|discount|equity|commission|bonus|deposit|remote|free"
    r"|chance|sure"
    r"|interest|vat|apr|share|stake|revenue share|match|of (?:the (?:price|fee|sum"
    r"|shares|round)"
    r"|our (?:revenue|profits?|income|fees)|your (?:salary|fee|pay)))"
    r"|\b(?:discount|commission|equity|bonus|deposit|vat|rebate|royalt\w+|rev share"
    r"|match) of\b"
    r"|\b(?:open to|open for|worth|got|have|spare|need|grab|take) (?:a |another |just "
    r"|only |the )*"
    r"(?:quick |short )*\d{1,6}(?: to \d{1,6}|-\d{1,6})? ?-?(?:minutes?|mins?)\b"
    r"|\d{1,6} ?-?(?:minutes?|mins?|hours?) (?:call|chat|demo|meeting|conversation|of your"
    r" time|ago|this"
    r"|next|on|tomorrow)\b"
)
_RULED = regex(
    r"\b(?:since|under|after|by|in) the (?:\w+ ){0,2}(?:revision|reform|amendment|act|law"
    r"|regulations?|directive|ordinance|lease|grant|scheme)\b"
    r"|\buntil (?:they|it) reach(?:es)? \d"
)
"""What the state, a contract or a promise sets: nobody measured it."""
_CITES = regex(
    r"\baccording to\b|\bin (?:the|their|its) (?:\w+ ){0,2}(?:figures|numbers|data"
    r"|statistics)\b|\b(?:survey|survey's|study by|study of|study from|report by"
    r"|report from|census"
    r"|index|audit of|benchmark|benchmarks|data from|figures from|numbers from|sample of"
    r"|experiment|trial of)\b"
    r"|\b(?:we|i|they|who) (?:asked|surveyed|counted|measured|looked at|looked into"
    r"|analysed|analyzed"
    r"|tracked|interviewed|visited|called|polled|tested|timed|compared|checked|reviewed"
    r"|benchmarked"
    r"|went through)\b"
    r"|\b(?:in|across|among|from|at) (?:the |our |all |these |those |last year's"
    r" )*(?:last |first )?"
    r"(?:\d[\d,]{0,20}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty"
    r"|thirty|forty"
    r"|fifty|sixty) (?!(?:days?|weeks?|months?|years?|hours?|minutes?|mins?|quarters?"
    r"|seconds?)\b)"
    r"[a-z-]+(?: [a-z-]+)?s\b|\bsource ,|\b(?:said|says|told (?:me|us))\b"
)
_RESEARCH = regex(
    r"\b(?:survey|report|study|benchmarks?|analysis|white ?paper|census|research by)\b"
)
_UNKNOWN_RESEARCH = regex(
    r"\b(?:studies|research|data|surveys|statistics|numbers|experts) (?:show|prove"
    r"|say|suggest|shows|proves|says|suggests)\b"
)
_OWN = regex(
    r"\b(?:our (?:own )?(?:revenue|arr|mrr|users|retention|churn|team|headcount|sales"
    r"|growth|members"
    r"|donors|fund|portfolio|waitlist|pipeline|customers grew|first year|gmv|nps|turnover)"
    r"|we(?:'ve| have|'re| are)? (?:also |just |already |now |nearly |since )*(?:grew"
    r"|grown|grow"
    r"|growing|raised|doubled|tripled|raising|hired|hiring|pay|offer|charge|donate|give"
    r"|planted|fed"
    r"|served|serve|ship|employ|run|own))\b"
)
_OF_YOURS = regex(r"\bof your (?!competitors|peers|rivals|industry|market)\w+")
_COUNT_OF_YOURS = regex(
    r"\b(?:your (?:current |own |last |other |existing )?|of your )\d[\d.,]{0,20} "
    r"(?!(?:min|sec|hour|day|week|month|quarter|year|percent|per cent|times|out of)\w*\b)[a-z]"
)
"""`Your 120 seats`: what is reckoned from that was not made up."""
_DONE_BY_YOU = regex(
    r"\byou (?:sell|sold|order|ordered|use|used|buy|bought|ship|shipped|serve|served|booked"
    r"|returned|stored|printed) (?:about |some |only |nearly )?\d[\d.]{0,20} ?%"
    r"(?!.{0,80}\b(?:us|our|when|if|once)\b)"
)
"""`On wet days you sell 30% more soup`: counted, and not promised."""
_PROMISES = regex(
    r"\b(?:up to|roi|guarantee\w*|(?:we|you|it|they) (?:could|can|will)|(?:we|you)'ll|helps?|boost"
    r"|imagine)\b"
)
_SUM = regex(
    r"\b(?:that(?:'s| is| makes| means| comes to| adds up to| would be)|which (?:is|makes|comes to)"
    r"|it (?:comes|adds up|works out)|works out at)\b"
)
"""`With a turnover of nine days that is a third more`: reckoned from what stands before."""
_BILL = regex(
    r"\b(?:you(?:'ve| have)? (?:pay|paid|order|ordered|use|used|buy|bought|book|booked|rent|rented"
    r"|return|returned|burn|burned|burnt|spent|take|took|renew|renewed|reordered|print|printed"
    r"|store|stored|drew|draw)"
    r"|your (?:\w+ )?(?:account|bills?|invoices?|orders?|contract|seats|licen[cs]es?|subscription"
    r"|meters?|usage|statement|tariff|policy|plan|lease|rental|allowance|delivery|deliveries))\b"
)
_COUNTED = regex(rf"(?!one\b)\b{_NUMBER}\b")
_TRIMS = regex(
    r"\b(?:drop|cut|cancel|return|remove|move|merg|downgrad|clos|end|skip|halv|shar|swap|hand"
    r"|tak|giv|send|leav|turn|switch|keep|order|book)(?:e|ping|ting|ling|ing)?"
    r" (?:back |off |in )?(?:the|those|these|that|them|it|two|three|four|five|six|seven|eight|nine"
    r"|ten|\d[\d.,]{0,20}|half|one|a|some|every|your)\b"
)
"""What can be done about a bill: `drop those two`, `cutting three`."""
_SELLS = regex(
    r"%|\bwe(?:'ll|'d)? (?:\w+ ){0,2}(?:sav|cut|reduc|lower|trim|halv)"
    r"|\b(?:us|our|ours|{sender}|up to|roi|guarantee\w*|average|typical\w*)(?!\w)"
)
_THRESHOLD = regex(
    r"^(?:at|above|below|under|over) \d[\d.]{0,20} ?(?:%|per ?cent)(?! (?:of|off|less|more|lower"
    r"|higher|faster|cheaper|fewer|better|growth|savings?)\b)"
)
"""`At 99.5% you would get three bids`: a mark that something is measured by."""
_CLAUSE_OF = regex(
    r"\bin (?:section|clause|paragraph|annex|appendix|schedule|item|article|lot) \d"
    r"|\b(?:in|of|by) (?:the|your) (?:\w+ )?(?:rfp|rfq|itt|tender|spec|specification|brief|lease)\b"
)
_PAY = regex(
    r"\b(?:salary|bonus|equity|compensation|ote|per annum|day rate|hourly rate|base pay"
    r"|pays [$€£]?\d)\b"
)
_READERS = regex(
    r"\b(?:you've|you have|you were|you are|you're|you posted|you had|you did|you said"
    r"|you mentioned"
    r"|you wrote|you grew|you raised|you opened|you hired|you pay|you list|you run"
    r"|your (?:\S+ )"
    r"{1,4}?(?:is|are|was|were|has|have|had|shows?|says?|said|lists?|mentions?|grew|fell"
    r"|rose|dropped"
    r"|went|takes?|took|loads?|costs?|lost|loses|converts|drops|ranks|scores|carries"
    r"|stands|answers|charges|misses|jumped|climbed|doubled|slipped|gets?|got|went"
    r"|sits?|runs?))\b"
)
_ANYBODYS = regex(
    r"\b(?:we|we've|we'll|we'd|we can|we help|i|i've|i'll|i can|our|{sender}|you can|you"
    r" could|you'll"
    r"|you'd|you will|you would|you may|you might|you get|you save|help you|helps you"
    r"|helping you"
    r"|lets you|let you|cut your|reduce your|save you|saves you|saving you|increase your"
    r"|boost your"
    r"|improve your|grow your|get you|gets you|double your|raise your|lower your)\b"
    r"|\b(?:clients|customers|users|companies|businesses|firms|brands|organisations"
    r"|organizations"
    r"|leaders|reps|buyers|employees|managers|people|marketers|recruiters|executives"
    r"|vendors"
    r"|sellers|agencies|owners|peers|teams?|most|many|everyone|others)\b"
)
_BOASTS = regex(
    rf"^(?:{PAUSE} )?(?:{_EFFECT}|imagine|get|expect|enjoy|start|stop|want|ready"
    rf"|looking)\b|\bup to\b"
    r"|\broi\b|\b(?:helps|lets|enables|allows)\b|\b(?:faster|cheaper|better|fewer|less"
    r"|higher|lower|more)\b"
    rf"|\b(?:that|which|it|this|they|software|platform|tool|app|system|solution|service"
    rf"|product)"
    rf" (?:\w+ ){{0,2}}?(?:helps?|lets?|can|could|will|{_EFFECT})\b|\b(?:guarantee\w*"
    rf"|typically"
    r"|on average|proven)\b"
)
_STATISTIC = regex(
    r"(?:%|percent|per cent) of (?:all |most |today's |these |those |the )?(?!your\b"
    r"|our\b|my\b|their\b"
    rf"|its\b|his\b|her\b)\w[\w-]*(?: \w+)?|\b{_NUMBER} (?:out of|in) (?:every"
    rf" )?{_NUMBER} \w+"
)
_DESCRIBED = regex(
    r"(?:^|, )(?:last \w+ |recently |so |and |but |today )?(?:a|an|one|another|the|two"
    r"|three|four|five|six"
    r"|seven|eight|their|his|her|my|\d+) (?!(?:average|typical|result|results|typical"
    r"|right|best|same"
    r"|only|platform|software|tool|app|product|solution|company|team|business|more|less"
    r"|end)\b)"
    r"(?:\S+ ){1,9}?(?:went|cut|saw|fell|rose|dropped|grew|got|took|saved|lost|won"
    r"|gained|reduced"
    r"|increased|moved|halved|doubled|closed|filled|found|now|used to|had|was|were|has"
    r"|have|needed"
    r"|brought|freed|spent|spends|paid|pays|wrote|turned|raised|lifted|shaved|improved"
    r"|reached"
    r"|finished|started|made|sold|hired|kept|lowered|slashed|recovered)\b"
    r"|\b(?:for|helped|with|at|by|showed|like|saw|from|in) (?:a|an|one|another|two|three"
    r"|four|five) "
    r"(?!(?:platform|tool|new|single|single\b|few|lot|quick|short|couple|better"
    r"|guaranteed|proven|day"
    r"|week|month|year|quarter|click|call|fraction|minute|hour|third|half|quarter|tenth)\b)"
    r"|\bone of (?:our|my) \S+\b|\bat one of\b"
)
_OURS = regex(r"\b(?:we|our|you|your|clients|customers|companies|most|{sender})\b")
_SELLERS = regex(r"\b(?:we|our|you|your|clients|customers|{sender})\b")
_YOURS = regex(r"\b(?:you|your|clients|customers)\b")
_AN_EFFECT = regex(rf"\b{_EFFECT}\b")
_REFERENCE = regex(
    r"similar|customer|client|case|competitor|peer|reference|example|logo|prospect_in"
    r"|neighbou?r|study"
)
_INTRODUCES = frozenset({"i'm", "am", "is", "it's", "name", "name's"})
_INTRODUCTION = regex(
    r"^(?:hi , |hello , )?(?:it is|it's|this is|i'm|i am|my name(?: is|'s)) \S+(?: \S+)?"
    r" (?:from|with|at|here)\b"
)
_INSTRUMENT = word_set("with using via through our thanks to called")
_NO_NAMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december english german french i i'm i'd i've i'll hi"
    " hello dear ceo cfo cto coo vp hr it roi sdr sdrs crm ai us uk eu usa q1 q2 q3 q4 saas b2b erp"
    " christmas easter internet"
)
_PEOPLES = ("american", "canadian", "dutch", "ean", "german", "ian", "ish", "ese")
"""How words for peoples end, which are written with a capital letter: `Canadian firms`."""
_CONTRACTIONS = word_set(
    "it's that's what's here's there's let's who's he's she's how's where's everyone's today's"
)
_PRODUCT_VERBS = word_set(
    "helps cuts saves reduces increases improves boosts lets gives makes automates delivers drives"
    " is does can will generates enables lifts raises lowers speeds eliminates provides offers"
)
_PAST = word_set(
    "cut saw went got took found grew won ran made brought fell rose had has was were used now"
    " spent did sold lost kept paid built began halved told wrote said measured"
)
_STARTS_GENERIC = word_set(
    "the a an our we you your clients customers users companies teams businesses firms brands most"
    " many some people leaders reps buyers employees managers they it this that these those results"
    " result here there when what how why who with for in on at since after before and but so if as"
    " imagine by everyone others recruiters hotels one two three all each every last from to over"
    " hiring sales marketing average time costs cost revenue response reply open click no not only"
    " more less fewer up down then once because while now just also think"
)


def find_figures(passage: Passage) -> Iterator[tuple[str, int]]:
    """`sourced-figure` or `unsourced-figure` for each sentence that has one, with its index."""
    if passage.part == "subject" or not _has_digits(passage.text.value):
        return
    said = [
        (saying.index, saying.said.text)
        for saying in passage.sayings
        if passage.segments[saying.index] in BODY
    ]
    if not any(_has_figure(text) or _has_measure(text) for _, text in said):
        return
    told = _Told(passage)
    for index, text in said:
        if _has_figure(text):
            verdict = told.whose(index, text)
            if verdict:
                yield verdict, index
        elif _has_measure(text) and told.names_source(index, text):
            yield "sourced-figure", index
        told.hear(index, text)


class _Told:
    """What a message has said so far of whose its figures are.

    It is listened to when a figure does not say itself whose it is, which few of them leave open.
    """

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self._unheard: list[tuple[int, str]] = []
        self._sourced_at = -9
        self._theirs_at = -9
        self._billed_at = -9
        self._trimmed_at = -9
        self._cites = False
        self._announced = False

    def hear(self, index: int, text: str) -> None:
        """Take in a sentence."""
        self._unheard.append((index, text))

    def _listen(self) -> None:
        for index, text in self._unheard:
            self._take_in(index, text)
        self._unheard.clear()

    def _take_in(self, index: int, text: str) -> None:
        if _BILL.search(text) and _COUNTED.search(text):
            self._billed_at = index
        if _TRIMS.search(text):
            self._trimmed_at = index
        if _INTRODUCTION.search(text):
            return
        names = _names_somebody(self.passage, index)
        if names or _DESCRIBED.search(text):
            self._sourced_at = index
            self._announced = self._ends_with_colon(index)
        if _DIGIT.search(text) and (_READERS.search(text) or _COUNT_OF_YOURS.search(text)):
            self._theirs_at = index
        self._cites = self._cites or bool(_RESEARCH.search(text) or _CITES.search(text))

    def whose(self, index: int, text: str) -> str | None:
        """Whether the figures of a sentence say whose they are; None where that is no question."""
        if _is_own_or_pay(text) or _RULED.search(text) or _THRESHOLD.search(text):
            return None
        if self.names_source(index, text):
            return "sourced-figure"
        is_boast = _is_boast(text)
        is_anybodys = bool(_ANYBODYS.search(text))
        is_count = _COUNT_OF_YOURS.search(text) or _DONE_BY_YOU.search(text)
        is_sum = is_count and not _PROMISES.search(text)
        of_yours = is_sum or (not is_boast and _OF_YOURS.search(text))
        if of_yours or (_READERS.search(text) and not (is_anybodys and is_boast)):
            is_question = self.passage.sentences[index].is_question
            return None if is_question else "sourced-figure"
        self._listen()
        if self._is_inherited(index, text) or self._is_reckoned(index, text):
            return "sourced-figure"
        if _UNKNOWN_RESEARCH.search(text):
            return "unsourced-figure"
        if _STATISTIC.search(text):
            return "sourced-figure" if self._cites else "unsourced-figure"
        if is_boast or (is_anybodys and _has_effect(text)):
            return "unsourced-figure"
        return None

    def names_source(self, index: int, text: str) -> bool:
        """Whether a sentence says itself where its figures come from."""
        if _is_own_or_pay(text):
            return False
        return _says_whose(text) or _names_somebody(self.passage, index)

    def _is_inherited(self, index: int, text: str) -> bool:
        """Whether the one whom the sentences before spoke of is meant, or it is their sum."""
        if index - self._theirs_at <= _NEAR and _SUM.search(text) and not _PROMISES.search(text):
            return True
        if self._cites and not _SELLERS.search(text):
            return True
        if _OURS.search(text):
            return self._announced and not _YOURS.search(text)
        return index - self._sourced_at <= (9 if self._announced else 2)

    def _is_reckoned(self, index: int, text: str) -> bool:
        """Whether it is what the reader saves of a bill of theirs, by what can be done about it."""
        if _SELLS.search(text):
            return False
        is_billed = bool(_BILL.search(text) and _COUNTED.search(text))
        is_billed = is_billed or index - self._billed_at <= _NEAR + 1
        return is_billed and (_TRIMS.search(text) is not None or index - self._trimmed_at == 1)

    def _ends_with_colon(self, index: int) -> bool:
        sentence = self.passage.sentences[index]
        return self.passage.text.value[sentence.end - 1 : sentence.end + 2].strip().startswith(":")


def _names_somebody(passage: Passage, index: int) -> bool:
    """Whether a sentence names somebody who is not the sender: by a name, or by a field for one."""
    sentence = passage.sentences[index]
    return any(_is_name(passage, sentence, at) for at in range(sentence.first, sentence.last))


def _is_name(passage: Passage, sentence: Sentence, at: int) -> bool:
    words = passage.words
    folded = words.folded[at]
    if folded == FIELD:
        return _stands_for_another(passage, at)
    if words.kinds[at] != "word" or folded in _NO_NAMES or len(folded) < 2:
        return False
    if folded in _CONTRACTIONS or "'" in folded.removesuffix("'s"):
        return False
    written = passage.text.value[words.starts[at] : words.ends[at]]
    is_acronym = written.isupper() or (written[-1] == "s" and written[:-1].isupper())
    if not written[0].isupper() or is_acronym or folded.endswith(_PEOPLES):
        return False
    before = words.folded[at - 1] if at > sentence.first else ""
    after = words.folded[at + 1] if at + 1 < sentence.last else ""
    is_product = before in _INSTRUMENT or after in _PRODUCT_VERBS
    if is_product or before in _INTRODUCES or passage.owners.get(at) == "sender":
        return False
    starts = at == sentence.first or words.gaps[at].strip(" ") not in ("", "-", ",", "&")
    did_it = after in _PAST or after.endswith("ed")
    owner = folded.removesuffix("'s")
    return not starts or ((did_it or owner != folded) and owner not in _STARTS_GENERIC)


def _has_digits(value: str) -> bool:
    return _DIGIT.search(value) is not None or "percent" in value or "per cent" in value


@lru_cache(maxsize=_MOST_KNOWN)
def _is_own_or_pay(text: str) -> bool:
    return bool(_OWN.search(text) or _PAY.search(text))


@lru_cache(maxsize=_MOST_KNOWN)
def _says_whose(text: str) -> bool:
    return bool(_CITES.search(text) or _DESCRIBED.search(text) or _CLAUSE_OF.search(text))


@lru_cache(maxsize=_MOST_KNOWN)
def _is_boast(text: str) -> bool:
    return bool(_BOASTS.search(text) or _AMOUNT.search(text))


@lru_cache(maxsize=_MOST_KNOWN)
def _claimed(text: str) -> str:
    """A sentence without the figures that claim nothing; empty where it can have none at all."""
    return _NO_CLAIM.sub(" ", text) if _MAY_COUNT.search(text) else ""


@lru_cache(maxsize=_MOST_KNOWN)
def _has_figure(text: str) -> bool:
    kept = _claimed(text)
    return any(kind.search(kept) for kind, cues in _KINDS if any(cue in kept for cue in cues))


@lru_cache(maxsize=_MOST_KNOWN)
def _has_measure(text: str) -> bool:
    return bool(_MEASURE.search(_claimed(text)))


def _has_effect(text: str) -> bool:
    return bool(_AN_EFFECT.search(text))


def _stands_for_another(passage: Passage, at: int) -> bool:
    """Whether a field or a blank stands for somebody else's name: `{{similar_company}}`."""
    if passage.field_kinds.get(at) == "third":
        return True
    start = passage.words.starts[at]
    names = [field.name for field in passage.template.fields if field.start == start]
    names += [blank.words for blank in passage.template.placeholders if blank.start == start]
    return any(_REFERENCE.search(name.lower()) for name in names)
