"""Somebody asks what is kept about them and has it erased, at a real hub; the log has no number of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

import pytest
from msgspec.structs import replace

from installers.privacy import texts
from installers.privacy.rights import NotADocument, statement
from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.personal import AskedFor, Asking, DocumentKind, Personal, PersonDocument
from shared.hub.doors import Doors
from shared.hub.trust import Trust
from shared.lan.client import HubRefused
from shared.lan.messages import DeviceRole
from tests.fakes.identities import connected, trust
from tests.fakes.running_hub import RunningHub, begun, hello

NUMBER, OTHER = "00471183", "44120099"
KIOSK = c.Actor("kiosk-1")
REQUESTS = count()


@pytest.fixture
def asking(region_sur: Catalogue) -> Catalogue:
    told = Personal("PCM", "RNPDP 1", "Orientación", "2026-11")
    return replace(region_sur, document=AskedFor(Asking.OPTIONAL, "Para ubicar su expediente"), personal=told)


@asynccontextmanager
async def open_hall(folder: Path, catalogue: Catalogue) -> AsyncIterator[tuple[RunningHub, Trust]]:
    """A hub with real doors for its console, where one person has two tickets and another one has one."""
    keys = trust("region-sur")
    hubs: list[RunningHub] = []
    doors = Doors(keys, lambda: hubs[0].hub.committed.centre.devices)
    async with begun(folder / "c.sqlite", catalogue, doors=doors) as running:
        hubs.append(running)
        for service, number in (("PJ02", NUMBER), ("PJ03", NUMBER), ("PJ02", OTHER)):
            await order(running, c.IssueTicket(service, document=PersonDocument(DocumentKind.DNI, number, "2026-11")))
        yield running, keys


async def order(running: RunningHub, *commands: c.Command) -> None:
    for command in commands:
        running.clock.pass_(seconds=20)
        await running.hub.handle(f"r-{next(REQUESTS)}", command, KIOSK)


async def said(running: RunningHub, keys: Trust, number: str = NUMBER, *, erase: bool = False) -> str:
    return await asyncio.to_thread(statement, keys, running.url, "dni", number, erase=erase)


def test_it_is_said_which_tickets_have_the_number_and_who_looked(tmp_path: Path, asking: Catalogue) -> None:
    async def journey() -> None:
        async with open_hall(tmp_path, asking) as (running, keys):
            await order(running, c.OpenCounter(20, "a020"), c.CallNext(20), c.StartAttention(20), c.ShowDocument(20))
            text = await said(running, keys)
            assert "PJ 001" in text
            assert "PJ 002" in text
            assert "PJ 003" not in text
            assert "módulo 20 (a020)" in text
            assert "2026-11" in text
            assert NUMBER not in text

    asyncio.run(journey())


def test_what_is_erased_is_gone_at_once_and_the_citizen_is_attended_all_the_same(
    tmp_path: Path, asking: Catalogue
) -> None:
    async def journey() -> None:
        async with open_hall(tmp_path, asking) as (running, keys):
            assert texts.GONE in await said(running, keys, erase=True)
            assert texts.NOTHING in await said(running, keys)
            assert "PJ 003" in await said(running, keys, OTHER)
            kept = await asyncio.wrap_future(running.hub.in_store(lambda event_log: event_log.sealed()))
            assert len(kept) == 1
            await order(running, c.OpenCounter(20, "a020"), c.CallNext(20), c.StartAttention(20))
            day = running.hub.committed.day
            assert day
            assert [ticket.document for ticket in day.tickets.values()] == [False, False, True]
            log = await running.hub.read_log(0, 100, whole_day=False)
            noted = [r.event for r, _ in log if isinstance(r.event, e.PersonalErased | e.PersonalAsked)]
            assert [len(event.tickets) for event in noted] == [2, 0, 1]
            assert NUMBER.encode() not in b"".join(e.encode_event(r.event) for r, _ in log)

    asyncio.run(journey())


def test_after_closing_nothing_is_kept_and_it_says_why(tmp_path: Path, asking: Catalogue) -> None:
    async def journey() -> None:
        async with open_hall(tmp_path, asking) as (running, keys):
            await order(running, c.CloseDay())
            assert texts.DAY_CLOSED in await said(running, keys)

    asyncio.run(journey())


def test_what_is_no_number_is_not_sent(tmp_path: Path) -> None:
    with pytest.raises(NotADocument, match="no number of the kind dni"):
        statement(Trust.open(tmp_path, "region-sur"), "wss://127.0.0.1:1", "dni", "1234", erase=False)


@pytest.mark.parametrize("role", [role for role in DeviceRole if role is not DeviceRole.CONSOLE])
def test_nobody_but_the_console_may_ask_or_erase(tmp_path: Path, asking: Catalogue, role: DeviceRole) -> None:
    document = PersonDocument(DocumentKind.DNI, NUMBER)

    async def journey() -> None:
        async with (
            begun(tmp_path / "c.sqlite", asking) as running,
            connected([running.url], hello(role, counter=20 if role is DeviceRole.COUNTER else 0)) as client,
        ):
            for command in (c.AskPersonal(document), c.ErasePersonal(document)):
                with pytest.raises(HubRefused, match="not_allowed"):
                    await client.ask(command)

    asyncio.run(journey())
