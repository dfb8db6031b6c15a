"""What is true of one service day, and what can be asked of it. Only `Day.apply` changes it."""

from __future__ import annotations

from datetime import date, datetime
from itertools import chain

from shared.domain.catalogue import Catalogue
from shared.domain.day.call import Call
from shared.domain.day.counter_state import CounterState, CounterStatus
from shared.domain.interruptions import Interruptions
from shared.domain.observed import Observed
from shared.domain.order import Line
from shared.domain.refusals import Code, Refusal
from shared.domain.spare import Spares
from shared.domain.spells import Spell
from shared.domain.ticket import Attention, Ticket, day_base


class DayState:
    """Tickets, attentions, counters and lines of a day."""

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
        self.last_spoken: dict[int, datetime] = {}  # by counter: when a call to it was announced last
        self.ended_at_counter: dict[int, list[Attention]] = {}
        self.observed = Observed()
        self.last_ticket: dict[str, str] = {}  # by queue: how the supervisor decided today
        self.spares = Spares()
        self.spells: dict[int, list[Spell]] = {}  # by counter, the last one perhaps still going on
        self.interruptions = Interruptions()
        self.help: dict[str, datetime] = {}  # kiosks where somebody waits for a person, since when

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
