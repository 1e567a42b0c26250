"""What was read of a file, for tests that look at what it says and not at where."""

from __future__ import annotations

from typing import Any

from cadence_lint.source.tree import Items, Node, Scalar


def plain(node: Node) -> Any:
    """The values of a tree, without their places."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {name: plain(entry.value) for name, entry in node.entries.items()}
