"""Frames at a real hub, a process of its own, over the line of a paired device, its rate limit off."""

from __future__ import annotations

import asyncio
import json
import re
import time
from pathlib import Path
from random import Random

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from installers.faultlab.fuzz.frames import frames, valid
from installers.faultlab.fuzz.tally import Tally
from installers.faultlab.hall import HallHub, Member
from installers.faultlab.row import Run
from shared.domain.roles import DeviceRole
from shared.lan.messages import encode

CENTRE = Path(__file__).parents[2] / "centres" / "region-sur.toml"
WARM = 0.1  # of the frames, before memory is measured first

UNGUARDED = """
import msgspec
import shared.hub.conversation as conversation
import shared.lan.messages as messages
bare = msgspec.json.Decoder(messages.FromClient)
conversation.looked_at = lambda frame: frame
conversation.from_client = lambda frame: bare.decode(frame)
import suyana
suyana.main()
"""
"""The hub without what looks at a frame first, and turns bad UTF-8 and endless brackets into a named error."""


class Thrower:
    """Throws frames at a hub over one line, opened anew whenever the hub closes it."""

    def __init__(self, hub: HallHub, kiosk: Member, tally: Tally) -> None:
        self._hub, self._kiosk, self._tally = hub, kiosk, tally
        self._line: ClientConnection | None = None

    async def throw(self, frame: bytes) -> None:
        line = self._line or await self._open()
        began = time.monotonic()
        try:
            await line.send(frame.decode() if _is_text(frame) else frame)
            self._hear(await self._answer(line))
        except ConnectionClosed as closed:
            self._line = None
            reason = closed.rcvd
            if reason is None:
                self._tally.wrong.append(f"the line broke without a word at {frame[:60]!r}")
            else:
                self._tally.named += 1
        except TimeoutError:
            self._tally.wrong.append(f"no answer to {frame[:60]!r}")
            self._line = None
        self._tally.took(time.monotonic() - began, f"a frame {frame[:60]!r}")

    async def _answer(self, line: ClientConnection) -> dict[str, object]:
        """The first message that is no push."""
        async with asyncio.timeout(10):
            while True:
                message = json.loads(await line.recv())
                if message["type"] != "changes":
                    return dict(message)

    def _hear(self, message: dict[str, object]) -> None:
        said = message.get("problem") or message.get("code")
        if said:
            self._tally.named += 1
            if "fault of the hub" in str(said):
                self._tally.wrong.append(f"{said}")
        else:
            self._tally.done += 1

    async def _open(self) -> ClientConnection:
        who = self._kiosk.identity
        self._line = await connect(self._hub.url, ssl=who.tls, server_hostname=who.hub_name, compression=None)
        await self._line.send(encode(self._kiosk.hello))
        await self._answer(self._line)
        return self._line

    async def close(self) -> None:
        if self._line:
            await self._line.close()


def _is_text(frame: bytes) -> bool:
    try:
        frame.decode()
    except UnicodeDecodeError:
        return False
    return True


def memory(pid: int) -> float:
    """MB that a process holds."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


async def at_hub(run: Run, count: int, code: str = "") -> tuple[Tally, float]:
    """Returns by how many MB the hub grew, too."""
    tally = Tally()
    hub = HallHub(run.folder, CENTRE, code=code, more=("--no-limits",))
    kiosk = hub.member(DeviceRole.KIOSK, "kiosk-1")
    hub.start()
    thrower = Thrower(hub, kiosk, tally)
    before = 0.0
    try:
        for n, frame in enumerate(frames(run.random("frames"), count)):
            if n == int(count * WARM):
                before = memory(hub.pid)
            await thrower.throw(frame)
            run.passed(1)
        await thrower.throw(valid(Random(1)))
        grew = memory(hub.pid) - before
        await thrower.close()
    except (OSError, WebSocketException) as error:
        tally.wrong.append(f"the hub is gone: {error}")
        grew = 0.0
    if not hub.is_running or hub.stop() != 0:
        tally.wrong.append(f"the hub ended: {hub.last_words()}")
    if "Traceback" in hub.log.read_text(errors="replace"):
        tally.wrong.append("there is a traceback in the hub's log")
    return tally, grew
