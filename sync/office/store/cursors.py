"""How far the office has everything of a store of a centre."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, text

from sync.exchange import Batch, Kept
from sync.office.store.columns import Moment

# Said in the words that both databases know: every batch of a country goes through these.
OF_STORE = "WHERE centre = :centre AND incarnation = :incarnation"
HOLD = text(
    "INSERT INTO log_store"
    " (centre, incarnation, cursor, chain, stopped, records, first_received_at, last_received_at)"
    " VALUES (:centre, :incarnation, 0, '', '', 0, :now, :now)"
    " ON CONFLICT (centre, incarnation) DO UPDATE SET last_received_at = excluded.last_received_at"
    " RETURNING cursor, chain, stopped"
).bindparams(bindparam("now", type_=Moment))
EARLY = text(f"SELECT after, until, chain FROM pushed {OF_STORE} ORDER BY after")
CAME_EARLY = text(
    "INSERT INTO pushed (centre, incarnation, after, until, chain)"
    " VALUES (:centre, :incarnation, :after, :until, :chain)"
    " ON CONFLICT (centre, incarnation, after) DO UPDATE SET until = excluded.until, chain = excluded.chain"
)
REACHED = text(f"DELETE FROM pushed {OF_STORE} AND after <= :cursor")
MOVE = text(f"UPDATE log_store SET cursor = :cursor, chain = :chain, records = records + :stored {OF_STORE}")


def of_store(table: Table, centre: str, incarnation: str) -> ColumnElement[bool]:
    return and_(table.c.centre == centre, table.c.incarnation == incarnation)


class Store(NamedTuple):
    """Of a centre."""

    centre: str
    incarnation: str


class Range(NamedTuple):
    """Events that came before what lies between them and the cursor."""

    after: int
    until: int
    chain: str


def held(connection: Connection, store: Store, now: datetime) -> tuple[Kept, str]:
    """How far a store is, held against every other receiver until the transaction ends; and why it was stopped."""
    cursor, chain, stopped = connection.execute(HOLD, {**store._asdict(), "now": now}).one()
    return Kept(cursor, chain), stopped


def early(connection: Connection, store: Store) -> list[Range]:
    """In their order. Of a store that is held."""
    return [Range(*row) for row in connection.execute(EARLY, store._asdict())]


def is_unheard_of(batch: Batch, kept: Kept, ranges: list[Range]) -> bool:
    """Whether none of a batch's events came before."""
    return batch.after >= kept.cursor and all(
        batch.to <= range_.after or range_.until <= batch.after for range_ in ranges
    )


def moved(connection: Connection, store: Store, batch: Batch, kept: Kept, ranges: list[Range], stored: int) -> Kept:
    """Move the cursor by a batch: past it, and past what came before it, as far as there is no hole."""
    if batch.after > kept.cursor:
        came = {"after": batch.after, "until": batch.to, "chain": batch.chain}
        connection.execute(CAME_EARLY, store._asdict() | came)
    else:
        kept = _past(batch, kept, ranges)
        if ranges:
            connection.execute(REACHED, store._asdict() | {"cursor": kept.cursor})
    connection.execute(MOVE, store._asdict() | {"cursor": kept.cursor, "chain": kept.chain, "stored": stored})
    return kept


def _past(batch: Batch, kept: Kept, ranges: list[Range]) -> Kept:
    if batch.to > kept.cursor:
        kept = Kept(batch.to, batch.chain)
    for range_ in ranges:
        if range_.after <= kept.cursor < range_.until:
            kept = Kept(range_.until, range_.chain)
    return kept
