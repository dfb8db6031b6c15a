"""Orders about what could not be attended for a while."""

from __future__ import annotations

from datetime import datetime

from shared.domain.commands.order import Order

INTERRUPTION_REASONS = ("system", "power", "line", "evacuation", "other")


class BeginInterruption(Order, frozen=True, tag="begin_interruption"):
    """Something cannot be attended from now on: the service named, else the queue, else the entity, else all.

    `reason`: of INTERRUPTION_REASONS. `by`: who says so.
    """

    reason: str
    entity: str = ""
    queue: str = ""
    service: str = ""
    by: str = ""


class EndInterruption(Order, frozen=True, tag="end_interruption"):
    """It can be attended again, from now on."""

    interruption: int


class NoteInterruption(Order, frozen=True, tag="note_interruption"):
    """Enter an interruption of today afterwards; with `interruption`, correct one that is logged.

    Only one that is logged and still goes on may stay without `until`.
    """

    reason: str
    since: datetime
    until: datetime | None = None
    interruption: int = 0
    entity: str = ""
    queue: str = ""
    service: str = ""
    by: str = ""


class WithdrawInterruption(Order, frozen=True, tag="withdraw_interruption"):
    """There was no such interruption."""

    interruption: int
