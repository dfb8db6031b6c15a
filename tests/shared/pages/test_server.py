"""The phone page from the hub to the phone: a real hub, real sockets, real HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.lan.client import HubClient
from shared.lan.messages import DeviceRole, Receipt
from shared.lan.web import listen
from shared.pages import texts
from shared.pages.hall import Hall
from shared.pages.server import server
from tests.fakes.identities import connected, identity
from tests.fakes.running_hub import RunningHub, begun, hello

pytestmark = pytest.mark.anyio


def soon() -> Iterator[float]:
    while True:
        yield 0.01


@asynccontextmanager
async def serving(running: RunningHub) -> AsyncIterator[tuple[Hall, httpx.AsyncClient]]:
    hall = Hall(lambda: [running.url], identity(DeviceRole.PAGES, "pages-1"), soon)
    socket = listen("127.0.0.1", 0)
    pages = server(hall)
    tasks = asyncio.create_task(hall.follow()), asyncio.create_task(pages.serve(sockets=[socket]))
    try:
        await hall.online.wait()
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{socket.getsockname()[1]}") as phone:
            yield hall, phone
    finally:
        tasks[0].cancel()
        pages.should_exit = True
        await asyncio.gather(*tasks, return_exceptions=True)


async def ticket(kiosk: HubClient, service: str = "PJ01") -> Receipt:
    answer = await kiosk.ask(c.IssueTicket(service))
    assert isinstance(answer.result, Receipt)
    return answer.result


async def asked_until(phone: httpx.AsyncClient, path: str, text: str) -> httpx.Response:
    while text not in (answer := await phone.get(path)).text:
        await asyncio.sleep(0.01)
    return answer


@pytest.fixture
async def running(tmp_path: Path, region_sur: Catalogue) -> AsyncIterator[RunningHub]:
    async with begun(tmp_path / "c.sqlite", region_sur) as running:
        yield running


async def test_the_code_of_a_slip_opens_the_state_of_its_ticket_until_it_ends(running: RunningHub) -> None:
    async with serving(running) as (_, phone), connected([running.url], hello(DeviceRole.KIOSK)) as kiosk:
        given = await ticket(kiosk)
        page = await asked_until(phone, f"/t/{given.token}", given.number)
        assert page.status_code == 200
        assert texts.ahead(0) in page.text
        async with connected([running.url], hello(DeviceRole.COUNTER, counter=20)) as counter:
            await counter.ask(c.OpenCounter(20, "a020"))
            await counter.ask(c.CallNext(20))
            page = await asked_until(phone, f"/t/{given.token}/now", texts.go_to(20))
            assert "<html" not in page.text
            await counter.ask(c.StartAttention(20))
            await counter.ask(c.FinishAttention(20))
        page = await asked_until(phone, f"/t/{given.token}", texts.gone_title())
        assert page.status_code == 404
        assert given.number not in page.text


async def test_a_part_that_is_as_before_is_not_sent_again(running: RunningHub) -> None:
    async with serving(running) as (_, phone), connected([running.url], hello(DeviceRole.KIOSK)) as kiosk:
        given = await ticket(kiosk)
        first = await asked_until(phone, f"/t/{given.token}/now", given.number)
        again = await phone.get(f"/t/{given.token}/now", headers={"if-none-match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


@pytest.mark.logs("hub: ")
async def test_a_phone_is_told_that_the_hub_is_away(tmp_path: Path, region_sur: Catalogue) -> None:
    async with begun(tmp_path / "c.sqlite", region_sur) as running, serving(running) as (hall, phone):
        async with connected([running.url], hello(DeviceRole.KIOSK)) as kiosk:
            given = await ticket(kiosk)
        await asked_until(phone, f"/t/{given.token}", given.number)
        for line in list(running.desk._lines):
            await line.close()
        page = await asked_until(phone, f"/t/{given.token}", "Sin noticias del centro desde las")
        assert given.number in page.text
        await hall.online.wait()
        await asked_until(phone, f"/t/{given.token}", texts.ahead(0))


@pytest.mark.parametrize(
    "path", ["/t/AAAAAAAAAAAAAAAAAAAAAA", "/t/..%2f..%2fetc", "/t/a", "/", "/t/%00", "/favicon.ico"]
)
async def test_a_code_that_is_none_shows_nothing(path: str, running: RunningHub) -> None:
    async with serving(running) as (_, phone):
        answer = await phone.get(path)
        assert answer.status_code == 404
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
async def test_nothing_can_be_written(method: str, running: RunningHub) -> None:
    async with serving(running) as (_, phone):
        answer = await phone.request(method, "/t/AAAAAAAAAAAAAAAAAAAAAA")
        assert answer.status_code == 405


async def test_a_phone_speaks_the_language_of_its_ticket_or_the_one_that_is_asked_for(
    tmp_path: Path, region_sur: Catalogue
) -> None:
    catalogue = replace(region_sur, languages=("es", "en"))
    async with begun(tmp_path / "c.sqlite", catalogue) as running, serving(running) as (_, phone):
        async with connected([running.url], hello(DeviceRole.KIOSK)) as kiosk:
            given = (await kiosk.ask(c.IssueTicket("PJ01", language="en"))).result
        assert isinstance(given, Receipt)
        page = await asked_until(phone, f"/t/{given.token}", given.number)
        assert '<html lang="en">' in page.text
        assert "You are next" in page.text
        spanish = await phone.get(f"/t/{given.token}", params={"lang": "es"})
        assert texts.ahead(0) in spanish.text
        assert "You are next" not in spanish.text
        other = await phone.get(f"/t/{given.token}", params={"lang": "ayr"})
        assert '<html lang="en">' in other.text
