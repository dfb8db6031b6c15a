"""Places are tried at once, and the first that proves itself is used."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest

from shared.lan.race import raced

pytestmark = pytest.mark.anyio


class Line:
    def __init__(self, place: str) -> None:
        self.place, self.closed = place, False

    async def close(self) -> None:
        self.closed = True


class Network:
    """`gates`: places that open when their event is set; others are refused."""

    def __init__(self, *gates: str) -> None:
        self.gates = {place: asyncio.Event() for place in gates}
        self.tried: list[str] = []
        self.ended: list[str] = []
        self.lines: list[Line] = []

    async def open(self, place: str) -> Line:
        self.tried.append(place)
        if place not in self.gates:
            raise ConnectionRefusedError(place)
        try:
            await self.gates[place].wait()
        except asyncio.CancelledError:
            self.ended.append(place)
            raise
        self.lines.append(Line(place))
        return self.lines[-1]


async def test_a_place_that_says_nothing_holds_nobody_up() -> None:
    network = Network("silent", "hub")
    network.gates["hub"].set()
    async with aclosing(raced(["silent", "hub"], network.open, head_start=0.001)) as race:
        assert (await anext(race))[0] == "hub"
    assert network.ended == ["silent"]
    assert [line.closed for line in network.lines] == [False]


async def test_better_places_have_a_start_so_that_the_usual_case_is_one_try() -> None:
    network = Network("last good", "announced")
    network.gates["last good"].set()
    async with aclosing(raced(["last good", "announced"], network.open, head_start=60)) as race:
        assert (await anext(race))[0] == "last good"
    assert network.tried == ["last good"]


async def test_where_one_fails_the_next_is_tried_at_once() -> None:
    network = Network("hub")
    network.gates["hub"].set()
    found = []
    async with aclosing(raced(["nobody", "nobody either", "hub"], network.open, head_start=60)) as race:
        async for place, line in race:
            found.append((place, type(line).__name__))
    error = ConnectionRefusedError.__name__
    assert found == [("nobody", error), ("nobody either", error), ("hub", "Line")]


async def test_of_two_that_open_in_one_moment_the_one_not_used_is_closed() -> None:
    network = Network("a", "b")
    async with aclosing(raced(["a", "b"], network.open, head_start=0)) as race:
        waiting = asyncio.ensure_future(anext(race))
        while len(network.tried) < 2:
            await asyncio.sleep(0)
        for gate in network.gates.values():
            gate.set()
        _, used = await waiting
    assert isinstance(used, Line)
    assert not used.closed
    assert all(line.closed for line in network.lines if line is not used)


async def test_nothing_to_try_is_an_end() -> None:
    assert [found async for found in raced([], Network().open)] == []
