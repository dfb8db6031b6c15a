"""The hub notices whoever else says that it is this centre's hub. Loopback only; every test has a centre of its own."""

from __future__ import annotations

import asyncio
import secrets
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from shared.hub.lookout import look_out
from shared.hub.trust import Trust
from shared.lan.broadcast import answering

HERE = "127.0.0.1"


@asynccontextmanager
async def saying_it_is_the_hub(centre: str, tls: ssl.SSLContext | None) -> AsyncIterator[str]:
    async def nothing(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"SSH-2.0-anything\r\n")
        with suppress(OSError):
            await writer.drain()
            writer.close()
            await writer.wait_closed()

    async with await asyncio.start_server(nothing, HERE, 0, ssl=tls) as server:
        port = server.sockets[0].getsockname()[1]
        async with answering(centre, port, HERE):
            yield f"{HERE}:{port}"


async def met_by(trust: Trust, port: int, enough: Callable[[list[str]], bool], rounds: int = 40) -> list[str]:
    """What a hub at a port meets; with a moment between two looks."""
    met: list[str] = []
    looking = asyncio.create_task(look_out(trust.console, port, met.append, [HERE], every=0.05))
    for _ in range(rounds):
        if enough(met):
            break
        await asyncio.sleep(0.05)
    looking.cancel()
    await asyncio.gather(looking, return_exceptions=True)
    return met


@pytest.fixture
def centre() -> str:
    return f"centre-{secrets.token_hex(4)}"


def test_an_impostor_of_the_same_centre_and_something_without_tls_are_met(tmp_path: Path, centre: str) -> None:
    trust, twin = Trust.open(tmp_path / "trust", centre), Trust.open(tmp_path / "twin", centre)

    async def journey() -> None:
        async with (
            saying_it_is_the_hub(centre, twin.server_tls()) as impostor,
            saying_it_is_the_hub(centre, None) as plain,
        ):
            met = await met_by(trust, 7171, lambda met: {impostor, plain} <= set(met), rounds=200)
            assert set(met) == {impostor, plain}

    asyncio.run(journey())


def test_the_hub_itself_and_a_place_where_nobody_is_are_no_impostors(tmp_path: Path, centre: str) -> None:
    trust = Trust.open(tmp_path / "trust", centre)

    async def journey() -> None:
        async with saying_it_is_the_hub(centre, trust.server_tls()) as itself, answering(centre, 1, HERE):
            other = await met_by(trust, 7171, bool, rounds=30)
            own = await met_by(trust, int(itself.rpartition(":")[2]), bool, rounds=5)
            assert (other, own) == ([], [])

    asyncio.run(journey())
