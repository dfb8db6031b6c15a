"""Who a device is: a folder with its private key, the certificate that its centre gave it, and the centre's authority.

`key.pem` never leaves the device. `certificate.pem` says centre, role and name; `ca.pem` is all that the device trusts.
`hub.url` is where the hub last proved itself. What a program must not forget of its centre lies beside them.

A device that is paired with another centre leaves all of it in `left/CENTRE-...`: what one centre has not been told
yet is nothing that another one may hear. Paired with the first one again, it goes on where it was.
"""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import platformdirs

from shared.domain.roles import DeviceRole
from shared.lan.certificates import (
    NoCertificate,
    certificate_der,
    fingerprint,
    hub_name,
    named,
    read_certificate,
)
from shared.lan.private_files import write_private

KEY, CERTIFICATE, AUTHORITY, LAST_HUB = "key.pem", "certificate.pem", "ca.pem", "hub.url"
LEFT = "left"


class NoIdentity(Exception):
    """This device was not paired, or its identity cannot be read: one sentence."""

    status = 1  # of the process: it may be paired at any moment


@dataclass(frozen=True)
class Identity:
    """A device that belongs to a centre."""

    folder: Path
    centre: str
    role: DeviceRole
    device: str

    @classmethod
    def load(cls, folder: Path) -> Identity:
        """Raises NoIdentity."""
        if not (folder / CERTIFICATE).exists():
            raise NoIdentity(f"this device is not paired with a centre yet: there is no identity in {folder}")
        try:
            for needed in (KEY, AUTHORITY):
                (folder / needed).read_bytes()
            who = named(read_certificate((folder / CERTIFICATE).read_bytes()))
            identity = cls(folder, who.centre, DeviceRole(who.role), who.device)
            _ = identity.tls  # key and certificate fit each other
        except OSError as error:
            raise NoIdentity(f"the identity in {folder} cannot be read: {error.strerror or error}") from None
        except (NoCertificate, ValueError) as error:
            raise NoIdentity(f"the identity in {folder} is none: {error}") from None
        return identity

    @classmethod
    def write(cls, folder: Path, key: bytes, certificate: bytes, authority: bytes) -> Identity:
        """Keep an identity, all three in PEM; the certificate last, for it is what makes a folder one.

        Raises NoCertificate, NoIdentity, OSError.
        """
        _leave_other(folder, _centre_of(certificate, authority))
        write_private(folder / KEY, key)
        write_private(folder / AUTHORITY, authority)
        write_private(folder / CERTIFICATE, certificate)
        return cls.load(folder)

    @property
    def hub_name(self) -> str:
        """What the hub's certificate must prove."""
        return hub_name(self.centre)

    @cached_property
    def tls(self) -> ssl.SSLContext:
        """TLS 1.3 only, both sides proved, the centre's authority the only one."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.load_verify_locations(self.folder / AUTHORITY)
        context.load_cert_chain(self.folder / CERTIFICATE, self.folder / KEY)
        return context

    @property
    def last_hub(self) -> str:
        """Where the hub last proved itself, or ""."""
        try:
            return (self.folder / LAST_HUB).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return ""

    def found_hub(self, url: str) -> None:
        """Remember where the hub proved itself. A folder that cannot be written is no reason to stop."""
        if url == self.last_hub:
            return
        try:
            write_private(self.folder / LAST_HUB, url.encode())
        except OSError:
            return


def is_paired(folder: Path) -> bool:
    """Whether there is an identity, readable or not."""
    return (folder / CERTIFICATE).exists()


def usual_folder(device: str) -> Path:
    """Where a device keeps its identity on this platform when it is told no other place."""
    return platformdirs.user_data_path("suyana", appauthor=False) / "identities" / device


def _centre_of(certificate: bytes, authority: bytes) -> str:
    """The centre of an identity: its id, and which authority of that id. Raises NoCertificate."""
    vouches = fingerprint(certificate_der(read_certificate(authority)))
    return f"{named(read_certificate(certificate)).centre}-{vouches[:12]}"


def _leave_other(folder: Path, centre: str) -> None:
    """Set aside what is there of another centre, and bring back what was set aside of this one.

    The certificate goes last: until then a folder that a power cut left half empty is still the other centre's.
    """
    try:
        before = _centre_of((folder / CERTIFICATE).read_bytes(), (folder / AUTHORITY).read_bytes())
    except (OSError, NoCertificate):
        return
    if before == centre:
        return
    _move(folder, folder / LEFT / before)
    if (folder / LEFT / centre).is_dir():
        _move(folder / LEFT / centre, folder)


def _move(source: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True, mode=0o700)
    files = sorted((path for path in source.iterdir() if path.is_file()), key=lambda path: path.name == CERTIFICATE)
    for path in files:
        path.replace(target / path.name)
