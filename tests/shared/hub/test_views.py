"""What is kept of the views of a moment before is what would be made anew."""

from __future__ import annotations

import pytest

from shared.domain.catalogue import Catalogue
from shared.hub.views import Views
from shared.lan.messages import DeviceRole, Hello
from shared.lan.views import CounterView
from tests.fakes.crowd import Crowd
from tests.fakes.scene import Scene
from tests.fakes.small_centre import VISITS as SMALL

SUPERVISOR = Hello((1, 1), DeviceRole.SUPERVISOR, "desk")
EVERYBODY = [
    SUPERVISOR,
    Hello((1, 1), DeviceRole.KIOSK, "kiosk"),
    Hello((1, 1), DeviceRole.ORIENTATOR, "door"),
    *(Hello((1, 1), DeviceRole.BOARD, "board", zone=zone) for zone in ("", "1", "2")),
    *(Hello((1, 1), DeviceRole.COUNTER, "counter", counter.number) for counter in SMALL.counters),
]


def seen(scene: Scene) -> Views:
    """Views as they are after everybody was shown them."""
    views = Views(scene.hall, scene.at)
    for hello in EVERYBODY:
        views.of(hello)
    return views


def test_ticket_left_pending_and_resumed_elsewhere_in_one_group_is_shown_at_one_counter(region_sur: Catalogue) -> None:
    scene = Scene(region_sur)
    scene.open(20, 21)
    ticket = scene.issue("PJ01")
    scene.serve(20)
    before = Views(scene.hall, scene.at)
    before.of(SUPERVISOR)
    so_far = len(scene.log)
    scene.hold(20)
    scene.resume(21, ticket)
    now = Views(scene.hall, scene.at)
    now.carry_over(before, scene.log[so_far:])
    left, resumed = (now.of(SUPERVISOR)[f"counter/{number}"] for number in (20, 21))
    assert isinstance(left, CounterView)
    assert isinstance(resumed, CounterView)
    assert left.attention is None
    assert resumed.attention
    assert resumed.attention.ticket == ticket


@pytest.mark.parametrize("seed", range(5))
def test_carried_views_are_those_made_anew(seed: int) -> None:
    scene = Scene(SMALL)
    scene.open(1, 2, 4, 6)
    crowd = Crowd(scene, seed)
    for group in range(60):
        before, so_far = seen(scene), len(scene.log)
        crowd.act(1 + group % 4)
        carried, anew = Views(scene.hall, scene.at), Views(scene.hall, scene.at)
        carried.carry_over(before, scene.log[so_far:])
        for hello in EVERYBODY:
            assert carried.of(hello) == anew.of(hello)
