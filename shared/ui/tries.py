"""The tries of a screen to reach its hub: several places at once, and the first that proves itself is used.

As `shared/lan/race.py` has it for programs without a screen; here the places may grow while they are tried.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtNetwork import QNetworkProxy, QSslConfiguration, QSslSocket
from PySide6.QtWebSockets import QWebSocket

from shared.lan.addresses import Places
from shared.lan.identity import Identity
from shared.lan.race import HEAD_START
from shared.ui.tls import tls_of


class Try(QObject):
    """One place: `proved` when it is our hub, `failed` when it is not, or is nobody; exactly one of them, once."""

    def __init__(
        self,
        place: str,
        within: int,
        proved: Callable[[Try], None],
        failed: Callable[[Try], None],
        distrusted: Callable[[Try], None],
        parent: QObject,
    ) -> None:
        """within: ms."""
        super().__init__(parent)
        self.place = place
        self._proved, self._failed, self._distrusted = proved, failed, distrusted
        self._guard = QTimer(self, singleShot=True, interval=within)
        self._guard.timeout.connect(self._fail)
        self.socket = QWebSocket("", parent=self)  # a new one for every try: nothing of the last line comes late
        self.socket.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))  # the hub is on the LAN, whatever is set
        self.socket.connected.connect(self._prove)
        self.socket.disconnected.connect(self._fail)
        self.socket.errorOccurred.connect(self._fail)
        self.socket.sslErrors.connect(self._distrust)

    def start(self, tls: QSslConfiguration, hub_name: str) -> None:
        self._guard.start()
        self.socket.setSslConfiguration(tls)
        self.socket.open(QUrl(self.place))
        for line in self.socket.findChildren(QSslSocket):  # QWebSocket itself cannot be told whose name to expect
            line.setPeerVerifyName(hub_name)

    def take(self, parent: QObject) -> QWebSocket:
        """The line, for whoever goes on with it."""
        self.socket.disconnect(self)
        self.socket.setParent(parent)
        self._end()
        return self.socket

    def drop(self) -> None:
        self.socket.blockSignals(True)
        self.socket.abort()
        self._end()

    def _end(self) -> None:
        self._guard.stop()
        self.deleteLater()

    def _prove(self) -> None:
        self._proved(self)

    def _fail(self) -> None:
        self._failed(self)

    def _distrust(self) -> None:
        self._distrusted(self)


class Tries(QObject):
    """found: the QWebSocket of a place that proved itself, and the place. over: all places of this round led nowhere.

    distrusted: a place where something listens that cannot prove that it is our hub; it was told nothing.
    """

    found = Signal(object, str)
    over = Signal()
    distrusted = Signal(str)

    def __init__(self, places: Places, identity: Identity, within: int, parent: QObject) -> None:
        super().__init__(parent)
        self._places, self._identity, self._within = places, identity, within
        self._tls = tls_of(identity)
        self._under_way: list[Try] = []
        self._tried: set[str] = set()
        self._first = ""
        self._head_start = QTimer(self, interval=round(HEAD_START * 1000))
        self._head_start.timeout.connect(self._next)

    def begin(self, first: str = "") -> None:
        """A new round, with a place that is to come before all others."""
        self.stop()
        self._tried, self._first = set(), first
        self.go_on()

    def go_on(self) -> None:
        """With the other places of this round: the one that was found is no use."""
        self._head_start.start()
        self._next()
        self._see_whether_over()

    def stop(self) -> None:
        self._head_start.stop()
        while self._under_way:
            self._under_way.pop().drop()

    def _next(self) -> None:
        places = [*filter(None, [self._first]), *self._places()]
        place = next((place for place in places if place not in self._tried), "")
        if place:
            self._tried.add(place)
            one = Try(place, self._within, self._proved, self._failed, self._distrusted, self)
            self._under_way.append(one)
            one.start(self._tls, self._identity.hub_name)

    def _proved(self, one: Try) -> None:
        self._under_way.remove(one)
        self.stop()
        self.found.emit(one.take(self), one.place)

    def _failed(self, one: Try) -> None:
        if one not in self._under_way:
            return
        self._under_way.remove(one)
        one.drop()
        self._next()
        self._see_whether_over()

    def _distrusted(self, one: Try) -> None:
        self.distrusted.emit(one.place)

    def _see_whether_over(self) -> None:
        if not self._under_way and self._head_start.isActive():
            self._head_start.stop()
            self.over.emit()
