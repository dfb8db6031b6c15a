"""Everybody at once: two counters press Siguiente at the same moment, forty kiosks ask together."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from shared.domain import commands as c, order
from shared.domain.catalogue import Catalogue
from shared.lan.messages import Called, DeviceRole, Receipt
from tests.fakes.identities import connected
from tests.fakes.running_hub import begun, hello

TIMES = 1_000
KIOSKS, ASKS = 40, 50


async def presses(path: Path, catalogue: Catalogue, times: int) -> list[tuple[int, int]]:
    """What two counters of one queue got, each time that both pressed at once."""
    got: list[tuple[int, int]] = []
    async with (
        begun(path, catalogue) as running,
        connected([running.url], hello(DeviceRole.KIOSK)) as kiosk,
        connected([running.url], hello(DeviceRole.COUNTER, counter=20)) as one,
        connected([running.url], hello(DeviceRole.COUNTER, counter=21)) as other,
    ):
        await asyncio.gather(one.ask(c.OpenCounter(20, "a020")), other.ask(c.OpenCounter(21, "a021")))
        for _ in range(times):
            await asyncio.gather(*(kiosk.ask(c.IssueTicket("PJ01")) for _ in range(2)))
            first, second = await asyncio.gather(one.ask(c.CallNext(20)), other.ask(c.CallNext(21)))
            assert isinstance(first.result, Called)
            assert isinstance(second.result, Called)
            got.append((first.result.ticket, second.result.ticket))
            await asyncio.gather(one.ask(c.StartAttention(20)), other.ask(c.StartAttention(21)))
            await asyncio.gather(one.ask(c.FinishAttention(20)), other.ask(c.FinishAttention(21)))
    return got


def test_two_counters_pressing_next_at_once_a_thousand_times_never_get_the_same(
    tmp_path: Path, region_sur: Catalogue
) -> None:
    got = asyncio.run(presses(tmp_path / "c.sqlite", region_sur, TIMES))
    tickets = [ticket for pair in got for ticket in pair]
    assert len(tickets) == 2 * TIMES
    assert len(set(tickets)) == 2 * TIMES


def test_the_check_notices_a_ticket_called_twice(
    tmp_path: Path, region_sur: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: a line that forgets to take out whom it gave is caught by the same comparison."""
    monkeypatch.setattr(order.Line, "remove", lambda _line, _ticket: None)
    with pytest.raises((AssertionError, IndexError)):
        asyncio.run(presses_differ(tmp_path / "c.sqlite", region_sur))


async def presses_differ(path: Path, catalogue: Catalogue) -> None:
    async with asyncio.timeout(5):
        got = await presses(path, catalogue, 3)
    assert len({ticket for pair in got for ticket in pair}) == 6


def test_forty_kiosks_asking_fifty_times_at_once_never_get_the_same_number(
    tmp_path: Path, region_sur: Catalogue
) -> None:
    async def journey() -> list[str]:
        async with begun(tmp_path / "c.sqlite", region_sur) as running, AsyncExitStack() as stack:
            kiosks = [
                await stack.enter_async_context(connected([running.url], hello(DeviceRole.KIOSK, f"kiosk-{i}")))
                for i in range(KIOSKS)
            ]
            asks = [kiosk.ask(c.IssueTicket("BN01")) for _ in range(ASKS) for kiosk in kiosks]
            return [
                answer.result.number for answer in await asyncio.gather(*asks) if isinstance(answer.result, Receipt)
            ]

    numbers = asyncio.run(journey())
    assert sorted(numbers, key=lambda number: int(number[3:])) == [f"BN {i:03d}" for i in range(1, KIOSKS * ASKS + 1)]
