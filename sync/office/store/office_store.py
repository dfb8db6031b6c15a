"""What the office keeps of each store of each centre: its records, each exactly once, and how far it has them."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from types import TracebackType

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, and_, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from sync.exchange import Ancestor, Batch, Kept, Parked
from sync.office.judging import fault_of
from sync.office.store import continuing
from sync.office.store.engine import Database, open_database
from sync.office.store.rows import record_of
from sync.office.store.tables import attention, beyond, changed_day, log_store, pushed, quarantine
from sync.record import AttentionRecord, Ending


class StoreUnusable(Exception):
    """The database cannot be the office's store; one sentence."""


class StoreFailed(Exception):
    """The database could not be read or written just now; nothing of what was asked was done."""


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


class DayCount(msgspec.Struct, frozen=True):
    """The last service day that a centre sent something of: records by entity and outcome."""

    day: date
    by_entity: dict[str, dict[Ending, int]]


class Taken(msgspec.Struct, frozen=True):
    """What came of a batch: how far the office has everything now, and what it had to put aside."""

    kept: Kept
    stored: int
    parked: tuple[Parked, ...]


class OfficeStore:
    """All but opening raises StoreFailed."""

    def __init__(self, url: str) -> None:
        """Open a database, or make its tables. `url`: sqlite:///FILE or postgresql://... Raises StoreUnusable."""
        try:
            self._database: Database = open_database(url)
        except (SQLAlchemyError, OSError, ValueError) as error:
            raise StoreUnusable(f"the store {url} cannot be used: {_said(error)}") from error
        self._insert = sqlite.insert if self._database.is_sqlite else postgresql.insert
        self._one_writer = threading.Lock()  # SQLite has one; PostgreSQL locks by centre

    def __enter__(self) -> OfficeStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def name(self) -> str:
        """The database's address, without its password."""
        return self._database.engine.url.render_as_string(hide_password=True)

    def insert(self, table: Table) -> postgresql.Insert | sqlite.Insert:
        """An insertion that may meet a row: both databases say it with the same words."""
        return self._insert(table)

    def close(self) -> None:
        self._database.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        try:
            with self._database.engine.connect() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StoreFailed(_said(error)) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all of it or nothing."""
        try:
            if self._database.is_sqlite:
                with self._one_writer, self._database.engine.begin() as connection:
                    yield connection
            else:
                with self._database.engine.begin() as connection:
                    yield connection
        except SQLAlchemyError as error:
            raise StoreFailed(_said(error)) from error

    # what centres ask

    def cursor(self, centre: str, incarnation: str) -> Kept:
        """How far the office has everything of a store; nothing for one it never heard of."""
        with self.reading() as connection:
            row = connection.execute(select(log_store).where(_is(log_store, centre, incarnation))).mappings().first()
        return Kept(int(row["cursor"]), row["chain"]) if row else Kept(0, "")

    def take(self, centre: str, incarnation: str, batch: Batch, now: datetime) -> Taken:
        """Store what is new in a batch and move the cursor: both or neither.

        A batch that came before the one that it follows is stored, and counts once the hole before it is filled.
        A record that makes no sense is put aside, and the cursor goes on. Raises Diverged, with nothing stored.
        """
        with self.writing() as connection:
            kept, stopped = self._held(connection, centre, incarnation, now)
            if stopped:
                raise Diverged(stopped)
            if batch.after == kept.cursor and kept.chain and batch.before != kept.chain:
                raise Diverged(f"event {kept.cursor} of store {incarnation} is not the one that was sent before")
            good, parked = _judged(batch.records, now)
            good, strange = self._of_lineage(connection, centre, incarnation, good)
            parked += strange
            stored = self._database.writing.write(connection, good)
            self._put_aside(connection, parked, now)
            self._mended(connection, good)
            self._mark_changed(connection, centre, {record.day for record in good})
            kept = self._moved(connection, centre, incarnation, batch, kept)
            connection.execute(
                update(log_store)
                .where(_is(log_store, centre, incarnation))
                .values(
                    cursor=kept.cursor,
                    chain=kept.chain,
                    records=log_store.c.records + stored,
                    last_received_at=now,
                )
            )
        return Taken(kept, stored, tuple(said for _, said in parked))

    def continues(self, centre: str, incarnation: str, ancestors: Sequence[Ancestor], now: datetime) -> Kept:
        """Let a restored store go on where those before it left off. Returns how far the office has everything of it.

        Said again, it changes nothing. Raises Diverged, with nothing done.
        """
        with self.writing() as connection:
            kept, stopped = self._held(connection, centre, incarnation, now)
            if stopped:
                raise Diverged(stopped)
            if kept.cursor:
                return kept
            try:
                kept = continuing.go_on(connection, self._insert, centre, incarnation, ancestors, now)
            except continuing.Unlike as error:
                raise Diverged(str(error)) from None
            mine = update(log_store).where(_is(log_store, centre, incarnation))
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
            connection.execute(update(log_store).where(_is(log_store, centre, incarnation)).values(stopped=why))

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

    def last_day(self, centre: str) -> DayCount | None:
        """The last service day of a centre, or None while it has no records."""
        a = attention.c
        with self.reading() as connection:
            day = connection.execute(select(func.max(a.day)).where(a.centre == centre)).scalar()
            rows = connection.execute(
                select(a.entity, a.outcome, func.count())
                .where(a.centre == centre, a.day == day)
                .group_by(a.entity, a.outcome)
                .order_by(a.entity, a.outcome)
            ).all()
        if day is None:
            return None
        by_entity: dict[str, dict[Ending, int]] = {}
        for entity, outcome, count in rows:
            by_entity.setdefault(entity, {})[Ending(outcome)] = count
        return DayCount(day, by_entity)

    def _held(self, connection: Connection, centre: str, incarnation: str, now: datetime) -> tuple[Kept, str]:
        """How far a store is, held against every other receiver until the transaction ends."""
        new = {"cursor": 0, "chain": "", "stopped": "", "records": 0, "first_received_at": now, "last_received_at": now}
        connection.execute(
            self._insert(log_store).values(centre=centre, incarnation=incarnation, **new).on_conflict_do_nothing()
        )
        wanted = select(log_store).where(_is(log_store, centre, incarnation)).with_for_update()
        row = connection.execute(wanted).mappings().one()
        return Kept(row["cursor"], row["chain"]), row["stopped"]

    def _moved(self, connection: Connection, centre: str, incarnation: str, batch: Batch, kept: Kept) -> Kept:
        """The cursor after a batch: past it, and past what came before it, as far as there is no hole."""
        if batch.after > kept.cursor:
            row = {"centre": centre, "incarnation": incarnation, "after": batch.after}
            wanted = {"until": batch.to, "chain": batch.chain}
            upsert = self._insert(pushed).values(**row, **wanted)
            connection.execute(upsert.on_conflict_do_update(index_elements=list(row), set_=wanted))
            return kept
        if batch.to > kept.cursor:
            kept = Kept(batch.to, batch.chain)
        early = select(pushed).where(_is(pushed, centre, incarnation)).order_by(pushed.c.after)
        for range_ in connection.execute(early).mappings().all():
            if range_["after"] <= kept.cursor < range_["until"]:
                kept = Kept(range_["until"], range_["chain"])
        connection.execute(delete(pushed).where(_is(pushed, centre, incarnation), pushed.c.after <= kept.cursor))
        return kept

    def _of_lineage(
        self, connection: Connection, centre: str, incarnation: str, records: list[AttentionRecord]
    ) -> tuple[list[AttentionRecord], list[tuple[AttentionRecord, Parked]]]:
        """Those of this store and of what it continues, and the others."""
        if all(record.incarnation == incarnation for record in records):
            return records, []
        stores = continuing.lineage(connection, centre, incarnation)
        mine = [record for record in records if record.incarnation in stores]
        strange = [record for record in records if record.incarnation not in stores]
        return mine, [
            (r, _parked(r, f"it is of store {r.incarnation}, which this one does not continue")) for r in strange
        ]

    def _put_aside(
        self, connection: Connection, parked: Sequence[tuple[AttentionRecord, Parked]], now: datetime
    ) -> None:
        for record, said in parked:
            row = {"centre": record.centre, "incarnation": record.incarnation, **msgspec.structs.asdict(said)}
            upsert = self._insert(quarantine).values(**row, record=msgspec.json.encode(record), received_at=now)
            key = [column.name for column in quarantine.primary_key.columns]
            connection.execute(upsert.on_conflict_do_update(index_elements=key, set_={"reason": said.reason}))

    def _mended(self, connection: Connection, good: Sequence[AttentionRecord]) -> None:
        """Whoever was put aside and now came well, in this or a higher revision, is so no more."""
        if not good or connection.execute(select(quarantine.c.seq).limit(1)).first() is None:
            return
        q = quarantine.c
        for record in good:
            stop = and_(q.ticket == record.ticket, q.stop == record.stop, q.revision <= record.revision)
            connection.execute(delete(quarantine).where(_is(quarantine, record.centre, record.incarnation), stop))

    def _mark_changed(self, connection: Connection, centre: str, days: set[date]) -> None:
        for day in sorted(days):
            upsert = self._insert(changed_day).values(centre=centre, day=day, changes=1)
            more = {"changes": changed_day.c.changes + 1}
            connection.execute(upsert.on_conflict_do_update(index_elements=["centre", "day"], set_=more))


def _judged(
    records: Sequence[AttentionRecord], now: datetime
) -> tuple[list[AttentionRecord], list[tuple[AttentionRecord, Parked]]]:
    good: list[AttentionRecord] = []
    parked: list[tuple[AttentionRecord, Parked]] = []
    for record in records:
        fault = fault_of(record, now)
        if fault:
            parked.append((record, _parked(record, fault)))
        else:
            good.append(record)
    return good, parked


def _parked(record: AttentionRecord, reason: str) -> Parked:
    return Parked(record.seq, record.ticket, record.stop, record.revision, reason)


def _of(table: Table, centre: str, incarnations: Sequence[str]) -> ColumnElement[bool]:
    return and_(table.c.centre == centre, table.c.incarnation.in_(incarnations))


def _is(table: Table, centre: str, incarnation: str) -> ColumnElement[bool]:
    return and_(table.c.centre == centre, table.c.incarnation == incarnation)


def _said(error: BaseException) -> str:
    """What the database said, without SQLAlchemy's own frame, in one line."""
    return " ".join(str(getattr(error, "orig", None) or error).split())
