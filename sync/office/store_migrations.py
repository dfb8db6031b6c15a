"""The tables of an office, as the steps that made them. A step that was ever released is never changed."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("office")


@migrations()
def m001_records(db: Database) -> None:
    """`centre`: one row per store, with its cursor. `attention`: one row per stop that ended. `coded_service`."""
    db.table("centre").create(
        {
            "centre": str,
            "incarnation": str,
            "cursor": int,
            "records": int,
            "first_received_at": str,
            "last_received_at": str,
        },
        pk=("centre", "incarnation"),
        not_null={"cursor", "records", "first_received_at", "last_received_at"},
        strict=True,
    )
    db.table("attention").create(
        {
            "id": int,
            "centre": str,
            "incarnation": str,
            "ticket": int,
            "stop": int,
            "revision": int,
            "seq": int,
            "day": str,
            "number": str,
            "entity": str,
            "queue": str,
            "service": str,
            "preferential": int,
            "language": str,
            "outcome": str,
            "issued_at": str,
            "eligible_at": str,
            "called_at": str,
            "started_at": str,
            "ended_at": str,
            "attended_seconds": int,
            "calls": int,
            "counter": int,
            "advisor": str,
            "promised_from": int,
            "promised_to": int,
            "because": str,
            "received_at": str,
        },
        pk="id",
        not_null={"centre", "incarnation", "ticket", "stop", "revision", "seq", "day", "number", "outcome", "ended_at"},
        strict=True,
    )
    db.table("attention").create_index(["centre", "incarnation", "ticket", "stop", "revision"], unique=True)
    db.table("attention").create_index(["centre", "day"])
    db.table("coded_service").create(
        {"attention": int, "position": int, "service": str},
        pk=("attention", "position"),
        not_null={"service"},
        foreign_keys=[("attention", "attention", "id")],
        strict=True,
    )
