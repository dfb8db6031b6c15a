"""Attention records as a centre sends them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import msgspec

from sync.exchange import Batch
from sync.record import AttentionRecord, Ending

CENTRE, STORE = "region-sur", "0123456789abcdef"
NOON = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)

SERVED = AttentionRecord(
    centre=CENTRE,
    incarnation=STORE,
    ticket=2026112300001,
    stop=0,
    revision=0,
    seq=10,
    day=date(2026, 11, 23),
    number="PJ 001",
    entity="pj",
    queue="PJ",
    service="PJ01",
    services=("PJ01", "PJ02"),
    preferential=True,
    language="es",
    outcome=Ending.SERVED,
    issued_at=NOON - timedelta(minutes=20),
    eligible_at=NOON - timedelta(minutes=20),
    called_at=NOON - timedelta(minutes=9),
    started_at=NOON - timedelta(minutes=8),
    ended_at=NOON - timedelta(minutes=3),
    attended_seconds=300,
    calls=2,
    counter=20,
    advisor="a001",
    promised=(5, 10),
    because="preferential",
)


def record(seq: int, **other: object) -> AttentionRecord:
    """A served ticket whose end is event `seq`."""
    return msgspec.structs.replace(SERVED, seq=seq, ticket=SERVED.ticket + seq, **other)


def batch(after: int, to: int, *seqs: int) -> Batch:
    return Batch(after, to, tuple(record(seq) for seq in seqs))
