"""What a phone says of a ticket, in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

import shared.pages
from shared.domain.catalogue import Catalogue
from shared.lan.views import PhoneView, StopView
from shared.pages import texts
from shared.pages.status import status_of
from shared.ui.tokens import LIGHT

TEN = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)  # 10:00 in Lima
WAITS = PhoneView(
    "PJ 047",
    "waiting",
    "es",
    (StopView("PJ", "PJ01", "waiting"),),
    ahead=3,
    between=(TEN + timedelta(minutes=20), TEN + timedelta(minutes=40)),
)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, ("Hay 3 personas antes que usted", "Lo llamaremos entre las 10:20 y las 10:40", texts.others())),
        ({"ahead": 1}, ("Hay 1 persona antes que usted", "Lo llamaremos entre las 10:20 y las 10:40", texts.others())),
        ({"ahead": 0}, (texts.ahead(0), "Lo llamaremos entre las 10:20 y las 10:40")),
        ({"between": None}, ("Hay 3 personas antes que usted", texts.nobody_serves(), texts.others())),
        ({"interrupted": "system"}, ("Hay 3 personas antes que usted", texts.interrupted(), texts.others())),
        ({"state": "called", "counter": 5, "calls": 1}, ("Vaya al módulo 5",)),
        ({"state": "serving", "counter": 5}, ("Lo atienden en el módulo 5",)),
        ({"state": "returning", "until": TEN}, (texts.return_title(), texts.comes_back("10:00"))),
        ({"state": "absent", "counter": 5, "until": TEN}, (texts.missed_title(), texts.missed(5, "10:00"))),
        ({"state": "held"}, (texts.held_title(), texts.held(0))),
    ],
)
def test_each_state_has_its_words(changed: dict[str, object], said: tuple[str, ...], region_sur: Catalogue) -> None:
    status = status_of(replace(WAITS, **changed), region_sur, TEN)
    assert (status.headline, *status.sentences) == said


def test_a_promise_that_was_not_kept_is_not_repeated(region_sur: Catalogue) -> None:
    assert status_of(WAITS, region_sur, TEN + timedelta(minutes=41)).sentences[0] == texts.later_than_said()


def test_a_call_says_the_way_where_the_centre_tells_it(region_sur: Catalogue) -> None:
    counters = tuple(
        replace(one, way="al fondo a la derecha" if one.number == 5 else "") for one in region_sur.counters
    )
    status = status_of(replace(WAITS, state="called", counter=5, calls=1), replace(region_sur, counters=counters), TEN)
    assert (status.headline, *status.sentences) == ("Vaya al módulo 5", "Al fondo a la derecha.")


def test_a_stop_that_goes_on_later_says_when_and_not_that_it_is_now(region_sur: Catalogue) -> None:
    stops = (StopView("BN", "BN01", "done"), StopView("PJ", "PJ01", "returning"))
    view = replace(WAITS, state="returning", stops=stops, at=1, until=TEN + timedelta(hours=2))
    assert [stop.state for stop in status_of(view, region_sur, TEN).stops] == [texts.done(), "A las 12:00"]


def test_a_visit_of_several_stops_is_shown_whole_and_one_of_one_stop_is_not(region_sur: Catalogue) -> None:
    stops = (StopView("BN", "BN01", "done"), StopView("PJ", "PJ01", "waiting"), StopView("RN", "RN01", "planned"))
    status = status_of(replace(WAITS, stops=stops, at=1), region_sur, TEN)
    assert [(stop.state, stop.now) for stop in status.stops] == [
        (texts.done(), False),
        (texts.now(), True),
        (texts.later(), False),
    ]
    assert status_of(WAITS, region_sur, TEN).stops == ()


def test_each_call_is_to_be_noticed_once(region_sur: Catalogue) -> None:
    called = replace(WAITS, state="called", counter=5, calls=1)
    again = replace(called, calls=2)
    assert len({status_of(view, region_sur, TEN).call for view in (WAITS, called, again)}) == 3


def test_the_colours_are_those_of_all_screens() -> None:
    style = (Path(shared.pages.__file__).parent / "page.css").read_text(encoding="utf-8")
    known = (
        {getattr(LIGHT, name) for name in LIGHT.__slots__} if hasattr(LIGHT, "__slots__") else set(vars(LIGHT).values())
    )
    used = {word[:7] for word in style.split("#")[1:] for word in ["#" + word[:6]]}
    assert {colour for colour in used if colour[1:].isalnum() and colour.isupper()} <= known
