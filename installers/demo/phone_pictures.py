"""Pictures of the phone page in a real browser, in every state and language, on a small and on a usual phone.

`python -m installers.demo.phone_pictures FOLDER [LANGUAGE ...]`: `FOLDER/STATE/LANGUAGE-SIZE.png` is the whole page,
however long it is, and `FOLDER/STATE.webp` a contact sheet of each state.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from installers.demo import contact_sheet
from installers.demo.browser import chromium
from installers.demo.phone_gallery import STATES, Showcase, shown
from shared.domain.centre_file import load_centre
from shared.domain.languages import LANGUAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CENTRE = Path(__file__).parents[1] / "centres" / "region-sur.toml"
SIZES = {"360x640": (360, 640), "390x844": (390, 844)}
WIDTH = 300
"""Of a picture on a contact sheet, in pixels."""


def take(folder: Path, languages: Sequence[str] = LANGUAGES, states: Sequence[str] = tuple(STATES)) -> int:
    """How many there are, without the sheets. The folder is made. Raises DemoError."""
    case = Showcase(load_centre(CENTRE))
    taken: dict[str, dict[str, dict[str, Path]]] = {state: {size: {} for size in SIZES} for state in states}
    with chromium("the phone page") as browser, shown(case) as url:
        for size in SIZES:
            for language in languages:
                for state, picture in _photographed(browser, case, url, folder, language, size, states):
                    taken[state][size][language] = picture
    for state, sizes in taken.items():
        contact_sheet.write(folder / f"{state}.webp", f"phone: {state}", sizes, WIDTH)
    return len(states) * len(SIZES) * len(languages)


def _photographed(
    browser: Browser, case: Showcase, url: str, folder: Path, language: str, size: str, states: Sequence[str]
) -> Iterator[tuple[str, Path]]:
    """As somebody sees it who asked for less motion: a flash is a moment that no picture can be sure to meet."""
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    for state in states:
        page.goto(f"{url}{case.show(state)}?lang={language}")
        file = folder / state / f"{language}-{size}.png"
        page.screenshot(path=file, full_page=True)
        yield state, file
    page.close()


def main() -> None:
    folder, *languages = sys.argv[1:]
    taken = take(Path(folder), tuple(languages) or LANGUAGES)
    print(f"{taken} pictures and {len(STATES)} contact sheets in {folder}")


if __name__ == "__main__":
    main()
