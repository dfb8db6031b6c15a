"""Any orders in any sequence: what must be true of a hall at every moment."""

from __future__ import annotations

import inspect
from datetime import datetime, timedelta
from typing import get_args

from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from msgspec.structs import replace

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.day import CounterStatus
from shared.domain.ending import Override
from shared.domain.hall import Hall
from shared.domain.order import standing
from shared.domain.personal import DocumentKind, PersonDocument
from shared.domain.refusals import Code, Refusal
from shared.domain.roles import DeviceRole
from shared.domain.ticket import AT_COUNTER, ENDED, StopState, Ticket
from tests.fakes.scene import NINE, Scene, folded, picture
from tests.fakes.small_centre import VISITS as SMALL

ONE_QUEUE_LESS = replace(
    SMALL,
    queues=tuple(queue for queue in SMALL.queues if queue.prefix != "MT"),
    services=tuple(service for service in SMALL.services if service.queue != "MT"),
    counters=tuple(replace(k, queues=tuple(q for q in k.queues if q != "MT")) for k in SMALL.counters),
    itineraries=(),
)

counters = st.sampled_from([counter.number for counter in SMALL.counters])
services = st.sampled_from([service.code for service in SMALL.services])
queues = st.sampled_from([queue.prefix for queue in SMALL.queues])
advisors = st.sampled_from([advisor.id for advisor in SMALL.advisors])
several = st.lists(services, max_size=3).map(tuple)
which = st.integers(0, 40)


class AnyHall(RuleBasedStateMachine):
    """Most counters are attended at the start; everything else is up to the orders, of which many make no sense."""

    def __init__(self) -> None:
        super().__init__()
        self.scene = Scene(SMALL)
        self.scene.open(1, 2, 4, 6)

    def _order(self, command: c.Command) -> bool:
        return self.scene.refusal(command) is None

    def _ticket(self, place: int, *states: StopState) -> int:
        """A ticket in one of these states, where there is one; else any ticket, or one that does not exist."""
        tickets = self.scene.day.tickets.values()
        found = [t.id for t in tickets if t.state in states] or [t.id for t in tickets] or [7]
        return found[place % len(found)]

    def _counter(self, place: int) -> int:
        """A counter with somebody at it, where there is one; else any."""
        busy = [state.number for state in self.scene.day.counters.values() if state.attention]
        return (busy or [k.number for k in SMALL.counters])[place % len(busy or SMALL.counters)]

    @rule(minutes=st.integers(1, 9))
    def time_passes(self, minutes: int) -> None:
        self.scene.pass_(minutes=minutes)

    @rule(service=services, pay_first=st.booleans(), preferential=st.booleans())
    def a_citizen_comes(self, service: str, pay_first: bool, preferential: bool) -> None:
        pay_first = pay_first and bool(SMALL.service[service].pay_first)
        self._order(c.IssueTicket(service, pay_first=pay_first, preferential=preferential))

    @rule(service=services, place=which, preferential=st.booleans())
    def somebody_of_the_family_comes(self, service: str, place: int, preferential: bool) -> None:
        first = self._ticket(place, StopState.WAITING)
        self._order(c.IssueTicket(service, preferential=preferential, together_with=first))

    @rule(minutes=st.integers(0, 40))
    def what_time_brings(self, minutes: int) -> None:
        self.scene.pass_(minutes=minutes)
        assert self._order(c.PassTime())
        day, at = self.scene.day, self.scene.at
        assert all(t.stop.returns_at and t.stop.returns_at > at for t in day.returning.values())
        assert not any(t.stop.expires_at and t.stop.expires_at <= at for t in day.waiting())

    @rule(place=which, stops=several)
    def other_stops(self, place: int, stops: tuple[str, ...]) -> None:
        planned = tuple(e.PlannedStop(SMALL.service[code].queue, code, gap=len(stops) * 5) for code in stops)
        self._order(c.PlanStops(self._counter(place), planned))

    @rule(counter=counters)
    def undone(self, counter: int) -> None:
        self._order(c.Undo(counter))

    @rule(place=which)
    def comes_back(self, place: int) -> None:
        self._order(c.ReturnTicket(self._ticket(place, StopState.ABSENT)))

    @rule(place=which, service=services)
    def changes_their_mind(self, place: int, service: str) -> None:
        self._order(c.ChangeService(service, ticket=self._ticket(place, StopState.WAITING)))

    @rule(place=st.integers(0, 3), hours=st.integers(-2, 2), service=services)
    def an_appointment_is_made(self, place: int, hours: int, service: str) -> None:
        slot = self.scene.at + timedelta(hours=hours / 2)
        self._order(c.LoadAppointments((e.Appointment(f"C{place}00", service, (slot,)),)))

    @rule(place=st.integers(0, 3), preferential=st.booleans())
    def somebody_with_an_appointment_comes(self, place: int, preferential: bool) -> None:
        self._order(
            c.CheckIn(f"C{place}00", pay_first=None if place == 3 else bool(place % 2), preferential=preferential)
        )

    @rule(place=which)
    def asks_for_a_copy(self, place: int) -> None:
        found = self.scene.day.tickets.get(self._ticket(place))
        assert self._order(c.FindTicket(found.text if found else "ZZ 1")) == bool(found)

    @rule(queue=queues, preferential=st.booleans())
    def a_citizen_comes_for_a_queue(self, queue: str, preferential: bool) -> None:
        self._order(c.IssueTicket(queue=queue, preferential=preferential))

    @rule(counter=counters, advisor=advisors)
    def counter_opens(self, counter: int, advisor: str) -> None:
        self._order(c.OpenCounter(counter, advisor))

    @rule(counter=counters, then_starts=st.booleans())
    def next_one(self, counter: int, then_starts: bool) -> None:
        expected = self._called(self.scene.hall, counter)
        assert self._order(c.CallNext(counter)) == bool(expected)
        if expected:
            assert self.scene.last == expected[0]
        if then_starts:
            self._order(c.StartAttention(counter))

    @rule(place=which)
    def finish_and_next_one(self, place: int) -> None:
        counter = self._counter(place)
        expected = self._finished_then_called(counter)
        assert self._order(c.CallNext(counter, finish=True)) == bool(expected)
        if expected:
            assert self.scene.last == expected[0]

    def _finished_then_called(self, counter: int) -> list[e.Event]:
        """What two orders, one after the other, would have led to; nothing where the second is refused."""
        twin = folded(self.scene.log)
        try:
            finished = twin.decide(c.FinishAttention(counter), self.scene.at)
        except Refusal:
            return []
        for event in finished:
            twin.apply(event, self.scene.at)
        return self._called(twin, counter)

    def _called(self, hall: Hall, counter: int) -> list[e.Event]:
        """The call, checked against the letter of the rule: the first preferential ticket that can be served here,
        and where there is none the ordinary one whose wait reaches its ANS limit first; of two, the first to arrive."""
        assert hall.day
        catalogue, day = hall.centre.catalogue, hall.day.day
        serves = catalogue.serves
        waiting = [ticket for ticket in hall.day.tickets.values() if ticket.state is StopState.WAITING]
        here = [
            ticket
            for ticket in waiting
            if serves(counter, ticket.stop.queue, ticket.stop.service) and ticket.stop.only_at in (0, counter)
        ]
        try:
            [call] = hall.decide(c.CallNext(counter), self.scene.at)
        except Refusal as refusal:
            if refusal.code is Code.NOBODY_WAITING:
                assert not here
            return []
        assert isinstance(call, e.TicketCalled)

        def order(ticket: Ticket) -> tuple[bool, datetime, datetime, int]:
            limit = timedelta(0 if ticket.preferential else catalogue.limits_of(ticket.stop.queue, day).wait / 1440)
            stop = ticket.stop
            arrived = NINE - timedelta(days=999) if stop.first else stop.counts_from or ticket.issued_at
            if stop.slot and not stop.first and not ticket.preferential:
                arrived, limit = stop.slot, timedelta(0)
            return not ticket.preferential, arrived + limit, arrived, ticket.id  # arrival breaks ties

        assert call.ticket == min(here, key=order).id
        return [call]

    @rule(counter=counters, place=which)
    def this_one(self, counter: int, place: int) -> None:
        self._order(c.CallTicket(counter, self._ticket(place, StopState.WAITING)))

    @rule(place=which)
    def recall(self, place: int) -> None:
        self._order(c.Recall(self._counter(place)))

    @rule(place=which)
    def called_in_vain(self, place: int) -> None:
        counter = self._counter(place)
        self.scene.pass_(seconds=30)
        if self._order(c.Recall(counter)):
            self.scene.pass_(seconds=30)
            assert self._order(c.MarkAbsent(counter))

    @rule(place=which)
    def start(self, place: int) -> None:
        self._order(c.StartAttention(self._counter(place)))

    @rule(place=which, done=several)
    def code(self, place: int, done: tuple[str, ...]) -> None:
        self._order(c.CodeServices(self._counter(place), done))

    @rule(place=which)
    def finish(self, place: int) -> None:
        self._order(c.FinishAttention(self._counter(place)))

    @rule(place=which)
    def absent(self, place: int) -> None:
        self._order(c.MarkAbsent(self._counter(place)))

    @rule(place=which, reason=st.sampled_from(c.HOLD_REASONS))
    def hold(self, place: int, reason: str) -> None:
        self._order(c.HoldTicket(self._counter(place), reason))

    @rule(counter=counters, place=which)
    def resume(self, counter: int, place: int) -> None:
        self._order(c.ResumeTicket(counter, self._ticket(place, StopState.HELD)))

    @rule(place=which, queue=queues, back=st.booleans())
    def transfer(self, place: int, queue: str, back: bool) -> None:
        self._order(c.TransferTicket(self._counter(place), queue, back=back))

    @rule(place=which)
    def cancel(self, place: int) -> None:
        self._order(c.CancelTicket(self._ticket(place)))

    @rule(place=which, satisfaction=st.integers(1, 5))
    def rated(self, place: int, satisfaction: int) -> None:
        self._order(c.RateVisit(satisfaction, ticket=self._ticket(place)))

    @rule(place=which)
    def release(self, place: int) -> None:
        self._order(c.ReleaseTicket(self._ticket(place, StopState.HELD, *AT_COUNTER)))

    @rule(counter=counters, reason=st.sampled_from(c.PAUSE_REASONS))
    def pause(self, counter: int, reason: str) -> None:
        self._order(c.PauseCounter(counter, reason))

    @rule(counter=counters)
    def counter_closes(self, counter: int) -> None:
        self._order(c.CloseCounter(counter))

    @rule(place=st.integers(0, 3), what=st.sampled_from([{}, {"entity": "pj"}, {"queue": "BN"}, {"service": "MT01"}]))
    def interrupted(self, place: int, what: dict[str, str]) -> None:
        known = self.scene.day.interruptions.known
        number = list(known)[place % len(known)] if known else 1
        since = self.scene.at - timedelta(minutes=9 * place)
        self._order(
            (
                c.BeginInterruption("system", **what),
                c.EndInterruption(number),
                c.NoteInterruption("power", since, self.scene.at, number if known else 0, **what),
                c.WithdrawInterruption(number),
            )[place]
        )

    @rule(place=which, services=st.lists(services, max_size=2))
    def services_are_corrected(self, place: int, services: list[str]) -> None:
        tickets = list(self.scene.day.tickets.values())
        number = tickets[place % len(tickets)].text if tickets else "PJ 001"
        self._order(c.CorrectServices(number, tuple(services)))

    @rule(service=services, again=st.booleans())
    def suspend_or_restore(self, service: str, again: bool) -> None:
        self._order(c.RestoreService(service) if again else c.SuspendService(service))

    @rule(queue=queues, how=st.sampled_from([*Override, Override.EXTENDED, Override.POLICY]))
    def the_last_number_is_set(self, queue: str, how: Override) -> None:
        assert self._order(c.SetLastTicket(queue, how)) == (queue in self.scene.catalogue.queue)

    @rule(counter=counters)
    def a_document_is_looked_at(self, counter: int) -> None:
        self._order(c.ShowDocument(counter))

    @rule(call=st.integers(0, 5), number=st.sampled_from(["PJ 001", "BN 001"]))
    def a_board_says_a_call(self, call: int, number: str) -> None:
        self._order(c.NoteSpoken(call, number))

    @rule(erased=st.booleans())
    def somebody_exercises_their_rights(self, erased: bool) -> None:
        who = PersonDocument(DocumentKind.DNI, "00471183")
        self._order(c.ErasePersonal(who) if erased else c.AskPersonal(who))

    @rule(place=st.integers(0, 2), letter=st.sampled_from(["", "A", "B"]))
    def a_kiosk_takes_a_letter(self, place: int, letter: str) -> None:
        self._order(c.TakeLetter(letter, f"kiosk-{place}"))
        letters = self.scene.hall.centre.letters
        assert len(set(letters.values())) == len(letters)

    @rule(
        letter=st.sampled_from("AB"),
        number=st.integers(1, 4),
        service=services,
        minutes=st.integers(0, 20),
        place=which,
    )
    def a_spare_number_is_merged(self, letter: str, number: int, service: str, minutes: int, place: int) -> None:
        taken_at = self.scene.at - timedelta(minutes=minutes)
        ticket = self._ticket(place) if place % 3 == 0 and self.scene.day.tickets else 0
        self._order(c.MergeSpare(letter, number, "r1", taken_at, service, token="ab" * 32, ticket=ticket))

    @rule(first=st.integers(1, 5), more=st.integers(0, 2), queue=queues)
    def numbers_of_a_roll_are_entered(self, first: int, more: int, queue: str) -> None:
        since = self.scene.at - timedelta(minutes=10)
        self._order(c.EnterPaper(first, first + more, since, self.scene.at, queue=queue))

    @rule(counter=counters, place=which, outcome=st.sampled_from(["served", "absent"]))
    def attended_without_the_hub(self, counter: int, place: int, outcome: str) -> None:
        ticket = self._ticket(place, StopState.WAITING)
        self._order(c.NoteAttended(counter, outcome, self.scene.at - timedelta(minutes=3), ticket))

    @rule(place=st.integers(0, 2), known=st.booleans())
    def a_device_comes_or_goes(self, place: int, known: bool) -> None:
        name = f"counter-{place}"
        if known:
            self._order(c.RevokeDevice(name))
        else:
            self._order(c.AdmitDevice(name, DeviceRole.ORIENTATOR, "cd" * 32))

    @rule(catalogue=st.sampled_from([SMALL, ONE_QUEUE_LESS]))
    def catalogue_changes(self, catalogue: Catalogue) -> None:
        self._order(c.ChangeCatalogue(catalogue))

    @rule(seconds=st.floats(-3600, 3600))
    def clock_steps(self, seconds: float) -> None:
        self._order(c.NoteClockStep(seconds))

    @precondition(lambda self: self.scene.day.tickets)
    @rule()
    def the_night(self) -> None:
        before = {ticket.id for ticket in self.scene.day.tickets.values()}
        self.scene.close_day()
        assert all(ticket.state in ENDED for ticket in self.scene.day.tickets.values())
        self.everything_holds()
        self.scene.at = NINE + timedelta(days=(self.scene.day.day - NINE.date()).days + 1)
        self.scene.open_day()
        assert all(self.scene.day.next_ticket > ticket for ticket in before)

    @invariant()
    def everything_holds(self) -> None:
        day = self.scene.day
        for ticket in day.tickets.values():
            _one_state(ticket)
        _lines_are_those_who_wait(day.tickets, {queue: list(day.line(queue)) for queue in SMALL.queue})
        assert set(day.held) == {t.id for t in day.tickets.values() if t.state is StopState.HELD}
        assert set(day.returning) == {t.id for t in day.tickets.values() if t.state is StopState.RETURNING}
        assert all(day.tickets[ticket].stops[stop].state is StopState.ABSENT for ticket, stop in day.absent.items())
        self._one_ticket_one_counter()
        self._numbers_have_no_gaps()

    def _one_ticket_one_counter(self) -> None:
        day = self.scene.day
        at_counters = {state.number: state.attention for state in day.counters.values() if state.attention}
        in_course = {a.id: a.counter for a in day.attentions.values() if a.ended_at is None}
        assert {attention: counter for counter, attention in at_counters.items()} == in_course
        called = {t.id: t.stop.attention for t in day.tickets.values() if t.state in AT_COUNTER}
        held = {ticket.id: attention for attention in in_course for ticket, _ in day.party(attention)}
        assert held == called  # one attention a counter, of one ticket or of a group that was called together
        for number in at_counters:
            assert day.counters[number].status is CounterStatus.OPEN
        attended = [state.advisor for state in day.counters.values() if state.status is not CounterStatus.CLOSED]
        assert len(attended) == len(set(attended))
        assert "" not in attended

    def _numbers_have_no_gaps(self) -> None:
        given: dict[str, list[int]] = {}
        for ticket in self.scene.day.tickets.values():
            given.setdefault(ticket.prefix, []).append(ticket.number)
        for numbers in given.values():
            assert numbers == list(range(1, len(numbers) + 1))

    def teardown(self) -> None:
        assert picture(folded(self.scene.log)) == picture(self.scene.hall)
        assert [recorded.seq for recorded in self.scene.log] == list(range(1, len(self.scene.log) + 1))


def _one_state(ticket: Ticket) -> None:
    """Stops that ended, then at most one where the ticket is, then only stops still planned."""
    before, after = ticket.stops[: ticket.at], ticket.stops[ticket.at + 1 :]
    assert all(stop.state in ENDED for stop in before)
    assert ticket.state is not StopState.PLANNED
    assert all(stop.state is StopState.PLANNED and stop.eligible_at is None for stop in after)
    if ticket.state not in (StopState.CANCELLED, StopState.LEFT, StopState.RETURNING):
        assert ticket.stop.eligible_at


def _lines_are_those_who_wait(tickets: dict[int, Ticket], lines: dict[str, list[int]]) -> None:
    for queue, line in lines.items():
        waiting = [t for t in tickets.values() if t.state is StopState.WAITING and t.stop.queue == queue]
        assert line == [t.id for t in sorted(waiting, key=lambda t: (not t.preferential, *standing(t)[:2]))]


AT_THE_HUB = {c.StartPairing, c.CancelPairing, c.ReportImpostor, c.TellOfficeLine, c.TellPrinter}
"""What the hub answers by itself: no rule of the hall decides it."""

BY_THE_SCENE = {c.OpenDay, c.CloseDay}
"""Given in `the_night`."""
APART = {c.TakeTemplate, c.AskHelp, c.AnswerHelp}
"""They touch no ticket, counter or line, and have tests of their own."""


def test_every_command_is_among_the_orders() -> None:
    source = inspect.getsource(AnyHall)
    lacking = [kind for kind in get_args(c.Command) if f"c.{kind.__name__}(" not in source]
    assert set(lacking) == AT_THE_HUB | BY_THE_SCENE | APART


TestAnyHall = AnyHall.TestCase
TestAnyHall.settings = settings(max_examples=200, stateful_step_count=50, deadline=None)
