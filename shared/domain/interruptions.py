"""Logged interruptions: what cannot be attended though people are there, and since when.

While one is on, nobody is promised a wait there; its time is taken out of the ANS.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.refusals import Code, Refusal
from shared.domain.spells import Span

Orders = c.BeginInterruption | c.EndInterruption | c.NoteInterruption | c.WithdrawInterruption


@dataclass(frozen=True, slots=True)
class Interruption:
    """`until`: None while it goes on. Of the service, else the queue, else the entity, else the whole centre."""

    id: int
    reason: str
    since: datetime
    until: datetime | None = None
    entity: str = ""
    queue: str = ""
    service: str = ""
    by: str = ""

    @property
    def of(self) -> tuple[str, str, str]:
        return self.entity, self.queue, self.service

    def hits(self, catalogue: Catalogue, queue: str, service: str) -> bool:
        """Whether it keeps people from attending this service ("" where only the queue is known)."""
        if self.service:
            return service == self.service
        return self.queue == queue if self.queue else self.entity in ("", catalogue.queue[queue].entity)


@dataclass(slots=True)
class Interruptions:
    """Those of one day, by the number of each: the fold of their events. given: the last number, never given again."""

    known: dict[int, Interruption] = field(default_factory=dict)
    given: int = 0

    @property
    def next_id(self) -> int:
        return self.given + 1

    def apply(self, event: e.DayEvent, at: datetime) -> None:
        match event:
            case e.InterruptionBegan():
                self._take(event, at, None)
            case e.InterruptionNoted():
                self._take(event, event.since, event.until)
            case e.InterruptionEnded():
                self._end(self.known[event.interruption], at)
            case e.InterruptionWithdrawn():
                del self.known[event.interruption]
            case e.DayClosed():
                for one in [one for one in self.known.values() if one.until is None]:
                    self._end(one, at)

    def _take(self, event: e.InterruptionBegan | e.InterruptionNoted, since: datetime, until: datetime | None) -> None:
        of = (event.entity, event.queue, event.service, event.by)
        self.known[event.interruption] = Interruption(event.interruption, event.reason, since, until, *of)
        self.given = max(self.given, event.interruption)

    def _end(self, one: Interruption, at: datetime) -> None:
        self.known[one.id] = Interruption(one.id, one.reason, one.since, max(at, one.since), *one.of, one.by)

    def now(self, catalogue: Catalogue, queue: str, service: str) -> Interruption | None:
        """The one that goes on for a service ("" for any of the queue), the first of several."""
        going_on = (one for one in self.known.values() if one.until is None)
        return next((one for one in going_on if one.hits(catalogue, queue, service)), None)

    def spans(self, catalogue: Catalogue, queue: str, service: str, until: datetime) -> list[Span]:
        """When a service could not be attended; what still goes on, up to `until`."""
        hits = (one for one in self.known.values() if one.hits(catalogue, queue, service))
        return [(one.since, one.until or max(until, one.since)) for one in hits]


def decide(catalogue: Catalogue, known: Interruptions, command: Orders, at: datetime, today: date) -> list[e.Event]:
    """What follows from an order of a supervisor. `today`: the service day. Raises Refusal."""
    match command:
        case c.BeginInterruption():
            return [_begun(catalogue, known, command)]
        case c.EndInterruption():
            if _known(known.known, command.interruption).until is not None:
                raise Refusal(Code.INTERRUPTION_OVER, interruption=command.interruption)
            return [e.InterruptionEnded(command.interruption)]
        case c.NoteInterruption():
            return _noted(catalogue, known, command, at, today)
        case c.WithdrawInterruption():
            return [e.InterruptionWithdrawn(_known(known.known, command.interruption).id)]


def _begun(catalogue: Catalogue, known: Interruptions, command: c.BeginInterruption) -> e.InterruptionBegan:
    of = _checked(catalogue, command)
    same = _going_on(known.known.values(), of)
    if same:
        raise Refusal(Code.ALREADY_INTERRUPTED, interruption=same.id)
    return e.InterruptionBegan(known.next_id, command.reason, *of, command.by)


def _noted(
    catalogue: Catalogue, known: Interruptions, command: c.NoteInterruption, at: datetime, today: date
) -> list[e.Event]:
    of = _checked(catalogue, command)
    before = _known(known.known, command.interruption) if command.interruption else None
    may_go_on = before is not None and before.until is None
    until = command.until
    backwards = not command.since < (until or at) <= at
    other_day = command.since.astimezone(catalogue.timezone).date() != today
    if backwards or other_day or (until is None and not may_go_on):
        raise Refusal(
            Code.INTERRUPTION_TIMES,
            since=command.since.isoformat(),
            until=until.isoformat() if until else "",
        )
    noted = e.InterruptionNoted(
        before.id if before else known.next_id, command.reason, command.since, until, *of, command.by
    )
    same = before and Interruption(before.id, noted.reason, noted.since, noted.until, *of, noted.by) == before
    return [] if same else [noted]


def _checked(catalogue: Catalogue, command: c.BeginInterruption | c.NoteInterruption) -> tuple[str, str, str]:
    """What it is of: the narrowest that is named. Raises Refusal."""
    if command.reason not in c.INTERRUPTION_REASONS:
        raise Refusal(Code.UNKNOWN_REASON, reason=command.reason)
    if command.by and command.by not in catalogue.advisor:
        raise Refusal(Code.UNKNOWN_ADVISOR, advisor=command.by)
    if command.service:
        if command.service not in catalogue.service:
            raise Refusal(Code.UNKNOWN_SERVICE, service=command.service)
        return "", "", command.service
    if command.queue:
        if command.queue not in catalogue.queue:
            raise Refusal(Code.UNKNOWN_QUEUE, queue=command.queue)
        return "", command.queue, ""
    if command.entity and command.entity not in catalogue.entity:
        raise Refusal(Code.UNKNOWN_ENTITY, entity=command.entity)
    return command.entity, "", ""


def _known(known: Mapping[int, Interruption], interruption: int) -> Interruption:
    if interruption not in known:
        raise Refusal(Code.UNKNOWN_INTERRUPTION, interruption=interruption)
    return known[interruption]


def _going_on(known: Iterable[Interruption], of: tuple[str, str, str]) -> Interruption | None:
    return next((one for one in known if one.until is None and one.of == of), None)
