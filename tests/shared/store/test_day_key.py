"""The key of the day: on disk while its day is open, nowhere else, and gone afterwards."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path

from shared.store.day_key import DayKeyFile

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def test_the_key_of_a_day_is_found_again_and_only_for_that_day(path: Path) -> None:
    key = DayKeyFile(path).made(MONDAY)
    assert len(key) == 32
    assert DayKeyFile(path).read(MONDAY) == key
    assert DayKeyFile(path).read(TUESDAY) == b""


def test_it_is_for_its_owner_only(path: Path) -> None:
    file = DayKeyFile(path)
    file.made(MONDAY)
    if os.name != "nt":
        assert stat.S_IMODE(file.path.stat().st_mode) == 0o600


def test_a_new_day_has_another_one(path: Path) -> None:
    file = DayKeyFile(path)
    assert file.made(MONDAY) != file.made(TUESDAY)
    assert file.read(MONDAY) == b""


def test_it_is_destroyed_once_and_for_all(path: Path) -> None:
    file = DayKeyFile(path)
    file.made(MONDAY)
    file.destroy()
    file.destroy()
    assert file.read(MONDAY) == b""
    assert not file.path.exists()


def test_a_file_that_is_no_key_is_none(path: Path) -> None:
    file = DayKeyFile(path)
    for text in ("", "2026-11-23", "2026-11-23 zz", "2026-11-23 00ff", "2026-11-23 " + "g" * 64):
        file.path.write_text(text)
        assert file.read(MONDAY) == b""
