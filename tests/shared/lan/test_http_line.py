"""Whoever holds a line and does not ask loses it; whoever asks keeps it."""

from __future__ import annotations

import asyncio

import pytest

from installers.demo.phone_gallery import Showcase, shown
from shared.domain.catalogue import Catalogue
from shared.lan.http_line import Line

pytestmark = pytest.mark.anyio
ASKS = b"GET / HTTP/1.1\r\nHost: mac\r\n\r\n"


@pytest.fixture
def case(region_sur: Catalogue) -> Showcase:
    return Showcase(region_sur)


async def line(url: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    return await asyncio.open_connection("127.0.0.1", int(url.rpartition(":")[2]))


@pytest.mark.parametrize("said", [b"", ASKS[:20], ASKS + ASKS[:20]], ids=["nothing", "half", "one and a half"])
async def test_a_line_on_which_no_whole_request_comes_is_closed(
    case: Showcase, monkeypatch: pytest.MonkeyPatch, said: bytes
) -> None:
    monkeypatch.setattr(Line, "patience", 0.05)
    with shown(case) as url:
        reader, writer = await line(url)
        writer.write(said)
        heard = await reader.read()
        writer.close()
    assert heard.count(b"HTTP/1.1 404") == (1 if ASKS in said else 0)


async def test_a_line_on_which_somebody_asks_stays(case: Showcase) -> None:
    with shown(case) as url:
        reader, writer = await line(url)
        for _ in range(3):
            writer.write(ASKS)
            head = await reader.readuntil(b"\r\n\r\n")
            length = next(
                int(each[16:]) for each in head.lower().split(b"\r\n") if each.startswith(b"content-length: ")
            )
            await reader.readexactly(length)
            assert head.startswith(b"HTTP/1.1 404")
        writer.close()
