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


class Hold(msgspec.Struct, frozen=True, omit_defaults=True):
    """Left pending. Seconds: after so much of the attention; away until called back (null: never); from that call to
    its start. reason: of HOLD_REASONS."""

    after: float
    away: float | None = None
    presentation: float = 0.0
    reason: str = "other"


class Task(msgspec.Struct, frozen=True, omit_defaults=True):
    """What happens at one stop. Seconds.

    presentation: from call to start, or to being given up. attention: from start to end. absent: never comes when
    called. patience: gone once the stop waited so long (null: stays); `says_so`: cancels the ticket then, instead of
    leaving in silence and being called in vain. sent_on: ends with a transfer to the queue of the next task.
    held: how often the ticket is left pending. released: after so many seconds of each of its first calls a supervisor
    takes it away from the counter. by_hand: an advisor calls it by hand once it has waited so long.
    """

    queue: str
    service: str = ""
    attention: float = 0.0
    presentation: float = 45.0
    absent: bool = False
    patience: float | None = None
    says_so: bool = False
    sent_on: bool = False
    held: tuple[Hold, ...] = ()
    released: tuple[float, ...] = ()
    by_hand: float | None = None


class Visit(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="type", tag="visit"):
    """One citizen with one ticket. `at`: when it is taken, with its offset from UTC.

    goal: the service that the ticket is for; "" for that of the last task. slot: of an appointment, to be checked
    in. group: a number that those share who belong together, 0 for nobody. sign: asks for sign language.
    """

    at: datetime
    tasks: tuple[Task, ...]
    preferential: bool = False
    language: str = "es"
    goal: str = ""
    slot: datetime | None = None
    group: int = 0
    sign: bool = False


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
    if visit.slot and visit.slot.tzinfo is None:
        raise TraceError(f"line {number} of the trace: `slot` needs its offset from UTC, such as -05:00")
    if visit.tasks[-1].sent_on:
        raise TraceError(f"line {number} of the trace: the last task is sent on to nowhere")
    if any(seconds < 0 for task in visit.tasks for seconds in _times(task)):
        raise TraceError(f"line {number} of the trace: a time below 0")


def _times(task: Task) -> tuple[float, ...]:
    held = [seconds for hold in task.held for seconds in (hold.after, hold.away or 0, hold.presentation)]
    return task.attention, task.presentation, task.patience or 0, task.by_hand or 0, *task.released, *held
