"""What a client may send is looked at before it is understood, and a flood of one slows nobody else."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import msgspec
import pytest

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.domain.roles import DeviceRole
from shared.hub.limits import DEEPEST, LONGEST_STRING, Limits, Pace, Strangers, TooMuch, looked_at, must_be_plain
from shared.lan.messages import Ask, encode
from tests.fakes.identities import connected, line
from tests.fakes.running_hub import begun, hello


@pytest.mark.parametrize(
    "frame",
    [
        "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1),
        '{"a":' * (DEEPEST + 1) + "1" + "}" * (DEEPEST + 1),
        '{"text":"' + "x" * (LONGEST_STRING * 6 + 1) + '"}',
        b'{"text":"' + b"\\u0041" * (LONGEST_STRING + 1) + b'"}',
        b'"\xff"',
        '"\ud800"',
        "x" * (64 * 1024 + 1),
    ],
)
def test_a_frame_beyond_the_limits_is_refused_unread(frame: str | bytes) -> None:
    with pytest.raises(TooMuch):
        looked_at(frame)


@pytest.mark.parametrize("frame", ["[" * DEEPEST + "]" * DEEPEST, '"' + "[" * 40 + '"', '"' + '\\"[' * 80 + '"', "{}"])
def test_brackets_inside_a_text_are_no_depth(frame: str) -> None:
    assert looked_at(frame) == frame


def test_a_text_is_brought_into_normal_form() -> None:
    assert looked_at('"Nu\u0301n\u0303ez"') == '"Núñez"'


@pytest.mark.parametrize(
    "note",
    ["\x1bp\x00", "\x1d", "a\nb", "\x7f", "\x9b", "\u202e", "\u2028", "e\u0301", "x" * (LONGEST_STRING + 1)],
)
def test_a_text_that_could_reach_a_printer_as_an_order_is_refused(note: str) -> None:
    with pytest.raises(TooMuch):
        must_be_plain(Ask("r1", c.TransferTicket(20, "PJ", note=note)))


@pytest.mark.parametrize("number", [2**53 + 1, -(2**53) - 1, 10**30])
def test_an_integer_that_others_cannot_hold_is_refused(number: int) -> None:
    with pytest.raises(TooMuch):
        must_be_plain(Ask("r1", c.ReturnTicket(number)))
    must_be_plain(Ask("r1", c.ReturnTicket(2**53)))


def test_an_ordinary_order_passes() -> None:
    order = Ask("r1", c.TransferTicket(20, "PJ", note="Traerá la copia del DNI a las 11:30: ¿atender?"))
    assert looked_at(msgspec.json.encode(order))
    must_be_plain(order)


def test_a_device_that_asks_too_fast_waits() -> None:
    async def journey() -> float:
        pace = Pace(Limits(requests_per_second=1000, burst=10))
        loop = asyncio.get_running_loop()
        began = loop.time()
        for _ in range(60):
            await pace.turn()
        return loop.time() - began

    assert asyncio.run(journey()) >= 0.045


def test_strangers_are_counted_by_address_and_forgotten() -> None:
    strangers = Strangers(Limits(strangers=2))
    assert [strangers.come(("192.0.2.1", port)) for port in (1, 2, 3)] == [True, True, False]
    assert strangers.come(("192.0.2.2", 1))
    strangers.gone(("192.0.2.1", 1))
    strangers.gone(("192.0.2.1", 1))
    assert strangers.come(("192.0.2.1", 4))
    assert not strangers.come(("192.0.2.1", 5))


def test_an_address_full_of_strangers_does_not_keep_others_out(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        limits = Limits(strangers=3)
        async with begun(tmp_path / "c.sqlite", region_sur, limits=limits) as running:
            lines = [socket.create_connection(("127.0.0.1", running.port), source_address=("127.0.0.2", 0))]
            lines += [
                socket.create_connection(("127.0.0.1", running.port), source_address=("127.0.0.2", 0)) for _ in range(9)
            ]
            try:
                async with connected([running.url], hello(DeviceRole.KIOSK)) as kiosk:
                    await kiosk.ask(c.IssueTicket("PJ01"))
                    assert len(running.desk.strangers._lines) <= 3
            finally:
                for line in lines:
                    line.close()

    asyncio.run(journey())


def test_a_message_beyond_the_limits_is_answered_and_the_line_goes_on(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with (
            begun(tmp_path / "c.sqlite", region_sur) as running,
            connected([running.url], hello(DeviceRole.KIOSK)) as kiosk,
        ):
            with pytest.raises(Exception, match="control character"):
                await kiosk.ask(c.CheckIn("123\x1b4"))
            with pytest.raises(Exception, match=f"more than {LONGEST_STRING} characters"):
                await kiosk.ask(c.CheckIn("1" * 300))
            await kiosk.ask(c.IssueTicket("PJ01"))

    asyncio.run(journey())


def test_a_line_through_the_gate_does_not_wait_to_send(tmp_path: Path, region_sur: Catalogue) -> None:
    """Nagle's algorithm and a late acknowledgement together cost each answer 40 ms."""

    async def main() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running, line(running.url) as client:
            await client.send(encode(hello(DeviceRole.KIOSK)))
            await client.recv()
            (server,) = (c for audience in running.desk.audiences for c in audience.connections)
            wire = server.transport.get_extra_info("socket")
            assert wire.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)

    asyncio.run(main())
