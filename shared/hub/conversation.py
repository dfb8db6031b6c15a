"""What one message of a client is answered with."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import get_args

import msgspec

from shared.domain.commands import Actor, Command, TellOfficeLine, TellPrinter
from shared.domain.events import Recorded, encode_event
from shared.domain.refusals import Code, Refusal
from shared.hub import permissions
from shared.hub.entrance import ENTRANCE_ORDERS, Entrance
from shared.hub.hub import Hub
from shared.hub.limits import TooMuch, looked_at, must_be_plain
from shared.hub.office_line import OfficeLine
from shared.hub.presence import Presence
from shared.hub.sign_ins import SignIns
from shared.lan.messages import (
    Answer,
    Ask,
    DeviceRole,
    Done,
    FromHub,
    Hello,
    Log,
    LogEntry,
    Problem,
    ReadLog,
    Refused,
    from_client,
)
from shared.lan.signing_in import PinMessage

log = logging.getLogger(__name__)

LONGEST_ID = 64  # characters: device and person go into the log with every event, request ids stay for two days
LOG_LIMIT = 2_000  # events in one answer
READS_THE_LOG = (DeviceRole.SYNC, DeviceRole.CONSOLE)
COMMANDS = {str(kind.__struct_config__.tag) for kind in get_args(Command)}


class Conversation:
    """Of one line. `entrance_changed`, `people_changed`: to be called when that is so."""

    def __init__(
        self,
        presence: Presence,
        hub: Hub,
        sign_ins: SignIns,
        entrance: Entrance,
        office_line: OfficeLine,
        tell_printer: Callable[[TellPrinter, str], None],
        entrance_changed: Callable[[], None],
        people_changed: Callable[[], None],
    ) -> None:
        self.presence = presence
        self._hub = hub
        self._sign_ins = sign_ins
        self._entrance = entrance
        self._office_line = office_line
        self._tell_printer = tell_printer
        self._entrance_changed = entrance_changed
        self._people_changed = people_changed

    async def answer(self, frame: str | bytes) -> FromHub:
        """Whatever happens, there is an answer: whoever asked must not wait for ever."""
        try:
            return await self._answer(frame)
        except Exception:  # a fault of ours
            hello = self.presence.hello
            log.exception("a message of %s %s met a fault of the hub", hello.role.value, hello.device)
            return Problem("a fault of the hub, told in its log", request_in(frame))

    async def _answer(self, frame: str | bytes) -> FromHub:
        try:
            frame = looked_at(frame)
            message = from_client(frame)
            must_be_plain(message)
        except msgspec.DecodeError as error:
            return misunderstood(frame, error)
        except TooMuch as error:
            return Problem(str(error), request_in(frame))
        match message:
            case Ask():
                return await self._carry_out(message)
            case ReadLog():
                return await self._read_log(message)
            case Hello():
                return Problem("hello was said already")
            case _:
                return await self._sign(message)

    async def _carry_out(self, ask: Ask) -> Answer | Refused | Problem:
        if not 0 < len(ask.request) <= LONGEST_ID:
            return Problem(f"a request id has 1 to {LONGEST_ID} characters", ask.request[:LONGEST_ID])
        hello = self.presence.hello
        try:
            permissions.check(self.presence, ask.command, self._advisor_at(hello.counter))
            if isinstance(ask.command, ENTRANCE_ORDERS):
                self._entrance.order(ask.command, hello.device, self._hub.committed.centre, self._hub.clock.now())
                self._entrance_changed()
                return Answer(ask.request, self._hub.seq, Done())
            if isinstance(ask.command, TellOfficeLine):
                self._office_line.told(ask.command, hello.device, self._hub.clock.now())
                self._entrance_changed()
                return Answer(ask.request, self._hub.seq, Done())
            if isinstance(ask.command, TellPrinter):
                self._tell_printer(ask.command, hello.device)
                return Answer(ask.request, self._hub.seq, Done())
            return await self._hub.handle(ask.request, ask.command, Actor(hello.device, self.presence.person))
        except Refusal as refusal:
            log.info("%s %s refused: %s", hello.role.value, hello.device, refusal.code.value)
            return Refused(ask.request, refusal.code.value, refusal.params)

    async def _sign(self, message: PinMessage) -> Answer | Refused:
        """Signing in and out, and PINs: never under an order's request id, never in the log."""
        request = message.request[:LONGEST_ID]
        try:
            return Answer(request, self._hub.seq, await self._sign_ins.hear(self.presence, message))
        except Refusal as refusal:
            return Refused(request, refusal.code.value, refusal.params)
        finally:
            self._people_changed()

    def _advisor_at(self, counter: int) -> str:
        """Who sits there, as the day has it."""
        day = self._hub.committed.day
        return day.counter(counter).advisor if counter and day else ""

    async def _read_log(self, message: ReadLog) -> Log | Refused:
        role = self.presence.hello.role
        if role not in READS_THE_LOG:
            return Refused(message.request, Code.NOT_ALLOWED.value, {"command": "read_log", "role": role.value})
        limit = max(1, min(message.limit, LOG_LIMIT))
        after = max(0, min(message.after, self._hub.seq))  # SQLite takes no number that is larger than its own
        found = await self._hub.read_log(after, limit, whole_day=message.whole_day)
        return Log(message.request, tuple(log_entry(*each) for each in found), self._hub.seq)


def log_entry(recorded: Recorded, chain: str) -> LogEntry:
    return LogEntry(
        recorded.seq,
        recorded.at,
        recorded.day.isoformat() if recorded.day else "",
        recorded.epoch,
        recorded.device,
        recorded.person,
        msgspec.Raw(encode_event(recorded.event)),
        chain,
    )


class _Named(msgspec.Struct):
    request: str = ""


class _Tagged(msgspec.Struct):
    type: str


class _Ordered(msgspec.Struct):
    request: str
    command: _Tagged


def misunderstood(frame: str | bytes, error: msgspec.DecodeError) -> Refused | Problem:
    """What is said to a message that could not be taken: of a command that there is not, its name."""
    request = request_in(frame)
    try:
        name = msgspec.json.decode(frame, type=_Ordered).command.type
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Problem(str(error), request)
    if name in COMMANDS or not request:
        return Problem(str(error), request)
    refusal = Refusal(Code.UNKNOWN_COMMAND, command=name[:LONGEST_ID])
    return Refused(request, refusal.code.value, refusal.params)


def request_in(frame: str | bytes) -> str:
    """The request id of a message that could not be taken, where it is readable."""
    try:
        return msgspec.json.decode(frame, type=_Named).request[:LONGEST_ID]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return ""
