"""The tables of an office, the same in SQLite and in PostgreSQL.

`attention` is partitioned by the month of its day in PostgreSQL (`writing.py`), and its key begins with the centre,
so that it can be spread over several nodes by it. Every hour is UTC.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
)

from sync.office.store.columns import Moment, Texts

metadata = MetaData()


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, String, nullable=null)


def _number(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null)


centre = Table(
    "centre",
    metadata,
    Column("id", String, primary_key=True),
    _text("public"),
    Column("enrolled_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    comment="The centres that may write, each with its public key.",
)

enrolment = Table(
    "enrolment",
    metadata,
    Column("code", String, primary_key=True),
    _text("centre"),
    Column("until", Moment, nullable=False),
    comment="Codes given out and not used yet.",
)

log_store = Table(
    "log_store",
    metadata,
    _text("centre"),
    _text("incarnation"),
    Column("cursor", BigInteger, nullable=False),
    _text("chain"),
    _text("stopped"),
    Column("records", BigInteger, nullable=False),
    Column("first_received_at", Moment, nullable=False),
    Column("last_received_at", Moment, nullable=False),
    PrimaryKeyConstraint("centre", "incarnation"),
    comment="One row for each store of a centre. chain: the hash of event `cursor`. stopped: why nothing is taken.",
)

pushed = Table(
    "pushed",
    metadata,
    _text("centre"),
    _text("incarnation"),
    Column("after", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    _text("chain"),
    PrimaryKeyConstraint("centre", "incarnation", "after"),
    comment="Ranges of events that came before what lies between them and the cursor.",
)

attention = Table(
    "attention",
    metadata,
    _text("centre"),
    Column("day", Date, nullable=False),
    Column("ticket", BigInteger, nullable=False),
    _number("stop"),
    _text("incarnation"),
    _number("revision"),
    Column("seq", BigInteger, nullable=False),
    _text("number"),
    _text("entity"),
    _text("queue"),
    _text("service"),
    Column("services", Texts, nullable=False),
    Column("results", Texts, nullable=False),
    Column("preferential", Boolean, nullable=False),
    _text("language"),
    _text("outcome"),
    Column("issued_at", Moment, nullable=False),
    Column("eligible_at", Moment, nullable=False),
    Column("called_at", Moment),
    Column("started_at", Moment),
    Column("ended_at", Moment, nullable=False),
    _number("attended_seconds"),
    _number("wait_limit", null=True),
    _number("wait_interrupted"),
    _number("attention_limit", null=True),
    _number("attention_interrupted"),
    _number("calls"),
    _number("counter"),
    _text("advisor"),
    _number("promised_from", null=True),
    _number("promised_to", null=True),
    _text("because"),
    _number("satisfaction", null=True),
    PrimaryKeyConstraint("centre", "day", "ticket", "stop", "incarnation"),
    comment="One row for each stop that ended, at its highest revision.",
    postgresql_partition_by="RANGE (day)",
)

quarantine = Table(
    "quarantine",
    metadata,
    _text("centre"),
    _text("incarnation"),
    Column("seq", BigInteger, nullable=False),
    Column("ticket", BigInteger, nullable=False),
    Column("stop", BigInteger, nullable=False),  # as it came, whatever it is
    Column("revision", BigInteger, nullable=False),
    _text("reason"),
    Column("record", LargeBinary, nullable=False),
    Column("received_at", Moment, nullable=False),
    PrimaryKeyConstraint("centre", "incarnation", "ticket", "stop", "revision"),
    comment="Records that were not taken, as they came (JSON), until a mended one comes.",
)

ancestor = Table(
    "ancestor",
    metadata,
    _text("centre"),
    _text("incarnation"),
    _text("ancestor"),
    Column("until", BigInteger, nullable=False),
    PrimaryKeyConstraint("centre", "incarnation", "ancestor"),
    comment="Which stores a restored one continues, and until which event of theirs.",
)

beyond = Table(
    "beyond",
    metadata,
    _text("centre"),
    _text("incarnation"),
    Column("ticket", BigInteger, nullable=False),
    _number("stop"),
    _number("revision"),
    _text("continued_by"),
    Column("seq", BigInteger, nullable=False),
    Column("day", Date, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("set_aside_at", Moment, nullable=False),
    PrimaryKeyConstraint("centre", "incarnation", "ticket", "stop", "revision", "continued_by"),
    comment="Records (JSON) that a store had sent of what its centre lost since: kept, and counted nowhere.",
)

changed_day = Table(
    "changed_day",
    metadata,
    _text("centre"),
    Column("day", Date, nullable=False),
    Column("changes", BigInteger, nullable=False),
    PrimaryKeyConstraint("centre", "day"),
    comment="Days of centres whose figures are to be counted anew.",
)

Index("quarantine_seq", quarantine.c.centre, quarantine.c.incarnation, quarantine.c.seq)
