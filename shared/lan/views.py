"""What each role is shown: the values under the keys of a mirror. Computed by the hub (`shared/hub/views.py`).

key                 value           who gets it
catalogue           CatalogueView   all (without advisors for kiosk, board and pages)
hall                HallView        all
service/PJ01        ServiceView     kiosk, orientator, supervisor
counter             CounterView     counter (its own)
counter/20          CounterView     supervisor
waiting/2026112300047  WaitingView  counter (of its queues), supervisor
held/2026112300047  HeldView        counter (of its queues), supervisor
absent/2026112300047  AbsentView    counter (of its queues), supervisor, orientator
returning/2026112300047  ReturningView  supervisor
proof               ProofView       supervisor
passing/fault-3     PassingView     supervisor, the last RECENT_PASSINGS of the day
outlook/PJ          OutlookView     supervisor
interruption/2      InterruptionView  supervisor
queue/PJ            QueueView       board (of its zone), counter (its own queues), supervisor, orientator
person/a020         PersonView      supervisor
call/12             CallView        board (of its zone), the last RECENT_CALLS of the day
phone/9f86d0...     PhoneView       pages, by the first 32 hexadecimal digits of the SHA-256 of the slip's token
spare/3             SpareView       supervisor, the last RECENT_SPARES of the day
device/kiosk-1      DeviceView      supervisor, console
pairing             PairingView     supervisor, console; while there is one, and a while after
impostor/192.0.2.9:7171  ImpostorView  supervisor, console
alert/disk_full     AlertView       supervisor, console
clock               ClockView       supervisor, console; while the clock of the hub's machine is wrong
"""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from shared.domain.catalogue import Catalogue
from shared.domain.device import DeviceState
from shared.domain.events import Because
from shared.domain.roles import DeviceRole

RECENT_CALLS = 40
RECENT_PASSINGS = 50
RECENT_SPARES = 100


class Shown(msgspec.Struct, frozen=True, tag_field="type"):
    """What all views share: a tag named `type`."""


class CatalogueView(Shown, frozen=True, tag="catalogue"):
    """The catalogue in force."""

    catalogue: Catalogue


class HallView(Shown, frozen=True, tag="hall"):
    """The service day: None before the first opening; `open` is false again after closing.

    `opens_at`: when the hub will open the next day by itself, where it knows.
    """

    day: date | None
    open: bool
    opens_at: datetime | None = None


class ClockView(Shown, frozen=True, tag="clock"):
    """The clock of the hub's machine is wrong: somebody has to set it.

    state: behind or ahead (it cannot be right: it is not believed, and no day opens by itself) or differs (the time of
    the centre is another one until its day closes). machine: what it said.
    """

    state: str
    machine: datetime


class ServiceView(Shown, frozen=True, tag="service"):
    """A service as a citizen may choose it.

    state: open, closed (its entity does not attend now), full (no more until `opens_at`), suspended, or last_ticket (no
    more numbers today: `last_at` when the last one was given). opens_at: when numbers are given again.
    wait: minutes from and to, or null while no counter serves it: `serves_from` is when one will, where that is known.
    interrupted: why it cannot be attended now though it is open: system, power, line, evacuation, other; "" if it can.
    """

    code: str
    state: str
    waiting: int
    wait: tuple[int, int] | None
    opens_at: datetime | None = None
    serves_from: datetime | None = None
    last_at: datetime | None = None
    interrupted: str = ""


class StopView(msgspec.Struct, frozen=True):
    """One stop of a visit: where, for what, how far. gap, free: as planned; counter: the last one that called it."""

    queue: str
    service: str
    state: str
    counter: int = 0
    gap: int = 0
    free: bool = False


class AttentionView(Shown, frozen=True, tag="attention"):
    """The ticket at a counter. state: called or serving. `promised`: the range in minutes told to the citizen.

    `came_from`: counter of the ticket's stop before this one, or 0. `next_queue`: where it goes after, or "".
    `before`, `after`: its stops that ended, and those planned. `together`: numbers of its group that came with it.
    `note`: what the counter before wrote (not for supervisors). `document`: there is one to ask for. `slot`: of its
    appointment; `late`: of one that it missed.
    """

    attention: int
    ticket: int
    number: str
    queue: str
    service: str
    state: str
    preferential: bool
    language: str
    arrived_at: datetime
    waited: int
    called_at: datetime
    calls: int
    because: Because
    limit_minutes: int
    started_at: datetime | None = None
    services: tuple[str, ...] = ()
    promised: tuple[int, int] | None = None
    came_from: int = 0
    next_queue: str = ""
    before: tuple[StopView, ...] = ()
    after: tuple[StopView, ...] = ()
    together: tuple[str, ...] = ()
    note: str = ""
    slot: datetime | None = None
    late: datetime | None = None
    sign: bool = False
    document: bool = False


class FiguresView(msgspec.Struct, frozen=True):
    """The day of a counter: attentions finished, their mean in seconds, within the ANS, absent."""

    finished: int = 0
    mean_seconds: int = 0
    within_limit: int = 0
    absent: int = 0


class UndoView(msgspec.Struct, frozen=True):
    """What this counter can take back, and until when. what: call or finish."""

    what: str
    number: str
    until: datetime


class CounterView(Shown, frozen=True, tag="counter"):
    """A counter. status: closed, open or paused (`reason`). away_since: no screen of it has a line to the hub since
    then; only the supervisor is told.
    """

    counter: int
    status: str
    advisor: str = ""
    reason: str = ""
    since: datetime | None = None
    attention: AttentionView | None = None
    figures: FiguresView = FiguresView()
    undo: UndoView | None = None
    away_since: datetime | None = None


class TicketView(Shown, frozen=True):
    """What all tickets that stand somewhere are shown with: the stop they are at, and whether they have preference."""

    ticket: int
    number: str
    queue: str
    service: str
    preferential: bool


class WaitingView(TicketView, frozen=True, tag="waiting"):
    """A ticket that waits. Sorting by `rank`, then by `ticket`, gives the order in which the rules would call.

    reason: what places it there: preferential, appointment, guard, due, arrival, accumulated or ratio, as in `Because`.
    due: of an ordinary ticket, until when it should be called. sign: asks for sign language.
    only_at: the counter that wants it back, 0 for any. slot: of its appointment.
    """

    since: datetime
    rank: int
    language: str = "es"
    only_at: int = 0
    slot: datetime | None = None
    reason: str = ""
    due: datetime | None = None
    sign: bool = False


class ProofView(Shown, frozen=True, tag="proof"):
    """Preferential attention today. calls: all; ordinary: of these, of ordinary tickets that the hub chose by itself.

    faults: of these, how many passed a preferential ticket that the counter could attend; exceptions: how many calls
    did, but not by the hub's own choice. Each is a `PassingView`.
    """

    calls: int
    ordinary: int
    faults: int
    exceptions: int


class PassingView(Shown, frozen=True, tag="passing"):
    """An ordinary ticket called before preferential ones: `shared/domain/proof.py` says what each field is."""

    fault: bool
    at: datetime
    number: str
    counter: int
    who: str
    how: str
    why: str
    passed: tuple[str, ...]


class HeldView(TicketView, frozen=True, tag="held"):
    """A pending ticket, the counter that left it so, and why. `until`: when it has been so for too long."""

    since: datetime
    counter: int
    reason: str
    until: datetime | None = None


class AbsentView(TicketView, frozen=True, tag="absent"):
    """Who was called in vain and may still come back: until when, or until how many more calls (0: not by that)."""

    since: datetime
    counter: int
    until: datetime | None = None
    tickets: int = 0


class ReturningView(TicketView, frozen=True, tag="returning"):
    """Who comes back later for a return leg, and when it can be called."""

    returns_at: datetime


class QueueView(Shown, frozen=True, tag="queue"):
    """A queue now: who waits, since when the longest, the expected wait in minutes, counters open for it.

    interrupted: as in `ServiceView`.
    """

    prefix: str
    waiting: int
    preferential: int
    oldest: datetime | None
    wait: tuple[int, int] | None
    counters: int
    open: bool
    limit_minutes: int
    interrupted: str = ""


class OutlookView(Shown, frozen=True, tag="outlook"):
    """How the day of a queue ends, and how its promises were kept so far.

    last_served: when the last of those inside now will have been attended, in full five minutes, or null. closes_at: of
    its entity. last_ticket: the rule of the centre file; how: policy, extended or stopped, as decided for today. ended:
    whether whoever comes now gets no number. promised: calls that had a range; kept: those by its second figure.
    """

    prefix: str
    closes_at: datetime | None
    last_served: datetime | None
    last_ticket: str
    how: str
    ended: bool
    promised: int
    kept: int


class PersonView(Shown, frozen=True, tag="person"):
    """Somebody who works here, as far as letting them in goes. pin: none, temporary, ready or locked (`locked_until`;
    null when only a supervisor ends it). at: the devices where they are signed in.
    """

    person: str
    pin: str
    locked_until: datetime | None = None
    at: tuple[str, ...] = ()


class InterruptionView(Shown, frozen=True, tag="interruption"):
    """A logged interruption of today. until: null while it goes on.

    Of the service, else the queue, else the entity, else the whole centre. by: who said so.
    """

    interruption: int
    reason: str
    since: datetime
    until: datetime | None
    entity: str = ""
    queue: str = ""
    service: str = ""
    by: str = ""


class CallView(Shown, frozen=True, tag="call"):
    """One call of the day: `call` counts from 1 and never repeats; a recall is a call of its own."""

    call: int
    number: str
    counter: int
    recall: bool
    at: datetime
    languages: tuple[str, ...] = ("es",)


class PhoneView(Shown, frozen=True, tag="phone"):
    """A ticket as whoever holds its slip sees it on a phone; there is none of a ticket that has ended.

    state: waiting, called, serving, held, returning, or absent while it may still come back. ahead: who is before it in
    its queue. between: when it was promised to be called. counter: that called it last, in `calls` calls; 0 for none.
    until: when a return leg becomes callable, or a grace ends. stops: all of the visit; `at` is the index of its own.
    interrupted: as in `ServiceView`.
    """

    number: str
    state: str
    language: str
    stops: tuple[StopView, ...]
    at: int = 0
    ahead: int = 0
    between: tuple[datetime, datetime] | None = None
    counter: int = 0
    calls: int = 0
    until: datetime | None = None
    interrupted: str = ""


class SpareView(Shown, frozen=True, tag="spare"):
    """A number that was given without the hub, and came to it `at`. number: as its citizen holds it.

    ticket: 0 where it has none. own: the number that its ticket has in its queue, or "". was: new, waiting, called or
    ended, as in `spare_ticket_merged`, or why it has no ticket, as in `spare_number_voided`.
    """

    number: str
    ticket: int
    own: str
    was: str
    taken_at: datetime
    at: datetime


class DeviceView(Shown, frozen=True, tag="device"):
    """A device that was paired. state: paired or revoked, `since` when. online: it has a line to the hub now.

    seen: when it was last there, as far as the hub knows since it runs.
    """

    device: str
    role: DeviceRole
    counter: int
    zone: str
    state: DeviceState
    since: datetime
    online: bool
    seen: datetime | None = None


class PairingView(Shown, frozen=True, tag="pairing"):
    """The last pairing begun. state: waiting (`code` may be typed at the device until `until`), paired, expired,
    cancelled, or burnt: somebody used up its one attempt, with a wrong code or from elsewhere. `code` is "" afterwards.

    `by`: the network address from which the attempt came, "" before.
    """

    state: str
    device: str
    role: DeviceRole
    counter: int
    zone: str
    until: datetime
    code: str = ""
    by: str = ""


class ImpostorView(Shown, frozen=True, tag="impostor"):
    """Something at this address said that it is this hub, and could not prove it to `device`."""

    address: str
    device: str
    at: datetime


class AlertView(Shown, frozen=True, tag="alert"):
    """Something at the hub that somebody should see to.

    kind: disk_full (no new tickets) or disk_low, `amount` megabytes are free; copy_failed; log_behind (the second place
    cannot be written); store_repaired (it was damaged), `amount` events were lost.
    """

    kind: str
    amount: int = 0


View = (
    CatalogueView
    | HallView
    | ServiceView
    | AttentionView
    | CounterView
    | WaitingView
    | HeldView
    | AbsentView
    | ReturningView
    | QueueView
    | CallView
    | ProofView
    | PassingView
    | OutlookView
    | PersonView
    | InterruptionView
    | SpareView
    | PhoneView
    | DeviceView
    | PairingView
    | ImpostorView
    | AlertView
    | ClockView
)
