"""The tables of a day say what its log says, and are written again from it where a disk has changed them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from shared.domain import commands as c
from shared.store.agreement import TABLES, mend, wrong_days
from shared.store.check import Check, TablesDiffer
from shared.store.database import Store
from shared.store.event_log import EventLog
from tests.fakes.crowd import Crowd
from tests.fakes.scene import NINE, Scene
from tests.fakes.stored import batches, select

WRONG = (
    "UPDATE day SET opened_at = 'x' WHERE day = '2026-11-24'",
    "UPDATE ticket SET preferential = 1 - preferential WHERE id = (SELECT max(id) FROM ticket)",
    "DELETE FROM ticket WHERE id = (SELECT max(id) FROM ticket)",
    "UPDATE stop SET promised_to = 999 WHERE ticket = (SELECT max(ticket) FROM stop)",
    "UPDATE attention SET ended_at = NULL WHERE id = (SELECT max(id) FROM attention WHERE ended_at NOT NULL)",
    "DELETE FROM coded_service WHERE attention = (SELECT max(attention) FROM coded_service)",
    "UPDATE day_figures SET wait_max = wait_max + 1, tickets = tickets + 1 WHERE day = '2026-11-24'",
    "INSERT INTO ticket VALUES (2026112499999, '2026-11-24', 'PJ 999', 'PJ', 999, 0, 'es', 'x', 'waiting')",
    "INSERT INTO opinion VALUES ((SELECT max(ticket) FROM stop), 0, 5)",
)


@pytest.fixture
def whole(path: Path, scene: Scene) -> dict[str, list[tuple[object, ...]]]:
    """What a store of three days holds, the first one corrected, the last one still open."""
    crowd = Crowd(scene, 3)
    for _ in range(2):
        crowd.act(200)
        scene.close_day()
        done = [attention.ticket for attention in scene.day.attentions.values()]
        assert [n for n in done if scene.refusal(c.CorrectServices(scene.ticket(n).text, ("PJ01", "PJ02"))) is None]
        scene.pass_(hours=24)
        scene.open_day()
        scene.open(1, 2, 4, 6)
    crowd.act(50)
    with closing(Store(path)) as store:
        log = EventLog(store)
        log.identity("prueba", NINE)
        log.append(batches(scene.log))
    return content(path)


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    return {table: select(path, f"SELECT * FROM {table} ORDER BY 1, 2") for table in TABLES}


def changed(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute(sql).rowcount > 0


@pytest.mark.usefixtures("whole")
def test_a_store_agrees_with_its_log(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert wrong_days(connection) == []
    Check()(path)


@pytest.mark.parametrize("sql", WRONG)
def test_what_the_log_does_not_say_is_found_and_written_again(
    path: Path, whole: dict[str, list[tuple[object, ...]]], sql: str
) -> None:
    changed(path, sql)
    with closing(sqlite3.connect(path)) as connection, connection:
        (day,) = wrong_days(connection)
        mend(connection, day)
        assert wrong_days(connection) == []
    assert content(path) == whole


@pytest.mark.usefixtures("whole")
def test_the_check_of_a_copy_names_the_days(path: Path) -> None:
    changed(path, WRONG[1])
    changed(path, WRONG[6].replace("2026-11-24", "2026-11-23"))
    with pytest.raises(TablesDiffer, match="the tables of 2026-11-23, 2026-11-25 are not what the log says") as differ:
        Check()(path)
    assert [day.isoformat() for day in differ.value.days] == ["2026-11-23", "2026-11-25"]
