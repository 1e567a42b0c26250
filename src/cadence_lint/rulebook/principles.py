"""What the rules are for, and in which words their trust and their sources are spoken of.

Rule files name principles by number, from 1; those who explain and document the rules say what
the numbers mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadence_lint.finding import Confidence
    from cadence_lint.rulebook.rule_file import Strength

SURE: Mapping[Confidence, str] = {
    "high": "nearly always right",
    "medium": "mostly right",
    "low": "sometimes right",
}
"""How often a rule is right."""

TRUST: Mapping[Strength, str] = {
    "experiment": "an experiment: as good as figures get",
    "observational": "seen in practice; the cause is not proven",
    "vendor data": "a vendor's own figures: read them with care",
    "survey": "what people said in a survey",
    "convention": "convention: nobody has measured it",
    "law": "the law",
}
"""How far a source can be trusted."""

FAMILIES = {
    "frequency": "How often you contact somebody, and how close together.",
    "value": "What is in it for the reader.",
    "self-focus": "Whom the copy talks about.",
    "personalization": "Whether it could be sent to anyone.",
    "tone": "How it sounds to somebody who did not ask for it.",
    "honesty": "Whether it is what it seems to be.",
    "timing": "Whether it comes at a bad moment.",
    "channels": "What each channel carries, and how they go together.",
    "craft": "Length, layout and subject lines.",
    "alignment": "What a team agreed on before it writes.",
    "consent": "What the law and good manners ask for.",
    "structure": "The file itself: slips of the keyboard, and comments that ended.",
}
"""The built-in families of rules, in the order in which they are shown."""

PRINCIPLES = (
    "After an email, three calls, a LinkedIn message and an email in a few days: read the room.",
    "Help is personal, adds something, and is about solving their problem.",
    "Silence is not disinterest; something else matters more right now.",
    "What people loved a month ago may be wrong today: know what they are living through.",
    "Ask good questions, and listen.",
    "Give people a reason to move with you.",
    "Sales and marketing say the same thing.",
    "It is not the customer's job to work out how you fit in.",
    "The fourth touch of the same kind is not noticed; it only adds up.",
    "Meet the customer where they are, and do not exploit it.",
    "A conversation, not a series of campaigns; something relevant in every single touch.",
    "Several channels together do more than one, and the phone does most in a complex sale.",
    "People buy, not companies: a human being wrote this, to a human being.",
    "Tend the relationship with patience, whenever they may buy.",
    "Sales and marketing share one language, and one idea of who is worth contacting.",
    "Close the loop on every answer.",
    "A trusted adviser wins over a slick brand.",
    "Most cold messages are self-serving, badly written and give no reason to answer.",
    "Keep in touch; once a quarter is enough.",
    "News that is all about you bores everybody else.",
    "No marketing jargon.",
    "Be humble and curious: you do not know yet.",
    "Know exactly what this is meant to achieve.",
    "Paper mail is a channel too.",
    "“Here is what we do and what we sell” is what senders care about.",
    "The same pitch with an industry or a job title in front of it is still the pitch.",
    "Readers care about their growth, goals, rivals, results, boss and peace of mind.",
    "Sending content is one-way; people learn in a conversation.",
    "Content never knows the reader's own situation.",
    "An insight is only the start: be ready for “tell me more” and for “I don't believe it”.",
    "Care about what they are trying to achieve, each time.",
)
"""What a salesperson may hold the rules to; the first is principle 1."""
