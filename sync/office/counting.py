"""What a day's records amount to: counts and sums that can be added, over centres, days and hours, without a loss.

By the ministry's definitions, as `shared/domain/measured.py` has them in the centre. Medians and percentiles cannot be
added, so how long people waited is kept in whole minutes, rounded up: from any sum of them a percentile is told to the
minute, as an "at most".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import ceil
from typing import NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from sync.record import AttentionRecord, Ending

PERU = ZoneInfo("America/Lima")  # the country has one zone


class Count(msgspec.Struct):
    """Stops that ended, and what they took. Times in seconds, of whole numbers only.

    tickets: each at its first stop. preferential: of the stops. wait (espera): called - arrival, of those that were
    called. limited: with an ANS limit; within: inside it, without logged interruptions; within_whole: with them.
    presentation: start - call. attention: at the counter. promised, kept: ranges told, and calls no later than their
    second figure. services, results: stated as done. waits, attentions: how many took so many minutes, rounded up.
    """

    tickets: int = 0
    stops: int = 0
    preferential: int = 0
    served: int = 0
    transferred: int = 0
    absent: int = 0
    cancelled: int = 0
    changed: int = 0
    expired: int = 0
    left: int = 0
    wait_count: int = 0
    wait_seconds: int = 0
    wait_max: int = 0
    wait_limited: int = 0
    wait_within: int = 0
    wait_within_whole: int = 0
    presentation_count: int = 0
    presentation_seconds: int = 0
    attention_count: int = 0
    attention_seconds: int = 0
    attention_max: int = 0
    attention_limited: int = 0
    attention_within: int = 0
    attention_within_whole: int = 0
    promised: int = 0
    kept: int = 0
    satisfaction_count: int = 0
    satisfaction_sum: int = 0
    services: int = 0
    results: int = 0
    waits: dict[int, int] = msgspec.field(default_factory=dict)
    attentions: dict[int, int] = msgspec.field(default_factory=dict)

    def add(self, other: Count) -> None:
        for name in SUMS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in MAXIMA:
            setattr(self, name, max(getattr(self, name), getattr(other, name)))
        for name in SPREADS:
            add_spread(getattr(self, name), getattr(other, name))

    def take(self, record: AttentionRecord, first: bool) -> None:
        """One more stop. `first`: of its ticket."""
        self.stops += 1
        self.tickets += first
        self.preferential += record.preferential
        self.services += len(record.services)
        self.results += len(record.results)
        outcome = FIELD[record.outcome]
        setattr(self, outcome, getattr(self, outcome) + 1)
        self._waited(record)
        self._attended(record)
        if record.satisfaction is not None:
            self.satisfaction_count += 1
            self.satisfaction_sum += record.satisfaction

    def _waited(self, record: AttentionRecord) -> None:
        if record.called_at is None:
            return
        wait = round((record.called_at - record.eligible_at).total_seconds())
        self.wait_count += 1
        self.wait_seconds += wait
        self.wait_max = max(self.wait_max, wait)
        add_spread(self.waits, {minutes(wait): 1})
        if record.wait_limit is not None:
            self.wait_limited += 1
            self.wait_within += wait - record.wait_interrupted <= record.wait_limit * 60
            self.wait_within_whole += wait <= record.wait_limit * 60
        if record.promised:
            self.promised += 1
            self.kept += wait <= record.promised[1] * 60

    def _attended(self, record: AttentionRecord) -> None:
        if record.called_at is None or record.started_at is None:
            return
        took = record.attended_seconds
        self.presentation_count += 1
        self.presentation_seconds += round((record.started_at - record.called_at).total_seconds())
        self.attention_count += 1
        self.attention_seconds += took
        self.attention_max = max(self.attention_max, took)
        add_spread(self.attentions, {minutes(took): 1})
        if record.attention_limit is not None:
            self.attention_limited += 1
            self.attention_within += took - record.attention_interrupted <= record.attention_limit * 60
            self.attention_within_whole += took <= record.attention_limit * 60


SPREADS = ("waits", "attentions")
MAXIMA = ("wait_max", "attention_max")
SUMS = tuple(name for name in Count.__struct_fields__ if name not in (*SPREADS, *MAXIMA))
FIELD = {
    Ending.SERVED: "served",
    Ending.TRANSFERRED: "transferred",
    Ending.ABSENT: "absent",
    Ending.CANCELLED: "cancelled",
    Ending.CHANGED: "changed",
    Ending.EXPIRED: "expired",
    Ending.LEFT: "left",
}
"""The field of `Count` in which each outcome is counted."""


class Place(NamedTuple):
    """Where in a day stops are counted together. hour: of arrival, in Peru."""

    entity: str
    queue: str
    service: str
    hour: int


class Done(msgspec.Struct):
    """How often a service was stated as done, and how often that was a result, such as a company constituted."""

    times: int = 0
    results: int = 0


def count(records: Iterable[AttentionRecord]) -> dict[Place, Count]:
    """The records of one day of one centre, in any order the same; of each stop its highest revision only."""
    records = list(records)
    firsts = _first_stops(records)
    counts: dict[Place, Count] = {}
    for record in records:
        place = Place(record.entity, record.queue, record.service, record.eligible_at.astimezone(PERU).hour)
        first = firsts[record.incarnation, record.ticket] == record.stop
        counts.setdefault(place, Count()).take(record, first)
    return counts


def count_done(records: Iterable[AttentionRecord]) -> dict[tuple[str, str], Done]:
    """By entity and service."""
    done: dict[tuple[str, str], Done] = {}
    for record in records:
        for service in record.services:
            done.setdefault((record.entity, service), Done()).times += 1
        for service in record.results:
            done.setdefault((record.entity, service), Done()).results += 1
    return done


def _first_stops(records: Iterable[AttentionRecord]) -> dict[tuple[str, int], int]:
    firsts: dict[tuple[str, int], int] = {}
    for record in records:
        ticket = record.incarnation, record.ticket
        firsts[ticket] = min(record.stop, firsts.get(ticket, record.stop))
    return firsts


def minutes(seconds: int) -> int:
    return -(-seconds // 60)


def add_spread(into: dict[int, int], more: Mapping[int, int]) -> None:
    for minute, times in more.items():
        into[minute] = into.get(minute, 0) + times


def at_most(spread: Mapping[int, int], of_hundred: int) -> int | None:
    """Minutes that at least so many in a hundred did not exceed (nearest rank); None where there are none."""
    rank = ceil(sum(spread.values()) * of_hundred / 100)
    for minute in sorted(spread):
        rank -= spread[minute]
        if rank <= 0:
            return minute
    return None
