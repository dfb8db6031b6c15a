"""The hub's own folder of keys, beside its store: the centre's authority, its certificate, the console's identity.

ca-key.pem     the authority's private key, for the hub's user only; whoever has it can make any device
ca.pem         what every device of the centre trusts
hub-key.pem, hub.pem    the hub itself, made anew from the authority whenever one is missing
console/       the identity with which `suyana hub pair` on this machine speaks to the running hub
issued/        certificates made while no hub ran: it admits them when it starts
"""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from shared.domain.commands import AdmitDevice
from shared.domain.roles import DeviceRole
from shared.lan.certificates import (
    HUB,
    Authority,
    Named,
    NoCertificate,
    certificate_der,
    certificate_pem,
    fingerprint,
    key_pem,
    named,
    new_authority,
    new_key,
    read_certificate,
)
from shared.lan.identity import AUTHORITY, CERTIFICATE, Identity
from shared.lan.private_files import write_private

AUTHORITY_KEY, HUB_KEY, HUB_CERTIFICATE, CONSOLE, ISSUED = "ca-key.pem", "hub-key.pem", "hub.pem", "console", "issued"
CONSOLE_DEVICE = "console"


class TrustError(Exception):
    """The keys of the hub cannot be used, in one sentence."""

    status = 2  # of the process


@dataclass(frozen=True)
class Trust:
    """What the hub trusts and is trusted by."""

    folder: Path
    authority: Authority

    @classmethod
    def of_store(cls, store: Path, centre: str) -> Trust:
        """The keys beside a store, made where there are none. Raises TrustError."""
        return cls.open(store.parent / "trust", centre)

    @classmethod
    def open(cls, folder: Path, centre: str) -> Trust:
        try:
            if not (folder / AUTHORITY_KEY).exists():
                _must_be_new(folder)
                authority = new_authority(centre)
                write_private(folder / AUTHORITY_KEY, key_pem(authority.key))
                write_private(folder / AUTHORITY, certificate_pem(authority.certificate))
            trust = cls(folder, _read_authority(folder, centre))
            trust._complete()
        except OSError as error:
            raise TrustError(f"the keys of the hub in {folder}: {error.strerror or error}") from None
        return trust

    @property
    def hub_certificate(self) -> bytes:
        """DER: what a device sees before it trusts anything."""
        return certificate_der(read_certificate((self.folder / HUB_CERTIFICATE).read_bytes()))

    @property
    def console(self) -> Identity:
        """The identity of the hub's own console. Raises NoIdentity."""
        return Identity.load(self.folder / CONSOLE)

    @property
    def console_fingerprint(self) -> str:
        return fingerprint(certificate_der(read_certificate((self.folder / CONSOLE / CERTIFICATE).read_bytes())))

    def server_tls(self) -> ssl.SSLContext:
        """TLS 1.3 only. Who shows no certificate may come in to be paired, and for nothing else."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.verify_mode = ssl.CERT_OPTIONAL
        context.load_verify_locations(self.folder / AUTHORITY)
        context.load_cert_chain(self.folder / HUB_CERTIFICATE, self.folder / HUB_KEY)
        context.num_tickets = 0  # every line proves itself anew
        return context

    def sign(self, key: ec.EllipticCurvePublicKey, role: DeviceRole, device: str) -> bytes:
        """A device's certificate, in PEM."""
        return certificate_pem(self.authority.sign_device(key, role, device))

    def write_identity(self, folder: Path, role: DeviceRole, device: str) -> Identity:
        """A whole identity with a key made here: for a foreign program, the console, a demonstration."""
        key = new_key()
        authority = certificate_pem(self.authority.certificate)
        return Identity.write(folder, key_pem(key), self.sign(key.public_key(), role, device), authority)

    def make_device(self, folder: Path, role: DeviceRole, device: str, counter: int = 0, zone: str = "") -> Identity:
        """An identity that the hub admits when it starts."""
        identity = self.write_identity(folder, role, device)
        self.issue(admission(identity, counter, zone))
        return identity

    def issue(self, order: AdmitDevice) -> None:
        """Have the hub admit a device when it starts."""
        write_private(self.folder / ISSUED / f"{order.certificate}.json", msgspec.json.encode(order))

    def issued(self) -> list[tuple[Path, AdmitDevice]]:
        """What was issued while no hub ran. Raises TrustError."""
        found = []
        for path in sorted((self.folder / ISSUED).glob("*.json")):
            try:
                found.append((path, msgspec.json.decode(path.read_bytes(), type=AdmitDevice)))
            except (OSError, msgspec.DecodeError) as error:
                raise TrustError(f"{path} cannot be read: {error}") from None
        return found

    def _complete(self) -> None:
        """Hub certificate and console, where they are missing or of another authority."""
        if not self._is_ours(self.folder / HUB_CERTIFICATE, HUB) or not (self.folder / HUB_KEY).exists():
            key = new_key()
            write_private(self.folder / HUB_KEY, key_pem(key))
            write_private(self.folder / HUB_CERTIFICATE, certificate_pem(self.authority.sign_hub(key.public_key())))
        if not self._is_ours(self.folder / CONSOLE / CERTIFICATE, DeviceRole.CONSOLE.value):
            self.write_identity(self.folder / CONSOLE, DeviceRole.CONSOLE, CONSOLE_DEVICE)

    def _is_ours(self, path: Path, role: str) -> bool:
        try:
            certificate = read_certificate(path.read_bytes())
            certificate.verify_directly_issued_by(self.authority.certificate)
            device = CONSOLE_DEVICE if role == DeviceRole.CONSOLE else ""
            return named(certificate) == Named(self.authority.centre, role, device)
        except Exception:  # missing, of another authority, damaged: a new one is made
            return False


def admission(identity: Identity, counter: int = 0, zone: str = "") -> AdmitDevice:
    """The order that makes an identity one of the centre's devices."""
    der = certificate_der(read_certificate((identity.folder / CERTIFICATE).read_bytes()))
    return AdmitDevice(identity.device, identity.role, fingerprint(der), counter, zone)


def _must_be_new(folder: Path) -> None:
    if (folder / AUTHORITY).exists():
        raise TrustError(
            f"{folder} has the centre's certificate and not its key ({AUTHORITY_KEY}): bring the key back from its "
            "copy with `suyana hub restore-key`, or pair every device anew after removing the folder"
        )


def _read_authority(folder: Path, centre: str) -> Authority:
    try:
        key = load_pem_private_key((folder / AUTHORITY_KEY).read_bytes(), None)
        certificate = read_certificate((folder / AUTHORITY).read_bytes())
    except (ValueError, TypeError, NoCertificate) as error:
        raise TrustError(f"the key of the centre in {folder} cannot be read: {error}") from None
    name = certificate.subject.rfc4514_string()
    if name != f"CN=Suyana {centre}"[:67]:
        raise TrustError(f"the keys in {folder} are those of {name.removeprefix('CN=Suyana ')}, not of {centre}")
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.public_key() != certificate.public_key():
        raise TrustError(f"the key and the certificate of the centre in {folder} do not belong together")
    return Authority(centre, key, certificate)
