"""Many people at once: orders drawn by a seeded random, most of which make sense at their moment."""

from __future__ import annotations

from random import Random
from typing import Any

from shared.domain import commands as c
from shared.domain.day import CounterStatus
from shared.domain.events import PlannedStop
from shared.domain.ticket import AT_COUNTER, StopState
from tests.fakes.scene import Scene


class Crowd:
    """`act` gives one order in a scene, whatever comes of it."""

    def __init__(self, scene: Scene, seed: int) -> None:
        self.scene = scene
        self._random = Random(seed)

    def act(self, times: int = 1) -> None:
        for _ in range(times):
            self.scene.pass_(seconds=self._random.randrange(60))
            self.scene.refusal(self._order())

    def night(self) -> None:
        """Close the day, and open the next at the same hour as the first one."""
        self.scene.close_day()
        self.scene.pass_(days=1)
        self.scene.at = self.scene.at.replace(hour=14, minute=0)
        self.scene.open_day()

    def _order(self) -> c.Command:
        any_, order = self._random.choice, self._random.choice(self._orders())
        catalogue, states = self.scene.catalogue, self.scene.day.counters
        any_counter = any_(catalogue.counters).number
        attended = [n for n, state in states.items() if state.status is CounterStatus.OPEN]
        counter = any_(attended or [any_counter])
        busy = any_([n for n, state in states.items() if state.attention] or [any_counter])
        match order:
            case c.IssueTicket:
                service = any_(catalogue.services)
                pay_first = bool(service.pay_first) and any_((True, False))
                with_whom = self._ticket(StopState.WAITING) if self._random.random() < 0.1 else 0
                with_whom = with_whom if with_whom in self.scene.day.tickets else 0
                return c.IssueTicket(service.code, "", pay_first, self._random.random() < 0.3, together_with=with_whom)
            case c.ReturnTicket:
                return c.ReturnTicket(self._ticket(StopState.ABSENT))
            case c.ChangeService:
                return c.ChangeService(any_(catalogue.services).code, ticket=self._ticket(StopState.WAITING))
            case c.PlanStops:
                stops = self._random.sample(catalogue.services, k=2)
                return c.PlanStops(busy, tuple(PlannedStop(s.queue, s.code, gap=5) for s in stops))
            case c.PassTime:
                return c.PassTime()
            case c.OpenCounter:
                number = any_([k.number for k in catalogue.counters if k.number not in attended] or [any_counter])
                return c.OpenCounter(number, self.scene.advisor(number))
            case c.CallNext:
                return c.CallNext(any_((counter, busy)), any_((True, False)))
            case c.CallTicket:
                return c.CallTicket(counter, self._ticket(StopState.WAITING))
            case c.ResumeTicket:
                return c.ResumeTicket(counter, self._ticket(StopState.HELD))
            case c.ReleaseTicket:
                return c.ReleaseTicket(self._ticket(StopState.HELD, *AT_COUNTER))
            case c.CancelTicket:
                return c.CancelTicket(self._ticket(StopState.WAITING, StopState.HELD))
            case c.CodeServices:
                done = self._random.sample([service.code for service in catalogue.services], k=2)
                return c.CodeServices(busy, tuple(done))
            case c.TransferTicket:
                return c.TransferTicket(busy, any_(catalogue.queues).prefix, back=any_((True, False)))
            case c.HoldTicket:
                return c.HoldTicket(busy, any_(c.HOLD_REASONS))
            case c.PauseCounter:
                return c.PauseCounter(counter, any_(c.PAUSE_REASONS))
            case c.SuspendService:
                return c.SuspendService(any_(catalogue.services).code)
            case c.RestoreService:
                return c.RestoreService(any_([*self.scene.day.suspended, any_(catalogue.services).code]))
            case c.ChangeCatalogue:
                return c.ChangeCatalogue(catalogue)
            case _:
                command: c.Command = order(busy)
                return command

    def _orders(self) -> list[Any]:
        often = [c.IssueTicket, c.CallNext, c.StartAttention, c.FinishAttention]
        seldom = [c.Recall, c.MarkAbsent, c.HoldTicket, c.ResumeTicket, c.TransferTicket, c.CodeServices, c.OpenCounter]
        seldom += [c.PlanStops, c.Undo, c.ReturnTicket, c.ChangeService, c.PassTime]
        rare = [c.ReleaseTicket, c.CancelTicket, c.CallTicket, c.PauseCounter, c.CloseCounter, c.SuspendService]
        return often * 16 + seldom * 5 + [*rare, c.RestoreService, c.ChangeCatalogue]

    def _ticket(self, *states: StopState) -> int:
        tickets = [ticket.id for ticket in self.scene.day.tickets.values() if ticket.state in states]
        return self._random.choice(tickets or [7])
