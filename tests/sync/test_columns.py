from __future__ import annotations

from sync.columns import Columns
from tests.fakes.records import SERVED, record

SENT = [SERVED, record(12, called_at=None, started_at=None, promised=None), record(12, revision=1), record(14, stop=1)]


def test_columns_are_the_records_that_they_were_made_of() -> None:
    columns = Columns.of(SENT)
    assert list(columns) == SENT
    assert [columns[at] for at in range(len(columns))] == SENT
    assert list(columns[1:3]) == SENT[1:3]


def test_the_records_that_are_wanted_can_be_picked() -> None:
    assert list(Columns.of(SENT).picked([True, False, False, True])) == [SENT[0], SENT[3]]


def test_of_the_same_stop_the_highest_revision_is_the_newest() -> None:
    assert list(Columns.of(SENT).newest()) == [SENT[0], SENT[2], SENT[3]]
    assert list(Columns.of([]).newest()) == []
