"""The line to the hub, for ever."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from shared.domain.roles import DeviceRole
from shared.lan.addresses import Places
from shared.lan.client import HubAway, HubClient, HubRefused, connected
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, Hello
from shared.lan.reconnect import pauses
from shared.pages.known import Known

log = logging.getLogger(__name__)


def hub_pauses() -> Iterator[float]:
    return pauses(Random())


class Hall(Known):
    """Follows the hub; between two lines it keeps what it was shown last. It says hello, and never anything more."""

    def __init__(
        self,
        places: Places,
        identity: Identity,
        waits: Callable[[], Iterator[float]] = hub_pauses,
        own: Path | None = None,
    ) -> None:
        """own: the folder of the centre's own language packs, where it has one."""
        super().__init__(datetime.now(UTC), own)
        self._places, self._identity, self._waits = places, identity, waits
        self._hello = Hello((PROTOCOL, PROTOCOL), DeviceRole.PAGES, identity.device)
        self._hub: HubClient | None = None
        self.online = asyncio.Event()

    def now(self) -> datetime:
        return self._hub.now if self._hub else datetime.now(UTC)

    async def follow(self) -> None:
        """Until cancelled."""
        said, waits = "", self._waits()
        while True:
            try:
                async with connected(self._places(), self._hello, self._identity) as hub:
                    self._hub, self.mirror = hub, hub.mirror
                    self.away_since, said, waits = None, "", self._waits()
                    self.online.set()
                    log.info("the hub of %s is there", hub.welcome.centre)
                    await hub.until(lambda _: False)
            except (HubAway, HubRefused) as error:
                if str(error) != said:
                    said = str(error)
                    log.warning("hub: %s; phones are told that it is away", error)
            finally:
                self.online.clear()
                self.away_since = self.away_since or self.now()
            await asyncio.sleep(next(waits))
