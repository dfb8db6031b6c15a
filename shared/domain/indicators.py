"""The figures of a day or a month: how long people waited and were attended, and whether what was promised was kept.

Computed from the fold of the events alone, so that any past day gives the same figures again. `docs/reports.md` says
what each figure means. Tickets, stops, attentions and coded services are counted apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import ceil

import msgspec

from shared.domain.catalogue import Catalogue
from shared.domain.day import Day
from shared.domain.measured import MeasuredStop, measured
from shared.domain.staffing import Group as Group, Staffing as Staffing, day_staffing
from shared.domain.ticket import StopState


class Spread(msgspec.Struct, frozen=True):
    """How values are spread: `count` of them, the others in seconds and None where there are none."""

    count: int = 0
    mean: float | None = None
    p50: float | None = None
    p90: float | None = None
    p95: float | None = None
    max: float | None = None


class Figures(msgspec.Struct, frozen=True):
    """All figures of a group of stops.

    tickets: distinct numbers. stops: that could be called. attentions: stays at a counter. services: coded.
    absent: called and did not come (no-show; MAC's *Abandono*). cancelled: before the call. changed: the citizen
    wanted another service. expired: a return leg whose time went by. left: still there when the day closed.
    wait_within of wait_counted: ANS of the wait, without the time of logged interruptions; attention_within likewise;
    wait_within_whole, attention_within_whole: the same with it. excluded: that time, in seconds. promised: stops with a
    range that were called; kept: called no later than its second figure; in_range: between both; bias: median of the
    wait minus the first figure, seconds.
    """

    tickets: int
    stops: int
    attentions: int
    services: int
    served: int
    transferred: int
    absent: int
    cancelled: int
    changed: int
    expired: int
    left: int
    wait: Spread
    presentation: Spread
    attention: Spread
    total: Spread
    wait_counted: int
    wait_within: int
    attention_counted: int
    attention_within: int
    promised: int
    kept: int
    in_range: int
    bias: float | None
    staffing: Staffing = Staffing()
    wait_within_whole: int = 0
    attention_within_whole: int = 0
    excluded: float = 0.0

    @property
    def wait_share(self) -> float | None:
        """ANS compliance of the wait, 0 to 1."""
        return share(self.wait_within, self.wait_counted)

    @property
    def attention_share(self) -> float | None:
        return share(self.attention_within, self.attention_counted)

    @property
    def wait_share_whole(self) -> float | None:
        """ANS compliance of the wait with the interruptions counted."""
        return share(self.wait_within_whole, self.wait_counted)

    @property
    def absent_share(self) -> float | None:
        """No-shows among the stops that were called."""
        return share(self.absent, self.wait_counted)

    @property
    def abandoned_share(self) -> float | None:
        """Stops that ended without a call among all stops: cancelled, expired, or still waiting at the close.

        A service that was changed is none: its citizen waits on, at another stop.
        """
        return share(self.stops - self.changed - self.wait_counted, self.stops - self.changed)


GROUPINGS: dict[str, Callable[[MeasuredStop], str]] = {
    "centre": lambda _: "",
    "class": lambda stop: "preferential" if stop.preferential else "ordinary",
    "entity": lambda stop: stop.entity,
    "queue": lambda stop: stop.queue,
    "service": lambda stop: stop.service,
    "hour": lambda stop: f"{stop.hour:02d}",
    "counter": lambda stop: str(stop.counter or ""),
    "advisor": lambda stop: stop.advisor,
    "day": lambda stop: stop.day.isoformat(),
    "month": lambda stop: f"{stop.day:%Y-%m}",
}
OF_A_DAY = ("centre", "class", "entity", "queue", "service", "hour", "counter", "advisor")


def day_figures(catalogue: Catalogue, day: Day) -> dict[Group, Figures]:
    """All figures of one day. `catalogue`: the one in force when it closed."""
    stops = measured(catalogue, day)
    staffing = day_staffing(catalogue, day)
    found: dict[Group, Figures] = {}
    for by in OF_A_DAY:
        for key, of in grouped(stops, by).items():
            found[Group(by, key)] = figures(of, staffing.pop(Group(by, key), Staffing()))
    unvisited = {group: figures([], attended) for group, attended in staffing.items()}
    return found | unvisited


def grouped(stops: Iterable[MeasuredStop], by: str) -> dict[str, list[MeasuredStop]]:
    """Stops by key, in order of keys; those without one (no advisor: never called) are left out."""
    groups: dict[str, list[MeasuredStop]] = {}
    for stop in stops:
        groups.setdefault(GROUPINGS[by](stop), []).append(stop)
    if by != "centre":
        groups.pop("", None)
    return dict(sorted(groups.items(), key=lambda group: (len(group[0]) if by == "counter" else 0, group[0])))


def figures(stops: Sequence[MeasuredStop], staffing: Staffing = Staffing()) -> Figures:  # noqa: B008 (frozen)
    """The figures of these stops, whatever they have in common."""
    states = [stop.state for stop in stops]
    promised = [(stop.wait, *stop.promised) for stop in stops if stop.promised and stop.wait is not None]
    waits = [stop.wait_in_time for stop in stops if stop.wait_in_time is not None]
    attended = [stop.attention_in_time for stop in stops if stop.attention_in_time is not None]
    kept = sum(wait <= high * 60 for wait, _, high in promised)
    return Figures(
        tickets=len({stop.ticket for stop in stops}),
        stops=len(stops),
        attentions=sum(stop.attentions for stop in stops),
        services=sum(len(stop.services) for stop in stops),
        served=states.count(StopState.DONE),
        transferred=states.count(StopState.TRANSFERRED),
        absent=states.count(StopState.ABSENT),
        cancelled=states.count(StopState.CANCELLED),
        changed=states.count(StopState.CHANGED),
        expired=states.count(StopState.EXPIRED),
        left=states.count(StopState.LEFT),
        wait=spread([stop.wait for stop in stops if stop.wait is not None]),
        presentation=spread([stop.presentation for stop in stops if stop.presentation is not None]),
        attention=spread([stop.attention for stop in stops if stop.attention is not None]),
        total=spread([stop.total for stop in stops if stop.total is not None]),
        wait_counted=len(waits),
        wait_within=sum(waits),
        attention_counted=len(attended),
        attention_within=sum(attended),
        promised=len(promised),
        kept=kept,
        in_range=sum(low * 60 <= wait <= high * 60 for wait, low, high in promised),
        bias=spread([wait - low * 60 for wait, low, _ in promised]).p50,
        staffing=staffing,
        wait_within_whole=sum(bool(stop.wait_in_time_whole) for stop in stops),
        attention_within_whole=sum(bool(stop.attention_in_time_whole) for stop in stops),
        excluded=sum(stop.excluded + stop.attention_excluded for stop in stops),
    )


def spread(values: list[float]) -> Spread:
    """Percentiles by nearest rank: the smallest value that at least so many per cent do not exceed."""
    if not values:
        return Spread()
    values = sorted(values)

    def percentile(of_hundred: int) -> float:
        return values[ceil(len(values) * of_hundred / 100) - 1]

    mean = round(sum(values) / len(values), 3)
    return Spread(len(values), mean, percentile(50), percentile(90), percentile(95), values[-1])


def share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def flat(figures: Figures) -> dict[str, int | float | None]:
    """One level of names, as tables and CSV have them: `wait_p90`, `staffing_occupancy`."""
    row: dict[str, int | float | None] = {}
    for name, value in msgspec.structs.asdict(figures).items():
        if isinstance(value, Spread | Staffing):
            row |= {f"{name}_{inner}": of for inner, of in msgspec.structs.asdict(value).items()}
        else:
            row[name] = value
    return row


def unflat(row: Mapping[str, int | float | None]) -> Figures:
    """The figures of a stored row."""
    parts: dict[str, object] = {}
    for field in msgspec.structs.fields(Figures):
        if field.type in ("Spread", "Staffing", Spread, Staffing):
            kind = Spread if field.type in ("Spread", Spread) else Staffing
            parts[field.name] = kind(**{inner: row[f"{field.name}_{inner}"] for inner in kind.__struct_fields__})  # type: ignore[arg-type]
        else:
            parts[field.name] = row[field.name]
    return Figures(**parts)  # type: ignore[arg-type]
