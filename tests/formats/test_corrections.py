"""The corrected line is the right one, and with it the file can be read."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.formats import corrections
from cadence_lint.source import Source
from cadence_lint.source.yaml_tree import YamlError, check_syntax, read_tree
from tests.formats.yaml_text import faults, read_yaml

HEAD = "touches:\n  - day: 1\n    channel: email\n"
TAIL = "    manual: no\n  - day: 3\n    channel: call\n"


def told(text: str) -> tuple[str, str]:
    """The line that a broken file is faulted at, and what is said of it."""
    source = Source("a.yaml", text)
    [fault] = faults(text)
    [reading] = [read_yaml(text)]
    assert not reading.sequences
    line = source.line_of(reading.faults[0].span.start)
    return source.line_text(line), fault.message


def corrected(lines: str, *, head: str = HEAD, tail: str = TAIL) -> str:
    """The corrected line for broken ones, which makes the file good when it is put in."""
    text = f"{head}{lines}\n{tail}"
    line, message = told(text)
    if found := re.search(r"write the line as: (.*)$", message):
        indent = line[: len(line) - len(line.lstrip())]
        mended = text.replace(line, indent + found[1], 1)
    else:
        found = re.search(r"write the line with (\d+) spaces in front: (.*)$", message)
        assert found, message
        mended = text.replace(line, " " * int(found[1]) + found[2], 1)
        found = re.search("front: (.*)$", message)
        assert found
    reading = read_yaml(mended)
    assert not reading.faults
    assert len(reading.sequences[0].touches) == 2
    return found[1]


@pytest.mark.parametrize(
    ("line", "fixed"),
    [
        ("subject: Re: your note", 'subject: "Re: your note"'),
        ("subject: Quick question:", 'subject: "Quick question:"'),
        ("subject: {{company}} and us", 'subject: "{{company}} and us"'),
        ("subject: {name}, a question", 'subject: "{name}, a question"'),
        ("subject: Hi {{first_name}}: hello", 'subject: "Hi {{first_name}}: hello"'),
        ("subject: [Quick] question", 'subject: "[Quick] question"'),
        ("subject: [Quick question", 'subject: "[Quick question"'),
        ("subject: @you", 'subject: "@you"'),
        ("subject: %off", 'subject: "%off"'),
        ("subject: `code`", 'subject: "`code`"'),
        ("subject: *bold* words", 'subject: "*bold* words"'),
        ("subject: & more", 'subject: "& more"'),
        ("subject: > 50% off", 'subject: "> 50% off"'),
        ("subject: | more", 'subject: "| more"'),
        ("subject: ? what", 'subject: "? what"'),
        ("subject: - one", 'subject: "- one"'),
        ("subject: , one", 'subject: ", one"'),
        ("subject: } one", 'subject: "} one"'),
        ("subject: 'it's fine'", 'subject: "it\'s fine"'),
        ('subject: "Quick" question', "subject: '\"Quick\" question'"),
        ('subject: "unclosed', 'subject: "unclosed"'),
        ("subject: 'unclosed", "subject: 'unclosed'"),
        ('subject: "Re: x" y', "subject: '\"Re: x\" y'"),
        ('subject: Re: "x"', "subject: 'Re: \"x\"'"),
        ('subject: Re: it\'s "x"', "subject: 'Re: it''s \"x\"'"),
        ('subject: "a\\d"', "subject: 'a\\d'"),
        ("subject: Re: x # a comment", 'subject: "Re: x" # a comment'),
        ("subject: Re: x #1", 'subject: "Re: x #1"'),
        ("subject:x", "subject: x"),
        ("subject = x", "subject: x"),
        ('subject "x"', 'subject: "x"'),
        ("subject\uff1a x", "subject: x"),
        ("subject:Who", "subject: Who"),
    ],
)
def test_one_line(line: str, fixed: str) -> None:
    assert corrected(f"    {line}") == fixed
    assert corrected(f"    body: Hi\n    {line}") == fixed


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends(end: str) -> None:
    text = f"{HEAD}    subject: Re: x\n{TAIL}".replace("\n", end)
    assert told(text)[1].endswith('write the line as: subject: "Re: x"')


def test_the_first_key_of_a_touch() -> None:
    line = "  - subject: Re: x"
    assert corrected(line, head="touches:\n") == '- subject: "Re: x"'


def test_an_empty_text_in_an_open_list() -> None:
    assert corrected('    tags: [a, ""') == 'tags: [a, ""]'


def test_an_item_of_a_list() -> None:
    text = f"stop_on:\n  - Re: a: b\n{HEAD}{TAIL}"
    assert told(text)[1].endswith('write the line as: - "Re: a: b"')


@pytest.mark.parametrize(
    ("line", "spaces"),
    [
        ("\tsubject: x", 4),
        ("\t\tsubject: x", 4),
        ("  \tsubject: x", 4),
        ("     subject: x", 4),
        ("   subject: x", 4),
        ("  subject: x", 4),
    ],
)
def test_indentation(line: str, spaces: int) -> None:
    text = f"{HEAD}{line}\n{TAIL}"
    assert f"write the line with {spaces} spaces in front: subject: x" in told(text)[1]
    assert corrected(line) == "subject: x"


SEQUENCE = """\
name: Night audits
audience:
  persona: Head of Finance
  segment: mid
goal: a first talk
fields:
  first_name: required
  hotel_name: required
touches:
  - day: 1
    channel: email
    subject: night audits
    body: |
      Hi {{first_name}},

      Who signs off the night audit?
      One thing: the list is short.

      {{sender_name}}
  - day: 4
    channel: call
    script: |
      Hi {{first_name}}, it is Mo.
"""


@pytest.mark.parametrize("by", [-1, 1, 2])
@pytest.mark.parametrize(
    "line",
    [
        "audience:",
        "goal: a first talk",
        "first_name: required",
        "hotel_name: required",
        "- day: 1",
        "channel: email",
        "subject: night audits",
        "body: |",
        "Hi {{first_name}},",
        "Who signs off the night audit?",
        "- day: 4",
        "script: |",
    ],
)
def test_one_line_that_is_out_of_line(line: str, by: int) -> None:
    lines = SEQUENCE.splitlines()
    number = lines.index(next(each for each in lines if each.strip() == line))
    width = len(lines[number]) - len(line)
    if width + by < 0:
        return
    lines[number] = " " * (width + by) + line
    text = "\n".join(lines) + "\n"
    source = Source("a.yaml", text)
    for fault in read_yaml(text).faults:
        spaces = "1 space" if width == 1 else f"{width} spaces"
        assert source.line_of(fault.span.start) == number + 1
        assert f"write the line with {spaces} in front: {line}" in fault.message


@pytest.mark.parametrize("by", [1, 2, 3, 4])
def test_a_dash_that_stands_as_far_in_as_the_text_above(by: int) -> None:
    text = SEQUENCE.replace("  - day: 4", " " * by + "  - day: 4")
    source = Source("a.yaml", text)
    [fault] = read_yaml(text).faults
    assert source.line_text(source.line_of(fault.span.start)).strip() == "- day: 4"
    assert "write the line with 2 spaces in front: - day: 4" in fault.message


def test_a_key_that_is_there_twice_is_no_slip_of_a_dash() -> None:
    text = SEQUENCE.replace("    script: |", "    channel: email\n    script: |")
    assert [fault.words for fault in faults(text)] == ["channel"]
    listed = SEQUENCE.replace("      Who signs", "      - day: 9\n      Who signs")
    assert not faults(listed)
    both = listed.replace("    script: |", "    channel: email\n    script: |")
    assert [fault.words for fault in faults(both)] == ["channel"]


PLAN = """\
name: ovens
audience:
  segment: mid
goal: to learn who buys
touches:
  - day: 1
    channel: email
    body: |
      Who orders?
  - day: 9
    channel: call
    voicemail: It is Mo.
"""


@pytest.mark.parametrize("line", ["   day: 9", "  day: 9"])
def test_a_dash_that_is_lost(line: str) -> None:
    at, message = told(PLAN.replace("  - day: 9", line))
    assert at == line
    assert message.endswith("write the line with 2 spaces in front: - day: 9")


@pytest.mark.parametrize("lost", [0, 1, 2])
def test_the_sign_of_a_comment_that_is_lost(lost: int) -> None:
    comment = ["# A plan.", "# It is about ovens,", "# and nothing: no doors."]
    said = comment[lost]
    comment[lost] = said.removeprefix("#")
    at, message = told("\n".join([*comment, PLAN]))
    assert at == comment[lost]
    assert message.endswith(f"if this is a comment, write the line as: {said}")


@pytest.mark.parametrize(
    ("ends", "joined", "spaces", "said"),
    [
        ("day: 1\n    channel", "day: 1  channel", "4 spaces", "channel: email"),
        ("mid\ngoal", "midgoal", "no space", "goal: to learn who buys"),
        ("touches:\n  -", "touches: -", "2 spaces", "- day: 1"),
    ],
)
def test_a_line_end_that_is_lost(ends: str, joined: str, spaces: str, said: str) -> None:
    at, message = told(PLAN.replace(ends, joined))
    assert joined in at
    assert message.endswith(f"on a line of its own, with {spaces} in front: {said}")


def test_the_key_of_the_list_without_its_colon() -> None:
    at, message = told(f"{PLAN}---\n{PLAN.replace('touches:', 'touches')}")
    assert at == "touches"
    assert message.endswith("write the line as: touches:")


def test_what_is_lost_in_json_is_no_block_of_text() -> None:
    _, message = told('{"touches": [{"day": 1, "channel": "email" "body": "hi"}]}')
    assert "a comma, a quotation mark or a bracket" in message
    assert "|" not in message


def test_a_text_that_goes_on_too_far_out() -> None:
    line, message = told(SEQUENCE.replace("      Who signs off", "    Who signs off"))
    assert line == "    Who signs off the night audit?"
    assert message == (
        "this line stands 2 spaces too far out: write the line with 6 spaces in front:"
        " Who signs off the night audit?"
    )


@pytest.mark.parametrize(
    "lines",
    [
        "    body: Hi Bob,\n      one thing: this\n      more",
        "    body: Hi Bob,\n    one thing without a colon\n    more",
        "    body: Hi Bob,\n\n    Some text",
        "    body: |\n    Hi Bob,\n    text",
        "    body: |\n  Hi Bob,\n  text",
        "    body: {{greeting}}\n      {{text}}",
    ],
)
def test_a_text_of_several_lines(lines: str) -> None:
    text = f"{HEAD}{lines}\n{TAIL}"
    line, message = told(text)
    assert line.strip().startswith("body:")
    assert message.endswith(
        "write the text below a line with `body: |`, each of its lines with 6 spaces in front"
    )
    first, *rest = [part.strip() for part in lines.split("\n")]
    said = first.removeprefix("body:").strip().strip("|>")
    texts = [part for part in [said, *rest] if part]
    mended = f"{HEAD}    body: |\n" + "".join(f"      {part}\n" for part in texts) + TAIL
    body = read_yaml(mended).sequences[0].touches[0].messages[0].body
    assert body is not None
    assert body.value.split("\n")[:-1] == texts


@pytest.mark.parametrize(
    ("touch", "fixed"),
    [
        ("{day: 1, subject: Re: dock}", '{day: 1, subject: "Re: dock"}'),
        ("{day: 1, subject: a, body: Who: you?}", '{day: 1, subject: a, body: "Who: you?"}'),
        ("{day: 1, body: Hi: a, b, script: c}", '{day: 1, body: "Hi: a, b", script: c}'),
        (
            "{day: 1, body: {{name}} x, script: 'c: d'}",
            "{day: 1, body: \"{{name}} x\", script: 'c: d'}",
        ),
        ("{day: 1, subject: 40% off, body: % x}", '{day: 1, subject: 40% off, body: "% x"}'),
        (
            "{day: 1, body: a: b, variants: [{label: A}]}",
            '{day: 1, body: "a: b", variants: [{label: A}]}',
        ),
    ],
)
def test_a_touch_in_brackets(touch: str, fixed: str) -> None:
    line = f"  - {touch}"
    assert corrected(line, head="touches:\n", tail="  - {day: 3}\n") == f"- {fixed}"


@pytest.mark.parametrize(
    ("line", "fixed"),
    [
        ("send_days: [mon, tue", "send_days: [mon, tue]"),
        ("stop_on: [@reply, meeting]", 'stop_on: ["@reply", meeting]'),
        ('stop_on: ["reply, meeting]', "stop_on: [reply, meeting]"),
    ],
)
def test_a_list_in_brackets(line: str, fixed: str) -> None:
    assert corrected(line, head="", tail=HEAD + TAIL) == fixed


def test_a_value_that_sticks_to_its_key() -> None:
    line = "  - day:1"
    assert corrected(line, head="touches:\n", tail=f"    channel: email\n{TAIL}") == "- day: 1"


def test_a_key_of_any_name_that_stands_too_far_in() -> None:
    text = f"owner: Mo\n   team: north\n{HEAD}{TAIL}"
    assert told(text)[1].endswith("write the line with 0 spaces in front: team: north")


def test_a_tab_is_called_so() -> None:
    assert told("touches:\n\t- day: 1\n")[1].startswith("a tab stands where YAML wants spaces;")


def test_the_first_of_several_mistakes_is_corrected() -> None:
    text = f"{HEAD}    subject: Re: one\n    body: Re: two\n{TAIL}"
    assert told(text)[1].endswith('write the line as: subject: "Re: one"')


def test_a_quotation_mark_that_ends_in_another() -> None:
    text = f'{HEAD}    subject: "one\n    body: "two"\n{TAIL}'
    assert told(text)[1].endswith('write the line as: subject: "one"')


@pytest.mark.parametrize(
    "text",
    [
        "touches:\n- a: 1\n b: 2\nc",
        "touches: [\n\n\n\n\n\n\n\n\n\n",
        "touches:\n  - {a: 1\n\n\n\n\n\n\nsteps: x: y",
        "touches:\n- ]\n",
        "---\n%x\n---\ntouches: [x\n",
    ],
)
def test_where_no_correction_is_known_a_remedy_is(text: str) -> None:
    [fault] = faults(text)
    assert "write" in fault.message
    assert "while " not in fault.message


@pytest.mark.parametrize("text", ["touches: \x07", "touches: " + "[" * 2000])
def test_what_is_not_about_grammar_is_told_as_it_is(text: str) -> None:
    [fault] = faults(text)
    assert "YAML that can be read" not in fault.message
    assert "remove it" in fault.message or "take levels out" in fault.message


def test_a_long_file_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corrections, "_LONGEST", 10)
    [fault] = faults("touches:\n- subject: Re: x")
    assert fault.message.startswith("this is no YAML that can be read: a colon with a space")
    assert "in quotes" in fault.message


@pytest.mark.parametrize(
    "line",
    ["- " * 50_000 + "a: b: c", "x" * 100_000 + ": y: z", "a " * 50_000 + ": b: c", "'" * 99_999],
)
def test_a_long_line_costs_no_time(line: str) -> None:
    started = time.process_time()
    assert faults(f"touches:\n{line}")
    assert time.process_time() - started < 2


LONG = HEAD + "  - day: 1\n    channel: email\n    body: |\n      Hello there\n" * 2000
SLIP = "    subject: Re: x\n"


@pytest.mark.parametrize(
    "text",
    [
        LONG + SLIP,
        HEAD + SLIP + LONG.removeprefix(HEAD),
        LONG[: len(LONG) // 2] + SLIP + "   - day: 2\n" + LONG[len(LONG) // 2 :],
        HEAD + '    subject: "x\n' * 7000,
        HEAD + "  - {day: 1, subject: Re: x, body: [a, b: c}\n" * 3000,
        "fields:\n" + "".join(f"  f{each}: required\n" for each in range(7000)) + "   x: y\n",
    ],
)
def test_little_of_a_long_file_is_read_again(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def counted(source: Source) -> None:
        read.append(len(source.text))
        check_syntax(source)

    def is_sound(source: Source) -> bool:
        read.append(len(source.text))
        try:
            return not read_tree(source).faults
        except YamlError:
            return False

    source = Source("a.yaml", text)
    monkeypatch.setattr(corrections, "check_syntax", counted)
    with pytest.raises(YamlError) as caught:
        check_syntax(source)
    corrections.explain(source, caught.value, is_sound)
    assert len(text) > 100_000
    assert 0 < sum(read) < 1_000_000


def test_a_file_of_very_many_lines_is_not_tried() -> None:
    [fault] = faults("a:\n b\n" * 10_000 + " c: : d\n")
    assert fault.message.startswith("this is no YAML that can be read")


@pytest.mark.parametrize("at", [0, 1200])
@pytest.mark.parametrize(
    ("line", "slip", "said"),
    [
        ("    channel: email", "   channel: email", "with 4 spaces in front: channel: email"),
        ("  - day: 1", "   - day: 1", "with 2 spaces in front: - day: 1"),
        ("    body: |", "      body: |", "with 4 spaces in front: body: |"),
        ("    channel: email", "    channel email", "as: channel: email"),
        ("    channel: email", "\tchannel: email", "with 4 spaces in front: channel: email"),
        ("      Hello there", "    Hello there", "with 6 spaces in front: Hello there"),
    ],
)
def test_a_slip_in_a_long_file(at: int, line: str, slip: str, said: str) -> None:
    lines = LONG.splitlines()
    number = lines.index(line, 3 + 4 * at)
    lines[number] = slip
    text = "\n".join([*lines, ""])
    source = Source("a.yaml", text)
    [fault] = read_yaml(text).faults
    assert source.line_of(fault.span.start) == number + 1
    assert said in fault.message


WORDS = st.lists(
    st.sampled_from(
        [
            "Re",
            ":",
            " ",
            " ",
            "{{x}}",
            "{y}",
            "#",
            "'",
            '"',
            "[",
            "]",
            "%",
            "@",
            "*",
            "&",
            "!",
            "|",
            ">",
            "-",
            "\\",
            "word",
            ", ",
        ]
    ),
    min_size=1,
    max_size=10,
).map("".join)


@given(WORDS)
def test_a_corrected_line_can_be_read(value: str) -> None:
    text = f"{HEAD}    subject: {value}\n{TAIL}"
    [*found] = read_yaml(text).faults
    if found and (line := re.search(r"write the line as: (.*)$", found[0].message)):
        reading = read_yaml(f"{HEAD}    {line[1]}\n{TAIL}")
        assert not [fault for fault in reading.faults if "YAML that can be read" in fault.message]
        assert len(reading.sequences[0].touches) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("touches:\n\t- day: 1\n\t  subject: x\n", "two spaces for each tab"),
        ("touches:\n  - day: 1\n    body: |\n\thello\n", "a line with `body: |`"),
    ],
)
def test_lines_that_are_indented_with_tabs(text: str, said: str) -> None:
    assert said in told(text)[1]


@pytest.mark.parametrize("sign", "\x85\u2028\u2029")
def test_a_line_end_that_nobody_sees_is_named(sign: str) -> None:
    source = Source("a.yaml", f"{HEAD}    body: |\n      Hi Ana,{sign}who counts?\n{TAIL}")
    [fault] = read_yaml(source.text).faults

    assert source.slice(fault.span) == sign
    assert f"U+{ord(sign):04X}" in fault.message
    mended = source.text.replace(sign, "\n      ")
    assert not faults(mended)
    assert "U+" not in faults(f"{HEAD}    subject: a{sign}\n    body: [x\n{TAIL}")[0].message
