"""A screen's line to the hub: one WebSocket in the UI thread, that comes back by itself.

QWebSocket has neither keep-alive nor connect timeout: it is pinged every 2 s, given up after 2 s of silence, and
watched for 3 s while it connects. With that a pulled cable is noticed in about 4 s, without it never. All places where
the hub may be are tried at once (`tries.py`).
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

import msgspec
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWebSockets import QWebSocket

from shared.domain.commands import Command, ReportImpostor
from shared.domain.refusals import Code
from shared.lan.addresses import Places
from shared.lan.identity import Identity
from shared.lan.messages import Answer, Ask, Changes, Hello, Problem, Refused, Result, Welcome, encode, from_hub
from shared.lan.mirror import Mirror
from shared.lan.reconnect import FIRST, LONGEST, pauses
from shared.lan.signing_in import PinMessage, SignedIn
from shared.ui.outbox import LASTING, Outbox
from shared.ui.tries import Tries

log = logging.getLogger(__name__)

MOST_REPORTED = 5  # impostors told of at one welcome
LONGEST_PLACE = 64  # characters

NOBODY_YET = (Code.NOT_SIGNED_IN, Code.PIN_MUST_CHANGE)


@dataclass(frozen=True)
class Patience:
    """How long a line waits. Milliseconds, except for the seconds between two rounds of tries."""

    ping_every: int = 2_000
    pong_within: int = 2_000
    welcome_within: int = 3_000  # for the WebSocket, and again for the hub's first message
    first_pause: float = FIRST
    longest_pause: float = LONGEST


class HubLink(QObject):
    """Keeps a mirror of what the hub shows, and sends orders until they are answered.

    online: whether the hub is there. changed: frozenset of the keys that changed. answered: an Answer.
    refused: a Refused. The hub's word on a request comes once, however often the line broke in between.
    turned_away: the sentence of a hub that does not welcome this device, at every try.

    person: who is signed in at this screen, "" for nobody. Their session is kept here, in memory alone, and shown
    whenever the line comes back: nobody types a PIN again because of a cable.
    """

    online = Signal(bool)
    changed = Signal(object)
    answered = Signal(object)
    refused = Signal(object)
    turned_away = Signal(str)

    def __init__(
        self,
        hello: Hello,
        places: Places,
        identity: Identity,
        parent: QObject | None = None,
        patience: Patience | None = None,
        outbox: Outbox | None = None,
    ) -> None:
        super().__init__(parent)
        self.outbox = outbox or Outbox()
        self._identity = identity
        self.mirror = Mirror()
        self.is_online = False
        self.person = ""
        self.change_pin = False  # a temporary PIN opens nothing else
        self._once: set[str] = set()  # what was said to sign in or out, and is not said again
        self._hello = hello
        self._patience = patience or Patience()
        self._tries = Tries(places, identity, self._patience.welcome_within, self)
        self._tries.found.connect(self._take)
        self._tries.over.connect(self._try_later)
        self._tries.distrusted.connect(self._distrust)
        self._place = ""  # where the line is
        self._first = ""  # where it is to be tried first
        self._open = {ask.request: ask for ask in self.outbox.waiting()}  # orders without an answer, oldest first
        self._hub_time = datetime.now(UTC)
        self._since_hub_time = QElapsedTimer()
        self._since_hub_time.start()
        self._pauses = self._fresh_pauses()
        self._impostors: dict[str, bool] = {}  # places, and whether the hub was told of them
        self._stopped = True
        self._leaving = False  # of our own will
        self._unwelcome = ""  # the sentence that the log has already
        self._socket: QWebSocket | None = None  # of a hub that has proved itself
        self._again = self._timer(self._connect)
        self._guard = self._timer(self._give_up)
        self._silence = self._timer(self._give_up)
        self._pinging = self._timer(self._ping, single=False)

    def start(self) -> None:
        """Look for the hub, now and whenever it is lost."""
        self._stopped = False
        self._connect()

    def stop(self) -> None:
        """Leave the hub and stay away."""
        self._stopped = True
        self._again.stop()
        self._tries.stop()
        self._leave()

    def send(self, command: Command, request: str = "") -> str:
        """Give an order. Returns its request id; it is sent again after every break until the hub answers.

        It is on this device's disk first, so that it outlives the program too.
        """
        ask = Ask(request or uuid.uuid4().hex, command)
        self.outbox.keep(ask)
        self._open[ask.request] = ask
        if self.is_online:
            self._say(ask)
        return ask.request

    def sign(self, message: PinMessage) -> bool:
        """Say something about signing in or out. Returns whether there is a line: it is never said by itself again."""
        if self.is_online:
            self._once.add(message.request)
            self._say(message)
        return self.is_online

    def withdraw(self, request: str) -> None:
        """Wait for the answer to an order no more: another one takes its place, which names it."""
        self._open.pop(request, None)

    def suppose(self, now: datetime) -> None:
        """Take this for the hub's time until the hub tells it."""
        self._set_time(now)

    def now(self) -> datetime:
        """The hub's time, UTC: its last word plus what has passed since."""
        return self._hub_time + timedelta(milliseconds=self._since_hub_time.elapsed())

    @property
    def hello(self) -> Hello:
        """What is said when the line comes, by the name that this device has in its centre."""
        return self._hello

    def present_as(self, hello: Hello) -> None:
        """Say hello anew as somebody else (another counter, another person): a fresh snapshot follows."""
        self._hello = hello
        if self._stopped:
            return
        if self.is_online:
            self._first = self._place
        self._tries.stop()
        self._again.start(0)
        self._leave()

    def _timer(self, then: Callable[[], None], *, single: bool = True) -> QTimer:
        timer = QTimer(self, singleShot=single)
        timer.timeout.connect(then)
        return timer

    def _fresh_pauses(self) -> Iterator[float]:
        return pauses(Random(), self._patience.first_pause, self._patience.longest_pause)

    def _connect(self) -> None:
        first, self._first = self._first, ""
        self._tries.begin(first)

    def _take(self, socket: QWebSocket, place: str) -> None:
        """This is our hub: greet it."""
        self._socket, self._place = socket, place
        socket.setParent(self)
        socket.disconnected.connect(self._give_up)
        socket.errorOccurred.connect(self._give_up)
        socket.textMessageReceived.connect(self._hear)
        socket.pong.connect(self._pong)
        self._guard.start(self._patience.welcome_within)
        self._say(self._hello)

    def _distrust(self, place: str) -> None:
        """What listens there cannot prove that it is our hub: it was told nothing, and the hub will be told of it."""
        if place not in self._impostors:
            log.warning("what listens at %s cannot prove that it is the hub of this centre", place)
            self._impostors[place] = False

    def _report_impostors(self) -> None:
        for place in [place for place, told in self._impostors.items() if not told][:MOST_REPORTED]:
            self._impostors[place] = True
            self.send(ReportImpostor(place.removeprefix("wss://")[:LONGEST_PLACE]))

    def _give_up(self) -> None:
        """The line has ended, or is no use; the next try follows unless the link was stopped."""
        for timer in (self._guard, self._silence, self._pinging):
            timer.stop()
        if self._socket:
            self._socket.blockSignals(True)
            self._socket.abort()
            self._socket.deleteLater()
            self._socket = None
        was_online, self.is_online = self.is_online, False
        if was_online:
            if not self._leaving:
                log.warning("hub lost")
            self.online.emit(False)
        if self._stopped or self._again.isActive():
            return
        if was_online:
            self._try_later()
        else:
            self._tries.go_on()

    def _try_later(self) -> None:
        """The next round, after a pause."""
        self._again.start(round(next(self._pauses) * 1000))

    def _leave(self) -> None:
        self._leaving = True
        self._give_up()
        self._leaving = False

    def _ping(self) -> None:
        if not self._silence.isActive():
            self._silence.start(self._patience.pong_within)
        if self._socket:
            self._socket.ping()

    def _pong(self) -> None:
        self._silence.stop()

    def _say(self, message: Hello | Ask | PinMessage) -> None:
        if self._socket:
            self._socket.sendTextMessage(encode(message))

    def _hear(self, frame: str) -> None:
        try:
            message = from_hub(frame)
        except msgspec.DecodeError as error:
            log.error("a message of the hub was not understood: %s", error)
            return
        match message:
            case Welcome() if message.centre != self._identity.centre:
                self._turn_away(
                    f"this device belongs to {self._identity.centre}, and the hub is that of {message.centre}"
                )
                self._give_up()
            case Welcome():
                self._welcome(message)
            case Changes():
                self._set_time(message.now)
                self.changed.emit(self.mirror.change(message))
            case Answer():
                self._remember(message.result)
                if self._expected(message):
                    self.answered.emit(message)
            case Refused() if self._waits_for_person(message):
                pass
            case Refused():
                if self._expected(message):
                    self.refused.emit(message)
            case Problem() if not self.is_online:
                self._turn_away(message.problem)
            case Problem():
                log.error("the hub could not take a message: %s", message.problem)
                if self._open.pop(message.request, None):
                    self.refused.emit(Refused(message.request, Code.NOT_UNDERSTOOD, {"problem": message.problem}))
            case _:
                pass

    def _waits_for_person(self, refused: Refused) -> bool:
        """What tells of the past is not lost because nobody has signed in yet: it is said again when somebody has."""
        ask = self._open.get(refused.request)
        return ask is not None and isinstance(ask.command, LASTING) and refused.code in NOBODY_YET

    def _expected(self, message: Answer | Refused) -> bool:
        """Whether somebody waits for the hub's word; it comes once."""
        if self._open.pop(message.request, None):
            self.outbox.heard(message)
            return True
        once = message.request in self._once
        self._once.discard(message.request)
        return once

    def _remember(self, result: Result) -> None:
        if isinstance(result, SignedIn):
            self._hello = msgspec.structs.replace(self._hello, session=result.session)

    def _welcome(self, message: Welcome) -> None:
        self._guard.stop()
        self._pauses = self._fresh_pauses()
        self._pinging.start(self._patience.ping_every)
        self._set_time(message.now)
        self._unwelcome = ""
        self.person, self.change_pin = message.person, message.change_pin
        if not self.is_online:
            self.is_online = True
            self._once.clear()
            self._identity.found_hub(self._place)
            self._report_impostors()
            log.info("hub found: centre %s, event %d", message.centre, message.seq)
            for ask in self._open.values():
                self._say(ask)
        elif message.person:
            for ask in self._open.values():
                if isinstance(ask.command, LASTING):
                    self._say(ask)
        changed = self.mirror.welcome(message)
        self.online.emit(True)
        self.changed.emit(changed)

    def _turn_away(self, sentence: str) -> None:
        if sentence != self._unwelcome:
            self._unwelcome = sentence
            log.error("the hub turned this device away: %s", sentence)
        self.turned_away.emit(sentence)

    def _set_time(self, now: datetime) -> None:
        self._hub_time = now
        self._since_hub_time.restart()
