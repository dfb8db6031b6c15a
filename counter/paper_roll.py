"""Numbers of a paper roll as people type them: "12-30 10:40-11:20", the numbers and when they were given."""

from __future__ import annotations

import re
from datetime import datetime, time

from shared.domain.catalogue import Catalogue
from shared.domain.commands import MOST_PAPER, EnterPaper
from shared.domain.spare import LARGEST

RANGE = r"(\d{1,3})(?: *(?:-|a) *(\d{1,3}))?[ ,]+(?:de +)?(\d{1,2}):(\d{2})(?: *(?:-|a) *(\d{1,2}):(\d{2}))?"
WRITTEN = re.compile(RANGE)
WITH_QUEUE = re.compile(rf"([A-Za-z]{{2}})[ :]+({RANGE})")


def written(catalogue: Catalogue, queue: str, query: str, at: datetime) -> EnterPaper | None:
    """For a queue, today; None for what is not complete."""
    found = WRITTEN.fullmatch(query.strip())
    if not found or queue not in catalogue.queue:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    try:
        begins = _today(catalogue, at, found[3], found[4])
        ends = _today(catalogue, at, found[5], found[6]) if found[5] else begins
    except ValueError:
        return None
    if not 0 < first <= last <= LARGEST or last - first >= MOST_PAPER or begins > ends or begins > at:
        return None
    return EnterPaper(first, last, begins, ends, queue=queue)


def with_queue(catalogue: Catalogue, query: str, at: datetime) -> EnterPaper | None:
    """The same where the queue is typed before: "PJ 12-30 10:40-11:20"."""
    found = WITH_QUEUE.fullmatch(query.strip())
    return written(catalogue, found[1].upper(), found[2], at) if found else None


def _today(catalogue: Catalogue, at: datetime, hour: str, minute: str) -> datetime:
    """Raises ValueError for an hour that there is not."""
    today = at.astimezone(catalogue.timezone).date()
    return datetime.combine(today, time(int(hour), int(minute)), catalogue.timezone)
