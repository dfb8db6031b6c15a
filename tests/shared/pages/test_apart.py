"""The guests' network reaches the pages, and through them nothing: real sockets, a real hub."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest
from websockets.asyncio.client import ClientConnection

from shared.domain.catalogue import Catalogue
from shared.lan.messages import DeviceRole, Hello, encode
from shared.lan.web import listen
from shared.pages.hall import Hall
from shared.pages.server import server
from tests.fakes.identities import identity
from tests.fakes.running_hub import begun

pytestmark = pytest.mark.anyio
GUESTS = "127.0.0.2"  # another address of this machine, as the pages have one in the guests' network
TOKEN = "A" * 22
HEAD = "Host: mac\r\nConnection: close\r\n"
SAID = (
    f"GET /t/{TOKEN} HTTP/1.1\r\n{HEAD}\r\n",
    f"GET /t/{TOKEN}/now?lang=quz HTTP/1.1\r\n{HEAD}If-None-Match: \"x\"\r\n\r\n",
    f"POST /t/{TOKEN} HTTP/1.1\r\n{HEAD}Content-Length: 27\r\n\r\n" + '{"type":"close_day","id":1}',
    f"GET / HTTP/1.1\r\n{HEAD}Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: eA==\r\n"
    "Sec-WebSocket-Version: 13\r\n\r\n",
    "GET https://127.0.0.1:{hub}/ HTTP/1.1\r\n" + HEAD + "\r\n",
    "CONNECT 127.0.0.1:{hub} HTTP/1.1\r\nHost: 127.0.0.1:{hub}\r\nConnection: close\r\n\r\n",
    f"GET /t/../../etc/passwd HTTP/1.1\r\n{HEAD}\r\n",
    "\x16\x03\x01 no HTTP at all\r\n\r\n",
)  # fmt: skip


async def said_to(port: int, words: str) -> str:
    reader, writer = await asyncio.open_connection(GUESTS, port)
    writer.write(words.encode())
    try:
        return (await reader.read()).decode(errors="replace")
    finally:
        writer.close()


async def test_whatever_a_phone_says_the_hub_hears_one_hello_and_no_more(
    tmp_path: Path, region_sur: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    send = ClientConnection.send

    async def noted(line: ClientConnection, message: str, *more: object) -> None:
        told.append(message)
        await send(line, message, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(ClientConnection, "send", noted)
    async with begun(tmp_path / "c.sqlite", region_sur) as running:
        hall = Hall(lambda: [running.url], identity(DeviceRole.PAGES, "pages-1"))
        listening = listen(GUESTS, 0)
        pages, port = server(hall), listening.getsockname()[1]
        tasks = asyncio.create_task(hall.follow()), asyncio.create_task(pages.serve(sockets=[listening]))
        await hall.online.wait()
        lines, before = len(running.desk._lines), running.hub.committed.day
        for words in SAID:
            answer = await said_to(port, words.replace("{hub}", str(running.port)))
            assert answer.startswith(("HTTP/1.1 404", "HTTP/1.1 405", "HTTP/1.1 400")), words
        assert told == [encode(Hello((1, 1), DeviceRole.PAGES, "pages-1"))]
        assert (len(running.desk._lines), running.hub.committed.day) == (lines, before)
        with socket.socket() as guest, pytest.raises(ConnectionRefusedError):
            guest.connect((GUESTS, running.port))
        with socket.socket() as inside, pytest.raises(ConnectionRefusedError):
            inside.connect(("127.0.0.1", port))
        tasks[0].cancel()
        pages.should_exit = True
        await asyncio.gather(*tasks, return_exceptions=True)
