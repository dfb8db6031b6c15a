"""The chapter on promises: what it counts, on a day of its own, and that its days are always the same."""

from __future__ import annotations

from datetime import date
from math import inf

import pytest

from installers.waiting_report import lived, promise
from installers.waiting_report.lived import Forecast, Lived, Promised
from shared.domain.catalogue import Catalogue

MONDAY, TUESDAY = date(2026, 9, 7), date(2026, 9, 8)


def promised(day: date, wait: float, low: float = 300, high: float = 600) -> Promised:
    return Promised(day, "PJ", False, wait, low, high, (5, 10), (9000, 4000, 4000))


def test_a_share_is_of_everybody_and_its_interval_of_days() -> None:
    found = promise.share_by_days([(MONDAY, True), (MONDAY, False), (TUESDAY, True), (TUESDAY, True)])
    assert found.value == 0.75
    assert found.half == pytest.approx(promise.T_DAYS * 0.25, rel=0.01)


def test_a_promise_is_shown_where_one_in_ten_waits_longer_and_half_longer_than_the_first_figure() -> None:
    waits = [100.0 + 500 * n / 90 for n in range(90)] + [700.0] * 10
    days = [promised(MONDAY, wait) for wait in waits] + [promised(TUESDAY, wait) for wait in waits]
    _, good = promise.calibration(Lived(days))
    assert good
    _, too_wide = promise.calibration(Lived([one._replace(high=800) for one in days]))
    assert not too_wide
    _, too_early = promise.calibration(Lived([one._replace(low=100) for one in days]))
    assert not too_early


def test_each_class_must_keep_its_promise() -> None:
    waits = [100.0 + 500 * n / 90 for n in range(90)] + [700.0] * 10
    days = [promised(day, wait) for day in (MONDAY, TUESDAY) for wait in waits]
    late = [
        promised(day, wait)._replace(preferential=True) for day in (MONDAY, TUESDAY) for wait in [*waits[:90:9], 700]
    ]
    assert promise.calibration(Lived([*days, *late]))[1]
    assert not promise.calibration(Lived([*days, *late, *late[-1:] * 4]))[1]


def test_it_must_beat_each_of_the_others() -> None:
    days = [promised(MONDAY, 310.0), promised(TUESDAY, 290.0)]
    assert promise.against_others(Lived(days))[1]
    better = [one._replace(others=(9000, 4000, one.wait)) for one in days]
    assert not promise.against_others(Lived(better))[1]


def test_a_queue_day_with_nobody_inside_has_nothing_left_to_forecast() -> None:
    def shown(*offs: float | None) -> bool:
        return promise.last_tickets(Lived(forecasts=[Forecast(MONDAY, "PJ", "at closing", off) for off in offs]))[1]

    assert shown(0.0, None)
    assert shown(*[300.0] * 9, 900.0)
    assert not shown(*[300.0] * 8, 900.0, -900.0)
    assert not shown(*[300.0] * 8, None, inf, inf)


def test_a_promise_costs_what_it_may() -> None:
    text, _ = promise.cost()
    assert " 100 " in text


def test_the_days_lived_are_always_the_same(region_sur: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lived, "LEARNING", 0)
    monkeypatch.setattr(lived, "SHOWN", 1)
    once, again = lived.live(region_sur), lived.live(region_sur)
    assert once == again
    assert len(once.promised) > 2000
    assert {one.asked for one in once.forecasts} >= {"12:00, as lunch begins", "at closing"}
