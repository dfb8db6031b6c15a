"""Any past day can be folded again from a copy, and gives the figures that were stored when it closed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from shared.domain import commands as c
from shared.domain.catalogue import Limits
from shared.domain.indicators import Group, day_figures
from shared.store.copies import make_copy
from shared.store.database import Store, StoreError
from shared.store.event_log import EventLog
from shared.store.history import History
from tests.fakes.crowd import Crowd
from tests.fakes.scene import Scene
from tests.fakes.small_centre import SMALL
from tests.fakes.stored import batches

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


@pytest.fixture
def busy_days(log: EventLog, scene: Scene) -> Scene:
    """Two days of everything that can happen, a third one still open; other limits in force since the first night."""
    crowd = Crowd(scene, 8)
    crowd.act(150)
    crowd.night()
    queues = tuple(msgspec.structs.replace(queue, limits=(Limits(1, 1),)) for queue in SMALL.queues)
    scene.order(c.ChangeCatalogue(msgspec.structs.replace(SMALL, queues=queues)))
    scene.open(1, 2, 4, 6)
    crowd.act(150)
    crowd.night()
    crowd.act(20)
    log.append(batches(scene.log))
    make_copy(log, TUESDAY)
    return scene


@pytest.mark.usefixtures("busy_days")
def test_figures_made_again_from_the_log_are_the_stored_ones(path: Path) -> None:
    with History.of(path) as history:
        assert history.days() == [MONDAY, TUESDAY]
        for day in history.days():
            hall = history.hall(day)
            assert hall.day is not None
            stored = history.figures(day)
            assert stored[Group("centre", "")].stops > 10
            assert stored == dict(sorted(day_figures(hall.centre.catalogue, hall.day).items()))


@pytest.mark.usefixtures("busy_days")
def test_a_limit_changed_later_does_not_reach_an_earlier_day(path: Path) -> None:
    with History.of(path) as history:
        monday, tuesday = (history.figures(day)[Group("centre", "")] for day in history.days())
        again = history.hall(MONDAY)
    assert again.centre.catalogue.queue["BN"].limits[0].wait == 15
    assert monday.wait_share is not None
    assert tuesday.wait_share is not None
    assert monday.wait_share > tuesday.wait_share


def test_a_folded_day_is_the_one_that_happened(busy_days: Scene, path: Path) -> None:
    with History.of(path) as history:
        hall = history.hall(TUESDAY)
    assert hall.day is not None
    ids = [entry.event.ticket for entry in busy_days.log if entry.day == TUESDAY and hasattr(entry.event, "number")]
    assert list(hall.day.tickets) == ids
    assert not hall.day.is_open


def test_the_newest_copy_is_read_and_never_the_live_file(busy_days: Scene, path: Path, log: EventLog) -> None:
    busy_days.close_day()
    log.append(list(batches(busy_days.log))[log.last_seq :])
    with History.of(path) as history:
        assert history.path.name == "centre-2026-11-24.sqlite"
        assert history.days() == [MONDAY, TUESDAY]


@pytest.mark.usefixtures("busy_days")
def test_what_is_not_there_is_said_in_one_sentence(path: Path, tmp_path: Path) -> None:
    with History.of(path) as history, pytest.raises(StoreError, match="no day 2026-01-01: it has 2026-11-23 to 2026"):
        history.events(date(2026, 1, 1))
    with pytest.raises(StoreError, match="there is no store at"):
        History(tmp_path / "nothing.sqlite")
    other = Store(tmp_path / "other" / "new.sqlite")
    other.close()
    with pytest.raises(StoreError, match="has no copy yet"):
        History.of(other.path)
    (tmp_path / "text.sqlite").write_text("no database at all" * 100)
    with pytest.raises(StoreError, match=r"text.sqlite"):
        History(tmp_path / "text.sqlite")
