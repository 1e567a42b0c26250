"""What the sequences say that `init` writes, for each purpose and each kind of reader.

They are good outreach as they stand, but for what only the sender knows: that is a merge field,
and `FIELDS` says what could stand there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadence_lint.sequence import Purpose, Relationship


class Email(NamedTuple):
    """An email, and what it is there for."""

    why: str
    subject: str
    """Empty for one that goes on in the thread."""
    body: str


class Starter(NamedTuple):
    """The copy of a sequence for one purpose."""

    name: str
    persona: str
    goal: str
    openings: Mapping[Relationship, str]
    """How the first email begins for each kind of reader that the purpose can have."""
    emails: tuple[Email, Email, Email]
    """The first has `<opening>` where one of the openings stands."""
    script: str
    voicemail: str
    note: str
    """What goes with the request to connect on LinkedIn."""
    replies: Mapping[str, str]
    days: tuple[int, int, int]
    """Of the emails."""
    call_day: int
    note_day: int


FIELDS = {
    "first_name": "",
    "company": "",
    "sender_name": "",
    "our_company": "",
    "topic": "what you help with, in their words: night audits",
    "what_they_did": "what you saw at theirs: opened a second house in Leeds in May",
    "similar_customer": "one of yours that is like them: Harbour & Pine",
    "what_they_learned": "without you in it: the second desk is where the hours go",
    "hours_saved": "by their own count, not by yours: six",
    "list_link": "a page that helps them, whatever they buy",
    "where_you_met": "the hotel fair in Ghent",
    "what_they_said": "the night audit takes you two hours",
    "what_they_asked": "how the handover works with two tax codes",
    "short_answer": "it works, if the codes are set per house",
    "our_product": "Larkfield Close",
    "what_they_use_it_for": "the day's takings",
    "job_title": "Night Manager",
    "place": "Leeds",
    "presence": "three days a week on site",
    "pay": "38,000 to 42,000 pounds",
    "their_work": "what they made: your article on rosters",
    "work_detail": "swapping shifts without a manager",
    "what_they_want": "lead a small team",
    "first_task": "moving the night audit to noon",
    "manager": "Priya Nair",
    "manager_fact": "two years here, four people",
    "hard_last_year": "three systems became one in August",
    "interviews": "two talks and a shift beside the team, in two weeks",
    "left_out": "you would start with eight night shifts",
    "end_date": "31 March",
    "start_date": "last April",
    "what_worked": "closed the day in 40 minutes in five of seven houses",
    "what_did_not": "the report for the tax office",
    "wish_1": "the report in one file",
    "wish_2": "fewer sign-ins at night",
    "state_of_wish_1": "it comes in January",
    "options_link": "a page with what each choice costs",
    "when_they_asked": "in May",
    "similar_company": "Harbour & Pine",
    "what_they_changed": "who checks the fees in the morning",
    "article_link": "where they can read it",
    "first_answer": "has one desk close for both houses",
    "second_answer": "closes each house at its own hour",
    "what_changes": "the rule for night rests",
    "change_date": "1 July",
    "guide_link": "a page on what it means in practice",
    "what_they_believe": "back offices will be run from the front desk",
    "what_we_do": "night audits for small hotels",
    "traction": "41 hotels pay, 12 more than in June",
    "amount": "1.2 million pounds",
    "round_date": "30 November",
    "numbers_link": "the three numbers that investors ask for, with where they come from",
    "weak_number": "how many hotels leave after the first year",
    "weak_number_reason": "four closed for good",
    "reference_customer": "Ines Okafor of Harbour & Pine",
}
"""The blanks of the copy, and what could stand in each."""


_SALES = Starter(
    name="First talks",
    persona="Director of Finance",
    goal="to learn who looks after it, and whether it hurts",
    openings={
        "cold": "You {{what_they_did}}. {{similar_customer}} did the same a year ago, and found"
        " that {{what_they_learned}}. Their overtime fell by {{hours_saved}} hours a week.",
        "warm": "When we spoke at {{where_you_met}}, you said that {{what_they_said}}."
        " {{similar_customer}} had the same, and found that {{what_they_learned}}. Their"
        " overtime fell by {{hours_saved}} hours a week.",
        "inbound": "You asked {{what_they_asked}}. In short: {{short_answer}}."
        " {{similar_customer}} had the same question, and found that {{what_they_learned}}. Their"
        " overtime fell by {{hours_saved}} hours a week.",
        "customer": "You use {{our_product}} for {{what_they_use_it_for}}. {{similar_customer}} did"
        " the same, then looked at {{topic}}, and found that {{what_they_learned}}. Their"
        " overtime fell by {{hours_saved}} hours a week.",
    },
    emails=(
        Email(
            "Something you saw at theirs, something that another one learned, one question.",
            "{{topic}} at {{company}}",
            "<opening>\n\nWho looks after {{topic}} at {{company}} now, and what takes them"
            " longest?",
        ),
        Email(
            "Something they can use without you.",
            "",
            "Here is the list that {{similar_customer}} made for {{topic}}: one page, the questions"
            " that they asked themselves before they changed anything. It works with whatever you"
            " use today.\n\n{{list_link}}\n\nWhich of the questions would be hardest to answer at"
            " {{company}}?",
        ),
        Email(
            "An offer that is easy to turn down, and the end. Nothing may follow it.",
            "one week of {{topic}}",
            "You may have {{topic}} at {{company}} well in hand. If so, ignore this.\n\nIf not, I"
            " can go through one week of it with you and mark where the hours go. The notes are"
            " yours, whatever you decide. Would that help, or is somebody else closer to"
            " it?\n\nEither way I will leave it here.",
        ),
    ),
    script="Hi {{first_name}}, this is {{sender_name}} from {{our_company}}. I wrote to you about"
    " {{topic}} at {{company}}. Who looks after it now, and what takes them longest?",
    voicemail="Hi {{first_name}}, {{sender_name}} from {{our_company}}. I am sending you an email"
    " with the list that {{similar_customer}} made for {{topic}}. No need to call back.",
    note="Hi {{first_name}}, people in your job tell me what they learned about {{topic}}, and you"
    " get to hear it here when it is worth a minute. Glad to be in touch.",
    replies={
        "tell me more": "Send the list, and ask which question is hardest to answer.",
        "not now": "Thank them, ask when to come back, and stop.",
        "we have something": "Ask what it does well, and believe the answer.",
    },
    days=(1, 6, 15),
    call_day=6,
    note_day=3,
)

_RECRUITING = Starter(
    name="A job, to people who did not look for one",
    persona="Duty Manager",
    goal="to learn what a job would need so that they look at it",
    openings={
        "cold": "The part about {{work_detail}} in {{their_work}} is close to what this job is"
        " about.",
        "warm": "When we spoke at {{where_you_met}}, you said that you would like to"
        " {{what_they_want}}. This job is close to it.",
        "inbound": "You asked about the job as {{job_title}}. Here is what the advertisement leaves"
        " out: {{left_out}}.",
    },
    emails=(
        Email(
            "Company, place and pay at once: that is what they decide by.",
            "{{job_title}}, {{place}}",
            "<opening>\n\n{{job_title}} at {{our_company}}: {{place}}, {{presence}}, {{pay}}. The"
            " first half year is about {{first_task}}.\n\nWhat would a job need to have so that you"
            " would look at it?",
        ),
        Email(
            "The answers that people ask for next.",
            "",
            "Three things that people ask about this job before they decide:\n\nThe manager is"
            " {{manager}} ({{manager_fact}}).\n\nWhat was hard last year: {{hard_last_year}}.\n\n"
            "The interviews: {{interviews}}.\n\nWhich other question should I take to"
            " {{manager}} for you?",
        ),
        Email(
            "The end, with the door left open. Nothing may follow it.",
            "the {{job_title}} job, and a better time",
            "You may be happy where you are. Then leave this unanswered, with my best wishes.\n\n"
            "If it is only the time that is wrong, when would it be right? I can send you the next"
            " job like it before it is advertised.\n\nEither way, this is my last note about it.",
        ),
    ),
    script="Hi {{first_name}}, this is {{sender_name}} from {{our_company}}, about a job as"
    " {{job_title}}: {{place}}, {{pay}}. What would a job need to have so that you would look at"
    " it?",
    voicemail="Hi {{first_name}}, {{sender_name}} from {{our_company}}. I am sending you an email"
    " with what people ask first about the job as {{job_title}}. No need to call back.",
    note="Hi {{first_name}}, what would you ask about the job as {{job_title}} in {{place}}? I"
    " wrote the text for it, so ask me here or by email.",
    replies={
        "tell me more": "Answer the question they asked, and offer a talk with the manager.",
        "not now": "Ask when, note it, and stop.",
        "what does it pay": "Say it again, in figures.",
    },
    days=(1, 6, 15),
    call_day=6,
    note_day=3,
)

_RENEWAL = Starter(
    name="Renewals",
    persona="Head of Operations",
    goal="to learn what has to change so that they want to stay",
    openings={
        "customer": "Your contract for {{our_product}} ends on {{end_date}}. Since {{start_date}}"
        " your team has {{what_worked}}; {{what_did_not}} is still open.",
    },
    emails=(
        Email(
            "What they got, what they did not get, and one question.",
            "{{our_product}} at {{company}}, until {{end_date}}",
            "<opening>\n\nWhat has to be different for you in the next year, in {{our_product}} or"
            " in the contract?",
        ),
        Email(
            "What you heard from them, so that they need not say it twice.",
            "",
            "Your team asked for two things this year: {{wish_1}}, and {{wish_2}}. On the first:"
            " {{state_of_wish_1}}.\n\nWhich of the two matters more at {{company}}, or is there a"
            " third that nobody told us?",
        ),
        Email(
            "All choices with their price, also the one you would not like.",
            "three ways to go on",
            "You can leave it as it is, make it smaller, or let it end on {{end_date}}. What each"
            " of them costs, and what happens to your data, is here: {{options_link}}\n\nWhich of"
            " the three should I prepare for you?",
        ),
    ),
    script="Hi {{first_name}}, this is {{sender_name}} from {{our_company}}. Your contract ends on"
    " {{end_date}}. What did {{our_product}} not do for your team this year?",
    voicemail="Hi {{first_name}}, {{sender_name}} from {{our_company}}. I am sending you an email"
    " with what your team asked for this year. No need to call back.",
    note="Hi {{first_name}}, what does your team still do by hand although {{our_product}} should"
    " do it? Tell me here, and it goes to those who build it. Glad to be in touch.",
    replies={
        "too expensive": "Ask what they use, and offer the smaller contract.",
        "we are leaving": "Ask what would have kept them, help with the data, and thank them.",
    },
    days=(1, 15, 29),
    call_day=15,
    note_day=5,
)

_NURTURE = Starter(
    name="Keeping in touch",
    persona="Director of Finance",
    goal="to be of use until the topic comes up",
    openings={
        "warm": "When we spoke at {{where_you_met}}, {{topic}} was on your list for later.",
        "inbound": "You asked about {{topic}} {{when_they_asked}}, and it was too early for you.",
        "customer": "Your team at {{company}} lives with {{topic}} every week.",
    },
    emails=(
        Email(
            "Something from somebody like them, and a question about it.",
            "what {{similar_company}} changed",
            "<opening>\n\n{{similar_company}} has written down what they changed about it:"
            " {{what_they_changed}}. It takes four minutes to read: {{article_link}}\n\nWhich part"
            " of it would not work at {{company}}?",
        ),
        Email(
            "Two answers of their peers, so that theirs is easy to give.",
            "two ways to handle {{topic}}",
            "Two people in your job told me how they handle {{topic}}. The first"
            " {{first_answer}}; the second {{second_answer}}.\n\nWhich of the two is closer to how"
            " you do it at {{company}}?",
        ),
        Email(
            "News that concerns them, whether they buy or not.",
            "{{what_changes}}, from {{change_date}}",
            "From {{change_date}}, {{what_changes}} will be different. Here is a page on what that"
            " means for {{topic}} in practice: {{guide_link}}\n\nWhat will you have to change at"
            " {{company}}, or is the topic no longer yours? Either answer helps me to send you only"
            " what is of use.",
        ),
    ),
    script="Hi {{first_name}}, this is {{sender_name}} from {{our_company}}. One question, and"
    " nothing to sell: what has changed about {{topic}} at {{company}} this year?",
    voicemail="Hi {{first_name}}, {{sender_name}} from {{our_company}}. I am sending you an email"
    " about {{what_changes}} from {{change_date}}. No need to call back.",
    note="Hi {{first_name}}, what takes you longest about {{topic}} at the moment? I ask everybody"
    " in your job, and you get to read all the answers. Glad to be in touch.",
    replies={
        "it has become a topic": "Ask what happened, and listen.",
        "not my topic any more": "Thank them, ask who would like it, and stop.",
    },
    days=(1, 32, 64),
    call_day=64,
    note_day=16,
)

_FUNDRAISING = Starter(
    name="A first round",
    persona="Partner at a seed fund",
    goal="to learn what an investor would have to see",
    openings={
        "cold": "You wrote that {{what_they_believe}}. We are building on the same bet:"
        " {{what_we_do}}.",
        "warm": "When we spoke at {{where_you_met}}, you said that {{what_they_said}}. We are"
        " building on the same bet: {{what_we_do}}.",
    },
    emails=(
        Email(
            "Why them, what it is, how far it is, how much: then they can decide.",
            "{{what_we_do}}",
            "<opening>\n\n{{traction}}. We are raising {{amount}}, until {{round_date}}.\n\nWhat"
            " would you have to see before you took a closer look?",
        ),
        Email(
            "The numbers, with the weak one named first.",
            "",
            "Here are the three numbers that investors ask us for, with where they come from:"
            " {{numbers_link}}\n\nThe weak one is {{weak_number}}, because {{weak_number_reason}}."
            " Which of the three would you doubt first?",
        ),
        Email(
            "A customer whom they can ask, and the end. Nothing may follow it.",
            "somebody who uses it",
            "You may have decided against it already; then a one-word no is a good answer.\n\nIf"
            " not, {{reference_customer}} has offered to tell you what works and what does not."
            " Shall I introduce you?\n\nEither way I will leave it here.",
        ),
    ),
    script="Hi {{first_name}}, this is {{sender_name}} from {{our_company}}: {{what_we_do}}."
    " {{traction}}. What would you have to see before you took a closer look?",
    voicemail="Hi {{first_name}}, {{sender_name}} from {{our_company}}. I am sending you an email"
    " with the three numbers that investors ask us for. No need to call back.",
    note="Hi {{first_name}}, which number do founders leave out when they write to you? You get"
    " ours with the weak one first. Glad to be in touch.",
    replies={
        "too early": "Ask what would have to be true, write it down, and come back with it.",
        "send the deck": "Send it with the weak number on the first page.",
    },
    days=(1, 6, 15),
    call_day=6,
    note_day=3,
)

STARTERS: Mapping[Purpose, Starter] = {
    "sales": _SALES,
    "recruiting": _RECRUITING,
    "renewal": _RENEWAL,
    "nurture": _NURTURE,
    "fundraising": _FUNDRAISING,
}
