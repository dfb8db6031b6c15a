"""Attention records: what the office keeps of a centre, made from its log and nothing else.

One record for each stop that ended: served, absent, cancelled, left at close or transferred. A pending stop is still
open and gives none until it ends. Stops that were planned but never reached give none either: nobody waited there,
so a record would count against a queue that never saw the citizen; the ticket's number tells what it came for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

import msgspec

from shared.domain.catalogue import Catalogue, Purpose
from shared.domain.events import (
    AttentionReopened,
    CallUndone,
    DayOpened,
    InterruptionEnded,
    InterruptionNoted,
    InterruptionWithdrawn,
    Recorded,
    ServicesCorrected,
    TicketReleased,
    VisitRated,
    decode_event,
)
from shared.domain.hall import Hall
from shared.domain.spells import shared_seconds
from shared.domain.ticket import ENDED, Attention, Stop, StopState, Ticket
from shared.lan.messages import Ancestor, LogEntry

Moment = Annotated[datetime, msgspec.Meta(tz=True)]
LARGEST_COUNT = 2**53  # what every reader of JSON and of SQLite holds exactly
Count = Annotated[int, msgspec.Meta(ge=0, le=LARGEST_COUNT)]


class Ending(StrEnum):
    """How a stop ended, in the words of the centre's own store."""

    SERVED = "served"
    ABSENT = "absent"
    CANCELLED = "cancelled"
    LEFT = "left_at_close"
    TRANSFERRED = "transferred"
    CHANGED = "changed"
    EXPIRED = "expired"


class AttentionRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One stop of one ticket, ended. Its key: centre, incarnation, ticket, stop, revision.

    incarnation: of the store in which the stop ended first; a restored store goes on revising what was before it.
    seq: of the event that ended it, what the office's cursor counts. service: what the citizen asked for, "" where only
    the queue is known. services: those stated as done, whatever the outcome. advisor: an id, never a name.
    called_at, because: the call that ended the wait. started_at: None when nobody was attended. attended_seconds: at
    counters, without the time left pending. counter, advisor: the last ones, 0 and "" when never called. calls: with
    recalls. A release forgets the stays before it: the citizen waits again. promised: minutes from and to, as told.
    Times are in whole seconds. wait_limit, attention_limit: in minutes, by the ANS in force that day.
    wait_interrupted, attention_interrupted: seconds of them inside a logged interruption, not to be counted against the
    limit. results: of the services stated, those that are a result, as a company constituted. satisfaction: 1 to 5.
    """

    centre: str
    incarnation: str
    ticket: Count
    stop: Count
    revision: Count
    seq: Count
    day: date
    number: str
    entity: str
    queue: str
    service: str
    services: tuple[str, ...]
    preferential: bool
    language: str
    outcome: Ending
    issued_at: Moment
    eligible_at: Moment
    called_at: Moment | None
    started_at: Moment | None
    ended_at: Moment
    attended_seconds: Count
    calls: Count
    counter: Count
    advisor: str
    promised: tuple[Count, Count] | None
    because: str
    wait_limit: Count | None = None
    wait_interrupted: Count = 0
    attention_limit: Count | None = None
    attention_interrupted: Count = 0
    results: tuple[str, ...] = ()
    satisfaction: Annotated[int, msgspec.Meta(ge=1, le=5)] | None = None


OUTCOME = {
    StopState.DONE: Ending.SERVED,
    StopState.ABSENT: Ending.ABSENT,
    StopState.CANCELLED: Ending.CANCELLED,
    StopState.LEFT: Ending.LEFT,
    StopState.TRANSFERRED: Ending.TRANSFERRED,
    StopState.CHANGED: Ending.CHANGED,
    StopState.EXPIRED: Ending.EXPIRED,
}


def recorded(entry: LogEntry) -> Recorded:
    """An entry of the log as it was sent, read. Raises msgspec.ValidationError when a known event is malformed."""
    day = date.fromisoformat(entry.day) if entry.day else None
    event = decode_event(bytes(entry.body))
    return Recorded(entry.seq, entry.at, day, entry.epoch, entry.device, entry.person, event)


class Records:
    """Watches the fold of a centre and tells which stop ended with which event.

    It may begin with the catalogue in force and the opening of any day. `ancestors`: of a restored store, oldest first.
    """

    def __init__(self, centre: str, incarnation: str, ancestors: Sequence[Ancestor] = ()) -> None:
        self._centre, self._incarnation, self._ancestors = centre, incarnation, ancestors
        self._hall = Hall()
        self._stays: dict[tuple[int, int], list[Attention]] = {}
        self._revisions: dict[tuple[int, int], int] = {}
        self._ended: dict[tuple[int, int], AttentionRecord] = {}  # of the day, as they were told last
        self._origins: dict[tuple[int, int], str] = {}  # of the day: the incarnation in which each ended first

    def take(self, entry: Recorded) -> list[AttentionRecord]:
        """Take the next event of the log. Raises LookupError when a stop ends in a centre without a catalogue.

        A group that is attended together ends as many stops with one event.
        """
        touched = [(ticket, ticket.at) for ticket in self._tickets_of(entry) if ticket.state not in ENDED]
        self._hall.apply(entry.event, entry.at)
        if isinstance(entry.event, DayOpened):
            self._stays.clear()
            self._revisions.clear()
            self._origins.clear()
            self._ended.clear()
        if isinstance(entry.event, InterruptionEnded | InterruptionNoted | InterruptionWithdrawn):
            return self._counted_anew(entry)
        if isinstance(entry.event, ServicesCorrected):
            return self._stated_anew(entry, entry.event)
        if isinstance(entry.event, VisitRated):
            return self._said_of(entry, entry.event)
        if isinstance(entry.event, AttentionReopened):
            return self._reopened(entry.event)
        records = []
        for ticket, index in touched:
            self._note_stay(entry, ticket, index)
            if ticket.stops[index].state in ENDED and ticket.stops[index].eligible_at:
                records.append(self._record(entry, ticket, index, ticket.stops[index]))
        return records

    def _tickets_of(self, entry: Recorded) -> list[Ticket]:
        """The ticket of an event, and those that come together with it."""
        day, event = self._hall.day, entry.event
        ticket = day.tickets.get(getattr(event, "ticket", 0)) if day else None
        if day is None or ticket is None:
            return []
        attention = day.attentions.get(getattr(event, "attention", 0))
        together = attention.together if attention else getattr(event, "together", ())
        return [ticket, *(day.tickets[other] for other in together)]

    def _reopened(self, event: AttentionReopened) -> list[AttentionRecord]:
        """The stop goes on; when it ends again its record is one more revision."""
        assert self._hall.day is not None
        for ticket, index in self._hall.day.party(event.attention):
            self._stays[ticket.id, index] = [self._hall.day.attentions[event.attention]]
        return []

    def _stated_anew(self, entry: Recorded, event: ServicesCorrected) -> list[AttentionRecord]:
        """Other services of the stops of an attention that had ended: one revision more."""
        assert self._hall.day is not None
        changed = []
        for ticket, index in self._hall.day.party(event.attention):
            record = self._ended.get((ticket.id, index))
            if record and ticket.stops[index].attention == event.attention:
                self._revisions[ticket.id, index] += 1
                anew = msgspec.structs.replace(
                    record, services=event.services, revision=self._revisions[ticket.id, index], seq=entry.seq
                )
                self._ended[ticket.id, index] = anew
                changed.append(anew)
        return changed

    def _said_of(self, entry: Recorded, event: VisitRated) -> list[AttentionRecord]:
        """The citizen said how a stop was that had ended: one revision more."""
        key = event.ticket, event.stop
        if key not in self._ended:
            return []
        self._revisions[key] += 1
        self._ended[key] = anew = msgspec.structs.replace(
            self._ended[key], satisfaction=event.satisfaction, revision=self._revisions[key], seq=entry.seq
        )
        return [anew]

    def _counted_anew(self, entry: Recorded) -> list[AttentionRecord]:
        """Of stops that ended already, those of which an interruption takes another part now: one revision more."""
        changed = []
        for key, record in self._ended.items():
            now = self._less_interruptions(record)
            if now != record:
                self._revisions[key] += 1
                changed.append(msgspec.structs.replace(now, revision=self._revisions[key], seq=entry.seq))
        self._ended.update(((record.ticket, record.stop), record) for record in changed)
        return changed

    def _incarnation_at(self, seq: int) -> str:
        return next((before.incarnation for before in self._ancestors if seq <= before.seq), self._incarnation)

    def _less_interruptions(self, record: AttentionRecord) -> AttentionRecord:
        """With how much of its wait and of its attention lies inside logged interruptions."""
        assert self._hall.day is not None
        catalogue, known = self._hall.centre.catalogue, self._hall.day.interruptions
        down = known.spans(catalogue, record.queue, record.service, record.ended_at)
        waited = [(record.eligible_at, record.called_at)] if record.called_at else []
        attended = [(record.started_at, record.ended_at)] if record.started_at else []
        return msgspec.structs.replace(
            record,
            wait_interrupted=round(shared_seconds(waited, down)),
            attention_interrupted=min(record.attended_seconds, round(shared_seconds(attended, down))),
        )

    def _note_stay(self, entry: Recorded, ticket: Ticket, index: int) -> None:
        assert self._hall.day is not None
        stays = self._stays.setdefault((ticket.id, index), [])
        if isinstance(entry.event, TicketReleased | CallUndone):
            stays.clear()
        stay = self._hall.day.attentions.get(ticket.stops[index].attention)
        if stay and stay.ended_at is None and stay not in stays:
            stays.append(stay)

    def _record(self, entry: Recorded, ticket: Ticket, index: int, stop: Stop) -> AttentionRecord:
        stays = self._stays.pop((ticket.id, index))
        revision = self._revisions[ticket.id, index] = self._revisions.get((ticket.id, index), -1) + 1
        first, last = (stays[0], stays[-1]) if stays else (None, None)
        started = [stay for stay in stays if stay.started_at]
        services = started[-1].services if started else ()
        assert self._hall.day is not None
        day = self._hall.day.day
        limits = self._hall.centre.catalogue.limits_of(stop.queue, day, stop.service)
        record = AttentionRecord(
            centre=self._centre,
            incarnation=self._origins.setdefault((ticket.id, index), self._incarnation_at(entry.seq)),
            ticket=ticket.id,
            stop=index,
            revision=revision,
            seq=entry.seq,
            day=day,
            number=ticket.text,
            entity=self._hall.centre.catalogue.queue[stop.queue].entity,
            queue=stop.queue,
            service=stop.service,
            services=services,
            results=tuple(code for code in services if _is_result(self._hall.centre.catalogue, code)),
            preferential=ticket.preferential,
            language=ticket.language,
            outcome=OUTCOME[stop.state],
            issued_at=_whole(ticket.issued_at),
            eligible_at=_whole(stop.eligible_at or ticket.issued_at),
            called_at=_whole(first.called_at) if first else None,
            started_at=_whole(started[0].started_at) if started and started[0].started_at else None,
            ended_at=_whole(entry.at),
            attended_seconds=round(sum(_seconds(stay) for stay in started)),
            calls=sum(stay.calls for stay in stays),
            counter=last.counter if last else 0,
            advisor=last.advisor if last else "",
            promised=stop.promised,
            because=first.because.rule if first else "",
            wait_limit=limits.wait,
            attention_limit=limits.service,
            satisfaction=stop.satisfaction,
        )
        self._ended[ticket.id, index] = record = self._less_interruptions(record)
        return record


def _is_result(catalogue: Catalogue, code: str) -> bool:
    """Whoever states that service as done has constituted a company."""
    return code in catalogue.service and catalogue.service[code].purpose is Purpose.COMPANY


def _whole(at: datetime) -> datetime:
    """To the second: what the ministry's indicators are told in, and a third of the bytes on the line."""
    return at.replace(microsecond=0)


def _seconds(stay: Attention) -> float:
    if stay.started_at is None or stay.ended_at is None:
        return 0.0
    return max(0.0, (stay.ended_at - stay.started_at).total_seconds())
