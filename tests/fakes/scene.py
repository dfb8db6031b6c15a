"""A hall in the words of the people in it: `scene.issue("PJ01")`, `scene.call(20)`. Time stands still until it is told
to pass, and everything that happens is kept as the log would keep it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import msgspec

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.day import Day
from shared.domain.hall import Hall
from shared.domain.refusals import Code, Refusal
from shared.domain.ticket import Attention, StopState, Ticket

NINE = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)  # Monday, 09:00 in Lima

Refused = tuple[Code, dict[str, str | int]]


class Scene:
    """A centre whose day is open, with nobody in it and no counter attended, unless `open_day` is False."""

    def __init__(self, catalogue: Catalogue, at: datetime = NINE, *, open_day: bool = True) -> None:
        self.hall = Hall()
        self.at = at
        self.log: list[e.Recorded] = []
        self.order(c.ChangeCatalogue(catalogue))
        if open_day:
            self.open_day()

    # what happens

    def order(self, command: c.Command) -> list[e.Event]:
        """Have an order carried out now. Raises Refusal, and makes sure that deciding changed nothing."""
        before = picture(self.hall)
        try:
            events = self.hall.decide(command, self.at)
        finally:
            assert picture(self.hall) == before, f"deciding {command} changed the state"
        for event in events:
            self.happen(event)
        return events

    def happen(self, event: e.Event) -> None:
        """Apply and keep a fact that no order led to here."""
        self.hall.apply(event, self.at)
        day = None if isinstance(event, e.CentreEvent) or self.hall.day is None else self.hall.day.day
        self.log.append(e.Recorded(len(self.log) + 1, self.at, day, 1, "scene", "", event))

    def refusal(self, command: c.Command) -> Refused | None:
        """Why an order is refused now, or None when it is carried out."""
        try:
            self.order(command)
        except Refusal as refusal:
            return refusal.code, refusal.params
        return None

    def pass_(self, **time: float) -> None:
        """`pass_(minutes=5)`."""
        self.at += timedelta(**time)

    def open_day(self) -> date:
        today = self.at.astimezone(self.catalogue.timezone).date()
        self.order(c.OpenDay(today))
        return today

    def close_day(self) -> None:
        self.order(c.CloseDay())

    def open(self, *counters: int) -> None:
        """Each by the advisor of the same place in the catalogue."""
        for counter in counters:
            self.order(c.OpenCounter(counter, self.advisor(counter)))

    def pause(self, counter: int, reason: str = "lunch") -> None:
        self.order(c.PauseCounter(counter, reason))

    def close(self, counter: int) -> None:
        self.order(c.CloseCounter(counter))

    def issue(
        self,
        service: str,
        *,
        pay_first: bool = False,
        preferential: bool = False,
        language: str = "es",
        sign: bool = False,
    ) -> int:
        self.order(c.IssueTicket(service, pay_first=pay_first, preferential=preferential, language=language, sign=sign))
        return next(reversed(self.day.tickets))

    def call(self, counter: int, ticket: int = 0) -> int:
        """The next one, or this one. Returns the ticket called."""
        self.order(c.CallTicket(counter, ticket) if ticket else c.CallNext(counter))
        return self.at_counter(counter).ticket

    def recall(self, counter: int) -> None:
        self.order(c.Recall(counter))

    def start(self, counter: int) -> None:
        self.order(c.StartAttention(counter))

    def code(self, counter: int, *services: str) -> None:
        self.order(c.CodeServices(counter, services))

    def finish(self, counter: int) -> None:
        self.order(c.FinishAttention(counter))

    def finish_and_call(self, counter: int) -> int:
        self.order(c.CallNext(counter, finish=True))
        return self.at_counter(counter).ticket

    def absent(self, counter: int) -> None:
        """Called as often as the centre file asks, then given up."""
        calls = self.catalogue.calls
        while self.at_counter(counter).calls < calls.before_absent:
            self.pass_(seconds=calls.spacing_seconds)
            self.recall(counter)
        self.pass_(seconds=calls.spacing_seconds)
        self.order(c.MarkAbsent(counter))

    def hold(self, counter: int, reason: str = "copies") -> None:
        self.order(c.HoldTicket(counter, reason))

    def resume(self, counter: int, ticket: int) -> None:
        self.order(c.ResumeTicket(counter, ticket))

    def transfer(self, counter: int, queue: str, service: str = "") -> None:
        self.order(c.TransferTicket(counter, queue, service))

    def cancel(self, ticket: int) -> None:
        self.order(c.CancelTicket(ticket))

    def release(self, ticket: int) -> None:
        self.order(c.ReleaseTicket(ticket))

    def plan(self, counter: int, *services: str) -> None:
        """Where the citizen at a counter goes afterwards."""
        stops = tuple(e.PlannedStop(self.catalogue.service[code].queue, code) for code in services)
        self.order(c.PlanStops(counter, stops))

    def undo(self, counter: int) -> None:
        self.order(c.Undo(counter))

    def returns(self, ticket: int) -> None:
        self.order(c.ReturnTicket(ticket))

    def time_comes(self, **time: float) -> None:
        """Time passes, and the hub sees what it brings."""
        self.pass_(**time)
        self.order(c.PassTime())

    def serve(self, counter: int) -> int:
        """Call the next one and start. Returns the ticket."""
        ticket = self.call(counter)
        self.start(counter)
        return ticket

    # what can be seen

    @property
    def catalogue(self) -> Catalogue:
        return self.hall.centre.catalogue

    @property
    def day(self) -> Day:
        assert self.hall.day is not None
        return self.hall.day

    @property
    def last(self) -> e.Event | e.UnknownEvent:
        return self.log[-1].event

    def advisor(self, counter: int) -> str:
        return self.catalogue.advisors[counter - 1].id

    def ticket(self, ticket: int) -> Ticket:
        return self.day.tickets[ticket]

    def states(self, ticket: int) -> list[StopState]:
        """Of its stops, in order."""
        return [stop.state for stop in self.day.tickets[ticket].stops]

    def queues(self, ticket: int) -> list[str]:
        """Of its stops, in order."""
        return [stop.queue for stop in self.day.tickets[ticket].stops]

    def waiting(self, queue: str) -> list[int]:
        """Tickets in a line, in the order in which they would be called."""
        return list(self.day.line(queue))

    def at_counter(self, counter: int) -> Attention:
        """The attention in course. Raises KeyError when there is none."""
        return self.day.attentions[self.day.counter(counter).attention]

    def is_free(self, counter: int) -> bool:
        return not self.day.counter(counter).attention


def picture(hall: Hall) -> bytes:
    """All that both folds hold, to compare one moment or one fold with another."""
    day = vars(hall.day) if hall.day else {}
    lines = {queue: (line.preferential, line.ordinary, line.turn) for queue, line in day.get("lines", {}).items()}
    centre = hall.centre.catalogue.fingerprint if hall.centre.has_catalogue else ""
    seen = (
        centre,
        hall.centre.last_day,
        hall.centre.appointments,
        day | {"lines": lines, "suspended": sorted(day.get("suspended", ()))},
    )
    return msgspec.json.encode(seen)


def folded(log: list[e.Recorded]) -> Hall:
    """The state that a log tells, its events read from their stored form."""
    hall = Hall()
    for recorded in log:
        hall.apply(e.decode_event(e.encode_event(recorded.event)), recorded.at)
    return hall
