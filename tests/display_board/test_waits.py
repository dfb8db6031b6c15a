from __future__ import annotations

from display_board.waits import waits_shown
from shared.domain.catalogue import Catalogue
from tests.fakes.calls import queue


def test_queues_of_most_demand_come_first(region_sur: Catalogue) -> None:
    shown = waits_shown(region_sur, [queue("PJ"), queue("BN"), queue("SU"), queue("RT")])
    assert [wait.prefix for wait in shown] == ["BN", "RT", "PJ", "SU"]


def test_a_queue_that_nobody_attends_has_no_wait_to_show(region_sur: Catalogue) -> None:
    views = [queue("PJ", None), queue("BN", is_open=False), queue("RT", counters=0), queue("PA")]
    assert [wait.prefix for wait in waits_shown(region_sur, views)] == ["PA"]


def test_a_queue_of_another_catalogue_is_left_out(region_sur: Catalogue) -> None:
    assert waits_shown(region_sur, [queue("ZZ")]) == ()
