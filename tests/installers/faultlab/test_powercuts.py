from __future__ import annotations

from pathlib import Path
from random import Random

from installers.faultlab.powercuts import ROW
from installers.faultlab.vfs import Disk
from tests.fakes.shown import short_form_of


def test_power_cuts_lose_nothing_acknowledged_and_with_normal_they_do(tmp_path: Path) -> None:
    short_form_of(ROW, tmp_path)


def test_what_was_synced_is_there_after_the_cut_and_what_was_not_may_be_whole_torn_or_gone(tmp_path: Path) -> None:
    file = tmp_path / "x.sqlite"
    seen = set()
    for seed in range(40):
        disk = Disk(Random(seed))
        disk.note(str(file), 0, b"a" * 1024)
        disk.sync(str(file))
        disk.note(str(file), 0, b"b" * 1024)
        disk.after_the_cut(tmp_path)
        seen.add(file.read_bytes())
    assert {b"a" * 1024, b"b" * 1024, b"a" * 512 + b"b" * 512, b"b" * 512 + b"a" * 512} <= seen
