"""The certificates of a centre: one authority that signs the hub and every device that was paired.

EC P-256. Who a certificate is for stands in its SAN as a URI: `suyana://lima-norte/hub`,
`suyana://lima-norte/kiosk/kiosk-1`. Valid from long ago until long from now: a machine whose clock battery is dead
believes that it is the year it was made.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, unquote, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_public_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from shared.domain.roles import DeviceRole

BEFORE, AFTER = timedelta(days=3653), timedelta(days=7305)  # ten years back, twenty ahead
HUB = "hub"


class NoCertificate(Exception):
    """These bytes are no certificate, key or name of a centre; says what is wrong."""


@dataclass(frozen=True)
class Named:
    """Whom a certificate is for. `role` is "hub" for the hub, whose `device` is ""."""

    centre: str
    role: str
    device: str = ""

    @property
    def uri(self) -> str:
        return f"suyana://{self.centre}/" + "/".join(quote(part, safe="") for part in (self.role, self.device) if part)


@dataclass(frozen=True)
class Authority:
    """The key and certificate that a centre trusts."""

    centre: str
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    def sign_hub(self, key: ec.EllipticCurvePublicKey) -> x509.Certificate:
        dns = x509.DNSName(hub_name(self.centre))
        return self._sign(key, Named(self.centre, HUB), ExtendedKeyUsageOID.SERVER_AUTH, dns)

    def sign_device(self, key: ec.EllipticCurvePublicKey, role: DeviceRole, device: str) -> x509.Certificate:
        return self._sign(key, Named(self.centre, role.value, device), ExtendedKeyUsageOID.CLIENT_AUTH)

    def _sign(
        self, key: ec.EllipticCurvePublicKey, named: Named, usage: x509.ObjectIdentifier, *names: x509.GeneralName
    ) -> x509.Certificate:
        issuer = self.certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
        builder = (
            _begun(named.device or named.role, self.certificate.subject, key)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_key_usage(signs=False), critical=True)
            .add_extension(x509.ExtendedKeyUsage([usage]), critical=True)
            .add_extension(
                x509.SubjectAlternativeName([x509.UniformResourceIdentifier(named.uri), *names]), critical=False
            )
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(issuer), critical=False)
        )
        return builder.sign(self.key, SHA256())


def new_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def new_authority(centre: str) -> Authority:
    key = new_key()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Suyana {centre}"[:64])])
    builder = (
        _begun(f"Suyana {centre}", name, key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(signs=True), critical=True)
    )
    return Authority(centre, key, builder.sign(key, SHA256()))


def hub_name(centre: str) -> str:
    """The name that the hub of a centre proves, at whatever address it is: for SNI and the check of its certificate."""
    return f"hub.{centre}.suyana"


def named(certificate: x509.Certificate) -> Named:
    """Whom a certificate is for. Raises NoCertificate where it is for nobody of a centre."""
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        (uri,) = names.get_values_for_type(x509.UniformResourceIdentifier)
        parts = urlsplit(uri)
    except (x509.ExtensionNotFound, ValueError) as error:
        raise NoCertificate(f"it names no device of a centre: {error}") from None
    role, _, device = parts.path.removeprefix("/").partition("/")
    if parts.scheme != "suyana" or not parts.netloc or not role or (role == HUB) != (device == ""):
        raise NoCertificate(f"it names no device of a centre: {uri}")
    return Named(parts.netloc, role, unquote(device))


def fingerprint(der: bytes) -> str:
    """The SHA-256 of a certificate, in hex: how a device's row and the pairing name it."""
    return hashlib.sha256(der).hexdigest()


def read_certificate(data: bytes) -> x509.Certificate:
    """A certificate from PEM or DER. Raises NoCertificate."""
    try:
        return x509.load_pem_x509_certificate(data) if data.startswith(b"-") else x509.load_der_x509_certificate(data)
    except ValueError as error:
        raise NoCertificate(f"it is no certificate: {error}") from None


def read_public_key(der: bytes) -> ec.EllipticCurvePublicKey:
    """A device's public key (SubjectPublicKeyInfo). Raises NoCertificate for any other kind of key."""
    try:
        key = load_der_public_key(der)
    except Exception as error:  # cryptography raises of many kinds
        raise NoCertificate(f"it is no public key: {error}") from None
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise NoCertificate("it is no public key of the curve P-256")
    return key


def certificate_pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.PEM)


def certificate_der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)


def key_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def public_der(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _begun(common_name: str, issuer: x509.Name, key: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name[:64])]))
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - BEFORE)
        .not_valid_after(now + AFTER)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _key_usage(*, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs,
        crl_sign=signs,
        encipher_only=False,
        decipher_only=False,
    )
