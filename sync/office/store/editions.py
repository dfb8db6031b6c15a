"""What the office says to its centres, version by version, and the files that go with it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import RowMapping, Select, func, select, update

from sync.down import Edition, Kind, digest_of
from sync.office.store.down_tables import edition, media
from sync.office.store.office_store import OfficeStore

ALL = ""  # in place of a centre: for all of them


class Editions:
    """Raises StoreFailed."""

    def __init__(self, store: OfficeStore) -> None:
        self._store = store

    def put(self, kind: Kind, centre: str, body: bytes, since: date | None, now: datetime) -> Edition:
        """The next version of a kind, for one centre or for ALL. Versions of a kind never repeat."""
        with self._store.writing() as connection:
            last = connection.execute(select(func.max(edition.c.version)).where(edition.c.kind == kind.value)).scalar()
            made = Edition(kind, (last or 0) + 1, digest_of(body), len(body), since)
            row = {"version": made.version, "digest": made.digest, "size": made.size, "since": since, "body": body}
            connection.execute(
                edition.insert().values(kind=kind.value, centre=centre, made_at=now, withdrawn=False, **row)
            )
        return made

    def withdraw(self, kind: Kind, centre: str) -> bool:
        """Nothing of this kind is for this centre any more: what is for all holds there. False where nothing was."""
        mine = (edition.c.kind == kind.value, edition.c.centre == centre, edition.c.withdrawn.is_(False))
        with self._store.writing() as connection:
            return bool(connection.execute(update(edition).where(*mine).values(withdrawn=True)).rowcount)

    def newest(self, centre: str) -> list[Edition]:
        """Of each kind the one that a centre should have: its own, else the one for all."""
        wanted = _heads().where(edition.c.centre.in_((centre, ALL)), edition.c.withdrawn.is_(False))
        found: dict[str, Edition] = {}
        with self._store.reading() as connection:
            for row in connection.execute(wanted.order_by(edition.c.centre, edition.c.version)).mappings():
                found[row["kind"]] = _edition(row)
        return [found[kind] for kind in sorted(found)]

    def body(self, kind: str, digest: str, start: int, length: int) -> bytes | None:
        """Bytes of an edition from `start`; None when there is none."""
        wanted = select(func.substr(edition.c.body, start + 1, length)).where(
            edition.c.kind == kind, edition.c.digest == digest
        )
        with self._store.reading() as connection:
            row = connection.execute(wanted.limit(1)).first()
        return None if row is None else bytes(row[0])

    def size(self, kind: str, digest: str) -> int | None:
        wanted = select(edition.c.size).where(edition.c.kind == kind, edition.c.digest == digest).limit(1)
        with self._store.reading() as connection:
            return connection.execute(wanted).scalar()

    def put_media(self, body: bytes) -> str:
        """Keep a file; the same one twice is kept once. Returns its digest."""
        digest = digest_of(body)
        upsert = self._store.insert(media).values(digest=digest, size=len(body), body=body)
        with self._store.writing() as connection:
            connection.execute(upsert.on_conflict_do_nothing())
        return digest

    def media_size(self, digest: str) -> int | None:
        with self._store.reading() as connection:
            return connection.execute(select(media.c.size).where(media.c.digest == digest)).scalar()

    def media(self, digest: str, start: int, length: int) -> bytes | None:
        wanted = select(func.substr(media.c.body, start + 1, length)).where(media.c.digest == digest)
        with self._store.reading() as connection:
            row = connection.execute(wanted).first()
        return None if row is None else bytes(row[0])


def _heads() -> Select[tuple[object, ...]]:
    e = edition.c
    return select(e.kind, e.centre, e.version, e.digest, e.size, e.since)


def _edition(row: RowMapping) -> Edition:
    return Edition(Kind(row["kind"]), row["version"], row["digest"], row["size"], row["since"])
