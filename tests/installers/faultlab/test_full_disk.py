from __future__ import annotations

from pathlib import Path

import pytest

from installers.faultlab.full_disk import ROW, fill, small_disk
from installers.faultlab.row import CannotRun
from tests.fakes.shown import short_form_of


@pytest.fixture(autouse=True)
def _where_it_can_be_mounted(tmp_path: Path) -> None:
    try:
        with small_disk(tmp_path / "try"):
            pass
    except CannotRun as reason:
        pytest.skip(str(reason))


def test_a_disk_that_fills_up_loses_nothing_and_without_a_ballast_nobody_is_called(tmp_path: Path) -> None:
    short_form_of(ROW, tmp_path)


def test_a_filled_disk_has_no_room_and_is_gone_afterwards(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        filler = fill(disk, "filler")
        with pytest.raises(OSError, match="No space left"):
            (disk / "more").write_bytes(bytes(8_192))
        assert filler.stat().st_size > 100_000_000
    assert list((tmp_path / "disk").iterdir()) == []
