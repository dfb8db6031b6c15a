"""When a counter is away for lunch on a day."""

from __future__ import annotations

from datetime import date, datetime, time

from shared.domain.catalogue import Catalogue, Counter
from shared.domain.spells import Span


def lunch_on(catalogue: Catalogue, counter: Counter, day: date, lunch: tuple[time, time] | None) -> Span | None:
    """From and until; None where it has none, or where all that it serves has closed by then, as on a Saturday."""
    if lunch is None:
        return None
    since, until = (datetime.combine(day, at, catalogue.timezone) for at in lunch)
    spans = [span for queue in counter.queues for span in catalogue.openings(catalogue.queue[queue].entity, day)]
    return (since, until) if any(closes > since for _, closes in spans) else None
