"""What an answer carries, and what it does not: nobody is followed, nothing is kept, nothing else is fetched."""

from __future__ import annotations

import re

import httpx
import pytest

from installers.demo.phone_gallery import STATES, TOKEN, Showcase, shown
from shared.pages.rate import Rates
from tests.shared.pages.conftest import phones_at

pytestmark = pytest.mark.anyio
OTHERS = ("/", "/t/x", "/t/%00", "/favicon.ico")


async def answers(case: Showcase) -> list[httpx.Response]:
    """Every state, whole and in part, every page that is no ticket's, and somebody who is turned away."""
    got = []
    async with phones_at(case, Rates(lambda: 0.0, ticket=(0, 1e9))) as phone:
        for state in STATES:
            path = case.show(state)
            got += [
                await phone.get(path),
                await phone.get(f"{path}/now"),
                await phone.get(path, params={"lang": "quz"}),
            ]
        got += [await phone.get(path) for path in OTHERS]
        got.append(await phone.post("/t/x"))
        got += [await phone.get("/") for _ in range(250)][-1:]
    assert {answer.status_code for answer in got} == {200, 404, 405, 429, 503}
    return got


async def test_every_answer_says_how_it_is_to_be_treated(case: Showcase) -> None:
    for answer in await answers(case):
        policy = dict(part.strip().partition(" ")[::2] for part in answer.headers["content-security-policy"].split(";"))
        assert policy["default-src"] == "'none'"
        assert policy["connect-src"] == "'self'"
        assert policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == "'none'"
        assert re.fullmatch(r"'sha256-[A-Za-z0-9+/=]{44}'", policy["script-src"])
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-content-type-options"] == "nosniff"


async def test_no_answer_sets_a_cookie_or_tells_what_serves_it(case: Showcase) -> None:
    for answer in await answers(case):
        assert not {"set-cookie", "server", "x-powered-by", "location", "access-control-allow-origin"} & set(
            answer.headers
        )


async def test_no_page_fetches_or_keeps_anything(case: Showcase) -> None:
    for answer in await answers(case):
        for word in ("http://", "https://", "src=", "@import", "url(", "localStorage", "sessionStorage", "cookie",
                     "indexedDB", "sendBeacon", "serviceWorker"):  # fmt: skip
            assert word not in answer.text, word


async def test_no_page_repeats_its_token(case: Showcase) -> None:
    for answer in await answers(case):
        assert TOKEN not in answer.text


async def test_a_closed_ticket_shows_no_number_whatever_the_reason(case: Showcase) -> None:
    async with phones_at(case, Rates(lambda: 0.0)) as phone:
        for state in ("gone", "closed", "no-news", "never-heard"):
            page = await phone.get(case.show(state))
            assert page.status_code in (404, 503), state
            assert "PJ 047" not in page.text
            assert not re.search(r"\b[A-Z]{2} \d{3}\b", page.text)


async def test_an_address_that_a_proxy_would_tell_is_not_believed(case: Showcase) -> None:
    """Else whoever asks too often writes another one each time."""
    with shown(case, rates=Rates(lambda: 0.0, address=(0, 2))) as url:
        async with httpx.AsyncClient(base_url=url) as phone:
            told = [await phone.get("/", headers={"x-forwarded-for": f"10.0.0.{n}"}) for n in range(4)]
    assert [answer.status_code for answer in told] == [404, 404, 429, 429]
