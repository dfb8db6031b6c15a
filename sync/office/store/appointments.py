"""The appointments of the coming days, by centre: codes, services and slots, and nothing about anybody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, delete, func, select

from shared.domain.events import Appointment
from sync.down import APPOINTMENTS_AT_ONCE, AppointmentSaid, AppointmentsSaid
from sync.office.store.down_tables import appointment, appointment_slot
from sync.office.store.office_store import OfficeStore


class SlotCount(NamedTuple):
    """How many appointments a service of a centre has at one moment."""

    centre: str
    service: str
    slot: datetime
    appointments: int


class AppointmentTable:
    """Raises StoreFailed."""

    def __init__(self, store: OfficeStore) -> None:
        self._store = store

    def put(self, centre: str, news: Sequence[Appointment], now: datetime, *, instead: bool = False) -> int:
        """Add slots to the codes that are known, or with `instead` replace them. Returns how many codes changed."""
        with self._store.writing() as connection:
            change = self._last(connection, centre)
            known = self._known(connection, centre, [one.code for one in news])
            changed = 0
            for one in news:
                before = known.get(one.code)
                kept = before.slots if before and before.service == one.service and not instead else ()
                slots = tuple(sorted({*one.slots, *kept}))
                if before and (before.service, before.slots) == (one.service, slots):
                    continue
                changed += 1
                replaces = instead or bool(before and (before.instead or before.service != one.service))
                self._write(
                    connection, centre, AppointmentSaid(one.code, one.service, slots, replaces), change + changed, now
                )
        return changed

    def last_change(self, centre: str) -> int:
        with self._store.reading() as connection:
            return self._last(connection, centre)

    def after(self, centre: str, change: int, now: datetime) -> AppointmentsSaid:
        """Some changes after that one, in order. Those that are over are counted and not told."""
        wanted = select(appointment).where(appointment.c.centre == centre, appointment.c.change > change)
        with self._store.reading() as connection:
            rows = (
                connection.execute(wanted.order_by(appointment.c.change).limit(APPOINTMENTS_AT_ONCE)).mappings().all()
            )
            slots = self._slots(connection, centre, [row["code"] for row in rows])
        told = [
            AppointmentSaid(row["code"], row["service"], slots.get(row["code"], ()), row["instead"])
            for row in rows
            if not slots.get(row["code"]) or slots[row["code"]][-1].date() >= now.date()
        ]
        return AppointmentsSaid(rows[-1]["change"] if rows else change, tuple(told))

    def counts(self, begin: datetime, end: datetime, centre: str = "", service: str = "") -> list[SlotCount]:
        """By centre, service and moment, of slots from `begin` until before `end`."""
        a, s = appointment.c, appointment_slot.c
        wanted = (
            select(s.centre, a.service, s.slot, func.count())
            .join(appointment, and_(a.centre == s.centre, a.code == s.code))
            .where(s.slot >= begin, s.slot < end)
            .group_by(s.centre, a.service, s.slot)
            .order_by(s.centre, a.service, s.slot)
        )
        if centre:
            wanted = wanted.where(s.centre == centre)
        if service:
            wanted = wanted.where(a.service == service)
        with self._store.reading() as connection:
            return [SlotCount(*row) for row in connection.execute(wanted).all()]

    def _last(self, connection: Connection, centre: str) -> int:
        wanted = select(func.max(appointment.c.change)).where(appointment.c.centre == centre)
        return connection.execute(wanted).scalar() or 0

    def _known(self, connection: Connection, centre: str, codes: Sequence[str]) -> dict[str, AppointmentSaid]:
        slots = self._slots(connection, centre, codes)
        found = {}
        for some in _hundreds(codes):
            wanted = select(appointment).where(appointment.c.centre == centre, appointment.c.code.in_(some))
            for row in connection.execute(wanted).mappings():
                told = AppointmentSaid(row["code"], row["service"], slots.get(row["code"], ()), row["instead"])
                found[told.code] = told
        return found

    def _slots(self, connection: Connection, centre: str, codes: Sequence[str]) -> dict[str, tuple[datetime, ...]]:
        s = appointment_slot.c
        found: dict[str, tuple[datetime, ...]] = {}
        for some in _hundreds(codes):
            wanted = select(s.code, s.slot).where(s.centre == centre, s.code.in_(some)).order_by(s.code, s.slot)
            for code, slot in connection.execute(wanted).all():
                found[code] = (*found.get(code, ()), slot)
        return found

    def _write(self, connection: Connection, centre: str, one: AppointmentSaid, change: int, now: datetime) -> None:
        row = {"service": one.service, "instead": one.instead, "change": change, "changed_at": now}
        upsert = self._store.insert(appointment).values(centre=centre, code=one.code, **row)
        connection.execute(upsert.on_conflict_do_update(index_elements=["centre", "code"], set_=row))
        mine = (appointment_slot.c.centre == centre, appointment_slot.c.code == one.code)
        connection.execute(delete(appointment_slot).where(*mine))
        if one.slots:
            rows = [{"centre": centre, "code": one.code, "slot": slot} for slot in one.slots]
            connection.execute(appointment_slot.insert(), rows)


def _hundreds(codes: Sequence[str]) -> Iterable[Sequence[str]]:
    for start in range(0, len(codes), 500):
        yield codes[start : start + 500]
