"""`suyana generate-day`: a day that could have been, written as a trace."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from random import Random

from shared.domain.catalogue import Catalogue
from shared.domain.generate import generate_day
from shared.domain.trace import Trace, write_trace
from shared.reports.table import Table, as_text


def write_day(catalogue: Catalogue, day: date, seed: int, factor: float, out: Path) -> str:
    """Writes the trace and returns its summary. Raises ValueError on a day off, OSError."""
    source = f"generated, seed {seed}" + (f", factor {factor:g}" if factor != 1 else "")
    trace = generate_day(catalogue, day, Random(seed), source, factor)
    out.write_bytes(write_trace(trace))
    return f"{as_text(summary(catalogue, trace))}\n\nWritten to {out}"


def summary(catalogue: Catalogue, trace: Trace) -> Table:
    """Stops by queue, and how people are."""
    visits, count = trace.visits, max(1, len(trace.visits))
    stops = Counter(task.queue for visit in visits for task in visit.tasks)
    work = dict.fromkeys(catalogue.queue, 0.0)
    for visit in visits:
        for task in visit.tasks:
            work[task.queue] += task.attention / 60
    rows = [
        (q.prefix, q.name, q.demand, stops[q.prefix], work[q.prefix] / stops[q.prefix] if stops[q.prefix] else None)
        for q in catalogue.queues
    ]
    shares = {
        "preferential": sum(visit.preferential for visit in visits),
        "of two or more stops": sum(sum(not task.sent_on for task in visit.tasks) > 1 for visit in visits),
        "with an appointment": sum(visit.slot is not None for visit in visits),
        "left pending once": sum(any(task.held for task in visit.tasks) for visit in visits),
        "of a family or group": sum(visit.group > 0 for visit in visits),
        "in another language or sign language": sum(visit.language != "es" or visit.sign for visit in visits),
        "sent on from a wrong queue": sum(any(task.sent_on for task in visit.tasks) for visit in visits),
        "never come when called": sum(any(task.absent for task in visit.tasks) for visit in visits),
        "leave unless called soon": sum(any(task.patience is not None for task in visit.tasks) for visit in visits),
    }
    notes = [f"{trace.stops} stops of {len(visits)} tickets"]
    notes += [f"{share / count:6.1%} {what}" for what, share in shares.items()]
    title = f"{catalogue.name}, {trace.header.day:%A %d %B %Y}, {trace.header.source}"
    return Table(title, ("queue", "", "demand", "stops", "minutes each"), rows, notes)
