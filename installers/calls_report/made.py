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

HOUR = timedelta(hours=1)
MONDAY = date(2026, 11, 23)
CROWD = 1.12  # of a Monday's demand: with the recalls about 13 calls a minute in its busiest hour
RECALLS = 0.06  # of the calls of the hour
RECALLED_AFTER_S = (40.0, 90.0)
BURST = 20  # calls that come together at most


def peak_hour(catalogue: Catalogue, seed: int) -> list[CallView]:
    """The sixty minutes with the most calls of a whole lived day, with some called again."""
    trace = generate_day(catalogue, MONDAY, Random(seed), f"seed {seed}", CROWD)
    day = replay(catalogue, trace, ordinary_plan(catalogue, MONDAY)).day
    begins = day.calls[0].at
    by_minute = Counter(int((call.at - begins).total_seconds() // 60) for call in day.calls)
    first = max(range(max(by_minute)), key=lambda minute: sum(by_minute[minute + m] for m in range(60)))
    since = begins + timedelta(minutes=first)
    hour = [
        CallView(
            0,
            day.tickets[call.ticket].text,
            call.counter,
            call.recall,
            START + (call.at - since),
            languages_of(catalogue, day.tickets[call.ticket].language),
        )
        for call in day.calls
        if since <= call.at < since + HOUR
    ]
    return _with_recalls(hour, Random(seed))


def _with_recalls(hour: list[CallView], random: Random) -> list[CallView]:
    """A lived day calls nobody twice, and a hall does."""
    again = [
        replace(call, recall=True, at=call.at + timedelta(seconds=random.uniform(*RECALLED_AFTER_S)))
        for call in hour
        if random.random() < RECALLS
    ]
    within = (call for call in (*hour, *again) if call.at < START + HOUR)
    return [replace(call, call=n) for n, call in enumerate(sorted(within, key=lambda call: call.at), start=1)]


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
