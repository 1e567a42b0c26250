from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from cadence_lint import rulebook
from cadence_lint.rulebook import Book, compile_book, load_book, read_pages
from cadence_lint.rulebook.rule import Level, Rule
from cadence_lint.source import SetupError
from tests.scratch import use_rules, write

if TYPE_CHECKING:
    from pathlib import Path

# A rule on a built-in check: another process knows no others.
RULE = """\
summary: Too many touches
check: touch-count
options: {{max: {max}}}
levels: [{{severity: error, above: 8}}]
covers: {covers}
aliases: {aliases}
message: "{{count}} touches"
advice: Drop one.
why: It is too much.
"""


def rule(maximum: int = 3, covers: str = "[]", aliases: str = "[]") -> str:
    return RULE.format(max=maximum, covers=covers, aliases=aliases)


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is taken for the built-in rules."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = write(
        tmp_path / "rules",
        {
            "frequency/many.yaml": rule(covers="[frequency/few]", aliases="[frequency/lots]"),
            "frequency/few.yaml": rule(5),
            "phrases/en/bump.yaml": "phrases: [just checking]\n",
        },
    )
    use_rules(monkeypatch, folder)
    return folder


def cached(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache/cadence-lint").iterdir())


def limit(book: Book) -> object:
    return book.rules["frequency/many"].options["max"]


def touch(path: Path, text: str) -> None:
    path.write_text(text)
    state = path.stat()
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns + 1))


def test_the_compiled_book_is_the_one_that_was_read(rules: Path, tmp_path: Path) -> None:
    pages = {page.rule.id: page.rule for page in read_pages()}
    first = load_book()
    rulebook._load.cache_clear()
    again = load_book()
    assert first is not again
    assert first.rules == again.rules == pages
    assert len(cached(tmp_path)) == 1
    many = again.rules["frequency/many"]
    assert isinstance(many, Rule)
    assert many.levels == (Level("error", above=8.0),)
    assert many.covers == ("frequency/few",)


def test_a_rule_has_its_id_and_the_names_that_it_once_had(rules: Path) -> None:
    book = load_book()
    assert book.get("frequency/lots") is book.get("frequency/many") is not None
    assert book.get("frequency/none") is None


def test_phrases_are_by_language(rules: Path) -> None:
    book = load_book()
    english = book.phrases("en")
    assert english is not None
    assert english.lists == ["bump"]
    assert book.phrases("en") is english
    assert book.phrases("de") is None


def test_a_book_is_read_once_in_a_process(rules: Path) -> None:
    assert load_book() is load_book()


def test_a_changed_file_is_seen(rules: Path) -> None:
    assert limit(load_book()) == 3
    touch(rules / "frequency/many.yaml", rule(4, "[frequency/few]"))
    assert limit(load_book()) == 4
    (rules / "frequency/few.yaml").unlink()
    with pytest.raises(SetupError, match="there is no rule 'frequency/few'"):
        load_book()


def test_a_file_that_is_new_is_seen(rules: Path) -> None:
    load_book()
    write(rules, {"frequency/new.yaml": rule()})
    assert "frequency/new" in load_book().rules


def test_a_teams_folder_comes_on_top(rules: Path, tmp_path: Path) -> None:
    ours = write(
        tmp_path / "ours",
        {"team/own.yaml": rule(), "phrases/en/bump.yaml": "phrases: [any news]\n"},
    )
    assert list(load_book((str(ours),)).rules) == ["frequency/few", "frequency/many", "team/own"]
    assert "team/own" not in load_book().rules


def test_a_damaged_cache_is_survived(rules: Path, tmp_path: Path) -> None:
    before = load_book()
    (path,) = cached(tmp_path)
    for damage in (b"", b"{}", path.read_bytes()[:-10], b"[1]"):
        path.write_bytes(damage)
        rulebook._load.cache_clear()
        assert load_book().rules == before.rules


def test_a_cache_that_cannot_be_written_is_survived(
    rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert load_book().rules


def test_few_books_are_kept(rules: Path, tmp_path: Path) -> None:
    for number in range(rulebook._KEPT + 3):
        load_book((str(write(tmp_path / f"ours{number}", {f"team/a{number}.yaml": rule()})),))
    assert len(cached(tmp_path)) == rulebook._KEPT


def test_parallel_writers_do_not_harm_each_other(rules: Path, tmp_path: Path) -> None:
    paths = (str(rules),)
    stamp = rulebook._stamp(paths)
    with ThreadPoolExecutor(8) as pool:
        books = list(pool.map(lambda _: rulebook._load.__wrapped__(paths, stamp), range(16)))
    assert all(book.rules == books[0].rules for book in books)
    assert len(cached(tmp_path)) == 1


def test_the_book_of_a_wheel_needs_no_rule_files(
    rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = tmp_path / "rulebook.json"
    compiled.write_text(json.dumps(compile_book([rules])))
    monkeypatch.setattr(rulebook, "COMPILED", str(compiled))
    monkeypatch.setattr(rulebook, "built_in_folder", lambda: str(tmp_path / "nowhere"))
    assert list(load_book().rules) == ["frequency/few", "frequency/many"]
    assert load_book() is load_book()


def test_the_built_in_folder_is_beside_the_code_or_above_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rulebook, "_PACKAGE", str(tmp_path / "src/cadence_lint"))
    assert rulebook.built_in_folder() == str(tmp_path / "rules")
    (tmp_path / "src/cadence_lint/rules").mkdir(parents=True)
    assert rulebook.built_in_folder() == str(tmp_path / "src/cadence_lint/rules")


LOAD = """
import sys
from cadence_lint import rulebook
rulebook.built_in_folder = lambda: sys.argv[1]
rulebook.COMPILED = ""
assert rulebook.load_book().rules
print(*sorted(name for name in sys.modules if name.startswith(("yaml", "cadence_lint"))))
"""


def test_loading_from_the_cache_needs_neither_yaml_nor_the_checks(
    rules: Path, tmp_path: Path
) -> None:
    def loaded() -> set[str]:
        run = subprocess.run(
            [sys.executable, "-c", LOAD, str(rules)],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache")},
        )
        return set(run.stdout.split())

    assert "yaml" in loaded()
    modules = loaded()
    assert "cadence_lint.rulebook" in modules
    assert "yaml" not in modules
    assert "cadence_lint.rulebook.rule_file" not in modules
    assert not [name for name in modules if name.startswith("cadence_lint.checks.")]


def test_a_rule_file_that_is_gone_is_refused(rules: Path) -> None:
    (rules / "frequency/gone.yaml").symlink_to(rules / "nowhere.yaml")
    with pytest.raises(SetupError, match="cannot be read: No such file"):
        load_book()
