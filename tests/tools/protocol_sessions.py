"""The sessions in docs/protocol.md and docs/protocol-morning.md, played against a real hub whose clock stands still.

A session is a fenced block marked `session`. Its lines are what a client says (`kiosk > {...}`), what it hears
(`kiosk < {...}`), and what happens meanwhile, in brackets. All sessions of the page happen one after the other at one
hub; a line goes on until a page says that it breaks. `python -m tests.tools.protocol_sessions` writes anew what is
heard.
"""

from __future__ import annotations

import asyncio
import json
import re
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection

from shared.domain.centre_file import read_centre
from tests.fakes import identities
from tests.fakes.running_hub import MovedClock, RunningHub, begun

PAGES = [Path(__file__).parents[2] / "docs" / name for name in ("protocol.md", "protocol-morning.md")]
FIRST_MOMENT = datetime(2026, 11, 23, 13, 31, tzinfo=UTC)  # Monday, 08:31 in Lima
WIDTH = 116  # columns of the page
SECRETS = ("token", "incarnation")  # other ones at every hub and day
QUIET = 0.4  # s without a frame: nothing more is heard (only where sessions are written)

STEP = re.compile(r"^(?:\((?P<meanwhile>.+)\)|(?P<line>[a-z0-9-]+) (?P<way>[<>]) )", re.MULTILINE)
BLOCK = re.compile(r"^```(?P<kind>[a-z]+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """One step of a session: somebody says or hears a frame, or something happens meanwhile."""

    way: str  # ">", "<" or "" for what happens meanwhile
    line: str = ""
    value: Any = None


def blocks(page: str, kind: str) -> list[str]:
    """The fenced blocks of a kind, in order."""
    return [found["text"] for found in BLOCK.finditer(page) if found["kind"] == kind]


def steps(session: str) -> Iterator[Step]:
    """Raises ValueError for a line that is none."""
    at = 0
    while at < len(session.rstrip()):
        found = STEP.match(session, at)
        if not found:
            raise ValueError(f"no step of a session: {session[at : at + 60]!r}")
        if found["meanwhile"]:
            yield Step("", value=found["meanwhile"])
            at = found.end() + 1
            continue
        value, at = json.JSONDecoder().raw_decode(session, found.end())
        yield Step(found["way"], found["line"], value)
        at += 1


@dataclass
class Player:
    """Plays steps at a hub. `heard`: every frame that the hub sent, as a client decodes it."""

    running: RunningHub
    lines: dict[str, ClientConnection] = field(default_factory=dict)
    heard: list[Any] = field(default_factory=list)
    early: dict[tuple[str, bool], list[Any]] = field(default_factory=dict)  # changes, or others, before their step

    async def line_of(self, name: str) -> ClientConnection:
        if name not in self.lines:
            self.lines[name] = await identities.line(self.running.url)
        return self.lines[name]

    async def say(self, step: Step) -> None:
        await (await self.line_of(step.line)).send(json.dumps(step.value, ensure_ascii=False))

    async def hear(self, name: str, kind: str) -> Any:
        """The next frame of a line. Nobody may depend on the order of changes among the others: each is heard apart."""
        changes = kind == "changes"
        while not (early := self.early.setdefault((name, changes), [])):
            async with asyncio.timeout(5):
                frame = json.loads(await self.lines[name].recv())
            self.early.setdefault((name, frame["type"] == "changes"), []).append(frame)
        self.heard.append(early[0])
        return early.pop(0)

    async def happen(self, meanwhile: str) -> None:
        if found := re.fullmatch(r"(\d+) seconds pass", meanwhile):
            self.running.clock.pass_(seconds=int(found[1]))
        elif meanwhile == "the hub looks at its clock":
            self.running.desk.time_passed()
        elif meanwhile == "the hub looks for what is due":
            await self.running.hub.tick()
        elif found := re.fullmatch(r"(\S+)'s line breaks", meanwhile):
            self.lines.pop(found[1]).transport.abort()
        elif found := re.fullmatch(r"the hub closes (\S+)'s line: (\d+)", meanwhile):
            line = self.lines.pop(found[1])
            await asyncio.wait_for(line.wait_closed(), 5)
            assert line.close_code == int(found[2])
        else:
            raise ValueError(f"nobody knows what happens: {meanwhile!r}")

    async def unheard(self) -> list[tuple[str, Any]]:
        """Frames that the hub had sent and no step heard."""
        left = [(name, frame) for (name, _), early in self.early.items() for frame in early]
        for name, line in self.lines.items():
            await (await line.ping())  # all that was sent before the pong is there
            with suppress(TimeoutError):
                while True:
                    async with asyncio.timeout(0.001):
                        left.append((name, json.loads(await line.recv())))
        return left

    async def end(self) -> None:
        for line in self.lines.values():
            await line.close()
        self.lines.clear()


@asynccontextmanager
async def player(page: str, folder: Path) -> AsyncIterator[Player]:
    """A hub of the centre in the one `toml` block of a page, its day just opened."""
    (centre,) = blocks(page, "toml")
    async with begun(folder / "c.sqlite", read_centre(centre, "protocol.toml"), MovedClock(FIRST_MOMENT)) as running:
        yield Player(running)


def shown(value: Any, width: int = WIDTH, lead: int = 0) -> str:
    """JSON that a person can read, in `width` columns: short things side by side, what does not fit indented.

    `lead`: columns that are taken before it on its first line.
    """
    line = json.dumps(value, ensure_ascii=False)
    if lead + len(line) <= width or not value or not isinstance(value, dict | list):
        return line
    named = value.items() if isinstance(value, dict) else (("", part) for part in value)
    rows = [""]
    for name, part in named:
        key = f"{json.dumps(name)}: " if isinstance(value, dict) else ""
        text = key + shown(part, width - 2, len(key) + 1)
        beside = f"{rows[-1]} {text}".strip()
        if "\n" in beside or len(beside) > width - 3:
            rows.append(text + ",")
        else:
            rows[-1] = beside + ","
    inside = "\n".join(row for row in rows if row).removesuffix(",").replace("\n", "\n  ")
    first, last = "{}" if isinstance(value, dict) else "[]"
    return f"{first}\n  {inside}\n{last}"


async def _written(session: str, player: Player) -> str:
    """A session with all that is heard in it."""
    text = ""
    for step in [step for step in steps(session) if step.way != "<"]:
        if step.way:
            text += f"{step.line} > {shown(step.value, WIDTH, len(step.line) + 3)}\n"
            await player.say(step)
        else:
            text += f"({step.value})\n"
            await player.happen(step.value)
        await asyncio.sleep(QUIET)
        for name, line in list(player.lines.items()):
            while True:
                try:
                    frame = json.loads(await asyncio.wait_for(line.recv(), QUIET))
                except Exception:  # nothing more, or the line has ended
                    break
                text += f"{name} < {shown(frame, WIDTH, len(name) + 3)}\n"
    return text


async def _write(pages: list[str]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        async with player("".join(pages), Path(folder)) as playing:
            written = []
            for page in pages:
                for session in blocks(page, "session"):
                    text = await _written(session, playing)
                    page = page.replace(f"```session\n{session}```", f"```session\n{text}```")
                written.append(page)
            await playing.end()
    return written


if __name__ == "__main__":
    before = [page.read_text(encoding="utf-8") for page in PAGES]
    for page, text in zip(PAGES, asyncio.run(_write(before)), strict=True):
        page.write_text(text, encoding="utf-8")
