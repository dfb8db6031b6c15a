"""What is written is read again as it was, and what is tampered with is found."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from shared.domain import commands as c, events as e
from shared.store.database import Store, StoreError
from shared.store.event_log import FIRST_HASH, Batch, EventLog, GivenAnswer
from tests.fakes.crowd import Crowd
from tests.fakes.scene import NINE, Scene
from tests.fakes.stored import batches, select

MONDAY = date(2026, 11, 23)


def given(request: str, at: datetime, seq: int = 1) -> GivenAnswer:
    return GivenAnswer(request, at, "digest", seq, '{"type":"done","ñ":1}'.encode())


def write(log: EventLog, sql: str, *values: object) -> None:
    """What somebody does who changes the file."""
    assert log.store.db.execute(sql, values).rowcount == 1


# reading again


def test_events_are_read_as_they_were_written(log: EventLog, scene: Scene) -> None:
    Crowd(scene, 1).act(60)
    log.append(batches(scene.log))
    assert log.read(0, 1_000) == scene.log


def test_events_are_read_after_a_place_in_the_log_and_up_to_a_number_of_them(log: EventLog, scene: Scene) -> None:
    Crowd(scene, 2).act(60)
    log.append(batches(scene.log))
    assert log.read(3, 5) == scene.log[3:8]
    assert log.read(len(scene.log), 5) == []


def test_event_of_a_newer_version_comes_back_to_the_letter(log: EventLog, scene: Scene) -> None:
    newer = e.decode_event('{"type": "ticket_blessed",  "por": "señas"}'.encode())
    log.append(batches([replace(scene.log[-1], seq=1, event=newer)]))
    assert log.read(0, 1)[0].event == newer


def test_log_goes_on_where_another_hub_left_it(path: Path, scene: Scene) -> None:
    written = list(batches(scene.log))
    for part in (written[:2], written[2:]):
        store = Store(path)
        log = EventLog(store)
        assert log.last_seq == (part[0].events[0].seq - 1)
        log.append(part)
        assert log.broken_link() == 0
        store.close()
    assert select(path, "SELECT max(seq), count(*) FROM event") == [(len(scene.log), len(scene.log))]


def test_time_is_written_in_utc_and_milliseconds_so_that_it_sorts_as_text(log: EventLog, scene: Scene) -> None:
    at = datetime(2026, 11, 23, 14, 0, 0, 7_000, tzinfo=UTC)
    log.append(batches([replace(scene.log[0], at=at)]))
    assert select(log.store.path, "SELECT at FROM event") == [("2026-11-23T14:00:00.007Z",)]
    assert log.last_time() == at


def test_empty_log_has_no_last_time_and_no_day(log: EventLog) -> None:
    assert (log.last_seq, log.last_time(), log.day_start(0), list(log.for_start())) == (0, None, 0, [])


def test_group_that_cannot_be_written_is_not_written_at_all(log: EventLog, scene: Scene) -> None:
    scene.issue("PJ01")
    *good, last = batches(scene.log)
    again = Batch((replace(last.events[0], seq=last.events[0].seq + 1),), last.statements)  # the same number twice
    with pytest.raises(sqlite3.IntegrityError):
        log.append([*good, last, again])
    assert select(log.store.path, "SELECT count(*) FROM event") == [(0,)]
    assert select(log.store.path, "SELECT count(*) FROM ticket") == [(0,)]


# the chain


def test_whole_chain_has_no_broken_link(log: EventLog, scene: Scene) -> None:
    assert log.broken_link() == 0
    log.append(batches(scene.log))
    assert log.broken_link() == 0
    hashes = [found for (found,) in select(log.store.path, "SELECT hash FROM event ORDER BY seq")]
    assert len({FIRST_HASH, *hashes}) == len(scene.log) + 1


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("body", '{"type":"counter_opened","counter":2,"advisor":"a003"}'),
        ("at", "2026-11-23T14:00:01.000Z"),
        ("day", "2026-11-24"),
        ("epoch", 2),
        ("device", "counter-2"),
        ("person", "a003"),
    ],
)
def test_changed_event_is_found(log: EventLog, scene: Scene, column: str, value: object) -> None:
    log.append(batches(scene.log))
    write(log, f"UPDATE event SET {column} = ? WHERE seq = 4", value)
    assert log.broken_link() == 4


def test_removed_event_is_found_at_the_one_after_it(log: EventLog, scene: Scene) -> None:
    log.append(batches(scene.log))
    write(log, "DELETE FROM event WHERE seq = 4")
    assert log.broken_link() == 5


# beginning again


def test_start_reads_the_last_catalogue_and_the_last_day_and_no_more(log: EventLog, scene: Scene) -> None:
    scene.issue("PJ01")
    scene.close_day()
    scene.order(c.ChangeCatalogue(replace(scene.catalogue, motto="Otro")))
    scene.order(c.NoteClockStep(7.0))
    scene.pass_(days=1)
    scene.open_day()
    scene.issue("PJ01")
    scene.order(c.ChangeCatalogue(replace(scene.catalogue, motto="Otro más")))
    log.append(batches(scene.log))
    kinds = [e.event_type(recorded.event) for recorded in log.for_start()]
    assert kinds == ["catalogue_changed", "day_opened", "ticket_issued", "catalogue_changed"]


def test_start_of_a_centre_that_never_opened_reads_its_last_catalogue(log: EventLog, scene: Scene) -> None:
    other = replace(scene.log[0], seq=2, event=e.CatalogueChanged(replace(scene.catalogue, motto="Otro")))
    log.append(batches([scene.log[0], other]))
    assert list(log.for_start()) == [other]


def test_catalogue_before_an_event_is_the_last_one_below_it(log: EventLog, scene: Scene) -> None:
    scene.order(c.ChangeCatalogue(replace(scene.catalogue, motto="Otro")))
    second = len(scene.log)
    log.append(batches(scene.log))
    assert log.catalogue_before(1) == []
    assert log.catalogue_before(second) == scene.log[:1]
    assert log.catalogue_before(second + 1) == scene.log[-1:]


@pytest.mark.parametrize(
    ("what", "index"),
    [("type = 'day_opened' AND seq <= 9", "event_day_opened"), ("day IS NULL AND seq < 9", "event_of_centre")],
)
def test_what_a_start_looks_for_is_found_by_an_index_however_long_the_log_is(
    log: EventLog, what: str, index: str
) -> None:
    [(*_, plan)] = select(log.store.path, f"EXPLAIN QUERY PLAN SELECT seq FROM event WHERE {what} ORDER BY seq DESC")
    assert plan.startswith(f"SEARCH event USING INDEX {index}")


def test_start_of_a_day_is_the_last_opening_at_or_before_an_event(log: EventLog, scene: Scene) -> None:
    monday = len(scene.log) - 4  # day_opened, then four counters
    scene.close_day()
    scene.pass_(days=1)
    scene.open_day()
    tuesday = len(scene.log)
    log.append(batches(scene.log))
    assert [log.day_start(seq) for seq in (monday - 1, monday, tuesday - 1, tuesday, tuesday + 9)] == [
        0,
        monday,
        monday,
        tuesday,
        tuesday,
    ]


# answers


def test_answers_are_kept_in_the_order_of_what_they_answered(log: EventLog) -> None:
    late, early = given("r1", NINE, seq=9), given("r2", NINE, seq=4)
    log.append([Batch((), (), late), Batch((), (), early)])
    assert log.answers() == [early, late]


def test_request_answered_twice_writes_nothing(log: EventLog) -> None:
    log.append([Batch((), (), given("r1", NINE))])
    with pytest.raises(sqlite3.IntegrityError):
        log.append([Batch((), (), given("r2", NINE)), Batch((), (), given("r1", NINE))])
    assert [answer.request for answer in log.answers()] == ["r1"]


def test_answers_are_forgotten_after_48_hours(log: EventLog) -> None:
    hours = {"old": -48.01, "just": -48, "new": 0}
    log.append([Batch((), (), given(name, NINE + timedelta(hours=age))) for name, age in hours.items()])
    log.forget_answers(NINE)
    assert {answer.request for answer in log.answers()} == {"just", "new"}


# who this store is


def test_store_is_given_its_identity_once(path: Path) -> None:
    found = set()
    for _ in range(2):
        store = Store(path)
        found.add(EventLog(store).identity("region-sur", NINE))
        store.close()
    (identity,) = found
    assert (identity.centre, identity.epoch, len(identity.incarnation)) == ("region-sur", 1, 16)


def test_two_stores_of_one_centre_are_told_apart(tmp_path: Path) -> None:
    incarnations = set()
    for name in ("a.sqlite", "b.sqlite"):
        store = Store(tmp_path / name)
        incarnations.add(EventLog(store).identity("region-sur", NINE).incarnation)
        store.close()
    assert len(incarnations) == 2


def test_store_of_another_centre_is_refused(log: EventLog) -> None:
    log.identity("region-sur", NINE)
    with pytest.raises(StoreError, match=r"centre\.sqlite belongs to centre 'region-sur', not to 'lima-norte'"):
        log.identity("lima-norte", NINE)
