"""`cadence-lint schema`: what an editor needs to complete and check files as they are written."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from cadence_lint.cli.ground import settings_for
from cadence_lint.cli.targets import named, refuse_overwriting
from cadence_lint.schema import schema_of

if TYPE_CHECKING:
    from cadence_lint.schema import Kind


def schema(kind: Kind, *, output: str | None, config: str | None, use_config: bool) -> int:
    """Print the schema of a kind of files, or write it to a file."""
    book = settings_for(config=config, use_config=use_config).book
    text = json.dumps(schema_of(kind, book), indent=2, ensure_ascii=False) + "\n"
    if output is None:
        sys.stdout.write(text)
        return 0
    refuse_overwriting("--output", [output])
    with named(output), open(output, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return 0
