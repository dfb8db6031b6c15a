"""The citizens of a day that is lived again: who comes, who waits where, and who has left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.refusals import Code, Refusal
from shared.domain.replay.course import Course
from shared.domain.replay.waiter import Waiter
from shared.domain.ticket import ENDED, StopState
from shared.domain.trace import Task, Trace, Visit

LOOK = 60.0  # seconds between two looks at whether free stops change places


class Citizens:
    """waiting: by queue, those who could be called. gone: who left in silence. wanted: who is to be called by hand.

    `offer` is told of a queue where somebody waits from now on.
    """

    def __init__(self, course: Course, trace: Trace, passed: Callable[[int], None]) -> None:
        self._course, self._agenda, self._trace, self._passed = course, course.agenda, trace, passed
        self._visits: dict[int, Visit] = {}
        self._groups: dict[int, int] = {}
        self.waiting: dict[str, dict[int, Waiter]] = {queue: {} for queue in course.catalogue.queue}
        self.gone: set[int] = set()
        self.wanted: dict[int, None] = {}
        self.offer: Callable[[str], None] = lambda _: None

    def begin(self) -> None:
        for number, visit in enumerate(self._trace.visits):
            self._agenda.at(self._agenda.seconds(visit.at), self._come, number, visit)
        if any(leg.free for itinerary in self._course.catalogue.itineraries for leg in itinerary.stops):
            self._look_at_free_stops()

    # coming

    def _come(self, number: int, visit: Visit) -> None:
        self._passed(1)
        self._take_number(number, visit)

    def _take_number(self, number: int, visit: Visit) -> None:
        try:
            events = self._course.order(self._asked_for(number, visit))
        except Refusal as refusal:
            if refusal.code is Code.APPOINTMENT_TOO_EARLY:  # and so they sit down until it can be checked in
                begins = self._agenda.seconds(datetime.fromisoformat(str(refusal.params["from_at"])))
                self._agenda.at(begins, self._take_number, number, visit)
            else:
                self._course.outcome.refuse(refusal)
            return
        (issued,) = (event for event in events if isinstance(event, e.TicketIssued))
        self._visits[issued.ticket] = visit
        if visit.group:
            self._groups.setdefault(visit.group, issued.ticket)
        self._wait(issued.ticket)

    def _asked_for(self, number: int, visit: Visit) -> c.IssueTicket | c.CheckIn:
        order = asked_for(self._course.catalogue, visit)
        if visit.slot:
            code = appointment_code(self._trace, number)
            return c.CheckIn(code, order.pay_first, order.preferential, order.language)
        first = self._groups.get(visit.group, 0) if visit.group else 0
        if first and self._course.day.tickets[first].state not in ENDED:
            return replace(order, together_with=first)
        return order

    # waiting

    def _wait(self, ticket_id: int) -> None:
        """A stop of this ticket can be called from now on."""
        ticket, task = self._course.day.tickets[ticket_id], self.task(ticket_id)
        if task.patience is not None:
            self._agenda.after(task.patience, self._lose_patience, ticket_id, ticket.at)
        if task.by_hand is not None:
            self._agenda.after(task.by_hand, self._is_wanted, ticket_id, ticket.at)
        if ticket.stop.expires_at:
            self._agenda.at(self._agenda.seconds(ticket.stop.expires_at), self._let_time_pass)
        self.wait_again(ticket_id)

    def wait_again(self, ticket_id: int) -> None:
        ticket = self._course.day.tickets[ticket_id]
        stop = ticket.stop
        self.waiting[stop.queue][ticket_id] = Waiter(
            self._agenda.seconds(ticket.issued_at),
            ticket_id,
            self._agenda.now,
            ticket.preferential,
            stop.queue,
            stop.service,
        )
        self.offer(stop.queue)

    def called(self, ticket_id: int, queue: str) -> None:
        """They wait no more."""
        self.waiting[queue].pop(ticket_id, None)
        self.wanted.pop(ticket_id, None)

    def come_back(self, ticket_id: int) -> None:
        """Whoever has a return leg, or a next stop, is there as soon as it can be called."""
        ticket = self._course.day.tickets[ticket_id]
        if ticket.state is StopState.RETURNING and ticket.stop.returns_at:
            self._agenda.at(self._agenda.seconds(ticket.stop.returns_at), self._let_time_pass)
        elif ticket.state is StopState.WAITING:
            self._wait(ticket_id)

    def _let_time_pass(self) -> None:
        """The hub's own order; then those who wait now, or no more, are the ones that the fold says."""
        self._course.order(c.PassTime())
        day = self._course.day
        for queue, here in self.waiting.items():
            for ticket_id in [one for one in here if one not in day.line(queue)]:
                self.called(ticket_id, queue)
        for queue, line in list(day.lines.items()):
            for ticket_id in [one for one in line if one not in self.waiting[queue]]:
                self._wait(ticket_id)

    def _look_at_free_stops(self) -> None:
        self._let_time_pass()
        if self._agenda:
            self._agenda.after(LOOK, self._look_at_free_stops)

    # losing patience, and being called by hand

    def _stands(self, ticket_id: int, stop: int) -> bool:
        ticket = self._course.day.tickets[ticket_id]
        return ticket.at == stop and ticket_id in self.waiting[ticket.stop.queue]

    def _lose_patience(self, ticket_id: int, stop: int) -> None:
        if not self._stands(ticket_id, stop):
            return
        if self.task(ticket_id).says_so:
            self.called(ticket_id, self._course.day.tickets[ticket_id].stop.queue)
            self._course.order(c.CancelTicket(ticket_id))
        else:
            self.gone.add(ticket_id)

    def _is_wanted(self, ticket_id: int, stop: int) -> None:
        if self._stands(ticket_id, stop):
            self.wanted[ticket_id] = None
            self.offer(self._course.day.tickets[ticket_id].stop.queue)

    # what the trace says

    def visit(self, ticket_id: int) -> Visit:
        return self._visits[ticket_id]

    def task(self, ticket_id: int) -> Task:
        """What the trace says of the stop at hand: found by queue, for the rules may change the order of stops."""
        ticket, tasks = self._course.day.tickets[ticket_id], self._visits[ticket_id].tasks
        at = ticket.at
        before = sum(stop.queue == ticket.stop.queue for stop in ticket.stops[:at])
        here = [task for task in tasks if task.queue == ticket.stop.queue]
        return here[before] if before < len(here) else tasks[min(at, len(tasks) - 1)]


def asked_for(catalogue: Catalogue, visit: Visit) -> c.IssueTicket:
    """The ticket that leads to the stops of a visit: all but those to which somebody sends it on."""
    sent = (False, *(task.sent_on for task in visit.tasks))
    planned = [task for task, by_transfer in zip(visit.tasks, sent, strict=False) if not by_transfer]
    goal = visit.goal or planned[-1].service
    payment = catalogue.service[goal].pay_first if goal in catalogue.service else ""
    pay_first = bool(payment) and goal != planned[0].service and planned[0].service == payment
    queue = "" if goal else planned[-1].queue
    return c.IssueTicket(
        goal, queue, pay_first, visit.preferential, visit.language, sign=visit.sign, excused=True
    )  # a trace knows no document of anybody


def appointments(catalogue: Catalogue, trace: Trace) -> c.LoadAppointments:
    """Those of the day, in place of any before them."""
    made = [
        e.Appointment(appointment_code(trace, number), asked_for(catalogue, visit).service, (visit.slot,))
        for number, visit in enumerate(trace.visits)
        if visit.slot
    ]
    return c.LoadAppointments(tuple(made), instead=True)


def appointment_code(trace: Trace, number: int) -> str:
    """Of the visit in that place of the trace."""
    return f"{trace.header.day:%m%d}-{number}"
