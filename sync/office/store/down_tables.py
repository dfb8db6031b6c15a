"""The tables of what goes down to the centres, the same in both databases."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, LargeBinary, PrimaryKeyConstraint, String, Table

from sync.office.store.columns import Moment
from sync.office.store.tables import metadata

edition = Table(
    "edition",
    metadata,
    Column("kind", String, nullable=False),
    Column("centre", String, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("digest", String, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("since", Date),
    Column("made_at", Moment, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("kind", "centre", "version"),
    comment="Catalogues, notices, versions of the program. centre: '' for all; its own goes before that.",
)

media = Table(
    "media",
    metadata,
    Column("digest", String, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("body", LargeBinary, nullable=False),
    comment="Files that editions of notices name.",
)

appointment = Table(
    "appointment",
    metadata,
    Column("centre", String, nullable=False),
    Column("code", String, nullable=False),
    Column("service", String, nullable=False),
    Column("instead", Boolean, nullable=False),
    Column("change", BigInteger, nullable=False),
    Column("changed_at", Moment, nullable=False),
    PrimaryKeyConstraint("centre", "code"),
    comment="What is known of each appointment. change: counts the changes of a centre, from 1.",
)

appointment_slot = Table(
    "appointment_slot",
    metadata,
    Column("centre", String, nullable=False),
    Column("code", String, nullable=False),
    Column("slot", Moment, nullable=False),
    PrimaryKeyConstraint("centre", "code", "slot"),
    comment="When each appointment is valid.",
)

Index("appointment_change", appointment.c.centre, appointment.c.change)
Index("appointment_by_slot", appointment_slot.c.centre, appointment_slot.c.slot)
