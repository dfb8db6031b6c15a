"""Who sees what: the views of each role, from the committed state and nothing else.

board: numbers, counters and waits of its zone; never service, preference, ticket id or token. kiosk: its services.
counter: its own citizen, the lines of its queues, its day. supervisor: all but personal data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import cast

import msgspec

from shared.domain import events as e, order
from shared.domain.capped import full_until
from shared.domain.coming_back import may_return
from shared.domain.day import CounterStatus, Day
from shared.domain.desks import served
from shared.domain.hall import Hall
from shared.domain.last_ticket import last_given, numbers_end, opens_next
from shared.domain.promised import expected_wait
from shared.domain.spoken import languages_of
from shared.domain.waiting import Range, serves_from
from shared.hub.counter_views import (
    Notes,
    absent_view,
    counter_view,
    held_view,
    interruption_view,
    passing_view,
    returning_view,
    waiting_view,
)
from shared.hub.office_line import from_office_view
from shared.hub.outlook import outlook_view, tells_apart
from shared.hub.phone_views import Slips, phone_views
from shared.hub.steady import Steady
from shared.lan import views as v
from shared.lan.messages import DeviceRole, Hello

Shown = dict[str, v.View]


class Views:
    """The views of one moment; each is made when first asked for, and shared by all who see it."""

    def __init__(
        self,
        hall: Hall,
        at: datetime,
        names: Mapping[str, str] | None = None,
        notes: Notes | None = None,
        steady: Steady | None = None,
        entrance: Shown | None = None,
        slips: Slips | None = None,
    ) -> None:
        """`names` of the people who work here, by id, and `notes` from counter to counter: the log has neither.

        steady: what waits were shown before. entrance: who came in, and whom somebody tries to bring in.
        slips: by what the phone page knows a ticket.
        """
        self._notes = notes or _no_notes
        self._entrance = entrance or {}
        self._slips = slips or _no_slips
        self._steady = steady or Steady()
        self._waits: dict[tuple[str, str], Range | None] = {}
        self._able: dict[tuple[str, frozenset[str]], tuple[dict[str, v.WaitingView], bool]] = {}
        self._catalogue = hall.centre.catalogue
        self._names = names or {}
        self._day = hall.day
        self._from_office = from_office_view(hall)
        self._today = hall.day if hall.day and hall.day.is_open else None
        self._proof_of_day = hall.proof
        self._at = at
        self._made: dict[str, Shown] = {}

    def of(self, hello: Hello) -> Shown:
        """Everything that a client is shown, by key."""
        if hello.role is DeviceRole.COUNTER:
            help_wanted, desk = self._part("help"), self._part(f"desk {hello.counter}")
            return desk | help_wanted if help_wanted else desk
        shown = {**self._part("hall"), **self._catalogue_part(hello.role)}
        match hello.role:
            case DeviceRole.KIOSK:
                parts = ["services", "help"]
            case DeviceRole.ORIENTATOR:
                parts = ["services", "queues", "absent", "help"]
            case DeviceRole.BOARD:
                parts = [f"board {hello.zone}"]
            case DeviceRole.SUPERVISOR:
                parts = ["services", "queues", "counters", "line", "held", "absent", "returning", "proof", "outlooks"]
                parts += ["interruptions", "entrance", "spares", "from_office", "help"]
            case DeviceRole.CONSOLE:
                parts = ["entrance"]
            case DeviceRole.PAGES:
                parts = [f"phones {queue.prefix}" for queue in self._catalogue.queues]
            case DeviceRole.SYNC:
                parts = ["services", "queues", "from_office"]
        for part in parts:
            shown |= self._part(part)
        return shown

    def before_sign_in(self, hello: Hello) -> Shown:
        """What a screen is shown while nobody is signed in at it: who works here, and who has its counter."""
        shown = {**self._part("hall"), **self._catalogue_part(hello.role)}
        if hello.role is DeviceRole.COUNTER:
            own = self._counter(hello.counter)
            shown["counter"] = v.CounterView(own.counter, own.status, own.advisor, since=own.since)
        return shown

    def carry_over(self, before: Views, events: Iterable[e.Recorded]) -> None:
        """Keep what was made for the state before, where these events cannot have changed it."""
        queues, counters, others = touched(events, self._day)
        if others:
            return
        queues |= {queue for number in counters for queue in self._catalogue.counter[number].queues}
        desks = {k.number for k in self._catalogue.counters if k.number in counters or not queues.isdisjoint(k.queues)}
        self._made = {part: shown for part, shown in before._made.items() if _stands(part, queues, counters, desks)}

    def _part(self, part: str) -> Shown:
        if part not in self._made:
            self._made[part] = dict(self._make(part))
        return self._made[part]

    def _make(self, part: str) -> Iterator[tuple[str, v.View]]:
        kind, _, rest = part.partition(" ")
        match kind:
            case "hall":
                yield "hall", self._hall()
            case "services" | "queues" | "line" | "outlooks":
                of_queue = {"services": "choices", "queues": "queue", "line": "waiting", "outlooks": "outlook"}[kind]
                for queue in self._catalogue.queues:
                    yield from self._part(f"{of_queue} {queue.prefix}").items()
            case "choices":
                for service in self._catalogue.services_of[rest]:
                    yield f"service/{service.code}", self._service(service.code)
            case "queue":
                yield f"queue/{rest}", self._queue(rest)
            case "outlook":
                if self._today is not None:
                    yield f"outlook/{rest}", outlook_view(self._catalogue, self._today, rest, self._at)
            case "counters":
                for counter in self._catalogue.counters:
                    yield f"counter/{counter.number}", self._counter(counter.number)
            case "waiting":
                yield from self._waiting(rest)
            case "held":
                yield from self._held(frozenset(self._catalogue.queue))
            case "absent":
                yield from self._absent(frozenset(self._catalogue.queue))
            case "returning":
                for ticket in self._today.returning.values() if self._today else ():
                    yield f"returning/{ticket.id}", returning_view(ticket)
            case "proof":
                yield from self._proof()
            case "interruptions":
                for one in self._day.interruptions.known.values() if self._day else ():  # corrected after the close too
                    yield f"interruption/{one.id}", interruption_view(one)
            case "help":
                for device, since in self._today.help.items() if self._today else ():
                    yield f"help/{device}", v.HelpView(device, since)
            case "spares":
                yield from self._spares()
            case "entrance":
                yield from self._entrance.items()
            case "from_office":
                yield "from_office", self._from_office
            case "desk":
                yield from self._part("hall").items()
                yield from self._catalogue_part(DeviceRole.COUNTER).items()
                yield from self._counter_desk(int(rest)).items()
            case "counter":
                yield "counter", counter_view(self._catalogue, self._today, int(rest), self._notes)
            case "board":
                yield from self._board(rest)
            case "phones":
                if day := self._today:
                    yield from phone_views(self._catalogue, day, rest, self._at, self._slips, self._interrupted)

    def _catalogue_part(self, role: DeviceRole) -> Shown:
        """The catalogue; advisors' names only where people of the centre work."""
        with_people = role in (DeviceRole.COUNTER, DeviceRole.SUPERVISOR, DeviceRole.ORIENTATOR)
        part = f"catalogue {with_people}"
        if part not in self._made:
            named = self._catalogue.with_names(self._names)
            shown = named if with_people else msgspec.structs.replace(named, advisors=())
            self._made[part] = {"catalogue": v.CatalogueView(shown)}
        return self._made[part]

    def _hall(self) -> v.HallView:
        day = self._day.day if self._day else None
        return v.HallView(day, self._today is not None, None if self._today else self._opens_at())

    def _opens_at(self) -> datetime | None:
        """The first opening, within the week, of a day that the hub may still open."""
        today = self._at.astimezone(self._catalogue.timezone).date()
        for day in (today + timedelta(days=ahead) for ahead in range(8)):
            span = self._catalogue.day_span(day)
            if span and span[1] > self._at and (self._day is None or day > self._day.day):
                return span[0]
        return None

    def _service(self, code: str) -> v.ServiceView:
        service = self._catalogue.service[code]
        entity = self._catalogue.queue[service.queue].entity
        waiting = len(self._today.line(service.queue)) if self._today else 0
        wait = self._wait(service.queue, code)
        if self._today is None or not self._catalogue.is_open(entity, self._at):
            opens_at = self._catalogue.next_opening(entity, self._at)
            return v.ServiceView(code, "closed", waiting, wait, opens_at)
        if code in self._today.suspended:
            return v.ServiceView(code, "suspended", waiting, wait)
        if full := full_until(self._catalogue, self._today, service, self._at):
            later = full if self._catalogue.is_open(entity, full) else None
            return v.ServiceView(code, "full", waiting, wait, later)
        if numbers_end(self._catalogue, self._today, service.queue, code, self._at):
            again = opens_next(self._catalogue, entity, self._at)
            last = last_given(self._catalogue, self._today, service.queue)
            return v.ServiceView(code, "last_ticket", waiting, None, again, last_at=last)
        serves = None if wait else serves_from(self._catalogue, self._today, service.queue, code, self._at)
        interrupted = self._interrupted(service.queue, code)
        return v.ServiceView(code, "open", waiting, wait, serves_from=serves, interrupted=interrupted)

    def _interrupted(self, queue: str, service: str) -> str:
        one = self._today.interruptions.now(self._catalogue, queue, service) if self._today else None
        return one.reason if one else ""

    def _wait(self, queue: str, service: str) -> Range | None:
        """As it is shown; of one queue all services tell the same, unless its counters or limits tell them apart."""
        if self._today is None:
            return None
        if not tells_apart(self._catalogue, self._today, queue):
            service = ""
        key = queue, service
        if key not in self._waits:
            wait = expected_wait(self._catalogue, self._today, queue, service, self._at)
            self._waits[key] = self._steady.shown(service or queue, wait, self._at)
        return self._waits[key]

    def _queue(self, prefix: str) -> v.QueueView:
        queue = self._catalogue.queue[prefix]
        line = self._today.line(prefix) if self._today else order.Line()
        tickets = self._today.tickets if self._today else {}
        since = (tickets[ticket].stop.eligible_at for ticket in line)
        return v.QueueView(
            prefix=prefix,
            waiting=len(line),
            preferential=len(line.preferential),
            oldest=min((at for at in since if at), default=None),
            wait=self._wait(prefix, ""),
            counters=self._open_counters(prefix),
            open=self._today is not None and self._catalogue.is_open(queue.entity, self._at),
            limit_minutes=self._catalogue.limits_of(prefix, self._date()).wait,
            interrupted=self._interrupted(prefix, ""),
        )

    def _date(self) -> date:
        return self._at.astimezone(self._catalogue.timezone).date()

    def _open_counters(self, prefix: str) -> int:
        if self._today is None:
            return 0
        states = (self._today.counter(counter.number) for counter in self._catalogue.counters_of[prefix])
        return sum(state.status is CounterStatus.OPEN for state in states)

    def _waiting(self, prefix: str) -> Iterator[tuple[str, v.WaitingView]]:
        if self._today is None:
            return
        line, whole = self._today.line(prefix), served(self._catalogue, prefix, self._today.day)
        for ticket, rank in order.ranks(line, whole, self._at).items():
            reason, due = order.stands_by(line.of(ticket), whole, self._at)
            yield f"waiting/{ticket}", waiting_view(self._today.tickets[ticket], rank, reason, due)

    def _proof(self) -> Iterator[tuple[str, v.View]]:
        if self._today is None:
            return
        proof = self._proof_of_day
        yield "proof", v.ProofView(proof.calls, proof.ordinary, len(proof.faults), len(proof.exceptions))
        for fault, found in ((True, proof.faults), (False, proof.exceptions)):
            first = max(0, len(found) - v.RECENT_PASSINGS)
            for index, one in enumerate(found[first:], start=first + 1):
                key = f"passing/{'fault' if fault else 'exception'}-{index}"
                yield key, passing_view(one, fault=fault)

    def _spares(self) -> Iterator[tuple[str, v.SpareView]]:
        if self._today is None:
            return
        told = self._today.spares.told
        first = max(0, len(told) - v.RECENT_SPARES)
        for index, one in enumerate(told[first:], start=first + 1):
            own = self._today.tickets[one.ticket].own_text if one.ticket else ""
            yield f"spare/{index}", v.SpareView(one.text, one.ticket, own, one.was, one.taken_at, one.at)

    def _held(self, queues: frozenset[str]) -> Iterator[tuple[str, v.HeldView]]:
        if self._today is None:
            return
        for ticket in self._today.held.values():
            if ticket.stop.queue in queues:
                yield f"held/{ticket.id}", held_view(self._today, ticket)

    def _absent(self, queues: frozenset[str]) -> Iterator[tuple[str, v.AbsentView]]:
        """Those whose grace still runs."""
        day = self._today
        for ticket in (day.tickets[ticket] for ticket in day.absent) if day else ():
            if day and ticket.stops[day.absent[ticket.id]].queue in queues and may_return(day, ticket, self._at):
                yield f"absent/{ticket.id}", absent_view(day, ticket)

    def _counter(self, number: int) -> v.CounterView:
        """As whoever supervises it sees it: what advisors write about citizens is between them."""
        view = self._part(f"counter {number}")["counter"]
        assert isinstance(view, v.CounterView)
        if view.attention is None or not view.attention.note:
            return view
        return msgspec.structs.replace(view, attention=msgspec.structs.replace(view.attention, note=""))

    def _counter_desk(self, number: int) -> Shown:
        queues = self._catalogue.counter[number].queues
        shown: Shown = dict(self._part(f"counter {number}"))
        for prefix in queues:
            shown |= self._part(f"queue {prefix}")
            shown |= self._waiting_for(number, prefix)
        shown.update(self._held(frozenset(queues)))
        shown.update(self._absent(frozenset(queues)))
        shown.update(self._interrupted_at(number))
        return shown

    def _interrupted_at(self, number: int) -> Iterator[tuple[str, v.View]]:
        """What goes on and keeps this counter from attending something of its own."""
        catalogue = self._catalogue
        queues = catalogue.counter[number].queues
        own = [(s.queue, s.code) for s in catalogue.services if catalogue.serves(number, s.queue, s.code)]
        own += [(queue, "") for queue in queues]
        for one in self._today.interruptions.known.values() if self._today else ():
            if one.until is None and any(one.hits(catalogue, queue, service) for queue, service in own):
                yield f"interruption/{one.id}", interruption_view(one)

    def _waiting_for(self, number: int, prefix: str) -> Mapping[str, v.View]:
        """Those of a queue whom this counter serves; made once for all counters that serve the same of it."""
        advisor = self._today.counter(number).advisor if self._today else ""
        wanted = {view.service for view in self._in_line(prefix).values()}
        able = frozenset(code for code in wanted if self._catalogue.serves(number, prefix, code, advisor))
        if (prefix, able) not in self._able:
            of = {key: view for key, view in self._in_line(prefix).items() if view.service in able}
            self._able[prefix, able] = of, any(view.only_at for view in of.values())
        waiting, some_are_bound = self._able[prefix, able]
        if not some_are_bound:
            return waiting
        return {key: view for key, view in waiting.items() if view.only_at in (0, number)}

    def _in_line(self, prefix: str) -> dict[str, v.WaitingView]:
        return cast(dict[str, v.WaitingView], self._part(f"waiting {prefix}"))

    def _board(self, zone: str) -> Iterator[tuple[str, v.View]]:
        counters = [c for c in self._catalogue.counters if zone in ("", c.zone)]
        for prefix in dict.fromkeys(queue for counter in counters for queue in counter.queues):
            yield from self._part(f"queue {prefix}").items()
        numbers = {counter.number for counter in counters}
        calls = self._today.calls if self._today else []
        first = max(0, len(calls) - v.RECENT_CALLS)
        for index, call in enumerate(calls[first:], start=first + 1):
            if call.counter in numbers and self._today:
                ticket = self._today.tickets[call.ticket]
                languages = languages_of(self._catalogue, ticket.language)
                spoken = call.spoken_at is not None
                view = v.CallView(index, ticket.text, call.counter, call.recall, call.at, languages, spoken)
                yield f"call/{index}", view


def _no_notes(_ticket: int, _stop: int) -> str:
    return ""


def _no_slips(_ticket: int) -> tuple[str, ...]:
    return ()


def _stands(part: str, queues: set[str], counters: set[int], desks: set[int]) -> bool:
    """Whether a part is as it was, where only these queues, counters and desks can have changed."""
    kind, _, rest = part.partition(" ")
    if kind == "desk":
        return int(rest) not in desks
    if kind in ("waiting", "queue", "choices", "outlook", "phones"):
        return rest not in queues
    return kind in ("hall", "catalogue") or (kind == "counter" and int(rest) not in counters)


def touched(events: Iterable[e.Recorded], day: Day | None) -> tuple[set[str], set[int], bool]:
    """Queues and counters that events can have changed, and whether they changed more than those."""
    queues: set[str] = set()
    counters: set[int] = set()
    for recorded in events:
        event = recorded.event
        if isinstance(event, e.CallSpoken | e.HelpAsked | e.HelpAnswered):
            continue  # what is told of them is made anew every time
        ticket = day.tickets.get(getattr(event, "ticket", 0)) if day else None
        if day and ticket:
            attention = day.attentions.get(getattr(event, "attention", 0))
            for member in [ticket, *(member for member, _ in (day.party(attention.id) if attention else ()))]:
                queues.update(stop.queue for stop in member.stops)
                counters.update(stop.counter for stop in member.stops if stop.counter)  # what they can still undo
            counters.update([attention.counter] if attention else ())
        elif isinstance(event, e.CounterOpened | e.CounterPaused):
            counters.add(event.counter)
        else:
            return queues, counters, True
    return queues, counters, False


def changes(before: Shown, now: Shown) -> tuple[Shown, tuple[str, ...]]:
    """What to set and what is gone."""
    to_set = {key: view for key, view in now.items() if (was := before.get(key)) is not view and was != view}
    return to_set, tuple(key for key in before if key not in now)
