"""What an order costs does not depend on how long the past is. SQLite itself counts, so no noise moves it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from installers.bench.past import EVENTS_EACH, Past
from installers.bench.steps import Counted, apart
from installers.faultlab.judge import look
from shared.store.database import Store
from shared.store.event_log import EventLog

PASTS = (0, 1_000, 100_000)


def test_issue_call_finish_and_transfer_cost_the_same_after_any_past(tmp_path: Path) -> None:
    counted = []
    for tickets in PASTS:
        path = tmp_path / f"past-{tickets}.sqlite"
        Past(tickets).write(path)
        counted.append(Counted(path))
    print(f"\nsteps after {PASTS} past tickets: {[each.steps for each in counted]}")
    assert apart([each.steps for each in counted]) <= 0.02
    assert [found for each in counted for found in each.scans.values() if found] == []


def test_an_order_that_reads_a_whole_table_is_noticed_by_steps_and_by_plan(tmp_path: Path) -> None:
    """The control."""
    counted = []
    for tickets in (0, 1_000):
        path = tmp_path / f"past-{tickets}.sqlite"
        Past(tickets).write(path)
        counted.append(Counted(path, control=True))
    assert apart([each.steps for each in counted]) > 0.02
    assert all(each.scans["call"] for each in counted)


def test_a_written_past_is_a_whole_store(tmp_path: Path) -> None:
    path = tmp_path / "past.sqlite"
    Past(8_000).write(path)
    assert look(path, ()) == set()
    with closing(Store(path)) as store:
        assert EventLog(store).last_seq == 1 + 8_000 * EVENTS_EACH + 3 * 2
