"""The numbers of the calls report: what it says is shown is, and its controls fail."""

from __future__ import annotations

import pytest

from installers.calls_report.__main__ import CENTRE, NOTHING, Lived
from installers.calls_report.controls import AtOnce, Forgetful, Glancing, Unhurried
from installers.calls_report.hall import Loudspeaker, Spoken, wrongs
from installers.calls_report.lengths import by_rule
from installers.calls_report.link_lost import WITHIN, lost_links
from installers.calls_report.made import BURST, bursts, peak_hour
from installers.calls_report.through_hub import through_a_hub
from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import load_centre


@pytest.fixture(scope="module")
def lima() -> Catalogue:
    return load_centre(CENTRE)


def test_twenty_calls_in_a_moment_are_all_said_in_order_and_none_over_another(lima: Catalogue) -> None:
    calls = bursts(lima, 200, seed=1)
    rows, wrong, _ = Lived(lima, by_rule).rows("bursts", calls, Loudspeaker)
    assert sum(int(str(row[2])) for row in rows) == sum(int(str(row[3])) for row in rows) == 200
    assert wrong == NOTHING
    assert max(sum(call.at == other.at for other in calls) for call in calls) > BURST / 2


def test_the_peak_hour_has_recalls_and_is_heard_in_time(lima: Catalogue) -> None:
    hour = peak_hour(lima, seed=1)
    assert 11 * 60 < len(hour) < 14 * 60
    assert any(call.recall for call in hour)
    _, wrong, p95 = Lived(lima, by_rule).rows("hour", hour, Loudspeaker)
    assert wrong == NOTHING
    assert p95 < 15
    assert Lived(lima, by_rule).rows("hour", hour, Unhurried, ("",))[2] > 15


def test_the_controls_are_found_out(lima: Catalogue) -> None:
    lived, calls = Lived(lima, by_rule), bursts(lima, 200, seed=1)
    assert lived.rows("bursts", calls, AtOnce)[1].overlapping > 0
    assert lived.rows("bursts", calls, Forgetful)[1].lost > 0


def test_what_is_said_late_twice_or_over_another_is_counted(lima: Catalogue) -> None:
    calls = bursts(lima, 4, seed=1)
    said = [Spoken(2, 0, 1, 5, False), Spoken(1, 4, 5, 9, False), Spoken(1, 9, 10, 11, False)]
    assert wrongs(calls, said) == (2, 1, 1, 1)


def test_through_a_real_hub_the_spoken_log_is_the_call_log() -> None:
    found = through_a_hub(CENTRE, 24, seed=1, counters=3)
    assert sum(each.calls for each in found) >= 24
    assert all(each.wrong == NOTHING and each.said == each.calls for each in found)
    assert sum(each.wrong.lost for each in through_a_hub(CENTRE, 24, 1, Glancing, within=1, counters=3)) > 0


@pytest.mark.logs("hub lost")
def test_a_lost_hub_is_said_and_the_board_comes_back() -> None:
    found = lost_links(CENTRE)
    assert [each.how for each in found] == ["the hub freezes", "the hub is killed"]
    assert all(each.back < WITHIN for each in found)
