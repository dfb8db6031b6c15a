"""A restored store of a centre goes on where the one before it left off: nothing is sent twice, nothing overwritten.

The restored store shares the log of the one before up to the event from which it continues. What that one had sent of
later events is what the centre lost: it is kept in `beyond` and counted nowhere, since the centre lives it again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, RowMapping, Table, and_, delete, func, or_, select, update

from sync.exchange import Ancestor, Kept
from sync.office.store.rows import record_of
from sync.office.store.tables import ancestor, attention, beyond, changed_day, log_store, pushed, quarantine
from sync.record import AttentionRecord

Insert = Callable[[Table], Any]


class Unlike(Exception):
    """A store says that it continues another one, and has another event than that one at the same place."""


class _Limit(NamedTuple):
    """What is shared with a family of stores: the events of `incarnations` up to `until`, nothing of `siblings`."""

    incarnations: tuple[str, ...]
    siblings: tuple[str, ...]
    until: int


def lineage(connection: Connection, centre: str, incarnation: str) -> tuple[str, ...]:
    """A store and those that it continues."""
    a = ancestor.c
    wanted = select(a.ancestor).where(a.centre == centre, a.incarnation == incarnation).order_by(a.until)
    return (incarnation, *connection.execute(wanted).scalars())


def go_on(
    connection: Connection, insert: Insert, centre: str, incarnation: str, ancestors: Sequence[Ancestor], now: datetime
) -> Kept:
    """Let a store, held and never heard of before, continue others, oldest first. Returns how far it is by that.

    Raises Unlike.
    """
    rows = [
        {"centre": centre, "incarnation": incarnation, "ancestor": a.incarnation, "until": a.seq} for a in ancestors
    ]
    connection.execute(insert(ancestor).on_conflict_do_nothing(), rows)
    connection.execute(delete(pushed).where(pushed.c.centre == centre, pushed.c.incarnation == incarnation))
    before, row = _nearest(connection, centre, ancestors)
    if before is None or row is None:
        return Kept(0, "")
    if row["cursor"] == before.seq and row["chain"] and row["chain"] != before.chain:
        raise Unlike(
            f"event {before.seq} of store {before.incarnation} is not the one from which {incarnation} continues"
        )
    limit = _limit(connection, centre, incarnation, before)
    again = _set_aside(connection, insert, centre, incarnation, limit, now)
    cursor = min(row["cursor"], limit.until, again)
    chain = {row["cursor"]: row["chain"], before.seq: before.chain}.get(cursor, "")
    for store in (*limit.incarnations, *limit.siblings):
        _end(connection, centre, store, f"store {incarnation} continues it from event {limit.until}", cursor, chain)
    return Kept(cursor, chain)


def _nearest(
    connection: Connection, centre: str, ancestors: Sequence[Ancestor]
) -> tuple[Ancestor, RowMapping] | tuple[None, None]:
    """The last one of them that the office knows, held."""
    for before in reversed(ancestors):
        wanted = select(log_store).where(log_store.c.centre == centre, log_store.c.incarnation == before.incarnation)
        row = connection.execute(wanted.with_for_update()).mappings().first()
        if row:
            return before, row
    return None, None


def _limit(connection: Connection, centre: str, incarnation: str, before: Ancestor) -> _Limit:
    """Others may continue the same store, from an earlier event: it was restored twice, and the last one holds."""
    family = lineage(connection, centre, before.incarnation)
    a = ancestor.c
    wanted = select(a.incarnation, a.until, a.ancestor).where(
        a.centre == centre, a.ancestor.in_(family), a.incarnation.not_in([*family, incarnation])
    )
    others = connection.execute(wanted).all()
    untils = [until for _, until, of in others if of == before.incarnation]
    return _Limit(family, tuple(sorted({other for other, _, _ in others})), min([before.seq, *untils]))


def _set_aside(
    connection: Connection, insert: Insert, centre: str, incarnation: str, limit: _Limit, now: datetime
) -> int:
    """Move what lies beyond. Returns the event after which the store has to send again.

    A later revision had taken the place of one from before the restoration: then its whole day is sent again.
    """
    found = _beyond(attention, centre, limit)
    records = [record_of(row) for row in connection.execute(select(attention).where(found)).mappings()]
    parked = _beyond(quarantine, centre, limit)
    bodies = connection.execute(select(quarantine.c.record).where(parked)).scalars()
    aside = [*records, *(msgspec.json.decode(body, type=AttentionRecord) for body in bodies)]
    rows = [
        {
            **{name: getattr(record, name) for name in ("centre", "incarnation", "ticket", "stop", "revision", "seq")},
            "day": record.day,
            "continued_by": incarnation,
            "record": msgspec.json.encode(record),
            "set_aside_at": now,
        }
        for record in aside
    ]
    if rows:
        connection.execute(insert(beyond).on_conflict_do_nothing(), rows)
    connection.execute(delete(attention).where(found))
    connection.execute(delete(quarantine).where(parked))
    for store in {record.incarnation for record in records}:
        gone = sum(record.incarnation == store for record in records)
        _count(connection, centre, store, -gone)
    for day in sorted({record.day for record in records}):
        row = insert(changed_day).values(centre=centre, day=day, changes=1)
        more = {"changes": changed_day.c.changes + 1}
        connection.execute(row.on_conflict_do_update(index_elements=["centre", "day"], set_=more))
    revised = [record.day for record in aside if record.revision and record.incarnation in limit.incarnations]
    return _before(connection, centre, limit, min(revised)) if revised else limit.until


def _beyond(table: Table, centre: str, limit: _Limit) -> ColumnElement[bool]:
    t = table.c
    late = and_(t.incarnation.in_(limit.incarnations), t.seq > limit.until)
    return and_(t.centre == centre, or_(late, t.incarnation.in_(limit.siblings)))


def _before(connection: Connection, centre: str, limit: _Limit, day: date) -> int:
    """The last event that ended a stop before a day."""
    a = attention.c
    wanted = select(func.max(a.seq)).where(a.centre == centre, a.incarnation.in_(limit.incarnations), a.day < day)
    return connection.execute(wanted).scalar() or 0


def _end(connection: Connection, centre: str, store: str, why: str, cursor: int, chain: str) -> None:
    """Nothing more is taken of a store that another one continues; it has what both have, and no more."""
    s = log_store.c
    mine = and_(s.centre == centre, s.incarnation == store)
    connection.execute(update(log_store).where(mine, s.cursor > cursor).values(cursor=cursor, chain=chain))
    connection.execute(update(log_store).where(mine).values(stopped=why))
    connection.execute(delete(pushed).where(pushed.c.centre == centre, pushed.c.incarnation == store))


def _count(connection: Connection, centre: str, store: str, more: int) -> None:
    s = log_store.c
    mine = and_(s.centre == centre, s.incarnation == store)
    connection.execute(update(log_store).where(mine).values(records=s.records + more))
