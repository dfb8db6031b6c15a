"""Every order a person or a device can give. A command is decided by `Centre` or `Day`; what follows are events.

These declarations are the wire format too: `{"type": "issue_ticket", "service": "PJ01"}`.
"""

from __future__ import annotations

from datetime import date

import msgspec

from shared.domain.catalogue import Catalogue


class Order(msgspec.Struct, frozen=True, tag_field="type", forbid_unknown_fields=True):
    """What all commands share: a tag named `type`, and no field that is not declared."""


class IssueTicket(Order, frozen=True, tag="issue_ticket"):
    """Give a number. Names a service, or only its queue where the centre prefers that.

    `pay_first`: the citizen said that the fee is not paid yet, so the visit starts where it is paid.
    `sign`: attention in sign language is asked for.
    """

    service: str = ""
    queue: str = ""
    pay_first: bool = False
    preferential: bool = False
    language: str = "es"
    sign: bool = False


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
    """Send the ticket of this counter to another queue (derivar); it keeps its number and its arrival."""

    counter: int
    queue: str
    service: str = ""


class CancelTicket(Order, frozen=True, tag="cancel_ticket"):
    """End a ticket that waits or is pending."""

    ticket: int


class ReleaseTicket(Order, frozen=True, tag="release_ticket"):
    """Take a ticket away from the counter that holds it: it waits again, with its arrival."""

    ticket: int


class OpenCounter(Order, frozen=True, tag="open_counter"):
    """An advisor signs in to a counter, or comes back from a pause."""

    counter: int
    advisor: str


class PauseCounter(Order, frozen=True, tag="pause_counter"):
    """The counter calls nobody for a while. `reason` is one of PAUSE_REASONS."""

    counter: int
    reason: str


class CloseCounter(Order, frozen=True, tag="close_counter"):
    """The advisor leaves the counter."""

    counter: int


class SuspendService(Order, frozen=True, tag="suspend_service"):
    """No more tickets for this service today, until it is restored. Those who wait are still served."""

    service: str


class RestoreService(Order, frozen=True, tag="restore_service"):
    """Tickets for this service are given again."""

    service: str


class OpenDay(Order, frozen=True, tag="open_day"):
    """Start a service day. The hub gives it by itself at the first opening hour."""

    day: date


class CloseDay(Order, frozen=True, tag="close_day"):
    """End the service day; whoever is still inside is noted as left at close."""


class ChangeCatalogue(Order, frozen=True, tag="change_catalogue"):
    """Put another catalogue in force."""

    catalogue: Catalogue


class NoteClockStep(Order, frozen=True, tag="note_clock_step"):
    """The machine's clock jumped by `seconds`; the hub gives this order to itself."""

    seconds: float


Command = (
    IssueTicket
    | CallNext
    | CallTicket
    | Recall
    | StartAttention
    | CodeServices
    | FinishAttention
    | MarkAbsent
    | HoldTicket
    | ResumeTicket
    | TransferTicket
    | CancelTicket
    | ReleaseTicket
    | OpenCounter
    | PauseCounter
    | CloseCounter
    | SuspendService
    | RestoreService
    | OpenDay
    | CloseDay
    | ChangeCatalogue
    | NoteClockStep
)

PAUSE_REASONS = ("lunch", "break", "paperwork", "other")
HOLD_REASONS = ("form", "copies", "payment", "other")


class Actor(msgspec.Struct, frozen=True):
    """Who gives an order: the device it came from, and the person signed in on it ("" when nobody is)."""

    device: str
    person: str = ""
