"""The fold of one service day: its tickets, attentions, counters and lines, from the events alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import chain

from shared.domain import events as e
from shared.domain.catalogue import Catalogue
from shared.domain.interruptions import Interruptions
from shared.domain.observed import Observed
from shared.domain.order import Line
from shared.domain.refusals import Code, Refusal
from shared.domain.spare import Spares
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
        self.returning: dict[int, Ticket] = {}  # until the time of their return leg comes
        self.absent: dict[int, int] = {}  # who may come back: ticket, and the stop at which it was called
        self.suspended: set[str] = set()
        self.last_number: dict[str, int] = {}
        self.checked_in: dict[str, int] = {}  # ticket by code of its appointment, the last one
        self.issued_for: dict[str, list[datetime]] = {}  # by service that people came for, without appointments
        self.calls: list[Call] = []
        self.ended_at_counter: dict[int, list[Attention]] = {}
        self.observed = Observed()
        self.last_ticket: dict[str, str] = {}  # by queue: how the supervisor decided today
        self.spares = Spares()
        self.spells: dict[int, list[Spell]] = {}  # by counter, the last one perhaps still going on
        self.interruptions = Interruptions()

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

    def waiting(self) -> list[Ticket]:
        """All who wait, in the order of their numbers."""
        return [self.tickets[ticket] for ticket in sorted(chain.from_iterable(self.lines.values()))]

    def open_for(self, catalogue: Catalogue, queue: str, service: str) -> list[CounterState]:
        """The counters that attend a service now ("" for any of the queue)."""
        return [
            state
            for counter in catalogue.counters_of[queue]
            if (state := self.counter(counter.number)).status is CounterStatus.OPEN
            and catalogue.serves(counter.number, queue, service, state.advisor)
        ]

    @property
    def next_ticket(self) -> int:
        return day_base(self.day) + len(self.tickets) + 1

    @property
    def next_call(self) -> int:
        return len(self.calls) + 1

    @property
    def next_attention(self) -> int:
        return day_base(self.day) + len(self.attentions) + 1

    def party(self, attention_id: int) -> list[tuple[Ticket, int]]:
        """The tickets of an attention, the called one first, each with the index of the stop it is at."""
        attention = self.attentions[attention_id]
        found = [(self.tickets[attention.ticket], attention.stop)]
        for ticket in (self.tickets[other] for other in attention.together):
            found += [(ticket, index) for index, stop in enumerate(ticket.stops) if stop.attention == attention_id]
        return found

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
                self.interruptions.apply(event, at)
            case e.TicketIssued():
                self._issued(event, at)
            case e.TicketCalled() | e.TicketResumed():
                self._called(event, at)
            case e.TicketRecalled():
                attention = self.attentions[event.attention]
                attention.calls, attention.last_call_at = attention.calls + 1, at
                self.calls.append(Call(event.ticket, event.counter, recall=True, at=at))
            case e.AttentionStarted():
                self._started(event, at)
            case e.ServicesCoded():
                self.attentions[event.attention].services = event.services
            case e.AttentionFinished():
                self._end(event.attention, Outcome.SERVED, StopState.DONE, at)
                for ticket, _ in self.party(event.attention):
                    self._go_on(ticket, at)
            case e.TicketAbsent():
                self._absent(event, at)
            case e.TicketHeld():
                self._end(event.attention, Outcome.HELD, StopState.HELD, at)
                for ticket, stop in self.party(event.attention):
                    ticket.stops[stop].held_reason, ticket.stops[stop].held_until = event.reason, event.until
                    self.held[ticket.id] = ticket
            case e.TicketTransferred():
                self._transferred(event, at)
            case e.TicketReleased():
                self._released(event, at)
            case e.TicketCancelled():
                self._take_out(self.tickets[event.ticket])
                self._end_rest(self.tickets[event.ticket], StopState.CANCELLED)
            case e.TicketLeft():
                self._left(event, at)
            case e.CounterOpened():
                self._counter(event.counter, CounterStatus.OPEN, event.advisor, "", at)
            case e.CounterPaused():
                advisor = self.counter(event.counter).advisor
                self._counter(event.counter, CounterStatus.PAUSED, advisor, event.reason, at)
            case e.CounterClosed():
                self._counter(event.counter, CounterStatus.CLOSED, "", "", at)
                self._wanted_back_no_more(event.counter)
            case e.LastTicketSet():
                self.last_ticket[event.queue] = event.how
            case e.ServiceSuspended():
                self.suspended.add(event.service)
            case e.ServiceRestored():
                self.suspended.discard(event.service)
            case e.InterruptionBegan() | e.InterruptionEnded() | e.InterruptionNoted() | e.InterruptionWithdrawn():
                self.interruptions.apply(event, at)
            case _:
                self._moved(event, at)

    def _moved(self, event: e.DayEvent, at: datetime) -> None:
        """What happens to the stops of one ticket beside the ordinary way."""
        match event:
            case e.StopPromised():
                stop = self.tickets[event.ticket].stops[event.stop]
                stop.promised, stop.expected = event.wait, event.expected
            case e.StopCallable():
                self.tickets[event.ticket].stops[event.stop].expires_at = event.until
                self._wait(self.tickets[event.ticket], event.stop, at)
            case e.StopExpired():
                self._take_out(self.tickets[event.ticket])
                self.tickets[event.ticket].stops[event.stop].state = StopState.EXPIRED
                self._end_rest(self.tickets[event.ticket], StopState.CANCELLED)
            case e.StopFreed():
                self._free(self.tickets[event.ticket], event.counter)
            case e.StopsPlanned():
                self.tickets[event.ticket].stops[event.stop + 1 :] = map(planned_stop, event.stops)
            case e.StopsReordered():
                self._reordered(event, at)
            case e.ServiceChanged():
                self._changed(event, at)
            case e.TicketReturned():
                self._returned(event, at)
            case e.CallUndone():
                self._call_undone(event, at)
            case e.AttentionReopened():
                self._reopened(event)
            case e.DocumentGiven():
                self.tickets[event.ticket].document = True
            case e.AttendedByHand():
                self._attended_by_hand(event, at)
            case e.SpareTicketMerged():
                self._merged(event, at)
            case e.SpareNumberVoided():
                self.spares.void(event, at)

    def _issued(self, event: e.TicketIssued, at: datetime) -> None:
        at = event.taken_at or at
        stops = [planned_stop(planned) for planned in event.stops]
        stops[0].promised, stops[0].expected = event.wait, event.expected
        ticket = Ticket(
            event.ticket, event.prefix, event.number, event.preferential, event.language, at, stops, event.sign
        )
        ticket.slot, ticket.late, ticket.appointment = event.slot, event.late, event.appointment
        ticket.goal.slot = event.slot
        if event.group:
            ticket.group = self.tickets[event.group].group = event.group
        self.tickets[ticket.id] = ticket
        self.last_number[event.prefix] = event.number
        self.observed.gives(ticket, at)
        if event.appointment:
            self.checked_in[event.appointment] = ticket.id
        else:
            self.issued_for.setdefault(ticket.goal.service, []).append(at)
        self._wait(ticket, 0, at)

    def _called(self, event: e.TicketCalled | e.TicketResumed, at: datetime) -> None:
        for ticket in (self.tickets[ticket] for ticket in (event.ticket, *event.together)):
            stop = ticket.stop
            if ticket.state is StopState.WAITING:
                self.lines[stop.queue].called(preferential=ticket.preferential)
                self.observed.called(stop, at, preferential=ticket.preferential)
            self._take_out(ticket)
            stop.state, stop.attention, stop.counter = StopState.CALLED, event.attention, event.counter
        self.attentions[event.attention] = Attention(
            event.attention, event.ticket, event.stop, event.counter, event.advisor, at, event.because
        )
        self.attentions[event.attention].together = event.together
        self.attentions[event.attention].last_call_at = at
        self.counters[event.counter].attention = event.attention
        self.calls.extend(
            Call(ticket, event.counter, recall=False, at=at) for ticket in (event.ticket, *event.together)
        )

    def _started(self, event: e.AttentionStarted, at: datetime) -> None:
        attention = self.attentions[event.attention]
        attention.started_at, attention.services = at, event.services
        for ticket, stop in self.party(event.attention):
            ticket.stops[stop].state = StopState.SERVING

    def _absent(self, event: e.TicketAbsent, at: datetime) -> None:
        self._end(event.attention, Outcome.ABSENT, StopState.ABSENT, at)
        for ticket, index in self.party(event.attention):
            stop = ticket.stops[index]
            stop.grace_until, stop.grace_tickets = event.grace_until, event.grace_tickets
            self._end_rest(ticket, StopState.CANCELLED)
            if event.grace_until or event.grace_tickets:
                self.absent[ticket.id] = index

    def _returned(self, event: e.TicketReturned, at: datetime) -> None:
        ticket = self.tickets[event.ticket]
        self.absent.pop(ticket.id, None)
        for stop in ticket.stops[event.stop + 1 :]:
            stop.state = StopState.PLANNED
        self._place(ticket.stops[event.stop], event.place, at)
        self._wait(ticket, event.stop, at)

    def _transferred(self, event: e.TicketTransferred, at: datetime) -> None:
        counter = self.attentions[event.attention].counter
        self._end(event.attention, Outcome.TRANSFERRED, StopState.TRANSFERRED, at)
        for ticket, index in self.party(event.attention):
            here, there = ticket.stops[index], Stop(event.queue, event.service)
            self._place(there, event.place, at)
            back = [Stop(here.queue, here.service, first=True, only_at=counter)] if event.back else []
            ticket.stops[index + 1 : index + 1] = [there, *back]
            self._wait(ticket, index + 1, at)

    def _changed(self, event: e.ServiceChanged, at: datetime) -> None:
        ticket = self.tickets[event.ticket]
        self._take_out(ticket)
        ticket.stops[event.stop].state = StopState.CHANGED
        ticket.stops[event.stop + 1 :] = map(planned_stop, event.stops)
        self._place(ticket.stops[event.stop + 1], event.place, at)
        self._wait(ticket, event.stop + 1, at)

    def _reordered(self, event: e.StopsReordered, at: datetime) -> None:
        ticket = self.tickets[event.ticket]
        waited = ticket.stops[event.stop]
        waiting = waited.state is StopState.WAITING
        if waiting:
            self._take_out(ticket)
            waited.state, waited.eligible_at, waited.promised = StopState.PLANNED, None, None
        ticket.stops.insert(event.stop, ticket.stops.pop(event.moved))
        if waiting:
            self._wait(ticket, event.stop, at)

    def _released(self, event: e.TicketReleased, at: datetime) -> None:
        party = [(self.tickets[event.ticket], event.stop)]
        if event.attention:
            party = self.party(event.attention)
            self._end(event.attention, Outcome.RELEASED, StopState.WAITING, at)
        else:
            self._take_out(party[0][0])  # of the pending; one at a counter stands in no line
        for ticket, stop in party:
            self._wait(ticket, stop, ticket.stops[stop].eligible_at or at)

    def _call_undone(self, event: e.CallUndone, at: datetime) -> None:
        party = self.party(event.attention)
        held = self.attentions[event.attention].because.rule == "resumed"
        self._end(event.attention, Outcome.UNDONE, StopState.HELD if held else StopState.WAITING, at)
        for ticket, stop in party:
            if held:
                self.held[ticket.id] = ticket
            else:
                self._wait(ticket, stop, ticket.stops[stop].eligible_at or at)

    def _reopened(self, event: e.AttentionReopened) -> None:
        attention = self.attentions[event.attention]
        for ticket, stop in self.party(event.attention):
            self._take_out(ticket)
            for later in ticket.stops[stop + 1 :]:
                later.state, later.eligible_at, later.returns_at = StopState.PLANNED, None, None
            ticket.stops[stop].state = StopState.SERVING
        attention.ended_at, attention.outcome = None, None
        self.ended_at_counter[attention.counter].remove(attention)
        self.counters[attention.counter].attention = attention.id

    def _merged(self, event: e.SpareTicketMerged, at: datetime) -> None:
        ticket = self.tickets[event.ticket]
        ticket.spare = self.spares.merge(event, at)
        if event.again:
            anew = len(ticket.stops)
            ticket.stops += map(planned_stop, event.again)
            self._wait(ticket, anew, at)

    def _attended_by_hand(self, event: e.AttendedByHand, at: datetime) -> None:
        ticket = self.tickets[event.ticket]
        self._take_out(ticket)
        stop = ticket.stops[event.stop]
        stop.counter = event.counter
        if event.outcome == Outcome.ABSENT:
            stop.state = StopState.ABSENT
            self._end_rest(ticket, StopState.CANCELLED)
        else:
            stop.state = StopState.DONE
            self._go_on(ticket, at)

    def _left(self, event: e.TicketLeft, at: datetime) -> None:
        ticket = self.tickets[event.ticket]
        if event.attention and self.attentions[event.attention].ended_at is None:
            self._end(event.attention, Outcome.LEFT, StopState.LEFT, at)
        self._take_out(ticket)
        self._end_rest(ticket, StopState.LEFT)

    def _end(self, attention_id: int, outcome: Outcome, state: StopState, at: datetime) -> None:
        attention = self.attentions[attention_id]
        attention.ended_at, attention.outcome = at, outcome
        for ticket, stop in self.party(attention_id):
            ticket.stops[stop].state = state
        self.counters[attention.counter].attention = 0
        ended = self.ended_at_counter.setdefault(attention.counter, [])
        stop_ended = self.tickets[attention.ticket].stops[attention.stop]
        self.observed.ended(attention, stop_ended, ended[-1] if ended else None)
        ended.append(attention)

    def _go_on(self, ticket: Ticket, at: datetime) -> None:
        stop = ticket.stop
        if stop.state is StopState.PLANNED and stop.gap:
            stop.state, stop.returns_at = StopState.RETURNING, at + timedelta(minutes=stop.gap)
            self.returning[ticket.id] = ticket
        elif stop.state is StopState.PLANNED:
            self._wait(ticket, ticket.at, at)

    def _wait(self, ticket: Ticket, stop: int, at: datetime) -> None:
        self.returning.pop(ticket.id, None)
        ticket.stops[stop].state, ticket.stops[stop].eligible_at = StopState.WAITING, at
        self.lines.setdefault(ticket.stops[stop].queue, Line()).add(ticket)
        self.observed.waits(ticket, stop, at)

    def _place(self, stop: Stop, place: str, at: datetime) -> None:
        stop.first, stop.counts_from = place == "first", at if place == "tail" else None

    def _take_out(self, ticket: Ticket) -> None:
        if ticket.state is StopState.WAITING:
            self.lines[ticket.stop.queue].remove(ticket)
        self.held.pop(ticket.id, None)
        self.returning.pop(ticket.id, None)

    def _end_rest(self, ticket: Ticket, state: StopState) -> None:
        self.observed.gone(ticket)
        for stop in ticket.stops:
            if stop.state not in ENDED:
                stop.state = state

    def _wanted_back_no_more(self, counter: int) -> None:
        """Whoever should come back to a counter that closed goes to any that attends it."""
        for ticket in self.tickets.values():
            self._free(ticket, counter)

    def _free(self, ticket: Ticket, counter: int) -> None:
        wanted = [stop for stop in ticket.stops if stop.only_at == counter]
        standing = bool(wanted) and ticket.state is StopState.WAITING
        if standing:
            self.lines[ticket.stop.queue].remove(ticket)
        for stop in wanted:
            stop.only_at = 0
        if standing:
            self.lines[ticket.stop.queue].add(ticket)

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


def planned_stop(planned: e.PlannedStop) -> Stop:
    return Stop(planned.queue, planned.service, gap=planned.gap, expires=planned.expires, free=planned.free)
