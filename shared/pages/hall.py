"""What this program knows of the hall: its copy of what the hub shows it, and since when it hears nothing."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from shared.domain.catalogue import Catalogue
from shared.domain.languages import SPANISH, Speech
from shared.domain.roles import DeviceRole
from shared.lan.addresses import Places
from shared.lan.client import HubAway, HubClient, HubRefused, connected
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, Hello
from shared.lan.mirror import Mirror
from shared.lan.reconnect import pauses
from shared.lan.views import CatalogueView, PhoneView
from shared.languages.tongues import Tongues

log = logging.getLogger(__name__)

SLIP_KEY = 32  # hexadecimal digits


def hub_pauses() -> Iterator[float]:
    return pauses(Random())


class Hall:
    """Follows the hub for ever; between two lines it keeps what it was shown last, and says since when."""

    def __init__(
        self,
        places: Places,
        identity: Identity,
        waits: Callable[[], Iterator[float]] = hub_pauses,
        own: Path | None = None,
    ) -> None:
        """own: the folder of the centre's own language packs, where it has one."""
        self._places, self._identity, self._waits = places, identity, waits
        self._tongues = Tongues(own)
        self._hello = Hello((PROTOCOL, PROTOCOL), DeviceRole.PAGES, identity.device)
        self._hub: HubClient | None = None
        self._mirror = Mirror()
        self.away_since: datetime | None = datetime.now(UTC)
        self.online = asyncio.Event()

    @property
    def catalogue(self) -> Catalogue | None:
        shown = self._mirror.get("catalogue", CatalogueView)
        return shown.catalogue if shown else None

    def ticket(self, token: str) -> PhoneView | None:
        """The ticket of a slip, where it has not ended."""
        key = hashlib.sha256(token.encode()).hexdigest()[:SLIP_KEY]
        return self._mirror.get(f"phone/{key}", PhoneView)

    def speech(self, asked: str, view: PhoneView | None) -> Speech:
        """The language that was asked for, else that of the ticket; Spanish where the centre does not offer it."""
        catalogue = self.catalogue
        offered = catalogue.languages if catalogue else ()
        wanted = (asked, view.language if view else "")
        if catalogue:
            self._tongues.centre_has(catalogue)
        return self._tongues.speech(next((tag for tag in wanted if tag in offered), SPANISH))

    def now(self) -> datetime:
        """The time of the centre."""
        return self._hub.now if self._hub else datetime.now(UTC)

    async def follow(self) -> None:
        """Until cancelled."""
        said, waits = "", self._waits()
        while True:
            try:
                async with connected(self._places(), self._hello, self._identity) as hub:
                    self._hub, self._mirror = hub, hub.mirror
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
