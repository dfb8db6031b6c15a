"""The page in a real browser, on a phone: every state, every language, with JavaScript and without."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page, Request, expect

from installers.demo.phone_gallery import STATES, Showcase, shown
from shared.domain.languages import LANGUAGES
from tests.tools.browser import running_browser, violations

LARGEST = 30_000  # bytes of all answers with their headers, with nothing compressed
SMALL, USUAL, SMALLEST = (360, 640), (390, 844), (320, 533)
MORE_RULES = ("color-contrast-enhanced", "target-size", "identical-links-same-purpose")
EXPECTED = ("status of", "navigator.vibrate", "ERR_INTERNET_DISCONNECTED")  # in the console: what a test provokes
CONTROLS = {"color-contrast", "image-alt", "link-name"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with running_browser() as browser:
        yield browser


@pytest.fixture
def url(case: Showcase) -> Iterator[str]:
    with shown(case) as url:
        yield url


@pytest.fixture
def page(browser: Browser, url: str) -> Iterator[Page]:
    """Its clock stands still until a test moves it. No fault may be told in the browser's console."""
    page = browser.new_page(base_url=url, viewport={"width": USUAL[0], "height": USUAL[1]}, locale="es-PE")
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.clock.install()
    yield page
    page.close()
    assert [fault for fault in faults if not any(known in fault for known in EXPECTED)] == []


def size(page: Page, of: tuple[int, int]) -> None:
    page.set_viewport_size({"width": of[0], "height": of[1]})


def every_state(page: Page, case: Showcase, language: str) -> Iterator[str]:
    """One after the other in one page, as a phone that stays open sees them."""
    page.goto(f"{case.show('waiting')}?lang={language}")
    for state in STATES:
        page.evaluate(SWAP, f"{case.show(state)}/now?lang={language}")
        yield state


SWAP = """path => {
    const asked = new XMLHttpRequest();
    asked.open('GET', path, false);
    asked.send();
    document.getElementById('now').innerHTML = asked.responseText;
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_keeps_anybody_out_in_any_state(page: Page, case: Showcase, language: str) -> None:
    for state in every_state(page, case, language):
        assert page.locator("html").get_attribute("lang") == language
        assert violations(page, MORE_RULES) == [], state


@pytest.mark.parametrize("state", ["stops-called", "away", "gone", "closed", "never-heard"])
def test_nothing_keeps_anybody_out_who_opens_the_page_in_that_state(page: Page, case: Showcase, state: str) -> None:
    page.goto(case.show(state))
    assert violations(page, MORE_RULES) == []


def test_nothing_keeps_anybody_out_on_pages_that_are_no_tickets(page: Page) -> None:
    page.goto("/")
    assert violations(page, MORE_RULES) == []


def test_a_page_with_a_known_fault_is_found(page: Page, case: Showcase) -> None:
    """The control of the tests above."""
    page.goto(case.show("waiting"))
    page.evaluate(
        "document.querySelector('h1').style.color = '#ccc';"
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\"><a href=\"/x\"></a>')"
    )
    assert {each.split(":")[0] for each in violations(page, MORE_RULES)} >= CONTROLS


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wider_than_the_smallest_phone_nor_cut_off(page: Page, case: Showcase, language: str) -> None:
    for state in every_state(page, case, language):
        for of in (SMALLEST, SMALL, USUAL):
            size(page, of)
            assert page.evaluate("document.documentElement.scrollWidth") <= of[0], (state, of)
            assert page.evaluate(CUT_OFF) == [], (state, of)


CUT_OFF = """[...document.querySelectorAll('main *, footer *')]
    .filter(e => e.offsetWidth && (e.getBoundingClientRect().right > innerWidth || e.scrollWidth > e.clientWidth + 1)
        && getComputedStyle(e).display !== 'inline')
    .map(e => e.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_what_nobody_signed_stands_with_the_spanish_and_never_instead(
    page: Page, case: Showcase, language: str
) -> None:
    for state in every_state(page, case, language):
        told = page.evaluate(NOT_SPANISH)
        alone = {text for text, beside in told if not beside}
        assert alone <= VERIFIED, state
        assert told or language != "en" or state == "never-heard", "the control: something is in English"


VERIFIED = {"kunan", "jichha"}
NOT_SPANISH = """[...document.querySelectorAll('main [lang], footer p [lang]')]
    .filter(e => e.lang !== 'es' && e.offsetHeight)
    .map(e => [e.textContent, e.nextElementSibling && e.nextElementSibling.lang === 'es'
        && e.nextElementSibling.textContent.trim() !== '' && e.nextElementSibling.offsetHeight > 0])"""


def test_a_phone_begins_in_the_language_of_its_ticket(page: Page, case: Showcase) -> None:
    path = case.show("waiting")
    case.change(language="en")
    page.goto(path)
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.locator(".say")).to_contain_text("There are 12 people before you")
    page.get_by_role("link", name="Español").click()
    assert page.locator("html").get_attribute("lang") == "es"
    expect(page.locator(".say")).to_have_text("Hay 12 personas antes que usted")


def test_a_call_is_noticed_without_a_touch(page: Page, case: Showcase) -> None:
    path = case.show("waiting")
    page.goto(path)
    expect(page).to_have_title("PJ 047 · Su ticket")
    case.show("called")
    page.clock.fast_forward(5_000)
    expect(page.locator(".called.flash .say")).to_have_text("Vaya al módulo 20")
    expect(page).to_have_title("Vaya al módulo 20")
    case.show("serving")
    page.clock.fast_forward(5_000)
    expect(page.locator(".say")).to_have_text("Lo atienden en el módulo 20")
    expect(page).to_have_title("PJ 047 · Su ticket")
    case.show("gone")
    page.clock.fast_forward(5_000)
    expect(page.locator("h1")).to_have_text("Este ticket no está en espera")
    assert "PJ 047" not in page.locator("main").inner_text()


def test_a_phone_in_a_pocket_asks_at_once_when_it_is_looked_at(page: Page, case: Showcase) -> None:
    page.goto(case.show("waiting"))
    case.show("called")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(".say")).to_have_text("Vaya al módulo 20")


def test_a_phone_that_reaches_nobody_says_so_keeps_what_it_knew_and_comes_back(page: Page, case: Showcase) -> None:
    path = case.show("waiting")
    page.goto(path)
    no_line = page.locator("#no-line")
    expect(no_line).to_be_hidden()
    page.context.set_offline(True)
    for _ in range(3):
        with page.expect_event("requestfailed"):
            page.clock.fast_forward(31_000)
    expect(no_line).to_be_visible()
    expect(page.locator(".say")).to_have_text("Hay 12 personas antes que usted")
    assert violations(page, MORE_RULES) == []
    page.context.set_offline(False)
    case.show("called")
    page.clock.fast_forward(40_000)
    expect(page.locator(".say")).to_have_text("Vaya al módulo 20")
    expect(no_line).to_be_hidden()


def test_a_page_without_news_shows_the_ticket_when_there_are_some(page: Page, case: Showcase) -> None:
    page.goto(case.show("never-heard"))
    expect(page.locator("h1")).to_have_text("Sin noticias del centro")
    case.show("waiting")
    for _ in range(4):
        page.clock.fast_forward(6_000)
    page.reload()
    expect(page.locator("h1")).to_have_text("PJ 047")


def test_every_state_is_there_without_javascript(browser: Browser, url: str, case: Showcase) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=url)
    page = context.new_page()
    for state in STATES:
        answer = page.goto(case.show(state))
        assert answer
        assert answer.status in (200, 404, 503)
        assert page.locator("h1").inner_text() == "PJ 047" or state in ("called-widest", *WITHOUT_NUMBER)
        assert page.get_by_text("se actualiza sola").is_hidden(), "without a script it does not"
    expect(page.locator("h1")).to_have_text("Por ahora estamos cerrados")
    case.show("called")
    page.get_by_role("link", name="Actualizar").click()
    expect(page.locator(".say")).to_have_text("Vaya al módulo 20")
    page.get_by_role("link", name="English").click()
    expect(page.locator(".say")).to_have_text("Go to counter 20 Vaya al módulo 20")
    context.close()


WITHOUT_NUMBER = ("no-news", "never-heard", "gone", "closed")


def test_a_first_visit_is_one_answer_and_nothing_is_kept(browser: Browser, url: str, case: Showcase) -> None:
    """By a browser that has never been here; its icon and all else that a browser asks for by itself are counted."""
    context = browser.new_context(base_url=url)
    page, counted = context.new_page(), list[Request]()
    page.on("request", lambda request: counted.append(request))
    page.goto(case.show("called"), wait_until="networkidle")
    assert [request.resource_type for request in counted] == ["document"]
    assert context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    context.close()


def test_everything_that_a_visit_fetches_is_under_thirty_kilobytes(url: str, case: Showcase) -> None:
    """Page and headers, in every state and language, with nothing compressed; phones take it compressed."""
    with httpx.Client(base_url=url, headers={"accept-encoding": "identity"}) as phone:
        plain = [fetched(phone, f"{case.show(state)}?lang={tag}") for state in STATES for tag in LANGUAGES]
    with httpx.Client(base_url=url, headers={"accept-encoding": "gzip"}) as phone:
        packed = [fetched(phone, f"{case.show(state)}?lang=en") for state in STATES]
    print(f"\nbytes in all: {min(plain)} to {max(plain)}; compressed {min(packed)} to {max(packed)}")
    assert max(plain) < LARGEST
    assert max(packed) < max(plain) / 2


def fetched(phone: httpx.Client, path: str) -> int:
    answer = phone.get(path)
    return answer.num_bytes_downloaded + sum(len(name) + len(value) + 4 for name, value in answer.headers.raw)
