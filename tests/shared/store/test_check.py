"""The check of a copy runs in another process, and does not hold up a hub that ends."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from shared.store import check
from shared.store.check import Check
from shared.store.database import Store, StoreError


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
