"""Orders about the devices of a centre."""

from __future__ import annotations

from shared.domain.commands.order import Order
from shared.domain.roles import DeviceRole


class StartPairing(Order, frozen=True, tag="start_pairing"):
    """Show a code under which one device may be paired, in place of a code that is shown already.

    `counter` for role counter, `zone` for role board. `device`: its name, in place of one of that name; "": a new one.
    """

    role: DeviceRole
    counter: int = 0
    zone: str = ""
    device: str = ""


class CancelPairing(Order, frozen=True, tag="cancel_pairing"):
    """The code that is shown is good for nothing any more."""


class AdmitDevice(Order, frozen=True, tag="admit_device"):
    """A device with this certificate (its SHA-256, in hex) belongs to the centre, in place of one of the same name."""

    device: str
    role: DeviceRole
    certificate: str
    counter: int = 0
    zone: str = ""


class RevokeDevice(Order, frozen=True, tag="revoke_device"):
    """A device belongs to the centre no more; its lines end at once."""

    device: str


class ReportImpostor(Order, frozen=True, tag="report_impostor"):
    """At this address something said that it is the hub of the centre, and could not prove it."""

    address: str
