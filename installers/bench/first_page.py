"""Row: how soon a phone shows the state of a ticket, on a poor line, in a real browser that was never here."""

from __future__ import annotations

import shutil
from statistics import median
from typing import TYPE_CHECKING

from installers.bench.row import Bench, Measured, Row, p
from installers.bench.slow_line import Pace, slow_line
from installers.demo.phone_gallery import Showcase, shown
from installers.faultlab.served import DidNotBegin
from installers.faultlab.work import centre

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LIMIT = 1.0  # seconds
PACES = (Pace(64_000, 0.1), Pace(64_000, 0.2), Pace(250_000, 0.3))
"""A Wi-Fi that a full hall has worn down, by which the page is reached; GPRS at its best; what browsers call 2G."""
QUICK = Pace(1_000_000_000, 0.0)
"""The control: what the browser takes by itself on this machine, as busy as it is."""
STATES = ("waiting", "stops-called")
PAINTED = """() => new Promise(done => {
    let last = 0;
    new PerformanceObserver(list => { for (const each of list.getEntries()) last = each.startTime; })
        .observe({type: 'largest-contentful-paint', buffered: true});
    setTimeout(() => done([last, document.querySelector('h1').textContent]), 300);
})"""
"""The browser's own note of when the largest text was painted, in ms since it set out: it stands below the number."""


def first_page(bench: Bench) -> list[Measured]:
    """From the code to the painted state: connection, request, answer, layout, paint."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium")
    if path is None:
        raise DidNotBegin("this row needs chromium: `make bench` brings it")
    taken: dict[Pace, list[float]] = {pace: [] for pace in (QUICK, *PACES)}
    case = Showcase(centre())
    with sync_playwright() as playwright, shown(case) as url:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for _ in range(bench.rounds):
            for pace, seconds in taken.items():
                with slow_line(int(url.rpartition(":")[2]), pace) as port:
                    seconds += [_opened(browser, f"http://127.0.0.1:{port}{case.show(state)}") for state in STATES]
            bench.passed(1)
        browser.close()
    return [
        Measured(
            f"seconds until the state is painted, {pace}", p(taken[pace], 95), LIMIT, _said(taken, pace), absolute=True
        )
        for pace in PACES
    ]


def _said(taken: dict[Pace, list[float]], pace: Pace) -> str:
    many = len(taken[pace])
    return f"p50 {median(taken[pace]):.2f} s of {many} first visits; {median(taken[QUICK]):.2f} s on a line without end"


def _opened(browser: Browser, url: str) -> float:
    """Seconds, by the browser's clock. In English: both languages stand there, so it is the longest."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(f"{url}?lang=en")
    painted, number = page.evaluate(PAINTED)
    context.close()
    if number != "PJ 047" or not painted:
        raise DidNotBegin(f"the page shows {number!r} instead of the number")
    return float(painted) / 1000


ROWS = (Row("first-page", "a phone's first page on a poor line", first_page, lambda bench: bench.rounds),)
