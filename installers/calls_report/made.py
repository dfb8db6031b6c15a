"""The calls that are made: of the busiest hour of a Monday at a centre, and in bursts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

from msgspec.structs import replace

from installers.calls_report.hall import START
from shared.domain.catalogue import Catalogue
from shared.domain.generate import generate_day
from shared.domain.plan import ordinary_plan
from shared.domain.replay import replay
from shared.domain.spoken import languages_of
from shared.lan.views import CallView

MONDAY = date(2026, 11, 23)
CROWD = 1.12  # of a Monday's demand: about 13 calls a minute in its busiest hour
BURST = 20  # calls that come together at most


def peak_hour(catalogue: Catalogue, seed: int) -> list[CallView]:
    """The sixty minutes with the most calls of a whole lived day, its recalls and languages included."""
    trace = generate_day(catalogue, MONDAY, Random(seed), f"seed {seed}", CROWD)
    day = replay(catalogue, trace, ordinary_plan(catalogue, MONDAY)).day
    calls = [
        CallView(
            index,
            day.tickets[call.ticket].text,
            call.counter,
            call.recall,
            call.at,
            languages_of(catalogue, day.tickets[call.ticket].language),
        )
        for index, call in enumerate(day.calls, start=1)
    ]
    by_minute = Counter(int((call.at - calls[0].at).total_seconds() // 60) for call in calls)
    begins = max(range(max(by_minute)), key=lambda minute: sum(by_minute[minute + m] for m in range(60)))
    since = calls[0].at + timedelta(minutes=begins)
    hour = [call for call in calls if since <= call.at < since + timedelta(hours=1)]
    return [replace(call, call=n, at=START + (call.at - since)) for n, call in enumerate(hour, start=1)]


def bursts(catalogue: Catalogue, count: int, seed: int) -> list[CallView]:
    """So many calls, up to twenty in the same moment, faster than they can be said."""
    random = Random(seed)
    counters = [counter.number for counter in catalogue.counters]
    prefixes = [queue.prefix for queue in catalogue.queues]
    calls: list[CallView] = []
    at = 1.0
    while len(calls) < count:
        together = random.randint(1, min(BURST, count - len(calls)))
        for _ in range(together):
            number = len(calls) + 1
            text = f"{random.choice(prefixes)} {random.randint(1, 1888):03d}"
            moment = START + timedelta(seconds=at)
            calls.append(CallView(number, text, random.choice(counters), random.random() < 0.1, moment))
        at += random.uniform(0.2, 4.0) * together
    return calls


def of_zone(catalogue: Catalogue, calls: Iterable[CallView], zone: str) -> list[CallView]:
    """As the hub shows them to the board of a zone; "" is all of the hall."""
    return [call for call in calls if zone in ("", catalogue.counter[call.counter].zone)]
