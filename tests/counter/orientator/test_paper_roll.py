"""Numbers of a paper roll, typed by the orientator."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from counter.orientator import texts
from counter.orientator.giving import Facts, Giving
from shared.domain.catalogue import Catalogue
from shared.domain.commands import EnterPaper
from tests.fakes.morning import OPEN, service_views

NOW = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)  # 12:00 in Lima


def test_a_range_with_its_queue_and_hours_is_one_row_and_one_order(catalogue: Catalogue) -> None:
    giving = Giving("o1")
    giving.see(Facts(True, catalogue, OPEN, service_views(catalogue), at=NOW))
    giving.search("PJ 12-30 10:40-11:20")
    (row,) = giving.view(NOW).rows
    assert (row.name, row.title) == ("roll", "R 012 a R 030")
    order = giving.press("roll")
    assert isinstance(order, EnterPaper)
    assert (order.queue, order.first, order.last) == ("PJ", 12, 30)
    giving.sent("r1")
    giving.done("r1")
    assert giving.notice == texts.ROLL_ENTERED


def test_what_is_no_range_is_no_row(catalogue: Catalogue) -> None:
    giving = Giving("o1")
    giving.see(Facts(True, catalogue, OPEN, service_views(catalogue), at=NOW))
    for typed in ("XX 12-30 10:40", "PJ 30-12 10:40", "PJ 12 13:00"):
        giving.search(typed)
        assert giving.view(NOW).rows == ()
    giving.see(replace(giving.facts, at=None))
    giving.search("PJ 12 10:40")
    assert giving.view(NOW).rows == ()
