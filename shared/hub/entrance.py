"""The entrance of a centre: which devices belong to it and are here, the pairing in course, impostors that were met."""

from __future__ import annotations

import logging
from collections import Counter
from datetime import datetime

from shared.domain import commands as c
from shared.domain.centre import Centre
from shared.domain.device import Devices, must_fit, next_name
from shared.domain.refusals import Code, Refusal
from shared.domain.roles import PAIRED_ROLES
from shared.hub.pairing import Pairing
from shared.lan import views as v

log = logging.getLogger(__name__)

MOST_IMPOSTORS = 20  # shown: a hostile device could make up addresses without end
EntranceOrder = c.StartPairing | c.CancelPairing | c.ReportImpostor
ENTRANCE_ORDERS = (c.StartPairing, c.CancelPairing, c.ReportImpostor)
"""What never reaches the log: it is over when the hub begins anew."""


class Entrance:
    """Kept in memory. Who may come in is decided by the log and the certificate, not here."""

    def __init__(self) -> None:
        self.pairing = Pairing()
        self._here: Counter[str] = Counter()  # lines by device
        self._seen: dict[str, datetime] = {}
        self._impostors: dict[str, v.ImpostorView] = {}

    def order(self, command: EntranceOrder, device: str, centre: Centre, now: datetime) -> None:
        """Carry out an order of `device`. Raises Refusal."""
        match command:
            case c.StartPairing():
                self._start(command, device, centre, now)
            case c.CancelPairing():
                self.pairing.cancel()
            case c.ReportImpostor():
                self.met_impostor(command.address, device, now)

    def came(self, device: str, now: datetime) -> bool:
        """A line of this device begins. Returns whether it is its first."""
        self._here[device] += 1
        self._seen[device] = now
        return self._here[device] == 1

    def left(self, device: str, now: datetime) -> bool:
        """A line of this device has ended. Returns whether it was its last."""
        self._here[device] -= 1
        self._seen[device] = now
        return self._here[device] == 0

    def views(self, devices: Devices, now: datetime) -> dict[str, v.View]:
        """What supervisor and console see of it, by key."""
        self.pairing.time_passed(now)
        shown: dict[str, v.View] = {
            f"device/{known.device}": v.DeviceView(
                known.device,
                known.role,
                known.counter,
                known.zone,
                known.state,
                known.since,
                self._here[known.device] > 0,
                self._seen.get(known.device),
            )
            for known in devices.values()
        }
        if self.pairing.view:
            shown["pairing"] = self.pairing.view
        return shown | {f"impostor/{address}": view for address, view in self._impostors.items()}

    def met_impostor(self, address: str, device: str, now: datetime) -> bool:
        """Something says that it is this hub, and could not prove it to `device`. Returns whether that is new."""
        if address in self._impostors or len(self._impostors) >= MOST_IMPOSTORS:
            return False
        self._impostors[address] = v.ImpostorView(address, device, now)
        log.warning("something at %r says that it is this hub, and cannot prove it to %s", address, device)
        return True

    def _start(self, command: c.StartPairing, by: str, centre: Centre, now: datetime) -> None:
        if command.role not in PAIRED_ROLES:
            raise Refusal(Code.NOT_ALLOWED, command="start_pairing", role=command.role.value)
        must_fit(centre.catalogue, command.role, command.counter, command.zone)
        device = command.device or next_name(centre.devices, command.role, command.counter)
        self.pairing.start(command, device, now, by)
        log.info("pairing of %s began", device)
