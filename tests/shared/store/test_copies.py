"""A copy that has its name is whole; whoever looks at history reads the newest one."""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from shared.store import copies
from shared.store.copies import copies_beside, copies_of, make_copy, must_be_whole
from shared.store.database import StoreError
from shared.store.event_log import EventLog
from tests.fakes.crowd import Crowd
from tests.fakes.scene import Scene
from tests.fakes.stored import batches, select

MONDAY = date(2026, 11, 23)


def closed(log: EventLog, scene: Scene, acts: int = 60) -> EventLog:
    Crowd(scene, 3).act(acts)
    scene.close_day()
    log.append(batches(scene.log))
    return log


def test_a_copy_holds_what_the_store_holds_and_stands_beside_it(log: EventLog, scene: Scene, path: Path) -> None:
    copy = make_copy(closed(log, scene), MONDAY)
    assert copy == path.parent / "copies" / "centre-2026-11-23.sqlite"
    for table in ("event", "ticket", "attention", "day_figures"):
        assert select(copy, f"SELECT * FROM {table}") == select(path, f"SELECT * FROM {table}")


def test_the_fourteen_newest_are_kept(log: EventLog, scene: Scene, path: Path) -> None:
    closed(log, scene, 0)
    for back in range(16):
        make_copy(log, MONDAY + timedelta(days=back))
    kept = [copy.stem for copy in copies_of(path)]
    assert len(kept) == 14
    assert kept[0] == "centre-2026-11-25"
    assert kept[-1] == "centre-2026-12-08"


def test_a_second_copy_of_a_day_takes_the_place_of_the_first(log: EventLog, scene: Scene, path: Path) -> None:
    make_copy(log, MONDAY)
    closed(log, scene)
    make_copy(log, MONDAY)
    (only,) = copies_of(path)
    assert select(only, "SELECT count(*) FROM event") == [(len(scene.log),)]


def test_what_an_interrupted_copy_left_is_no_copy_and_is_cleared(log: EventLog, scene: Scene, path: Path) -> None:
    copies_beside(path).mkdir()
    left = copies_beside(path) / "centre-2026-11-22.sqlite.unfinished"
    left.write_bytes(b"half")
    assert copies_of(path) == []
    make_copy(closed(log, scene, 5), MONDAY)
    assert not left.exists()


def test_a_store_whose_chain_is_broken_gives_no_copy(log: EventLog, scene: Scene, path: Path) -> None:
    closed(log, scene)
    log.store.db.execute("UPDATE event SET body = replace(body, 'BN01', 'BN02') WHERE type = 'ticket_issued'")
    with pytest.raises(StoreError, match="chain breaks at event"):
        make_copy(log, MONDAY)
    assert list(copies_beside(path).iterdir()) == []


def test_a_full_disk_gives_no_copy_and_keeps_its_room(
    log: EventLog, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(copies.shutil, "disk_usage", lambda _: usage(1, 1, 1000))
    with pytest.raises(StoreError, match="MB are free where"):
        make_copy(log, MONDAY)
    assert copies_of(path) == []


def test_a_damaged_file_is_told_from_a_whole_one(log: EventLog, scene: Scene) -> None:
    copy = make_copy(closed(log, scene), MONDAY)
    must_be_whole(copy)
    copy.write_bytes(copy.read_bytes()[:4096] + b"\0" * 8192 + copy.read_bytes()[12288:])
    with pytest.raises(StoreError, match=r"damaged|not a store"):
        must_be_whole(copy)


def test_a_copy_can_be_read_and_not_written(log: EventLog, scene: Scene) -> None:
    copy = make_copy(closed(log, scene), MONDAY)
    with closing(copies.open_read_only(copy)) as connection, pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM event")
