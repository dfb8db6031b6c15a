"""Who may ask the office: its consumers, each with a key, of which only the hash is kept, and how often each asked."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update

from sync.office.store.office_store import OfficeStore
from sync.office.store.people_tables import consumer, consumer_use

PER_MINUTE = 120


@dataclass(frozen=True, slots=True)
class Consumer:
    name: str
    per_minute: int
    created_at: datetime
    revoked_at: datetime | None


class Consumers:
    """Raises StoreFailed."""

    def __init__(self, store: OfficeStore) -> None:
        self._store = store

    def new(self, name: str, per_minute: int, now: datetime) -> str:
        """The key of a new consumer, told this once; a consumer of that name has this key from now on."""
        key = f"suyana_{secrets.token_urlsafe(32)}"
        with self._store.writing() as connection:
            connection.execute(delete(consumer).where(consumer.c.name == name))
            row = {"name": name, "digest": _digest(key), "per_minute": per_minute, "created_at": now}
            connection.execute(consumer.insert().values(**row))
        return key

    def of(self, key: str) -> Consumer | None:
        """Whose key it is, unless it was revoked."""
        c = consumer.c
        wanted = select(c.name, c.per_minute, c.created_at, c.revoked_at)
        with self._store.reading() as connection:
            row = connection.execute(wanted.where(c.digest == _digest(key), c.revoked_at.is_(None))).first()
        return Consumer(*row) if row else None

    def all(self) -> list[Consumer]:
        c = consumer.c
        wanted = select(c.name, c.per_minute, c.created_at, c.revoked_at).order_by(c.name)
        with self._store.reading() as connection:
            return [Consumer(*row) for row in connection.execute(wanted)]

    def revoke(self, name: str, now: datetime) -> bool:
        """False when nobody of that name had a key that counts."""
        c = consumer.c
        wanted = update(consumer).where(c.name == name, c.revoked_at.is_(None)).values(revoked_at=now)
        with self._store.writing() as connection:
            return bool(connection.execute(wanted).rowcount)

    def asked(self, name: str, minute: int) -> int:
        """Count one more request. Returns how many that consumer made in this minute."""
        u = consumer_use.c
        upsert = self._store.insert(consumer_use).values(name=name, minute=minute, requests=1)
        more = upsert.on_conflict_do_update(index_elements=["name", "minute"], set_={"requests": u.requests + 1})
        with self._store.writing() as connection:
            requests = connection.execute(more.returning(u.requests)).scalar_one()
            if requests == 1:
                connection.execute(delete(consumer_use).where(u.name == name, u.minute < minute))
        return int(requests)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()
