"""How a device gets its identity: somebody types the code that the supervisor sees, once in the device's life."""

from __future__ import annotations

import asyncio
import hmac
import ssl
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric import ec
from spake2 import SPAKE2_A
from websockets.asyncio.client import ClientConnection, connect as open_socket
from websockets.exceptions import WebSocketException

from shared.lan.addresses import read_url
from shared.lan.certificates import NoCertificate, key_pem, named, new_key, public_der, read_certificate
from shared.lan.client import HubAway
from shared.lan.discovery import Listener
from shared.lan.identity import Identity
from shared.lan.pairing_messages import (
    CODE_DIGITS,
    DEVICE_PROOF,
    Pair,
    Paired,
    PairProof,
    PairShare,
    Said,
    data,
    encode,
    from_desk,
    hub_proof,
    proof,
    seen,
    text,
)

CONNECT_WITHIN = 3.0  # seconds
ANSWER_WITHIN = 10.0  # seconds for the whole conversation
HEARD_WITHIN = 5.0  # seconds for a hub to be heard on the network


class PairingRefused(Exception):
    """The hub did not take the code: it is wrong, used or old, or it is not the hub. One sentence."""

    status = 1  # of the process


def pair(code: str, folder: Path, hub: str = "") -> Identity:
    """Pair this device, at the URL given or with whatever hub is heard, and keep its identity in `folder`.

    Blocking, for some seconds: for a worker thread, or a program without a screen. Raises PairingRefused, HubAway,
    ValueError (a code or URL that is none), OSError (the folder cannot be written).
    """
    digits = "".join(code.split())
    if len(digits) != CODE_DIGITS or not digits.isdecimal():
        raise ValueError(f"a code has {CODE_DIGITS} digits")
    places = [read_url(hub)] if hub else heard()
    if not places:
        raise HubAway("no hub was heard on this network: say where it is")
    return asyncio.run(_pair_at_one(places, digits, folder))


def heard(within: float = HEARD_WITHIN) -> list[str]:
    """The hubs that announce themselves, any centre's; the code will tell which is the right one."""
    with closing(Listener()) as listener:
        end = time.monotonic() + within
        while not listener.places() and time.monotonic() < end:
            time.sleep(0.05)
        return listener.places()


async def _pair_at_one(places: Sequence[str], code: str, folder: Path) -> Identity:
    refused: Exception | None = None
    tried: list[str] = []
    for url in places:
        try:
            identity = await _pair_at(url, code, folder)
        except PairingRefused as error:  # an impostor, or another centre's hub: the right one may come next
            refused = error
        except HubAway as error:
            tried.append(str(error))
        else:
            identity.found_hub(url)
            return identity
    raise refused or HubAway("; ".join(tried))


async def _pair_at(url: str, code: str, folder: Path) -> Identity:
    key = new_key()
    try:
        async with asyncio.timeout(CONNECT_WITHIN + ANSWER_WITHIN):
            line = await open_socket(url, ssl=_blind(), open_timeout=CONNECT_WITHIN, compression=None, proxy=None)
            try:
                paired = await _converse(line, key, code)
            finally:
                await line.close()
    except (OSError, WebSocketException, TimeoutError) as error:
        raise HubAway(f"{url}: {error or 'it says nothing'}") from error
    try:
        return Identity.write(folder, key_pem(key), paired.certificate.encode(), paired.authority.encode())
    except NoCertificate as error:
        raise PairingRefused(f"what answered at {url} is no hub: {error}") from None


async def _converse(line: ClientConnection, key: ec.EllipticCurvePrivateKey, code: str) -> Paired:
    """The four frames. Raises PairingRefused."""
    public = public_der(key.public_key())
    tls: ssl.SSLObject = line.transport.get_extra_info("ssl_object")
    certificate = tls.getpeercert(binary_form=True)
    assert certificate
    side = SPAKE2_A(code.encode(), idA=public, idB=seen(certificate))
    await line.send(encode(Pair(text(public), text(side.start()))))
    answer = _understood(await line.recv())
    if not isinstance(answer, PairShare):
        raise PairingRefused("the hub does not take this code: ask for a new one")
    try:
        secret = side.finish(data(answer.share))
    except Exception as error:  # the library raises of many kinds at a share that is none
        raise PairingRefused(f"what answered is no hub: {error or type(error).__name__}") from None
    await line.send(encode(PairProof(text(proof(secret, DEVICE_PROOF)))))
    paired = _understood(await line.recv())
    if not isinstance(paired, Paired):
        raise PairingRefused("the hub does not take this code: ask for a new one")
    _must_be_its_word(paired, secret, public)
    return paired


def _must_be_its_word(paired: Paired, secret: bytes, public: bytes) -> None:
    try:
        told, expected = data(paired.proof), hub_proof(secret, paired.certificate, paired.authority)
        certificate = read_certificate(paired.certificate.encode())
        certificate.verify_directly_issued_by(read_certificate(paired.authority.encode()))
        named(certificate)
        ours = certificate.public_key()
    except Exception as error:  # of several libraries, at data that is none
        raise PairingRefused(f"what answered is no hub: {error or type(error).__name__}") from None
    if not hmac.compare_digest(told, expected):
        raise PairingRefused("what answered is not the hub that shows this code")
    if not isinstance(ours, ec.EllipticCurvePublicKey) or public_der(ours) != public:
        raise PairingRefused("the hub signed another key than ours")


def _understood(frame: str | bytes) -> Said:
    try:
        return from_desk(frame)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise PairingRefused("what answered is no hub of this version") from None


def _blind() -> ssl.SSLContext:
    """TLS towards somebody whom we cannot know yet: the code will prove the certificate that is seen now."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
