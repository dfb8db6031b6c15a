"""Every fact that can happen in a centre, each with one sentence: the page to read to know all of it.

Declared once: this is the stored format, the wire format and the test vocabulary. A stored event never loses or
renames a field, a new field has a default, and an unknown `type` is kept and skipped (`UnknownEvent`).
An ordinary morning: `DayOpened`, `CounterOpened`, `TicketIssued`, `TicketCalled`, `AttentionStarted`,
`ServicesCoded`, `AttentionFinished`, and so on until `CounterClosed`, `DayClosed`.
`ticket` and `attention` are integers made of the service day and a count (20261123_00047); `stop` is the index of
the stop in its ticket, from 0; `call` counts the calls of the day, from 1.
"""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from shared.domain.catalogue import Catalogue


class Fact(msgspec.Struct, frozen=True, tag_field="type", omit_defaults=False):
    """What all events share: a tag named `type`."""


class PlannedStop(msgspec.Struct, frozen=True):
    """One queue that a ticket must visit; `service` is empty where only the queue is known.

    gap: minutes after the stop before it until it can be called (a return leg). expires: minutes it can be called from
    then on, 0 without end. free: may change places with the free stops beside it.
    """

    queue: str
    service: str = ""
    gap: int = 0
    expires: int = 0
    free: bool = False


class Because(msgspec.Struct, frozen=True):
    """Why this ticket was called and no other.

    rule: what decided. preferential; arrival (nobody here arrived before) or due (an ANS limit ends earlier);
    appointment; guard (waited out the guard of its queue); accumulated; ratio (a turn of the others); by_hand;
    resumed. waited: seconds since the stop became callable. compared: how many could have been called here.
    passed_over: those of them who arrived before this one; where an advisor chose by hand, those whom the rule would
    have called before it. policy: of the queue, as `Policy.text`. kind: preferential, appointment or ordinary.
    due: of an ordinary ticket, until when it should be called. guard: minutes, 0 for none. kept: those passed over
    because they wait for an advisor of their language at another counter.
    """

    rule: str
    waited: int
    compared: int
    passed_over: tuple[int, ...] = ()
    policy: str = ""
    kind: str = ""
    due: datetime | None = None
    guard: int = 0
    kept: tuple[int, ...] = ()


class Learnt(msgspec.Struct, frozen=True, array_like=True):
    """How long a counter needs for one ticket of a service (of a queue, where only that is known), as learnt here.

    hour: of the call, in UTC, or -1 for all of the day. weight: turns that stand behind it. mean: seconds from free to
    free again. variation: standard deviation / mean.
    """

    service: str
    hour: int
    weight: float
    mean: float
    variation: float


class Corrected(msgspec.Struct, frozen=True, array_like=True):
    """Factors on the two figures of the waits expected in a queue, as its own calls have shown them to be needed."""

    queue: str
    low: float
    high: float


class Appointment(msgspec.Struct, frozen=True):
    """A code that somebody was given for a service, and its valid slots: several after a rescheduling."""

    code: str
    service: str
    slots: tuple[datetime, ...]


class AppointmentsLoaded(Fact, frozen=True, tag="appointments_loaded"):
    """These appointments are known from now on, in place of those of the same codes. Nobody's name is in it."""

    appointments: tuple[Appointment, ...]


class CatalogueChanged(Fact, frozen=True, tag="catalogue_changed"):
    """Another catalogue is in force."""

    catalogue: Catalogue


class ClockStepped(Fact, frozen=True, tag="clock_stepped"):
    """The machine's clock jumped; the centre's own clock went on. `seconds` is how far it jumped."""

    seconds: float


class DayOpened(Fact, frozen=True, tag="day_opened"):
    """A service day began, under this catalogue and this policy.

    learnt, corrected: what the waits of this day are expected from; the day itself goes on learning from there.
    """

    day: date
    catalogue: str
    policy: str
    learnt: tuple[Learnt, ...] = ()
    corrected: tuple[Corrected, ...] = ()


class DayClosed(Fact, frozen=True, tag="day_closed"):
    """The service day ended."""

    day: date


class TicketIssued(Fact, frozen=True, tag="ticket_issued"):
    """A citizen has a number. `wait`: the range promised, in minutes, or null when nobody serves it now.

    slot: of the appointment that was checked in in time, which dates the ticket in the line; late: of one for which
    the citizen came too late, who stands in the ordinary line. appointment: its code. reordered: why the stops are not
    in the order of the plan ("shorter_wait"). group: the ticket whose family or group this one belongs to, or 0.
    sign: asks for attention in sign language. expected: P50 and P90 of the wait before rounding, in seconds.
    """

    ticket: int
    prefix: str
    number: int
    stops: tuple[PlannedStop, ...]
    preferential: bool
    language: str
    ahead: int
    wait: tuple[int, int] | None
    slot: datetime | None = None
    late: datetime | None = None
    appointment: str = ""
    reordered: str = ""
    group: int = 0
    sign: bool = False
    expected: tuple[int, int] | None = None


class TicketCalled(Fact, frozen=True, tag="ticket_called"):
    """A ticket was called to a counter. `together`: tickets of its group that come with it, in the same attention."""

    ticket: int
    stop: int
    attention: int
    counter: int
    advisor: str
    call: int
    because: Because
    together: tuple[int, ...] = ()


class TicketRecalled(Fact, frozen=True, tag="ticket_recalled"):
    """The same ticket was called once more to the same counter."""

    ticket: int
    stop: int
    attention: int
    counter: int
    call: int


class AttentionStarted(Fact, frozen=True, tag="attention_started"):
    """The citizen is at the counter; the ticket's own service is ticked beforehand."""

    ticket: int
    stop: int
    attention: int
    services: tuple[str, ...]


class ServicesCoded(Fact, frozen=True, tag="services_coded"):
    """The advisor stated what was done, replacing what was stated before."""

    ticket: int
    stop: int
    attention: int
    services: tuple[str, ...]


class AttentionFinished(Fact, frozen=True, tag="attention_finished"):
    """The stop is done; the next one, if any, waits from now on."""

    ticket: int
    stop: int
    attention: int


class TicketAbsent(Fact, frozen=True, tag="ticket_absent"):
    """The called citizen did not come: the ticket ends here, unless the citizen comes back in time.

    grace_until: until when; grace_tickets: or until so many others of the queue are called. Neither: no coming back.
    """

    ticket: int
    stop: int
    attention: int
    grace_until: datetime | None = None
    grace_tickets: int = 0


class TicketHeld(Fact, frozen=True, tag="ticket_held"):
    """The ticket was left pending: the attention ends, the stop waits aside. `until`: when people are told of it."""

    ticket: int
    stop: int
    attention: int
    reason: str
    until: datetime | None = None


class TicketResumed(Fact, frozen=True, tag="ticket_resumed"):
    """A pending ticket was called back to a counter, in a new attention, with the pending ones of its group."""

    ticket: int
    stop: int
    attention: int
    counter: int
    advisor: str
    call: int
    because: Because
    together: tuple[int, ...] = ()


class TicketTransferred(Fact, frozen=True, tag="ticket_transferred"):
    """The ticket goes on in another queue: this stop ends and a new one follows it at index `stop + 1`.

    place: arrival, first or tail, where it stands there. back: afterwards it comes back to this counter, in one more
    stop at `stop + 2`. note: the advisor wrote one, which is kept apart and destroyed when the day closes.
    """

    ticket: int
    stop: int
    attention: int
    queue: str
    service: str
    place: str = "arrival"
    back: bool = False
    note: bool = False


class TicketCancelled(Fact, frozen=True, tag="ticket_cancelled"):
    """A ticket that waited or was pending was ended."""

    ticket: int


class TicketReleased(Fact, frozen=True, tag="ticket_released"):
    """A ticket was taken from its counter and waits again."""

    ticket: int
    stop: int
    attention: int


class StopPromised(Fact, frozen=True, tag="stop_promised"):
    """A stop after the first became callable: what its citizen may expect. Fields as in `TicketIssued`."""

    ticket: int
    stop: int
    ahead: int
    wait: tuple[int, int] | None
    expected: tuple[int, int] | None = None


class LastTicketSet(Fact, frozen=True, tag="last_ticket_set"):
    """The supervisor decided for today when the numbers of a queue end.

    how: extended (until its entity closes, whatever its policy), stopped (no more from now on), policy (as written).
    """

    queue: str
    how: str


class StopCallable(Fact, frozen=True, tag="stop_callable"):
    """The time of a return leg came: it waits from now on, `until` it expires where it does."""

    ticket: int
    stop: int
    until: datetime | None = None


class StopExpired(Fact, frozen=True, tag="stop_expired"):
    """A return leg was not called before its end: the ticket ends here."""

    ticket: int
    stop: int


class StopsPlanned(Fact, frozen=True, tag="stops_planned"):
    """An advisor said where the citizen goes after stop `stop`: these stops, in place of those planned before."""

    ticket: int
    stop: int
    attention: int
    stops: tuple[PlannedStop, ...]


class StopsReordered(Fact, frozen=True, tag="stops_reordered"):
    """The free stop at index `moved` comes before its turn, at index `stop`, because fewer wait there.

    waits: the longest expected minutes of the stop that stood there and of the one moved, null where nobody serves.
    """

    ticket: int
    stop: int
    moved: int
    rule: str
    waits: tuple[int | None, int | None]


class ServiceChanged(Fact, frozen=True, tag="service_changed"):
    """The citizen, or a person of the centre, wants another service: stop `stop` ends, these follow it.

    place: arrival or tail, where the ticket stands in the line of the first.
    """

    ticket: int
    stop: int
    stops: tuple[PlannedStop, ...]
    place: str = "arrival"


class TicketReturned(Fact, frozen=True, tag="ticket_returned"):
    """Who was absent came back in time: the stop waits again, the stops after it are planned again.

    place: arrival, first or tail, where it stands in its line.
    """

    ticket: int
    stop: int
    place: str


class CallUndone(Fact, frozen=True, tag="call_undone"):
    """A call was a mistake: the ticket is where it was before, in its line or pending."""

    ticket: int
    stop: int
    attention: int


class AttentionReopened(Fact, frozen=True, tag="attention_reopened"):
    """A finish was a mistake: the attention goes on, and the next stop is planned again."""

    ticket: int
    stop: int
    attention: int


class TicketLeft(Fact, frozen=True, tag="ticket_left"):
    """The day closed with this ticket inside. `attention` is the one in course, or 0."""

    ticket: int
    attention: int


class CounterOpened(Fact, frozen=True, tag="counter_opened"):
    """An advisor attends at a counter."""

    counter: int
    advisor: str


class CounterPaused(Fact, frozen=True, tag="counter_paused"):
    """A counter calls nobody for a while."""

    counter: int
    reason: str


class CounterClosed(Fact, frozen=True, tag="counter_closed"):
    """Nobody attends at this counter any more."""

    counter: int


class ServiceSuspended(Fact, frozen=True, tag="service_suspended"):
    """No tickets are given for this service until it is restored."""

    service: str


class ServiceRestored(Fact, frozen=True, tag="service_restored"):
    """Tickets are given for this service again."""

    service: str


CentreEvent = CatalogueChanged | ClockStepped | AppointmentsLoaded
DayEvent = (
    DayOpened
    | DayClosed
    | TicketIssued
    | TicketCalled
    | TicketRecalled
    | AttentionStarted
    | ServicesCoded
    | AttentionFinished
    | TicketAbsent
    | TicketHeld
    | TicketResumed
    | TicketTransferred
    | TicketCancelled
    | TicketReleased
    | StopPromised
    | LastTicketSet
    | StopCallable
    | StopExpired
    | StopsPlanned
    | StopsReordered
    | ServiceChanged
    | TicketReturned
    | CallUndone
    | AttentionReopened
    | TicketLeft
    | CounterOpened
    | CounterPaused
    | CounterClosed
    | ServiceSuspended
    | ServiceRestored
)
Event = CentreEvent | DayEvent


class UnknownEvent(msgspec.Struct, frozen=True):
    """An event of a newer version: kept as it was written, skipped by the folds."""

    type: str
    body: msgspec.Raw


class Recorded(msgspec.Struct, frozen=True):
    """An event with its envelope, as the log keeps it.

    seq: place in the log, from 1, without gaps. at: UTC of the centre's clock. day: service day, None for events
    of the centre. epoch: of the hub that wrote it. device, person: who gave the order ("" for the hub itself).
    """

    seq: int
    at: datetime
    day: date | None
    epoch: int
    device: str
    person: str
    event: Event | UnknownEvent


_decoder: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


class _Type(msgspec.Struct):
    type: str


def decode_event(body: bytes) -> Event | UnknownEvent:
    """An event from its stored JSON. Raises msgspec.ValidationError when a known event is malformed."""
    kind = msgspec.json.decode(body, type=_Type).type
    if kind not in EVENT_TYPES:
        return UnknownEvent(kind, msgspec.Raw(body))
    return _decoder.decode(body)


def event_type(event: Event | UnknownEvent) -> str:
    """The stored name of an event: `ticket_issued`."""
    return event.type if isinstance(event, UnknownEvent) else str(event.__struct_config__.tag)


def encode_event(event: Event | UnknownEvent) -> bytes:
    """The stored JSON of an event."""
    return bytes(event.body) if isinstance(event, UnknownEvent) else msgspec.json.encode(event)


EVENT_TYPES: dict[str, type[Fact]] = {str(kind.__struct_config__.tag): kind for kind in (Fact.__subclasses__())}
