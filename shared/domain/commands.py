"""Every order a person or a device can give. A command is decided by `Centre` or `Day`; what follows are events.

These declarations are the wire format too: `{"type": "issue_ticket", "service": "PJ01"}`.
"""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from shared.domain.catalogue import Catalogue
from shared.domain.ending import Override
from shared.domain.events import Appointment, PlannedStop
from shared.domain.personal import PersonDocument
from shared.domain.roles import DeviceRole


class Order(msgspec.Struct, frozen=True, tag_field="type", forbid_unknown_fields=True):
    """What all commands share: a tag named `type`, and no field that is not declared."""


class IssueTicket(Order, frozen=True, tag="issue_ticket"):
    """Give a number. Names a service, or only its queue where the centre prefers that.

    `pay_first`: the citizen said that the fee is not paid yet, so the visit starts where it is paid.
    `together_with`: a ticket of the same family or group, which is called together with this one.
    `sign`: attention in sign language is asked for. document: of the person, where the service asks for one; it is kept
    sealed, apart from the log. excused: a person of the centre gives the number without one.
    """

    service: str = ""
    queue: str = ""
    pay_first: bool = False
    preferential: bool = False
    language: str = "es"
    together_with: int = 0
    sign: bool = False
    document: PersonDocument | None = None
    excused: bool = False


class CheckIn(Order, frozen=True, tag="check_in"):
    """Somebody with an appointment is here: give the number of its service.

    `pay_first`: whether the fee has still to be paid; None where nobody asked, which is refused where there is one.
    """

    code: str
    pay_first: bool | None = None
    preferential: bool = False
    language: str = "es"


class LoadAppointments(Order, frozen=True, tag="load_appointments"):
    """Make appointments known: their slots are added to those of the same codes, or with `instead` replace them."""

    appointments: tuple[Appointment, ...]
    instead: bool = False


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


class ReturnTicket(Order, frozen=True, tag="return_ticket"):
    """Who was absent is back, in time."""

    ticket: int


class ChangeService(Order, frozen=True, tag="change_service"):
    """Another service for a ticket that waits, under the same number. A kiosk names it by the token of its slip."""

    service: str = ""
    queue: str = ""
    pay_first: bool = False
    ticket: int = 0
    token: str = ""


class FindTicket(Order, frozen=True, tag="find_ticket"):
    """Show a ticket of today: by its number ("PJ 047") or id, or on a kiosk by the token of its slip."""

    number: str = ""
    ticket: int = 0
    token: str = ""


class TakeLetter(Order, frozen=True, tag="take_letter"):
    """A kiosk asks for the letter of its spare numbers. It is given one once, and the same ever after.

    letter: the one that it has already, which it keeps where no other kiosk has it. device: filled in by the hub.
    """

    letter: str = ""
    device: str = ""


class MergeSpare(Order, frozen=True, tag="merge_spare"):
    """A kiosk gave this spare number while the hub was away; put its ticket into its place.

    first: request id of the `issue_ticket` that the hub did not answer, "" where none was made. taken_at: when the
    number was given, by the hub's clock as far as the kiosk knew it. token: SHA-256, in hex, of the token on the slip.
    void: "not_printed" where nobody has the number. The other fields as in `IssueTicket`. ticket: filled in by the hub,
    whom it gave for `first`.
    """

    letter: str
    number: int
    first: str
    taken_at: datetime
    service: str = ""
    queue: str = ""
    pay_first: bool = False
    preferential: bool = False
    language: str = "es"
    sign: bool = False
    token: str = ""
    void: str = ""
    ticket: int = 0


class EnterPaper(Order, frozen=True, tag="enter_paper"):
    """Numbers of a paper roll, given by hand while nothing worked, get tickets: R 001, R 002 ...

    first, last: the range on the roll. from_at, to_at: when the first and the last one were given.
    """

    first: int
    last: int
    from_at: datetime
    to_at: datetime
    service: str = ""
    queue: str = ""
    preferential: bool = False


class NoteAttended(Order, frozen=True, tag="note_attended"):
    """A ticket was attended at this counter while there was no hub. outcome: served or absent.

    Named by its id, or by its number as people write it.
    """

    counter: int
    outcome: str
    attended_at: datetime
    ticket: int = 0
    number: str = ""


class PassTime(Order, frozen=True, tag="pass_time"):
    """What time brings to those inside: return legs come up or expire, free stops change places. The hub's own."""


class CancelTicket(Order, frozen=True, tag="cancel_ticket"):
    """End a ticket that waits or is pending. A kiosk names it by the token of its slip."""

    ticket: int = 0
    token: str = ""


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


class SetLastTicket(Order, frozen=True, tag="set_last_ticket"):
    """When the numbers of a queue end today: as its policy says, when its entity closes, or now."""

    queue: str
    how: Override


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


class OpenDay(Order, frozen=True, tag="open_day"):
    """Start a service day. The hub gives it by itself at the first opening hour."""

    day: date


class CloseDay(Order, frozen=True, tag="close_day"):
    """End the service day; whoever is still inside is noted as left at close."""


class ChangeCatalogue(Order, frozen=True, tag="change_catalogue"):
    """Put another catalogue in force."""

    catalogue: Catalogue


class StartPairing(Order, frozen=True, tag="start_pairing"):
    """Show a code under which one device may be paired, in place of a code that is shown already.

    `counter` for role counter, `zone` for role board. `device`: its name, in place of one of that name; "": a new one.
    """

    role: DeviceRole
    counter: int = 0
    zone: str = ""
    device: str = ""


class CancelPairing(Order, frozen=True, tag="cancel_pairing"):
    """The code that is shown is good for nothing any more."""


class AdmitDevice(Order, frozen=True, tag="admit_device"):
    """A device with this certificate (its SHA-256, in hex) belongs to the centre, in place of one of the same name."""

    device: str
    role: DeviceRole
    certificate: str
    counter: int = 0
    zone: str = ""


class RevokeDevice(Order, frozen=True, tag="revoke_device"):
    """A device belongs to the centre no more; its lines end at once."""

    device: str


class ReportImpostor(Order, frozen=True, tag="report_impostor"):
    """At this address something said that it is the hub of the centre, and could not prove it."""

    address: str


class NoteClockStep(Order, frozen=True, tag="note_clock_step"):
    """The machine's clock jumped by `seconds`; the hub gives this order to itself."""

    seconds: float


Command = (
    IssueTicket
    | CheckIn
    | LoadAppointments
    | CallNext
    | CallTicket
    | Recall
    | StartAttention
    | CodeServices
    | ShowDocument
    | FinishAttention
    | MarkAbsent
    | HoldTicket
    | ResumeTicket
    | TransferTicket
    | PlanStops
    | Undo
    | ReturnTicket
    | ChangeService
    | FindTicket
    | PassTime
    | CancelTicket
    | ReleaseTicket
    | OpenCounter
    | PauseCounter
    | CloseCounter
    | SuspendService
    | RestoreService
    | SetLastTicket
    | BeginInterruption
    | EndInterruption
    | NoteInterruption
    | WithdrawInterruption
    | OpenDay
    | CloseDay
    | ChangeCatalogue
    | NoteClockStep
    | StartPairing
    | CancelPairing
    | AdmitDevice
    | RevokeDevice
    | ReportImpostor
    | TakeLetter
    | MergeSpare
    | EnterPaper
    | NoteAttended
)

MOST_PAPER = 100
"""Numbers of a paper roll in one order."""
PAUSE_REASONS = ("lunch", "break", "paperwork", "other")
HOLD_REASONS = ("form", "copies", "payment", "other")
INTERRUPTION_REASONS = ("system", "power", "line", "evacuation", "other")
MOST_STOPS = 6
"""Planned after the one at hand."""
LONGEST_NOTE = 200
"""Characters of a note to the next counter."""


class Actor(msgspec.Struct, frozen=True):
    """Who gives an order: the device it came from, and the person signed in on it ("" when nobody is)."""

    device: str
    person: str = ""
