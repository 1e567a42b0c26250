"""How long many sequence files take: every rule on, one process, no cache.

The figures that count are ratios to the floor, which is to compose the same files with PyYAML's C
loader in the same run: the goal is 8 at most. Run it with nothing else going on.

    python benchmarks/throughput.py [FILES]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.made_up import write_files

FILES = 2000
ROUNDS = 3
GOAL = 8.0
_COMPOSE = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob('*.yaml')):
    yaml.compose(path.read_text(encoding='utf-8'), Loader=yaml.CSafeLoader)
"""


def main(count: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        write_files(Path(folder), count)
        size = sum(path.stat().st_size for path in Path(folder).rglob("*.yaml"))
        print(f"{count} files, {size / count:.0f} bytes each; the best of {ROUNDS} rounds")
        commands = {
            "compose with PyYAML's C loader": [sys.executable, "-c", _COMPOSE, folder],
            "cadence-lint check, json": _check(folder, "json"),
            "cadence-lint check, pretty": _check(folder, "pretty"),
        }
        taken = {name: min(_time(each) for _ in range(ROUNDS)) for name, each in commands.items()}
    floor = next(iter(taken.values()))
    for name, seconds in taken.items():
        print(f"{name:34} {seconds:7.2f} s  {seconds / floor:5.1f} x")
    slowest = max(taken.values()) / floor
    print(f"goal: at most {GOAL:g} x; {'met' if slowest <= GOAL else 'missed'}")
    return 0 if slowest <= GOAL else 1


def _check(folder: str, form: str) -> list[str]:
    program = [sys.executable, "-m", "cadence_lint", "check"]
    return [*program, folder, "--preset", "all", "--format", form]


def _time(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(
        command, stdout=subprocess.DEVNULL, env={**os.environ, "NO_COLOR": "1"}, check=False
    )
    return time.perf_counter() - start


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else FILES))
