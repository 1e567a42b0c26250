"""Whether a sentence says something beyond the contact itself, and how much.

"Just following up on my email about audits" speaks of nothing but the contact; "two hotels moved
their audits to noon" has five words that no other follow-up has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.reading.text.plain import NO_WORDS, PAUSE
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.about import about

if TYPE_CHECKING:
    from collections.abc import Sequence

FUNCTION_WORDS = word_set(
    "a an the and or but so if then than that this these those there here it its it's is are"
    " was were be been being am do does did done have has had having will would can could"
    " should may might must shall not no yes i i'm i've i'd i'll me my mine we we're we've"
    " we'd we'll us our you you're you've you'd you'll your yours he she they them their his"
    " her of in on at to for from by with about as into over under after before up down out"
    " off again also just really very much more most some any all each every few many other"
    " another such own same too only even still yet what which who whom whose when where why"
    " how because while since until although though let let's don't didn't doesn't haven't"
    " hasn't isn't aren't wasn't won't wouldn't can't couldn't that's what's there's please"
    " thanks thank sorry ok okay well now hi hello hey either neither both nor per via else"
    " anything something nothing everything anyone someone back around through between within"
    " without maybe perhaps always never ever already"
)
_CONTACT_WORDS = word_set(
    "email emails e mail mails message messages note notes line call calls calling called"
    " phone number voicemail voicemails voice inbox inboxes reply replies replied replying"
    " response responses respond responded responding answer reach reached reaching touch base"
    " check checking checked circle circling circled loop looping follow following followed"
    " ups bump bumping bumped float floating nudge nudging ping pinging resurface resurfacing"
    " resurfaced resend resending forward forwarding top bottom chance opportunity"
    " opportunities see seen saw seeing get got gotten getting receive received read reading"
    " look looked looking watch last previous earlier below above recent recently later soon"
    " sometime time times timing moment minute minutes min mins hour hours day days week weeks"
    " month months quarter year today tomorrow yesterday morning afternoon evening monday"
    " tuesday wednesday thursday friday weekend busy hectic schedule scheduled calendar diary"
    " slot slots book booking free available availability open convenient convenience suit"
    " suits work works working quick quickly brief briefly short chat talk talking speak"
    " speaking connect connecting connected conversation conversations meeting meet discuss"
    " discussing discussion zoom hop jump grab coffee thought thoughts opinion idea ideas"
    " interest interested interesting feedback input update updates news word luck hear heard"
    " hearing know knowing knew make made making sure want wanted wanting hope hoping"
    " hopefully find finds found finding doing great good best better worth love loved like"
    " liked keen eager happy glad excited pleased wondering wonder wondered curious think"
    " thinking believe feel feeling guess assume assuming gentle friendly small little"
    " reminder remind miss missed slip slipped slipping crack cracks case buried lost land"
    " landed spam shuffle stack pile try tried trying attempt attempts send sending sent share"
    " shared sharing drop dropping dropped shoot topic regarding possible potential"
    " potentially explore exploring learn learning fit value valuable add adding significant"
    " help helpful helps helping support company companies business businesses organization"
    " organisation team teams industry space world goals goal needs need needed solution"
    " solutions product products platform service services software offering offerings offer"
    " offers tool tools demo demonstration presentation proposal deck brochure info"
    " information details detail show walk benefit benefits partnership partnering partner"
    " partners collaborate collaboration result results growth grow success successful improve"
    " achieve similar able sense priority priorities radar list plate agenda mind right wrong"
    " person people contact contacts handle handles point pointing direction introduce"
    " introduction name side end part place way thing things lot bit couple first second third"
    " fourth final finally once one two three twice new next question questions give giving"
    " take taking go going come coming keep keeping put start step steps move moving movement"
    " decide decision decided say said tell let's leave left wait waiting understand"
    " understandable completely totally definitely certainly absolutely simply quite currently"
    " away asap further position relevant useful hard feelings pressure worries problem rush bother"
    " bothering stop reconnect continue kind kindly appreciate appreciated regards digest"
    " consider considering considered review reviewing reviewed bandwidth whether bad perfect"
    " mention mentioned wrote write writing written spoke pass along direct directly honest"
    " full swing came across profile impressed impressive wanna gonna maybe fully reason"
    " reasons hello okay different angle"
)
"""Words that talk about the contact itself, or about anything: nothing that only this reader has
to do with."""

EMPTY_WORDS = FUNCTION_WORDS | _CONTACT_WORDS
_WEIGHTLESS = NO_WORDS | EMPTY_WORDS
_LEAST_SUBSTANCE = 3
_LEAST_ASKED = 2
_LINK_WEIGHT = 3
_AMOUNTS = frozenset("£$€,%")
_MONEY = frozenset("£$€%")
_CLOCK_WORDS = frozenset("am pm st nd rd th".split())
_BOOKS = ("calend", "meeting", "book", "schedul", "unsub", "opt-out", "optout")

_TOPIC = regex(
    r"\b(?:up|back|base|e-?mails?|mails?|notes?|messages?|voicemails?|calls?|threads?|conversations?"
    r"|chats?|invites?|proposals?|requests?|thoughts|thought|opinion|feedback|look|chance|updates?"
    r"|news|interested|interest|talk|discuss|speak|chat|connect|meet|met|heard|sent|wrote|written"
    r"|touch|out|mentioned|week|days ago|weeks ago|yesterday|monday|tuesday|wednesday|thursday"
    r"|friday|below|earlier|review|read|seen|see|saw|watch|received|get|got|open|check|considered"
    r"|consider|reminder|follow)"
    r"(?: you)? (?:on|about|regarding|re|concerning|at|to"
    r"|with(?! (?:an?|one|two|three|some|new|another|more|\d+)\b)"
    r"|in|for|of|over|through|my|our|the)\b"
    r"(?: (?!(?:how|because|since|so|and|but|if|while|given|now|when|which|where|that your)\b)"
    r"[^\s,]+)*"
)
"""What an earlier contact was about, or what the sender wants to talk about: nothing new."""
_INTRODUCTION = regex(
    r"\b(?:this is|it is|it's|my name is|name's|i'm|i am|i work|calling|you can reach me)\b"
    r"[^,]{0,60}?\b(?:from|with|at|of|for)\b [^,]*"
)


def has_substance(said: Sequence[str], *, is_question: bool = False) -> bool:
    """Whether a sentence of plain words speaks of more than the contact itself.

    A question about the reader needs fewer words for that than a statement does.
    """
    text = " ".join(said)
    words = _INTRODUCTION.sub(PAUSE, _TOPIC.sub(PAUSE, text)).split()
    weight = _weight_of(words)
    if not is_question:
        return weight >= _LEAST_SUBSTANCE
    is_about_them = about(said, is_question=True) == "reader"
    return weight >= (1 if is_about_them else _LEAST_ASKED)


def names_its_matter(said: Sequence[str]) -> bool:
    """Whether it says at least what the contact is about: `I wrote to you about your night audits`.

    Whoever calls needs no more to ask whether it is a good moment.
    """
    words = _INTRODUCTION.sub(PAUSE, " ".join(said)).split()
    return _weight_of(words) >= _LEAST_ASKED


def _weight_of(words: Sequence[str]) -> int:
    """How much some words say that is not said by every follow-up."""
    return sum(_weight(words, at) for at, word in enumerate(words) if word not in _WEIGHTLESS)


def _weight(words: Sequence[str], at: int) -> int:
    word = words[at]
    if word.isalpha():
        return word not in _CLOCK_WORDS
    if "." in word and not word[-1].isdecimal() and len(word) > 4:
        return 0 if any(part in word for part in _BOOKS) else _LINK_WEIGHT
    return 0 if is_time_or_phone(words, at) else 1


def is_time_or_phone(words: Sequence[str], at: int) -> bool:
    """Whether a word is a time, a span of time or a part of a phone number."""
    word = words[at]
    if not _MONEY.isdisjoint(word):
        return False
    if word.isalpha() or not any(sign.isdecimal() for sign in word):
        return word in _CLOCK_WORDS
    digits = sum(sign.isdecimal() for sign in word)
    after = words[at + 1] if at + 1 < len(words) else ""
    before = words[at - 1] if at else ""
    is_time = ":" in word or word.endswith(("am", "pm", "st", "nd", "rd", "th", "min", "h"))
    is_span = after in _CONTACT_WORDS or after in ("am", "pm", "o'clock")
    is_clock = before in ("at", "or", "and", "on") and digits <= 2 and "%" not in word
    is_phone = (digits >= 5 and _AMOUNTS.isdisjoint(word)) or any(
        near and near.isdecimal() and len(near) >= 3 for near in (before, after)
    )
    return is_time or is_span or is_clock or is_phone
