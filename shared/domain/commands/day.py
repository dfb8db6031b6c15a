"""Orders about the service day, and about what is given out on it."""

from __future__ import annotations

from datetime import date

from shared.domain.commands.order import Order
from shared.domain.ending import Override


class OpenDay(Order, frozen=True, tag="open_day"):
    """Start a service day. The hub gives it by itself at the first opening hour."""

    day: date


class CloseDay(Order, frozen=True, tag="close_day"):
    """End the service day; whoever is still inside is noted as left at close."""


class PassTime(Order, frozen=True, tag="pass_time"):
    """What time brings to those inside: return legs come up or expire, free stops change places. The hub's own."""


class SuspendService(Order, frozen=True, tag="suspend_service"):
    """No more tickets for this service today, until it is restored. Those who wait are still served."""

    service: str


class RestoreService(Order, frozen=True, tag="restore_service"):
    """Tickets for this service are given again."""

    service: str


class SetLastTicket(Order, frozen=True, tag="set_last_ticket"):
    """When the numbers of a queue end today: as its policy says, when its entity closes, or now."""

    queue: str
    how: Override
