"""The devices of a centre: what each one is, and whether it may still come in. Secrets are never part of it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import msgspec

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.refusals import Code, Refusal
from shared.domain.roles import DeviceRole


class DeviceState(StrEnum):
    PAIRED = "paired"
    REVOKED = "revoked"


class Device(msgspec.Struct, frozen=True):
    """A device that was paired once. `counter` 0: any; `zone` "": all; `certificate`: its SHA-256, in hex."""

    device: str
    role: DeviceRole
    counter: int
    zone: str
    certificate: str
    since: datetime
    state: DeviceState = DeviceState.PAIRED


Devices = dict[str, Device]


def admit(devices: Devices, command: c.AdmitDevice) -> list[e.Event]:
    """The same certificate again is no news; another one under the same name takes the place of the first."""
    known = devices.get(command.device)
    if known and known.certificate == command.certificate and known.state is DeviceState.PAIRED:
        return []
    return [e.DevicePaired(command.device, command.role.value, command.counter, command.zone, command.certificate)]


def revoke(devices: Devices, device: str) -> list[e.Event]:
    if device not in devices:
        raise Refusal(Code.UNKNOWN_DEVICE, device=device)
    return [e.DeviceRevoked(device)] if devices[device].state is DeviceState.PAIRED else []


def take(devices: Devices, event: e.DevicePaired | e.DeviceRevoked, at: datetime) -> None:
    """Fold one event. A role that this version does not know comes from a newer one: nobody comes in by it."""
    if isinstance(event, e.DeviceRevoked):
        if known := devices.get(event.device):
            devices[event.device] = msgspec.structs.replace(known, state=DeviceState.REVOKED, since=at)
        return
    if event.role in set(DeviceRole):
        role = DeviceRole(event.role)
        devices[event.device] = Device(event.device, role, event.counter, event.zone, event.certificate, at)


def must_fit(catalogue: Catalogue, role: DeviceRole, counter: int, zone: str) -> None:
    """A counter's device stands at a counter of the catalogue, a board's zone is one. Raises Refusal."""
    if role is DeviceRole.COUNTER and counter not in catalogue.counter:
        raise Refusal(Code.UNKNOWN_COUNTER, counter=counter)
    if zone and zone not in {known.zone for known in catalogue.counters}:
        raise Refusal(Code.UNKNOWN_ZONE, zone=zone)


def next_name(devices: Devices, role: DeviceRole, counter: int) -> str:
    """`counter-20` for the device of a counter, which takes the place of the one before; else `kiosk-1`, `kiosk-2`."""
    if role is DeviceRole.COUNTER:
        return f"counter-{counter}"
    count = 1
    while (known := devices.get(f"{role.value}-{count}")) and known.state is DeviceState.PAIRED:
        count += 1
    return f"{role.value}-{count}"
