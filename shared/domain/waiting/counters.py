"""The counters that somebody waits for: open for that very service, shared between queues by load, with lunch."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import inf

from shared.domain.catalogue import Catalogue, Counter
from shared.domain.day import CounterState, CounterStatus, Day
from shared.domain.lunch import lunch_on
from shared.domain.pace import Turn, turn_of
from shared.domain.spells import Span
from shared.domain.waiting.law import Server


def servers_for(catalogue: Catalogue, day: Day, queue: str, service: str, at: datetime, turn: Turn) -> list[Server]:
    """As `all_servers_for`, but empty where nobody attends now: then nothing is promised."""
    servers = all_servers_for(catalogue, day, queue, service, at, turn)
    return servers if any(server.away[0] > 0 for server in servers) else []


def all_servers_for(catalogue: Catalogue, day: Day, queue: str, service: str, at: datetime, turn: Turn) -> list[Server]:
    """Those that attend now, and those at lunch once they are back. Empty while nobody can."""
    if day.interruptions.now(catalogue, queue, service):
        return []
    servers: list[Server] = []
    for counter in catalogue.counters_of[queue]:
        state = day.counters.get(counter.number)
        if state is None:
            continue
        if state.status is CounterStatus.OPEN:
            if catalogue.serves(counter.number, queue, service, state.advisor):
                servers.append(_attending(catalogue, day, counter, state, queue, at, turn))
        elif (back := back_at(catalogue, day, counter, state, at)) and catalogue.serves(counter.number, queue, service):
            share = _share(catalogue, day, counter, queue)
            servers.append(Server(share, turn, turn, away=(0.0, (back - at).total_seconds())))
    return servers


def serves_from(catalogue: Catalogue, day: Day, queue: str, service: str, at: datetime) -> datetime | None:
    """Where nobody attends now: when somebody does, as far as lunch plans and hours tell.

    When an interruption ends nobody knows.
    """
    if day.interruptions.now(catalogue, queue, service):
        return None
    backs = [
        back
        for counter in catalogue.counters_of[queue]
        if (state := day.counters.get(counter.number))
        and state.status is not CounterStatus.OPEN
        and catalogue.serves(counter.number, queue, service)
        and (back := back_at(catalogue, day, counter, state, at))
    ]
    entity = catalogue.queue[queue].entity
    if backs:
        return min(backs)
    return None if catalogue.is_open(entity, at) else catalogue.next_opening(entity, at)


def back_at(catalogue: Catalogue, day: Day, counter: Counter, state: CounterState, at: datetime) -> datetime | None:
    """When a counter that is not open comes back from lunch, where that is planned."""
    lunch = lunch_of(catalogue, counter, day)
    if lunch is None or state.since is None or not lunch[0] - EARLY <= state.since < lunch[1]:
        return None
    if at < lunch[1]:
        return lunch[1]
    return at + SOON if at < lunch[1] + LATE else None


EARLY = timedelta(minutes=15)  # a lunch that begins before its time is that lunch all the same
LATE = timedelta(minutes=10)  # for so long whoever is late from lunch is expected any moment
OVERDUE = timedelta(minutes=20)  # whoever attends then does not go for lunch today
SOON = timedelta(minutes=1)


def lunch_of(catalogue: Catalogue, counter: Counter, day: Day) -> Span | None:
    if counter.lunch is None:
        return None
    made: dict[object, Span | None] = catalogue.made_on(day.day)
    key = "lunch", counter.number
    if key not in made:
        made[key] = lunch_on(catalogue, counter, day.day, counter.lunch)
    return made[key]


def _attending(
    catalogue: Catalogue, day: Day, counter: Counter, state: CounterState, queue: str, at: datetime, turn: Turn
) -> Server:
    share = _share(catalogue, day, counter, queue)
    away = _away(catalogue, day, counter, at)
    if not state.attention:
        return Server(share, turn, turn, -1.0, away)
    attention = day.attentions[state.attention]
    stop = day.tickets[attention.ticket].stops[attention.stop]
    current = turn_of(catalogue, day.observed.pace, stop.queue, stop.service, attention.called_at.hour)
    return Server(share, turn, current, max(0.0, (at - attention.called_at).total_seconds()), away)


def _away(catalogue: Catalogue, day: Day, counter: Counter, at: datetime) -> tuple[float, float]:
    """Seconds until its lunch begins and ends; one that is late for lunch goes after this attention."""
    lunch = lunch_of(catalogue, counter, day)
    if lunch is None or at >= lunch[0] + OVERDUE or _had_lunch(day, counter.number, lunch):
        return inf, inf
    return max(1.0, (lunch[0] - at).total_seconds()), (lunch[1] - at).total_seconds()


def _had_lunch(day: Day, counter: int, lunch: Span) -> bool:
    """It was away in its lunch hour and is back already, or somebody came for the lunch hour on purpose."""
    return any(spell.since >= lunch[0] - EARLY for spell in day.spells.get(counter, ()))


def _share(catalogue: Catalogue, day: Day, counter: Counter, queue: str) -> float:
    """Of the turns of a counter that serves several queues: by how much work waits for each counter of these queues."""
    if len(counter.queues) == 1:
        return 1.0
    work = {other: _work(catalogue, day, other) for other in counter.queues}
    return work[queue] / sum(work.values())


def _work(catalogue: Catalogue, day: Day, queue: str) -> float:
    """Seconds of work that wait, and one more ticket, for each counter that is open for a queue."""
    counters = sum(
        1
        for counter in catalogue.counters_of[queue]
        if (state := day.counters.get(counter.number)) and state.status is CounterStatus.OPEN
    )
    mean = turn_of(catalogue, day.observed.pace, queue, "", 0).mean
    return (len(day.line(queue)) + 1) * mean / max(1, counters)
