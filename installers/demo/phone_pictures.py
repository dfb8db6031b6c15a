"""Pictures of the phone page in a real browser, in every state and language, on a small and on a usual phone.

`python -m installers.demo.phone_pictures FOLDER [LANGUAGE ...]`. Each is named `STATE-LANGUAGE-SIZE.png` and shows the
whole page, however long it is. `sheet-LANGUAGE-SIZE.png` are contact sheets: all states side by side.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from installers.demo.phone_gallery import STATES, Showcase, shown
from installers.demo.programs import DemoError
from shared.domain.centre_file import load_centre
from shared.domain.languages import LANGUAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CENTRE = Path(__file__).parents[1] / "centres" / "region-sur.toml"
SIZES = {"small": (360, 640), "usual": (390, 844)}
ACROSS, GAP, CAPTION = 7, 24, 20  # pictures in a row of a sheet; pixels


def take(folder: Path, languages: Sequence[str] = LANGUAGES) -> int:
    """How many there are, with the sheets. The folder is made. Raises DemoError."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = 0
    for browser in _browser():
        case = Showcase(load_centre(CENTRE))
        with shown(case) as url:
            for language in languages:
                for size in SIZES:
                    pictures = list(_photographed(browser, case, url, folder, language, size))
                    _sheet(pictures).save(folder / f"sheet-{language}-{size}.png", optimize=True)
                    taken += len(pictures) + 1
    return taken


def _browser() -> Iterator[Browser]:
    """One, and it is closed afterwards."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise DemoError("the pictures of the phone page need Playwright: `make pictures` brings it") from None
    path = shutil.which("chromium")
    if path is None:
        raise DemoError("the pictures of the phone page need chromium: `make pictures` brings it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def _photographed(
    browser: Browser, case: Showcase, url: str, folder: Path, language: str, size: str
) -> Iterator[tuple[str, Path]]:
    """As somebody sees it who asked for less motion: a flash is a moment that no picture can be sure to meet."""
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    for state in STATES:
        page.goto(f"{url}{case.show(state)}?lang={language}")
        file = folder / f"{state}-{language}-{size}.png"
        page.screenshot(path=file, full_page=True)
        yield state, file
    page.close()


def _sheet(pictures: Sequence[tuple[str, Path]]) -> Image.Image:
    images = [(state, Image.open(file).convert("RGB")) for state, file in pictures]
    width = max(image.width for _, image in images) + GAP
    rows = [images[begin : begin + ACROSS] for begin in range(0, len(images), ACROSS)]
    heights = [max(image.height for _, image in row) + GAP + CAPTION for row in rows]
    sheet = Image.new("RGB", (width * min(ACROSS, len(images)) + GAP, sum(heights) + GAP), "#808080")
    draw, top = ImageDraw.Draw(sheet), GAP
    for row, height in zip(rows, heights, strict=True):
        for place, (state, image) in enumerate(row):
            draw.text((GAP + place * width, top), state, fill="white")
            sheet.paste(image, (GAP + place * width, top + CAPTION))
        top += height
    return sheet


def main() -> None:
    folder, *languages = sys.argv[1:]
    print(f"{take(Path(folder), tuple(languages) or LANGUAGES)} pictures in {folder}")


if __name__ == "__main__":
    main()
