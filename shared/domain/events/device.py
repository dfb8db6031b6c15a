"""Which devices belong to a centre."""

from __future__ import annotations

from shared.domain.events.fact import Fact


class DevicePaired(Fact, frozen=True, tag="device_paired"):
    """This device belongs to the centre, in place of one of the same name. `certificate`: its SHA-256, in hex."""

    device: str
    role: str
    counter: int = 0
    zone: str = ""
    certificate: str = ""


class DeviceRevoked(Fact, frozen=True, tag="device_revoked"):
    """This device belongs to the centre no more: its certificate opens nothing from now on."""

    device: str
