"""Records that were put aside: those that cannot be true, until they come mended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec
from sqlalchemy import Connection, and_, delete, select

from sync.exchange import Parked
from sync.office.judging import fault_of
from sync.office.store.cursors import of_store
from sync.office.store.opened import OpenStore
from sync.office.store.tables import quarantine
from sync.record import AttentionRecord


def judged(
    records: Sequence[AttentionRecord], now: datetime
) -> tuple[list[AttentionRecord], list[tuple[AttentionRecord, Parked]]]:
    good: list[AttentionRecord] = []
    parked: list[tuple[AttentionRecord, Parked]] = []
    for record in records:
        fault = fault_of(record, now)
        if fault:
            parked.append((record, parked_for(record, fault)))
        else:
            good.append(record)
    return good, parked


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


def mended(connection: Connection, good: Sequence[AttentionRecord]) -> None:
    """Whoever was put aside and now came well, in this or a higher revision, is so no more."""
    if not good or connection.execute(select(quarantine.c.seq).limit(1)).first() is None:
        return
    q = quarantine.c
    for record in good:
        stop = and_(q.ticket == record.ticket, q.stop == record.stop, q.revision <= record.revision)
        connection.execute(delete(quarantine).where(of_store(quarantine, record.centre, record.incarnation), stop))
