"""A real browser for pictures of pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from installers.demo.programs import DemoError

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@contextmanager
def chromium(what: str, *arguments: str) -> Iterator[Browser]:
    """Until the block ends. `what`: whose pictures they are, for the sentence of what is missing. Raises DemoError."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise DemoError(f"the pictures of {what} need Playwright: `make pictures` brings it") from None
    path = shutil.which("chromium")
    if path is None:
        raise DemoError(f"the pictures of {what} need chromium: `make pictures` brings it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", *arguments])
        yield browser
        browser.close()
