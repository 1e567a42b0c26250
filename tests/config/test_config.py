from __future__ import annotations

from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from cadence_lint.config import Config, Files, Vocabulary
from cadence_lint.config.config_file import find_config, read_root
from cadence_lint.config.config_reader import parse_config, read_config
from cadence_lint.source import SetupError, Source
from tests.scratch import write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that nothing above is looked at for."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def parse(text: str) -> Config:
    return parse_config(Source("cadence-lint.yaml", dedent(text)))


def refused(text: str) -> str:
    """Why a configuration is refused, with the words at the place."""
    source = Source("cadence-lint.yaml", text)
    with pytest.raises(SetupError) as caught:
        parse_config(source)
    place = caught.value.place
    line = source.line_text(place.line)
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    return f"{line[place.column - 1 : end]}: {caught.value.message}"


# Finding


@pytest.mark.parametrize(
    "name", ["cadence-lint.yaml", ".cadence-lint.yaml", "cadence-lint.yml", ".cadence-lint.yml"]
)
def test_the_nearest_configuration_counts(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: "", "a/b/c.yaml": "", "a/d/cadence-lint.yaml": ""})
    assert find_config(str(tmp_path / "a/b/c.yaml")) == str(tmp_path / name)
    assert find_config("a/d/c.yaml") == str(tmp_path / "a/d/cadence-lint.yaml")
    assert find_config("nowhere/c.yaml") == str(tmp_path / name)


def test_only_one_of_a_folder_counts(tmp_path: Path) -> None:
    write(tmp_path, {".cadence-lint.yaml": "", "pyproject.toml": "[tool.cadence-lint]\n"})
    assert find_config("a.yaml") == str(tmp_path / ".cadence-lint.yaml")
    write(tmp_path, {"cadence-lint.yaml": ""})
    assert find_config("a.yaml") == str(tmp_path / "cadence-lint.yaml")


def test_nothing_counts_above_the_root_of_the_repository(tmp_path: Path) -> None:
    write(tmp_path, {"cadence-lint.yaml": "", "inner/.git/HEAD": "", "worktree/.git": "gitdir: x"})
    assert find_config("inner/a/b.yaml") is None
    assert find_config("worktree/a/b.yaml") is None
    write(tmp_path, {"inner/cadence-lint.yaml": ""})
    assert find_config("inner/a/b.yaml") == str(tmp_path / "inner/cadence-lint.yaml")


def test_the_search_ends_at_the_top(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.path.isfile", lambda path: False)
    monkeypatch.setattr("os.path.exists", lambda path: False)
    assert find_config("/a/b/c.yaml") is None


@pytest.mark.parametrize(
    "text",
    [
        "[tool.cadence-lint]\n",
        '[tool.cadence-lint]\nextends = "strict"\n',
        '[tool."cadence-lint".assume]\nsegment = "smb"\n',
        "[tool]\ncadence-lint = {extends = 'strict'}\n",
    ],
)
def test_a_pyproject_with_our_table_counts(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"pyproject.toml": text})
    assert find_config("a.yaml") == str(tmp_path / "pyproject.toml")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[tool.ruff]\n",
        '[dependency-groups]\ndev = ["cadence-lint"]\n',
        "this is no TOML\n",
        '[tool.other]\nuses = "tool.cadence-lint"\n',
        '[tool]\ncadence-lint = "text"\n',
    ],
)
def test_a_pyproject_without_one_does_not(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"cadence-lint.yaml": "", "a/pyproject.toml": text})
    assert find_config("a/b.yaml") == str(tmp_path / "cadence-lint.yaml")


def test_a_pyproject_that_cannot_be_read_is_not_ours(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": ""})
    (tmp_path / "pyproject.toml").write_bytes(b"\xff\xfe")
    assert find_config("a.yaml") is None


def test_a_pyproject_that_goes_away_is_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.path.isfile", lambda path: path.endswith("pyproject.toml"))
    assert find_config("a.yaml") is None


def test_a_pyproject_with_a_broken_table_of_ours_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "[tool.cadence-lint]\nextends = \n"})
    with pytest.raises(SetupError, match=r"pyproject\.toml:1:1: this is no TOML: .*line 2"):
        find_config("a.yaml")


# Reading


def test_nothing_said_is_the_recommended_rules() -> None:
    config = parse("")
    assert config == Config(path="cadence-lint.yaml", folder=config.folder, texts=("",))
    assert config.preset == "recommended"


def test_all_that_a_configuration_says_is_read(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    config = parse("""\
        extends: strict
        rule_folders: [./rules]
        plugins: phone
        rules:
          tone/*: info
          tone/word: {max: 5, severity: error}
          tone/other: off
          tone: {severity: warning}
          tone/third: on
        overrides:
          - files: ["nurture/**"]
            assume: {purpose: nurture, relationship: customer}
            rules: {tone/word: off}
        assume: {segment: smb, region: [US, DE], send_days: [mon, tue]}
        vocabulary:
          company: [Example, Example Cloud]
          products: Ledger
          allow: [SOC 2]
          prefer: {clients: customers}
        positioning: [Close in two days.]
        platform_adds: [unsubscribe, signature]
        room:
          - {name: year-end, from: 12-15, to: 01-15, who: {persona: Finance}, advice: pause}
        include: ["*.yaml"]
        exclude: [drafts/]
        ignore:
          - {rule: tone/word, files: [old/*.txt], touch: 3, reason: agreed, until: 2027-01-31}
        suppressions: {require_reason: yes, never: [consent/*]}
        """)
    assert config.preset == "strict"
    assert config.rule_folders == (str(tmp_path / "rules"),)
    assert config.plugins == ("phone",)
    settings = {each.pattern: each for each in config.rules}
    assert list(settings) == ["tone/*", "tone", "tone/word", "tone/other", "tone/third"]
    assert [settings[name].severity for name in settings] == [
        "info",
        "warning",
        "error",
        None,
        None,
    ]
    assert [settings[name].is_off for name in settings] == [False, False, False, True, False]
    limits = settings["tone/word"].options
    assert limits is not None
    assert list(limits.entries) == ["max"]
    (override,) = config.overrides
    assert override.files == Files(str(tmp_path), ("nurture/**",))
    assert override.assume == {"purpose": ("nurture",), "relationship": ("customer",)}
    assert override.rules[0].is_off
    assert config.assume == {
        "segment": ("smb",),
        "region": ("US", "DE"),
        "send_days": ("mon", "tue"),
    }
    assert config.vocabulary == Vocabulary(
        ("Example", "Example Cloud"), ("Ledger",), ("SOC 2",), {"clients": "customers"}
    )
    assert config.positioning == ("Close in two days.",)
    assert config.platform_adds == {"unsubscribe", "signature"}
    assert [(period.name, period.first) for period in config.room] == [("year-end", (12, 15))]
    assert config.include == Files(str(tmp_path), ("*.yaml",))
    assert config.exclude == (Files(str(tmp_path), ("drafts/",)),)
    (ignore,) = config.ignore
    assert (ignore.rule.value, ignore.touch, ignore.reason) == ("tone/word", 3, "agreed")
    assert ignore.until == date(2027, 1, 31)
    assert ignore.files == Files(str(tmp_path), ("old/*.txt",))
    assert config.require_reason
    assert [name.value for name in config.never_suppress] == ["consent/*"]


def test_keys_without_values_say_nothing() -> None:
    config = parse(
        "extends:\nrules:\noverrides:\nassume: {segment: }\ninclude:\nignore:\nroom: ~\n"
    )
    assert config == Config(path=config.path, folder=config.folder, texts=config.texts)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rule: {}", "rule: there is no key 'rule'; did you mean 'rules'?"),
        ("- a", "- a: keys with values are expected here"),
        ("rules: {a: b", "the quotation marks, brackets or indentation do not fit"),
        ("room:\n- {name: a: b, from: 12-15}", 'write the line as: - {name: "a: b", from: 12-15}'),
        ("rules:\n\ttone/a: off", "a tab stands where YAML wants spaces"),
        ("rules: {}\nrules: {}", "rules: the key 'rules' stands here for the second time"),
        ("extends: [a]", "[a]: `extends` is a preset or a path"),
        ("extends: strickt", "strickt: 'strickt' is neither a file nor a preset (recommended, "),
        ("rule_folders: [ours]", "ours: there is no folder 'ours' beside this file"),
        ("rules: [a]", "[a]: `rules` is keys with values, as in `key: value` without a dash"),
        ("rules: {tone/a: warn}", "warn: there is no severity 'warn'; did you mean 'warning'?"),
        ("rules: {tone/a: }", "there is no severity ''; there is: error, info, off, on, warning"),
        ("rules: {tone/a: [error]}", "[error]: a rule's setting is a severity, `off`, or options"),
        ("rules: {tone/a: {severity: [x]}}", "[x]: there is no severity ''"),
        ("rules: {tone/*: {max: 3}}", "tone/*: options belong to one rule: write its whole id"),
        ("rules: {tone: {max: 3}}", "tone: options belong to one rule: write its whole id"),
        ("overrides: {files: a}", "{files: a}: `overrides` is a list: put a dash before each"),
        ("overrides: [a]", "a: an override is keys with values: files, rules, assume"),
        ("overrides: [{file: a}]", "file: there is no key 'file'; did you mean 'files'?"),
        ("overrides: [{rules: {}}]", "{rules: {}}: an override says for which `files` it holds"),
        ("overrides: [{files: [{a: b}]}]", "{a: b}: wants a word or a list of words here"),
        ("assume: cold", "cold: `assume` is keys with values"),
        ("assume: {sgment: mid}", "sgment: there is no key 'sgment'; did you mean 'segment'?"),
        ("assume: {segment: middle}", "middle: there is no segment 'middle'; did you mean 'mid'?"),
        ("assume: {segment: [mid, smb]}", "smb: a sequence has one segment"),
        ("assume: {region: Atlantis}", "Atlantis: there is no region 'Atlantis'"),
        ("assume: {send_days: [someday]}", "someday: 'someday' is no weekday"),
        ("vocabulary: {companies: [a]}", "companies: there is no key 'companies'; did you mean"),
        ("vocabulary: {prefer: [a]}", "[a]: `prefer` is keys with values"),
        ("vocabulary: {prefer: {a: {b: c}}}", "{b: c}: wants a word"),
        ("vocabulary: {prefer: {a: [b, c]}}", "c: `a` is one value"),
        (
            "positioning: [a: b]",
            "a: b: wants a word or a list of words here; a text that holds a colon",
        ),
        ("platform_adds: [footer]", "footer: there is no addition 'footer'"),
        ("room: [a]", "a: a period is keys with values: name, from, to, who, advice"),
        ("room: [{name: a, form: 12-15}]", "form: there is no key 'form'; did you mean 'from'?"),
        ("room: [{name: a, from: soon}]", 'soon: "soon" is not a day that can be read'),
        ("room: [{from: 12-15}]", "{from: 12-15}: a period needs a `name`"),
        ("room: [{name: a, from: 12-15, who: Finance}]", "Finance: `who` is keys with values"),
        ("room: [{name: a, from: 12-15, who: {segment: m}}]", '{segment: m}: "m" is not a segment'),
        ('include: ["!"]', "\"!\": '!' is no pattern as in .gitignore"),
        ("ignore: [tone/a]", "tone/a: what to ignore is keys with values"),
        ("ignore: [{rules: a}]", "rules: there is no key 'rules'; did you mean 'rule'?"),
        ("ignore: [{reason: a}]", "{reason: a}: say which `rule` to ignore"),
        ("ignore: [{rule: [a, b]}]", "b: `rule` is one value"),
        ("ignore: [{rule: a, touch: second}]", "second: `touch` is the number of a touch"),
        ("ignore: [{rule: a, touch: ²}]", "²: `touch` is the number of a touch"),
        ("ignore: [{rule: a, until: soon}]", "soon: 'soon' is no date; write it as 2026-12-01"),
        ("suppressions: {reasons: yes}", "reasons: there is no key 'reasons'"),
        ("suppressions: {require_reason: perhaps}", "perhaps: 'perhaps' is neither yes nor no"),
    ],
)
def test_a_slip_is_refused_with_its_place_and_what_was_meant(text: str, said: str) -> None:
    assert said in refused(text)


# Extending


def test_a_configuration_adds_to_the_one_that_it_extends(tmp_path: Path) -> None:
    base = dedent("""\
        extends: strict
        rule_folders: [rules]
        rules: {tone/word: error}
        assume: {segment: smb, region: US}
        vocabulary: {company: Example, prefer: {clients: customers}}
        exclude: [drafts/]
        include: [one]
        platform_adds: unsubscribe
        ignore: [{rule: tone/a}]
        suppressions: {require_reason: yes, never: tone/a}
        """)
    ours = dedent("""\
        extends: shared/base.yaml
        rule_folders: [shared/rules]
        rules: {tone/word: off}
        assume: {segment: exec}
        vocabulary: {company: Cloud, prefer: {leads: people}}
        exclude: [old/]
        platform_adds: signature
        ignore: [{rule: tone/b}]
        suppressions: {require_reason: no, never: tone/b}
        """)
    write(tmp_path, {"shared/base.yaml": base, "shared/rules/x": "", "cadence-lint.yaml": ours})
    config = read_config("cadence-lint.yaml")
    assert (config.path, config.folder) == ("cadence-lint.yaml", str(tmp_path))
    assert config.preset == "strict"
    assert config.rule_folders == (str(tmp_path / "shared/rules"),)
    assert [(each.severity, each.is_off) for each in config.rules] == [
        ("error", False),
        (None, True),
    ]
    assert config.assume == {"segment": ("exec",), "region": ("US",)}
    assert config.vocabulary.company == ("Example", "Cloud")
    assert config.vocabulary.prefer == {"clients": "customers", "leads": "people"}
    assert config.include == Files(str(tmp_path / "shared"), ("one",))
    assert [files.folder for files in config.exclude] == [str(tmp_path / "shared"), str(tmp_path)]
    assert config.platform_adds == {"unsubscribe", "signature"}
    assert [each.rule.value for each in config.ignore] == ["tone/a", "tone/b"]
    assert [name.value for name in config.never_suppress] == ["tone/a", "tone/b"]
    assert not config.require_reason


@pytest.mark.parametrize(
    "files",
    [
        {"a.yaml": "extends: a.yaml"},
        {"a.yaml": "extends: b/c.yaml", "b/c.yaml": "extends: ../a.yaml"},
    ],
)
def test_a_circle_is_refused(tmp_path: Path, files: dict[str, str]) -> None:
    write(tmp_path, files)
    with pytest.raises(SetupError, match="extend each other in a circle"):
        read_config("a.yaml")


def test_a_pyproject_can_be_extended(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "pyproject.toml": "[tool.cadence-lint]\nextends = 'all'\n",
            "a.yaml": "extends: pyproject.toml",
        },
    )
    assert read_config("a.yaml").preset == "all"


# Files


def test_a_mistake_names_the_file_as_people_know_it(tmp_path: Path) -> None:
    write(tmp_path, {"a/cadence-lint.yaml": "x: 1\n", "b/c.yaml": ""})
    with pytest.raises(SetupError, match=r"^a/cadence-lint\.yaml:1:1: there is no key 'x'"):
        read_config(str(tmp_path / "a/cadence-lint.yaml"))


def test_a_mistake_elsewhere_names_the_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"a/cadence-lint.yaml": "x: 1\n", "b/c.yaml": ""})
    monkeypatch.chdir(tmp_path / "b")
    path = str(tmp_path / "a/cadence-lint.yaml")
    with pytest.raises(SetupError, match=f"^{path}:1:1"):
        read_config(path)


@pytest.mark.parametrize("name", ["gone.yaml", "gone.toml", "folder"])
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(SetupError, match=f"^{name}:1:1: this cannot be read: "):
        read_config(name)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("positioning: Grüße".encode("latin-1"))
    with pytest.raises(SetupError, match=r"^a\.yaml:1:1: this is not UTF-8"):
        read_config("a.yaml")


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("\ufeffextends: all\r\n".encode())
    assert read_config("a.yaml").preset == "all"


def test_toml_says_the_same_as_yaml(tmp_path: Path) -> None:
    text = dedent("""\
        [project]
        name = "x"
        [tool.cadence-lint]
        extends = "strict"
        include = ["*.yaml"]
        ignore = [{rule = "tone/a", touch = 3, until = 2027-01-31}]
        [tool.cadence-lint.rules]
        "tone/word" = {max = 5, severity = "error"}
        "tone/other" = "off"
        [tool.cadence-lint.suppressions]
        require_reason = true
        """)
    write(tmp_path, {"pyproject.toml": text})
    config = read_config("pyproject.toml")
    assert (config.preset, config.require_reason) == ("strict", True)
    assert config.include == Files(str(tmp_path), ("*.yaml",))
    assert (config.ignore[0].touch, config.ignore[0].until) == (3, date(2027, 1, 31))
    word, other = config.rules
    assert (word.severity, other.is_off) == ("error", True)
    assert word.options is not None
    assert [
        entry.value.text.value
        for entry in word.options.entries.values()
        if hasattr(entry.value, "text")
    ] == ["5"]


def test_a_slip_in_toml_is_refused_at_the_head_of_the_table(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "pyproject.toml": '\n[tool.cadence-lint]\nrulez = "x"\nsuppressions = {require_reason = false}\n'
        },
    )
    with pytest.raises(SetupError, match=r"pyproject\.toml:2:2: there is no key 'rulez'; did you"):
        read_config("pyproject.toml")


def test_toml_without_our_table_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "[tool.ruff]\n"})
    with pytest.raises(SetupError, match=r"there is no table \[tool\.cadence-lint\] here"):
        read_config("pyproject.toml")


def test_the_keys_can_be_read_as_they_are_written(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "extends: all\n"})
    source, root = read_root("a.yaml")
    assert source.path == "a.yaml"
    assert list(root.entries) == ["extends"]


@pytest.mark.parametrize(
    ("patterns", "path", "holds"),
    [
        (["nurture/**"], "nurture/a/b.yaml", True),
        (["nurture/**"], "other/nurture/b.yaml", False),
        (["./nurture/**"], "nurture/b.yaml", True),
        (["nurture"], "a/nurture/b.yaml", True),
        (["*.txt"], "a/b.txt", True),
        (["*.txt", "!b.txt"], "a/b.txt", False),
        (["*.txt"], "../b.txt", True),
        (["../other/**"], "../other/b.txt", True),
        (["other/**"], "../other/b.txt", False),
    ],
)
def test_patterns_are_relative_to_the_configuration(
    tmp_path: Path, patterns: list[str], path: str, holds: bool
) -> None:
    (tmp_path / "work").mkdir()
    files = Files(str(tmp_path / "work"), tuple(patterns))
    assert files.hold(str(tmp_path / "work" / path)) is holds


def test_nothing_on_another_drive_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*paths: str) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr("os.path.relpath", refuse)
    assert not Files("/a", ("*",)).hold("/a/b")
    with pytest.raises(SetupError, match=r"^/a/gone:"):
        read_config("/a/gone")


def test_a_file_is_linted_if_it_is_included_and_not_excluded(tmp_path: Path) -> None:
    config = parse("include: [sequences/]\nexclude: [old/, '*.tmp.yaml']\n")
    assert config.includes("sequences/a.yaml")
    assert not config.includes("a.yaml")
    assert not config.includes("sequences/old/a.yaml")
    assert not config.includes("sequences/a.tmp.yaml")
    assert Config().includes("anything")
