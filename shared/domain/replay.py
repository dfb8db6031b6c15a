"""A day lived again under other rules or with other staffing, through the same fold as the real one.

A simulation from event to event: people come as the trace says, counters are attended as the plan says, and every
order goes through `Hall.decide`. Who is called when is the rules' doing; how long each stay takes is the trace's.
Counters call as soon as they are free. A counter whose lunch begins ends its attention first. A `Rule` of one's own
replaces the choice alone: with it the call goes into the fold as one made by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from typing import NamedTuple

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.day import Day
from shared.domain.hall import Hall
from shared.domain.plan import Plan
from shared.domain.refusals import Code, Refusal
from shared.domain.ticket import StopState, Ticket
from shared.domain.trace import Task, Trace, Visit

LOOK = 60.0  # seconds between two looks at whether free stops change places
ASK_AGAIN = 60.0  # seconds until a counter asks again for somebody who is kept for another one


class Waiter(NamedTuple):
    """One who could be called at a counter; sorts by arrival at the centre. Times in seconds since midnight."""

    arrived: float
    ticket: int
    since: float
    preferential: bool
    queue: str
    service: str


Rule = Callable[[Sequence[Waiter], float, int], Waiter]
"""Chooses among those who could be called: (who, now in seconds, counter)."""


Seen = Callable[[Hall, Sequence[e.Event], datetime], None]


@dataclass
class Outcome:
    """What came of a day. overtakes: by one who arrived at the centre later, counted for each who was passed over.

    violations: ordinary tickets called while a preferential one could have been called there. refused: tickets that
    the rules did not give. last: when the last attention of each queue ended.
    """

    catalogue: Catalogue
    day: Day
    overtakes: int = 0
    violations: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    last: dict[str, datetime] = field(default_factory=dict)


def replay(
    catalogue: Catalogue,
    trace: Trace,
    plan: Plan,
    rule: Rule | None = None,
    passed: Callable[[int], None] = lambda _: None,
    *,
    hall: Hall | None = None,
    seen: Seen = lambda _hall, _events, _at: None,
) -> Outcome:
    """Live a day again. `rule`: instead of the catalogue's policy. `passed` is told how many visits came since.

    hall: a centre that has lived earlier days, and has learnt from them. seen: is told what happens, before it does.
    """
    return _Replay(catalogue, trace, plan, rule, passed, hall or Hall(), seen).run()


@dataclass(slots=True)
class _Desk:
    """A counter while the day runs. `leaving`: its advisor goes as soon as it is free."""

    number: int
    advisor: str
    queues: tuple[str, ...]
    open: bool = False
    leaving: bool = False
    ticket: int = 0
    asking: bool = False


class _Replay:
    def __init__(
        self,
        catalogue: Catalogue,
        trace: Trace,
        plan: Plan,
        rule: Rule | None,
        passed: Callable[[int], None],
        hall: Hall,
        seen: Seen,
    ) -> None:
        self.catalogue, self.trace, self.plan, self.rule, self.passed = catalogue, trace, plan, rule, passed
        self.hall, self.seen = hall, seen
        self.now = 0.0
        self._todo: list[tuple[float, int, Callable[..., None], tuple[object, ...]]] = []
        self._count = 0
        self._desks = {
            post.counter: _Desk(post.counter, post.advisor, catalogue.counter[post.counter].queues) for post in plan
        }
        self._visits: dict[int, Visit] = {}
        self._gone: set[int] = set()
        self._waiting: dict[str, dict[int, Waiter]] = {queue: {} for queue in catalogue.queue}
        midnight = datetime.combine(trace.header.day, datetime.min.time(), catalogue.timezone)
        self._midnight = midnight.astimezone(UTC)

    def run(self) -> Outcome:
        hall, trace = self.hall, self.trace
        self._order(c.ChangeCatalogue(self.catalogue))
        self._order(c.OpenDay(trace.header.day))
        assert hall.day is not None
        self.outcome = Outcome(self.catalogue, hall.day)
        for post in self.plan:
            for since, until in post.spans:
                self._at(self._seconds(since), self._sit_down, self._desks[post.counter])
                self._at(self._seconds(until), self._get_up, self._desks[post.counter])
        for visit in trace.visits:
            self._at(self._seconds(visit.at), self._come, visit)
        if any(leg.free for itinerary in self.catalogue.itineraries for leg in itinerary.stops):
            self._look_at_free_stops()
        while self._todo:
            self.now, _, action, arguments = heappop(self._todo)
            action(*arguments)
        self._order(c.CloseDay())
        return self.outcome

    # what happens by itself

    def _sit_down(self, desk: _Desk) -> None:
        desk.leaving = False
        if not desk.open:
            self._order(c.OpenCounter(desk.number, desk.advisor))
            desk.open = True
            self._call(desk)

    def _get_up(self, desk: _Desk) -> None:
        desk.leaving = True
        if not desk.ticket:
            self._go(desk)

    def _go(self, desk: _Desk) -> None:
        self._order(c.CloseCounter(desk.number))
        desk.open = desk.leaving = False

    def _come(self, visit: Visit) -> None:
        self.passed(1)
        try:
            events = self._order(_asked_for(self.catalogue, visit))
        except Refusal as refusal:
            self.outcome.refused[refusal.code.value] = self.outcome.refused.get(refusal.code.value, 0) + 1
            return
        (issued,) = (event for event in events if isinstance(event, e.TicketIssued))
        self._visits[issued.ticket] = visit
        self._wait(issued.ticket)

    def _wait(self, ticket_id: int) -> None:
        """A stop of this ticket can be called from now on."""
        ticket, task = self._day.tickets[ticket_id], self._task(ticket_id)
        stop = ticket.stop
        arrived = self._seconds(ticket.issued_at)
        self._waiting[stop.queue][ticket_id] = Waiter(
            arrived, ticket_id, self.now, ticket.preferential, stop.queue, stop.service
        )
        if task.patience is not None:
            self._at(self.now + task.patience, self._lose_patience, ticket_id, ticket.at)
        if stop.expires_at:
            self._at(self._seconds(stop.expires_at), self._let_time_pass)
        self._offer(stop.queue)

    def _come_back(self, ticket_id: int) -> None:
        """Whoever has a return leg, or a next stop, is there as soon as it can be called."""
        ticket = self._day.tickets[ticket_id]
        if ticket.state is StopState.RETURNING and ticket.stop.returns_at:
            self._at(self._seconds(ticket.stop.returns_at), self._let_time_pass)
        elif ticket.state is StopState.WAITING:
            self._wait(ticket_id)

    def _let_time_pass(self) -> None:
        """The hub's own order; then those who wait now, or no more, are the ones that the fold says."""
        self._order(c.PassTime())
        for queue, here in self._waiting.items():
            for ticket_id in [one for one in here if one not in self._day.line(queue)]:
                del here[ticket_id]
        for queue, line in list(self._day.lines.items()):
            for ticket_id in [one for one in line if one not in self._waiting[queue]]:
                self._wait(ticket_id)

    def _look_at_free_stops(self) -> None:
        self._let_time_pass()
        if self._todo:
            self._at(self.now + LOOK, self._look_at_free_stops)

    def _lose_patience(self, ticket_id: int, stop: int) -> None:
        ticket = self._day.tickets[ticket_id]
        if ticket.at != stop or ticket_id not in self._waiting[ticket.stop.queue]:
            return
        if self._task(ticket_id).says_so:
            del self._waiting[ticket.stop.queue][ticket_id]
            self._order(c.CancelTicket(ticket_id))
        else:
            self._gone.add(ticket_id)

    # what happens at counters

    def _offer(self, queue: str) -> None:
        """Somebody waits: a free counter calls."""
        for counter in self.catalogue.counters_of[queue]:
            desk = self._desks.get(counter.number)
            if desk and desk.open and not desk.ticket and self._call(desk):
                return

    def _call(self, desk: _Desk) -> bool:
        """Whether somebody was called."""
        who = self._compatible(desk)
        if not who:
            return False
        try:
            event = self._by_rule(desk, who) if self.rule else self._by_policy(desk)
        except Refusal:  # all who wait are kept, for a while, for an advisor of their language elsewhere
            if not desk.asking:
                desk.asking = True
                self._at(self.now + ASK_AGAIN, self._ask_again, desk)
            return False
        self._note(who, event.ticket)
        stop = self._day.tickets[event.ticket].stops[event.stop]
        del self._waiting[stop.queue][event.ticket]
        desk.ticket = event.ticket
        task = self._task(event.ticket)
        self._at(self.now + task.presentation, self._meet, desk, task)
        return True

    def _ask_again(self, desk: _Desk) -> None:
        desk.asking = False
        if desk.open and not desk.ticket:
            self._call(desk)

    def _by_policy(self, desk: _Desk) -> e.TicketCalled:
        events = self._order(c.CallNext(desk.number))
        return next(event for event in events if isinstance(event, e.TicketCalled))

    def _by_rule(self, desk: _Desk, who: Sequence[Waiter]) -> e.TicketCalled:
        assert self.rule is not None
        chosen = self.rule(who, self.now, desk.number)
        passed = tuple(waiter.ticket for waiter in who if waiter.arrived < chosen.arrived)
        because = e.Because("by_hand", round(self.now - chosen.since), len(who), passed)
        day = self._day
        stop = day.tickets[chosen.ticket].at
        called = e.TicketCalled(
            chosen.ticket, stop, day.next_attention, desk.number, desk.advisor, day.next_call, because
        )
        self.hall.apply(called, self._moment)
        return called

    def _compatible(self, desk: _Desk) -> list[Waiter]:
        serves, number, advisor = self.catalogue.serves, desk.number, desk.advisor
        return [
            waiter
            for queue in desk.queues
            for waiter in self._waiting[queue].values()
            if serves(number, queue, waiter.service, advisor)
        ]

    def _note(self, who: Sequence[Waiter], ticket: int) -> None:
        chosen = next(waiter for waiter in who if waiter.ticket == ticket)
        self.outcome.overtakes += sum(waiter.arrived < chosen.arrived for waiter in who)
        if not chosen.preferential and any(waiter.preferential for waiter in who):
            self.outcome.violations += 1

    def _meet(self, desk: _Desk, task: Task) -> None:
        if task.absent or desk.ticket in self._gone:
            self._give_up(desk)
            return
        self._order(c.StartAttention(desk.number))
        self._at(self.now + task.attention, self._finish, desk, task)

    def _give_up(self, desk: _Desk) -> None:
        """Absent, after as many calls as the centre asks for."""
        try:
            self._order(c.MarkAbsent(desk.number))
        except Refusal as refusal:
            if refusal.code is not Code.TOO_FEW_CALLS:
                raise
            if (seconds := int(refusal.params["seconds"])) == 0:
                self._order(c.Recall(desk.number))
                seconds = self.catalogue.calls.spacing_seconds
            self._at(self.now + seconds, self._give_up, desk)
            return
        self._free(desk)

    def _finish(self, desk: _Desk, task: Task) -> None:
        ticket = self._day.tickets[desk.ticket]
        queue = ticket.stop.queue
        if task.sent_on:
            tasks = self._visits[ticket.id].tasks
            to = tasks[tasks.index(task) + 1]
            self._order(c.TransferTicket(desk.number, to.queue, to.service))
        else:
            self._plan_more(desk, ticket)
            self._order(c.FinishAttention(desk.number))
        self.outcome.last[queue] = self._moment
        self._free(desk)
        self._come_back(ticket.id)

    def _plan_more(self, desk: _Desk, ticket: Ticket) -> None:
        """Stops of the visit that its ticket did not begin with, as an advisor adds them."""
        done, tasks = ticket.stops[: ticket.at + 1], self._visits[ticket.id].tasks
        rest = tasks[len(done) :]
        if len(tasks) > len(ticket.stops) and rest:
            stops = tuple(e.PlannedStop(task.queue, task.service) for task in rest)
            self._order(c.PlanStops(desk.number, stops))

    def _free(self, desk: _Desk) -> None:
        desk.ticket = 0
        if desk.leaving:
            self._go(desk)
        else:
            self._call(desk)

    # how it is done

    @property
    def _day(self) -> Day:
        assert self.hall.day is not None
        return self.hall.day

    @property
    def _moment(self) -> datetime:
        return self._midnight + timedelta(milliseconds=round(self.now * 1000))

    def _task(self, ticket_id: int) -> Task:
        """What the trace says of the stop at hand: found by queue, for the rules may change the order of stops."""
        ticket, tasks = self._day.tickets[ticket_id], self._visits[ticket_id].tasks
        at = ticket.at
        before = sum(stop.queue == ticket.stop.queue for stop in ticket.stops[:at])
        here = [task for task in tasks if task.queue == ticket.stop.queue]
        return here[before] if before < len(here) else tasks[min(at, len(tasks) - 1)]

    def _seconds(self, at: datetime) -> float:
        return (at - self._midnight).total_seconds()

    def _at(self, seconds: float, action: Callable[..., None], *arguments: object) -> None:
        self._count += 1
        heappush(self._todo, (seconds, self._count, action, arguments))

    def _order(self, command: c.Command) -> list[e.Event]:
        at = self._moment
        events = self.hall.decide(command, at)
        self.seen(self.hall, events, at)
        for event in events:
            self.hall.apply(event, at)
        return events


def _asked_for(catalogue: Catalogue, visit: Visit) -> c.IssueTicket:
    """The ticket that leads to the stops of a visit: all but those to which somebody sends it on."""
    sent = (False, *(task.sent_on for task in visit.tasks))
    planned = [task for task, by_transfer in zip(visit.tasks, sent, strict=False) if not by_transfer]
    goal = visit.goal or planned[-1].service
    payment = catalogue.service[goal].pay_first if goal in catalogue.service else ""
    pay_first = bool(payment) and goal != planned[0].service and planned[0].service == payment
    return c.IssueTicket(goal, "" if goal else planned[-1].queue, pay_first, visit.preferential, visit.language)
