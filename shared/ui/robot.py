"""Lets a demo or a test drive this program's real widgets: one JSON object a line in, one answer a line out.

    {"do": "click", "name": "choice-procedure"}    {"do": "key", "key": "Space"}      {"do": "type", "text": "123"}
    {"do": "grab", "path": "out/kiosk-1.png"}      {"do": "view"}   {"do": "names"}   {"do": "quit"}
    {"do": "watch", "name": "newest"}              {"do": "painted"}  {"do": "measure"}

Answers: {"ok": true, ...} with "size" of a grab, "view", "names", "measured" (see `measure.py`); or {"ok": false,
"problem": "..."}. "painted": when the window was painted with another value of what is watched in the view (seconds of
the monotonic clock), 0 before.
Never in an installed unit: whoever may open the socket may press everything.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QWidget

from shared.ui import hands
from shared.ui.hands import CannotDo
from shared.ui.measure import measure

log = logging.getLogger(__name__)


class Order(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line from the driver."""

    do: str
    name: str = ""
    key: str = ""
    text: str = ""
    path: str = ""


DOES = ("click", "key", "type", "grab", "view", "watch", "painted", "measure", "names", "quit")


class RobotBusy(Exception):
    """The name is taken by another program, or cannot be used."""


class Robot(QObject):
    """Listens until `close`. `tell_view` gives what `view` answers: anything msgspec can encode."""

    def __init__(self, name: str, window: QWidget, tell_view: Callable[[], object]) -> None:
        """Raises RobotBusy."""
        super().__init__()
        self._window = window
        self._tell_view = tell_view
        self._watch: Watch | None = None
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        self._open(name)

    def _open(self, name: str) -> None:
        if _somebody_listens(name):
            raise RobotBusy(f"Another program already answers to the robot name {name!r}")
        QLocalServer.removeServer(name)  # left by a program that was killed
        if not self._server.listen(name):
            raise RobotBusy(f"Cannot listen to the robot name {name!r}: {self._server.errorString()}")
        log.info("robot listens at %s", self._server.fullServerName())

    def place(self) -> str:
        """The socket's full name: on POSIX its path."""
        return self._server.fullServerName()

    def close(self) -> None:
        self._server.close()

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setParent(self)
            _Driver(socket, self._obey)

    def _obey(self, line: bytes) -> bytes:
        try:
            order = msgspec.json.decode(line, type=Order)
            answer: dict[str, Any] = {"ok": True, **self._do(order)}
        except (CannotDo, OSError, msgspec.MsgspecError) as error:
            answer = {"ok": False, "problem": str(error)}
        return msgspec.json.encode(answer) + b"\n"

    def _do(self, order: Order) -> dict[str, Any]:
        match order.do:
            case "click":
                hands.click(self._window, order.name)
            case "key":
                hands.press_key(self._window, order.key)
            case "type":
                hands.type_text(self._window, order.text)
            case "grab":
                return {"size": self._grab(Path(order.path))}
            case "view":
                return {"view": self._tell_view()}
            case "watch":
                self._watch = Watch(self._window, lambda: getattr(self._tell_view(), order.name, None))
            case "painted":
                return {"painted": self._watch.painted if self._watch else 0.0}
            case "measure":
                return {"measured": measure(self._window)}
            case "names":
                return {"names": hands.names(self._window)}
            case "quit":
                QTimer.singleShot(0, QApplication.quit)
            case _:
                raise CannotDo(f"A robot cannot do {order.do!r}: it does {', '.join(DOES)}")
        return {}

    def _grab(self, path: Path) -> list[int]:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # words that came with this very view
        picture = self._window.grab()
        if not path.name or not picture.save(str(path), "PNG"):
            raise CannotDo(f"Cannot write the picture {str(path)!r}")
        return [picture.width(), picture.height()]


class Watch(QObject):
    """Notes when the window was painted with another value than now. Nobody needs to ask meanwhile."""

    def __init__(self, window: QWidget, value: Callable[[], object]) -> None:
        super().__init__(window)
        self.painted = 0.0
        self._value, self._before = value, value()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.UpdateRequest and not self.painted and self._value() != self._before:
            QTimer.singleShot(0, self, self._after)  # the window paints in this very event
        return super().eventFilter(watched, event)

    def _after(self) -> None:
        self.painted = self.painted or time.monotonic()


class _Driver(QObject):
    """One connection. Qt may come back here while a click is still being delivered: lines wait their turn."""

    def __init__(self, socket: QLocalSocket, obey: Callable[[bytes], bytes]) -> None:
        super().__init__(socket)
        self._socket = socket
        self._obey = obey
        self._busy = False
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(socket.deleteLater)

    def _read(self) -> None:
        if self._busy:
            return
        self._busy = True
        try:
            while self._socket.canReadLine():
                self._socket.write(self._obey(bytes(self._socket.readLine().data())))
                self._socket.flush()
        finally:
            self._busy = False


def _somebody_listens(name: str) -> bool:
    probe = QLocalSocket()
    probe.connectToServer(name)
    found = probe.waitForConnected(200)
    probe.abort()
    return found
