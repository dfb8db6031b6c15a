"""The times of each stop that somebody waited at, by the ministry's definitions, from the fold of a day.

Source of the definitions: the back-office of the Centros MAC, which takes them from Novo SGA. A time that does not
exist is None, never 0, and is never averaged. All times in seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from shared.domain.catalogue import Catalogue
from shared.domain.day import Day
from shared.domain.spells import shared_seconds
from shared.domain.ticket import Attention, Outcome, Stop, StopState, Ticket


@dataclass(frozen=True, slots=True)
class MeasuredStop:
    """One stop that could be called.

    wait (espera): called - arrival at this stop. presentation: start - call. attention: start to end, the sum of its
    stays where it was left pending. total: wait + attention, hence without the presentation. arrived: when it could be
    called. hour: of that, in the centre's zone. excluded, attention_excluded: of the wait and of the attention, inside
    a logged interruption. services: coded.
    A release by the supervisor forgets the stays before it: the citizen waits again.
    """

    day: date
    ticket: int
    queue: str
    service: str
    entity: str
    hour: int
    arrived: datetime
    preferential: bool
    state: StopState
    counter: int
    advisor: str
    wait: float | None
    presentation: float | None
    attention: float | None
    attentions: int
    services: tuple[str, ...]
    wait_limit: int
    attention_limit: int
    promised: tuple[int, int] | None
    excluded: float = 0.0
    attention_excluded: float = 0.0

    @property
    def total(self) -> float | None:
        return None if self.wait is None or self.attention is None else self.wait + self.attention

    @property
    def wait_in_time(self) -> bool | None:
        """Whether the wait kept its ANS limit, interruptions not counted; None where there was no call."""
        return None if self.wait is None else self.wait - self.excluded <= self.wait_limit

    @property
    def attention_in_time(self) -> bool | None:
        """The same of the attention."""
        return None if self.attention is None else self.attention - self.attention_excluded <= self.attention_limit

    @property
    def wait_in_time_whole(self) -> bool | None:
        """The same with the interruptions counted, as the citizen lived it."""
        return None if self.wait is None else self.wait <= self.wait_limit

    @property
    def attention_in_time_whole(self) -> bool | None:
        return None if self.attention is None else self.attention <= self.attention_limit


def measured(catalogue: Catalogue, day: Day) -> list[MeasuredStop]:
    """Every stop of the day that could be called, in order of tickets."""
    stays = stays_of(day)
    return [
        _measure(catalogue, day, ticket, stop, stays.get((ticket.id, index), []))
        for ticket in day.tickets.values()
        for index, stop in enumerate(ticket.stops)
        if stop.eligible_at is not None
    ]


def stays_of(day: Day) -> dict[tuple[int, int], list[Attention]]:
    """The stays of each stop, by ticket and index of the stop, in order.

    Without those before a release and before a return of somebody who had been absent: since then the citizen waits
    again. An undone call was none. A group has one stay, which counts for the stop of each of its tickets.
    """
    stays: dict[tuple[int, int], list[Attention]] = {}
    for attention in day.attentions.values():
        for ticket, stop in day.party(attention.id):
            at = stays.setdefault((ticket.id, stop), [])
            if at and at[-1].outcome is Outcome.ABSENT:
                at.clear()
            if attention.outcome is Outcome.RELEASED:
                at.clear()
            elif attention.outcome is not Outcome.UNDONE:
                at.append(attention)
    return stays


def _measure(catalogue: Catalogue, day: Day, ticket: Ticket, stop: Stop, stays: list[Attention]) -> MeasuredStop:
    assert stop.eligible_at is not None
    first, last = (stays[0], stays[-1]) if stays else (None, None)
    started = [stay for stay in stays if stay.started_at]
    own = [stay for stay in started if stay.ticket == ticket.id]  # of a group, the first ticket counts its stay
    ended = [(stay.ended_at - stay.started_at).total_seconds() for stay in started if stay.ended_at and stay.started_at]
    limits = catalogue.limits_of(stop.queue, day.day, stop.service)
    waited = [(stop.eligible_at, first.called_at)] if first else []
    attended = [(stay.started_at, stay.ended_at) for stay in started if stay.started_at and stay.ended_at]
    until = max((until for _, until in waited + attended), default=stop.eligible_at)
    down = day.interruptions.spans(catalogue, stop.queue, stop.service, until)
    return MeasuredStop(
        day=day.day,
        ticket=ticket.id,
        queue=stop.queue,
        service=stop.service,
        entity=catalogue.queue[stop.queue].entity,
        hour=stop.eligible_at.astimezone(catalogue.timezone).hour,
        arrived=stop.eligible_at,
        preferential=ticket.preferential,
        state=stop.state,
        counter=last.counter if last else 0,
        advisor=last.advisor if last else "",
        wait=max(0.0, (first.called_at - stop.eligible_at).total_seconds()) if first else None,
        presentation=_presentation(started[0]) if started else None,
        attention=sum(ended) if ended and len(ended) == len(started) else None,
        attentions=len(own),
        services=own[-1].services if own else (),
        wait_limit=limits.wait * 60,
        attention_limit=limits.service * 60,
        promised=stop.promised,
        excluded=shared_seconds(waited, down) if down else 0.0,
        attention_excluded=shared_seconds(attended, down) if down else 0.0,
    )


def _presentation(stay: Attention) -> float | None:
    return (stay.started_at - stay.called_at).total_seconds() if stay.started_at else None
