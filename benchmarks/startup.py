"""How long one small sequence takes, from typing the command to the answer.

The figures that count are ratios to `python -c pass` of the same interpreter in the same run: the
goal is 10 at most. Run it with nothing else going on: `make bench`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 25
GOAL = 10.0
EXAMPLE = Path(__file__).parents[1] / "examples" / "read-the-room.yaml"


def main() -> int:
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "import yaml": [sys.executable, "-c", "import yaml"],
        "cadence-lint --version": [_program(), "--version"],
        "cadence-lint check, json": [_program(), "check", str(EXAMPLE), "--format", "json"],
        "cadence-lint check, pretty": [_program(), "check", str(EXAMPLE)],
    }
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            seconds[name].append(_time(command))
    floor = statistics.median(seconds["python -c pass"])
    for name, taken in seconds.items():
        median = statistics.median(taken)
        print(f"{name:28} {median * 1000:7.1f} ms  {median / floor:5.1f} x")
    slowest = statistics.median(seconds["cadence-lint check, pretty"]) / floor
    print(f"goal: at most {GOAL:g} x; {'met' if slowest <= GOAL else 'missed'}")
    return 0 if slowest <= GOAL else 1


def _program() -> str:
    return str(Path(sys.executable).with_name("cadence-lint"))


def _time(command: list[str]) -> float:
    environment = {**os.environ, "NO_COLOR": "1"}
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, check=False)
    return time.perf_counter() - start


if __name__ == "__main__":
    raise SystemExit(main())
