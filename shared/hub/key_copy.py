"""The one copy of the centre's key: under a passphrase that is shown once, when the centre is set up.

Whoever has both can make any device of the centre; whoever loses both, and the hub's disk, pairs every device anew.
"""

from __future__ import annotations

import secrets
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from shared.hub.trust import AUTHORITY_KEY, Trust, TrustError
from shared.lan.certificates import NoCertificate, certificate_pem, key_pem, read_certificate
from shared.lan.identity import AUTHORITY
from shared.lan.private_files import write_private

COPY = "ca-copy.pem"
LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # none that is taken for another one on paper
GROUPS, GROUP = 6, 4  # 120 bits


def new_passphrase() -> str:
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))


def write_copy(trust: Trust, passphrase: str, path: Path) -> None:
    """Raises OSError."""
    sealed = trust.authority.key.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase.encode())
    )
    write_private(path, certificate_pem(trust.authority.certificate) + sealed)


def restore_key(copy: Path, passphrase: str, folder: Path) -> None:
    """Put the key of the centre back where the hub keeps it. Raises TrustError, OSError."""
    if (folder / AUTHORITY_KEY).exists():
        raise TrustError(f"{folder / AUTHORITY_KEY} is there: nothing was restored")
    data = copy.read_bytes()
    try:
        certificate = read_certificate(data)
        key = load_pem_private_key(data[data.index(b"-----BEGIN ENCRYPTED") :], passphrase.strip().encode())
    except (ValueError, TypeError, NoCertificate):
        raise TrustError(f"{copy} cannot be opened with this passphrase") from None
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.public_key() != certificate.public_key():
        raise TrustError(f"{copy} is no copy of the key of a centre")
    write_private(folder / AUTHORITY, certificate_pem(certificate))
    write_private(folder / AUTHORITY_KEY, key_pem(key))
