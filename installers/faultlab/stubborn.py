"""A device that comes back after every break of its line, and gives an order again until it is answered."""

from __future__ import annotations

import asyncio

from msgspec.structs import replace

from installers.demo.people import DEMO_PIN
from shared.domain import commands as c
from shared.lan.client import HubAway, HubClient, connect
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, Hello, Result

PAUSE = 0.02  # seconds before it tries again


class Stubborn:
    """`person` signs in once; after that a session spares the PIN. Request ids begin with the name of the device."""

    def __init__(self, url: str, identity: Identity, counter: int = 0, person: str = "") -> None:
        self._url = url
        self._identity = identity
        self._person = person
        self._greeting = Hello((PROTOCOL, PROTOCOL), identity.role, identity.device, counter)
        self._client: HubClient | None = None
        self._made = 0
        self.acknowledged: set[str] = set()

    async def ask(self, command: c.Command) -> Result:
        """Raises HubRefused."""
        self._made += 1
        request = f"{self._identity.device}-{self._made}"
        while True:
            try:
                answer = await (await self._line()).ask(command, request)
            except HubAway:
                await self.leave()
                await asyncio.sleep(PAUSE)
                continue
            self.acknowledged.add(request)
            return answer.result

    async def _line(self) -> HubClient:
        if self._client is None:
            self._client = await connect([self._url], self._greeting, self._identity)
            if self._person and not self._client.welcome.person:
                session = (await self._client.sign_in(self._person, DEMO_PIN)).session
                self._greeting = replace(self._greeting, session=session)
        return self._client

    async def leave(self) -> None:
        if self._client:
            await self._client.close()
            self._client = None
