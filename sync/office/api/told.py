"""What is answered: the rows of each kind, which are the columns of its CSV too. Nobody is in them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import msgspec

from sync.office.counting import Count, at_most

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class Problem(msgspec.Struct, frozen=True):
    """What was not done, in one sentence."""

    problem: str


class CentreRow(msgspec.Struct, frozen=True):
    """A centre. state: live, late (nothing heard for a while) or silent (for longer than a day), as of heard_at.

    open: whether its day was. department, latitude, longitude: where it is, as far as the office was told.
    """

    centre: str
    name: str
    state: str
    heard_at: datetime | None
    open: bool
    waiting: int
    department: str
    latitude: float | None
    longitude: float | None


class WaitingRow(msgspec.Struct, frozen=True):
    """A service of a centre now. state: open, closed, full, suspended or last_ticket. waiting: people in its queue.

    wait_from, wait_to: minutes for whoever comes now, null while nobody attends. at: when it was so, by the centre's
    clock. fresh: whether that is recent enough to be told to a citizen.
    """

    centre: str
    service: str
    name: str
    entity: str
    queue: str
    state: str
    waiting: int
    wait_from: int | None
    wait_to: int | None
    counters: int
    at: datetime
    fresh: bool


class ServiceRow(msgspec.Struct, frozen=True):
    """A service that a centre offers. fee_cents: in céntimos of a sol. appointment: whether it is by appointment."""

    centre: str
    entity: str
    entity_name: str
    queue: str
    queue_name: str
    service: str
    name: str
    fee_cents: int
    appointment: bool
    requirements: str


class AppointmentRow(msgspec.Struct, frozen=True):
    """How many appointments a service of a centre has at one hour. Whose they are is not known here."""

    centre: str
    service: str
    at: datetime
    appointments: int


class FigureRow(msgspec.Struct, frozen=True):
    """Figures of stops that ended. What they are of: null where it was not asked to be told apart.

    hour: of arrival, in Peru. Counts as docs/api.md says. Seconds are whole; minutes of medians and percentiles are
    rounded up: so many waited at most that long. Shares: of those that had an ANS limit, and null where none had.
    """

    centre: str | None
    day: date | None
    month: str | None
    entity: str | None
    queue: str | None
    service: str | None
    hour: int | None
    tickets: int
    stops: int
    preferential: int
    served: int
    transferred: int
    absent: int
    cancelled: int
    changed: int
    expired: int
    left: int
    services: int
    results: int
    wait_count: int
    wait_mean_seconds: int | None
    wait_max_seconds: int | None
    wait_median_minutes: int | None
    wait_p90_minutes: int | None
    wait_p95_minutes: int | None
    wait_limited: int
    wait_within: int
    wait_within_whole: int
    wait_within_share: Share | None
    presentation_mean_seconds: int | None
    attention_count: int
    attention_mean_seconds: int | None
    attention_max_seconds: int | None
    attention_median_minutes: int | None
    attention_p90_minutes: int | None
    attention_limited: int
    attention_within: int
    attention_within_whole: int
    attention_within_share: Share | None
    promised: int
    kept: int
    satisfaction_count: int
    satisfaction_mean: float | None


class Centres(msgspec.Struct, frozen=True):
    rows: list[CentreRow]


class Waiting(msgspec.Struct, frozen=True):
    rows: list[WaitingRow]


class Catalogue(msgspec.Struct, frozen=True):
    rows: list[ServiceRow]


class Appointments(msgspec.Struct, frozen=True):
    rows: list[AppointmentRow]


class FigureRows(msgspec.Struct, frozen=True):
    rows: list[FigureRow]


Rows = Centres | Waiting | Catalogue | Appointments | FigureRows

PLAIN = [name for name in Count.__struct_fields__ if name in FigureRow.__struct_fields__]


def figure_row(of: dict[str, object], count: Count) -> FigureRow:
    """`of`: what the row is of; what is not in it is null."""
    keys = {name: of.get(name) for name in FigureRow.__struct_fields__[:7]}
    plain = {name: getattr(count, name) for name in PLAIN}
    return FigureRow(
        **keys,  # type: ignore[arg-type]
        **plain,
        wait_mean_seconds=mean(count.wait_seconds, count.wait_count),
        wait_max_seconds=count.wait_max if count.wait_count else None,
        wait_median_minutes=at_most(count.waits, 50),
        wait_p90_minutes=at_most(count.waits, 90),
        wait_p95_minutes=at_most(count.waits, 95),
        wait_within_share=share(count.wait_within, count.wait_limited),
        presentation_mean_seconds=mean(count.presentation_seconds, count.presentation_count),
        attention_mean_seconds=mean(count.attention_seconds, count.attention_count),
        attention_max_seconds=count.attention_max if count.attention_count else None,
        attention_median_minutes=at_most(count.attentions, 50),
        attention_p90_minutes=at_most(count.attentions, 90),
        attention_within_share=share(count.attention_within, count.attention_limited),
        satisfaction_mean=round(count.satisfaction_sum / count.satisfaction_count, 2)
        if count.satisfaction_count
        else None,
    )


def mean(total: int, count: int) -> int | None:
    return round(total / count) if count else None


def share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
