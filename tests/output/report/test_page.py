from __future__ import annotations

import re
from base64 import b64decode, b64encode
from hashlib import sha256
from typing import TYPE_CHECKING
from zlib import decompress

import pytest
from hypothesis import given, settings

from benchmarks.made_up import write_files
from cadence_lint.linting.request import Request
from cadence_lint.linting.run import lint
from cadence_lint.output import render
from cadence_lint.output.terminal import Look
from tests.output.hostile import runs
from tests.output.runs import full_story, many, run_of

if TYPE_CHECKING:
    from pathlib import Path

    from cadence_lint.linting.results import Run


def page(run: Run) -> str:
    return render(run, "html", Look())


def parcels(html: str) -> list[str]:
    """What is packed in a page."""
    found = re.findall(r'<script type="text/plain" data-sequences="[^"]*">([^<]*)</script>', html)
    return [decompress(b64decode(each), -15).decode() for each in found]


@pytest.mark.parametrize("name", ["style", "script"])
def test_the_policy_allows_only_the_page_s_own(name: str) -> None:
    html = page(full_story().run())
    (content,) = re.findall(f"<{name}>(.*?)</{name}>", html, re.DOTALL)
    own = b64encode(sha256(content.encode()).digest()).decode()
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    assert policy.startswith("default-src &#x27;none&#x27;")
    assert f"{name}-src &#x27;sha256-{own}&#x27;" in policy


def test_a_few_sequences_stand_on_the_page() -> None:
    html = page(many(3))
    assert html.count('<article class="chapter"') == 3
    assert not parcels(html)


def test_many_are_packed_and_each_can_be_unpacked() -> None:
    html = page(many(30))
    packed = parcels(html)
    assert "".join(packed).count('<article class="chapter"') == 30
    assert all(each.startswith('<article class="chapter"') for each in packed)
    assert '<article class="chapter"' not in html


def test_no_style_stands_in_an_element_where_the_policy_forbids_it() -> None:
    assert not re.search(r"<[^>]* (?:style|on\w+)=", page(many(6)))


def test_fifty_sequences_as_teams_write_them_are_no_burden_to_mail(tmp_path: Path) -> None:
    write_files(tmp_path, 50)
    request = Request((str(tmp_path),), keeps_sequences=True, keeps_portraits=True)
    html = page(lint(request))
    assert len("".join(parcels(html)).split('<article class="chapter"')) == 51
    assert len(html.encode()) < 500_000


@settings(max_examples=30, deadline=None)
@given(runs())
def test_whatever_a_sequence_says_is_text(run: Run) -> None:
    html = page(run)
    plain = page(run_of(full_story().file()))
    for tag in ("<script", "<failure", "<!--"):
        assert html.count(tag) == plain.count(tag)
    html.encode("utf-8")
