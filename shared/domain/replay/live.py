"""Live a day again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.hall import Hall
from shared.domain.plan import Plan
from shared.domain.replay.agenda import Agenda
from shared.domain.replay.citizens import Citizens, appointments
from shared.domain.replay.counters import Counters
from shared.domain.replay.course import Course, Outcome, Seen
from shared.domain.replay.waiter import Rule
from shared.domain.trace import Trace


def _unseen(_hall: Hall, _events: Sequence[e.Event], _at: datetime) -> None:
    """Nobody looks on."""


def replay(
    catalogue: Catalogue,
    trace: Trace,
    plan: Plan,
    rule: Rule | None = None,
    passed: Callable[[int], None] = lambda _: None,
    *,
    hall: Hall | None = None,
    seen: Seen = _unseen,
) -> Outcome:
    """`rule`: instead of the catalogue's policy. `passed` is told how many visits came since.

    hall: a centre that has lived earlier days, and has learnt from them. seen: is told what happens, before it does.
    """
    agenda = Agenda(trace.header.day, catalogue.timezone)
    course = Course(catalogue, hall or Hall(), agenda, seen)
    citizens = Citizens(course, trace, passed)
    counters = Counters(course, citizens, plan, rule)
    known = [appointments(catalogue, trace)] if any(visit.slot for visit in trace.visits) else []
    course.begin([c.ChangeCatalogue(catalogue), *known, c.OpenDay(trace.header.day)])
    counters.begin()
    citizens.begin()
    agenda.run()
    course.order(c.CloseDay())
    return course.outcome
