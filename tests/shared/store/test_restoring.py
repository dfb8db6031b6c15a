"""A store is made again from a copy, the shipped log and what a damaged store still has, and nothing wrong is taken."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from shared.domain import commands as c
from shared.store.copies import carried, make_copy
from shared.store.database import Store, StoreDamaged, StoreError
from shared.store.event_log import EventLog
from shared.store.repairing import Suspicion, opened
from shared.store.restoring import restore
from shared.store.shipped import Line, ShippedFile, Tip
from tests.fakes.crowd import Crowd
from tests.fakes.scene import NINE, Scene
from tests.fakes.stored import batches, select

MONDAY = date(2026, 11, 23)
TABLES = ("event", "ticket", "stop", "attention", "coded_service", "day", "day_figures", "counter_today")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "second"


@pytest.fixture
def whole(path: Path, place: Path, scene: Scene) -> dict[str, object]:
    """What a closed store of two days holds; a copy of its first day and its whole log are in the second place."""
    crowd = Crowd(scene, 3)
    crowd.act(300)
    scene.close_day()
    correct(scene)
    first = len(scene.log)
    scene.pass_(hours=24)
    scene.open_day()
    scene.open(1, 2)
    crowd.act(100)
    written = list(batches(scene.log))
    with closing(Store(path)) as store:
        log = EventLog(store)
        log.identity("prueba", NINE)
        log.append(written[:first])
        carried(make_copy(log, MONDAY), place, 14)
        log.append(written[first:])
        rows = log.rows(0, 100_000)
        tip = log.tip()
    file = ShippedFile(place, "centre", "0000", 1)
    for start in range(0, len(rows), 20):
        file.append(Line(tuple(rows[start : start + 20])))
    file.close()
    Tip(path).write(*tip)
    return content(path) | {"first": first, "last": len(rows)}


def correct(scene: Scene) -> None:
    """Somebody was coded wrongly, and it is put right once the day is closed: its figures are written again."""
    done = [attention.ticket for attention in scene.day.attentions.values()]
    orders = [c.CorrectServices(scene.ticket(ticket).text, ("PJ01", "PJ02")) for ticket in done]
    assert [order for order in orders if scene.refusal(order) is None]


def content(path: Path) -> dict[str, object]:
    told = {table: select(path, f"SELECT * FROM {table} ORDER BY 1, 2") for table in TABLES}
    return told | {"event": [row for row in told["event"] if row[6] != "store_restored"]}


def same(path: Path, whole: dict[str, object]) -> bool:
    return content(path) == {table: whole[table] for table in TABLES}


def identity(path: Path) -> list[tuple[str, str, int]]:
    return select(path, "SELECT centre, incarnation, epoch FROM centre")


def test_copy_and_shipped_log_make_the_whole_store_again(
    path: Path, place: Path, tmp_path: Path, whole: dict[str, object]
) -> None:
    target = tmp_path / "again.sqlite"
    done = restore(path, place, target, only_backup=True)
    assert (done.of_copy, done.last, done.lost) == (whole["first"], whole["last"], 0)
    assert done.from_log == done.last - done.of_copy
    assert same(target, whole)


def test_log_alone_makes_the_whole_store_again(
    path: Path, place: Path, tmp_path: Path, whole: dict[str, object]
) -> None:
    for copy in place.glob("*.sqlite"):
        copy.unlink()
    done = restore(path, place, tmp_path / "again.sqlite", only_backup=True)
    assert (done.copy, done.from_log, done.lost) == (None, whole["last"], 0)
    assert same(tmp_path / "again.sqlite", whole)


@pytest.mark.usefixtures("whole")
def test_restored_store_is_another_incarnation_in_the_next_epoch(path: Path, place: Path, tmp_path: Path) -> None:
    [(_, incarnation, epoch)] = identity(path)
    restore(path, place, tmp_path / "again.sqlite")
    [(centre, again, next_epoch)] = identity(tmp_path / "again.sqlite")
    assert (centre, next_epoch) == ("prueba", epoch + 1)
    assert again != incarnation


def restored_from(path: Path, place: Path | None, target: Path) -> tuple[str, str, list[tuple[str, int, str, str]]]:
    """The incarnations before and after, and what the log of the new one tells."""
    before = identity(path)[0][1]
    restore(path, place, target)
    with closing(Store(target)) as store:
        told = [(e.before, e.seq, e.hash, e.incarnation) for e in EventLog(store).restorations()]
    return before, identity(target)[0][1], told


@pytest.mark.usefixtures("whole")
def test_restored_store_tells_which_one_it_continues_and_from_which_event(
    path: Path, place: Path, tmp_path: Path
) -> None:
    with closing(Store(path)) as store:
        seq, digest = EventLog(store).tip()
    before, after, told = restored_from(path, place, tmp_path / "again.sqlite")
    assert told == [(before, seq, digest, after)]
    with closing(Store(tmp_path / "again.sqlite")) as store:
        log = EventLog(store)
        assert (log.last_seq, log.broken_link()) == (seq + 1, 0)
        assert log.identity("prueba", NINE).restored == log.restorations()


def test_store_restored_twice_tells_of_both(path: Path, place: Path, tmp_path: Path, whole: dict[str, object]) -> None:
    again, once_more = tmp_path / "again.sqlite", tmp_path / "once-more.sqlite"
    first, second, _ = restored_from(path, place, again)
    _, third, told = restored_from(again, None, once_more)
    assert [(before, seq, after) for before, seq, _, after in told] == [
        (first, whole["last"], second),
        (second, whole["last"] + 1, third),
    ]


@pytest.mark.usefixtures("whole")
def test_of_a_shipped_log_alone_the_files_tell_whose_it_is(path: Path, place: Path, tmp_path: Path) -> None:
    for copy in [*place.glob("*.sqlite"), *(tmp_path / "copies").glob("*.sqlite")]:
        copy.unlink()
    path.unlink()
    restore(path, place, tmp_path / "again.sqlite", only_backup=True)
    [(centre, _, epoch)] = identity(tmp_path / "again.sqlite")
    assert (centre, epoch) == ("prueba", 2)
    with closing(Store(tmp_path / "again.sqlite")) as store:
        assert [event.before for event in EventLog(store).restorations()] == ["0000"]


def test_damaged_copy_is_not_used(path: Path, place: Path, tmp_path: Path, whole: dict[str, object]) -> None:
    for copy in [*place.glob("*.sqlite"), *(tmp_path / "copies").glob("*.sqlite")]:
        with closing(sqlite3.connect(copy)) as connection, connection:
            connection.execute("UPDATE event SET person = 'somebody' WHERE seq = 7")
    done = restore(path, place, tmp_path / "again.sqlite", only_backup=True)
    assert len(done.refused) == 1
    assert same(tmp_path / "again.sqlite", whole)


def test_without_copy_and_log_nothing_is_made_up(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"rubbish" * 1000)
    with pytest.raises(StoreError, match=r"nothing of the store .* could be restored"):
        restore(path, None, tmp_path / "again.sqlite")


def tamper(sql: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(sql)

    return change


def overwrite(path: Path) -> None:
    path.write_bytes(b"\xa5" * path.stat().st_size)


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


DAMAGES = {
    "an event of today changed": tamper("UPDATE event SET person = 'x' WHERE seq = (SELECT max(seq) - 3 FROM event)"),
    "the end cut away": tamper("DELETE FROM event WHERE seq > (SELECT max(seq) - 5 FROM event)"),
    "an event of today removed": tamper("DELETE FROM event WHERE seq = (SELECT max(seq) - 3 FROM event)"),
    "another type written beside it": tamper(
        "UPDATE event SET type = 'x' WHERE seq = (SELECT max(seq) - 3 FROM event)"
    ),
    "the catalogue of an earlier day changed": tamper("UPDATE event SET device = 'x' WHERE type = 'catalogue_changed'"),
    "the opening of the day not found": tamper("UPDATE event SET type = 'x' WHERE type = 'day_opened'"),
    "a time that is none where people sign in": tamper("INSERT INTO session VALUES ('t', 'a1', 'counter-1', 'never')"),
    "a table removed": tamper("DROP TABLE session"),
    "overwritten": overwrite,
    "cut in half": cut_off,
    "deleted": Path.unlink,
    "emptied": lambda path: path.write_bytes(b""),
}


@pytest.mark.logs("it is set aside and made again", "was made again from")
@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_store_is_noticed_set_aside_and_made_again_before_it_is_served(
    path: Path, place: Path, whole: dict[str, object], damage: str
) -> None:
    DAMAGES[damage](path)
    damaged = path.read_bytes() if path.exists() else None
    store, repaired = opened(path, place)
    store.close()
    assert repaired is not None
    assert (repaired.last, repaired.lost) == (whole["last"], 0)
    assert same(path, whole)
    aside = [file for file in path.parent.glob("centre.sqlite.set-aside-*") if not file.name.endswith(".tip")]
    assert [file.read_bytes() for file in aside] == ([damaged] if damaged is not None else [])


@pytest.mark.logs("it is set aside and made again", "was made again from")
@pytest.mark.usefixtures("whole")
def test_event_that_only_the_damaged_store_has_is_taken_from_it(path: Path) -> None:
    DAMAGES["the end cut away"](path)
    store, repaired = opened(path)
    store.close()
    assert repaired is not None
    assert (repaired.from_store, repaired.lost) == (repaired.last - repaired.of_copy, 5)


@pytest.mark.logs("it is set aside and made again", "was made again from")
def test_suspicion_has_the_whole_store_looked_at(path: Path, place: Path, whole: dict[str, object]) -> None:
    tamper("UPDATE event SET person = 'x' WHERE seq = 5")(path)
    store, repaired = opened(path, place)
    store.close()
    assert repaired is None  # a start builds on the last day, and leaves the rest to the look over all of it
    Suspicion(path).raise_("event 5")
    store, repaired = opened(path, place)
    store.close()
    assert repaired is not None
    assert same(path, whole)
    assert not Suspicion(path).is_there()


@pytest.mark.logs("it is set aside and made again")
def test_damaged_store_with_nothing_to_repair_it_from_is_refused_and_kept(path: Path, scene: Scene) -> None:
    with closing(Store(path)) as store:
        EventLog(store).append(batches(scene.log))
    overwrite(path)
    with pytest.raises(StoreDamaged, match="cannot be repaired"):
        opened(path)
    assert path.read_bytes()[:4] == b"\xa5" * 4


def test_whole_store_is_opened_as_it_is(path: Path, place: Path, whole: dict[str, object]) -> None:
    store, repaired = opened(path, place)
    store.close()
    assert repaired is None
    assert same(path, whole)
