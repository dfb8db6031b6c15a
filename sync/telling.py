"""Tells the hub how the way to the office stands, for the supervisor, and leaves it for `suyana sync status`."""

from __future__ import annotations

import asyncio
import logging
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from shared.domain.commands import TellOfficeLine
from shared.lan.client import HubClient, HubRefused
from shared.lan.views import FromOfficeView
from sync.progress import Progress, Status, write_status

log = logging.getLogger(__name__)

EVERY = 5.0  # seconds between two looks
AT_LEAST = 60.0  # seconds: that long something unchanged is not told again


class Telling:
    def __init__(self, progress: Progress, folder: Path, office: str, every: float = EVERY) -> None:
        self._progress, self._folder, self._office, self._every = progress, folder, office, every

    async def run(self, hub: HubClient) -> None:
        """While the hub is there. Raises HubAway."""
        told: TellOfficeLine | None = None
        since = 0.0
        loop = asyncio.get_running_loop()
        while True:
            now = self._progress.told
            if now != told or loop.time() - since > AT_LEAST:
                with suppress(HubRefused):  # a hub of an older version
                    await hub.ask(now)
                told, since = now, loop.time()
            self.leave(hub, now)
            await asyncio.sleep(self._every)

    def leave(self, hub: HubClient, line: TellOfficeLine) -> None:
        """Never in the way: a folder that cannot be written is told once in the log."""
        known = hub.mirror.get("from_office", FromOfficeView) or FromOfficeView(0, "")
        kept = self._progress.kept
        status = Status(
            datetime.now(UTC),
            os.getpid(),
            hub.welcome.centre,
            self._office,
            line,
            known.template,
            known.waits,
            known.appointments,
            hub.welcome.incarnation,
            kept.cursor if kept else 0,
            kept.chain if kept else "",
            self._progress.proved_seq,
        )
        try:
            write_status(self._folder, status)
        except OSError as error:
            log.debug("how it stands cannot be left in %s: %s", self._folder, error)
