"""The folder of a device belongs to one centre at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.domain.roles import DeviceRole
from shared.hub.trust import Trust
from shared.lan.identity import CERTIFICATE, Identity, NoIdentity

JOURNAL = "journal.sqlite"


def centre(folder: Path, name: str, at: str = "") -> Trust:
    return Trust.open(folder / (at or name), name)


def test_what_was_not_told_to_one_centre_is_not_told_to_another_and_waits_for_the_first(tmp_path: Path) -> None:
    north, south = centre(tmp_path, "lima-norte"), centre(tmp_path, "lima-sur")
    folder = tmp_path / "kiosk-1"
    north.write_identity(folder, DeviceRole.KIOSK, "kiosk-1").found_hub("wss://192.0.2.1:7171")
    (folder / JOURNAL).write_text("spare numbers of the north")

    moved = south.write_identity(folder, DeviceRole.KIOSK, "kiosk-1")
    assert (moved.centre, moved.last_hub, (folder / JOURNAL).exists()) == ("lima-sur", "", False)
    (folder / JOURNAL).write_text("spare numbers of the south")

    back = north.write_identity(folder, DeviceRole.KIOSK, "kiosk-1")
    assert (back.centre, back.last_hub) == ("lima-norte", "wss://192.0.2.1:7171")
    assert (folder / JOURNAL).read_text() == "spare numbers of the north"


def test_a_device_paired_anew_with_its_own_centre_keeps_what_it_knows(tmp_path: Path) -> None:
    north = centre(tmp_path, "lima-norte")
    folder = tmp_path / "kiosk-1"
    north.write_identity(folder, DeviceRole.KIOSK, "kiosk-1").found_hub("wss://192.0.2.1:7171")
    (folder / JOURNAL).write_text("spare numbers")
    assert north.write_identity(folder, DeviceRole.KIOSK, "kiosk-1").last_hub == "wss://192.0.2.1:7171"
    assert (folder / JOURNAL).exists()


def test_a_centre_that_was_set_up_anew_under_its_name_is_another_one(tmp_path: Path) -> None:
    folder = tmp_path / "kiosk-1"
    centre(tmp_path, "lima-norte", "before").write_identity(folder, DeviceRole.KIOSK, "kiosk-1")
    (folder / JOURNAL).write_text("spare numbers of before")
    centre(tmp_path, "lima-norte", "after").write_identity(folder, DeviceRole.KIOSK, "kiosk-1")
    assert not (folder / JOURNAL).exists()


def test_a_folder_that_lost_power_while_it_changed_centre_is_still_the_old_centres(tmp_path: Path) -> None:
    north, south = centre(tmp_path, "lima-norte"), centre(tmp_path, "lima-sur")
    folder = tmp_path / "kiosk-1"
    north.write_identity(folder, DeviceRole.KIOSK, "kiosk-1")
    (folder / "key.pem").unlink()  # moved already; the certificate goes last
    assert (folder / CERTIFICATE).exists()
    with pytest.raises(NoIdentity):
        Identity.load(folder)
    assert south.write_identity(folder, DeviceRole.KIOSK, "kiosk-1").centre == "lima-sur"
