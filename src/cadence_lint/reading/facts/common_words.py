"""Words of any letter, whatever it is about: what people do, and how they like it.

"Your unique and inspirational message" praises with words that fit every reader, as "I would be
honoured to contribute" wishes with them. They are common verbs, adjectives and adverbs, and nouns
for what nobody can touch; a thing that somebody has or uses, such as a shelf, is not among them.
"""

from __future__ import annotations

from functools import lru_cache

from cadence_lint.reading.text.word_set import word_set

_VERBS = word_set(
    "accept act admit adopt affect afford agree aim allow announce apply approach arrange arrive"
    " assist assume attempt attract base became become began begin begun believe belong care carry"
    " catch cause celebrate choose claim collaborate combine comment commit complain concern"
    " conduct confirm contain contribute convince cooperate create decline define demand demystify"
    " depend describe deserve desire determine differ discover dream earn elevate embark empower"
    " encourage end engage enquire enrich enter exist expect experience express extend face fail"
    " favor favour feature felt focus follow forget fulfil fulfill gain gather guarantee guide"
    " happen hate held honor honour hope identify imagine implement impress include influence"
    " inform inspire intend invest invite involve join judge kept kick last lead leave led lent"
    " let live manage matter mean meant met mind motivate need notice obtain occur operate"
    " organise organize own paid pamper participate perform permit please possess prefer present"
    " pretend prevent produce promise promote propose prove provide pursue qualify raise realise"
    " realize receive recognise recognize recommend reflect refuse regard relate rely remain"
    " remember represent request require resonate respect reveal revert reward said satisfy seem"
    " select serve settle sold sought sound spend spent stand stay stood strive submit succeed"
    " suffer suggest suppose surprise survive target tend thank thought thrive told took treat"
    " trust uncover understand understood use utilise utilize visit wait waste welcome went wish"
    " witness won worry"
)
_QUALITIES = word_set(
    "able absolute accomplished active actual additional affordable amazing annoying appropriate"
    " attractive authentic available awesome awful basic beautiful best big bigger biggest bright"
    " brilliant broad busy capable careful central certain cheap clear close common complete"
    " complex confident constant convenient correct crazy creative critical crucial current daily"
    " dear dedicated deep detailed different difficult distinguished dynamic early easy"
    " educational effective efficient eminent engaging enormous entertaining entire especial"
    " essential esteemed ethical exact excellent exceptional exclusive experienced extensive"
    " external extra extraordinary fair familiar famous fantastic fast favorite favourite final"
    " fine flexible free frequent fresh friendly full fun future general genuine global gorgeous"
    " grateful greater greatest handy hard high higher highest honest huge ideal immediate"
    " important impossible impressive incredible independent informative initial innovative"
    " insightful inspirational instant internal international joint key kind known large larger"
    " largest late latest leading legit legitimate less limited local long longer lovely low lower"
    " loyal lucky lucrative main major massive meaningful memorable mere minor modern monthly"
    " mutual national natural necessary nice normal numerous obvious official ongoing online only"
    " optimal ordinary original outstanding overall particular passionate past perfect personal"
    " plain pleasant popular positive possible powerful precious precise premium prestigious"
    " pretty previous primary private prominent prompt proper proud public pure qualified quality"
    " random rapid rare ready real reasonable recent reciprocal regular related reliable"
    " remarkable renowned respectful responsible rich safe satisfied secret secure sensible"
    " serious several significant simple simpler sincere single smart smooth sole solid sorry"
    " special specific spirited standard steady strange strategic strict strong stunning such"
    " sudden suitable super superb sure talented terrible terrific thorough thoughtful thrilled"
    " top total tough traditional tremendous true typical ultimate unbelievable unique unlimited"
    " upcoming useful usual valued varied various vast vital warm weak wealthy weekly weird"
    " welcome whole wide wild willing wise wonderful worthwhile worthy yearly young"
)
_ADVERBS = word_set(
    "actually ahead almost alone along altogether always anymore anyway anyways anywhere apart"
    " approximately as aside basically besides better certainly clearly commonly deeply easily"
    " elsewhere enough entirely especially essentially eventually everywhere exactly extremely"
    " fairly forward frankly frequently generally genuinely greatly hence hereby highly however"
    " immediately incredibly indeed instantly instead lately likely literally mainly meanwhile"
    " merely moreover mostly mutually namely naturally nearly necessarily nevertheless normally"
    " nowadays obviously often once online otherwise particularly perfectly personally possibly"
    " precisely presently previously primarily probably promptly properly rarely rather readily"
    " regularly relatively securely seriously shortly significantly similarly sincerely slightly"
    " somehow somewhat somewhere specially specifically straight strongly successfully suddenly"
    " surely thereby therefore thoroughly though throughout thus together truly twice typically"
    " unfortunately unless usually utterly whatever whenever wherever whoever widely worldwide yes"
)
_MATTERS = word_set(
    "ability access action activity addition advance advantage advice age agreement amount appeal"
    " appearance area arrangement aspect assistance attention attitude authority basis beauty"
    " beginning belief bit boost bunch capacity case chance character choice circumstance clarity"
    " collaboration comfort communication comparison complaint concept conclusion condition"
    " confidence connection consideration context contribution control cooperation country courage"
    " course creation creativity credit curiosity date decade degree description determination"
    " difference difficulty discovery distance duty ease edge effect effort element emphasis"
    " energy enquiry enthusiasm era essence example exchange excitement existence expectation"
    " explanation exposure expression extent eye fact factor faith fame family fan fashion fate"
    " fear feeling field figure follower fortune freedom friend friendship function gap gem genius"
    " globe gratitude group guest guidance habit half hand happiness harmony head heart height"
    " hero history human image imagination importance impression improvement information inquiry"
    " inspiration instance integrity intelligence intention interaction invitation issue item joy"
    " judgement judgment keyword kind knowledge lack language lifestyle light limit loss luck"
    " majority manner mass match meaning means memory method middle mistake mix mood motivation"
    " nature negotiation niche notice number objective obligation occasion offer one-on-one"
    " opinion option outcome outlook pain participation patience pattern percent percentage"
    " performance period permission personality perspective phase piece pleasure plenty policy"
    " popularity possibility power practice praise preference pressure pride principle privilege"
    " procedure profession program programme progress promise promotion proof prospect purpose"
    " quantity quest rate rating reach reaction reader readership reality recipient recognition"
    " recommendation reference region relation relationship relief remark reputation research"
    " resolution response responsibility rest result reward rise risk satisfaction scene scope"
    " search selection sense significance situation size society sort soul source speech speed"
    " spirit spot state statement status story strength structure stuff style subject suggestion"
    " sum summary surprise system talent target task taste technique tendency term theme theory"
    " tip title tone topic total tradition trait trend trouble truth type understanding use"
    " variety version view visit visitor voice warmth wealth while whole win win-win wish wonder"
    " word worth year youth"
)
_COMMON = _VERBS | _QUALITIES | _ADVERBS | _MATTERS
_ENDINGS = (("ies", "y"), ("ied", "y"), ("s", ""), ("es", ""), ("d", ""), ("ed", ""), ("ly", ""))
_GERUNDS = (("ing", ""), ("ing", "e"))


@lru_cache(maxsize=10_000)
@lru_cache(maxsize=8192)
def is_common(word: str) -> bool:
    """Whether a word, or what it is a form of, could stand in any letter."""
    if word in _COMMON:
        return True
    endings = _GERUNDS if word.endswith("ing") else _ENDINGS
    return any(
        word.endswith(ending) and word.removesuffix(ending) + stem in _COMMON
        for ending, stem in endings
    )
