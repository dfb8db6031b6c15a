"""How each centre stands: whether it is heard, what it said last of itself, where it is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sync.live import Live, Offered
from sync.office.store import CentreCount, OfficeStore
from sync.office.store.live import LiveTable
from sync.office.store.places import Place, Places

LIVE_FOR = timedelta(minutes=10)
LATE_FOR = timedelta(days=1)


class State(StrEnum):
    LIVE = "live"
    LATE = "late"
    SILENT = "silent"


@dataclass(frozen=True)
class Standing:
    """A centre now. heard_at: when anything came of it. live, offered: what it said last, if ever."""

    centre: str
    state: State
    heard_at: datetime | None
    live: Live | None
    offered: Offered | None
    place: Place | None
    stopped: str = ""

    @property
    def name(self) -> str:
        return self.offered.name if self.offered else self.centre

    @property
    def open(self) -> bool:
        return bool(self.live and self.live.open)

    @property
    def waiting(self) -> int:
        """People in its queues; services of one queue have the same people."""
        return sum({now.queue: now.waiting for now in self.live.services}.values()) if self.live else 0


def standings(store: OfficeStore, now: datetime) -> list[Standing]:
    """By name. Raises StoreFailed."""
    table = LiveTable(store)
    live = {said.centre: said for said in table.all()}
    offered = {said.centre: said.offered for said in table.all_offered()}
    places, stores = Places(store).all(), _newest(store.centres())
    found = []
    for centre in live.keys() | offered.keys() | stores.keys() | places.keys():
        said, at = live.get(centre), stores.get(centre)
        heard = max((t for t in (said and said.received_at, at and at.last_received_at) if t), default=None)
        state = state_of(heard, now)
        stopped = at.stopped if at else ""
        standing = Standing(
            centre, state, heard, said.live if said else None, offered.get(centre), places.get(centre), stopped
        )
        found.append(standing)
    return sorted(found, key=lambda standing: (in_order(standing.name), standing.centre))


def in_order(name: str) -> str:
    """By which names are sorted: Áncash before Arequipa."""
    plain = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def state_of(heard_at: datetime | None, now: datetime) -> State:
    if heard_at is None or now - heard_at > LATE_FOR:
        return State.SILENT
    return State.LIVE if now - heard_at <= LIVE_FOR else State.LATE


def _newest(stores: Iterable[CentreCount]) -> Mapping[str, CentreCount]:
    """Of each centre the store that was heard last."""
    return {store.centre: store for store in sorted(stores, key=lambda store: store.last_received_at)}
