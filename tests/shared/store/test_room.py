"""Room on a disk of any size: its free bytes are told by the test."""

from __future__ import annotations

from collections import namedtuple
from pathlib import Path

import pytest

from shared.store import room as room_module
from shared.store.room import LEAST, MEGABYTE, Room

Usage = namedtuple("Usage", "total used free")
BALLAST = 100_000


class Disk:
    """`others`: bytes free if there were no ballast."""

    def __init__(self, path: Path) -> None:
        self.others = 10_000 * MEGABYTE
        self._ballast = path.with_name(path.name + ".ballast")

    def usage(self, _: Path) -> Usage:
        return Usage(0, 0, self.others - (self._ballast.stat().st_size if self._ballast.exists() else 0))


@pytest.fixture
def disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> Disk:
    disk = Disk(path)
    monkeypatch.setattr(room_module.shutil, "disk_usage", disk.usage)
    return disk


@pytest.fixture
def room(path: Path, disk: Disk) -> Room:
    assert disk.others
    room = Room(path, 500 * MEGABYTE, BALLAST)
    room.look()
    return room


def ballast(path: Path) -> int:
    file = path.with_name(path.name + ".ballast")
    return file.stat().st_size if file.exists() else 0


def test_with_room_there_is_a_ballast_and_no_alarm(room: Room, path: Path) -> None:
    assert ballast(path) == BALLAST
    assert (room.is_full, room.is_low) == (False, False)


def test_little_room_is_an_alarm_and_tickets_go_on(room: Room, disk: Disk, path: Path) -> None:
    disk.others = 400 * MEGABYTE
    room.look()
    assert (room.is_full, room.is_low, ballast(path)) == (False, True, BALLAST)


@pytest.mark.logs("the disk of", "there is room again")
def test_full_disk_throws_off_the_ballast_and_it_comes_back_with_room_to_spare(
    room: Room, disk: Disk, path: Path
) -> None:
    disk.others = LEAST - 1
    room.look()
    assert (room.is_full, room.is_low, ballast(path)) == (True, True, 0)
    disk.others = LEAST + BALLAST  # as much as the ballast left: no reason to give tickets again
    room.look()
    assert room.is_full
    disk.others = BALLAST + 4 * LEAST
    room.look()
    assert (room.is_full, ballast(path)) == (False, BALLAST)


def test_disk_that_cannot_be_asked_counts_as_full_and_raises_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def gone(_: Path) -> Usage:
        raise OSError("no such device")

    monkeypatch.setattr(room_module.shutil, "disk_usage", gone)
    room = Room(path, 0, BALLAST)
    caplog.set_level("CRITICAL")
    room.look()
    assert room.is_full
