"""How far the office has everything of a store of a centre."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, select

from sync.exchange import Batch, Kept
from sync.office.store.opened import OpenStore
from sync.office.store.tables import log_store, pushed


def of_store(table: Table, centre: str, incarnation: str) -> ColumnElement[bool]:
    return and_(table.c.centre == centre, table.c.incarnation == incarnation)


def held(store: OpenStore, connection: Connection, centre: str, incarnation: str, now: datetime) -> tuple[Kept, str]:
    """How far a store is, held against every other receiver until the transaction ends."""
    new = {"cursor": 0, "chain": "", "stopped": "", "records": 0, "first_received_at": now, "last_received_at": now}
    connection.execute(
        store.insert(log_store).values(centre=centre, incarnation=incarnation, **new).on_conflict_do_nothing()
    )
    wanted = select(log_store).where(of_store(log_store, centre, incarnation)).with_for_update()
    row = connection.execute(wanted).mappings().one()
    return Kept(row["cursor"], row["chain"]), row["stopped"]


def moved(store: OpenStore, connection: Connection, centre: str, incarnation: str, batch: Batch, kept: Kept) -> Kept:
    """The cursor after a batch: past it, and past what came before it, as far as there is no hole."""
    if batch.after > kept.cursor:
        row = {"centre": centre, "incarnation": incarnation, "after": batch.after}
        wanted = {"until": batch.to, "chain": batch.chain}
        upsert = store.insert(pushed).values(**row, **wanted)
        connection.execute(upsert.on_conflict_do_update(index_elements=list(row), set_=wanted))
        return kept
    if batch.to > kept.cursor:
        kept = Kept(batch.to, batch.chain)
    early = select(pushed).where(of_store(pushed, centre, incarnation)).order_by(pushed.c.after)
    ranges = connection.execute(early).mappings().all()
    for range_ in ranges:
        if range_["after"] <= kept.cursor < range_["until"]:
            kept = Kept(range_["until"], range_["chain"])
    if ranges:
        connection.execute(delete(pushed).where(of_store(pushed, centre, incarnation), pushed.c.after <= kept.cursor))
    return kept
