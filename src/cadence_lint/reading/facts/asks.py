"""Questions about the reader's own work: `who signs off at yours?`, `curious how you do it`.

None of them are questions about the contact (did you see my email?), for time or interest (open
to a call? worth a look?), for a favour (could you point me to …?), offers (shall I send it?), and
those that expect no answer (what if you could …? ready to grow?).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.reading.facts.substance import FUNCTION_WORDS
from cadence_lint.reading.text.plain import PAUSE, READER
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.people import FIRST, US, YOU_OR_YOUR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ASKERS = word_set(
    "how what which who whose when where why how's what's who's where's do does did is are was"
    " were have has had can could would will should shall may might don't doesn't didn't isn't"
    " aren't haven't hasn't"
)
_ALSO_CLAUSES = word_set("when where")
"""Words that start a question, and more often a clause that leads to one."""
_LEADS = word_set("and but so or also then still well now hence")

_DAY = r"(?:mon|tues|wednes|thurs|fri)day|tomorrow|today|(?:this|next|early|late) \w+"
_TALK = (
    r"(?:call|chat|conversation|meeting|demo|demonstration|talk|catch ?up|coffee|lunch|session"
    r"|walkthrough|intro|zoom)"
)
_COUNT = (
    r"(?:\d+|few|couple|one|two|three|four|five|ten|fifteen|twenty|thirty|forty|sixty|ninety|half)"
)
_OCCASION = r"(?:date|time|day|slot|hour|morning|afternoon|evening|week)s?"

_FOR_TIME = regex(
    r"\byou (?:be )?happy to\b|"
    r"\b(?:you|{reader}) (?:be )?(?:still |at all |perhaps |maybe |also |currently"
    r" )*(?:open|opposed"
    r"|averse|against|up|free|available|around|interested|keen|willing|game"
    r"|curious"
    r"|comfortable|in a position|the (?:right|best|correct|one)) (?:to|for|in|on|at|if"
    r"|with|about"
    rf"|person|contact|who|{_DAY})\b"
    r"|^(?:still |at all |perhaps )?(?:open to|opposed|interested|interest|up for|keen|free"
    r"|available|any (?:interest|appetite|chance|thoughts?|news|updates?|luck|questions?"
    r"|feedback))\b"
    r"|\bworth\b"
    rf"|\b(?:would|could|got|spare|give me|have|how about|what about|free for|open to"
    rf"|time for|need)"
    rf" (?:you |me |us |have |a |the |some |only |just |another |for |of ){{0,8}}{_COUNT}(?:"
    rf" to {_COUNT})?"
    r" (?:minutes?|mins?|moments?|hour|secs?|seconds?)\b"
    r"|\bdo(?:es)? you(?:r \w+)? (?:have|find|got) (?:any |some |a |the )*(?:time"
    r"|availability|minutes?"
    r"|moment|questions?|bandwidth|slots?|gaps?|space in)\b"
    rf"|\b(?:does|do|would|will|is|how about|how's|how does|what about) (?:{_DAY})"
    r"(?: \S+){0,5}? (?:work|suit|look|sound|good|fit|ok|okay|possible|better)\b"
    rf"|^(?:how about|maybe|{_DAY})\b|^what about\b(?!.* (?:take|cost|slow|bother|keep|worri)\w+\b)"
    rf"|\b(?:when|(?:what|which) (?:\w+ (?:and|or) )?{_OCCASION}(?: (?:and|or) \w+)?)"
    r"(?:'s| is| are| would| works| suits| can| could| might| do you have)\b(?: you| be| it)*"
    r" (?:good|best|better|free|available|a |we\b|i\b|convenient|suit|work|time)"
    r"|\b(?:hop|jump|get) on\b"
    rf"|\b(?:quick|short|brief|intro\w*|discovery|exploratory|minute|phone|video|zoom"
    rf"|casual|further)"
    rf" (?:\w+ )?{_TALK}\b"
    rf"|\b(?:have|schedule|book|set up|arrange|grab|join|do|take|for|to) (?:a|an|some"
    rf"|our|another)"
    rf" {_TALK}\b"
    r"|\b(?:would|like|love|want|time|open|able|agree|us|possible|sense|chance"
    r"|opportunity) to"
    r" (?:chat|talk|speak|meet|connect|discuss|catch up|explore|learn more|hear more"
    r"|know more)\b"
    r"|^(?:so |then )?\d+ or \d+$"
    r"|\bwhich (?:one|day|time|slot|of (?:these|those|them|the two))(?:'s| is| would be| works"
    r"| suits| fits| sounds)(?: (?:better|best|good|easier|easiest|more convenient|for you))+"
    r"|\bcompare notes\b|\byour (?:calendar|diary|availability)\b"
)
_FOR_INTEREST = regex(
    r"\b(?:would|could|does|do|is|are|might|was|will) (?:it|this|that|these|they|either"
    r"|one|any of"
    r" (?:this|that|it)|something like (?:this|that)|an? \w+ like (?:this|that))(?:"
    r" \S+){0,2}?"
    r" (?:useful|helpful|relevant|interesting|interest|help|make sense|resonate|valuable"
    r"|work|suit"
    r"|ok|okay|fair|crazy|possible|alright|fine|on your radar|a priority|bell|appeal|be"
    r"|good"
    r"|appropriate|of value|timely|reasonable|excite|convenient|of use)\b"
    r"|\bsomething (?:that )?(?:you'd|(?:you|your \w+|{reader}) (?:would|might|may|could)"
    r"|(?:you're|you are) (?:interested|open|keen))\b|^sounds? like\b"
    r"|^(?:would|could|might) .*\b(?:be|make) (?:\w+ )?(?:helpful|useful|relevant|of"
    r" (?:interest|help|use"
    r"|value)|interesting|valuable|welcome|sense)$"
    r"|\bwould (?:it|that|this) change (?:your|how|the way|anything|things)\b"
    r"|\b(?:sounds?|look) (?:good|interesting|useful|fair|great|crazy|like a plan|too"
    r" good|helpful"
    r"|reasonable|doable)\b"
    r"|\b(?:looking|searching|on the lookout|hunting) for (?:(?:a|an|any|your|some|new|other|the"
    r"|next|another|different|better|more|secondary|second|extra|career|full time|part time"
    r"|permanent|contract|freelance) ){0,4}(?:roles?|jobs?|positions?|opportunit(?:y|ies)"
    r"|challenges?|moves?|income|work|gigs?|contracts?|career)\b"
    r"|\bin the (?:job )?market\b|\bdo you (?:need|require) (?:any|some|help|more|new|a new)\b"
    r"|\bwould you (?:be|like|love|want|rather|agree|prefer|mind|care|consider"
    r"|appreciate|value"
    r"|welcome|benefit)\b"
    r"|\bdo you (?:want|wish|fancy|think (?:it|this|that|we|you|there))\b"
    r"|\b(?:want|like|let|for) me to\b|^(?:want|like|wanna|fancy|care)\b|\bif i (?:sent"
    r"|showed)\b"
    r"|\b(?:shall|should|may|can|could|would|might|do|did|have|must) (?:i|we)\b(?! know\b)"
)
_FOR_CONTACT = regex(
    r"\bhave you (?:already |had |yet )*(?:reviewed|considered|looked (?:at|over)|gone"
    r" over|signed) (?:the"
    r"|my|our|this) (?:contract|proposal|offer|quote|agreement|deck|draft|terms"
    r"|estimate)\b|"
    r"\b(?:did|have|had|has|were) (?:you|anyone|{reader}) (?:had |have |get |got |ever "
    r"|yet |been |able"
    r" to |managed to |already |happen to )*(?:a |the |any )?(?:chance|time|moment"
    r"|opportunity"
    r"|minute)\b"
    r"|\b(?:did|have|had|were) you (?:get|got|see|seen|receive|received|read|open|opened"
    r"|catch|watch"
    r"|watched|miss|find|found|able|manage|managed|had a)\b.{0,300}?\b(?:my|our|it|this|that|the"
    r" (?:e-?mails?|notes?|messages?|proposal|invite|link|deck|file|attachment|video"
    r"|voicemail"
    r"|plan|guide|report|article|checklist|case study|one-pager))\b"
    r"|\bwhat (?:do|did|would) you (?:think|say|make|reckon)\b"
    r"|\bhave you (?:already |finally |just )*(?:given up|abandoned|forgotten|moved on)\b"
    r"|\b(?:love|like|miss|hate|forget|forgotten|ignor\w+|avoid\w+|ghost\w+) (?:me|us)\b"
    r"|\b(?:your|any|more) (?:thoughts?|feedback|opinion)\b|^(?:thoughts?|feedback"
    r"|questions?)\b"
    r"|\bhow do(?:es)? (?:that|this|it|you feel)\b"
    r"|\b(?:still|are you|you) (?:relevant|ok|okay|well|with me|on board)\b"
    r"|(?:^|\byou |\bare you )(?:still )?(?:there|alive|around)\b"
    r"|\bhow are you(?: doing| today| all| feeling| ,|$)"
    r"|\bhow(?:'s| is| are| was| were| has| have) (?:it|things|life|everything|everyone|the"
    r" (?:weather|week|day|year|weekend|summer)|your (?:day|week|weekend|summer|holiday"
    r"|year|new"
    r" year|morning|afternoon))\b"
    r"|\b(?:did|does|has|is|was|were) (?:it|this|that|my \S+|the (?:e-?mail|note|message))"
    r" (?:land|reach|arrive|get|come|make it|go|find|buried|lost|end up|something i)\b"
    r"|\b(?:bad|wrong|better|good|right|worse) (?:time|timing|moment)\b|\bwrong message\b"
)
_OF_MINE = regex(
    r"^(?:did|do|have|has|had|was|were|is|are|if|whether)\b.*"
    r" (?:the|that|those|this|these|my|our) (?:\w+ ){1,3}(?:that )?(?:i|we|i've|we've|i'd|we'd)"
    r" (?:\w+ )?(?:sent|posted|mailed|emailed|left|dropped|shared|shipped|gave|showed|quoted"
    r"|attached|forwarded|couriered|submitted)\b"
    r"|\b(?:the way|how|something|anything) i (?:opened|said|asked|wrote|put|phrased|started)\b"
)
"""`Have the tiles I sent arrived?`; not `how is the kiln that we left with you firing?`."""
_FOR_A_FAVOUR = regex(
    r"\b(?:tell|give|send|let) (?:me|us) (?:have )?(?:the|a|his|her|their) (?:name|contact|number"
    r"|address|e-?mail|details)\b|"
    r"\b(?:earn|win) your (?:business|trust|custom|vote)\b|\bwhat (?:other )?questions\b|"
    r"\b(?:could|can|would|will) you (?:please |kindly |possibly |perhaps |also )*(?:be able to )?"
    r"(?!tell|say|explain|describe|share)\w+ (?:my|our|us|me)\b(?!.{0,80} or )|"
    r"\b(?:are you|is th(?:is|at)) (?:the|a) (?:person|contact|one|decision|owner|manager)\b"
    r"|\b(?:could|can|would|will) you (?:please |kindly )*"
    r"(?:fill|complete|vote|donate|participate)\b"
    r"|\b(?:right|best|correct|appropriate|better|wrong) (?:person|contact|one|place"
    r"|people|team"
    r"|department|address|fit)\b"
    r"|\bwho(?:m)? (?:should|would|could|can|do|might|must|else should) (?:i|we|be|you"
    r" (?:suggest"
    r"|recommend))\b|\bwho (?:is|'s) (?:the )?best\b|\bsomeone else\b"
    r"|\b(?:could|can|would|will|might) (?:you|someone|anyone) (?:please |kindly "
    r"|perhaps |maybe |also"
    r" |possibly |just |at least )*(?:point|direct|introduce|connect|forward|refer|pass"
    r"|put|give|send"
    r"|take|review|confirm|help|advise|join|spend|spare|meet|call|reply|respond|get back"
    r"|make"
    r" (?:time|an)|let me know (?:if|when)|sign|check|look|read|watch|share (?:this|it"
    r"|my|the)|do me"
    r"|recommend|suggest|have a look|click|book|add|accept|update me|find|post|mention|invite|like"
    r"|promote|hang|display|vouch|grant|let|bring|copy|hand|leave|spread|place|list|follow|rate"
    r"|connect|support|sponsor|write (?:us|me|a|two|about)|say a word|be on)\b"
    r"|\bdo you know (?:who|someone|anyone|anybody|of anyone|a good)\b"
    r"|\b(?:do you|does {reader}) (?:\w+ )?have (?:any |an |a |some )?"
    r"(?:open |current |vacant |paid )*"
    r"(?:positions?|openings?|vacanc(?:y|ies)|internships?|roles?)\b"
    r"|\bwho (?:on|at|in|from) (?:your \w+|{reader}) (?:owns|handles|manages|runs|leads|oversees"
    r"|heads|deals with|is (?:responsible|in charge)(?: of| for)?)"
    r" (?:this|that|these|it|such|your|all|any)\b"
    r"|\bif you (?:happen to )?know (?:of )?(?:someone|somebody|anyone|anybody|people)\b"
    r"|\banyone (?:you"
    r"|in your)\b"
    r"|\b(?:mind if|mind me|mind point|mind tak|mind shar|mind giv|mind send|okay if i"
    r"|ok if i)"
)
_RHETORICAL = regex(
    r"\bcan you (?:really |still )?afford\b|\bcould you really\b|"
    r"^why (?!(?:do|does|did|is|are|was|were|have|has|had|can|could|would|will|your|you"
    r"|the|that|so"
    r"|it|{reader})\b)|"
    r"\bare you (?:still |also |ever )?(?:tired|sick|fed up|struggling|looking|ready"
    r"|wasting|losing|overpaying"
    r"|frustrated|interested)\b"
    r"|^(?:did|do|didn't|have) you (?!know (?:yet|by now|already)\b)"
    r"(?:know|realise|realize|remember|heard? (?:about|of|that|the))\b"
    r"|^know (?:what|how|that"
    r"|why)\b"
    r"|^what if\b|^(?:are you )?ready\b|^imagine\b|^guess\b|^why not\b|^seriously\b"
    r"|^remember\b"
    r"|^(?:wanting|looking|hoping|trying|tired|sick|fed up|in need|need|needing|bored"
    r"|thinking)\b"
    r"|^(?:isn't|wouldn't|won't|don't|aren't|wasn't|haven't you|who (?:doesn't|wouldn't"
    r"|has time))\b"
    r"|^(?:the|our|my|his|her|their|its) \S+(?: \S+)?$|^(?:and|so) (?:what|now)$"
    r"|\bwhat's (?:the (?:catch|point|big)|in it for|more|next|stopping|holding|new|not"
    r" to)\b"
    r"|\bhow (?:do|does|did|can|could|would|will) (?:we|it|they|our|this|that|he|she|i"
    r"|{sender})\b"
    r"|^(?:so |but )?how (?:do|does|did|can|could|should) (?:businesses|compan(?:y|ies)|brands"
    r"|people|organi[sz]ations|women|men|consumers|families|parents|entrepreneurs|one|anyone)\b"
    r"(?!.*\b(?:you|your|yours|{reader})\b)"
    r"|\bwhat (?:could|would|might) you (?:\w+ )?do with (?:an?|the|all|\d+|few)\b"
    r"|\bwhat (?:would|could) (?:it|an?|\d+)\b.{0,60} (?:mean|do) (?:for|to)"
    r" (?:you|your|{reader})\b"
    r"|\bhow we\b|\bwhy (?:choose|us|now|me|am i|are we|does this|do we|did we|wait"
    r"|should you|i'm)\b"
    r"|\bhave you (?:ever )?heard (?:of|about)\b|\b(?:our|my) (?:platform|product"
    r"|software|service"
    r"|solution|tool|offer|app)\b|\bwhat (?:is|are|does|makes) (?:{sender}|we|our)\b"
    r"|\bcould (?:you|your \w+|{reader}) (?:benefit|use|save|do with)\b"
    r"|^(?:quick |one |another |just a |a )*question\b(?: for (?:you|{reader}))?$"
)
_PITCH = regex(
    r"(?:^|, )(?:and |but |so )?if (?:(?:i|we|{sender}) (?:could|can|were to|told|showed|guaranteed"
    r"|gave|offered|promised|saved)(?! \S*ask)"
    r"|there(?:'s| is| was| were) an? (?:\w+ )?way) "
)
"""`If I could save you a day, would you …?`; not `if I had to guess, … Is that so?`."""
_FOR_A_NOD = regex(
    r"\bwould (?:you|{reader}) (?:\w+ )?(?:be )?(?:interested|willing|up for|prepared|ready)\b"
    r"|\b(?:answer|take|do|complete) (?:\S+ ){0,4}survey\b"
)
"""`Would you be willing to answer a few survey questions?`."""
_FOR_MANNERS = regex(
    r"^how (?:have you been|are you)"
    r"(?: (?:doing|keeping|going|lately|today|these days|so far|been|with you|at your end|there"
    r"|(?:in|at|over in) \w+))*(?: ,| \w+| , \w+)?$"
)
"""`How have you been, Ada?`; not `how are you getting on with the new depot?`."""
_OF_MYSELF = regex(r"^(?:i|we)(?:'m|'re|'ve|'ll|'d)? ")
"""`I can email it, if that is easier?`: a statement with a question mark."""
_NO_QUESTION = (
    _FOR_TIME,
    _FOR_INTEREST,
    _FOR_CONTACT,
    _OF_MINE,
    _FOR_A_FAVOUR,
    _FOR_MANNERS,
    _OF_MYSELF,
    _RHETORICAL,
)
_SAYS_WHAT = regex(
    r"\b(?:tell me|share|let me know|say|explain|describe|walk me through|show me)(?:"
    r" with me| a bit"
    r"| briefly| more)?(?: about)? (?:how|what|which|where|who|whether|why)\b (?!i\b"
    r"|we\b|you think)"
)
"""`Could you tell me how …` asks for no favour but for the answer."""
_INDIRECT = regex(
    r"\b(?:curious|wonder|wondered|wondering|interested|intrigued|keen|love|like|glad"
    r"|grateful|great"
    r"|good|helpful|useful|hear|know|learn|understand|see|tell me|let me know|reply with"
    r"|reply and"
    r" tell me|ask|ask you|asking|question is|question|wanted to ask|find out)"
    r"(?: (?:to|hear|know|learn|understand|see|about|from|you|more|a|bit|just|also|in"
    r"|out|really"
    r"|get|your|side|find|is|was|,|ask|this|first|one|thing|more|have)){0,12}?"
    r" (?P<word>how|what|which|where|who|when|whether|if|why) (?P<tail>.+)"
)
_NOT_ASKED = regex(
    r"\byou (?:want|need|like|have|get) to (?:know|see|hear|understand|learn|find)\b|"
    r"\b(?:love|loved|like|liked|enjoy|enjoyed|admire|admired|great|good|amazing|impressed by"
    r"|impressed with) (?:what|how|that|who)(?: \w+){0,2} (?:you|{reader})"
    r"|(?:^|\b(?:is|it's|was|were|been) )(?:great|good|nice|lovely|inspiring|amazing|wonderful)"
    r" to (?:see|hear|read|watch) (?:what|how|that|who)\b"
    r"|\b(?:as|since|because) (?:i|we) (?:don't|do not|didn't|did not) know\b"
    r"|\bwho (?:handles|manages|runs|leads|oversees|owns|heads|is|would be|looks after"
    r"|makes|deals"
    r"|takes care)\b"
)
"""`I love what you are doing` praises, `to see who handles it` wants to be sent to somebody.

`We send both plans, since we don't know which shed you use` tells why.
"""
_INDIRECT_SIGNS = word_set(
    "curious wonder wondered wondering interested intrigued keen love like glad grateful great good"
    " helpful useful hear know learn understand see tell reply ask asking question find"
)
_OF_THEIRS = regex(
    r"\b(?:curious|interested|keen|love|like|glad|hear|know|learn|understand)"
    r"(?: (?:to|hear|know|learn|understand|about|more|in|of|out|find|a|bit)){0,12}"
    r" (?:your|{reader}) (?:own |current |team's )*(?:take|view|views|experience"
    r"|experiences|approach"
    r"|process|setup|perspective|plans?|side) (?:on|with|of|to|for|when|about) (?P<tail>.+)"
)
_ABOUT_THIS = regex(r"^(?:this|that|it|our|my|the (?:above|below|same|idea|email))\b")
_INDIRECT_ABOUT_THEM = regex(
    r"^(?:\S+ ){0,4}?(?:you|you're|you've|your|yours|{reader}|anyone|somebody|someone)\b"
    r"|^(?!(?:compan|team|business|compet|other|client|customer|leader)\w*)\w+s (?:do|use|did)\b"
)
_INDIRECT_FOR_INTEREST = regex(
    r"\bin the (?:job )?market\b|"
    r"^(?:you're|you are) the (?:right|best|correct|appropriate) (?:person|contact|one)\b|"
    r"^(?:you|you'd|you're|you are|you would)(?: (?:would|might|will|could|be|are|still"
    r"|at all|also"
    r"|ever))* (?:be|like|want|interested|open|available|free|keen|have (?:any|a|some"
    r"|time|questions"
    r"|further|\d)|need(?:ed)? (?:any|more|anything|further|additional)"
    r"|prefer|consider|think|agree|know (?:any|some|who)|got|had"
    r"|received|saw|can make|wish|feel)\b"
    r"|^(?:this|that|it|any|we|i|there|our|my|a|an|one|now)\b"
    r"|^(?:time|day|date|slot)s?(?: and \w+)? (?:would |might )?(?:works?|suits?|fits?|is|are)\b"
    r"|^you (?:can|could|would|might|may)(?: (?:please|kindly|possibly|perhaps|maybe|just|,|um))*"
    r" (?:assist|spare|point|direct|introduce|forward|refer|review)\b"
)
_OF_OUR_PRODUCT = regex(
    r"\b(?:our|my) (?:\w+ )?(?:platform|product|software|service|solution|tool|offer|app|system"
    r"|proposal|quote|samples?|brochure|catalogue)s?\b"
)
"""`To see if you have passed on our quote`."""
_INDIRECTLY_NONE = (_INDIRECT_FOR_INTEREST, _FOR_INTEREST, _OF_OUR_PRODUCT)
_DOING = word_set(
    "handle handles handling do doing manage managing use using run running track tracking measure"
    " measuring plan planning planned deal dealing decide deciding approach approaching solve"
    " solving cope coping organise organize keep work working prioritise prioritize tackle tackling"
    " budget staff changed change changing tried look like"
)
_SOMETHING = regex(
    r"\b(?:is|are|was) (?:this|that|it|these|{reader}|\w+) (?:really |also |still"
    r" )?something"
    r" (?:that )?(?:you|you're|you've|your|{reader})\b"
)
_WOULD_DO = regex(
    r"\b(?:which|what)(?: \S+){0,5}? (?:would|do|did|will) (?:you|your \w+|{reader})"
    r" (?!(?:like|prefer"
    r"|want|think|say|be|suggest|recommend|make|have|need|know|see|mean|feel|advise)\b)\w+"
)
_CREWS_DO = regex(
    r"^(?:what|how|which) \w+s (?:do|use|did)(?: it| that| this)? (?:now|today|with)\b"
)
"""`What crews do now`: what people do whose work is the reader's."""
_HAPPENS = regex(
    r"^(?:do|does|did|has|is) (?:that|this|it|the same|anything like (?:that|this))"
    r"(?: ever| also| still| often| sometimes| usually)? (?:happen|happened|occur|come up)"
    r" (?:to|at|with|for|in|on) (?:you|your|yours|{reader})\b"
)
_OF_AN_ANSWER = word_set(
    "interest interested no decision decisions decided proposal quote offer thoughts news worth"
    " reached reply replied update questions number email e-mail times availability schedule"
    " calendar call meeting demo chat suit suits sense ok best better sure"
)
"""In a question that is put however plainly, these ask for an answer to what the sender wants."""
_OF_THE_OFFER = regex(
    r"^any use\b|\b(?:anybody|anyone|somebody|someone) (?:there|home|else)\b"
    r"|\byou(?:'d| would) like to (?:know|see|hear)\b|\bhow are you\b"
    r"|^are you in$|^have you ever (?:thought|wondered|considered|asked)\b"
    r"|^is (?:this|that|it) (?:you|the|a|an|{reader}|{other})\b"
    r"|^is \S+ (?:in|there|around|available)$|\bwhat(?:'s| is) your name\b"
)
_PLAINLY_ASKED = regex(
    r"^anything\b"
    r"|^how did (?:it|that|they|the \w+) (?:go|turn out|hold)\b"
    r"|^which (?:\w+ )?would you rather\b|^would you rather (?:have|keep|leave|use)\b"
    r"|^(?:do you want|shall i \w+|should (?:i|we) \w+|would you like) (?:it|them|that|those|yours)"
    r" .*\bor (?:in|to|on|at|by|with|for)\b"
    r"|\bmay (?:i|we) (?:\w+ )?(?:ask|tell) (?:him|her|them|your)\b"
    r"|\bmay (?:i|we) (?:\w+ )?(?:put|use|quote|name|print|keep|copy|borrow) your\b"
)
"""`May I ask him directly?`, `would you rather keep the old one?`: what they wish or allow."""
_KNEW = regex(r"^(?:and |but |so )?did you know(?: that| it| this| about (?:it|that))?$")
_SELVES = (FIRST | US) - {"we"}
_COUNTS = {("how", "many"), ("how", "often"), ("how", "long"), ("how", "much")}
_THEM = YOU_OR_YOUR | {"yours", "yourself", "anyone", "anybody"}
_ELLIPSES = word_set("any still ever already more another either else same or")
"""What begins a question that leaves out who is asked: `any luck with the kiln?`."""
_LONGEST_NAME = 2
_SHORTEST = 3
_HOW = word_set("how what which who where how's what's who's")


def question_about_them(said: Sequence[str], *, is_question: bool) -> list[str] | None:
    """The words that ask about the reader's own work; None where a sentence does not ask that.

    They are still to be weighed: `what else?` asks of nothing in particular.
    """
    if not is_question:
        return _asked_indirectly(said)
    if _is_bare(said) or _PITCH.search(" ".join(said)):
        return None
    if _only_sounds_asked(said):
        return _asked_indirectly(said)
    for asked in _questions(said):
        text = " ".join(asked)
        if _SAYS_WHAT.search(text) or not any(found.search(text) for found in _NO_QUESTION):
            return list(said)
    return _asked_indirectly(said)


def asks_what_they_do(asked: Sequence[str]) -> bool:
    """Whether it asks what the reader does, in words however plain: `how do you handle this?`."""
    text = " ".join(asked)
    found = (_SOMETHING, _WOULD_DO, _CREWS_DO, _HAPPENS)
    return any(pattern.search(text) for pattern in found) or (
        not _HOW.isdisjoint(asked)
        and not YOU_OR_YOUR.isdisjoint(asked)
        and not _DOING.isdisjoint(asked)
    )


def asks_how_much(asked: Sequence[str]) -> bool:
    """Whether it asks for a count of theirs: `how many calls did {reader} miss last week?`."""
    return any(pair in _COUNTS for pair in pairwise(asked)) and not YOU_OR_YOUR.isdisjoint(asked)


def _is_bare(said: Sequence[str]) -> bool:
    """`Fair?`, `Mr Okafor?`: a word or a name that is to be nodded to."""
    return len(said) <= _LONGEST_NAME and FUNCTION_WORDS.isdisjoint(said) and READER not in said


def _only_sounds_asked(said: Sequence[str]) -> bool:
    """`Lisbon in 2009?`, `Invoicing is a chore, right?`."""
    if any(clause and clause[0] in _ASKERS for clause in _clauses(said)):
        return False
    return said[0] not in _ELLIPSES and _THEM.isdisjoint(said) and _HOW.isdisjoint(said)


def _questions(said: Sequence[str]) -> Iterator[list[str]]:
    """What a sentence asks, clause by clause; the whole of it where no clause starts so."""
    clauses = _clauses(said)
    starts = [at for at, clause in enumerate(clauses) if clause and clause[0] in _ASKERS]
    last = starts[-1] if starts else 0
    for at in starts:
        if at == last or clauses[at][0] not in _ALSO_CLAUSES:
            until = next((start for start in starts if start > at), len(clauses))
            yield _joined(clauses[at:until])
    if not starts:
        yield _joined(clauses)


def _clauses(said: Sequence[str]) -> list[list[str]]:
    clauses: list[list[str]] = [[]]
    for word in said:
        if word == PAUSE:
            clauses.append([])
        elif clauses[-1] or word not in _LEADS or word == READER:
            clauses[-1].append(word)
    return [_without_name(clause) for clause in clauses]


def _without_name(clause: list[str]) -> list[str]:
    """`{{first_name}} how do you …`, without the name."""
    return clause[1:] if clause[:1] == [READER] and clause[1:2] and clause[1] in _ASKERS else clause


def _joined(clauses: Sequence[Sequence[str]]) -> list[str]:
    words: list[str] = []
    for clause in clauses:
        if words and clause:
            words.append(PAUSE)
        words.extend(clause)
    return words


def _asked_indirectly(said: Sequence[str]) -> list[str] | None:
    """What `curious how you do it`, `I'd love to hear which of them you use` ask."""
    if _INDIRECT_SIGNS.isdisjoint(said):
        return None
    text = " ".join(said)
    if _NOT_ASKED.search(text):
        return None
    found = _INDIRECT.search(text)
    if found and _INDIRECT_ABOUT_THEM.search(found["tail"]):
        if _OF_MINE.search(f"{found['word']} {found['tail']}"):
            return None
        if any(each.search(found["tail"]) for each in _INDIRECTLY_NONE):
            return None
        return [found["word"], *found["tail"].split()]
    theirs = _OF_THEIRS.search(text) if text else None
    if theirs and not _ABOUT_THIS.search(theirs["tail"]):
        return ["your", *theirs["tail"].split()]
    return None


def asks_after_theirs(said: Sequence[str]) -> bool:
    """Whether a question asks after something of theirs in words however plain, or their wish.

    `Has it stopped?`, `is there anything still open?`, `may I ask him directly?`; what is asked for
    the sender's sake, and what only wants an answer to an offer, is nothing of the kind.
    """
    text = " ".join(said)
    if len(said) < _SHORTEST or not _OF_AN_ANSWER.isdisjoint(said):
        return False
    if _FOR_TIME.search(text) or _OF_THE_OFFER.search(text):
        return False
    if any(_PLAINLY_ASKED.search(" ".join(asked)) for asked in _questions(said)):
        return "anything" not in said or _SELVES.isdisjoint(said)
    return _SELVES.isdisjoint(said) and question_about_them(said, is_question=True) is not None


def asks_whether_they_knew(said: Sequence[str]) -> bool:
    """`Did you know that?`, after what was told."""
    return bool(_KNEW.search(" ".join(said)))


def asks_for_a_nod(said: Sequence[str]) -> bool:
    """Whether a question is there to be agreed to, and no answer to it is listened to."""
    text = " ".join(said)
    return bool(_PITCH.search(text) or _FOR_A_NOD.search(text))


def expects_no_answer(said: Sequence[str]) -> bool:
    """Whether a question is put for its effect: `What if you could …?`, `The result?`."""
    return any(_RHETORICAL.search(" ".join(asked)) for asked in _questions(said))
