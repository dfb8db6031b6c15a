"""Pictures of the office's pages in a real browser, wide and on a phone, of a country made for them; a sheet of all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from installers.demo import contact_sheet, country
from installers.demo.browser import chromium
from installers.demo.programs import Programs, free_port, wait_for_port
from shared.domain.centre_file import load_centre
from sync.office.counting import PERU
from sync.office.store import OfficeStore

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SIZES = {"": (1366, 768), "-phone": (390, 844)}
SHEET = "office-sheet.webp"
LONGEST = 2600  # pixels of a page that a picture shows
YESTERDAY = f"{country.NOW.date() - country.DAY}"
PAGES = {
    "office": "/",
    "office-centre": f"/centro/lima-norte?dia={YESTERDAY}",
    "office-service": f"/centro/lima-norte/servicio/BN01?dia={YESTERDAY}",
    "office-bulletin": f"/boletin/{country.NOW.year}",
}


def take(centre: Path, work: Path, folder: Path) -> None:
    """Raises DemoError."""
    url, port = f"sqlite:///{work / 'country.sqlite'}", free_port()
    with OfficeStore(url) as store:
        country.fill(store, load_centre(centre))
    logs = work / "country-logs"
    logs.mkdir()
    at = f"{country.NOW.astimezone(PERU):%Y-%m-%dT%H:%M}"
    with Programs(logs, {}) as programs:
        options = ("--database", url, "--key", work / "country.key", "--port", port, "--clock", at, "--no-count")
        wait_for_port(port, programs.start("country", "office", *options))
        _look(f"http://127.0.0.1:{port}", folder)
    sizes = {f"{wide}x{high}": suffix for suffix, (wide, high) in SIZES.items()}
    rows = {size: {name: folder / f"{name}{suffix}.png" for name in PAGES} for size, suffix in sizes.items()}
    contact_sheet.write(folder / SHEET, "The office", rows)


def _look(office: str, folder: Path) -> None:
    with chromium("the office's pages", "--lang=es-PE") as browser:
        for suffix, size in SIZES.items():
            _photograph(browser, office, folder, suffix, size)


def _photograph(browser: Browser, office: str, folder: Path, suffix: str, size: tuple[int, int]) -> None:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, locale="es-PE")
    for name, path in PAGES.items():
        page.goto(office + path, wait_until="networkidle")
        height = min(LONGEST, page.evaluate("document.documentElement.scrollHeight")) if not suffix else size[1]
        file = folder / f"{name}{suffix}.png"
        page.screenshot(path=file, full_page=True, clip={"x": 0, "y": 0, "width": size[0], "height": height})
    page.close()
