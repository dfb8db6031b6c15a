"""What the hub adds to a visit: the token of a slip, notes that never reach the log, and the time that passes."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from msgspec.structs import replace

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue, Itinerary, Leg
from shared.domain.refusals import Refusal
from shared.domain.ticket import StopState
from shared.lan.client import HubRefused
from shared.lan.messages import DeviceRole, Receipt
from shared.lan.views import AbsentView, CounterView
from tests.fakes.identities import connected
from tests.fakes.running_hub import RunningHub, begun, hello

BY = c.Actor("test")
REQUESTS = count()


async def order(running: RunningHub, *commands: c.Command) -> object:
    for command in commands:
        running.clock.pass_(seconds=20)
        answer = await running.hub.handle(f"r-{next(REQUESTS)}", command, BY)
    return answer.result


async def serving(running: RunningHub, counter: int, service: str) -> Receipt:
    advisor = f"a{counter:03d}"
    receipt = await order(running, c.OpenCounter(counter, advisor), c.IssueTicket(service))
    await order(running, c.CallNext(counter), c.StartAttention(counter))
    assert isinstance(receipt, Receipt)
    return receipt


def test_a_slip_is_known_by_its_token_and_by_nothing_else(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with (
            begun(tmp_path / "c.sqlite", region_sur) as running,
            connected([running.url], hello(DeviceRole.KIOSK)) as kiosk,
        ):
            given = (await kiosk.ask(c.IssueTicket("PJ02"))).result
            assert isinstance(given, Receipt)
            found = (await kiosk.ask(c.FindTicket(token=given.token))).result
            assert found == replace(given, copy=True)
            changed = (await kiosk.ask(c.ChangeService("BN02", token=given.token))).result
            assert isinstance(changed, Receipt)
            assert (changed.number, changed.token, [s.queue for s in changed.stops]) == (
                given.number,
                given.token,
                ["BN"],
            )
            await kiosk.ask(c.CancelTicket(token=given.token))
            for refused, code in (
                (c.CancelTicket(token=given.token), "not_waiting"),
                (c.FindTicket(token="A" * 22), "unknown_code"),
                (c.FindTicket(number=given.number), "not_allowed"),
                (c.CancelTicket(given.ticket), "not_allowed"),
                (c.IssueTicket("PJ02", together_with=given.ticket), "not_allowed"),
            ):
                with pytest.raises(HubRefused) as no:
                    await kiosk.ask(refused)
                assert no.value.refused.code == code

    asyncio.run(journey())


def test_who_had_a_visit_says_how_it_was_by_the_slip_alone(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with (
            begun(tmp_path / "c.sqlite", region_sur) as running,
            connected([running.url], hello(DeviceRole.KIOSK)) as kiosk,
        ):
            given = await serving(running, 20, "PJ02")
            with pytest.raises(HubRefused) as early:
                await kiosk.ask(c.RateVisit(5, token=given.token))
            assert early.value.refused.code == "not_attended"
            await order(running, c.FinishAttention(20))
            found = (await kiosk.ask(c.FindTicket(token=given.token))).result
            assert isinstance(found, Receipt)
            assert (found.state, found.can_be_rated) == ("done", True)
            await kiosk.ask(c.RateVisit(5, token=given.token))
            found = (await kiosk.ask(c.FindTicket(token=given.token))).result
            assert isinstance(found, Receipt)
            assert not found.can_be_rated
            with pytest.raises(HubRefused) as by_id:
                await kiosk.ask(c.RateVisit(1, ticket=given.ticket))
            assert by_id.value.refused.code == "not_allowed"

    asyncio.run(journey())
    with closing(sqlite3.connect(tmp_path / "c.sqlite")) as store:
        assert store.execute("SELECT stop, satisfaction FROM opinion").fetchall() == [(0, 5)]


def test_a_note_is_shown_where_the_ticket_goes_and_stands_in_no_event(tmp_path: Path, region_sur: Catalogue) -> None:
    file = tmp_path / "c.sqlite"

    async def journey() -> None:
        async with begun(file, region_sur) as running:
            await serving(running, 20, "PJ02")
            await order(running, c.TransferTicket(20, "BN", "BN01", note=" Trae la partida de su hija "))
            await order(running, c.OpenCounter(1, "a001"), c.CallNext(1))
            for counter, note in ((1, "Trae la partida de su hija"), (20, None)):
                async with connected([running.url], hello(DeviceRole.COUNTER, counter=counter)) as client:
                    view = client.mirror.get("counter", CounterView)
                    assert view is not None
                    assert (view.attention.note if view.attention else None) == note
        async with begun(file, region_sur) as again:
            (ticket,) = again.hub.committed.day.tickets if again.hub.committed.day else ()
            assert again.hub.note(ticket, 1) == "Trae la partida de su hija"
        assert b"de su hija" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())
        async with begun(file, region_sur) as again:
            await order(again, c.CloseDay())
            assert again.hub.note(ticket, 1) == ""

    asyncio.run(journey())
    with sqlite3.connect(file) as db:
        assert db.execute("SELECT count(*) FROM sealed").fetchone() == (0,)
    db.close()


def test_a_return_leg_comes_up_at_the_hubs_own_order(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        legs = (Leg("PJ02"), Leg("PJ01", gap=45, expires=60))
        centre = replace(region_sur, itineraries=(Itinerary("vuelta", "PJ02", legs),))
        async with begun(tmp_path / "c.sqlite", centre) as running:
            receipt = await serving(running, 20, "PJ02")
            await order(running, c.FinishAttention(20))
            day = running.hub.committed.day
            assert day is not None
            ticket = day.tickets[receipt.ticket]
            running.clock.pass_(minutes=44)
            await running.hub.tick()
            assert ticket.state is StopState.RETURNING
            running.clock.pass_(minutes=1)
            await running.hub.tick()
            assert ticket.state is StopState.WAITING
            seq = running.hub.seq
            await running.hub.tick()
            assert running.hub.seq == seq
            running.clock.pass_(minutes=60)
            await running.hub.tick()
            assert ticket.state is StopState.EXPIRED

    asyncio.run(journey())


def test_who_was_absent_is_shown_until_the_grace_is_over(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with (
            begun(tmp_path / "c.sqlite", region_sur) as running,
            connected([running.url], hello(DeviceRole.ORIENTATOR)) as client,
        ):
            await order(running, c.OpenCounter(20, "a020"), c.IssueTicket("PJ02"), c.CallNext(20))
            await order(running, c.Recall(20), c.MarkAbsent(20))
            await client.until(lambda mirror: bool(list(mirror.all(AbsentView))))
            (absent,) = client.mirror.all(AbsentView)
            running.clock.pass_(minutes=16)
            running.desk.time_passed()
            await client.until(lambda mirror: not list(mirror.all(AbsentView)))
            with pytest.raises(Refusal):
                await order(running, c.ReturnTicket(absent.ticket))

    asyncio.run(journey())
