"""How the day of a queue ends, for whoever supervises it."""

from __future__ import annotations

from datetime import datetime, timedelta

from shared.domain.catalogue import Catalogue
from shared.domain.day import CounterStatus, Day
from shared.domain.ending import Override
from shared.domain.last_served import last_served
from shared.domain.last_ticket import closes_at, numbers_end
from shared.domain.observed import Kept
from shared.lan import views as v

STEP = timedelta(minutes=5)


def outlook_view(catalogue: Catalogue, day: Day, queue: str, at: datetime) -> v.OutlookView:
    kept = day.observed.kept.get(queue, Kept())
    done = last_served(catalogue, day, queue, at)
    closes = closes_at(catalogue, queue, at)
    return v.OutlookView(
        prefix=queue,
        closes_at=closes,
        last_served=_full(done) if done else None,
        last_ticket=catalogue.queue[queue].last_ticket.rule.value,
        how=day.last_ticket.get(queue, Override.POLICY.value),
        ended=closes is not None and numbers_end(catalogue, day, queue, "", at),
        promised=kept.called,
        kept=kept.kept,
    )


def tells_apart(catalogue: Catalogue, day: Day, queue: str) -> bool:
    """Whether the services of a queue can have different waits: not all counters attend all of them, or in turn."""
    if any(service.limits for service in catalogue.services_of[queue]):
        return True
    if any(one.service and one.until is None for one in day.interruptions.known.values()):
        return True
    for counter in catalogue.counters_of[queue]:
        state = day.counter(counter.number)
        if state.status is CounterStatus.OPEN and (counter.services or catalogue.skills_for.get(state.advisor)):
            return True
    return False


def _full(at: datetime) -> datetime:
    """Up to the next full five minutes: it changes seldom."""
    over = timedelta(minutes=at.minute % 5, seconds=at.second, microseconds=at.microsecond)
    return at - over + STEP if over else at
