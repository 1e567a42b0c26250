"""Make the reference in docs/ from the code and the rule files: `make docs`.

Keys, options, checks and rules are read from where the program itself reads them, so that nothing
is described twice; the prose around them is in docs/generator/templates/. The outputs in the README
and its picture are those of a run, and the modules in CONTRIBUTING those that there are. With
`--check` nothing is written, and the exit status is 1 when a file is not what it would be.
"""

from __future__ import annotations

import ast
import re
import sys
from typing import TYPE_CHECKING

from docs.generator import picture, reference, rule_pages
from docs.generator.markdown import fenced
from docs.generator.printed import ROOT, printed

if TYPE_CHECKING:
    from pathlib import Path

MADE = "<!-- Made by `make docs`. Change the code, the rule file or the template instead. -->\n\n"
_OUTPUT = re.compile(
    r"(<!-- output of: cadence-lint (.+?)(?:; first (\d+) and last (\d+) parts)? -->\n)"
    r".*?(<!-- end of output -->)",
    re.DOTALL,
)
_MODULES = re.compile(r"(<!-- modules -->\n)(.*?)(<!-- end of modules -->)", re.DOTALL)
WAY = (
    "cli/", "api.py", "linting/", "discovery/", "source/", "formats/", "sequence.py",
    "assumptions.py", "schedule.py", "room/", "reading/", "reading/template/", "reading/text/",
    "reading/phrases/", "reading/whom/", "reading/facts/", "rulebook/", "checks/", "config/",
    "finding.py", "acceptance/", "score.py", "crowding.py", "timeline/", "output/",
)  # fmt: skip
"""The modules in the order in which the data passes them; others come after these."""


def with_outputs(text: str) -> str:
    """A text whose outputs are those of a run, or the beginning and the end of them."""
    return _OUTPUT.sub(_with_output, text)


def _with_output(found: re.Match[str]) -> str:
    start, words, first, last, end = found.groups()
    parts = printed(words).strip().split("\n\n")
    if first and len(parts) > int(first) + int(last):
        parts = [*parts[: int(first)], "…", *parts[-int(last) :]]
    shown = "\n\n".join((f"$ cadence-lint {words}", *parts))
    return f"{start}{fenced(shown, 'text')}{end}"


def with_modules(text: str) -> str:
    """A text whose list of modules is that of the code, in the way of the data."""
    return _MODULES.sub(lambda found: f"{found[1]}{_modules()}{found[3]}", text)


def _modules() -> str:
    folder = ROOT / "src" / "cadence_lint"
    found = [*folder.glob("*.py"), *folder.glob("*/**/__init__.py")]
    said = {_module_name(path.relative_to(folder)): _first_line(path) for path in found}
    last = len(WAY)
    names = sorted(said, key=lambda name: (WAY.index(name) if name in WAY else last, name))
    return "".join(f"- `{name}`: {said[name]}\n" for name in names if said[name])


def _module_name(path: Path) -> str:
    is_folder = path.stem == "__init__" and len(path.parts) > 1
    return f"{path.parent.as_posix()}/" if is_folder else path.name


def _first_line(path: Path) -> str:
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(said.split("\n\n")[0].split())


def everything() -> dict[Path, str]:
    """All files that are made, and what they hold."""
    made = {
        "sequence-files.md": reference.sequence_files(),
        "configuration.md": reference.configuration(),
        "checks.md": reference.checks_page(),
        "rule-files.md": reference.rule_files_page(),
        "rules.md": rule_pages.rules_index(),
        "principles.md": rule_pages.principles(),
        "command-line.md": reference.command_line(),
    }
    made |= {f"rules/{page.rule.id}.md": rule_pages.rule_page(page) for page in rule_pages.pages()}
    files = {ROOT / "docs" / name: MADE + text for name, text in made.items()}
    files[ROOT / "docs" / "screen.svg"] = picture.picture()
    for name in ("README.md", "CONTRIBUTING.md"):
        text = _read(ROOT / name)
        if text is not None:
            files[ROOT / name] = with_modules(with_outputs(text))
    return files


def stale(files: dict[Path, str]) -> list[Path]:
    """The files that are not what they would be, and those of rules that are gone."""
    return [
        *(path for path, text in files.items() if _read(path) != text),
        *(path for path in (ROOT / "docs" / "rules").rglob("*.md") if path not in files),
    ]


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def main(words: list[str]) -> int:
    """Write the files, or say which are not what they would be."""
    files = everything()
    changed = stale(files)
    for path in changed:
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    if "--check" in words:
        if changed:
            sys.stdout.write("not what the code and the rules say: run `make docs`\n")
        return 1 if changed else 0
    for path in changed:
        if path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[path], encoding="utf-8", newline="\n")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
