"""`suyana sync status`: what the running sync left, as lines for whoever reads them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from shared.domain.commands import PutAside
from sync.progress import Status

FRESH = timedelta(seconds=30)  # it is written every few seconds


def is_running(status: Status, now: datetime) -> bool:
    return now - status.written_at < FRESH


def lines(status: Status, now: datetime) -> Iterator[str]:
    """For whoever keeps the machine, in English as the logs."""
    line = status.line
    yield f"centre {status.centre}, office {status.office}"
    if not is_running(status, now):
        yield f"sync does not run here: what follows was so at {_at(status.written_at)}"
    yield f"line: {line.state}{_speed(line.speed)}{_heard(line.heard_at)}"
    if line.problem:
        yield f"  {line.problem}"
    yield f"waiting: {_records(line.waiting)}{' and more, not counted yet' if line.more else ''}{_oldest(line.oldest)}"
    yield f"put aside by the office: {_records(line.parked_count)}"
    yield from (f"  {_parked(each)}" for each in line.parked)
    yield f"both ends have the same: {_proved(line.proved, line.unlike)}"
    appointments = f"appointments up to change {status.appointments}"
    yield f"from the office: {_template(status)}, {appointments}, {_notices(line.notices)}"
    wanted = f"; the office wants {line.wanted}" if line.wanted not in ("", line.running) else ""
    yield f"program: {line.running or 'not installed'}{wanted}"


def _records(count: int) -> str:
    return "1 record" if count == 1 else f"{count} records"


def _at(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _speed(speed: int) -> str:
    return f", {speed / 1000:.1f} kB/s" if speed else ""


def _heard(at: datetime | None) -> str:
    return f"; the office answered last at {_at(at)}" if at else "; the office has not answered yet"


def _oldest(at: datetime | None) -> str:
    return f"; the oldest since {_at(at)}" if at else ""


def _proved(until: date | None, unlike: date | None) -> str:
    said = f"proved of each day until {until}" if until else "no day was compared yet"
    return f"{said}; NOT of {unlike}: see the log of sync" if unlike else said


def _parked(one: PutAside) -> str:
    return f"event {one.seq}, ticket {one.number} of {one.day}: {one.reason}"


def _template(status: Status) -> str:
    waits = f" ({status.template_waits} waits for an opening)" if status.template_waits else ""
    return f"catalogue {status.template}{waits}" if status.template or waits else "no catalogue"


def _notices(version: int) -> str:
    return f"notices {version}" if version else "no notices"
