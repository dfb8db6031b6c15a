"""Brings what the office says down to the centre, and tells the office how the centre stands. Beside the records.

What the centre has of it, the hub's log and the media folder know; nothing else is remembered here.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from random import Random

import msgspec

from shared.domain.commands import LoadAppointments, TakeTemplate
from shared.domain.events import Appointment
from shared.domain.template import parts
from shared.lan.client import HubAway, HubClient, HubRefused
from shared.lan.views import CatalogueView, FromOfficeView
from sync.down import AppointmentSaid, Down, Edition, Kind, Notices, Software, template_of
from sync.live import Live, live_of, offered_of
from sync.media_folder import MediaFolder, TooLarge
from sync.office_link import OfficeAway, OfficeLink, OfficeStopped
from sync.progress import Progress
from sync.today import Today

log = logging.getLogger(__name__)

LOOK = 300.0  # seconds between two questions whether there is something new, give or take a fifth
SAY = 60.0  # seconds between two messages of how the centre stands
SOON = 15.0  # seconds until it is said what the centre offers: the first records go before that
TROUBLE = (OfficeAway, OfficeStopped, HubRefused, TooLarge, OSError, msgspec.DecodeError)


class FromOffice:
    """One look at a time; whatever fails is tried again at the next one, from where it stopped."""

    def __init__(
        self,
        office: OfficeLink,
        folder: Path,
        media: MediaFolder,
        progress: Progress,
        look: float = LOOK,
        say: float = SAY,
    ) -> None:
        """`folder`: where what is being fetched is kept meanwhile."""
        self._office, self._folder, self._media, self._progress = office, folder, media, progress
        self._look, self._say = look, say
        self._mark = ""
        self._offered = ""
        self._said = ""
        self._today = Today()
        self._random = Random()

    async def looking(self, hub: HubClient) -> None:
        """Look whether there is something new, again and again. Raises HubAway."""
        self._mark = ""
        while True:
            try:
                await self.look(hub)
            except TROUBLE as error:
                self._mark = ""
                self._tell(f"what the office says cannot be brought now: {error}")
            await asyncio.sleep(self._look * self._random.uniform(0.8, 1.2))

    async def look(self, hub: HubClient) -> None:
        """Bring all that is new. Raises OfficeAway, OfficeStopped, HubAway, HubRefused, TooLarge, OSError."""
        centre = hub.welcome.centre
        found = await self._office.down(centre, self._mark)
        if found is None:
            return
        down, mark = found
        editions = {each.kind: each for each in down.editions if self._is_true(each, centre)}
        await self._appointments(hub, down)
        await self._catalogue(hub, editions.get(Kind.CATALOGUE))
        await self._software(centre, editions.get(Kind.SOFTWARE))
        await self._notices(centre, editions.get(Kind.NOTICES))
        self._mark = mark

    async def saying(self, hub: HubClient) -> None:
        """Tell how the centre stands, once a minute. Raises HubAway."""
        while True:
            await asyncio.sleep(self._say if self._offered else min(self._say, SOON))
            if not hub.is_online:
                raise HubAway("the line to the hub is closed")
            try:
                await self._offer(hub)
                await self.say(hub)
            except (OfficeAway, OfficeStopped) as error:
                log.debug("how the centre stands was not told: %s", error)

    async def say(self, hub: HubClient) -> None:
        """Tell how the centre stands. Raises OfficeAway, OfficeStopped, HubAway."""
        if now := await self.standing(hub):
            await self._office.say(hub.welcome.centre, hub.welcome.incarnation, now)
            self._progress.heard()

    async def standing(self, hub: HubClient) -> Live | None:
        """How the centre stands, with what has ended today; None before the hub has shown it. Raises HubAway."""
        now = live_of(hub.mirror, hub.now)
        if now is not None:
            with suppress(HubRefused):
                now = msgspec.structs.replace(now, today=await self._today.look(hub))
        return now

    async def _offer(self, hub: HubClient) -> None:
        """Tell what the centre offers, when that changed. Raises OfficeAway, OfficeStopped."""
        shown = hub.mirror.get("catalogue", CatalogueView)
        if shown is not None and shown.catalogue.fingerprint != self._offered:
            template = hub.mirror.get("from_office", FromOfficeView)
            offered = offered_of(shown.catalogue, template.template if template else 0)
            await self._office.say(hub.welcome.centre, hub.welcome.incarnation, offered)
            self._offered = shown.catalogue.fingerprint

    async def _appointments(self, hub: HubClient, down: Down) -> None:
        while (known := _known(hub).appointments) != down.appointments:
            after = known if known < down.appointments else 0
            page = await self._office.appointments(hub.welcome.centre, after)
            if page.change <= after:
                return
            services = _services(hub)
            good = [one for one in page.appointments if one.service in services]
            for one in page.appointments:
                if one.service not in services:
                    log.warning("appointment %s is for %s, which this centre does not have", one.code, one.service)
            await self._load(hub, good, page.change)
            await hub.until(lambda mirror, change=page.change: _change(mirror.views) == change)  # type: ignore[misc]

    async def _load(self, hub: HubClient, said: list[AppointmentSaid], change: int) -> None:
        """In their order; the number counts only with the last of them."""
        groups = [(instead, list(some)) for instead, some in groupby(said, key=lambda one: one.instead)]
        for instead, some in groups[:-1]:
            await hub.ask(LoadAppointments(_as_known(some), instead))
        instead, some = groups[-1] if groups else (False, [])
        await hub.ask(LoadAppointments(_as_known(some), instead, change))
        log.info("%d appointments of the office, up to change %d", len(said), change)

    async def _catalogue(self, hub: HubClient, edition: Edition | None) -> None:
        known = _known(hub)
        if edition is None or edition.digest == (known.waits_digest or known.digest):
            return
        body = await self._body(hub.welcome.centre, edition)
        cut = parts(template_of(body))
        for number, part in enumerate(cut, 1):
            await hub.ask(TakeTemplate(edition.version, edition.digest, number, len(cut), part, edition.since))
        log.info("the office's catalogue %d is at the hub", edition.version)

    async def _software(self, centre: str, edition: Edition | None) -> None:
        wanted = ""
        if edition is not None:
            wanted = msgspec.json.decode(await self._body(centre, edition), type=Software).wanted
        if wanted and wanted != self._progress.wanted:
            log.info("the office wants version %s of the program here", wanted)
        self._progress.wanted = wanted

    async def _notices(self, centre: str, edition: Edition | None) -> None:
        here = self._media.edition
        if edition is None:
            if here is not None:
                self._media.clear()
            self._progress.notices = 0
            return
        if here is None or here.digest != edition.digest:
            notices = msgspec.json.decode(await self._body(centre, edition), type=Notices)
            for file in self._media.missing(notices.files):
                await self._office.fetch(centre, "media", file.digest, file.size, self._media.place(file))
            self._media.put_in_force(edition, notices.schedule, notices.files)
            log.info("the office's notices %d are here, %d files", edition.version, len(notices.files))
        self._progress.notices = edition.version

    async def _body(self, centre: str, edition: Edition) -> bytes:
        self._folder.mkdir(parents=True, exist_ok=True)
        file = self._folder / f"{edition.kind.value}-{edition.digest[:16]}"
        if not file.exists():
            await self._office.fetch(centre, f"editions/{edition.kind.value}", edition.digest, edition.size, file)
            for old in self._folder.glob(f"{edition.kind.value}-*"):
                if old != file:
                    old.unlink()
        return file.read_bytes()

    def _is_true(self, edition: Edition, centre: str) -> bool:
        if edition.is_of(self._office.office, centre):
            return True
        self._tell(f"{edition.kind.value} {edition.version} is not signed by the office")
        return False

    def _tell(self, trouble: str) -> None:
        """Once, not at every look."""
        if trouble != self._said:
            self._said = trouble
            log.warning("%s", trouble)


def _known(hub: HubClient) -> FromOfficeView:
    return hub.mirror.get("from_office", FromOfficeView) or FromOfficeView(0, "")


def _change(views: dict[str, object]) -> int:
    view = views.get("from_office")
    return view.appointments if isinstance(view, FromOfficeView) else 0


def _services(hub: HubClient) -> set[str]:
    shown = hub.mirror.get("catalogue", CatalogueView)
    return {service.code for service in shown.catalogue.services} if shown else set()


def _as_known(said: list[AppointmentSaid]) -> tuple[Appointment, ...]:
    return tuple(Appointment(one.code, one.service, one.slots) for one in said)
