"""The step of the build that puts the rule book into the wheel."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RuleBook(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        # An editable install reads rules/ in the checkout; a copy would go stale beside it.
        if version != "editable":
            build_data["force_include"]["rules"] = "cadence_lint/rules"
