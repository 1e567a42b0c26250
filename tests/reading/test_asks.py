"""Questions about the reader's own work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading import Passage
from cadence_lint.reading.asks import question_about_them
from tests.builders import text


def asks(value: str) -> bool:
    said = f"Hi Ada,\n\nTwo depots moved to noon. {value}"
    return "asks-about-their-work" in {
        fact.name for fact in Passage("body", text(said), None).facts
    }


@pytest.mark.parametrize(
    "value",
    [
        "Who signs off night audits at yours?",
        "How do you handle this today?",
        "How does your team handle that?",
        "What happens when a driver calls in sick on a Sunday?",
        "Which of the two systems do you close first?",
        "Are you still running two desks at night?",
        "Is your warehouse on one shift or two?",
        "Do your reps log calls by hand?",
        "When a batch fails, who gets the call?",
        "If a machine stops at night, how do you find out?",
        "Curious how you decide which invoices get checked.",
        "I'd love to hear how you plan cover for August.",
        "Curious: what are you using for scheduling today?",
        "Out of curiosity, how long does a quote take you?",
        "Still entering delivery notes by hand?",
        "Did the new rest rule change your rosters?",
        "Have you found a way to fill the early shift?",
        "Could you tell me which of your sites closes last?",
        "What would make the handover easier at {{company}}?",
        "How confident are you in the Friday numbers?",
        "I was wondering whether your nurses still chart on paper.",
        "Is that something you are dealing with at {{company}} too?",
        "Does that match what you see in your clinics?",
        "Does that sound familiar?",
        "How many of your no-shows come from Mondays?",
        "{{first_name}}, how do you price rush orders?",
        "Who pays for the second desk?",
        "What is your biggest headache with month-end?",
        "Where do most of your tenants complain first?",
        "What are your goals for the new depot?",
        "Are you hiring the three engineers in Leeds or remotely?",
        "Is reducing overtime a priority at {{company}} this quarter?",
        "Are missed deliveries a problem for you, or is it under control?",
        "Would your drivers use an app for that, or stick with paper?",
        "What does a typical week of returns look like for your team?",
        "How are you planning for the new VAT rules?",
        "Is {{pain_point}} something you are working on?",
        "Do you track that in a spreadsheet, or not at all?",
        "What made you choose gas over heat pumps in the new block?",
        "Has your board asked about Scope 3 yet?",
        "How is the new MRI working out for your Tuesday clinic?",
        "Do you let tenants report repairs by text?",
        "What usually gets in the way when you onboard a temp?",
    ],
)
def test_asked_about_their_work(value: str) -> None:
    assert asks(value)


@pytest.mark.parametrize(
    "value",
    [
        "Did you get a chance to read my email?",
        "Would you be open to a quick call?",
        "Worth a look?",
        "Worth 15 minutes on Thursday?",
        "Are you free on Tuesday?",
        "Does Thursday at 2 work?",
        "Can I send you the plan?",
        "Shall I send it?",
        "Want me to send the checklist?",
        "Would it help if I sent the numbers?",
        "Any thoughts?",
        "What do you think?",
        "Are you the right person to talk to about this?",
        "Who should I talk to about your payroll?",
        "Could you point me to whoever runs payroll?",
        "Did you know that 40% of invoices are wrong?",
        "What if you could cut payroll time in half?",
        "Ready to boost your revenue?",
        "Tired of spreadsheets?",
        "Want to grow your pipeline faster?",
        "Looking to save time on payroll?",
        "Sound good?",
        "How does that sound?",
        "Is this still on your radar?",
        "Still interested?",
        "Open to learning more?",
        "How are you?",
        "How was your weekend?",
        "The result? Forty minutes less.",
        "When would be a good time to talk?",
        "Do you have 15 minutes this week?",
        "Could we compare notes next week?",
        "If payroll takes you two days, would you be open to a chat?",
        "Would you be interested in seeing a demo of our platform?",
        "Let me know if you would like to learn more.",
        "Let me know if you have any questions.",
        "I'd love to show you how we help teams like yours.",
        "I'd love to hear your thoughts.",
        "Would this be useful to you?",
        "Should I close your file?",
        "Could you forward this to your head of payroll?",
        "How do we do it?",
        "Are you open to new opportunities?",
        "Curious to see how we do it?",
        "Have you had a chance to watch the video?",
        "Can we schedule a demo next week?",
        "I wonder if we could talk on Monday.",
        "Let me know when works for you.",
        "Do you know someone who might like this role?",
        "Is it a bad time?",
        "Quick question?",
        "Does it make sense to connect?",
        "How can we help {{company}} grow?",
        "Who doesn't want more customers?",
        "Would a short benchmark of your region be helpful?",
        "Is now a bad time for you?",
        "May I have 30 seconds to tell you why I called?",
        "Have you seen our new platform?",
        "Interested in seeing how two depots did it?",
        "Would you mind sharing this with your team?",
        "Would you rather see a video of it?",
        "When can we meet?",
        "Should I send the plan for two desks, or the one for three?",
        "Could you use 20 more qualified leads a month?",
        "Why wait?",
    ],
)
def test_asked_about_the_contact_or_for_time_or_for_nothing(value: str) -> None:
    assert not asks(value)


WORDS = st.lists(st.sampled_from("how do you would , curious when {reader} your noon".split()))


@given(WORDS, st.booleans())
def test_the_answer_is_made_of_the_words(said: list[str], is_question: bool) -> None:
    asked = question_about_them(said, is_question=is_question)
    assert asked is None or set(asked) <= set(said)
