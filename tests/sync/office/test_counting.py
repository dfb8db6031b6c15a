from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from sync.office.counting import Count, Place, at_most, count, count_done
from sync.record import AttentionRecord, Ending
from tests.fakes.days import day_of
from tests.fakes.records import SERVED, record

DAY = date(2026, 11, 23)


def one(*records: AttentionRecord) -> Count:
    total = Count()
    for part in count(records).values():
        total.add(part)
    return total


def test_wait_presentation_and_attention_are_the_ministrys() -> None:
    told = one(record(1, wait_limit=15, attention_limit=4))
    assert (told.wait_seconds, told.presentation_seconds, told.attention_seconds) == (11 * 60, 60, 300)
    assert (told.wait_limited, told.wait_within, told.attention_limited, told.attention_within) == (1, 1, 1, 0)
    assert (told.promised, told.kept) == (1, 0)  # five to ten minutes were told


def test_a_time_that_does_not_exist_is_not_averaged() -> None:
    absent = record(1, outcome=Ending.ABSENT, started_at=None, attended_seconds=0, wait_limit=None)
    left = record(2, outcome=Ending.LEFT, called_at=None, started_at=None, attended_seconds=0)
    told = one(absent, left)
    assert (told.stops, told.absent, told.left, told.served) == (2, 1, 1, 0)
    assert (told.wait_count, told.wait_limited, told.attention_count) == (1, 0, 0)


def test_what_an_interruption_took_is_not_held_against_the_limit_and_told_apart() -> None:
    told = one(record(1, wait_limit=10, wait_interrupted=60, attention_limit=4, attention_interrupted=60))
    assert (told.wait_within, told.wait_within_whole) == (1, 0)
    assert (told.attention_within, told.attention_within_whole) == (1, 0)


def test_a_ticket_of_two_stops_is_one_ticket() -> None:
    first = record(1)
    second = record(1, stop=1, queue="BN", entity="bn", service="BN01")
    counts = count([second, first])
    assert [(place.queue, of.tickets) for place, of in sorted(counts.items())] == [("BN", 0), ("PJ", 1)]


def test_the_hour_is_that_of_arrival_in_peru() -> None:
    assert {place.hour for place in count([SERVED])} == {11}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_sums_of_parts_are_the_whole_in_any_order(seed: int) -> None:
    records = list(day_of("a", DAY, 300, seed))
    random.Random(seed).shuffle(records)
    assert one(*records) == one(*sorted(records, key=lambda record: record.seq))
    waits = sorted(-(-round((r.called_at - r.eligible_at).total_seconds()) // 60) for r in records if r.called_at)
    for of_hundred in (50, 90, 95):  # nearest rank, to the minute
        assert at_most(one(*records).waits, of_hundred) == waits[-(-len(waits) * of_hundred // 100) - 1]


def test_nobody_waited_has_no_percentile() -> None:
    assert at_most({}, 90) is None


def test_a_whole_minute_is_not_rounded_up() -> None:
    told = one(record(1, called_at=SERVED.eligible_at + timedelta(minutes=5)))
    assert told.waits == {5: 1}


def test_services_and_results_are_those_stated() -> None:
    done = count_done([record(1, services=("PJ01", "PJ02"), results=("PJ02",)), record(2, services=("PJ01",))])
    told = {service: (of.times, of.results) for (_, service), of in done.items()}
    assert told == {"PJ01": (2, 0), "PJ02": (1, 1)}


def test_places_are_told_apart() -> None:
    places = count([record(1), record(2, service="PJ02")])
    assert set(places) == {Place("pj", "PJ", "PJ01", 11), Place("pj", "PJ", "PJ02", 11)}
