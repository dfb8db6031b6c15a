"""What each role is shown: the values under the keys of a mirror. Computed by the hub (`shared/hub/views.py`).

key                 value           who gets it
catalogue           CatalogueView   all (without advisors for kiosk and board)
hall                HallView        all
service/PJ01        ServiceView     kiosk, orientator, supervisor
counter             CounterView     counter (its own)
counter/20          CounterView     supervisor
waiting/2026112300047  WaitingView  counter (of its queues), supervisor
held/2026112300047  HeldView        counter (of its queues), supervisor
proof               ProofView       supervisor
passing/fault-3     PassingView     supervisor, the last RECENT_PASSINGS of the day
outlook/PJ          OutlookView     supervisor
queue/PJ            QueueView       board (of its zone), counter (its own queues), supervisor, orientator
call/12             CallView        board (of its zone), the last RECENT_CALLS of the day
"""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from shared.domain.catalogue import Catalogue
from shared.domain.events import Because

RECENT_CALLS = 40
RECENT_PASSINGS = 50


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


class ServiceView(Shown, frozen=True, tag="service"):
    """A service as a citizen may choose it.

    state: open, closed (its entity does not attend now; `opens_at` when it does later today), suspended, or last_ticket
    (no more numbers today: `last_at` when the last one was given, `opens_at` when the entity attends next).
    wait: minutes from and to, or null while no counter serves it: `serves_from` is when one will, where that is known.
    """

    code: str
    state: str
    waiting: int
    wait: tuple[int, int] | None
    opens_at: datetime | None = None
    serves_from: datetime | None = None
    last_at: datetime | None = None


class AttentionView(Shown, frozen=True, tag="attention"):
    """The ticket at a counter. state: called or serving. `promised`: the range in minutes told to the citizen.

    `came_from`: counter of the ticket's stop before this one, or 0. `next_queue`: where it goes after, or "".
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
    sign: bool = False


class FiguresView(msgspec.Struct, frozen=True):
    """The day of a counter: attentions finished, their mean in seconds, within the ANS, absent."""

    finished: int = 0
    mean_seconds: int = 0
    within_limit: int = 0
    absent: int = 0


class CounterView(Shown, frozen=True, tag="counter"):
    """A counter. status: closed, open or paused (`reason`)."""

    counter: int
    status: str
    advisor: str = ""
    reason: str = ""
    since: datetime | None = None
    attention: AttentionView | None = None
    figures: FiguresView = FiguresView()


class WaitingView(Shown, frozen=True, tag="waiting"):
    """A ticket that waits. Sorting by `rank`, then by `ticket`, gives the order in which the rules would call.

    reason: what places it there: preferential, appointment, guard, due, arrival, accumulated or ratio, as in `Because`.
    due: of an ordinary ticket, until when it should be called. sign: asks for sign language.
    """

    ticket: int
    number: str
    queue: str
    service: str
    preferential: bool
    since: datetime
    rank: int
    language: str = "es"
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


class HeldView(Shown, frozen=True, tag="held"):
    """A pending ticket, the counter that left it so, and why."""

    ticket: int
    number: str
    queue: str
    service: str
    preferential: bool
    since: datetime
    counter: int
    reason: str


class QueueView(Shown, frozen=True, tag="queue"):
    """A queue now: who waits, since when the longest, the expected wait in minutes, counters open for it."""

    prefix: str
    waiting: int
    preferential: int
    oldest: datetime | None
    wait: tuple[int, int] | None
    counters: int
    open: bool
    limit_minutes: int


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


class CallView(Shown, frozen=True, tag="call"):
    """One call of the day: `call` counts from 1 and never repeats; a recall is a call of its own."""

    call: int
    number: str
    counter: int
    recall: bool
    at: datetime
    languages: tuple[str, ...] = ("es",)


View = (
    CatalogueView
    | HallView
    | ServiceView
    | AttentionView
    | CounterView
    | WaitingView
    | HeldView
    | QueueView
    | CallView
    | ProofView
    | PassingView
    | OutlookView
)
