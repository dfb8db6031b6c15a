"""What is shown of devices, and of who tries to be one."""

from __future__ import annotations

from datetime import datetime

from shared.domain.device import DeviceState
from shared.domain.roles import DeviceRole
from shared.lan.views.shown import Shown


class DeviceView(Shown, frozen=True, tag="device"):
    """A device that was paired. state: paired or revoked, `since` when. online: it has a line to the hub now.

    seen: when it was last there, as far as the hub knows since it runs.
    """

    device: str
    role: DeviceRole
    counter: int
    zone: str
    state: DeviceState
    since: datetime
    online: bool
    seen: datetime | None = None


class PairingView(Shown, frozen=True, tag="pairing"):
    """The last pairing begun. state: waiting (`code` may be typed at the device until `until`), paired, expired,
    cancelled, or burnt: somebody used up its one attempt, with a wrong code or from elsewhere. `code` is "" afterwards.

    `by`: the network address from which the attempt came, "" before.
    """

    state: str
    device: str
    role: DeviceRole
    counter: int
    zone: str
    until: datetime
    code: str = ""
    by: str = ""


class ImpostorView(Shown, frozen=True, tag="impostor"):
    """Something at this address said that it is this hub, and could not prove it to `device`."""

    address: str
    device: str
    at: datetime
