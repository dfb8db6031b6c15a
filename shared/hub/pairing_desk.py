"""Where a device without a certificate is received: it may be paired, and is told nothing else."""

from __future__ import annotations

import asyncio
import hmac
import logging
import secrets
from collections.abc import Callable
from typing import Protocol

import msgspec
from spake2 import SPAKE2_B

from shared.domain.commands import Actor, AdmitDevice
from shared.hub.hub import Hub
from shared.hub.pairing import Pairing
from shared.hub.trust import Trust
from shared.lan.certificates import (
    certificate_der,
    certificate_pem,
    fingerprint,
    public_der,
    read_certificate,
    read_public_key,
)
from shared.lan.pairing_messages import (
    DEVICE_PROOF,
    NotPaired,
    Pair,
    Paired,
    PairProof,
    PairShare,
    Said,
    data,
    encode,
    from_device,
    hub_proof,
    proof,
    seen,
    text,
)
from shared.lan.views import PairingView

log = logging.getLogger(__name__)

SAYS_WITHIN = 5.0  # seconds for each frame of the device
ANSWERED_AFTER = 0.3  # seconds, whatever the answer is: the library's own time says something of the code


class Refused(Exception):
    """The device is not paired; why is for our own log."""


class Line(Protocol):
    async def recv(self) -> str | bytes: ...

    async def send(self, message: str) -> None: ...


class PairingDesk:
    """One attempt for each code; whoever speaks first has used it, right or wrong. `changed`: tell who watches."""

    def __init__(self, hub: Hub, trust: Trust, pairing: Pairing, changed: Callable[[], None]) -> None:
        self._hub = hub
        self._trust = trust
        self._pairing = pairing
        self._changed = changed

    async def receive(self, line: Line, by: str) -> None:
        """One device at the network address `by`, from its first frame to its certificate or to no."""
        try:
            answer: Said = await self._paired(line, by)
        except (Refused, msgspec.DecodeError, ValueError, RecursionError, TimeoutError) as why:
            log.info("somebody at %s was not paired: %s", by, why or "it said nothing")
            answer = NotPaired()
            await asyncio.sleep(ANSWERED_AFTER)
        self._changed()
        await line.send(encode(answer))

    async def _paired(self, line: Line, by: str) -> Paired:
        said = from_device(await _within(line))
        if not isinstance(said, Pair):
            raise Refused("its first frame does not ask to be paired")
        waiting = self._pairing.attempt(by, self._hub.clock.now())
        if waiting is None:
            raise Refused("no pairing is in course")
        self._changed()
        public = data(said.key)
        try:
            key = read_public_key(public)
            if public_der(key) != public:
                raise Refused("its key is not in the one way of writing it")
            ours, secret = await asyncio.to_thread(self._agree, waiting.code, public, data(said.share))
        except Refused:
            raise
        except Exception as error:  # of several libraries, at data that is none
            raise Refused(f"its key or share is none: {error or type(error).__name__}") from None
        answered = asyncio.get_running_loop().time() + ANSWERED_AFTER
        await line.send(encode(PairShare(text(ours))))
        proved = from_device(await _within(line))
        if not isinstance(proved, PairProof) or not hmac.compare_digest(
            data(proved.proof), proof(secret, DEVICE_PROOF)
        ):
            raise Refused("the code is wrong, or somebody stands in the middle")
        certificate = self._trust.sign(key, waiting.role, waiting.device)
        await self._admit(waiting, certificate)
        await asyncio.sleep(answered - asyncio.get_running_loop().time())
        return self._word(certificate, secret)

    def _agree(self, code: str, public: bytes, share: bytes) -> tuple[bytes, bytes]:
        """Our share, and the key that both sides have if both know the code and saw the same."""
        side = SPAKE2_B(code.encode(), idA=public, idB=seen(self._trust.hub_certificate))
        return side.start(), side.finish(share)

    async def _admit(self, waiting: PairingView, certificate: bytes) -> None:
        """On disk before the device is told."""
        digest = fingerprint(certificate_der(read_certificate(certificate)))
        order = AdmitDevice(waiting.device, waiting.role, digest, waiting.counter, waiting.zone)
        by = Actor(self._pairing.begun_by or "hub")
        await self._hub.handle(f"pairing-{secrets.token_hex(8)}", order, by)
        self._pairing.succeeded()
        log.info("%s was paired", waiting.device)

    def _word(self, certificate: bytes, secret: bytes) -> Paired:
        authority = certificate_pem(self._trust.authority.certificate).decode()
        told = hub_proof(secret, certificate.decode(), authority)
        return Paired(certificate.decode(), authority, text(told))


async def _within(line: Line) -> str | bytes:
    async with asyncio.timeout(SAYS_WITHIN):
        return await line.recv()
