"""The tables that people find in the file, and how an older file comes to have them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlite_utils import Database

from shared.store.database import Store, StoreError
from shared.store.event_log import Batch, EventLog
from shared.store.migrations import migrations
from tests.fakes.scene import Scene
from tests.fakes.stored import batches, select


class OldStore(NamedTuple):
    """What a log needs of a store."""

    db: Database
    path: Path


TABLES = {
    "centre": "centre incarnation epoch created_at",
    "event": "seq at day epoch device person type body hash",
    "request": "id at digest seq answer sum",
    "day": "day opened_at closed_at catalogue policy",
    "ticket": "id day number prefix count preferential language issued_at state",
    "stop": "ticket position queue service state eligible_at promised_from promised_to",
    "attention": "id ticket position counter advisor rule waited_seconds passed_over called_at calls "
    "started_at ended_at outcome",
    "coded_service": "attention service",
    "opinion": "ticket stop satisfaction",
    "counter_today": "counter status advisor reason since attention",
    "suspended_service": "service since",
    "entity": "id name short",
    "queue": "prefix entity name mean_minutes",
    "service": "code queue name purpose fee_cents pay_first",
    "counter": "number zone queues services",
    "advisor": "id role",
    "advisor_name": "id name",
    "pin": "person hash pepper temporary tries locked_until set_at",
    "session": "token person device since",
    "sign_in": "id at person device what by",
    "sealed": "ticket position field text",
    "spare_number": "id day letter count ticket taken_at was",
    "day_figures": "day by key tickets stops attentions services served transferred absent cancelled changed expired "
    "left "
    + " ".join(
        f"{time}_{name}"
        for time in ("wait", "presentation", "attention", "total")
        for name in ("count", "mean", "p50", "p90", "p95", "max")
    )
    + " wait_counted wait_within attention_counted attention_within promised kept in_range bias "
    "staffing_counters staffing_staffed staffing_occupancy staffing_punctual wait_within_whole attention_within_whole "
    "excluded staffing_hours staffing_attended staffing_opened staffing_due staffing_on_time",
    "interruption": "day interruption reason entity queue service by since until",
    "waiting": "queue number service name preferential eligible_at",
}


def test_tables_have_the_names_and_columns_that_people_know(store: Store) -> None:
    found = select(
        store.path,
        "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE '\\_%' ESCAPE '\\'",
    )
    assert {name for (name,) in found} == set(TABLES)
    columns = {table: " ".join(row[1] for row in select(store.path, f"PRAGMA table_info({table})")) for table in TABLES}
    assert columns == TABLES


def test_no_column_takes_a_value_of_another_kind(store: Store) -> None:
    loose = select(
        store.path, "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND NOT strict"
    )
    assert {name for (name,) in loose if not name.startswith(("_", "sqlite_"))} == set()


def test_migrations_are_applied_once(path: Path) -> None:
    for _ in range(2):
        Store(path).close()
    applied = select(path, "SELECT name FROM _sqlite_migrations WHERE migration_set = 'centre' ORDER BY id")
    names = "m001_log m002_day m003_catalogue m004_figures m005_notes m006_spare_numbers m007_sealed"
    names += " m008_interruptions m009_people m010_answer_sums m011_opinion"
    assert applied == [(name,) for name in names.split()]


def test_store_of_the_first_migration_is_brought_up_to_date_and_keeps_its_log(path: Path, scene: Scene) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        old = Database(connection)
        migrations.apply(old, stop_before="m002_day")
        assert "ticket" not in old.table_names()
        EventLog(OldStore(old, path)).append(Batch((recorded,), ()) for recorded in scene.log)  # type: ignore[arg-type]
    store = Store(path)
    assert set(TABLES) <= {*store.db.table_names(), *store.db.view_names()}
    log = EventLog(store)
    assert log.read(0, 100) == scene.log
    assert log.broken_link() == 0
    store.close()


def test_migration_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        old = Database(connection)
        migrations.apply(old, stop_before="m003_catalogue")
        connection.execute("CREATE TABLE advisor (nobody TEXT)")
    before = select(path, "SELECT name FROM sqlite_master ORDER BY name")
    with pytest.raises(Exception, match=r"advisor.* already exists"):
        Store(path)
    assert select(path, "SELECT name FROM sqlite_master ORDER BY name") == before


def test_those_who_wait_can_be_read_in_the_order_of_the_rule(store: Store, scene: Scene) -> None:
    scene.issue("PJ01")
    scene.issue("PJ02", preferential=True)
    scene.issue("MT01", pay_first=True)
    EventLog(store).append(batches(scene.log))
    assert select(store.path, "SELECT queue, number, name, preferential FROM waiting") == [
        ("BN", "MT 001", "Pago de tasas", 0),
        ("PJ", "PJ 002", "Orientación", 1),
        ("PJ", "PJ 001", "Antecedentes penales", 0),
    ]


def test_store_with_something_in_it_is_copied_before_its_schema_changes(path: Path, scene: Scene) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        old = Database(connection)
        migrations.apply(old, stop_before="m005_notes")
        EventLog(OldStore(old, path)).append(Batch((recorded,), ()) for recorded in scene.log)  # type: ignore[arg-type]
    Store(path).close()
    (copy,) = (path.parent / "copies").iterdir()
    assert copy.name == "centre-before-m005_notes.sqlite"
    assert select(copy, "SELECT count(*) FROM event") == [(len(scene.log),)]
    assert select(copy, "SELECT name FROM sqlite_master WHERE name = 'note'") == []
    Store(path).close()
    assert list((path.parent / "copies").iterdir()) == [copy]


def test_change_of_the_schema_that_fails_half_way_is_taken_back_whole(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        old = Database(connection)
        migrations.apply(old, stop_before="m005_notes")
        connection.execute("CREATE TABLE sealed (nobody TEXT)")  # in the way of a later one than the first that is due
    before = select(path, "SELECT name FROM sqlite_master ORDER BY name")
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(path)
    assert select(path, "SELECT name FROM sqlite_master ORDER BY name") == before
