"""No time-out that surprises: who is warned, when, and how often one may ask for more time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk import views as v
from kiosk.flow import Flow
from kiosk.patience import IDLE, SLOW, TAKEN, WARNING, Patience, pace
from kiosk.ways import NAMES, Ways
from shared.domain.catalogue import Purpose
from tests.fakes.morning import NOW, receipt
from tests.kiosk.test_flow import to_ticket


def seconds(patience: Patience, *, taken: bool, slow: bool) -> Iterator[tuple[int, bool]]:
    """What is left of the warning, second by second, and whether the screen goes."""
    for _ in range(1_000):
        gone = patience.second_passed(pace(taken=taken, slow=slow))
        yield patience.left(pace(taken=taken, slow=slow)), gone
        if gone:
            return


@pytest.mark.parametrize("taken", [False, True])
@pytest.mark.parametrize("slow", [False, True])
def test_a_screen_goes_only_after_a_warning_but_for_a_slip_in_hand(taken: bool, slow: bool) -> None:
    told = list(seconds(Patience(), taken=taken, slow=slow))
    warned = [left for left, _ in told if left]
    if taken and not slow:
        assert (len(told), warned) == (TAKEN, [])
        return
    times = SLOW if slow else 1
    assert len(told) == ((TAKEN if taken else IDLE) + WARNING) * times
    assert warned[0] == WARNING * times
    assert warned == sorted(warned, reverse=True)


def test_who_is_slow_is_asked_even_with_the_slip_in_hand(flow: Flow) -> None:
    to_ticket(flow)
    flow.press_way("large")
    flow.paper_is(receipt().ticket, v.PRINTED)
    for _ in range(10):
        pass_(flow, TAKEN * SLOW - 1)
        assert flow.view(NOW).still_there == 0
        pass_(flow, 1)
        assert flow.view(NOW).still_there == WARNING * SLOW
        flow.touched()
        assert isinstance(flow.view(NOW), v.TicketView)
    pass_(flow, (TAKEN + WARNING) * SLOW)
    assert flow.is_at_home


def test_who_was_asked_once_has_three_times_as_long_from_then_on(flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    pass_(flow, IDLE)
    assert flow.view(NOW).still_there == WARNING
    flow.touched()
    pass_(flow, IDLE * SLOW - 1)
    assert flow.view(NOW).still_there == 0
    pass_(flow, 1 + WARNING * SLOW)
    assert flow.is_at_home
    flow.choose_purpose(Purpose.PROCEDURE)
    pass_(flow, IDLE)
    assert flow.view(NOW).still_there == WARNING, "the next citizen is as quick as any"


def test_the_next_citizen_has_no_mark(flow: Flow) -> None:
    flow.use_keys()
    assert flow.view(NOW).head.ways == Ways(marked=True)
    pass_(flow, (IDLE + WARNING) * SLOW)
    assert flow.view(NOW).head.ways == Ways()


@pytest.mark.parametrize("name", NAMES)
def test_every_way_is_slow(name: str) -> None:
    assert Ways().pressed(name).is_slow
    assert Ways(marked=True).is_slow


def pass_(flow: Flow, count: int) -> None:
    for _ in range(count):
        flow.second_passed()
