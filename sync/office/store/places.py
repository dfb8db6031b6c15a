"""Where centres are, as the office's people said."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import select

from sync.office.store.office_store import OfficeStore
from sync.office.store.people_tables import place


class Place(NamedTuple):
    """A department of Peru, and degrees."""

    department: str
    latitude: float
    longitude: float


class Places:
    """Raises StoreFailed."""

    def __init__(self, store: OfficeStore) -> None:
        self._store = store

    def put(self, centre: str, where: Place) -> None:
        upsert = self._store.insert(place).values(centre=centre, **where._asdict())
        with self._store.writing() as connection:
            connection.execute(upsert.on_conflict_do_update(index_elements=["centre"], set_=where._asdict()))

    def all(self) -> dict[str, Place]:
        with self._store.reading() as connection:
            rows = connection.execute(select(place)).all()
        return {row.centre: Place(row.department, row.latitude, row.longitude) for row in rows}
