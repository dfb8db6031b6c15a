"""The fold of one service day: its tickets, attentions, counters and lines, from the events alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from shared.domain import events as e
from shared.domain.observed import Observed
from shared.domain.order import Line
from shared.domain.refusals import Code, Refusal
from shared.domain.spells import Spell
from shared.domain.ticket import (
    ENDED,
    Attention,
    Outcome,
    Stop,
    StopState,
    Ticket,
    day_base,
)


class CounterStatus(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    PAUSED = "paused"


@dataclass(slots=True)
class CounterState:
    """A counter today. `attention` is the one in course, or 0."""

    number: int
    status: CounterStatus = CounterStatus.CLOSED
    advisor: str = ""
    reason: str = ""
    since: datetime | None = None
    attention: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the day, as a board must announce it; a recall is a call of its own."""

    ticket: int
    counter: int
    recall: bool
    at: datetime


class Day:
    """Everything about one service day. `apply` takes its events in order; nothing else changes it."""

    def __init__(self, day: date) -> None:
        self.day = day
        self.is_open = False
        self.tickets: dict[int, Ticket] = {}
        self.attentions: dict[int, Attention] = {}
        self.counters: dict[int, CounterState] = {}
        self.lines: dict[str, Line] = {}
        self.held: dict[int, Ticket] = {}
        self.suspended: set[str] = set()
        self.last_number: dict[str, int] = {}
        self.calls: list[Call] = []
        self.ended_at_counter: dict[int, list[Attention]] = {}
        self.observed = Observed()
        self.last_ticket: dict[str, str] = {}  # by queue: how the supervisor decided today
        self.spells: dict[int, list[Spell]] = {}  # by counter, the last one perhaps still going on

    def counter(self, number: int) -> CounterState:
        """The state of a counter; one that never opened today is closed."""
        return self.counters.get(number) or CounterState(number)

    def ticket(self, ticket: int) -> Ticket:
        """A ticket of today. Raises Refusal."""
        if ticket not in self.tickets:
            raise Refusal(Code.UNKNOWN_TICKET, ticket=ticket)
        return self.tickets[ticket]

    def line(self, queue: str) -> Line:
        """Those who wait in a queue; one that nobody joined yet is empty."""
        return self.lines.get(queue) or Line()

    @property
    def next_ticket(self) -> int:
        return day_base(self.day) + len(self.tickets) + 1

    @property
    def next_call(self) -> int:
        return len(self.calls) + 1

    @property
    def next_attention(self) -> int:
        return day_base(self.day) + len(self.attentions) + 1

    def apply(self, event: e.DayEvent, at: datetime) -> None:
        """Take one event that happened at `at`. Raises nothing for events that `decide` gave."""
        match event:
            case e.DayOpened():
                self.is_open = True
                self.observed.begin(event.learnt, event.corrected)
            case e.DayClosed():
                self.is_open = False
                for counter in self.counters:
                    self._end_spell(counter, at)
                self.counters.clear()
            case e.TicketIssued():
                self._issued(event, at)
            case e.TicketCalled() | e.TicketResumed():
                self._called(event, at)
            case e.TicketRecalled():
                self.attentions[event.attention].calls += 1
                self.calls.append(Call(event.ticket, event.counter, recall=True, at=at))
            case e.AttentionStarted():
                self._started(event, at)
            case e.ServicesCoded():
                self.attentions[event.attention].services = event.services
            case e.AttentionFinished():
                self._end(event.attention, Outcome.SERVED, StopState.DONE, at)
                self._go_on(self.tickets[event.ticket], at)
            case e.TicketAbsent():
                self._end(event.attention, Outcome.ABSENT, StopState.ABSENT, at)
                self._end_rest(self.tickets[event.ticket], StopState.CANCELLED)
            case e.TicketHeld():
                self._end(event.attention, Outcome.HELD, StopState.HELD, at)
                self.tickets[event.ticket].stops[event.stop].held_reason = event.reason
                self.held[event.ticket] = self.tickets[event.ticket]
            case e.TicketTransferred():
                self._transferred(event, at)
            case e.TicketReleased():
                self._released(event, at)
            case e.TicketCancelled():
                self._take_out(self.tickets[event.ticket])
                self._end_rest(self.tickets[event.ticket], StopState.CANCELLED)
            case e.StopPromised():
                stop = self.tickets[event.ticket].stops[event.stop]
                stop.promised, stop.expected = event.wait, event.expected
            case e.TicketLeft():
                self._left(event, at)
            case e.CounterOpened():
                self._counter(event.counter, CounterStatus.OPEN, event.advisor, "", at)
            case e.CounterPaused():
                advisor = self.counter(event.counter).advisor
                self._counter(event.counter, CounterStatus.PAUSED, advisor, event.reason, at)
            case e.CounterClosed():
                self._counter(event.counter, CounterStatus.CLOSED, "", "", at)
            case e.LastTicketSet():
                self.last_ticket[event.queue] = event.how
            case e.ServiceSuspended():
                self.suspended.add(event.service)
            case e.ServiceRestored():
                self.suspended.discard(event.service)

    def _issued(self, event: e.TicketIssued, at: datetime) -> None:
        stops = [Stop(planned.queue, planned.service) for planned in event.stops]
        stops[0].promised, stops[0].expected = event.wait, event.expected
        ticket = Ticket(
            event.ticket, event.prefix, event.number, event.preferential, event.language, at, stops, event.sign
        )
        self.tickets[ticket.id] = ticket
        self.last_number[event.prefix] = event.number
        self._wait(ticket, 0, at)

    def _called(self, event: e.TicketCalled | e.TicketResumed, at: datetime) -> None:
        ticket = self.tickets[event.ticket]
        if ticket.state is StopState.WAITING:
            self.lines[ticket.stop.queue].called(preferential=ticket.preferential)
            self.observed.called(ticket.stop, at)
        self._take_out(ticket)
        stop = ticket.stops[event.stop]
        stop.state, stop.attention, stop.counter = StopState.CALLED, event.attention, event.counter
        self.attentions[event.attention] = Attention(
            event.attention, ticket.id, event.stop, event.counter, event.advisor, at, event.because
        )
        self.counters[event.counter].attention = event.attention
        self.calls.append(Call(ticket.id, event.counter, recall=False, at=at))

    def _started(self, event: e.AttentionStarted, at: datetime) -> None:
        attention = self.attentions[event.attention]
        attention.started_at, attention.services = at, event.services
        self.tickets[event.ticket].stops[event.stop].state = StopState.SERVING

    def _transferred(self, event: e.TicketTransferred, at: datetime) -> None:
        ticket = self.tickets[event.ticket]
        self._end(event.attention, Outcome.TRANSFERRED, StopState.TRANSFERRED, at)
        ticket.stops.insert(event.stop + 1, Stop(event.queue, event.service))
        self._wait(ticket, event.stop + 1, at)

    def _released(self, event: e.TicketReleased, at: datetime) -> None:
        ticket = self.tickets[event.ticket]
        self._take_out(ticket)  # of the pending; one at a counter stands in no line
        if event.attention:
            self._end(event.attention, Outcome.RELEASED, StopState.WAITING, at)
        self._wait(ticket, event.stop, ticket.stops[event.stop].eligible_at or at)

    def _left(self, event: e.TicketLeft, at: datetime) -> None:
        ticket = self.tickets[event.ticket]
        if event.attention:
            self._end(event.attention, Outcome.LEFT, StopState.LEFT, at)
        self._take_out(ticket)
        self._end_rest(ticket, StopState.LEFT)

    def _end(self, attention_id: int, outcome: Outcome, state: StopState, at: datetime) -> None:
        attention = self.attentions[attention_id]
        attention.ended_at, attention.outcome = at, outcome
        self.tickets[attention.ticket].stops[attention.stop].state = state
        self.counters[attention.counter].attention = 0
        ended = self.ended_at_counter.setdefault(attention.counter, [])
        stop_ended = self.tickets[attention.ticket].stops[attention.stop]
        self.observed.ended(attention, stop_ended, ended[-1] if ended else None)
        ended.append(attention)

    def _go_on(self, ticket: Ticket, at: datetime) -> None:
        if ticket.state is StopState.PLANNED:
            self._wait(ticket, ticket.at, at)

    def _wait(self, ticket: Ticket, stop: int, at: datetime) -> None:
        ticket.stops[stop].state, ticket.stops[stop].eligible_at = StopState.WAITING, at
        self.lines.setdefault(ticket.stops[stop].queue, Line()).add(ticket)
        self.observed.waits(ticket, stop, at)

    def _take_out(self, ticket: Ticket) -> None:
        if ticket.state is StopState.WAITING:
            self.lines[ticket.stop.queue].remove(ticket)
        self.held.pop(ticket.id, None)

    def _end_rest(self, ticket: Ticket, state: StopState) -> None:
        self.observed.gone(ticket)
        for stop in ticket.stops:
            if stop.state not in ENDED:
                stop.state = state

    def _counter(self, number: int, status: CounterStatus, advisor: str, reason: str, at: datetime) -> None:
        state = self.counters.setdefault(number, CounterState(number))
        state.status, state.advisor, state.reason, state.since = status, advisor, reason, at
        self._end_spell(number, at)
        if status is not CounterStatus.CLOSED:
            paused = status is CounterStatus.PAUSED
            self.spells.setdefault(number, []).append(Spell(number, advisor, paused, at))

    def _end_spell(self, counter: int, at: datetime) -> None:
        spells = self.spells.get(counter, [])
        if spells and spells[-1].until is None:
            spells[-1].until = at
