"""A hub that says what the test tells it to, on a real socket in Qt's own loop; and a wire to it that can be cut."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import (
    QHostAddress,
    QSsl,
    QSslCertificate,
    QSslConfiguration,
    QSslKey,
    QSslSocket,
    QTcpServer,
    QTcpSocket,
)
from PySide6.QtWebSockets import QWebSocket, QWebSocketServer

from shared.hub.trust import HUB_CERTIFICATE, HUB_KEY, Trust
from shared.lan.identity import AUTHORITY
from shared.lan.messages import Ask, FromClient, Hello, Message, Welcome, encode, from_client
from shared.lan.views import View
from tests.fakes import identities

MORNING = datetime(2026, 11, 23, 15, 24, tzinfo=UTC)
HERE = QHostAddress(QHostAddress.SpecialAddress.LocalHost)


def hub_tls(keys: Trust) -> QSslConfiguration:
    """As the real hub has it, in Qt's words."""
    made = QSslConfiguration()
    made.setProtocol(QSsl.SslProtocol.TlsV1_3OrLater)
    made.setPeerVerifyMode(QSslSocket.PeerVerifyMode.VerifyPeer)
    made.setCaCertificates(QSslCertificate.fromData((keys.folder / AUTHORITY).read_bytes()))
    made.setLocalCertificateChain(QSslCertificate.fromData((keys.folder / HUB_CERTIFICATE).read_bytes()))
    made.setPrivateKey(QSslKey((keys.folder / HUB_KEY).read_bytes(), QSsl.KeyAlgorithm.Ec))
    return made


class ScriptedHub(QObject):
    """Welcomes every hello with `snapshot`, unless `welcomes` is false. `heard`: all that clients said, in order."""

    hears = Signal(object)

    def __init__(self, keys: Trust | None = None) -> None:
        """`keys` of another centre make an impostor of it."""
        super().__init__()
        self.snapshot: dict[str, View] = {}
        self.welcomes = True
        self.centre = "region-sur"
        self.now = MORNING
        self.heard: list[FromClient] = []
        self.lines: list[QWebSocket] = []
        self._server = QWebSocketServer("hub", QWebSocketServer.SslMode.SecureMode)
        self._server.setSslConfiguration(hub_tls(keys or identities.trust()))
        self._server.newConnection.connect(self._received)
        self.come()

    @property
    def url(self) -> str:
        return f"wss://127.0.0.1:{self.port}"

    @property
    def hellos(self) -> list[Hello]:
        return [message for message in self.heard if isinstance(message, Hello)]

    @property
    def asks(self) -> list[Ask]:
        return [message for message in self.heard if isinstance(message, Ask)]

    def come(self) -> None:
        """Listen, again on the same port."""
        assert self._server.listen(HERE, getattr(self, "port", 0))
        self.port = self._server.serverPort()

    def go(self) -> None:
        """End: every line breaks and nobody listens."""
        self._server.close()
        self.drop()

    def drop(self) -> None:
        """Break every line."""
        for line in list(self.lines):
            line.abort()

    def say(self, message: Message) -> None:
        """Tell it to whoever came last."""
        self.say_frame(encode(message))

    def say_frame(self, frame: str) -> None:
        self.lines[-1].sendTextMessage(frame)

    def welcome(self) -> Welcome:
        return Welcome(1, self.centre, "0123456789abcdef", 1, self.now, len(self.heard), dict(self.snapshot))

    def _received(self) -> None:
        line = self._server.nextPendingConnection()
        line.setParent(self)
        line.textMessageReceived.connect(self._hear)
        line.disconnected.connect(self._ended)
        self.lines.append(line)

    def _hear(self, frame: str) -> None:
        message = from_client(frame)
        self.heard.append(message)
        if isinstance(message, Hello) and self.welcomes:
            self.say(self.welcome())
        self.hears.emit(message)

    def _ended(self) -> None:
        line = self.sender()
        assert isinstance(line, QWebSocket)
        self.lines.remove(line)
        line.deleteLater()


class Wire(QObject):
    """A way to a port of this machine that can be cut like a cable: both ends then hear nothing, and are not told."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.is_cut = False
        self._port = port
        self._ends: list[tuple[QTcpSocket, QTcpSocket]] = []
        self._server = QTcpServer(self)
        self._server.newConnection.connect(self._join)
        assert self._server.listen(HERE)

    @property
    def url(self) -> str:
        return f"wss://127.0.0.1:{self._server.serverPort()}"

    def close(self) -> None:
        self._server.close()
        for pair in self._ends:
            for end in pair:
                end.abort()

    def _join(self) -> None:
        near = self._server.nextPendingConnection()
        far = QTcpSocket(self)
        far.connectToHost(HERE, self._port)
        self._ends.append((near, far))
        near.readyRead.connect(self._carry)
        far.readyRead.connect(self._carry)
        far.connected.connect(self._carry)

    def _carry(self) -> None:
        for pair in self._ends:
            for end, other in (pair, pair[::-1]):
                if not self.is_cut and other.state() is QTcpSocket.SocketState.ConnectedState and end.bytesAvailable():
                    other.write(end.readAll())
