"""A real browser: Debian's Chromium, moved by Playwright, with axe-core to look for what keeps people out."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"


@contextmanager
def running_browser() -> Iterator[Browser]:
    """Where it is missing the test fails on CI, and is skipped on a person's own machine."""
    path = shutil.which("chromium")
    if path is None:
        missing = "chromium is not on this machine: `make test` installs it"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    with sync_playwright() as playwright:
        # Its own sandbox needs an ordinary user; what is looked at here is ours.
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--lang=es-PE"])
        try:
            yield browser
        finally:
            browser.close()


def violations(page: Page, more: Sequence[str] = ()) -> list[str]:
    """What axe finds wrong in a page, by WCAG 2.2 A and AA, its own best practice, and `more` of its rules."""
    if not AXE.exists():
        pytest.fail("tests/tools/node_modules is not filled: run npm ci in tests/tools (make test does it)")
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run({rules})", {rule: {"enabled": True} for rule in more})
    return [f"{each['id']}: {node['html'][:120]}" for each in found["violations"] for node in each["nodes"]]
