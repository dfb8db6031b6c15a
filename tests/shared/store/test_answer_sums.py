"""An answer that is not as it was given is never given again: it is noticed at a start, and found again elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from shared.store.answer_sums import damaged_answer, sound_answers
from shared.store.copies import make_copy
from shared.store.database import Store
from shared.store.event_log import Batch, EventLog, GivenAnswer
from shared.store.repairing import opened
from tests.fakes.scene import NINE, Scene
from tests.fakes.stored import batches

WRONG = (
    "UPDATE request SET answer = '\"another\"' WHERE seq = 3",
    "UPDATE request SET answer = CAST(x'ff22' AS TEXT) WHERE seq = 3",
    "UPDATE request SET id = 'r9' WHERE seq = 3",
    "UPDATE request SET sum = '' WHERE seq = 3",
    "DROP TABLE request",
)


def answered(scene: Scene) -> Iterator[Batch]:
    for batch in batches(scene.log):
        seq = batch.events[0].seq
        yield replace(batch, answer=GivenAnswer(f"r{seq}", NINE, "digest", seq, b'"given"'))


@pytest.fixture
def whole(path: Path, scene: Scene) -> list[GivenAnswer]:
    """The answers in a store, of which there is a copy."""
    with closing(Store(path)) as store:
        log = EventLog(store)
        log.identity("prueba", NINE)
        log.append(answered(scene))
        make_copy(log, NINE.date())
        return log.answers()


@pytest.mark.logs("it is set aside and made again", "was made again from")
@pytest.mark.parametrize("sql", WRONG)
def test_damaged_answer_is_noticed_at_a_start_and_comes_from_the_copy(
    path: Path, whole: list[GivenAnswer], sql: str
) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql)
    store, repaired = opened(path)
    with closing(store):
        assert repaired is not None
        assert repaired.lost == 0
        assert EventLog(store).answers() == whole


@pytest.mark.usefixtures("whole")
def test_only_sound_answers_are_taken_from_a_damaged_store(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        assert damaged_answer(connection) == ""
        before = [row[0] for row in sound_answers(connection)]
        connection.execute(WRONG[0])
        assert damaged_answer(connection) == "r3"
        assert [row[0] for row in sound_answers(connection)] == [name for name in before if name != "r3"]
