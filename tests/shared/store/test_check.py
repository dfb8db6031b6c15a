"""The check of a copy runs in another process, and does not hold up a hub that ends."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from shared.store import check
from shared.store.check import Check
from shared.store.database import Store, StoreError
from shared.store.event_log import Batch, EventLog
from tests.fakes.scene import Scene
from tests.fakes.small_centre import SMALL


def test_a_whole_store_passes_and_a_damaged_file_is_named(tmp_path: Path) -> None:
    whole, damaged = tmp_path / "whole.sqlite", tmp_path / "damaged.sqlite"
    with closing(Store(whole)):
        pass
    damaged.write_bytes(b"no store at all" * 500)
    looked_at = Check()
    looked_at(whole)
    with pytest.raises(StoreError, match=r"damaged\.sqlite"):
        looked_at(damaged)


def test_a_check_that_takes_long_is_given_up_when_the_hub_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "long.sqlite"
    with closing(Store(store)):
        pass
    monkeypatch.setattr(check, "SOON", -1.0)  # it has had its time already
    monkeypatch.setattr(check, "LOOK", 0.001)
    looked_at = Check()
    looked_at.stop()
    with pytest.raises(StoreError, match=r"long\.sqlite could not be checked"):
        looked_at(store)


@pytest.mark.logs("its tables could not be held against its log")
def test_a_log_that_cannot_be_folded_is_copied_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "without-catalogue.sqlite"
    scene = Scene(SMALL)
    scene.issue("PJ02")
    with closing(Store(path)) as store:
        without = [replace(recorded, seq=seq) for seq, recorded in enumerate(scene.log[1:], 1)]
        EventLog(store).append([Batch((recorded,), ()) for recorded in without])
    Check()(path)
