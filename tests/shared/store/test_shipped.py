"""What is shipped is read again as it was, a torn end is passed over, a failing place caught up with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.store.event_log import EventLog, Identity
from shared.store.shipped import Line, ShippedFile, Tip, forget_before, last_shipped, lines, shipped_files, written
from shared.store.shipper import Shipper
from shared.store.writer import Writer
from tests.fakes.crowd import Crowd
from tests.fakes.scene import Scene
from tests.fakes.stored import batches

WHO = Identity("region-sur", "aa11", 1)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "second"


def nothing(_: object) -> None:
    pass


@pytest.fixture
def writer(log: EventLog) -> Iterator[Writer]:
    writer = Writer(log, nothing, nothing)
    writer.start()
    yield writer
    writer.stop()


def shipped(log: EventLog, writer: Writer, place: Path | None) -> Shipper:
    """Everything that is in the log, shipped."""
    shipper = Shipper(log.store.path, WHO, writer, place)
    shipper.start()
    shipper.stop()
    return shipper


def events(place: Path) -> list[int]:
    return [row[0] for line in lines(shipped_files(place, "centre")) for row in line.events]


def test_all_that_is_committed_is_in_the_second_place(log: EventLog, scene: Scene, writer: Writer, place: Path) -> None:
    Crowd(scene, 1).act(60)
    log.append(batches(scene.log))
    shipper = shipped(log, writer, place)
    assert events(place) == [recorded.seq for recorded in scene.log]
    assert [row for line in lines(shipped_files(place, "centre")) for row in line.events] == log.rows(0, 10_000)
    assert (shipper.problem, last_shipped(place, "centre", "aa11")) == ("", log.tip())
    assert Tip(log.store.path).read() == log.tip()


def test_a_later_hub_goes_on_after_what_was_shipped(log: EventLog, scene: Scene, writer: Writer, place: Path) -> None:
    first, *more = batches(scene.log)
    log.append([first])
    shipped(log, writer, place)
    log.append(more)
    shipped(log, writer, place)
    assert events(place) == list(range(1, len(scene.log) + 1))
    assert len(shipped_files(place, "centre")) == 2


def test_torn_last_line_is_passed_over_and_shipped_again(
    log: EventLog, scene: Scene, writer: Writer, place: Path
) -> None:
    log.append(batches(scene.log))
    shipped(log, writer, place)
    (file,) = shipped_files(place, "centre")
    file.write_bytes(file.read_bytes()[:-9])
    assert (events(place), last_shipped(place, "centre", "aa11")) == ([], (0, ""))
    shipped(log, writer, place)
    assert events(place) == list(range(1, len(scene.log) + 1))


def test_place_that_cannot_be_written_is_told_and_nothing_else_happens(
    log: EventLog, scene: Scene, writer: Writer, place: Path
) -> None:
    place.write_text("a file where the folder should be")
    log.append(batches(scene.log))
    assert shipped(log, writer, place).problem
    place.unlink()
    assert shipped(log, writer, place).problem == ""
    assert events(place) == list(range(1, len(scene.log) + 1))


def test_without_a_second_place_only_the_tip_is_kept(log: EventLog, scene: Scene, writer: Writer, place: Path) -> None:
    log.append(batches(scene.log))
    shipped(log, writer, None)
    assert not place.exists()
    assert Tip(log.store.path).read() == log.tip()


def test_without_a_second_place_the_past_is_not_read(log: EventLog, scene: Scene, writer: Writer) -> None:
    log.append(batches(scene.log))
    read = list[str]()
    log.store.db.conn.set_trace_callback(read.append)
    shipped(log, writer, None)
    writer.call(lambda log: log.store.db.conn.set_trace_callback(None)).result()
    assert read == []
    assert Tip(log.store.path).read() == log.tip()


def test_damaged_line_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "x.log"
    whole = written(Line((), (("r1", "2026-11-23T14:00:00.000Z", "digest", 1, "{}"),)))
    file.write_bytes(whole + whole.replace(b"digest", b"digets") + b"no line at all\n" + whole)
    assert [len(line.answers) for line in lines([file])] == [1, 1]


def test_files_whose_events_every_copy_has_are_forgotten(place: Path) -> None:
    for first in (1, 10, 20):
        ShippedFile(place, "centre", "aa11", first).close()
    forget_before(place, "centre", "aa11", 9)
    assert [file.name[-7:-4] for file in shipped_files(place, "centre")] == ["010", "020"]
    forget_before(place, "centre", "aa11", 100)
    assert [file.name[-7:-4] for file in shipped_files(place, "centre")] == ["020"]


def test_a_tip_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    tip = Tip(tmp_path / "centre.sqlite")
    assert tip.read() == (0, "")
    tip.path.write_text("half a li")
    assert tip.read() == (0, "")
