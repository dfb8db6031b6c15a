"""What this program knows of the hall: a copy of what the hub showed it, and since when it hears nothing."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path

from shared.domain.catalogue import Catalogue
from shared.domain.languages import SPANISH, Speech
from shared.lan.mirror import Mirror
from shared.lan.views import CatalogueView, HallView, PhoneView
from shared.languages.tongues import Tongues

SLIP_KEY = 32  # hexadecimal digits


class Known:
    """As of some moment. `away_since`: since when nothing is heard of the hub, None while it is there."""

    def __init__(self, away_since: datetime | None, own: Path | None = None) -> None:
        """own: the folder of the centre's own language packs, where it has one."""
        self.mirror = Mirror()
        self.away_since = away_since
        self._tongues = Tongues(own)

    @property
    def catalogue(self) -> Catalogue | None:
        shown = self.mirror.get("catalogue", CatalogueView)
        return shown.catalogue if shown else None

    @property
    def day(self) -> HallView | None:
        return self.mirror.get("hall", HallView)

    def now(self) -> datetime:
        """The time of the centre."""
        raise NotImplementedError

    def ticket(self, token: str) -> PhoneView | None:
        """The ticket of a slip, where it has not ended."""
        return self.mirror.get(f"phone/{slip_key(token)}", PhoneView)

    def speech(self, asked: str, view: PhoneView | None) -> Speech:
        """The language that was asked for, else that of the ticket; Spanish where the centre does not offer it."""
        catalogue = self.catalogue
        offered = catalogue.languages if catalogue else ()
        wanted = (asked, view.language if view else "")
        if catalogue:
            self._tongues.centre_has(catalogue)
        return self._tongues.speech(next((tag for tag in wanted if tag in offered), SPANISH))


def slip_key(token: str) -> str:
    """By which the hub tells of a slip: the token itself never leaves the phone that has it."""
    return hashlib.sha256(token.encode()).hexdigest()[:SLIP_KEY]
