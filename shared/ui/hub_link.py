"""A screen's line to the hub: one WebSocket in the UI thread, that comes back by itself.

QWebSocket has neither keep-alive nor connect timeout: it is pinged every 2 s, given up after 2 s of silence, and
watched for 3 s while it connects. With that a pulled cable is noticed in about 4 s, without it never.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random

import msgspec
from PySide6.QtCore import QDeadlineTimer, QElapsedTimer, QObject, QTimer, QUrl, Signal
from PySide6.QtNetwork import QAbstractSocket
from PySide6.QtWebSockets import QWebSocket

from shared.domain.commands import Command
from shared.domain.refusals import Code
from shared.lan.messages import Answer, Ask, Changes, Hello, Problem, Refused, Welcome, encode, from_hub
from shared.lan.mirror import Mirror
from shared.lan.reconnect import pauses

log = logging.getLogger(__name__)

PING_EVERY = 2_000  # ms
PATIENCE = 2_000  # ms without a pong
CONNECT_WITHIN = 3_000  # ms

Places = Callable[[], list[str]]
"""Gives the WebSocket URLs where the hub may be, best first; it may answer differently at every call."""


class HubLink(QObject):
    """Keeps a mirror of what the hub shows, and sends orders until they are answered.

    online: whether the hub is there. changed: frozenset of the keys that changed. answered: an Answer.
    refused: a Refused. The hub's word on a request comes once, however often the line broke in between.
    """

    online = Signal(bool)
    changed = Signal(object)
    answered = Signal(object)
    refused = Signal(object)

    def __init__(self, hello: Hello, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mirror = Mirror()
        self.is_online = False
        self._hello = hello
        self._places = places
        self._tried: list[str] = []
        self._open: dict[str, Ask] = {}  # orders without an answer, oldest first
        self._hub_time = datetime.now(UTC)
        self._since_hub_time = QElapsedTimer()
        self._since_hub_time.start()
        self._pauses = pauses(Random())
        self._socket = QWebSocket("", parent=self)
        self._socket.connected.connect(self._say_hello)
        self._socket.disconnected.connect(self._lost)
        self._socket.textMessageReceived.connect(self._hear)
        self._socket.pong.connect(self._pong)
        self._again = self._timer(self._connect)
        self._guard = self._timer(self._give_up)
        self._pinging = self._timer(self._ping, single=False)
        self._patience = QDeadlineTimer(QDeadlineTimer.ForeverConstant.Forever)
        self._stopped = True

    def start(self) -> None:
        """Look for the hub, now and whenever it is lost."""
        self._stopped = False
        self._connect()

    def stop(self) -> None:
        """Leave the hub and stay away."""
        self._stopped = True
        for timer in (self._again, self._guard, self._pinging):
            timer.stop()
        self._socket.abort()

    def send(self, command: Command) -> str:
        """Give an order. Returns its request id; it is sent again after every break until the hub answers."""
        ask = Ask(uuid.uuid4().hex, command)
        self._open[ask.request] = ask
        if self.is_online:
            self._socket.sendTextMessage(encode(ask))
        return ask.request

    def now(self) -> datetime:
        """The hub's time, UTC: its last word plus what has passed since."""
        return self._hub_time + timedelta(milliseconds=self._since_hub_time.elapsed())

    def present_as(self, hello: Hello) -> None:
        """Say hello anew as somebody else (another counter, another person): a fresh snapshot follows."""
        self._hello = hello
        if not self._stopped:
            self._give_up()

    def _timer(self, then: Callable[[], None], *, single: bool = True) -> QTimer:
        timer = QTimer(self, singleShot=single)
        timer.timeout.connect(then)
        return timer

    def _connect(self) -> None:
        if not self._tried:
            self._tried = self._places()
        if not self._tried:
            self._again.start(round(next(self._pauses) * 1000))
            return
        self._guard.start(CONNECT_WITHIN)
        self._socket.open(QUrl(self._tried.pop(0)))

    def _give_up(self) -> None:
        self._guard.stop()
        connected = self._socket.state() == QAbstractSocket.SocketState.ConnectedState
        self._socket.abort()
        if not connected:  # abort() of a socket that was still connecting does not tell
            self._lost()

    def _say_hello(self) -> None:
        self._socket.sendTextMessage(encode(self._hello))

    def _lost(self) -> None:
        self._guard.stop()
        self._pinging.stop()
        if self.is_online:
            self.is_online = False
            log.warning("hub lost")
            self.online.emit(False)
        if not self._stopped and not self._again.isActive():
            self._again.start(0 if self._tried else round(next(self._pauses) * 1000))

    def _ping(self) -> None:
        if self._patience.hasExpired():
            self._give_up()
            return
        if self._patience.isForever():
            self._patience.setRemainingTime(PATIENCE)
        self._socket.ping()

    def _pong(self) -> None:
        self._patience = QDeadlineTimer(QDeadlineTimer.ForeverConstant.Forever)

    def _hear(self, frame: str) -> None:
        try:
            message = from_hub(frame)
        except msgspec.DecodeError as error:
            log.error("a message of the hub was not understood: %s", error)
            return
        match message:
            case Welcome():
                self._welcome(message)
            case Changes():
                self._set_time(message.now)
                self.changed.emit(self.mirror.change(message))
            case Answer():
                if self._open.pop(message.request, None):
                    self.answered.emit(message)
            case Refused():
                if self._open.pop(message.request, None):
                    self.refused.emit(message)
            case Problem():
                log.error("the hub could not take a message: %s", message.problem)
                if self._open.pop(message.request, None):
                    self.refused.emit(Refused(message.request, Code.NOT_UNDERSTOOD, {"problem": message.problem}))
            case _:
                pass

    def _welcome(self, message: Welcome) -> None:
        self._guard.stop()
        self._tried = []
        self._pauses = pauses(Random())
        self._pong()
        self._pinging.start(PING_EVERY)
        self._set_time(message.now)
        self.is_online = True
        log.info("hub found: centre %s, event %d", message.centre, message.seq)
        changed = self.mirror.welcome(message)
        self.online.emit(True)
        self.changed.emit(changed)
        for ask in list(self._open.values()):
            self._socket.sendTextMessage(encode(ask))

    def _set_time(self, now: datetime) -> None:
        self._hub_time = now
        self._since_hub_time.restart()
