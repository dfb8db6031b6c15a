"""The tables of a centre, one migration after another, each applied whole or not at all.

`event` is the truth; the other tables are projections written in the same transaction, for people to read.
Times are UTC in ISO 8601; a `day` is a service day; ids grow with time.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from shared.store.answer_sums import ANSWER, summed

migrations = Migrations("centre")


@migrations()
def m001_log(db: Database) -> None:
    """The log, the answers given, and who this store is."""
    db.table("centre").create(
        {"centre": str, "incarnation": str, "epoch": int, "created_at": str}, pk="centre", strict=True
    )
    db.table("event").create(
        {
            "seq": int,
            "at": str,
            "day": str,
            "epoch": int,
            "device": str,
            "person": str,
            "type": str,
            "body": str,
            "hash": str,
        },
        pk="seq",
        not_null={"at", "epoch", "device", "person", "type", "body", "hash"},
        strict=True,
    )
    db.execute("CREATE INDEX event_of_centre ON event (seq) WHERE day IS NULL")
    db.execute("CREATE INDEX event_day_opened ON event (seq) WHERE type = 'day_opened'")
    db.table("request").create({"id": str, "at": str, "digest": str, "seq": int, "answer": str}, pk="id", strict=True)
    db.table("request").create_index(["at"])
    db.table("day_key").create({"day": str, "key": bytes}, pk="day", strict=True)


@migrations()
def m002_day(db: Database) -> None:
    """What happened to tickets: projections of the log."""
    db.table("day").create(
        {"day": str, "opened_at": str, "closed_at": str, "catalogue": str, "policy": str}, pk="day", strict=True
    )
    db.table("ticket").create(
        {
            "id": int,
            "day": str,
            "number": str,
            "prefix": str,
            "count": int,
            "preferential": int,
            "language": str,
            "issued_at": str,
            "state": str,
        },
        pk="id",
        strict=True,
    )
    db.table("ticket").create_index(["day", "prefix", "count"], unique=True)
    db.table("stop").create(
        {
            "ticket": int,
            "position": int,
            "queue": str,
            "service": str,
            "state": str,
            "eligible_at": str,
            "promised_from": int,
            "promised_to": int,
        },
        pk=("ticket", "position"),
        foreign_keys=[("ticket", "ticket", "id")],
        strict=True,
    )
    db.execute("CREATE INDEX stop_waiting ON stop (queue, ticket) WHERE state = 'waiting'")
    db.table("attention").create(
        {
            "id": int,
            "ticket": int,
            "position": int,
            "counter": int,
            "advisor": str,
            "rule": str,
            "waited_seconds": int,
            "passed_over": str,
            "called_at": str,
            "calls": int,
            "started_at": str,
            "ended_at": str,
            "outcome": str,
        },
        pk="id",
        foreign_keys=[("ticket", "ticket", "id")],
        strict=True,
    )
    db.table("attention").create_index(["ticket"])
    db.table("coded_service").create(
        {"attention": int, "service": str},
        pk=("attention", "service"),
        foreign_keys=[("attention", "attention", "id")],
        strict=True,
    )
    db.table("counter_today").create(
        {"counter": int, "status": str, "advisor": str, "reason": str, "since": str, "attention": int},
        pk="counter",
        strict=True,
    )
    db.table("suspended_service").create({"service": str, "since": str}, pk="service", strict=True)


@migrations()
def m003_catalogue(db: Database) -> None:
    """The catalogue in force, so that codes in the other tables can be read with their names."""
    db.table("entity").create({"id": str, "name": str, "short": str}, pk="id", strict=True)
    db.table("queue").create(
        {"prefix": str, "entity": str, "name": str, "mean_minutes": float}, pk="prefix", strict=True
    )
    db.table("service").create(
        {"code": str, "queue": str, "name": str, "purpose": str, "fee_cents": int, "pay_first": str},
        pk="code",
        strict=True,
    )
    db.table("counter").create({"number": int, "zone": str, "queues": str, "services": str}, pk="number", strict=True)
    db.table("advisor").create({"id": str, "role": str}, pk="id", strict=True)
    db.table("advisor_name").create({"id": str, "name": str}, pk="id", strict=True)  # no projection: not in the log
    db.create_view(
        "waiting",
        """SELECT stop.queue, ticket.number, stop.service, service.name, ticket.preferential, stop.eligible_at
        FROM stop JOIN ticket ON ticket.id = stop.ticket LEFT JOIN service ON service.code = stop.service
        WHERE stop.state = 'waiting' ORDER BY stop.queue, ticket.preferential DESC, ticket.id""",
    )


@migrations()
def m004_figures(db: Database) -> None:
    """The figures of each closed day, in groups: `by` entity, `key` "bn"; docs/reports.md says what each one means."""
    columns: dict[str, type] = {"day": str, "by": str, "key": str}
    counted = "tickets stops attentions services served transferred absent cancelled changed expired left"
    columns |= dict.fromkeys(counted.split(), int)
    for time in ("wait", "presentation", "attention", "total"):
        columns[f"{time}_count"] = int
        columns |= {f"{time}_{name}": float for name in ("mean", "p50", "p90", "p95", "max")}
    kept = "wait_counted wait_within attention_counted attention_within promised kept in_range"
    columns |= dict.fromkeys(kept.split(), int)
    columns |= {"bias": float, "staffing_counters": int, "staffing_staffed": int}
    columns |= {"staffing_occupancy": float, "staffing_punctual": float}
    db.table("day_figures").create(columns, pk=("day", "by", "key"), strict=True)


@migrations()
def m005_notes(db: Database) -> None:
    """What one counter tells the next about a citizen: sealed, no projection, gone when the day closes."""
    db.table("note").create({"ticket": int, "position": int, "text": bytes}, pk=("ticket", "position"), strict=True)


@migrations()
def m006_spare_numbers(db: Database) -> None:
    """Numbers given without the hub: the ticket of each, or why it has none, so that every gap is explained."""
    db.table("spare_number").create(
        {"id": int, "day": str, "letter": str, "count": int, "ticket": int, "taken_at": str, "was": str},
        pk="id",
        foreign_keys=[("ticket", "ticket", "id")],
        strict=True,
    )


@migrations()
def m007_sealed(db: Database) -> None:
    """All personal data of the day in one table, sealed; the key of the day is in a file of its own (`day_key.py`)."""
    db.table("sealed").create(
        {"ticket": int, "position": int, "field": str, "text": bytes}, pk=("ticket", "position", "field"), strict=True
    )
    db.table("note").drop()
    db.table("day_key").drop()


@migrations()
def m008_interruptions(db: Database) -> None:
    """Logged interruptions of each day; the ANS with and without them; who of the advisors was on time."""
    db.table("interruption").create(
        {
            "day": str,
            "interruption": int,
            "reason": str,
            "entity": str,
            "queue": str,
            "service": str,
            "by": str,
            "since": str,
            "until": str,
        },
        pk=("day", "interruption"),
        strict=True,
    )
    figures = db.table("day_figures")
    for column in ("wait_within_whole", "attention_within_whole"):
        figures.add_column(column, int, not_null_default=0)
    db.execute("UPDATE day_figures SET wait_within_whole = wait_within, attention_within_whole = attention_within")
    for column in ("excluded", "staffing_hours", "staffing_attended"):
        figures.add_column(column, float, not_null_default=0.0)
    for column in ("staffing_opened", "staffing_due", "staffing_on_time"):
        figures.add_column(column, int, not_null_default=0)


@migrations()
def m009_people(db: Database) -> None:
    """What lets people in: PINs (never the digits), who is signed in where, and the audit of it. No projections."""
    db.table("pin").create(
        {
            "person": str,
            "hash": str,
            "pepper": str,
            "temporary": int,
            "tries": int,
            "locked_until": str,
            "set_at": str,
        },
        pk="person",
        strict=True,
    )
    db.table("session").create({"token": str, "person": str, "device": str, "since": str}, pk="token", strict=True)
    db.table("sign_in").create(
        {"id": int, "at": str, "person": str, "device": str, "what": str, "by": str}, pk="id", strict=True
    )


@migrations()
def m010_answer_sums(db: Database) -> None:
    """A sum of each answer, so that one which is not as it was written is never given again."""
    db.table("request").add_column("sum", str, not_null_default="")
    rows = db.execute(f"SELECT {ANSWER} FROM request").fetchall()
    db.conn.executemany("UPDATE request SET sum = ? WHERE id = ?", [(summed(row), row[0]) for row in rows])


@migrations()
def m011_opinion(db: Database) -> None:
    """How citizens said that a stop was, 1 to 5. One row for each of which they said anything."""
    db.table("opinion").create({"ticket": int, "stop": int, "satisfaction": int}, pk=("ticket", "stop"), strict=True)
