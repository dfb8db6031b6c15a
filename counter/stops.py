"""The stops planned after the one at hand, changed at the counter: the whole list, as the order takes it."""

from __future__ import annotations

from collections.abc import Sequence

from shared.domain import commands as c
from shared.domain.catalogue import Service
from shared.domain.events import PlannedStop
from shared.lan.views import StopView


def planned(stops: Sequence[StopView]) -> list[PlannedStop]:
    return [PlannedStop(stop.queue, stop.service, stop.gap, free=stop.free) for stop in stops]


def with_another(number: int, stops: Sequence[StopView], service: Service) -> c.PlanStops:
    """One more, at the end."""
    return c.PlanStops(number, (*planned(stops), PlannedStop(service.queue, service.code)))


def without(number: int, stops: Sequence[StopView], index: int) -> c.PlanStops:
    rest = planned(stops)
    del rest[index]
    return c.PlanStops(number, tuple(rest))


def with_first(number: int, stops: Sequence[StopView], index: int) -> c.PlanStops:
    rest = planned(stops)
    return c.PlanStops(number, (rest.pop(index), *rest))
