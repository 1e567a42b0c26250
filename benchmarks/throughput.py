"""How long many sequence files take, and how much memory: every rule on, whole processes.

The figures that count are ratios to the floor, which is to compose the same files with PyYAML's C
loader in the same run. The goals, with 2,000 files: two processes without a cache take 4 times the
floor at most, and nothing changed half of it. Run it with nothing else going on.

    python -m benchmarks.throughput [FILES] [--rounds N] [--peers] [--scale [MOST]]

`--peers` installs yamllint, proselint and Spectral into a temporary folder and reads the same files
with them; that needs npm, the registries and some minutes. `--scale` goes from 100 files to 20,000,
which takes half an hour, or to as many as it says: `--scale 3000` shows in minutes what grows.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.made_up import write_files

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = 2000
SCALE = (100, 1000, 5000, 20_000)
TOGETHER = "two processes, no cache"
UNCHANGED = "nothing changed"
GOALS = {TOGETHER: 4.0, UNCHANGED: 0.5}
_COMPOSE = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob('*.yaml')):
    yaml.compose(path.read_text(encoding='utf-8'), Loader=yaml.CSafeLoader)
"""
_RULESET = """
rules:
  touches-have-a-channel:
    given: $.touches[*]
    severity: warn
    then: {field: channel, function: truthy}
"""
Command = list[str]


class Taken(NamedTuple):
    """What one process and those that it started took."""

    seconds: float
    cpu: float
    megabytes: float
    """Of the largest of them, at its largest."""


def main() -> int:
    reader = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    reader.add_argument("files", type=int, nargs="?", default=FILES)
    reader.add_argument("--rounds", type=int, default=3)
    reader.add_argument("--peers", action="store_true", help="other linters, too")
    most = SCALE[-1]
    reader.add_argument(
        "--scale", type=int, nargs="?", const=most, metavar="MOST", help=f"100 files to {most}"
    )
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        os.environ |= {"XDG_CACHE_HOME": str(top / "cache"), "NO_COLOR": "1"}
        if asked.scale:
            return _scale(top, asked.scale)
        write_files(top / "files", asked.files)
        commands = dict(_commands(top / "files"))
        if asked.peers:
            commands |= _peers(top)
        return _compare(commands, asked.files, asked.rounds)


def _commands(folder: Path) -> Iterator[tuple[str, Command]]:
    yield "the floor", _floor(folder)
    yield "one process, no cache", _check(folder, "--no-cache", "--jobs=1")
    yield TOGETHER, _check(folder, "--no-cache", "--jobs=2")
    yield UNCHANGED, _check(folder)
    yield f"{UNCHANGED}, pretty", _check(folder, "--format=pretty")


def _floor(folder: Path) -> Command:
    return [sys.executable, "-c", _COMPOSE, str(folder)]


def _check(folder: Path, *words: str) -> Command:
    program = [sys.executable, "-m", "cadence_lint", "check", str(folder)]
    return [*program, "--preset=all", "--format=json", *words]


def _compare(commands: dict[str, Command], count: int, rounds: int) -> int:
    """Run all of them by turns, and print the best of each."""
    for name, command in commands.items():
        if name.startswith(UNCHANGED):
            _run(command)  # which fills the cache
    turns = [{name: _run(each) for name, each in commands.items()} for _ in range(rounds)]
    best = {name: min(turn[name] for turn in turns) for name in commands}
    floor = best["the floor"].seconds
    print(f"{count} files; the best of {rounds} rounds; the floor is PyYAML's C compose")
    print(f"{'':26} {'seconds':>9} {'x floor':>9} {'CPU':>9} {'memory':>9}")
    for name, taken in best.items():
        print(
            f"{name:26} {taken.seconds:9.2f} {taken.seconds / floor:9.2f}"
            f" {taken.cpu:9.2f} {taken.megabytes:6.0f} MB"
        )
    if count < FILES:
        return 0  # starting takes most of the time
    missed = [name for name, goal in GOALS.items() if best[name].seconds / floor > goal]
    for name, goal in GOALS.items():
        print(f"goal: {name} at most {goal:g} x; {'missed' if name in missed else 'met'}")
    return int(bool(missed))


def _scale(top: Path, most: int) -> int:
    """Whether a file takes as long among many as among few, and where memory goes.

    The time is the processor's, so that whatever else goes on counts little.
    """
    print(
        f"{'files':>9} {'floor':>14} {'first run':>14} {UNCHANGED:>18} {'memory, first, then':>24}"
    )
    for count in sorted({*(each for each in SCALE if each < most), most}):
        folder = top / str(count)
        write_files(folder, count)
        taken = [_run(each) for each in (_floor(folder), *[_check(folder)] * 2)]
        floor, first, again = (each.cpu / count * 1000 for each in taken)
        print(
            f"{count:9}{floor:10.2f} ms/file{first:10.2f} ms/file{again:10.2f} ms/file"
            f"{taken[1].megabytes:15.0f} MB{taken[2].megabytes:15.0f} MB",
            flush=True,
        )
        shutil.rmtree(folder)
    return 0


def _peers(top: Path) -> dict[str, Command]:
    """Other linters over the same files; each looks for other things than we do."""
    venv.create(top / "peers", with_pip=True)
    bin_folder = top / "peers" / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(bin_folder / "python"), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, "yamllint", "proselint"], check=True)
    npm = shutil.which("npm") or "npm"
    node = ("--silent", "--no-fund", "--no-audit", "--prefix", str(top / "node"))
    subprocess.run([npm, "install", *node, "@stoplight/spectral-cli"], check=True)
    ruleset = top / "ruleset.yaml"
    ruleset.write_text(_RULESET, encoding="utf-8")
    files = top / "files"
    spectral = str(top / "node" / "node_modules" / ".bin" / "spectral")
    return {
        "yamllint": [str(bin_folder / "yamllint"), "-d", "relaxed", str(files)],
        "proselint": [
            str(bin_folder / "proselint"),
            "check",
            *map(str, sorted(files.rglob("*.yaml"))),
        ],
        "Spectral, one rule": [spectral, "lint", f"{files}/**/*.yaml", "--ruleset", str(ruleset)],
    }


def _run(command: Command) -> Taken:
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        if not hasattr(os, "wait4"):
            process.wait()
            return Taken(time.perf_counter() - start, 0.0, 0.0)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode not in (0, 1):
        raise SystemExit(f"{command[0]} … ended with {process.returncode}")
    unit = 1_000_000 if sys.platform == "darwin" else 1000
    return Taken(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


if __name__ == "__main__":
    raise SystemExit(main())
