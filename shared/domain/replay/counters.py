"""The counters of a day that is lived again: who attends, whom they call, and how each stay ends.

Counters call as soon as they are free: first who was pending and is back, then whom somebody wants called by hand,
then whom the rules name. A counter whose lunch begins ends its attention first. A `Rule` of one's own replaces the
rules' choice alone: with it the call goes into the fold as one made by hand.
"""

from __future__ import annotations

from collections import Counter as Count
from collections.abc import Sequence
from dataclasses import dataclass

from shared.domain import commands as c, events as e
from shared.domain.plan import Plan
from shared.domain.refusals import Code, Refusal
from shared.domain.replay.citizens import Citizens
from shared.domain.replay.course import Course
from shared.domain.replay.waiter import Rule, Waiter
from shared.domain.ticket import StopState, Ticket
from shared.domain.trace import Hold, Task

ASK_AGAIN = 60.0  # seconds until a counter asks again for somebody who is kept for another one


@dataclass(slots=True)
class Desk:
    """A counter while the day runs. `party`: the ticket that was called, and its group. `leaving`: its advisor goes
    as soon as it is free."""

    number: int
    advisor: str
    queues: tuple[str, ...]
    open: bool = False
    leaving: bool = False
    party: tuple[int, ...] = ()
    asking: bool = False


class Counters:
    def __init__(self, course: Course, citizens: Citizens, plan: Plan, rule: Rule | None) -> None:
        self._course, self._agenda, self._citizens = course, course.agenda, citizens
        self._plan, self._rule = plan, rule
        counter = course.catalogue.counter
        self._desks = {post.counter: Desk(post.counter, post.advisor, counter[post.counter].queues) for post in plan}
        self._back: dict[int, None] = {}  # pending tickets whose citizens are back
        self._held: Count[tuple[int, int]] = Count()  # how often, by ticket and stop
        self._released: Count[tuple[int, int]] = Count()
        citizens.offer = self.offer

    def begin(self) -> None:
        for post in self._plan:
            for since, until in post.spans:
                self._agenda.at(self._agenda.seconds(since), self._sit_down, self._desks[post.counter])
                self._agenda.at(self._agenda.seconds(until), self._get_up, self._desks[post.counter])

    def _sit_down(self, desk: Desk) -> None:
        desk.leaving = False
        if not desk.open:
            self._course.order(c.OpenCounter(desk.number, desk.advisor))
            desk.open = True
            self._call(desk)

    def _get_up(self, desk: Desk) -> None:
        desk.leaving = True
        if not desk.party:
            self._go(desk)

    def _go(self, desk: Desk) -> None:
        self._course.order(c.CloseCounter(desk.number))
        desk.open = desk.leaving = False

    # calling

    def offer(self, queue: str) -> None:
        """Somebody waits: a free counter calls."""
        for counter in self._course.catalogue.counters_of[queue]:
            desk = self._desks.get(counter.number)
            if desk and desk.open and not desk.party and self._call(desk):
                return

    def _call(self, desk: Desk) -> bool:
        """Whether somebody was called."""
        if self._resume(desk):
            return True
        who = self._compatible(desk)
        if not who:
            return False
        wanted = next((waiter for waiter in who if waiter.ticket in self._citizens.wanted), None)
        try:
            event = self._by_hand(desk, wanted) if wanted else self._chosen(desk, who)
        except Refusal:  # all who wait are kept, for a while, for an advisor of their language elsewhere
            if not desk.asking:
                desk.asking = True
                self._agenda.after(ASK_AGAIN, self._ask_again, desk)
            return False
        self._comes(desk, event)
        return True

    def _ask_again(self, desk: Desk) -> None:
        desk.asking = False
        if desk.open and not desk.party:
            self._call(desk)

    def _chosen(self, desk: Desk, who: Sequence[Waiter]) -> e.TicketCalled:
        event = self._by_rule(desk, self._rule, who) if self._rule else self._ordered(c.CallNext(desk.number))
        chosen = next(waiter for waiter in who if waiter.ticket == event.ticket)
        self._course.outcome.overtakes += sum(waiter.arrived < chosen.arrived for waiter in who)
        if not chosen.preferential and any(waiter.preferential for waiter in who):
            self._course.outcome.violations += 1
        return event

    def _by_hand(self, desk: Desk, wanted: Waiter) -> e.TicketCalled:
        self._course.outcome.by_people += 1
        return self._ordered(c.CallTicket(desk.number, wanted.ticket))

    def _ordered(self, command: c.CallNext | c.CallTicket) -> e.TicketCalled:
        events = self._course.order(command)
        return next(event for event in events if isinstance(event, e.TicketCalled))

    def _by_rule(self, desk: Desk, rule: Rule, who: Sequence[Waiter]) -> e.TicketCalled:
        chosen = rule(who, self._agenda.now, desk.number)
        passed = tuple(waiter.ticket for waiter in who if waiter.arrived < chosen.arrived)
        because = e.Because("by_hand", round(self._agenda.now - chosen.since), len(who), passed)
        day = self._course.day
        stop = day.tickets[chosen.ticket].at
        called = e.TicketCalled(
            chosen.ticket, stop, day.next_attention, desk.number, desk.advisor, day.next_call, because
        )
        self._course.happen(called)
        return called

    def _compatible(self, desk: Desk) -> list[Waiter]:
        serves, number, advisor = self._course.catalogue.serves, desk.number, desk.advisor
        return [
            waiter
            for queue in desk.queues
            for waiter in self._citizens.waiting[queue].values()
            if serves(number, queue, waiter.service, advisor)
        ]

    def _comes(self, desk: Desk, event: e.TicketCalled) -> None:
        desk.party = (event.ticket, *event.together)
        for ticket in desk.party:
            self._citizens.called(ticket, self._course.day.tickets[ticket].stop.queue)
        task = self._citizens.task(event.ticket)
        taken_away = self._released[event.ticket, event.stop]
        if taken_away < len(task.released):
            self._released[event.ticket, event.stop] += 1
            self._agenda.after(task.released[taken_away], self._release, desk)
        else:
            self._agenda.after(task.presentation, self._meet, desk, task)

    # attending

    def _meet(self, desk: Desk, task: Task) -> None:
        first = desk.party[0]
        if task.absent or first in self._citizens.gone:
            self._give_up(desk)
            return
        self._course.order(c.StartAttention(desk.number))
        held = self._held[first, self._ticket(desk).at]
        if held < len(task.held):
            self._agenda.after(task.held[held].after, self._hold, desk, task.held[held])
            return
        others = sum(self._citizens.task(ticket).attention for ticket in desk.party[1:])
        rest = task.attention - sum(hold.after for hold in task.held)
        self._agenda.after(max(0.0, rest) + others, self._finish, desk, task)

    def _give_up(self, desk: Desk) -> None:
        """Absent, after as many calls as the centre asks for."""
        try:
            self._course.order(c.MarkAbsent(desk.number))
        except Refusal as refusal:
            if refusal.code is not Code.TOO_FEW_CALLS:
                raise
            if (seconds := int(refusal.params["seconds"])) == 0:
                self._course.order(c.Recall(desk.number))
                seconds = self._course.catalogue.calls.spacing_seconds
            self._agenda.after(seconds, self._give_up, desk)
            return
        self._free(desk)

    def _finish(self, desk: Desk, task: Task) -> None:
        ticket, party = self._ticket(desk), desk.party
        queue = ticket.stop.queue
        if task.sent_on:
            tasks = self._citizens.visit(ticket.id).tasks
            to = tasks[tasks.index(task) + 1]
            self._course.order(c.TransferTicket(desk.number, to.queue, to.service))
        else:
            self._plan_more(desk, ticket)
            self._course.order(c.FinishAttention(desk.number))
        self._course.outcome.last[queue] = self._agenda.moment
        self._free(desk)
        for ticket_id in party:
            self._citizens.come_back(ticket_id)

    def _plan_more(self, desk: Desk, ticket: Ticket) -> None:
        """Stops of the visit that its ticket did not begin with, as an advisor adds them."""
        done, tasks = ticket.stops[: ticket.at + 1], self._citizens.visit(ticket.id).tasks
        rest = tasks[len(done) :]
        if len(tasks) > len(ticket.stops) and rest:
            stops = tuple(e.PlannedStop(task.queue, task.service) for task in rest)
            self._course.order(c.PlanStops(desk.number, stops))

    def _free(self, desk: Desk) -> None:
        desk.party = ()
        if desk.leaving:
            self._go(desk)
        else:
            self._call(desk)

    def _ticket(self, desk: Desk) -> Ticket:
        return self._course.day.tickets[desk.party[0]]

    # left pending, and taken away

    def _hold(self, desk: Desk, hold: Hold) -> None:
        party = desk.party
        for ticket in party:
            self._held[ticket, self._course.day.tickets[ticket].at] += 1
        self._course.order(c.HoldTicket(desk.number, hold.reason))
        if hold.away is not None:
            self._agenda.after(hold.away, self._is_back, party[0])
        self._free(desk)

    def _is_back(self, ticket_id: int) -> None:
        ticket = self._course.day.tickets[ticket_id]
        if ticket.state is StopState.HELD:
            self._back[ticket_id] = None
            self.offer(ticket.stop.queue)

    def _resume(self, desk: Desk) -> bool:
        """Whether a pending ticket whose citizen is back was called to this counter."""
        serves, tickets = self._course.catalogue.serves, self._course.day.tickets
        for ticket_id in self._back:
            stop = tickets[ticket_id].stop
            if stop.queue in desk.queues and serves(desk.number, stop.queue, stop.service, desk.advisor):
                break
        else:
            return False
        del self._back[ticket_id]
        events = self._course.order(c.ResumeTicket(desk.number, ticket_id))
        (resumed,) = (event for event in events if isinstance(event, e.TicketResumed))
        self._course.outcome.by_people += 1
        desk.party = (ticket_id, *resumed.together)
        for one in resumed.together:
            self._back.pop(one, None)
        task = self._citizens.task(ticket_id)
        hold = task.held[self._held[ticket_id, tickets[ticket_id].at] - 1]
        self._agenda.after(hold.presentation, self._meet, desk, task)
        return True

    def _release(self, desk: Desk) -> None:
        """A supervisor takes the ticket away from the counter: it waits again."""
        party = desk.party
        self._course.order(c.ReleaseTicket(party[0]))
        for ticket in party:
            self._citizens.wait_again(ticket)
        self._free(desk)
