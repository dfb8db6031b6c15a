"""The pages in a real browser, wide and on a phone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Response

from tests.tools.browser import running_browser, violations

ROOT = Path(__file__).parents[4]
SIZES = {"desk": (1366, 768), "phone": (390, 844), "small phone": (320, 640)}
PATHS = (
    "/",
    "/centro/cusco",
    "/centro/piura",
    "/centro/cusco/servicio/PJ01?dia=2026-11-23",
    "/boletin/2026",
    "/nada",
)
FIRST_VIEW = 100_000  # bytes


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    command = [sys.executable, "-m", "tests.tools.serve_country"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as office:
        assert office.stdin
        assert office.stdout
        try:
            yield office.stdout.readline().strip()
        finally:
            office.stdin.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with running_browser() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, url: str) -> Iterator[Page]:
    """As most people have it, and without JavaScript of the page: there is none."""
    page = browser.new_page(base_url=url, viewport={"width": 1366, "height": 768}, locale="es-PE")
    faults: list[str] = []
    page.on(
        "console", lambda said: faults.append(said.text) if said.type == "error" and "404" not in said.text else None
    )
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    page.close()
    assert faults == []


def test_nothing_on_any_page_keeps_anybody_out(page: Page) -> None:
    for path in PATHS:
        page.goto(path)
        assert violations(page) == [], path


def test_nothing_keeps_anybody_out_on_a_phone(page: Page) -> None:
    width, height = SIZES["phone"]
    page.set_viewport_size({"width": width, "height": height})
    for path in PATHS[:2]:
        page.goto(path)
        assert violations(page) == [], path


def test_nothing_is_wider_than_its_screen(page: Page) -> None:
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        for path in PATHS:
            page.goto(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_nothing_is_cut_off_on_paper(page: Page) -> None:
    """A4 upright, without its margins."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1032})
    for path in PATHS:
        page.goto(path)
        assert (
            page.evaluate("Math.max(...[...document.querySelectorAll('html, table')].map(e => e.scrollWidth))") <= 703
        )
        assert not page.locator("nav:visible, form:visible, .get:visible").count(), path


def test_a_page_with_a_known_fault_is_found(page: Page) -> None:
    """The control of the test above: grey on white, a picture without words, a link without a name."""
    page.goto("/")
    page.evaluate(
        "document.querySelector('h1').style.color = '#ccc';"
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\"><a href=\"/x\"></a>')"
    )
    found = {each.split(":")[0] for each in violations(page)}
    assert {"color-contrast", "image-alt", "link-name"} <= found


def test_the_first_view_is_counted(browser: Browser, url: str) -> None:
    """Every byte of every answer, with its headers, by a browser that has never been here."""
    context = browser.new_context()
    page, counted = context.new_page(), []
    page.on("requestfinished", lambda request: counted.append(_size(request)))
    page.goto(url, wait_until="networkidle")
    context.close()
    assert 3 <= len(counted) <= 5
    assert sum(counted) < FIRST_VIEW


def _size(request: Request) -> int:
    sizes = request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


def test_the_whole_way_from_the_country_to_an_hour_by_keyboard(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Ir al contenido"
    reach(page, "2: MAC Cusco, en línea")  # its mark on the map
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("h1").inner_text() == "MAC Cusco"
    reach(page, "Certificado de antecedentes penales")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("h1").inner_text() == "Certificado de antecedentes penales"
    assert page.locator("tbody tr").count() >= 1


def reach(page: Page, name: str) -> None:
    """Press Tab until the thing of that name is under the keys."""
    for _ in range(80):
        page.keyboard.press("Tab")
        told = page.evaluate("(e => e.getAttribute('aria-label') || e.textContent.trim())(document.activeElement)")
        if told == name:
            return
    pytest.fail(f"{name} is not reached by the keyboard")


def test_a_date_is_chosen_and_its_figures_are_downloaded(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Ver el día").fill("2026-11-23")
    page.get_by_role("button", name="Ver").click()
    assert "Lunes 23 de noviembre de 2026" in page.locator("header").inner_text()
    with page.expect_download() as download:
        page.get_by_role("link", name="Descargar (CSV): Los centros").click()
    assert download.value.suggested_filename == "centros.csv"


def test_it_works_the_same_with_javascript_turned_off(browser: Browser, url: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=url)
    page = context.new_page()
    for path in PATHS[:-1]:
        answer: Response | None = page.goto(path)
        assert answer
        assert answer.status == 200
        assert page.locator("table").count() >= 1
    context.close()


def test_state_is_told_by_shape_and_word_too(page: Page) -> None:
    page.goto("/")
    shapes = {
        page.locator(f".peru a.{state} .mark").first.evaluate("e => e.tagName + (e.getAttribute('d') || '')")
        for state in ("live", "silent")
    }
    assert len(shapes) == 2
    assert page.locator("tbody .state").all_inner_texts() == ["En línea", "En línea", "Sin señal"]
