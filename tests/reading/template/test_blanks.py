from __future__ import annotations

import pytest

from cadence_lint.reading.template.fields import Template, read_template


@pytest.mark.parametrize(
    "written",
    [
        "[First Name]",
        "[Name]",
        "[If yes]",
        "[specific observation]",
        "[link]",
        "[X]",
        "[their depot / their site]",
        "[number of depots, per region]",
        "[[MISSING TOKEN - X]]",
        "XXX",
        "XX",
        "XX%",
        "X%",
        "$X",
        "€XX",
        "TBD",
        "TBC",
        "TODO",
        "<first name>",
        "<name>",
        "<pain_point>",
        "<insert a figure: days saved>",
        "<a line on their depots>",
        "(insert link)",
        "(add a line about their launch)",
        "(First Name)",
        "FIRST_NAME",
        "FIRSTNAME",
        "____",
        "{{POST / INTERVIEW}}",
        "{{X}}",
        "{{TBD}}",
        "{{insert [link] here}}",
        "{{insert a line here}}",
        "{{say what you saw at their depot}}",
        "{one thing you saw at theirs}",
    ],
)
def test_what_is_left_to_fill_in(written: str) -> None:
    text = f"A word about {written}, if I may."
    (placeholder,) = read_template(text).placeholders
    assert text[placeholder.start : placeholder.end] == written
    assert placeholder.words in written
    assert read_template(text)._replace(placeholders=()) == Template()


@pytest.mark.parametrize(
    "text",
    [
        "See [the list](https://harbour.example/list).",
        "See ![the list](list.png).",
        "See [the list][1].",
        "[1]: https://harbour.example/list",
        "[rates]: https://harbour.example/list",
        "As the port says [1], and [12].",
        "Rates [...] fell […] twice [..].",
        "- [x] book the berth\n- [ ] ask Ana\n- [X] call",
        "Part [3/6] of the list",
        "[https://harbour.example] or [harbour.example/rates]",
        'Send {"port": {"code": "RTM"}} or {"a": "x|y"} or ["RTM", "HAM"] or [1, 2]',
        "function () { return rates[0] || depots[i]; }",
        "Re: [hinge-makers] the odd gate",
        "[Webinar] Rates in May",
        "[Case study] Two berths, one crane",
        "The list [PDF] and what [Lim and Roth 2019] say of it [see below, Fig. 2] and [Fig. 3], HARB-12 [HARB-12].",
        "Write [yes] or [no], or [STOP].",
        "It costs $40 (add $5 for delivery, add a day for customs)",
        "Harbour day: 12 May, venue TBC, speakers are TBA",
        "our TODO list",
        "It stood at [address removed] until May.",
        "He said [sic] that [the] rates fell; [T]he port agreed. Invoice[s] too.",
        "[EXTERNAL] Rates",
        "[pause] Rates?",
        "a [a-z] range",
        "[image: our logo]",
        "<b>Rates</b> <a href='https://harbour.example'>here</a><br/> <title>x</title>",
        "<td nowrap> <input disabled>",
        "Ana <ana@harbour.example>, see <https://harbour.example>",
        "<foo> and </foo> and <o:p>",
        "5 < 6 and 7 > 3, x<y>z",
        "He said «rates fall» and left.",
        "Save 5% or 10% of $5, 100%sure, https://x.example/%C3%A9%20b",
        "Super Bowl XX and size XXL and Louis XX",
        "Hugs, xxx",
        "-----\n________\nAna",
        "___bold___ and snake_case__name",
        "#harbour #rates, a#b#c",
        "A smile :} and {: and }} { and {}",
        "X marks the spot",
        "TBDs and xTBD",
        "TODOs",
        "CSS: p { color: red } and {0}",
    ],
)
def test_innocents(text: str) -> None:
    assert read_template(text) == Template()


def test_nothing_is_read_twice() -> None:
    text = "{{AI: name [one depot] of <their company>, XXX}} and ${[Name]} and {% if [Name] %}"
    template = read_template(text)
    assert template.placeholders == ()
    assert len(template.fields) == 1
