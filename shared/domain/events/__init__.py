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

from shared.domain.events.attention import (
    AttentionFinished as AttentionFinished,
    AttentionReopened as AttentionReopened,
    AttentionStarted as AttentionStarted,
    CallUndone as CallUndone,
    ServicesCoded as ServicesCoded,
    ServicesCorrected as ServicesCorrected,
    TicketAbsent as TicketAbsent,
    TicketCalled as TicketCalled,
    TicketHeld as TicketHeld,
    TicketRecalled as TicketRecalled,
    TicketReleased as TicketReleased,
    TicketResumed as TicketResumed,
    TicketTransferred as TicketTransferred,
)
from shared.domain.events.call import CallSpoken as CallSpoken
from shared.domain.events.centre import (
    AppointmentsLoaded as AppointmentsLoaded,
    CatalogueChanged as CatalogueChanged,
    ClockStepped as ClockStepped,
    StoreRestored as StoreRestored,
    TemplateReceived as TemplateReceived,
)
from shared.domain.events.counter import (
    CounterClosed as CounterClosed,
    CounterOpened as CounterOpened,
    CounterPaused as CounterPaused,
)
from shared.domain.events.day import (
    DayClosed as DayClosed,
    DayOpened as DayOpened,
    LastTicketSet as LastTicketSet,
    ServiceRestored as ServiceRestored,
    ServiceSuspended as ServiceSuspended,
)
from shared.domain.events.device import (
    DevicePaired as DevicePaired,
    DeviceRevoked as DeviceRevoked,
)
from shared.domain.events.fact import Fact as Fact
from shared.domain.events.help import (
    HelpAnswered as HelpAnswered,
    HelpAsked as HelpAsked,
)
from shared.domain.events.interruption import (
    InterruptionBegan as InterruptionBegan,
    InterruptionEnded as InterruptionEnded,
    InterruptionNoted as InterruptionNoted,
    InterruptionWithdrawn as InterruptionWithdrawn,
)
from shared.domain.events.opinion import VisitRated as VisitRated
from shared.domain.events.parts import (
    Appointment as Appointment,
    Because as Because,
    Corrected as Corrected,
    Learnt as Learnt,
    PlannedStop as PlannedStop,
)
from shared.domain.events.personal import (
    DocumentGiven as DocumentGiven,
    DocumentSeen as DocumentSeen,
    PersonalAsked as PersonalAsked,
    PersonalErased as PersonalErased,
)
from shared.domain.events.spare import (
    AttendedByHand as AttendedByHand,
    SpareLetterGiven as SpareLetterGiven,
    SpareNumberVoided as SpareNumberVoided,
    SpareTicketMerged as SpareTicketMerged,
)
from shared.domain.events.ticket import (
    ServiceChanged as ServiceChanged,
    StopCallable as StopCallable,
    StopExpired as StopExpired,
    StopFreed as StopFreed,
    StopPromised as StopPromised,
    StopsPlanned as StopsPlanned,
    StopsReordered as StopsReordered,
    TicketCancelled as TicketCancelled,
    TicketIssued as TicketIssued,
    TicketLeft as TicketLeft,
    TicketReturned as TicketReturned,
)

CentreEvent = (
    CatalogueChanged
    | ClockStepped
    | AppointmentsLoaded
    | TemplateReceived
    | DevicePaired
    | DeviceRevoked
    | SpareLetterGiven
    | StoreRestored
)
DayEvent = (
    DayOpened
    | DayClosed
    | TicketIssued
    | TicketCalled
    | TicketRecalled
    | CallSpoken
    | AttentionStarted
    | ServicesCoded
    | ServicesCorrected
    | VisitRated
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
    | StopFreed
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
    | InterruptionBegan
    | InterruptionEnded
    | InterruptionNoted
    | InterruptionWithdrawn
    | DocumentGiven
    | DocumentSeen
    | PersonalAsked
    | PersonalErased
    | SpareTicketMerged
    | SpareNumberVoided
    | AttendedByHand
    | HelpAsked
    | HelpAnswered
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
