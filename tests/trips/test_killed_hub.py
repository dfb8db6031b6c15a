"""The hub is killed without goodbye, twenty times, while people take tickets and are called: nothing acknowledged is
missing, no number is given twice. The clients are plain ones that ask again under the same request id."""

from __future__ import annotations

import asyncio
import sqlite3
import uuid
from collections import Counter
from pathlib import Path
from random import Random

from msgspec.structs import replace

from installers.demo.people import DEMO_PIN
from shared.domain import commands as c
from shared.lan.client import HubAway, HubClient, HubRefused
from shared.lan.messages import Called, DeviceRole, Hello, Receipt
from shared.store.database import Store
from shared.store.event_log import EventLog
from tests.fakes.hub_process import HubProcess
from tests.fakes.identities import connect
from tests.fakes.running_hub import hello

KILLS = 20
SEED = 20261123


class Stubborn:
    """A device that comes back after every break, and asks again what was not answered."""

    def __init__(self, url: str, greeting: Hello, person: str = "") -> None:
        self._url = url
        self._person = person
        self._greeting = greeting
        self._client: HubClient | None = None

    async def ask(self, command: c.Command) -> object:
        request = uuid.uuid4().hex
        while True:
            try:
                if self._client is None:
                    self._client = await connect([self._url], self._greeting)
                    await self._come_in(self._client)
                return (await self._client.ask(command, request)).result
            except HubAway:
                await self.leave()
                await asyncio.sleep(0.02)

    async def _come_in(self, client: HubClient) -> None:
        """Once: after that a session spares the PIN."""
        if self._person and not client.welcome.person:
            session = (await client.sign_in(self._person, DEMO_PIN)).session
            self._greeting = replace(self._greeting, session=session)

    async def leave(self) -> None:
        if self._client:
            await self._client.close()
            self._client = None


async def take_tickets(kiosk: Stubborn, acknowledged: list[str], until: asyncio.Event) -> None:
    while not until.is_set():
        result = await kiosk.ask(c.IssueTicket("PJ01"))
        assert isinstance(result, Receipt)
        acknowledged.append(result.number)
    await kiosk.leave()


async def serve(counter: Stubborn, number: int, advisor: str, called: list[str], until: asyncio.Event) -> None:
    await counter.ask(c.OpenCounter(number, advisor))
    while not until.is_set():
        try:
            result = await counter.ask(c.CallNext(number))
        except HubRefused:
            await asyncio.sleep(0.01)
            continue
        assert isinstance(result, Called)
        called.append(result.number)
        await counter.ask(c.StartAttention(number))
        await counter.ask(c.FinishAttention(number))
    await counter.leave()


async def morning(hub: HubProcess) -> tuple[list[str], list[str]]:
    moments = Random(SEED)
    acknowledged: list[str] = []
    called: list[str] = []
    until = asyncio.Event()
    people = [
        take_tickets(Stubborn(hub.url, hello(DeviceRole.KIOSK, f"kiosk-{i}")), acknowledged, until) for i in range(2)
    ]
    people += [
        serve(
            Stubborn(hub.url, hello(DeviceRole.COUNTER, f"counter-{n}", n), f"a{n:03d}"), n, f"a{n:03d}", called, until
        )
        for n in (20, 21)
    ]
    tasks = [asyncio.create_task(person) for person in people]
    for _ in range(KILLS):
        before = len(acknowledged)
        while len(acknowledged) < before + 3:
            await asyncio.sleep(0.005)
        await asyncio.sleep(moments.uniform(0.0, 0.03))
        hub.kill()
        await asyncio.to_thread(hub.start)
    until.set()
    await asyncio.gather(*tasks)
    return acknowledged, called


def test_twenty_kills_lose_and_double_nothing(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path)
    hub.start()
    acknowledged, called = asyncio.run(morning(hub))
    assert hub.stop() == 0
    print(f"\n{KILLS} kills, seed {SEED}: {len(acknowledged)} tickets acknowledged, {len(called)} calls acknowledged")
    assert doubled(acknowledged) == []
    assert doubled(called) == []
    stored = numbers(hub.store)
    assert [number for number in acknowledged if number not in stored] == []
    assert len(stored) == len(set(stored))
    # A ticket that nobody was told of would be a number in no hand: every stored one was acknowledged in the end.
    assert len(stored) == len(acknowledged)
    store = Store(hub.store)
    assert EventLog(store).broken_link() == 0
    store.close()


def test_the_check_notices_a_lost_ticket(tmp_path: Path) -> None:
    """The control: take one acknowledged ticket out of the store, and the same comparison finds it."""
    hub = HubProcess(tmp_path)
    hub.start()

    async def one() -> str:
        kiosk = Stubborn(hub.url, hello(DeviceRole.KIOSK))
        result = await kiosk.ask(c.IssueTicket("PJ01"))
        await kiosk.leave()
        assert isinstance(result, Receipt)
        return result.number

    number = asyncio.run(one())
    hub.stop()
    connection = sqlite3.connect(hub.store)
    connection.execute("DELETE FROM stop")
    connection.execute("DELETE FROM ticket WHERE number = ?", (number,))
    connection.commit()
    connection.close()
    assert number not in numbers(hub.store)


def doubled(numbers: list[str]) -> list[str]:
    return [number for number, times in Counter(numbers).items() if times > 1]


def numbers(store: Path) -> list[str]:
    connection = sqlite3.connect(store)
    found = [row[0] for row in connection.execute("SELECT number FROM ticket ORDER BY id")]
    connection.close()
    return found
