"""Records that were put aside: those that cannot be true, until they come mended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec
from sqlalchemy import Connection, and_, delete, text

from sync.columns import Columns
from sync.exchange import Parked
from sync.office.judging import are_all_true, fault_of
from sync.office.store.cursors import of_store
from sync.office.store.opened import OpenStore
from sync.office.store.tables import quarantine
from sync.record import AttentionRecord


def judged(records: Columns, now: datetime) -> tuple[Columns, list[tuple[AttentionRecord, Parked]]]:
    """Those that can be true, and the others with what is said of them."""
    if are_all_true(records, now):
        return records, []
    told = [(record, fault_of(record, now)) for record in records]
    return records.picked([not fault for _, fault in told]), [
        (record, parked_for(record, fault)) for record, fault in told if fault
    ]


def parked_for(record: AttentionRecord, reason: str) -> Parked:
    return Parked(record.seq, record.ticket, record.stop, record.revision, reason)


def put_aside(
    store: OpenStore, connection: Connection, parked: Sequence[tuple[AttentionRecord, Parked]], now: datetime
) -> None:
    for record, said in parked:
        row = {"centre": record.centre, "incarnation": record.incarnation, **msgspec.structs.asdict(said)}
        upsert = store.insert(quarantine).values(**row, record=msgspec.json.encode(record), received_at=now)
        key = [column.name for column in quarantine.primary_key.columns]
        connection.execute(upsert.on_conflict_do_update(index_elements=key, set_={"reason": said.reason}))


WAITING = text("SELECT incarnation, ticket, stop FROM quarantine WHERE centre = :centre")


def mended(connection: Connection, centre: str, good: Columns) -> None:
    """Whoever was put aside and now came well, in this or a higher revision, is so no more."""
    q = quarantine.c
    stops = {tuple(row) for row in connection.execute(WAITING, {"centre": centre})}
    for record in good if stops else ():
        if (record.incarnation, record.ticket, record.stop) in stops:
            stop = and_(q.ticket == record.ticket, q.stop == record.stop, q.revision <= record.revision)
            connection.execute(delete(quarantine).where(of_store(quarantine, centre, record.incarnation), stop))
