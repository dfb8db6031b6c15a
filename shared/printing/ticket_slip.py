"""The slip of a ticket just given, from plain values and the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from shared.domain.catalogue import Catalogue
from shared.printing import texts
from shared.printing.slip import Slip, SlipStop


class Stop(NamedTuple):
    """One stop of the ticket: where, for what, at which counters."""

    queue: str
    service: str
    counters: tuple[int, ...]


def ticket_slip(
    catalogue: Catalogue,
    *,
    number: str,
    service: str,
    queue: str,
    stops: Sequence[Stop],
    issued_at: datetime,
    ahead: int,
    between: tuple[datetime, datetime] | None,
    preferential: bool,
    token: str,
) -> Slip:
    """Times are aware; they are printed in the centre's zone. `service` may be empty: then the queue is named."""
    zone = catalogue.timezone
    goal = catalogue.service.get(service)
    pays_at = goal.pay_first if goal else ""
    return Slip(
        centre=catalogue.name,
        number=number,
        service=goal.name if goal else catalogue.queue[queue].name,
        issued_at=issued_at.astimezone(zone),
        people_ahead=ahead,
        call_window=(between[0].astimezone(zone), between[1].astimezone(zone)) if between else None,
        preferential=preferential,
        stops=tuple(
            SlipStop(
                catalogue.entity[catalogue.queue[stop.queue].entity].short,
                texts.counters(spans(stop.counters)),
                texts.payment(goal.fee_cents) if goal and pays_at and stop.service == pays_at else "",
            )
            for stop in stops
        ),
        qr=token,
    )


def spans(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """(1, 2, 3, 7, 8) -> [(1, 3), (7, 7), (8, 8)]: two are said one by one."""
    found: list[tuple[int, int]] = []
    ordered = sorted(set(numbers))
    starts = [n for before, n in pairwise([ordered[0] - 2, *ordered]) if n != before + 1] if ordered else []
    for start in starts:
        end = start
        while end + 1 in ordered:
            end += 1
        found += [(start, end)] if end - start != 1 else [(start, start), (end, end)]
    return found
