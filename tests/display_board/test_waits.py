from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from display_board.waits import WaitShown, waits_shown
from shared.domain.catalogue import Catalogue
from shared.lan.views import QueueView
from tests.fakes.calls import queue
from tests.fakes.link import MORNING
from tests.fakes.small_centre import SMALL

LIMA = ZoneInfo("America/Lima")


def names(catalogue: Catalogue, *views: QueueView) -> list[str]:
    return [wait.entity for wait in waits_shown(catalogue, views, MORNING)]


def test_entities_of_most_demand_come_first(region_sur: Catalogue) -> None:
    shown = names(region_sur, queue("PJ"), queue("BN"), queue("SU"), queue("RT"))
    assert shown == [region_sur.queue[prefix].entity for prefix in ("BN", "RT", "PJ", "SU")]


def test_an_entity_that_nobody_attends_has_no_wait_to_show(region_sur: Catalogue) -> None:
    views = [queue("PJ", None), queue("BN", is_open=False), queue("RT", counters=0), queue("PA")]
    assert names(region_sur, *views) == [region_sur.queue["PA"].entity]


def test_a_queue_of_another_catalogue_is_left_out(region_sur: Catalogue) -> None:
    assert names(region_sur, queue("ZZ")) == []


def test_the_queues_of_an_entity_are_one_line_with_their_whole_range(region_sur: Catalogue) -> None:
    reniec = [one.prefix for one in region_sur.queues if one.entity == region_sur.queue["RT"].entity]
    assert len(reniec) > 1
    views = [queue(prefix, (5 * place + 5, 5 * place + 10)) for place, prefix in enumerate(reniec)]
    (shown,) = waits_shown(region_sur, views, MORNING)
    assert (shown.name, shown.minutes) == ("RENIEC", (5, 5 * len(reniec) + 5))
    assert shown.waiting == 3 * len(reniec)
    assert shown.until
    assert shown.until.tzinfo


def test_an_entity_is_interrupted_where_all_that_attends_is(region_sur: Catalogue) -> None:
    broken = replace(queue("RT"), interrupted="system")
    (shown,) = waits_shown(region_sur, [broken], MORNING)
    assert shown.interrupted == "system"
    (shown,) = waits_shown(region_sur, [broken, queue("RE", (5, 10))], MORNING)
    assert (shown.interrupted, shown.minutes) == ("", (5, 10))


def test_who_opens_later_today_comes_after_those_who_attend() -> None:
    half_past_seven = datetime(2026, 11, 23, 7, 30, tzinfo=LIMA)
    views = [queue("BN", is_open=False), queue("PJ", is_open=False), queue("MT")]
    migraciones, bank, court = waits_shown(SMALL, views, half_past_seven)
    assert migraciones.is_open
    assert isinstance(bank, WaitShown)
    assert [f"{one.opens_at:%H:%M}" for one in (bank, court)] == ["08:00", "08:00"]
