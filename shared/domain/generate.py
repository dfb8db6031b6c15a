"""A realistic day of a centre, from its centre file and a seed: no two seeds alike, each the same every time.

Demand and means are the centre file's; how people spread over the day and what they do are the figures below, taken
from published data and from the seed centre of this project. `docs/reports.md` tells which.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from math import exp, log, sqrt
from random import Random

import msgspec

from shared.domain.catalogue import Catalogue, Purpose, Service
from shared.domain.trace import Header, Hold, Task, Trace, Visit

# Per cent of the day by hour from the opening on; the last one is half an hour.
FULL_DAY = (15, 13, 12, 11, 9, 8, 9, 10, 8, 5)  # 9.5 hours
SHORT_DAY = (16, 14, 13, 12, 10, 9, 10, 11, 5)  # 8.5 hours
SATURDAY = (27, 23, 21, 20, 9)  # 4.5 hours
WEEKDAY = (1.15, 1.0, 1.0, 1.0, 1.0, 0.55, 0.55)  # factor on the day's demand, from Monday on

VARIATION = {Purpose.PICKUP: 0.5, Purpose.GUIDANCE: 1.0}  # coefficient of variation of the time at the counter
VARIATION_OTHERWISE = 0.7


class Mix(msgspec.Struct, frozen=True):
    """How people are: shares of tickets, 0 to 1. `patience`: mean minutes until those who leave have left.

    misled: minutes at the counter of a queue that only sends on. presentation: seconds from and to. held: left pending
    in the middle of the attention, for `pending` minutes on average. grouped: come with one more of their family, for
    the same. late: of appointments, those who come too late for them; the others come `early` minutes before, more or
    less. spoken: for each language of the centre but the first. sign: ask for sign language.
    """

    preferential: float = 0.18
    leaves: float = 0.05
    absent: float = 0.04
    transferred: float = 0.06
    patience: float = 5.0
    misled: float = 1.5
    presentation: tuple[float, float] = (30.0, 60.0)
    held: float = 0.03
    pending: float = 10.0
    grouped: float = 0.02
    late: float = 0.05
    early: float = 10.0
    spoken: float = 0.02
    sign: float = 0.003


ORDINARY = Mix()


def generate_day(
    catalogue: Catalogue, day: date, random: Random, source: str, factor: float = 1.0, mix: Mix = ORDINARY
) -> Trace:
    """The visits of one day. `factor` on the demand, beside that of the weekday. Raises ValueError on a day off."""
    span = catalogue.day_span(day)
    if span is None:
        raise ValueError(f"on {day} ({day:%A}) nobody attends in {catalogue.name}")
    demand = own_demand(catalogue)
    mix = msgspec.structs.replace(mix, transferred=_misled_share(catalogue, demand, mix))
    visits: list[Visit] = []
    for code, mean in demand.items():
        service, expected = catalogue.service[code], mean * factor * WEEKDAY[day.weekday()] / (1 + mix.grouped)
        for at in _arrivals(catalogue, service, day, expected, random):
            visits += _party(catalogue, service, at, random, mix, group=len(visits) + 1)
    visits.sort(key=lambda visit: visit.at)
    return Trace(Header(catalogue.id, day, source), tuple(visits))


def own_demand(catalogue: Catalogue) -> dict[str, float]:
    """Tickets a day by service that they come for.

    A queue's demand counts stops. The first service of a queue has half of them, the others share the rest. Who must
    pay first pays first: those stops are in the demand of the queue where it is paid, and are taken off there, as are
    all other stops of an itinerary in theirs.
    """
    demand: dict[str, float] = {}
    for queue in catalogue.queues:
        services = catalogue.services_of[queue.prefix]
        for position, service in enumerate(services):
            first, rest = (1.0, 0.0) if len(services) == 1 else (0.5, 0.5 / (len(services) - 1))
            demand[service.code] = queue.demand * (rest if position else first)
    for service in catalogue.services:
        for code in itinerary_of(catalogue, service):
            if code != service.code:
                _take_off(catalogue, demand, service, catalogue.service[code].queue)
    return demand


def itinerary_of(catalogue: Catalogue, service: Service) -> tuple[str, ...]:
    """The services of a visit that has paid nothing yet, in the order of the plan."""
    planned = catalogue.itinerary.get(service.code)
    codes = tuple(leg.service for leg in planned.stops) if planned else (service.code,)
    return codes if not service.pay_first or service.pay_first in codes else (service.pay_first, *codes)


def _misled_share(catalogue: Catalogue, demand: dict[str, float], mix: Mix) -> float:
    """Of the visits of one stop: only they are misled, so that all transfers are theirs."""
    single = sum(mean for code, mean in demand.items() if len(itinerary_of(catalogue, catalogue.service[code])) == 1)
    return min(1.0, mix.transferred * sum(demand.values()) / single) if single else 0.0


def _take_off(catalogue: Catalogue, demand: dict[str, float], service: Service, queue: str) -> None:
    """From the whole queue: each of its services gives in proportion."""
    there = [other.code for other in catalogue.services_of[queue]]
    own = sum(demand[code] for code in there)
    kept = max(0.0, own - demand[service.code]) / own if own else 0.0
    for code in there:
        demand[code] *= kept


def profile(hours: float) -> tuple[tuple[float, float], ...]:
    """(end of the slot, share of the day), 0 to 1, for a day of so many hours: the nearest known one, stretched."""
    known = {9.5: FULL_DAY, 8.5: SHORT_DAY, 4.5: SATURDAY}
    length, shares = min(known.items(), key=lambda one: abs(one[0] - hours))
    return tuple((min(position + 1, length) / length, share / 100) for position, share in enumerate(shares))


def slot_at(hours: float, fraction: float) -> tuple[float, float]:
    """(start, end) of the slot of the day that a moment lies in, all 0 to 1."""
    start = 0.0
    for end, _ in profile(hours):
        if fraction < end:
            return start, end
        start = end
    return start, 1.0


def _arrivals(catalogue: Catalogue, service: Service, day: date, expected: float, random: Random) -> Iterator[datetime]:
    """Poisson in each slot of the centre's day, in no order; only while every stop of the visit can be taken."""
    spans = [span for entity in catalogue.entities if not entity.hours for span in catalogue.openings(entity.id, day)]
    span = (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else catalogue.day_span(day)
    assert span is not None
    length = (span[1] - span[0]).total_seconds()
    queues = {catalogue.service[code].queue for code in itinerary_of(catalogue, service)}
    entities = {catalogue.queue[queue].entity for queue in queues}
    start = 0.0
    for end, share in profile(length / 3600):
        for _ in range(poisson(expected * share, random)):
            at = span[0] + timedelta(milliseconds=round(length * (start + random.random() * (end - start)) * 1000))
            if all(catalogue.is_open(entity, at) for entity in entities):
                yield at
        start = end


def _party(
    catalogue: Catalogue, service: Service, at: datetime, random: Random, mix: Mix, *, group: int
) -> Iterator[Visit]:
    """One who comes, with an appointment where the service asks for one; or two of a family, who stay together."""
    one = _spoken(catalogue, _visit(catalogue, service, at, random, mix), random, mix)
    if service.appointment:
        yield msgspec.structs.replace(one, slot=_slot(catalogue, at, random, mix))
        return
    if random.random() >= mix.grouped or not all(_stays(task) for task in one.tasks):
        yield one
        return
    tasks = [_task(catalogue, catalogue.service[code], random, mix) for code in itinerary_of(catalogue, service)]
    yield msgspec.structs.replace(one, group=group)
    yield msgspec.structs.replace(one, tasks=tuple(tasks), group=group)


def _stays(task: Task) -> bool:
    """Whoever goes through with a stop as planned, and may bring somebody."""
    return not (task.absent or task.sent_on or task.held) and task.patience is None


def _slot(catalogue: Catalogue, at: datetime, random: Random, mix: Mix) -> datetime:
    """Of an appointment whose holder comes at this moment, in full five minutes."""
    window = catalogue.appointments
    if random.random() < mix.late:
        minutes = -window.late_minutes - 5 - 15 * random.random()
    else:
        minutes = min(window.early_minutes - 1.0, max(5.0 - window.late_minutes, random.gauss(mix.early, mix.early)))
    slot = at + timedelta(minutes=minutes)
    return slot - timedelta(minutes=slot.minute % 5, seconds=slot.second, microseconds=slot.microsecond)


def _spoken(catalogue: Catalogue, visit: Visit, random: Random, mix: Mix) -> Visit:
    others = catalogue.languages[1:]
    place = int(random.random() / mix.spoken) if mix.spoken else len(others)
    sign = random.random() < mix.sign
    language = others[place] if place < len(others) else visit.language
    return msgspec.structs.replace(visit, language=language, sign=sign)


def _visit(catalogue: Catalogue, service: Service, at: datetime, random: Random, mix: Mix) -> Visit:
    codes = itinerary_of(catalogue, service)
    tasks = [_task(catalogue, catalogue.service[code], random, mix) for code in codes]
    goal = service.code if codes[-1] != service.code else ""
    if len(tasks) == 1 and random.random() < mix.transferred:
        tasks.insert(0, _misled(catalogue, service, random, mix))
    fate = random.random()
    if fate < mix.absent:
        tasks[0] = msgspec.structs.replace(tasks[0], absent=True)
    elif fate < mix.absent + mix.leaves:
        patience = round(random.expovariate(1 / (mix.patience * 60)), 1)
        tasks[0] = msgspec.structs.replace(tasks[0], patience=patience)
    elif fate < mix.absent + mix.leaves + mix.held:
        tasks[-1] = msgspec.structs.replace(tasks[-1], held=(_hold(tasks[-1], random, mix),))
    return Visit(at, tuple(tasks), random.random() < mix.preferential, goal=goal)


def _hold(task: Task, random: Random, mix: Mix) -> Hold:
    """In the middle of the attention something is missing, and they come back with it."""
    away = lognormal(mix.pending * 60, VARIATION_OTHERWISE, random)
    after = task.attention * random.uniform(0.2, 0.8)
    again = random.uniform(*mix.presentation)
    return Hold(round(after, 1), round(away, 1), round(again, 1), random.choice(("form", "copies", "payment")))


def _task(catalogue: Catalogue, service: Service, random: Random, mix: Mix) -> Task:
    mean = catalogue.queue[service.queue].mean_minutes * 60
    variation = VARIATION.get(service.purpose, VARIATION_OTHERWISE)
    return Task(
        service.queue,
        service.code,
        round(lognormal(mean, variation, random), 1),
        round(random.uniform(*mix.presentation), 1),
    )


def _misled(catalogue: Catalogue, goal: Service, random: Random, mix: Mix) -> Task:
    """A stop in a wrong queue, from which the citizen is sent on; queues with more people mislead more."""
    others = [queue for queue in catalogue.queues if queue.prefix != goal.queue and catalogue.services_of[queue.prefix]]
    if not others:
        return _task(catalogue, goal, random, mix)
    queue = random.choices(others, [max(1, other.demand) for other in others])[0]
    service = random.choice(catalogue.services_of[queue.prefix])
    task = _task(catalogue, service, random, mix)
    short = round(lognormal(mix.misled * 60, VARIATION_OTHERWISE, random), 1)
    return msgspec.structs.replace(task, attention=short, sent_on=True)


def lognormal(mean: float, variation: float, random: Random) -> float:
    """A positive time with this mean and coefficient of variation."""
    spread = log(1 + variation**2)
    return exp(random.gauss(log(mean) - spread / 2, sqrt(spread)))


def poisson(mean: float, random: Random) -> int:
    """How often something happens that is expected `mean` times."""
    happened, passed = 0, random.expovariate(1.0)
    while passed < mean:
        happened += 1
        passed += random.expovariate(1.0)
    return happened
