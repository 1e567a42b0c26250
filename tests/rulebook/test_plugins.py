from __future__ import annotations

import sys
from importlib.metadata import EntryPoint
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from cadence_lint import checks
from cadence_lint.config import Config
from cadence_lint.rulebook import plugins
from cadence_lint.rulebook.plugins import load_plugins
from cadence_lint.source import SetupError
from tests.cli.program import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHECK = '''\
"""A touch on a Friday the thirteenth."""

from cadence_lint.checks import Objection
from cadence_lint.record import Record

SCOPE = "touch"


class Options(Record):
    day: int = 13


class Values(Record):
    day: int


def check(case, touch, options):
    if touch.day == options.day:
        yield Objection(Values(options.day), touch=touch)
'''
RULE = """\
summary: Day thirteen
preset: recommended
severity: error
confidence: high
check: superstition
message: on day {day}
advice: Move it.
why: Some readers mind.
examples: {}
"""


@pytest.fixture(autouse=True)
def _no_checks_left_behind() -> Iterator[None]:
    yield
    checks._EXTRA.clear()
    checks.find_check.cache_clear()


def _install(monkeypatch: pytest.MonkeyPatch, **named: Any) -> None:
    """Pretend that plugins are installed."""
    module = ModuleType("a_plugin")
    vars(module).update(named)
    monkeypatch.setitem(sys.modules, "a_plugin", module)
    points = {name: EntryPoint(name, f"a_plugin:{name}", plugins.GROUP) for name in named}
    monkeypatch.setattr(plugins, "installed", lambda: points)


def _config(*names: str) -> Config:
    return Config(path="cadence-lint.yaml", plugins=names)


def _check() -> ModuleType:
    module = ModuleType("superstition")
    exec(CHECK, vars(module))
    return module


def test_a_plugin_brings_rules_and_checks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    module = _check()
    _install(monkeypatch, full=SimpleNamespace(RULES=tmp_path, CHECKS={"superstition": module}))
    assert checks.find_check("superstition") is None

    assert load_plugins(_config("full")) == (str(tmp_path),)
    assert checks.find_check("superstition") is module
    assert load_plugins(_config("full")) == (str(tmp_path),)


def test_a_plugin_may_bring_either(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _install(
        monkeypatch,
        rules=SimpleNamespace(RULES=str(tmp_path)),
        check=SimpleNamespace(CHECKS={"superstition": _check()}),
    )

    assert load_plugins(_config("rules", "check")) == (str(tmp_path),)


@pytest.mark.parametrize(
    ("plugin", "problem"),
    [
        (SimpleNamespace(RULES="/no/such/folder"), "there is no folder /no/such/folder"),
        (SimpleNamespace(CHECKS={"x": ModuleType("x")}), "has no SCOPE, Options, Values, check"),
        (SimpleNamespace(CHECKS={"touch-count": _check()}), "there is a check 'touch-count'"),
        (SimpleNamespace(CHECKS=3), "TypeError"),
    ],
)
def test_a_plugin_that_cannot_be_used(
    monkeypatch: pytest.MonkeyPatch, plugin: object, problem: str
) -> None:
    _install(monkeypatch, bad=plugin)

    with pytest.raises(SetupError) as raised:
        load_plugins(_config("bad"))

    assert "the plugin 'bad' cannot be used" in str(raised.value)
    assert problem in str(raised.value)
    assert str(raised.value).startswith("cadence-lint.yaml:1:1: ")


def test_an_unknown_plugin_says_what_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    _install(monkeypatch, larkfield=SimpleNamespace())

    with pytest.raises(SetupError, match="did you mean 'larkfield'"):
        load_plugins(_config("larkfild"))
    with pytest.raises(SetupError, match="there is: larkfield"):
        load_plugins(_config("xxx"))


def install(name: str, site: Path) -> None:
    """Note in a folder of modules that the one of this name is a plugin."""
    info = site / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[{plugins.GROUP}]\n{name} = {name}\n")


def test_a_plugin_in_the_folder_that_is_linted_is_not_installed(tmp_path: Path) -> None:
    (tmp_path / "evil.py").write_text("raise SystemExit('imported!')\n")
    install("evil", tmp_path)
    (tmp_path / "cadence-lint.yaml").write_text("plugins: [evil]\n")
    (tmp_path / "a.yaml").write_text("touches: [{day: 1, channel: email}]\n")
    outcome = run("check", "a.yaml", "--format", "concise", cwd=tmp_path)

    assert outcome.status == 2
    assert "there is no installed plugin 'evil'" in outcome.out + outcome.err
    assert "imported!" not in outcome.out + outcome.err


def test_an_installed_plugin_in_a_run(tmp_path: Path) -> None:
    site, work = tmp_path / "site", tmp_path / "work"
    rules = site / "friday" / "rules" / "friday"
    rules.mkdir(parents=True)
    work.mkdir()
    (site / "friday" / "superstition.py").write_text(CHECK)
    (site / "friday" / "__init__.py").write_text(
        "from pathlib import Path\nfrom friday import superstition\n"
        "RULES = Path(__file__).parent / 'rules'\nCHECKS = {'superstition': superstition}\n"
    )
    (rules / "day-thirteen.yaml").write_text(RULE)
    install("friday", site)
    (work / "cadence-lint.yaml").write_text("plugins: [friday]\n")
    (work / "a.yaml").write_text("touches:\n  - {day: 13, channel: email}\n")
    words = ("check", "a.yaml", "--format", "concise", "--select", "friday")
    outcome = run(*words, cwd=work, environment={"PYTHONPATH": str(site)})

    assert outcome.out.startswith("a.yaml:2:6: error friday/day-thirteen on day 13\n")
    assert outcome.status == 1
