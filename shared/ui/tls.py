"""The identity of a device as Qt's sockets take it."""

from __future__ import annotations

from PySide6.QtNetwork import QSsl, QSslCertificate, QSslConfiguration, QSslKey, QSslSocket

from shared.lan.identity import AUTHORITY, CERTIFICATE, KEY, Identity


def tls_of(identity: Identity) -> QSslConfiguration:
    """TLS 1.3 only, both sides proved, the centre's authority the only one."""
    made = QSslConfiguration()
    made.setProtocol(QSsl.SslProtocol.TlsV1_3OrLater)
    made.setPeerVerifyMode(QSslSocket.PeerVerifyMode.VerifyPeer)
    made.setCaCertificates(QSslCertificate.fromData((identity.folder / AUTHORITY).read_bytes()))
    made.setLocalCertificateChain(QSslCertificate.fromData((identity.folder / CERTIFICATE).read_bytes()))
    key = QSslKey((identity.folder / KEY).read_bytes(), QSsl.KeyAlgorithm.Ec)
    made.setPrivateKey(key)
    return made
