"""A day as it could be lived again: who came when and for what, and how long each stay at a counter takes.

Written as JSON lines, one a person can read: a `trace` line with the day, then a `visit` line for each citizen in
order of arrival. What the rules decide (who is called when, at which counter) is not in it. `docs/reports.md` has an
example.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import msgspec


class TraceError(ValueError):
    """A trace cannot be read, in one sentence."""


class Task(msgspec.Struct, frozen=True, omit_defaults=True):
    """What happens at one stop. Seconds.

    presentation: from call to start, or to being given up. attention: from start to end. absent: never comes when
    called. patience: gone once the stop waited so long (null: stays); `says_so`: cancels the ticket then, instead of
    leaving in silence and being called in vain. sent_on: ends with a transfer to the queue of the next task.
    """

    queue: str
    service: str = ""
    attention: float = 0.0
    presentation: float = 45.0
    absent: bool = False
    patience: float | None = None
    says_so: bool = False
    sent_on: bool = False


class Visit(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="type", tag="visit"):
    """One citizen with one ticket. `at`: when it is taken, with its offset from UTC.

    goal: the service that the ticket is for; "" for that of the last task.
    """

    at: datetime
    tasks: tuple[Task, ...]
    preferential: bool = False
    language: str = "es"
    goal: str = ""


class Header(msgspec.Struct, frozen=True, tag_field="type", tag="trace"):
    """Which day of which centre, and where it comes from: `generated, seed 7`."""

    centre: str
    day: date
    source: str
    version: int = 1


class Trace(msgspec.Struct, frozen=True):
    header: Header
    visits: tuple[Visit, ...]

    @property
    def stops(self) -> int:
        return sum(len(visit.tasks) for visit in self.visits)


_decoder = msgspec.json.Decoder(Header | Visit)


def write_trace(trace: Trace) -> bytes:
    """JSON lines."""
    return b"".join(msgspec.json.encode(line) + b"\n" for line in (trace.header, *trace.visits))


def read_trace(lines: Iterable[bytes]) -> Trace:
    """Raises TraceError with the number of the line that is wrong."""
    header: Header | None = None
    visits: list[Visit] = []
    for number, line in enumerate(lines, 1):
        try:
            found = _decoder.decode(line)
        except msgspec.MsgspecError as error:
            raise TraceError(f"line {number} of the trace: {error}") from None
        if isinstance(found, Header) is not (number == 1):
            raise TraceError(f"line {number} of the trace: a trace has its header in line 1, and one only")
        if isinstance(found, Header):
            header = found
        else:
            _must_make_sense(found, number, visits)
            visits.append(found)
    if header is None:
        raise TraceError("the trace is empty")
    if header.version != 1:
        raise TraceError(f"the trace is of version {header.version}, which is not known here: 1 is")
    return Trace(header, tuple(visits))


def _must_make_sense(visit: Visit, number: int, before: list[Visit]) -> None:
    if not visit.tasks:
        raise TraceError(f"line {number} of the trace: a visit needs a task")
    if visit.at.tzinfo is None:
        raise TraceError(f"line {number} of the trace: `at` needs its offset from UTC, such as -05:00")
    if before and visit.at < before[-1].at:
        raise TraceError(f"line {number} of the trace: earlier than the line before")
    if visit.tasks[-1].sent_on:
        raise TraceError(f"line {number} of the trace: the last task is sent on to nowhere")
    if any(task.attention < 0 or task.presentation < 0 or (task.patience or 0) < 0 for task in visit.tasks):
        raise TraceError(f"line {number} of the trace: a time below 0")
