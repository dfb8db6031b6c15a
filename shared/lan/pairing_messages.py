"""What a device that has no certificate yet and the hub say to each other: SPAKE2 on a short code, over TLS that nobody
trusts yet. All bytes travel as base64.

The names of the two sides bind what each of them has seen: A is the device's public key, B the SHA-256 of the
certificate that the device saw. Somebody in the middle shows another certificate, so that the two keys differ.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import b64decode, b64encode

import msgspec

from shared.lan.certificates import certificate_der, read_certificate

DEVICE_PROOF, HUB_PROOF = b"suyana pairing: device", b"suyana pairing: hub"
CODE_DIGITS = 8


class Said(msgspec.Struct, frozen=True, tag_field="type"):
    """What all of them share: a tag named `type`."""


class Pair(Said, frozen=True, tag="pair"):
    """The first frame of a device: its public key (SubjectPublicKeyInfo, DER) and its share of SPAKE2, side A."""

    key: str
    share: str


class PairShare(Said, frozen=True, tag="pair_share"):
    """The hub's share, side B."""

    share: str


class PairProof(Said, frozen=True, tag="pair_proof"):
    """That the device has the same key: `proof(key, DEVICE_PROOF)`."""

    proof: str


class Paired(Said, frozen=True, tag="paired"):
    """The device's certificate and the centre's authority (PEM), and that they are the hub's own word."""

    certificate: str
    authority: str
    proof: str


class NotPaired(Said, frozen=True, tag="not_paired"):
    """There is no pairing in course, or the code is wrong, or somebody stands in the middle: it is not said which."""


FromDevice = Pair | PairProof
FromDesk = PairShare | Paired | NotPaired

_from_device: msgspec.json.Decoder[FromDevice] = msgspec.json.Decoder(FromDevice)
_from_desk: msgspec.json.Decoder[FromDesk] = msgspec.json.Decoder(FromDesk)


def encode(message: Said) -> str:
    return msgspec.json.encode(message).decode()


def from_device(frame: str | bytes) -> FromDevice:
    """Raises msgspec.DecodeError, UnicodeDecodeError or RecursionError."""
    return _from_device.decode(frame)


def from_desk(frame: str | bytes) -> FromDesk:
    """Raises msgspec.DecodeError, UnicodeDecodeError or RecursionError."""
    return _from_desk.decode(frame)


def text(data: bytes) -> str:
    return b64encode(data).decode()


def data(text: str) -> bytes:
    """Raises ValueError."""
    return b64decode(text, validate=True)


def seen(certificate: bytes) -> bytes:
    """The name of side B: the SHA-256 of the hub's certificate (DER)."""
    return hashlib.sha256(certificate).digest()


def proof(key: bytes, label: bytes, *parts: bytes) -> bytes:
    """HMAC-SHA256 under the key of SPAKE2 over a label and the SHA-256 of each part."""
    return hmac.digest(key, label + b"".join(hashlib.sha256(part).digest() for part in parts), "sha256")


def hub_proof(key: bytes, certificate: str, authority: str) -> bytes:
    """Over both certificates as DER. Raises NoCertificate."""
    parts = (certificate_der(read_certificate(pem.encode())) for pem in (certificate, authority))
    return proof(key, HUB_PROOF, *parts)
