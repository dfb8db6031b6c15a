"""A kiosk asks for a person, and somebody goes."""

from __future__ import annotations

import pytest

from shared.domain import commands as c, events as e
from shared.domain.refusals import Code
from shared.hub.views import Views
from shared.lan.messages import DeviceRole, Hello
from shared.lan.views import HelpView
from tests.fakes.scene import Scene
from tests.fakes.small_centre import SMALL


@pytest.fixture
def scene() -> Scene:
    return Scene(SMALL)


def test_help_is_asked_once_until_somebody_goes(scene: Scene) -> None:
    assert scene.order(c.AskHelp("kiosk-1")) == [e.HelpAsked("kiosk-1")]
    assert scene.order(c.AskHelp("kiosk-1")) == []
    assert scene.order(c.AnswerHelp("kiosk-1")) == [e.HelpAnswered("kiosk-1")]
    assert scene.order(c.AnswerHelp("kiosk-1")) == []
    assert scene.order(c.AskHelp("kiosk-1")) == [e.HelpAsked("kiosk-1")]


def test_nobody_is_asked_when_the_day_is_over(scene: Scene) -> None:
    scene.order(c.AskHelp("kiosk-1"))
    scene.close_day()
    assert scene.day.help == {}
    assert scene.refusal(c.AskHelp("kiosk-1")) == (Code.DAY_NOT_OPEN, {})


@pytest.mark.parametrize(
    ("role", "told"),
    [
        (DeviceRole.KIOSK, True),
        (DeviceRole.COUNTER, True),
        (DeviceRole.ORIENTATOR, True),
        (DeviceRole.SUPERVISOR, True),
        (DeviceRole.BOARD, False),
        (DeviceRole.PAGES, False),
        (DeviceRole.SYNC, False),
    ],
)
def test_the_people_of_the_hall_and_the_kiosk_see_it_and_no_screen_for_all(
    role: DeviceRole, told: bool, scene: Scene
) -> None:
    scene.order(c.AskHelp("kiosk-1"))
    hello = Hello((1, 1), role, "x", counter=1 if role is DeviceRole.COUNTER else 0)
    shown = Views(scene.hall, scene.at).of(hello)
    assert (shown.get("help/kiosk-1") == HelpView("kiosk-1", scene.at)) is told
