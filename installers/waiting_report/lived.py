"""Weeks of a centre, one generated day after the other through the real fold: what was promised, and what came of it.

The first weeks are the ones that the centre learns from; what is shown is of the days after them, which nothing was
tuned on. Seeds are fixed: every run gives the same days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from math import inf
from random import Random
from typing import NamedTuple

from shared.domain import events as e
from shared.domain.catalogue import Catalogue
from shared.domain.day import Day
from shared.domain.generate import generate_day
from shared.domain.hall import Hall
from shared.domain.last_served import LastEnd, last_end
from shared.domain.plan import ordinary_plan
from shared.domain.replay import replay
from shared.domain.ticket import ENDED

FIRST = date(2026, 9, 7)  # a Monday
LEARNING, SHOWN = 12, 48  # days: two weeks, then eight
SEED = 100
ROLLING = 20  # calls that a rolling mean looks back on
BEFORE_CLOSING = (120, 60, 30, 0)  # minutes at which the last one is forecast
BEFORE_LUNCH = {"11:30, before lunch": time(11, 30), "12:00, as lunch begins": time(12)}


class Promised(NamedTuple):
    """One stop that was promised and called. Seconds; `others`: what the three other estimates said then."""

    day: date
    queue: str
    preferential: bool
    wait: float
    low: float
    high: float
    told: tuple[int, int]
    others: tuple[float, float, float]


class Forecast(NamedTuple):
    """The last one of a queue. `off`: forecast - what came, in seconds; None where nobody was inside, infinite where
    somebody was and nothing was forecast. `plain`: by the undivided sum of fixed minutes of those in line.
    `chance`: that it is right, by the forecast's own law."""

    day: date
    queue: str
    asked: str
    off: float | None
    plain: float | None = None
    chance: float = 0.0


@dataclass
class Lived:
    promised: list[Promised] = field(default_factory=list)
    forecasts: list[Forecast] = field(default_factory=list)


def live(
    catalogue: Catalogue,
    passed: Callable[[int], None] = lambda _: None,
    learning: int | None = None,
    shown: int | None = None,
) -> Lived:
    """All the days, or so many. `passed` is told of each."""
    hall, lived = Hall(), Lived()
    learning, shown = LEARNING if learning is None else learning, SHOWN if shown is None else shown
    for number, day in enumerate(_working_days(catalogue, learning + shown)):
        watch = _Watch(catalogue, day)
        trace = generate_day(catalogue, day, Random(SEED + number), f"seed {SEED + number}")
        outcome = replay(catalogue, trace, ordinary_plan(catalogue, day), hall=hall, seen=watch.seen)
        if number >= learning:
            lived.promised += watch.promised(outcome.day)
            lived.forecasts += watch.forecasts(outcome.day)
        passed(1)
    return lived


def _working_days(catalogue: Catalogue, left: int) -> Iterator[date]:
    day = FIRST
    while left:
        if day.weekday() < 6 and catalogue.day_span(day):
            yield day
            left -= 1
        day += timedelta(days=1)


class _Asked(NamedTuple):
    queue: str
    asked: str
    at: datetime
    forecast: LastEnd | None
    plain: datetime
    inside: tuple[tuple[int, int], ...]


class _Watch:
    """Notes of one day, made as it goes by."""

    def __init__(self, catalogue: Catalogue, day: date) -> None:
        self._catalogue = catalogue
        self._called: dict[str, list[float]] = {}
        self._others: dict[tuple[int, int], tuple[float, float, float]] = {}
        self._asked: list[_Asked] = []
        self._to_ask = sorted(_moments(catalogue, day))

    def seen(self, hall: Hall, events: Sequence[e.Event], at: datetime) -> None:
        day = hall.day
        if day is None:
            return
        while self._to_ask and at >= self._to_ask[0][0] and day.is_open:
            moment, queue, asked = self._to_ask.pop(0)
            forecast = last_end(self._catalogue, day, queue, moment)
            plain = moment + timedelta(minutes=len(day.line(queue)) * self._catalogue.queue[queue].mean_minutes)
            self._asked.append(_Asked(queue, asked, moment, forecast, plain, tuple(_inside(day, queue))))
        for event in events:
            match event:
                case e.TicketIssued():
                    self._estimate(day, event.ticket, 0, event.stops[0].queue)
                case e.StopPromised():
                    self._estimate(day, event.ticket, event.stop, _queue_of(day, events, event))
                case e.TicketCalled():
                    stop = day.tickets[event.ticket].stops[event.stop]
                    waited = (at - (stop.eligible_at or at)).total_seconds()
                    self._called.setdefault(stop.queue, []).append(waited)

    def _estimate(self, day: Day, ticket: int, stop: int, queue: str) -> None:
        called = self._called.get(queue, [])
        undivided = len(day.line(queue)) * self._catalogue.queue[queue].mean_minutes * 60
        recent = called[-ROLLING:]
        rolling = sum(recent) / len(recent) if recent else 0.0
        self._others[ticket, stop] = undivided, called[-1] if called else 0.0, rolling

    def promised(self, day: Day) -> Iterator[Promised]:
        """The stops that were called. Who left before is not among them, and nobody knows how long they would have
        waited; who left in silence is, by the call that was made in vain."""
        first: dict[tuple[int, int], datetime] = {}
        for attention in day.attentions.values():
            first.setdefault((attention.ticket, attention.stop), attention.called_at)
        for (ticket, index), called_at in first.items():
            stop = day.tickets[ticket].stops[index]
            others = self._others.get((ticket, index))
            if stop.expected and stop.promised and stop.eligible_at and others:
                wait = (called_at - stop.eligible_at).total_seconds()
                told, preferential = stop.promised, day.tickets[ticket].preferential
                yield Promised(day.day, stop.queue, preferential, wait, *stop.expected, told, others)

    def forecasts(self, day: Day) -> Iterator[Forecast]:
        ended = {(a.ticket, a.stop): a.ended_at for a in day.attentions.values() if a.ended_at}
        for one in self._asked:
            ends = [ended[stop] for stop in one.inside if stop in ended]
            off = (one.forecast.at - max(ends)).total_seconds() if ends and one.forecast else inf if ends else None
            plain = (one.plain - max(ends)).total_seconds() if ends else None
            yield Forecast(day.day, one.queue, one.asked, off, plain, one.forecast.chance if one.forecast else 0.0)


def _moments(catalogue: Catalogue, day: date) -> Iterator[tuple[datetime, str, str]]:
    for queue in catalogue.queues:
        spans = catalogue.openings(queue.entity, day)
        if spans:
            closes = spans[-1][1]
            for asked, moment in BEFORE_LUNCH.items():
                yield datetime.combine(day, moment, catalogue.timezone), queue.prefix, asked
            for minutes in BEFORE_CLOSING:
                asked = f"{minutes} min before closing" if minutes else "at closing"
                yield closes - timedelta(minutes=minutes), queue.prefix, asked


def _inside(day: Day, queue: str) -> Iterator[tuple[int, int]]:
    """Tickets that are, or will be, at this queue, each with the index of that stop."""
    for ticket in day.tickets.values():
        for index, stop in enumerate(ticket.stops[ticket.at :], ticket.at):
            if stop.queue == queue and stop.state not in ENDED:
                yield ticket.id, index
                break


def _queue_of(day: Day, events: Sequence[e.Event], promised: e.StopPromised) -> str:
    """Of the stop that is promised; one of a transfer is not in the ticket yet."""
    sent = next((event for event in events if isinstance(event, e.TicketTransferred)), None)
    return sent.queue if sent else day.tickets[promised.ticket].stops[promised.stop].queue
