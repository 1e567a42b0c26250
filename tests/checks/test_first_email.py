import pytest

from cadence_lint import lint_text
from cadence_lint.finding import Finding

BODY = "Who signs off the night audit at your seven houses?"


def findings(end: str, header: str = "", rule: str = "consent/missing-opt-out") -> list[Finding]:
    text = f"{header}touches:\n- channel: email\n  subject: night audits\n  body: |\n"
    text += "".join(f"    {line}\n" for line in f"{BODY}\n\n{end}".split("\n"))
    return list(lint_text(text, select=[rule]).findings)


def test_it_points_at_the_email_and_at_no_words_of_it() -> None:
    (finding,) = findings("Mo")
    assert finding.evidence == ()
    assert (finding.touch, finding.place.line) == (1, 2)
    assert finding.severity == "info"


@pytest.mark.parametrize(
    ("bodies", "variant"), [(("{0}", "{0} No? Say so."), "A"), (("{0}", "{0} Yours?"), None)]
)
def test_versions_of_the_first_email(bodies: tuple[str, str], variant: str | None) -> None:
    text = "touches:\n- channel: email\n  subject: night audits\n  variants:\n"
    for letter, body in zip("AB", bodies, strict=True):
        said = body.format(BODY).replace("No? Say so.", "Not for you? Reply no and I'll stop.")
        text += f'  - {{label: {letter}, body: "{said}"}}\n'
    (finding,) = lint_text(text, select=["consent/missing-opt-out"]).findings
    assert finding.variant == variant


@pytest.mark.parametrize("region", ["DE", "EU", "UK", "GB-SCT", "CA", "[US, FR]", "EMEA"])
def test_where_the_law_wants_it(region: str) -> None:
    (finding,) = findings("Mo", f"region: {region}\n")
    assert finding.severity == "warning"


@pytest.mark.parametrize("region", ["US", "CH", "AU", "APAC"])
def test_where_it_is_only_polite(region: str) -> None:
    (finding,) = findings("Mo", f"region: {region}\n")
    assert finding.severity == "info"


@pytest.mark.parametrize(
    "end",
    [
        "Reply 'no' and I'll stop.",
        "Not for you? Tell me to go away.",
        "If you'd rather not hear from me, just say so.",
        "If not, no worries, I won't write again.",
        "Not the right time? A one-word reply and I'm gone.",
        "Happy to stop here if this is of no use.",
        "No interest? Tell me and I'll cross you off.",
        "If you'd like to be left alone, reply and I will.",
        "{{unsubscribe}}",
        "%unsubscribe_url%",
        "*|UNSUB|*",
        "[[unsubscribe]]",
        "{{ opt_out_link }}",
        "{{signature}}",
        "{{company_footer}}",
    ],
)
def test_a_way_out(end: str) -> None:
    assert findings(end) == []


@pytest.mark.parametrize(
    "end",
    [
        "Let me know if you would like to see it.",
        "If not, who should I ask?",
        "Let me know and I'll send the sheet.",
        "Would Thursday work? If not, when?",
        "{{sender_name}}",
    ],
)
def test_no_way_out(end: str) -> None:
    assert len(findings(end)) == 1


def test_other_languages_are_left_alone() -> None:
    german = "Wer unterschreibt bei Ihnen in der Nacht, und was passiert, wenn niemand da ist?"
    text = f"touches:\n- channel: email\n  subject: Nacht\n  body: {german}\n"
    assert lint_text(text, select=["consent/missing-opt-out"]).findings == ()


def test_fields_alone_say_nothing() -> None:
    text = "touches:\n- channel: email\n  subject: x\n  body: '{{first_name}}, {{custom_text_1}}'\n"
    assert lint_text(text, select=["consent/missing-opt-out"]).findings == ()


def test_an_address_field_is_no_mail_address() -> None:
    rule = "consent/missing-postal-address"
    assert findings("{{postal_address}}", rule=rule) == []
    assert len(findings("{{email_address}}", rule=rule)) == 1
