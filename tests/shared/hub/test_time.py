"""A hub whose machine's clock is wrong, jumps, or comes back after a night: days, figures and alarms stay sane."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.hub.__main__ import put_in_force
from shared.hub.clock import Doubt
from shared.hub.hub import Hub
from shared.store.database import Store
from shared.store.event_log import EventLog
from tests.shared.hub.test_clock import Machine

OPENS = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)  # Monday, 09:00 in Lima
BY = c.Actor("kiosk-1")


async def life(path: Path, catalogue: Catalogue, machine: Machine) -> tuple[Hub, Store]:
    """A hub as `suyana hub` begins it."""
    store = Store(path)
    log = EventLog(store)
    clock = machine.clock(log.last_time())
    hub = Hub(log, log.identity(catalogue.id, clock.now()), clock, lambda _: None)
    await put_in_force(hub, catalogue)
    await hub.tick()
    return hub, store


async def end(hub: Hub, store: Store) -> list[e.Recorded]:
    recorded = [one for one, _ in await hub.read_log(0, 1000, whole_day=False)]
    hub.stop()
    store.close()
    return recorded


def kinds(recorded: list[e.Recorded]) -> list[str]:
    return [e.event_type(one.event) for one in recorded]


@pytest.mark.logs("machine's clock")
@pytest.mark.parametrize("wrong", [datetime(2000, 1, 1, tzinfo=UTC), datetime(2036, 2, 7, 15, tzinfo=UTC)])
def test_no_day_opens_under_a_wrong_clock(tmp_path: Path, region_sur: Catalogue, wrong: datetime) -> None:
    async def journey() -> None:
        hub, store = await life(tmp_path / "c.sqlite", region_sur, Machine(OPENS))
        await hub.order(c.CloseDay())
        await end(hub, store)
        machine = Machine(wrong)
        hub, store = await life(tmp_path / "c.sqlite", region_sur, machine)
        assert hub.doubt in (Doubt.BEHIND, Doubt.AHEAD)
        machine.pass_(hours=24)
        await hub.tick()
        assert hub.committed.day is not None
        assert not hub.committed.day.is_open
        machine.wall = (OPENS + timedelta(days=1)).timestamp()  # somebody sets it
        await hub.tick()
        assert hub.doubt is Doubt.NONE
        assert hub.committed.day.day.isoformat() == "2026-11-24"
        recorded = await end(hub, store)
        assert [one.at for one in recorded] == sorted(one.at for one in recorded)
        assert all(one.at.year == 2026 for one in recorded)

    asyncio.run(journey())


@pytest.mark.logs("machine's clock")
def test_an_open_day_goes_on_after_the_power_went_and_the_battery_with_it(
    tmp_path: Path, region_sur: Catalogue
) -> None:
    async def journey() -> None:
        hub, store = await life(tmp_path / "c.sqlite", region_sur, Machine(OPENS))
        await hub.handle("r1", c.IssueTicket("PJ02"), BY)
        await end(hub, store)
        hub, store = await life(tmp_path / "c.sqlite", region_sur, Machine(datetime(1970, 1, 1, tzinfo=UTC)))
        await hub.handle("r2", c.IssueTicket("PJ02"), BY)
        assert hub.committed.day is not None
        assert [ticket.text for ticket in hub.committed.day.tickets.values()] == ["PJ 001", "PJ 002"]
        assert {ticket.issued_at.date() for ticket in hub.committed.day.tickets.values()} == {OPENS.date()}
        await end(hub, store)

    asyncio.run(journey())


@pytest.mark.logs("stepped")
@pytest.mark.logs("machine's clock")
def test_steps_in_the_day_are_noted_and_in_no_duration(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        machine = Machine(OPENS)
        hub, store = await life(tmp_path / "c.sqlite", region_sur, machine)
        await hub.handle("r1", c.OpenCounter(20, "a020"), BY)
        await hub.handle("r2", c.IssueTicket("PJ02"), BY)
        machine.step(days=400)
        await hub.tick()
        machine.pass_(minutes=7)
        await hub.handle("r3", c.CallNext(20), BY)
        machine.step(days=-800)
        await hub.tick()
        machine.pass_(minutes=5)
        await hub.handle("r4", c.StartAttention(20), BY)
        day = hub.committed.day
        assert day is not None
        (attention,) = day.attentions.values()
        assert attention.because.waited == 420
        assert attention.started_at is not None
        assert attention.started_at - attention.called_at == timedelta(minutes=5)
        assert (day.is_open, day.day.isoformat()) == (True, "2026-11-23")
        assert kinds(await end(hub, store)).count("clock_stepped") == 2

    asyncio.run(journey())


def test_a_day_that_was_left_open_ends_when_it_should_have(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        hub, store = await life(tmp_path / "c.sqlite", region_sur, Machine(OPENS))
        await hub.handle("r1", c.IssueTicket("PJ02"), BY)
        await end(hub, store)
        hub, store = await life(tmp_path / "c.sqlite", region_sur, Machine(OPENS + timedelta(days=2)))
        recorded = await end(hub, store)
        closed = next(one for one in recorded if isinstance(one.event, e.DayClosed))
        assert closed.at.astimezone(region_sur.timezone).strftime("%d %H:%M") == "23 16:30"
        assert kinds(recorded)[-2:] == ["day_closed", "day_opened"]
        assert [one.at for one in recorded] == sorted(one.at for one in recorded)

    asyncio.run(journey())


def test_midnight_moves_nobody(tmp_path: Path, region_sur: Catalogue) -> None:
    """Those inside live until the closing of their day, whatever the calendar says."""

    async def journey() -> None:
        machine = Machine(OPENS)
        hub, store = await life(tmp_path / "c.sqlite", region_sur, machine)
        machine.pass_(hours=14, minutes=59, seconds=50)
        await hub.handle("r1", c.OpenCounter(20, "a020"), BY)
        for _ in range(20):
            machine.pass_(seconds=1)
        assert hub.committed.day is not None
        assert hub.committed.day.day.isoformat() == "2026-11-23"
        await hub.tick()
        assert not hub.committed.day.is_open
        await end(hub, store)

    asyncio.run(journey())
