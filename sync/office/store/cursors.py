"""How far the office has everything of a store of a centre."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, select

from sync.exchange import Batch, Kept
from sync.office.store.opened import OpenStore
from sync.office.store.tables import log_store, pushed


def of_store(table: Table, centre: str, incarnation: str) -> ColumnElement[bool]:
    return and_(table.c.centre == centre, table.c.incarnation == incarnation)


class Range(NamedTuple):
    """Events that came before what lies between them and the cursor."""

    after: int
    until: int
    chain: str


def held(store: OpenStore, connection: Connection, centre: str, incarnation: str, now: datetime) -> tuple[Kept, str]:
    """How far a store is, held against every other receiver until the transaction ends; and why it was stopped."""
    new = {"cursor": 0, "chain": "", "stopped": "", "records": 0, "first_received_at": now, "last_received_at": now}
    upsert = store.insert(log_store).values(centre=centre, incarnation=incarnation, **new)
    touched = upsert.on_conflict_do_update(
        index_elements=["centre", "incarnation"], set_={"last_received_at": upsert.excluded.last_received_at}
    )
    asked = touched.returning(log_store.c.cursor, log_store.c.chain, log_store.c.stopped)
    cursor, chain, stopped = connection.execute(asked).one()
    return Kept(cursor, chain), stopped


def early(connection: Connection, centre: str, incarnation: str) -> list[Range]:
    """In their order. Of a store that is held."""
    p = pushed.c
    wanted = select(p.after, p.until, p.chain).where(of_store(pushed, centre, incarnation)).order_by(p.after)
    return [Range(*row) for row in connection.execute(wanted)]


def is_unheard_of(batch: Batch, kept: Kept, ranges: list[Range]) -> bool:
    """Whether none of a batch's events came before."""
    return batch.after >= kept.cursor and all(
        batch.to <= range_.after or range_.until <= batch.after for range_ in ranges
    )


def moved(
    store: OpenStore,
    connection: Connection,
    centre: str,
    incarnation: str,
    batch: Batch,
    kept: Kept,
    ranges: list[Range],
) -> Kept:
    """The cursor after a batch: past it, and past what came before it, as far as there is no hole."""
    if batch.after > kept.cursor:
        row = {"centre": centre, "incarnation": incarnation, "after": batch.after}
        wanted = {"until": batch.to, "chain": batch.chain}
        upsert = store.insert(pushed).values(**row, **wanted)
        connection.execute(upsert.on_conflict_do_update(index_elements=list(row), set_=wanted))
        return kept
    if batch.to > kept.cursor:
        kept = Kept(batch.to, batch.chain)
    for range_ in ranges:
        if range_.after <= kept.cursor < range_.until:
            kept = Kept(range_.until, range_.chain)
    if ranges:
        connection.execute(delete(pushed).where(of_store(pushed, centre, incarnation), pushed.c.after <= kept.cursor))
    return kept
