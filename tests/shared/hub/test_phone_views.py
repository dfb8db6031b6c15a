"""What the phone page is told, and what it is not."""

from __future__ import annotations

import msgspec
import pytest

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.hub.views import Views
from shared.lan.messages import DeviceRole, Hello
from shared.lan.views import PhoneView
from tests.fakes.scene import Scene

PAGES = Hello((1, 1), DeviceRole.PAGES, "pages-1")


@pytest.fixture
def scene(region_sur: Catalogue) -> Scene:
    scene = Scene(region_sur)
    scene.open(20, 21)
    return scene


def shown(scene: Scene) -> dict[str, PhoneView]:
    views = Views(scene.hall, scene.at, slips=lambda ticket: (f"k{ticket}",)).of(PAGES)
    return {key: view for key, view in views.items() if isinstance(view, PhoneView)}


def of(scene: Scene, ticket: int) -> PhoneView | None:
    return shown(scene).get(f"phone/k{ticket}")


def test_whoever_waits_sees_how_many_go_before_them(scene: Scene) -> None:
    first, second = scene.issue("PJ01"), scene.issue("PJ01")
    preferential = scene.issue("PJ01", preferential=True)
    ahead = [(view.state, view.ahead) for view in (of(scene, one) for one in (first, second, preferential)) if view]
    assert ahead == [("waiting", 1), ("waiting", 2), ("waiting", 0)]


def test_a_call_names_the_counter_and_counts_how_often_it_called(scene: Scene) -> None:
    ticket = scene.issue("PJ01")
    scene.call(20)
    scene.pass_(seconds=30)
    scene.order(c.Recall(20))
    view = of(scene, ticket)
    assert view
    assert (view.state, view.counter, view.calls) == ("called", 20, 2)


def test_a_ticket_that_ended_is_not_told_of(scene: Scene) -> None:
    ticket = scene.issue("PJ01")
    scene.call(20)
    scene.start(20)
    assert (view := of(scene, ticket))
    assert view.state == "serving"
    scene.finish(20)
    assert of(scene, ticket) is None


def test_whoever_was_called_in_vain_sees_until_when_to_come_back(scene: Scene) -> None:
    ticket = scene.issue("PJ01")
    scene.call(20)
    scene.absent(20)
    view = of(scene, ticket)
    assert view
    assert (view.state, view.counter) == ("absent", 20)
    assert view.until is not None
    scene.at = view.until
    scene.pass_(minutes=1)
    assert of(scene, ticket) is None


def test_without_the_secret_of_the_day_there_is_nothing_to_find(scene: Scene) -> None:
    scene.issue("PJ01")
    views = Views(scene.hall, scene.at, slips=lambda _ticket: ()).of(PAGES)
    assert not [view for view in views.values() if isinstance(view, PhoneView)]


def test_nobody_else_is_shown_the_tickets_of_phones(scene: Scene) -> None:
    scene.issue("PJ01")
    views = Views(scene.hall, scene.at, slips=lambda ticket: (f"k{ticket}",))
    for role in set(DeviceRole) - {DeviceRole.PAGES}:
        hello = Hello((1, 1), role, "x", counter=20 if role is DeviceRole.COUNTER else 0)
        assert not [view for view in views.of(hello).values() if isinstance(view, PhoneView)]


def test_a_phone_is_told_nothing_of_who_the_citizen_is(scene: Scene) -> None:
    ticket = scene.issue("PJ01", preferential=True)
    told = msgspec.json.encode(of(scene, ticket)).decode()
    assert str(ticket) not in told
    assert "preferential" not in told
