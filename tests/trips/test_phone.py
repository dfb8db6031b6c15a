"""The whole way of a ticket on a phone, through processes that are killed: a hub, the pages, and what a phone asks."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from installers.demo.people import DEMO_PIN
from installers.demo.programs import Program, free_port, wait_for_port
from shared.domain import commands as c
from shared.lan.messages import PROTOCOL, DeviceRole, Hello, Receipt
from shared.pages import texts
from tests.fakes.hub_process import HubProcess
from tests.fakes.identities import connected, identity

WITHIN = 20.0  # seconds
KIOSK = Hello((PROTOCOL, PROTOCOL), DeviceRole.KIOSK, "kiosk-1")
COUNTER = Hello((PROTOCOL, PROTOCOL), DeviceRole.COUNTER, "counter-20", 20)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    hub = HubProcess(tmp_path)
    yield hub
    hub.end()


class Pages(Program):
    """`suyana pages`, and a phone at it."""

    def __init__(self, hub: HubProcess, folder: Path) -> None:
        self.port = free_port()
        who = identity(DeviceRole.PAGES, "pages-1").folder
        where = ("--host", "127.0.0.1", "--port", str(self.port))
        super().__init__("pages", ["pages", "--hub", hub.url, "--identity", str(who), *where], folder, {})

    def begin(self) -> None:
        self.start()
        wait_for_port(self.port, self)

    def until(self, token: str, said: str) -> httpx.Response:
        """What a phone is answered once it is told so."""
        ends = time.monotonic() + WITHIN
        while said not in (answer := httpx.get(f"http://127.0.0.1:{self.port}/t/{token}")).text:
            assert time.monotonic() < ends, f"a phone is not told {said!r} but {answer.text}"
            time.sleep(0.05)
        return answer


async def given(hub: HubProcess) -> Receipt:
    async with connected([hub.url], KIOSK) as kiosk:
        answer = await kiosk.ask(c.IssueTicket("PJ01"))
        assert isinstance(answer.result, Receipt)
        return answer.result


async def called(hub: HubProcess) -> None:
    async with connected([hub.url], COUNTER) as counter:
        await counter.sign_in("a020", DEMO_PIN)
        await counter.ask(c.OpenCounter(20, "a020"))
        await counter.ask(c.CallNext(20))


def test_a_phone_follows_its_ticket_through_the_death_of_the_hub_and_of_the_pages(
    hub: HubProcess, tmp_path: Path
) -> None:
    pages = Pages(hub, tmp_path)
    pages.begin()
    try:
        assert pages.until("A" * 22, texts.no_news()).status_code == 503
        hub.start()
        assert pages.until("A" * 22, texts.gone_title()).status_code == 404
        ticket = asyncio.run(given(hub))
        assert ticket.number in pages.until(ticket.token, texts.ahead(0)).text
        hub.kill()
        assert ticket.number in pages.until(ticket.token, "Sin noticias del centro desde las").text
        hub.start()
        asyncio.run(called(hub))
        assert "Sin noticias" not in pages.until(ticket.token, texts.go_to(20)).text
        pages.kill()
        pages.begin()
        assert ticket.number in pages.until(ticket.token, texts.go_to(20)).text
        assert ticket.token not in "".join(log.read_text() for log in tmp_path.rglob("pages*.log"))
    finally:
        pages.kill()
