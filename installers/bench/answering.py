"""Rows: how long an acknowledged order takes, and how many the hub acknowledges in a second."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median
from time import perf_counter

from installers.bench import bare
from installers.bench.clients import Hall, hall, socket_of, watching
from installers.bench.flushing import counting, flushes_in
from installers.bench.row import Bench, Measured, Row, ms, p
from installers.bench.stand import Stand, bare_server

A_SECOND = 20
SLOW = 20  # milliseconds added to each flush
SUBSCRIBERS = 100


def latency(bench: Bench) -> list[Measured]:
    """As the disk is."""
    return _latency(bench, 0, (2.0, 3.0))


def slow_disk(bench: Bench) -> list[Measured]:
    """With something added to each flush, of the hub and of the bare opponent."""
    return _latency(bench, SLOW, (1.25, 2.5))


def _latency(bench: Bench, slow: int, limits: tuple[float, float]) -> list[Measured]:
    orders = bench.of(200, 40)
    ours: list[float] = []
    theirs: list[float] = []
    echo: list[float] = []
    ratios: dict[int, list[float]] = {50: [], 99: []}
    stand = Stand(bench.folder / "hub", counting(bench.folder / "trace", slow) if slow else ())
    with stand, bare_server(stand.trust, bench.folder / "bare.log") as server:
        asyncio.run(_rounds(bench, stand, server.url, orders, slow, (ours, theirs, echo), ratios))
    said = f"{A_SECOND}/s, 60 clients, TLS: p50 {ms(p(ours, 50))}, p99 {ms(p(ours, 99))}; "
    said += f"bare commit {ms(p(theirs, 50))}, {ms(p(theirs, 99))}; bare TLS echo {ms(p(echo, 50))}, {ms(p(echo, 99))}"
    more = f" with {slow} ms added to each flush" if slow else ""
    return [
        Measured(f"p{percent} of an order against the bare commit{more}", median(ratios[percent]), limit, said)
        for percent, limit in zip((50, 99), limits, strict=True)
    ]


async def _rounds(
    bench: Bench,
    stand: Stand,
    bare_url: str,
    orders: int,
    slow: int,
    all_taken: tuple[list[float], list[float], list[float]],
    ratios: dict[int, list[float]],
) -> None:
    """An order of ours and one of the other in turns, so that both meet the same disk in the same second."""
    ours, theirs, echo = all_taken
    async with hall(stand, "latency") as people:
        for number in range(bench.rounds):
            bench.flush()
            path = bench.folder / f"bare-{number}.sqlite"
            theirs_of_round = asyncio.to_thread(bare.paced_apart, path, orders, A_SECOND, slow)
            once, other = await asyncio.gather(people.paced(orders, A_SECOND), theirs_of_round)
            echo += await _echo(stand, bare_url, orders // 4)
            ours += once
            theirs += other
            for percent, found in ratios.items():
                found.append(p(once, percent) / p(other, percent))
            bench.passed(1)


async def _echo(stand: Stand, url: str, times: int) -> list[float]:
    async with socket_of(url, stand.a_device) as line:
        await line.send("hello")
        await line.recv()
        taken = []
        for _ in range(times):
            await asyncio.sleep(1 / A_SECOND)
            began = perf_counter()
            await line.send("x" * 300)
            await line.recv()
            taken.append(perf_counter() - began)
    return taken


def saturation(bench: Bench) -> list[Measured]:
    """Everybody at once, against groups of the same mean size of the same rows."""
    orders = bench.of(4_000, 600)
    alone: list[float] = []
    watched: list[float] = []
    ratios: list[float] = []
    sizes: list[float] = []
    for number in range(bench.rounds):
        bench.flush()
        here = bench.folder / f"round-{number}"
        rate, size = _flat_out(here / "alone", orders, 0)
        alone.append(rate)
        sizes.append(size)
        watched.append(_flat_out(here / "watched", orders, SUBSCRIBERS)[0])
        group = max(1, round(size))
        ratios.append(rate / bare.saturated(here / "bare.sqlite", [group] * (orders // group)))
        bench.passed(1)
    said = f"{median(alone):,.0f}/s in groups of {median(sizes):.1f}; bare {median(alone) / median(ratios):,.0f}/s; "
    said += f"with {SUBSCRIBERS} subscribers {median(watched):,.0f}/s"
    share = median([w / a for w, a in zip(watched, alone, strict=True)])
    return [
        Measured("orders a second against bare groups of the same size", median(ratios), 0.2, said, at_least=True),
        Measured("orders a second, 60 clients, TLS", median(alone), 1_000, said, at_least=True, absolute=True),
        Measured(f"with {SUBSCRIBERS} subscribers, of that without", share, 0.4, said, at_least=True),
    ]


def _flat_out(folder: Path, orders: int, boards: int) -> tuple[float, float]:
    """Orders a second, and the mean size of a group."""
    folder.mkdir(parents=True)
    trace = folder / "trace"
    with Stand(folder, counting(trace)) as stand:

        async def run() -> tuple[float, float]:
            async with AsyncExitStack() as there:
                people: Hall = await there.enter_async_context(hall(stand, "flat-out"))
                if boards:
                    await there.enter_async_context(watching(stand, boards))
                before = flushes_in(trace)
                rate = await people.flat_out(orders)
                return rate, orders / max(1, flushes_in(trace) - before)

        return asyncio.run(run())


def flushes(bench: Bench) -> list[Measured]:
    """System calls that flush, for each order."""
    orders = bench.of(3_000, 300)
    found = {}
    for clients in (1, 60):
        trace = bench.folder / f"trace-{clients}"
        with Stand(bench.folder / f"hub-{clients}", counting(trace)) as stand:
            found[clients] = asyncio.run(_flushed(stand, trace, orders, one_by_one=clients == 1))
        bench.passed(1)
    said = f"{orders} orders, counted by strace; the group size is whatever 60 clients make it"
    return [
        Measured("flushes per order, one client", found[1], 1.05, said),
        Measured("flushes per order, 60 clients", found[60], 0.10, said),
    ]


async def _flushed(stand: Stand, trace: Path, orders: int, *, one_by_one: bool) -> float:
    async with hall(stand, "flushes") as people:
        before = flushes_in(trace)
        if one_by_one:
            await people.paced(orders, 10_000)
        else:
            await people.flat_out(orders)
        return (flushes_in(trace) - before) / orders


ROWS = (
    Row("flushes", "flushes per order: one client 1.05, 60 clients 0.10", flushes, lambda _: 2),
    Row("latency", "an acknowledged order against the bare commit", latency, lambda bench: bench.rounds),
    Row("slow-disk", "the same with 20 ms added to each flush", slow_disk, lambda bench: bench.rounds),
    Row("saturation", "60 clients at once, with and without 100 subscribers", saturation, lambda bench: bench.rounds),
)
