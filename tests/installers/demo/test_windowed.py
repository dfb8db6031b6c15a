"""The centre's clock of a run in windows starts on a Monday morning, at any hour of any day."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from installers.demo.windowed import clock
from shared.domain.catalogue import Catalogue
from shared.domain.events import ClockStepped, Recorded
from shared.store.database import Store
from shared.store.event_log import Batch, EventLog


def test_a_first_run_starts_on_monday_at_eight_twenty_five(tmp_path: Path, region_sur: Catalogue) -> None:
    assert clock(region_sur, tmp_path / "c.sqlite") == "2026-11-23T08:25,60,08:30"


@pytest.mark.parametrize(
    ("left", "start"),
    [
        (datetime(2026, 11, 23, 14, 10, tzinfo=UTC), "2026-11-23T09:10"),  # the same morning goes on
        (datetime(2026, 11, 23, 21, 30, tzinfo=UTC), "2026-11-30T08:25"),  # half past four: the next Monday
        (datetime(2026, 11, 24, 3, 0, tzinfo=UTC), "2026-11-30T08:25"),  # that Monday's night
        (datetime(2026, 11, 29, 15, 0, tzinfo=UTC), "2026-11-30T08:25"),  # a Sunday
    ],
)
def test_a_later_run_goes_on_or_takes_the_next_monday(
    left: datetime, start: str, tmp_path: Path, region_sur: Catalogue
) -> None:
    store = Store(tmp_path / "c.sqlite")
    EventLog(store).append([Batch((Recorded(1, left, None, 1, "hub", "", ClockStepped(9.0)),), ())])
    store.close()
    assert clock(region_sur, tmp_path / "c.sqlite") == f"{start},60,08:30"
