"""What every result rests on: the program itself, and what it runs with."""

from __future__ import annotations

import contextlib
import os
import sys
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from cadence_lint.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_ZONES = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")
"""Where systems keep the data of time zones."""
_INSTALLED = (".dist-info", ".egg-info")


@cache
def program() -> bytes:
    """A short name for the sources of the program, its interpreter and what is installed."""
    digest = blake2b(digest_size=16)
    for said in (VERSION, sys.version, sys.platform, *_installed(), *_zones()):
        digest.update(said.encode("utf-8", "backslashreplace") + b"\0")
    for path in _sources():
        with open(path, "rb") as file:
            digest.update(blake2b(file.read()).digest())
    return digest.digest()


def _sources() -> Iterator[str]:
    for root, folders, files in os.walk(_PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (os.path.join(root, name) for name in sorted(files) if name.endswith(".py"))


def _installed() -> Iterator[str]:
    """The packages that can be imported, with their versions in their names."""
    for folder in sys.path:
        with contextlib.suppress(OSError):
            yield from sorted(name for name in os.listdir(folder) if name.endswith(_INSTALLED))


def _zones() -> Iterator[str]:
    """The versions of the data of time zones."""
    said = os.environ.get("PYTHONTZPATH", "")
    yield said
    for folder in (*said.split(os.pathsep), *_ZONES):
        with (
            contextlib.suppress(OSError),
            open(os.path.join(folder, "tzdata.zi"), encoding="ascii", errors="replace") as file,
        ):
            yield file.readline()
