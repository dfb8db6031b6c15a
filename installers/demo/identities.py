"""The devices of the demonstration, paired by themselves: hub and devices are one machine, and so is their owner."""

from __future__ import annotations

from pathlib import Path

from shared.domain.catalogue import Catalogue
from shared.domain.roles import DeviceRole
from shared.hub.trust import Trust
from shared.lan.identity import Identity, NoIdentity

PLACES = {
    "kiosk-1": DeviceRole.KIOSK,
    "kiosk-2": DeviceRole.KIOSK,
    "board-0": DeviceRole.BOARD,
    "board-1": DeviceRole.BOARD,
    "board-2": DeviceRole.BOARD,
    "supervisor-1": DeviceRole.SUPERVISOR,
    "orientator-1": DeviceRole.ORIENTATOR,
    "crew": DeviceRole.ORIENTATOR,
    "sync-1": DeviceRole.SYNC,
    "pages-1": DeviceRole.PAGES,
}


class Identities:
    """Every device of a centre, its identity in a folder of its name; made before the hub starts, which admits them."""

    def __init__(self, folder: Path, store: Path, catalogue: Catalogue) -> None:
        self.folder = folder
        self._trust = Trust.of_store(store, catalogue.id)
        for device, role in PLACES.items():
            self._make(device, role)
        for counter in catalogue.counters:
            self._make(f"counter-{counter.number}", DeviceRole.COUNTER, counter.number)

    def _make(self, device: str, role: DeviceRole, counter: int = 0) -> None:
        try:
            Identity.load(self.folder / device)
        except NoIdentity:
            self._trust.make_device(self.folder / device, role, device, counter)

    def __len__(self) -> int:
        return sum(1 for _ in self.folder.iterdir())


def of(folder: Path, device: str) -> Identity:
    """One of them. Raises NoIdentity."""
    return Identity.load(folder / device)
