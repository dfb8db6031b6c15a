"""Which centres may write, and by which key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update

from sync.enrolment import CODE_HOLDS, Enrol, new_code, plain, proves
from sync.office.store.office_store import OfficeStore
from sync.office.store.tables import centre as centres, enrolment


@dataclass(frozen=True, slots=True)
class EnrolledCentre:
    id: str
    enrolled_at: datetime
    revoked_at: datetime | None


class Enrolments:
    """Raises StoreFailed."""

    def __init__(self, store: OfficeStore) -> None:
        self._store = store

    def new(self, centre: str, now: datetime) -> str:
        """A code for a centre, which holds for a day and once; codes given to it before hold no more."""
        code = new_code()
        with self._store.writing() as connection:
            connection.execute(delete(enrolment).where(enrolment.c.centre == centre))
            connection.execute(enrolment.insert().values(code=plain(code), centre=centre, until=now + CODE_HOLDS))
        return code

    def take(self, centre: str, asked: Enrol, now: datetime) -> str:
        """The code by which a centre proved itself, used up now and its key known from now on; "" when it did not."""
        with self._store.writing() as connection:
            wanted = select(enrolment.c.code).where(enrolment.c.centre == centre, enrolment.c.until > now)
            for (code,) in connection.execute(wanted).all():
                if proves(asked.proof, code, "centre", centre, asked.public):
                    used = connection.execute(delete(enrolment).where(enrolment.c.code == code)).rowcount
                    connection.execute(delete(centres).where(centres.c.id == centre))
                    connection.execute(centres.insert().values(id=centre, public=asked.public, enrolled_at=now))
                    return code if used else ""
        return ""

    def public_of(self, centre: str) -> str:
        """The key by which a centre signs, or "" for one that may not write."""
        wanted = select(centres.c.public).where(centres.c.id == centre, centres.c.revoked_at.is_(None))
        with self._store.reading() as connection:
            return connection.execute(wanted).scalar() or ""

    def revoke(self, centre: str, now: datetime) -> bool:
        """Take nothing more from a centre. False when it was not enrolled."""
        with self._store.writing() as connection:
            wanted = update(centres).where(centres.c.id == centre, centres.c.revoked_at.is_(None))
            return bool(connection.execute(wanted.values(revoked_at=now)).rowcount)

    def all(self) -> list[EnrolledCentre]:
        with self._store.reading() as connection:
            rows = connection.execute(select(centres).order_by(centres.c.id)).mappings()
            return [EnrolledCentre(row["id"], row["enrolled_at"], row["revoked_at"]) for row in rows]
