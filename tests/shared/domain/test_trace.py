"""A trace is written in lines that a person can read, and what is wrong in one is said with its number."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from shared.domain.catalogue import Catalogue
from shared.domain.generate import generate_day
from shared.domain.trace import TraceError, read_trace, write_trace

HEADER = b'{"type":"trace","centre":"region-sur","day":"2026-11-24","source":"by hand","version":1}'
VISIT = b'{"type":"visit","at":"2026-11-24T08:31:00-05:00","tasks":[{"queue":"PJ","service":"PJ02","attention":240}]}'


def test_what_was_written_is_read(region_sur: Catalogue) -> None:
    trace = generate_day(region_sur, date(2026, 11, 24), Random(1), "generated, seed 1")
    assert read_trace(write_trace(trace).splitlines()) == trace


def test_a_line_needs_no_more_than_what_is_not_usual() -> None:
    trace = read_trace([HEADER, VISIT])
    assert trace.stops == 1
    task = trace.visits[0].tasks[0]
    assert (task.presentation, task.absent, task.patience, trace.visits[0].preferential) == (45, False, None, False)


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ([], "the trace is empty"),
        ([VISIT], "line 1 of the trace: a trace has its header in line 1"),
        ([HEADER, HEADER], "line 2 of the trace: a trace has its header"),
        ([HEADER, b"{"], "line 2 of the trace"),
        ([HEADER.replace(b":1}", b":2}"), VISIT], "version 2, which is not known here"),
        ([HEADER, VISIT.replace(b"-05:00", b"")], "line 2 of the trace: `at` needs its offset"),
        ([HEADER, VISIT, VISIT.replace(b"08:31", b"08:30")], "line 3 of the trace: earlier than the line before"),
        ([HEADER, VISIT.replace(b"240", b"-1")], "line 2 of the trace: a time below 0"),
        ([HEADER, VISIT.replace(b":240", b':240,"sent_on":true')], "line 2 of the trace: the last task is sent on"),
        ([HEADER, b'{"type":"visit","at":"2026-11-24T08:31:00-05:00","tasks":[]}'], "a visit needs a task"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(lines: list[bytes], sentence: str) -> None:
    with pytest.raises(TraceError, match=sentence):
        read_trace(lines)
