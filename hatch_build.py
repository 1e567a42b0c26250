"""The step of the build that puts the rule book into the wheel: its files, and it compiled."""

import json
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RuleBook(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        # An editable install reads rules/ in the checkout; a copy would go stale beside it.
        if version == "editable":
            return
        build_data["force_include"]["rules"] = "cadence_lint/rules"
        build_data["force_include"][str(self._compile())] = "cadence_lint/rulebook.json"

    def _compile(self) -> Path:
        """Read the hundred files once here, so that no start of the program has to."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from cadence_lint.rulebook import compile_book

        compiled = root / "build" / "rulebook.json"
        compiled.parent.mkdir(exist_ok=True)
        compiled.write_text(json.dumps(compile_book([root / "rules"])), encoding="utf-8")
        return compiled
