"""What a program of the centre and its hub say to each other: JSON text frames over one WebSocket.

`docs/protocol.md` tells it with examples, for whoever writes a client in another language; a test keeps the two equal.
"""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

import msgspec

from shared.domain.commands import Command
from shared.domain.events import Because
from shared.domain.roles import DeviceRole as DeviceRole
from shared.lan.message import Message as Message
from shared.lan.signing_in import PinMessage, SignedIn
from shared.lan.views import View

PROTOCOL = 1
DEFAULT_PORT = 7171
MAX_FRAME = 64 * 1024  # bytes a client may send in one frame; a catalogue comes from the hub, never from a client


class Hello(Message, frozen=True, tag="hello"):
    """The first message of a client. `protocol`: lowest and highest version it speaks.

    `counter` for role counter; `zone` for role board ("" sees all zones). `person`: who is expected here, which opens
    nothing. `session`: of whoever was signed in when the line broke, as `signed_in` gave it.
    `silent`: a board that cannot speak, or shall not.
    """

    protocol: tuple[int, int]
    role: DeviceRole
    device: str
    counter: int = 0
    zone: str = ""
    person: str = ""
    session: str = ""
    silent: bool = False

    def __repr__(self) -> str:
        return f"Hello({self.role.value} {self.device})"  # no session in any log


class Ask(Message, frozen=True, tag="command"):
    """An order, under a request id that the client made (at most 64 characters) and keeps until it is answered."""

    request: str
    command: Command


class ReadLog(Message, frozen=True, tag="read_log"):
    """Ask for recorded events after a sequence number.

    `whole_day`: begin with the catalogue that was in force, then the opening of that event's day: all a fold needs.
    """

    request: str
    after: int
    limit: int = 500
    whole_day: bool = False


FromClient = Hello | Ask | ReadLog | PinMessage


class Ancestor(msgspec.Struct, frozen=True):
    """What a restored store was before: until event `seq`, whose hash in the log's chain is `hash`, it is the same."""

    incarnation: str
    seq: int
    hash: str


class Welcome(Message, frozen=True, tag="welcome"):
    """The hub's first message: who it is, its time, and a snapshot of all that the client is shown.

    `seq`: the last event in the snapshot. `incarnation`: of the store; `epoch`: of the hub. `person`: who is signed in
    at this screen; `change_pin`: may do nothing before changing a temporary PIN. A new welcome comes whenever one of
    these changes. `ancestors`: told to role sync alone, of a store that was restored, oldest first.
    """

    protocol: int
    centre: str
    incarnation: str
    epoch: int
    now: datetime
    seq: int
    snapshot: dict[str, View]
    person: str = ""
    change_pin: bool = False
    ancestors: tuple[Ancestor, ...] | msgspec.UnsetType = msgspec.UNSET


class Changes(Message, frozen=True, tag="changes"):
    """What changed in the client's views with the commit of event `seq`: one frame per commit group."""

    seq: int
    now: datetime
    set: dict[str, View]
    gone: tuple[str, ...] = ()


class StopShown(msgspec.Struct, frozen=True):
    """One stop of a ticket as its citizen is told: where, at which counters.

    gap: minutes after the stop before it until a return leg can be called; returns_at: that moment, once it is known.
    """

    queue: str
    service: str
    counters: tuple[int, ...]
    gap: int = 0
    returns_at: datetime | None = None


class Receipt(Message, frozen=True, tag="receipt"):
    """All that screen and slip show of a ticket. `between`: when it will be called, or null when nobody serves it.

    `stops`: the one at hand and those after it. `token`: unguessable, made again for a repeated answer, never stored.
    `copy`: of a ticket given before, in that `state`. `slot`: of its appointment; `late`: of one that was missed.
    `can_be_rated`: its visit has ended at a counter, and its citizen has not said how it was.
    """

    ticket: int
    number: str
    service: str
    queue: str
    preferential: bool
    language: str
    issued_at: datetime
    ahead: int
    between: tuple[datetime, datetime] | None
    stops: tuple[StopShown, ...]
    token: str = ""
    copy: bool = False
    state: str = "waiting"
    slot: datetime | None = None
    late: datetime | None = None
    can_be_rated: bool = False


class Called(Message, frozen=True, tag="called"):
    """The ticket that the counter now has, and why this one. `together`: numbers of its group that come with it."""

    ticket: int
    number: str
    counter: int
    because: Because
    together: tuple[str, ...] = ()


class DocumentShown(Message, frozen=True, tag="document"):
    """The document of the citizen who is attended. `kind` and `number`: "" once they are gone; never stored."""

    ticket: int
    kind: str = ""
    number: str = ""


class PersonalHeld(Message, frozen=True, tag="personal_held"):
    """Tickets of today of which a document number is kept, or was until now where it was erased."""

    tickets: tuple[int, ...] = ()


class Letter(Message, frozen=True, tag="letter"):
    """The letter of this kiosk's spare numbers, and the last of them that the hub knows of today."""

    letter: str
    last: int


class Done(Message, frozen=True, tag="done"):
    """The order was carried out; there is nothing more to say than the views do."""


Result = Receipt | Called | DocumentShown | PersonalHeld | Letter | Done | SignedIn


class Answer(Message, frozen=True, tag="answer"):
    """An order was carried out and is on disk. `seq`: its last event."""

    request: str
    seq: int
    result: Result


class Refused(Message, frozen=True, tag="refused"):
    """An order that the rules do not allow: a code of `shared/domain/refusals.py` and its parameters."""

    request: str
    code: str
    params: dict[str, str | int]


class LogEntry(msgspec.Struct, frozen=True):
    """One recorded event as it is sent: `body` is the event's own JSON, whatever its version.

    `hash`: of this event in the log's chain, 64 hexadecimal digits; by it two logs are known to be the same so far.
    """

    seq: int
    at: datetime
    day: str
    epoch: int
    device: str
    person: str
    body: msgspec.Raw
    hash: str = ""


class Log(Message, frozen=True, tag="log"):
    """Recorded events in order, and the last sequence number of the whole log."""

    request: str
    entries: tuple[LogEntry, ...]
    last: int


class Problem(Message, frozen=True, tag="problem"):
    """A message that the hub could not take: one sentence, and the request where it was readable."""

    problem: str
    request: str = ""


FromHub = Welcome | Changes | Answer | Refused | Log | Problem
M = TypeVar("M")

_from_client: msgspec.json.Decoder[FromClient] = msgspec.json.Decoder(FromClient)
_from_hub: msgspec.json.Decoder[FromHub] = msgspec.json.Decoder(FromHub)


def encode(message: Message) -> str:
    """A message as the text of one frame."""
    return msgspec.json.encode(message).decode()


def from_client(frame: str | bytes) -> FromClient:
    """What a client said. Raises msgspec.DecodeError, whose text names the place."""
    return _decoded(_from_client, frame)


def from_hub(frame: str | bytes) -> FromHub:
    """What the hub said. Raises msgspec.DecodeError, whose text names the place."""
    return _decoded(_from_hub, frame)


def _decoded(decoder: msgspec.json.Decoder[M], frame: str | bytes) -> M:
    try:
        return decoder.decode(frame)
    except UnicodeDecodeError:  # both of these msgspec lets out as they are
        raise msgspec.DecodeError("a text in it is not UTF-8") from None
    except RecursionError:
        raise msgspec.DecodeError("brackets inside brackets without end") from None
