"""Who may come in: the certificate that a device proved says who it is, the log whether it still belongs here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from msgspec.structs import replace

from shared.domain.device import Device, Devices, DeviceState
from shared.domain.roles import DeviceRole
from shared.hub.trust import CONSOLE_DEVICE, Trust
from shared.lan.certificates import NoCertificate, fingerprint, named, read_certificate
from shared.lan.messages import Hello


class NotWelcome(Exception):
    """A client that cannot be served, in one sentence."""


class Doors:
    """The doors of a centre. `devices`: those of its log, as they are now."""

    def __init__(self, trust: Trust, devices: Callable[[], Devices]) -> None:
        self.trust = trust
        self._centre = trust.authority.centre
        self._console = trust.console_fingerprint
        self._devices = devices

    def known(self, certificate: bytes) -> Device:
        """The device that proved this certificate (DER, its chain checked by TLS). Raises NotWelcome."""
        try:
            who = named(read_certificate(certificate))
        except NoCertificate as error:
            raise NotWelcome(f"the certificate of this device: {error}") from None
        if who.centre != self._centre:
            raise NotWelcome(f"this device belongs to the centre {who.centre}, and this is {self._centre}")
        digest = fingerprint(certificate)
        if who.role == DeviceRole.CONSOLE and digest == self._console:
            return Device(CONSOLE_DEVICE, DeviceRole.CONSOLE, 0, "", digest, datetime.now(UTC))
        known = self._devices().get(who.device)
        if known is None or known.role.value != who.role:
            raise NotWelcome(f"{who.device} is not a device of this centre: pair it first")
        if known.state is DeviceState.REVOKED:
            raise NotWelcome(f"{known.device} was revoked: pair it anew")
        if known.certificate != digest:
            raise NotWelcome(f"another device was paired as {known.device} after this one: pair it anew")
        return known

    def still_open(self, device: Device) -> bool:
        """Whether a device that came in may stay."""
        if device.role is DeviceRole.CONSOLE:
            return True
        known = self._devices().get(device.device)
        return known is not None and known.state is DeviceState.PAIRED and known.certificate == device.certificate

    def fitted(self, hello: Hello, device: Device) -> Hello:
        """What a device may say of itself: its role and name are those it proved. Raises NotWelcome."""
        if hello.role is not device.role:
            raise NotWelcome(
                f"{device.device} was paired as {device.role.value}, and says that it is {hello.role.value}"
            )
        if hello.device != device.device:
            raise NotWelcome(f"this is {device.device}, and it says that it is {hello.device}")
        if device.counter and hello.counter not in (0, device.counter):
            raise NotWelcome(f"{device.device} was paired for counter {device.counter}, not for {hello.counter}")
        if device.zone and hello.zone not in ("", device.zone):
            raise NotWelcome(f"{device.device} was paired for zone {device.zone}, not for {hello.zone}")
        return replace(hello, counter=hello.counter or device.counter, zone=hello.zone or device.zone)
