"""The tables of what the office's people say: who may ask, and where the centres are."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Double, Integer, PrimaryKeyConstraint, String, Table

from sync.office.store.columns import Moment
from sync.office.store.tables import metadata

consumer = Table(
    "consumer",
    metadata,
    Column("name", String, primary_key=True),
    Column("digest", String, nullable=False, unique=True),
    Column("per_minute", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    comment="Who may ask. digest: SHA-256 of the key, which has 256 bits of chance and needs no salt.",
)

consumer_use = Table(
    "consumer_use",
    metadata,
    Column("name", String, nullable=False),
    Column("minute", BigInteger, nullable=False),
    Column("requests", Integer, nullable=False),
    PrimaryKeyConstraint("name", "minute"),
    comment="How often each asked in a minute since 1970; all receivers count here.",
)

place = Table(
    "place",
    metadata,
    Column("centre", String, primary_key=True),
    Column("department", String, nullable=False),
    Column("latitude", Double, nullable=False),
    Column("longitude", Double, nullable=False),
    comment="Where a centre is; degrees.",
)
