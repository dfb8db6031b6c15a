"""Who is speaking on the line between a centre and the office: Ed25519 keys, and what is signed with them.

A request is signed over its method, its path, a nonce and its body; the answer over that signature, its status and its
body. So nobody can write as a centre, and no portal, proxy or replay can acknowledge as the office. TLS around it keeps
the line from being read; these signatures do not depend on who ends it.
"""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

SIGNATURE, NONCE = "suyana-signature", "suyana-nonce"
"""Names of the HTTP headers."""


class KeyFileError(Exception):
    """A key that is there and cannot be used; one sentence."""


class Key:
    """A private key and what it signs."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private

    @classmethod
    def new(cls) -> Key:
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def kept_in(cls, file: Path) -> Key:
        """The key of a file that only its owner reads; made at the first time. Raises KeyFileError."""
        try:
            if not file.exists():
                file.parent.mkdir(parents=True, exist_ok=True)
                key = cls.new()
                with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
                    out.write(key._pem())
                return key
            private = load_pem_private_key(file.read_bytes(), None)
        except (OSError, ValueError, TypeError) as error:
            raise KeyFileError(f"the key {file} cannot be used: {error}") from error
        if not isinstance(private, Ed25519PrivateKey):
            raise KeyFileError(f"the key {file} is no Ed25519 key")
        return cls(private)

    def _pem(self) -> bytes:
        return self._private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

    @property
    def public(self) -> str:
        """32 bytes in URL-safe base64."""
        return text_of(self._private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))

    def sign(self, *parts: bytes) -> str:
        return text_of(self._private.sign(_joined(parts)))


def signed_by(public: str, signature: str, *parts: bytes) -> bool:
    """Whether it was the holder of that key who signed exactly this."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes_of(public))
        key.verify(bytes_of(signature), _joined(parts))
    except (InvalidSignature, ValueError):
        return False
    return True


def request_parts(method: str, path: str, nonce: str, body: bytes) -> tuple[bytes, ...]:
    """What a centre signs. `path`: with its query, as it stands in the request."""
    return b"request", method.encode(), path.encode(), nonce.encode(), hashlib.sha256(body).digest()


def answer_parts(request_signature: str, status: int, body: bytes) -> tuple[bytes, ...]:
    """What the office signs."""
    return b"answer", request_signature.encode(), str(status).encode(), hashlib.sha256(body).digest()


def new_nonce() -> str:
    return secrets.token_urlsafe(12)


def text_of(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).decode().rstrip("=")


def bytes_of(text: str) -> bytes:
    """Raises ValueError."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _joined(parts: tuple[bytes, ...]) -> bytes:
    """Each with its length, so that no two lists of parts look the same."""
    return b"suyana-office-1" + b"".join(len(part).to_bytes(4, "big") + part for part in parts)
