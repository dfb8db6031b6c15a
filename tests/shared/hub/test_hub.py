"""One command at a time: decide, commit, then tell."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.events import ClockStepped
from shared.domain.indicators import Group, day_figures
from shared.domain.refusals import Code, Refusal
from shared.lan.messages import Receipt
from shared.reports.corrections import corrections_table
from shared.reports.table import as_text
from shared.store.copies import copies_of
from shared.store.database import Store
from shared.store.event_log import EventLog
from shared.store.history import History
from tests.fakes.running_hub import MovedClock, begun

T = TypeVar("T")
KIOSK = c.Actor("kiosk-1")
SUPERVISOR = c.Actor("supervisor-1", "a001")


def run(journey: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(journey)


def test_the_same_request_gets_the_same_ticket_and_token(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running:
            first = await running.hub.handle("r1", c.IssueTicket("PJ01"), KIOSK)
            again = await running.hub.handle("r1", c.IssueTicket("PJ01"), KIOSK)
        assert isinstance(first.result, Receipt)
        assert first.result.token
        assert again == first

    run(journey())


def test_the_same_request_sent_while_the_first_is_still_open_waits_for_it(
    tmp_path: Path, region_sur: Catalogue
) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running:
            asked = [running.hub.handle("r1", c.IssueTicket("PJ01"), KIOSK) for _ in range(20)]
            answers = await asyncio.gather(*asked)
            assert len({answer.seq for answer in answers}) == 1
            assert running.hub.committed.day is not None
            assert len(running.hub.committed.day.tickets) == 1

    run(journey())


def test_a_request_id_used_for_something_else_is_refused(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running:
            await running.hub.handle("r1", c.IssueTicket("PJ01"), KIOSK)
            with pytest.raises(Refusal) as refused:
                await running.hub.handle("r1", c.IssueTicket("BN01"), KIOSK)
        assert refused.value.code is Code.REQUEST_REUSED

    run(journey())


def test_a_refused_order_is_decided_anew_when_it_is_sent_again(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        advisor = region_sur.advisors[0].id
        async with begun(tmp_path / "c.sqlite", region_sur) as running:
            await running.hub.handle("r0", c.OpenCounter(20, advisor), KIOSK)
            with pytest.raises(Refusal):
                await running.hub.handle("r1", c.CallNext(20), KIOSK)
            await running.hub.handle("r2", c.IssueTicket("PJ01"), KIOSK)
            await running.hub.handle("r1", c.CallNext(20), KIOSK)

    run(journey())


def test_a_day_that_somebody_closes_in_the_same_moment_as_the_hub_is_closed_once(
    tmp_path: Path, region_sur: Catalogue
) -> None:
    async def journey() -> None:
        clock = MovedClock()
        async with begun(tmp_path / "c.sqlite", region_sur, clock) as running:
            clock.pass_(hours=14)
            closing = running.hub.handle("r1", c.CloseDay(), c.Actor("supervisor-1"))
            await asyncio.gather(closing, running.hub.tick())
            assert running.hub.committed.day is not None
            assert not running.hub.committed.day.is_open

    run(journey())


def test_a_hub_that_begins_again_answers_an_old_request_as_before(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        clock = MovedClock()
        async with begun(tmp_path / "c.sqlite", region_sur, clock) as running:
            first = await running.hub.handle("r1", c.IssueTicket("PJ01"), KIOSK)
        async with begun(tmp_path / "c.sqlite", region_sur, clock) as running:
            assert await running.hub.handle("r1", c.IssueTicket("PJ01"), KIOSK) == first
            other = await running.hub.handle("r2", c.IssueTicket("PJ01"), KIOSK)
        assert isinstance(first.result, Receipt)
        assert isinstance(other.result, Receipt)
        assert (first.result.number, other.result.number) == ("PJ 001", "PJ 002")

    run(journey())


def test_a_hub_that_begins_again_stands_where_it_stood(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        clock = MovedClock()
        async with begun(tmp_path / "c.sqlite", region_sur, clock) as running:
            await running.hub.handle("r1", c.OpenCounter(20, region_sur.advisors[0].id), KIOSK)
            for i in range(5):
                await running.hub.handle(f"t{i}", c.IssueTicket("PJ01", preferential=i % 2 == 1), KIOSK)
            await running.hub.handle("r2", c.CallNext(20), KIOSK)
            assert running.hub.committed.day is not None
            before = running.hub.committed.day
        async with begun(tmp_path / "c.sqlite", region_sur, clock) as running:
            after = running.hub.committed.day
            assert after is not None
            assert (after.tickets, after.attentions, after.counters) == (
                before.tickets,
                before.attentions,
                before.counters,
            )

    run(journey())


def test_the_day_opens_at_the_first_opening_hour_and_closes_an_hour_after_the_last(
    tmp_path: Path, region_sur: Catalogue
) -> None:
    async def journey() -> None:
        clock = MovedClock()
        async with begun(tmp_path / "c.sqlite", region_sur, clock) as running:
            hub, first_day = running.hub, running.hub.committed.centre.last_day
            await hub.handle("r1", c.IssueTicket("MT01"), KIOSK)
            span = region_sur.day_span(first_day) if first_day else None
            assert span is not None
            clock.at = span[1] + timedelta(minutes=59)
            await hub.tick()
            assert hub.committed.day is not None
            assert hub.committed.day.is_open
            clock.pass_(minutes=1)
            await hub.tick()
            assert not hub.committed.day.is_open
            await hub.tick()
            assert not hub.committed.day.is_open
            clock.at = datetime(2026, 11, 24, 13, 29, tzinfo=UTC)
            await hub.tick()
            assert not hub.committed.day.is_open
            clock.pass_(minutes=1)
            await hub.tick()
            assert hub.committed.day.is_open
            assert hub.committed.day.day == clock.at.date()

    run(journey())


def test_a_hub_that_finds_yesterday_open_closes_it_first(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        clock = MovedClock()
        async with begun(tmp_path / "c.sqlite", region_sur, clock) as running:
            await running.hub.handle("r1", c.IssueTicket("PJ01"), KIOSK)
        clock.pass_(days=1)
        async with begun(tmp_path / "c.sqlite", region_sur, clock) as running:
            await running.hub.tick()
            log = [entry for entry, _ in await running.hub.read_log(0, 100, whole_day=False)]
            kinds = [type(recorded.event).__name__ for recorded in log]
            assert kinds[-3:] == ["TicketLeft", "DayClosed", "DayOpened"]

    run(journey())


def test_the_secret_of_a_day_is_destroyed_at_closing(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        clock = MovedClock()
        async with begun(tmp_path / "c.sqlite", region_sur, clock) as running:
            await running.hub.handle("r1", c.IssueTicket("PJ01"), KIOSK)
            await running.hub.order(c.CloseDay())
            again = await running.hub.handle("r1", c.IssueTicket("PJ01"), KIOSK)
        assert isinstance(again.result, Receipt)
        assert again.result.token == ""
        assert not list(tmp_path.glob("*day-key*"))

    run(journey())


def test_the_chain_of_a_days_log_is_whole(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running:
            await asyncio.gather(*(running.hub.handle(f"r{i}", c.IssueTicket("PJ01"), KIOSK) for i in range(100)))
        store = Store(tmp_path / "c.sqlite")
        assert EventLog(store).broken_link() == 0
        assert store.db.execute("SELECT count(*) FROM ticket").fetchone()[0] == 100
        store.close()

    run(journey())


@pytest.mark.logs("clock stepped")
def test_a_step_of_the_machines_clock_is_an_event_and_moves_no_time(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        clock = MovedClock()
        async with begun(tmp_path / "c.sqlite", region_sur, clock) as running:
            clock._wall = lambda: 3600.0
            await running.hub.tick()
            ((last, _),) = await running.hub.read_log(running.hub.seq - 1, 1, whole_day=False)
            assert (last.event, last.at) == (ClockStepped(3600.0), clock.at)
            await running.hub.tick()
            assert running.hub.seq == last.seq

    run(journey())


def test_a_disk_that_fails_stops_the_hub_and_acknowledges_nothing(
    tmp_path: Path, region_sur: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def journey() -> None:
        clock = MovedClock()
        async with begun(tmp_path / "c.sqlite", region_sur, clock) as running:
            await running.hub.handle("r1", c.IssueTicket("PJ01"), KIOSK)
            monkeypatch.setattr(EventLog, "append", _full)
            asked = asyncio.ensure_future(running.hub.handle("r2", c.IssueTicket("PJ01"), KIOSK))
            assert "disk is full" in str(await asyncio.wait_for(running.hub.failed, 5))
            assert not asked.done()
            asked.cancel()
        monkeypatch.undo()
        async with begun(tmp_path / "c.sqlite", region_sur, clock) as running:
            again = await running.hub.handle("r2", c.IssueTicket("PJ01"), KIOSK)
            assert isinstance(again.result, Receipt)
            assert again.result.number == "PJ 002"

    run(journey())


def _full(_log: EventLog, _batches: object) -> None:
    raise sqlite3.OperationalError("database or disk is full")


def test_a_fault_after_deciding_stops_the_hub(
    tmp_path: Path, region_sur: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Memory would be ahead of the log: the hub ends, and begins again from the log."""

    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running:
            monkeypatch.setattr("shared.hub.answers.result", _broken)
            with pytest.raises(ZeroDivisionError):
                await running.hub.handle("r1", c.IssueTicket("PJ01"), KIOSK)
            assert isinstance(await asyncio.wait_for(running.hub.failed, 5), ZeroDivisionError)
            monkeypatch.undo()

    run(journey())


def _broken(*_: object) -> None:
    raise ZeroDivisionError


def test_nobodys_name_is_in_the_log(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running:
            await running.hub.handle("r1", c.OpenCounter(20, "a020"), KIOSK)

    run(journey())
    name = region_sur.advisor["a020"].name
    store = Store(tmp_path / "c.sqlite")
    bodies = [row[0] for row in store.db.execute("SELECT body FROM event")]
    assert "a020" in bodies[-1]
    assert not [body for body in bodies if name in body]
    assert (name,) in list(store.db.execute("SELECT name FROM advisor_name"))
    store.close()


async def copied(folder: Path) -> None:
    """Wait for a copy of the store."""
    async with asyncio.timeout(20):
        while not copies_of(folder / "c.sqlite"):
            await asyncio.sleep(0.01)


def test_a_hub_that_ended_before_its_copy_makes_it_at_the_next_start_and_only_then(
    tmp_path: Path, region_sur: Catalogue
) -> None:
    async def closing() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running:
            running.hub.keeper._copier.make = lambda _day: None  # type: ignore[method-assign]  # the power goes
            await running.hub.order(c.CloseDay())

    async def next_start() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running:
            await copied(tmp_path)
            assert running.hub.keeper._copier._has(running.hub.seq)

    run(closing())
    assert copies_of(tmp_path / "c.sqlite") == []
    run(next_start())
    (copy,) = copies_of(tmp_path / "c.sqlite")
    made = copy.stat().st_mtime_ns
    run(next_start())
    assert copy.stat().st_mtime_ns == made


def test_closing_the_day_leaves_a_verified_copy_with_the_days_figures(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running:
            await running.hub.handle("r1", c.IssueTicket("PJ01"), KIOSK)
            await running.hub.order(c.CloseDay())
            await copied(tmp_path)

    run(journey())
    with History.of(tmp_path / "c.sqlite") as history:
        (day,) = history.days()
        hall = history.hall(day)
        assert hall.day is not None
        figures = history.figures(day)
        assert figures[Group("centre", "")].left == 1
        assert figures == dict(sorted(day_figures(region_sur, hall.day).items()))


def test_a_correction_after_the_close_is_in_the_figures_and_in_the_copy(tmp_path: Path, region_sur: Catalogue) -> None:
    """Also where another catalogue came in the night, and the hub began anew."""
    store = tmp_path / "c.sqlite"
    other, clock = msgspec.structs.replace(region_sur, name="Otro nombre"), MovedClock()

    async def day_and_night() -> None:
        async with begun(store, region_sur, clock) as running:
            await running.hub.handle("r1", c.IssueTicket("PJ01"), KIOSK)
            for order in (c.OpenCounter(20, "a020"), c.CallNext(20), c.StartAttention(20)):
                await running.hub.order(order)
            running.clock.pass_(seconds=300)
            await running.hub.order(c.FinishAttention(20))
            await running.hub.order(c.CloseDay())
            await running.hub.order(c.ChangeCatalogue(other))
            await copied(tmp_path)

    async def correcting() -> None:
        async with begun(store, other, clock) as running:
            await running.hub.handle("r2", c.CorrectServices("PJ 001", ("PJ01", "PJ02")), SUPERVISOR)
            at = running.clock.now()
            await running.hub.handle(
                "r3", c.NoteInterruption("line", at - timedelta(minutes=4), at, queue="PJ"), SUPERVISOR
            )
            async with asyncio.timeout(20):
                while not running.hub.keeper._copier._has(running.hub.seq):
                    await asyncio.sleep(0.01)

    run(day_and_night())
    with History.of(store) as history:
        (day,) = history.days()
        assert history.figures(day)[Group("centre", "")].services == 1
        assert history.corrections(day) == []
    run(correcting())
    with History.of(store) as history:
        hall = history.hall(day)
        assert hall.day is not None
        figures = history.figures(day)
        assert (figures[Group("centre", "")].services, figures[Group("centre", "")].excluded) == (2, 240)
        assert figures == dict(sorted(day_figures(region_sur, hall.day).items()))
        assert hall.centre.catalogue.name == region_sur.name
        first, second = history.corrections(day)
        assert (first.person, e.event_type(first.event)) == ("a001", "services_corrected")
        assert len(history.interruptions(day)) == 1
        assert "services" in as_text(corrections_table("x", (first, second)))


@pytest.mark.logs("no copy of the store")
def test_the_hall_goes_on_where_no_copy_can_be_made(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        clock = MovedClock()
        async with begun(tmp_path / "c.sqlite", region_sur, clock) as running:
            await running.hub.order(c.CloseDay())
            clock.pass_(days=1)
            await running.hub.tick()
            await running.hub.handle("r1", c.IssueTicket("PJ01"), KIOSK)

    (tmp_path / "copies").write_text("a file where the folder should be")
    run(journey())
