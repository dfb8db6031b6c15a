"""How a day was staffed: ocupabilidad of counters and advisors, and puntualidad.

The ministry names both and gives no formula for the second: here it is derived from the sign-ins against the hours of
the centre file. An advisor is due when working hours begin, and again when lunch ends; on time is who is signed in,
not paused, at that moment. Who did not come at all that day is not known to the hall, and not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import NamedTuple

import msgspec

from shared.domain.catalogue import Catalogue, spans
from shared.domain.day import Day
from shared.domain.spells import Span, Spell, joined, seconds, shared_seconds, without


class Group(NamedTuple):
    """What a figure is about: `by` is one of GROUPINGS, `key` which of them ("" for the whole centre)."""

    by: str
    key: str


class Staffing(msgspec.Struct, frozen=True):
    """counters: how many there are. staffed: how many of them had somebody that day (of an advisor: days attended).

    occupancy (ocupabilidad): attended / hours. punctual: share of those staffed that had somebody when their first
    entity opened. hours: seconds to be attended; attended: of these, with somebody signed in. opened: of those staffed,
    how many in time. due: how often the advisors had to be there; on_time: of these, how often they were (puntualidad).
    Of several days all but the two shares are sums.
    """

    counters: int = 0
    staffed: int = 0
    occupancy: float | None = None
    punctual: float | None = None
    hours: float = 0.0
    attended: float = 0.0
    opened: int = 0
    due: int = 0
    on_time: int = 0

    @property
    def punctuality(self) -> float | None:
        """Puntualidad of the advisors, 0 to 1."""
        return self.on_time / self.due if self.due else None


def day_staffing(catalogue: Catalogue, day: Day) -> dict[Group, Staffing]:
    """Each counter and each advisor; those of each queue, entity and of the whole centre together."""
    at: dict[Group, list[Staffing]] = {}
    for counter in catalogue.counters:
        spells = day.spells.get(counter.number, [])
        for group in _groups(catalogue, counter.number):
            at.setdefault(group, []).append(_of_counter(catalogue, day, counter.number, spells))
    for advisor, spells in _by_advisor(day).items():
        person = _of_advisor(catalogue, day, advisor, spells)
        at[Group("advisor", advisor)] = [person]
        due = Staffing(due=person.due, on_time=person.on_time)
        for group in _groups(catalogue, spells[0].counter):
            at.setdefault(group, []).append(due)
    return {group: together(parts) for group, parts in at.items()}


def together(parts: Iterable[Staffing]) -> Staffing:
    """Of several counters, advisors or days."""
    parts = list(parts)
    hours, staffed = sum(part.hours for part in parts), sum(part.staffed for part in parts)
    attended, opened = sum(part.attended for part in parts), sum(part.opened for part in parts)
    counters = sum(part.counters for part in parts)
    return Staffing(
        counters=counters,
        staffed=staffed,
        occupancy=round(attended / hours, 4) if hours else None,
        punctual=round(opened / staffed, 4) if staffed and counters else None,
        hours=hours,
        attended=attended,
        opened=opened,
        due=sum(part.due for part in parts),
        on_time=sum(part.on_time for part in parts),
    )


def _groups(catalogue: Catalogue, number: int) -> list[Group]:
    """All that a counter belongs to; nothing for one that the catalogue has no more."""
    if number not in catalogue.counter:
        return []
    queues = catalogue.counter[number].queues
    entities = dict.fromkeys(catalogue.queue[queue].entity for queue in queues)
    of_queues = [Group("queue", queue) for queue in queues]
    of_entities = [Group("entity", entity) for entity in entities]
    return [Group("centre", ""), Group("counter", str(number)), *of_queues, *of_entities]


def _of_counter(catalogue: Catalogue, day: Day, counter: int, spells: Sequence[Spell]) -> Staffing:
    """Within the hours of the entities that it serves."""
    hours = counter_hours(catalogue, day, counter)
    return Staffing(
        counters=1,
        staffed=int(bool(spells)),
        hours=seconds(hours),
        attended=shared_seconds(_there(spells), hours),
        opened=int(bool(hours and spells and spells[0].since <= hours[0][0])),
    )


def _of_advisor(catalogue: Catalogue, day: Day, advisor: str, spells: Sequence[Spell]) -> Staffing:
    hours = working_hours(catalogue, day, advisor, spells[0].counter)
    on_time = sum(any(_attends(spell, since) for spell in spells) for since, _ in hours)
    attended = shared_seconds(_there(spells), hours)
    return Staffing(staffed=1, hours=seconds(hours), attended=attended, due=len(hours), on_time=on_time)


def working_hours(catalogue: Catalogue, day: Day, advisor: str, counter: int) -> list[Span]:
    """When an advisor has to be at a counter, without lunch: own hours, else those of the first counter of the day."""
    known = catalogue.advisor.get(advisor)
    own = spans(known.hours, day.day, catalogue.timezone) if known else []
    hours = own or counter_hours(catalogue, day, counter)
    lunch = (known.lunch if known else None) or (
        catalogue.counter[counter].lunch if counter in catalogue.counter else None
    )
    return list(without(hours, _span(catalogue, day, lunch)))


def counter_hours(catalogue: Catalogue, day: Day, counter: int) -> list[Span]:
    if counter not in catalogue.counter:
        return []
    return joined(
        span
        for queue in catalogue.counter[counter].queues
        for span in catalogue.openings(catalogue.queue[queue].entity, day.day)
    )


def _span(catalogue: Catalogue, day: Day, lunch: tuple[time, time] | None) -> Span | None:
    if lunch is None:
        return None
    since, until = (datetime.combine(day.day, moment, catalogue.timezone) for moment in lunch)
    return since, until


def _by_advisor(day: Day) -> dict[str, list[Spell]]:
    """The spells of each who signed in, in order."""
    found: dict[str, list[Spell]] = {}
    for spell in sorted((s for spells in day.spells.values() for s in spells), key=lambda s: s.since):
        found.setdefault(spell.advisor, []).append(spell)
    return found


def _there(spells: Sequence[Spell]) -> list[Span]:
    return [(spell.since, spell.until) for spell in spells if spell.until is not None]


def _attends(spell: Spell, at: datetime) -> bool:
    return not spell.paused and spell.since <= at and (spell.until is None or at < spell.until)
