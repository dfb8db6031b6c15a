"""A hub of its own, as a process on loopback, with as many devices as a row needs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from installers.faultlab.served import Served, hub_arguments
from installers.faultlab.work import centre
from shared.domain.roles import DeviceRole
from shared.hub.trust import Trust
from shared.lan.identity import Identity

KIOSKS = 15
COUNTERS = tuple(range(1, 46))


class Stand(Served):
    """The hub of a store in `folder`, its clock on a Monday at nine in Lima, where it goes on from there.

    `before`: what the hub is started under, such as strace. Its limits of rate are off, everybody has the demo's PIN.
    """

    def __init__(self, folder: Path, before: Sequence[str] = (), store: Path | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.store = store or folder / "centre.sqlite"
        hub = ["-m", "suyana", *hub_arguments(self.store), "--no-limits"]
        super().__init__("the hub", hub, folder / "hub.log", before)
        trust = Trust.of_store(self.store, centre().id)
        devices = folder / "devices"
        self.kiosks = [
            trust.make_device(devices / f"k{n}", DeviceRole.KIOSK, f"kiosk-{n}") for n in range(1, KIOSKS + 1)
        ]
        self.counters = {
            number: trust.make_device(devices / f"c{number}", DeviceRole.COUNTER, f"counter-{number}", number)
            for number in COUNTERS
        }
        self.board = trust.make_device(devices / "board", DeviceRole.BOARD, "board-1")
        self.trust = trust

    @property
    def a_device(self) -> Identity:
        return self.kiosks[0]


def bare_server(trust: Trust, log: Path, snapshot: int = 100, *, to_all: bool = False) -> Served:
    """See `bare_server.py`."""
    arguments = ["-m", "installers.bench.bare_server", str(trust.folder), centre().id, "PORT", str(snapshot)]
    return Served("the bare server", [*arguments, *(["all"] if to_all else [])], log)
