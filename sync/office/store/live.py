"""How each centre stands just now: the newest that it said, and what it offers."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

import msgspec
from sqlalchemy import RowMapping, or_, select

from sync.live import Live, Offered
from sync.office.store.live_tables import live, offered
from sync.office.store.office_store import OfficeStore


class LiveCentre(NamedTuple):
    """What a centre said last of itself, and when the office heard it."""

    centre: str
    received_at: datetime
    live: Live


class OfferedCentre(NamedTuple):
    centre: str
    received_at: datetime
    offered: Offered


class LiveTable:
    """Raises StoreFailed."""

    def __init__(self, store: OfficeStore) -> None:
        self._store = store

    def put(self, centre: str, incarnation: str, said: Live, now: datetime) -> bool:
        """Keep it, unless what is there is newer by the centre's own clock (and not yet to come). Returns whether."""
        row = {"incarnation": incarnation, "at": said.at, "received_at": now, "body": msgspec.json.encode(said)}
        upsert = self._store.insert(live).values(centre=centre, **row)
        newer = or_(live.c.at <= said.at, live.c.at > now)
        with self._store.writing() as connection:
            upsert = upsert.on_conflict_do_update(index_elements=["centre"], set_=row, where=newer)
            return connection.execute(upsert.returning(live.c.centre)).first() is not None

    def newest(self, centre: str) -> LiveCentre | None:
        """None for a centre that never said."""
        with self._store.reading() as connection:
            row = connection.execute(select(live).where(live.c.centre == centre)).mappings().first()
        return _live(row) if row else None

    def all(self) -> list[LiveCentre]:
        """By centre."""
        with self._store.reading() as connection:
            return [_live(row) for row in connection.execute(select(live).order_by(live.c.centre)).mappings()]

    def put_offered(self, centre: str, said: Offered, now: datetime) -> None:
        row = {"received_at": now, "body": msgspec.json.encode(said)}
        upsert = self._store.insert(offered).values(centre=centre, **row)
        with self._store.writing() as connection:
            connection.execute(upsert.on_conflict_do_update(index_elements=["centre"], set_=row))

    def offered(self, centre: str) -> OfferedCentre | None:
        """What a centre offers; None for one that never said."""
        with self._store.reading() as connection:
            row = connection.execute(select(offered).where(offered.c.centre == centre)).mappings().first()
        return _offered(row) if row else None

    def all_offered(self) -> list[OfferedCentre]:
        """By centre."""
        with self._store.reading() as connection:
            return [_offered(row) for row in connection.execute(select(offered).order_by(offered.c.centre)).mappings()]


def _live(row: RowMapping) -> LiveCentre:
    return LiveCentre(row["centre"], row["received_at"], msgspec.json.decode(bytes(row["body"]), type=Live))


def _offered(row: RowMapping) -> OfferedCentre:
    return OfferedCentre(row["centre"], row["received_at"], msgspec.json.decode(bytes(row["body"]), type=Offered))
