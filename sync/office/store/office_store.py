"""What the office keeps of each store of each centre: its records, each exactly once, and how far it has them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import msgspec
from sqlalchemy import ColumnElement, Connection, Date, Table, and_, bindparam, select, text, update

from sync.columns import Columns
from sync.exchange import Ancestor, Batch, Kept, Parked
from sync.office.store import continuing
from sync.office.store.cursors import Store, early, held, is_unheard_of, moved, of_store
from sync.office.store.opened import OpenStore
from sync.office.store.quarantine import judged, mended, parked_for, put_aside
from sync.office.store.rows import record_of
from sync.office.store.tables import attention, beyond, log_store, quarantine
from sync.office.store.writing import AlreadyThere
from sync.record import AttentionRecord


class Diverged(Exception):
    """What a centre sends does not follow from what it sent before; nothing more is taken of it. One sentence."""


class CentreCount(msgspec.Struct, frozen=True):
    """What the office has of one store of a centre."""

    centre: str
    incarnation: str
    cursor: int
    records: int
    first_received_at: datetime
    last_received_at: datetime
    stopped: str = ""


class Taken(msgspec.Struct, frozen=True):
    """What came of a batch: how far the office has everything now, and what it had to put aside."""

    kept: Kept
    stored: int
    parked: tuple[Parked, ...]


class OfficeStore(OpenStore):
    """All but opening raises StoreFailed."""

    # what centres ask

    def cursor(self, centre: str, incarnation: str) -> Kept:
        """How far the office has everything of a store; nothing for one it never heard of."""
        wanted = select(log_store).where(of_store(log_store, centre, incarnation))
        with self.reading() as connection:
            row = connection.execute(wanted).mappings().first()
        return Kept(int(row["cursor"]), row["chain"]) if row else Kept(0, "")

    def take(self, centre: str, incarnation: str, batch: Batch, now: datetime) -> Taken:
        """Store what is new in a batch and move the cursor: both or neither.

        A batch that came before the one that it follows is stored, and counts once the hole before it is filled.
        A record that makes no sense is put aside, and the cursor goes on. Raises Diverged, with nothing stored.
        """
        try:
            return self._take(centre, incarnation, batch, now)
        except AlreadyThere:  # it was sent under another event
            return self._take(centre, incarnation, batch, now, may_be_new=False)

    def _take(self, centre: str, incarnation: str, batch: Batch, now: datetime, may_be_new: bool = True) -> Taken:
        store = Store(centre, incarnation)
        with self.writing() as connection:
            kept, stopped = held(connection, store, now)
            if stopped:
                raise Diverged(stopped)
            if batch.after == kept.cursor and kept.chain and batch.before != kept.chain:
                raise Diverged(f"event {kept.cursor} of store {incarnation} is not the one that was sent before")
            ranges = early(connection, store)
            good, parked = judged(Columns.of(batch.records), now)
            good, strange, is_own = self._of_lineage(connection, centre, incarnation, good)
            parked += strange
            are_new = may_be_new and is_own and is_unheard_of(batch, kept, ranges)
            stored = self._database.writing.write(connection, good, are_new)
            put_aside(self, connection, parked, now)
            mended(connection, centre, good)
            self._mark_changed(connection, centre, set(good.day))
            kept = moved(connection, store, batch, kept, ranges, stored)
        return Taken(kept, stored, tuple(said for _, said in parked))

    def continues(self, centre: str, incarnation: str, ancestors: Sequence[Ancestor], now: datetime) -> Kept:
        """Let a restored store go on where those before it left off. Returns how far the office has everything of it.

        Said again, it changes nothing. Raises Diverged, with nothing done.
        """
        with self.writing() as connection:
            kept, stopped = held(connection, Store(centre, incarnation), now)
            if stopped:
                raise Diverged(stopped)
            if kept.cursor:
                return kept
            try:
                kept = continuing.go_on(connection, self.insert, centre, incarnation, ancestors, now)
            except continuing.Unlike as error:
                raise Diverged(str(error)) from None
            mine = update(log_store).where(of_store(log_store, centre, incarnation))
            connection.execute(mine.values(cursor=kept.cursor, chain=kept.chain))
        return kept

    def beyond(self, centre: str) -> list[AttentionRecord]:
        """What stores of a centre had sent of events that the centre lost, in the order of these events."""
        b = beyond.c
        with self.reading() as connection:
            found = connection.execute(select(b.record).where(b.centre == centre).order_by(b.incarnation, b.seq))
            return [msgspec.json.decode(record, type=AttentionRecord) for record in found.scalars()]

    def stop(self, centre: str, incarnation: str, why: str) -> None:
        """Take nothing more of a store until a person has looked at it."""
        with self.writing() as connection:
            connection.execute(update(log_store).where(of_store(log_store, centre, incarnation)).values(stopped=why))

    def parked(self, centre: str, incarnation: str) -> list[Parked]:
        """What was put aside of a store and is not mended yet, in the order of its events."""
        with self.reading() as connection:
            stores = continuing.lineage(connection, centre, incarnation)
            wanted = select(quarantine).where(_of(quarantine, centre, stores)).order_by(quarantine.c.seq)
            rows = connection.execute(wanted).mappings().all()
        return [Parked(r["seq"], r["ticket"], r["stop"], r["revision"], r["reason"]) for r in rows]

    def records_of(self, centre: str, incarnation: str, day: date) -> list[AttentionRecord]:
        """What is kept of a day of a store, and of those that it continues."""
        with self.reading() as connection:
            stores = continuing.lineage(connection, centre, incarnation)
            wanted = select(attention).where(_of(attention, centre, stores), attention.c.day == day)
            return [record_of(row) for row in connection.execute(wanted).mappings()]

    # what the page asks

    def centres(self) -> list[CentreCount]:
        """All stores of all centres, by centre."""
        with self.reading() as connection:
            rows = connection.execute(
                select(log_store).order_by(log_store.c.centre, log_store.c.first_received_at)
            ).mappings()
            return [CentreCount(**{name: row[name] for name in CentreCount.__struct_fields__}) for row in rows]

    def _of_lineage(
        self, connection: Connection, centre: str, incarnation: str, records: Columns
    ) -> tuple[Columns, list[tuple[AttentionRecord, Parked]], bool]:
        """Those of this store and of what it continues, the others, and whether all are of this store alone."""
        if set(records.incarnation) <= {incarnation}:
            return records, [], True
        stores = continuing.lineage(connection, centre, incarnation)
        strange = [record for record in records if record.incarnation not in stores]
        return (
            records.picked([store in stores for store in records.incarnation]),
            [(r, parked_for(r, f"it is of store {r.incarnation}, which this one does not continue")) for r in strange],
            False,
        )

    def _mark_changed(self, connection: Connection, centre: str, days: set[date]) -> None:
        for day in sorted(days):
            connection.execute(CHANGED, {"centre": centre, "day": day})


CHANGED = text(
    "INSERT INTO changed_day (centre, day, changes) VALUES (:centre, :day, 1)"
    " ON CONFLICT (centre, day) DO UPDATE SET changes = changed_day.changes + 1"
).bindparams(bindparam("day", type_=Date))


def _of(table: Table, centre: str, incarnations: Sequence[str]) -> ColumnElement[bool]:
    return and_(table.c.centre == centre, table.c.incarnation.in_(incarnations))
