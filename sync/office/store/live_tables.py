"""The tables of how each centre stands just now and what it offers, the same in both databases."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, String, Table

from sync.office.store.columns import Moment
from sync.office.store.tables import metadata

live = Table(
    "live",
    metadata,
    Column("centre", String, primary_key=True),
    Column("incarnation", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("body", LargeBinary, nullable=False),
    comment="One row for each centre: the newest it said of itself (JSON). at: by its own clock.",
)

offered = Table(
    "offered",
    metadata,
    Column("centre", String, primary_key=True),
    Column("received_at", Moment, nullable=False),
    Column("body", LargeBinary, nullable=False),
    comment="One row for each centre: what it offers, by the catalogue in force there (JSON).",
)
