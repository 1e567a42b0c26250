"""A real browser for tests of pages: Chromium or Chrome, as the system has it."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)


def find_browser() -> str | None:
    """Where Chromium or Chrome is."""
    on_path = (shutil.which(name) for name in _NAMES)
    elsewhere = (path for path in _ELSEWHERE if os.path.isfile(path))
    return next((path for path in (*on_path, *elsewhere) if path), None)


def launch() -> Iterator[Browser]:
    """The browser, until the tests are over; without one they are skipped, but never in CI."""
    path = find_browser()
    if path is None and os.environ.get("CI") == "true":
        pytest.fail("no Chromium or Chrome: .ci/run installs it")
    if path is None:
        pytest.skip("no Chromium or Chrome here; on Debian: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
