"""Orders of a counter about its citizen."""

from __future__ import annotations

from shared.domain.commands.order import Order
from shared.domain.events import PlannedStop

HOLD_REASONS = ("form", "copies", "payment", "other")
MOST_STOPS = 6
"""Planned after the one at hand."""
LONGEST_NOTE = 200
"""Characters of a note to the next counter."""


class CallNext(Order, frozen=True, tag="call_next"):
    """Call whom the rules name for this counter; with `finish`, end the attention in course first: both or neither."""

    counter: int
    finish: bool = False


class CallTicket(Order, frozen=True, tag="call_ticket"):
    """Call this one, by hand."""

    counter: int
    ticket: int


class Recall(Order, frozen=True, tag="recall"):
    """Call again the ticket already called to this counter."""

    counter: int


class StartAttention(Order, frozen=True, tag="start_attention"):
    """The citizen is at the counter."""

    counter: int


class CodeServices(Order, frozen=True, tag="code_services"):
    """State which services were done in the attention in course: the whole list, replacing the one before."""

    counter: int
    services: tuple[str, ...]


class ShowDocument(Order, frozen=True, tag="show_document"):
    """Show the document number of the citizen who is attended here; each look is noted in the log."""

    counter: int


class FinishAttention(Order, frozen=True, tag="finish_attention"):
    """The attention in course is over; the ticket goes to its next stop or ends."""

    counter: int


class MarkAbsent(Order, frozen=True, tag="mark_absent"):
    """The called citizen did not come."""

    counter: int


class HoldTicket(Order, frozen=True, tag="hold_ticket"):
    """Leave the ticket pending (dejar pendiente): it waits aside until it is resumed. `reason`: of HOLD_REASONS."""

    counter: int
    reason: str


class ResumeTicket(Order, frozen=True, tag="resume_ticket"):
    """Call a pending ticket back to this counter."""

    counter: int
    ticket: int


class TransferTicket(Order, frozen=True, tag="transfer_ticket"):
    """Send the ticket of this counter to another queue (derivar); it keeps its number.

    back: afterwards it comes back to this counter. note: for whoever attends it there; it never enters the log.
    """

    counter: int
    queue: str
    service: str = ""
    back: bool = False
    note: str = ""


class PlanStops(Order, frozen=True, tag="plan_stops"):
    """Say where the citizen at this counter goes afterwards: the whole list, replacing the one before."""

    counter: int
    stops: tuple[PlannedStop, ...]


class Undo(Order, frozen=True, tag="undo"):
    """Take back the last call or finish of this counter, where it was a mistake just now."""

    counter: int
