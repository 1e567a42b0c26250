from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cadence_lint.reading.phrases import PhraseBook
from cadence_lint.reading.text.sentences import split_sentences
from cadence_lint.reading.text.words import split_words
from cadence_lint.rulebook.rule_folder import compile_folders, phrase_lists, rule_pages
from cadence_lint.source import SetupError
from tests import scratch
from tests.scratch import rule_text, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def checks() -> Iterator[None]:
    yield from scratch.register_checks()


def refused(*folders: Path) -> str:
    """Why folders are refused, with the path below them."""
    with pytest.raises(SetupError) as caught:
        compile_folders(folders)
    place = caught.value.place
    name = next(
        place.file.removeprefix(f"{folder}/") for folder in folders if str(folder) in place.file
    )
    return f"{name}:{place.line}:{place.column}: {caught.value.message}"


def ids(*folders: Path) -> list[str]:
    return [rule["id"] for rule in compile_folders(folders)["rules"]]


def says(phrases: Any) -> list[str]:
    return [phrase.say for phrase in phrases.phrases]


def test_a_rules_id_is_its_path(tmp_path: Path) -> None:
    write(
        tmp_path, {"tone/b.yaml": rule_text(), "tone/a.yml": rule_text(), "x/c-d.yaml": rule_text()}
    )
    assert [page.rule.id for page in rule_pages(tmp_path)] == ["tone/a", "tone/b", "x/c-d"]


def test_hidden_files_and_other_files_are_no_rules(tmp_path: Path) -> None:
    write(
        tmp_path,
        {".git/a.yaml": "x", "tone/.a.yaml": "x", "README.md": "x", "tone/a.yaml": rule_text()},
    )
    assert ids(tmp_path) == ["tone/a"]


@pytest.mark.parametrize(
    "name", ["a.yaml", "tone/deep/a.yaml", "Tone/a.yaml", "tone/a_b.yaml", "tone/a..yaml"]
)
def test_a_rule_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: rule_text()})
    assert refused(tmp_path) == (
        f"{name}:1:1: a rule's file is family/name.yaml, in small letters with hyphens"
    )


def test_a_taken_id_is_refused(tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", {"tone/a.yaml": rule_text()})
    theirs = write(tmp_path / "theirs", {"tone/a.yaml": rule_text()})
    assert "tone/a.yaml:2:1: the id 'tone/a' is taken; change a built-in rule" in refused(
        ours, theirs
    )


def test_a_folder_named_twice_is_read_once(tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", {"tone/a.yaml": rule_text()})
    link = tmp_path / "link"
    link.symlink_to(ours)
    assert ids(ours, ours, link) == ["tone/a"]


def test_an_old_id_that_is_taken_is_refused(tmp_path: Path) -> None:
    write(
        tmp_path, {"tone/a.yaml": rule_text(), "tone/b.yaml": rule_text(aliases="[tone/c, tone/a]")}
    )
    assert refused(tmp_path).startswith("tone/b.yaml:7:19: the id 'tone/a' is taken")


def test_what_a_rule_covers_must_exist(tmp_path: Path) -> None:
    write(tmp_path, {"tone/word.yaml": rule_text(), "tone/b.yaml": rule_text(covers="[tone/wrd]")})
    assert refused(tmp_path) == (
        "tone/b.yaml:7:10: there is no rule 'tone/wrd'; did you mean 'tone/word'?"
    )


def test_a_team_can_cover_a_built_in_rule_by_its_old_id(tmp_path: Path) -> None:
    built_in = write(tmp_path / "a", {"tone/new.yaml": rule_text(aliases="tone/old")})
    team = write(tmp_path / "b", {"team/a.yaml": rule_text(covers="tone/old")})
    rules = compile_folders([built_in, team])["rules"]
    assert rules[1]["covers"] == ("tone/new",)


def test_rules_that_cover_each_other_are_refused(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "tone/a.yaml": rule_text(),
            "tone/b.yaml": rule_text(covers="tone/c"),
            "tone/c.yaml": rule_text(covers="[tone/a, tone/d]"),
            "tone/d.yaml": rule_text(covers="tone/b"),
        },
    )
    assert refused(tmp_path).startswith("tone/b.yaml:7:1: this rule would cover itself")


def test_phrase_lists_are_by_language_and_fact(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "phrases/en/bump.yaml": "means: it\nphrases: [just checking, {say: any news, advice: a, instead: b}]\nspare: [just checking out]\n",
            "phrases/de/bump.yaml": "phrases:\n",
        },
    )
    german, english = phrase_lists(tmp_path)
    assert german[:2] == ("de", "bump")
    assert not german[2].phrases
    assert says(english[2]) == ["just checking", "any news"]
    assert (english[2].phrases[1].advice, english[2].phrases[1].instead) == ("a", "b")
    assert english[2].spare == ("just checking out",)


def test_a_list_has_groups_and_what_excuses_a_sentence(tmp_path: Path) -> None:
    ours = write(
        tmp_path / "ours",
        {
            "phrases/en/claims.yaml": "groups: {big: [huge, very large]}\n"
            "phrases: [a <big> gain]\nunless: [<amount>]\n"
        },
    )
    team = write(
        tmp_path / "team",
        {"phrases/en/claims.yaml": "groups: {big: [giant]}\nphrases: [a <big> leap]\n"},
    )
    book = PhraseBook.from_index(compile_folders([ours, team])["phrases"]["en"])
    value = "A huge gain, a giant gain, a very large leap. A huge gain of 40%."
    words = split_words(value)
    hits = book.find(value, words, split_sentences(value, words))
    assert [value[hit.start : hit.end] for hit in hits] == [
        "A huge gain",
        "a giant gain",
        "a very large leap",
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("groups: [huge]\n", "1:9: 'groups' has names"),
        ("groups: {any: [huge]}\n", "1:10: column 1 of “any”: a group has a name of its own"),
        ("groups: {big: [huge, (x]}\n", "1:22: column 1 of “(x”: `(` is closed"),
        ("groups: {big: [{say: x}]}\n", "1:16: a group is a list of words"),
        ("phrases: [a <big> gain]\n", "1:13: column 3 of “a <big> gain”: `<big>` is not one of"),
        ("unless: [{say: x}]\n", "1:10: what excuses a sentence is a phrase"),
        ("unless: [<amout>]\n", "1:10: column 1 of “<amout>”"),
    ],
)
def test_faults_in_groups_and_excuses_have_their_place(
    tmp_path: Path, text: str, place: str
) -> None:
    write(tmp_path, {"phrases/en/claims.yaml": text})
    assert refused(tmp_path).startswith(f"phrases/en/claims.yaml:{place}")


def test_phrase_lists_of_several_folders_add_up(tmp_path: Path) -> None:
    ours = write(
        tmp_path / "a",
        {"phrases/en/bump.yaml": "phrases: [just checking]\nspare: [checking out]\n"},
    )
    team = write(
        tmp_path / "b", {"phrases/en/bump.yaml": "phrases: [any news]\nspare: [no news]\n"}
    )
    book = PhraseBook.from_index(compile_folders([ours, team])["phrases"]["en"])
    assert book.lists == ["bump"]
    index = compile_folders([ours, team])["phrases"]["en"]
    assert "any news" in str(index)
    assert "just checking" in str(index)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("phrases: just checking\n", "1:10: 'phrases' is a list of phrases"),
        ("phrase: [a]\n", "1:1: there is no key 'phrase'; did you mean 'phrases'?"),
        ("phrases: [[a]]\n", "1:11: a phrase is words, or {say: …"),
        ("phrases: [{advice: a}]\n", "1:11: a phrase is words, or {say: …"),
        ("phrases: [{say: a, advise: b}]\n", "1:20: there is no key 'advise'; did you mean"),
        ("phrases: [{say: a b, advice: [c]}]\n", "1:30: 'advice' is text"),
        ("phrases:\n  - just (checking\n", "2:"),
        ("spare:\n  - say (\n", "2:"),
        ("- a\n", "1:1: keys with values are expected here"),
    ],
)
def test_a_slip_in_a_phrase_list_is_refused(tmp_path: Path, text: str, said: str) -> None:
    write(tmp_path, {"phrases/en/bump.yaml": text})
    assert refused(tmp_path).startswith(f"phrases/en/bump.yaml:{said}")


@pytest.mark.parametrize("name", ["phrases/bump.yaml", "phrases/en/more/bump.yaml"])
def test_a_phrase_list_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: "phrases: [a]\n"})
    assert refused(tmp_path) == f"{name}:1:1: a phrase list is phrases/en/name.yaml"


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"tone/a.yaml": ""})
    (tmp_path / "tone/a.yaml").write_bytes("why: Grüße".encode("latin-1"))
    assert refused(tmp_path) == "tone/a.yaml:1:1: this is not UTF-8: save it as UTF-8"


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"tone/b.yaml": ""})
    (tmp_path / "tone/a.yaml").symlink_to(tmp_path / "gone.yaml")
    assert refused(tmp_path) == "tone/a.yaml:1:1: this cannot be read: No such file or directory"


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, {"tone/a.yaml": "\ufeff" + rule_text()})
    assert ids(tmp_path) == ["tone/a"]


SAYS = {"check": "says", "message": "no", "advice": "no"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("{any: [bmup]}", "there is no fact 'bmup'; did you mean 'bump'?"),
        ("{any: [bump], none: [substanc]}", "there is no fact 'substanc'; did you mean 'subst"),
    ],
)
def test_a_rule_asks_for_facts_that_there_are(tmp_path: Path, options: str, said: str) -> None:
    write(
        tmp_path,
        {
            "tone/ours.yaml": rule_text(**SAYS, options=options),
            "phrases/en/bump.yaml": "phrases: [just checking]\n",
        },
    )
    told = refused(tmp_path)

    assert said in told
    line, column = map(int, told.split(":")[1:3])
    name = said.split("'")[1]
    written = (tmp_path / "tone/ours.yaml").read_text("utf-8").splitlines()[line - 1]
    assert written[column - 1 :].startswith(name)


def test_a_list_of_phrases_is_one_that_some_rule_asks_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built_in, team = tmp_path / "built-in", tmp_path / "team"
    write(
        built_in,
        {
            "tone/bump.yaml": rule_text(**SAYS, options="{any: [bump]}"),
            "phrases/en/bump.yaml": "phrases: [just checking]\n",
            "phrases/en/offers.yaml": "phrases: [happy to send]\n",
        },
    )
    scratch.use_rules(monkeypatch, built_in)
    write(team, {"phrases/en/bump.yaml": "phrases: [any news]\n"})
    write(team, {"phrases/en/offers.yaml": "phrases: [it is yours]\n"})
    compile_folders([built_in, team])
    write(team, {"phrases/en/bmup.yaml": "phrases: [any news]\n"})

    assert refused(built_in, team) == (
        "phrases/en/bmup.yaml:1:1: no rule asks for what this list is called: there is no fact"
        " 'bmup'; did you mean 'bump'?"
    )
