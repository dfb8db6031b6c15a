"""Ways to use the kiosk: each by one press, all back to normal for whoever comes next; and the call for help."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from kiosk.flow import Flow
from kiosk.patience import IDLE, SLOW, WARNING
from kiosk.ways import NAMES, Ways
from shared.domain.catalogue import Purpose
from shared.domain.commands import AskHelp
from tests.fakes.morning import NOW


@pytest.mark.parametrize("name", [name for name in NAMES if name != "audio"])
def test_a_second_press_undoes_the_first(name: str) -> None:
    once = Ways().pressed(name)
    assert getattr(once, name)
    assert once.pressed(name) == Ways()


def test_the_audio_guide_comes_then_the_curtain_then_neither() -> None:
    heard = Ways().pressed("audio")
    unseen = heard.pressed("audio")
    assert (heard.audio, heard.curtain) == (True, False)
    assert (unseen.audio, unseen.curtain) == (True, True)
    assert unseen.pressed("audio") == Ways()


@given(st.lists(st.sampled_from(NAMES)))
def test_a_curtain_is_never_without_a_voice(presses: list[str]) -> None:
    ways = Ways()
    for name in presses:
        ways = ways.pressed(name)
        assert ways.audio or not ways.curtain


@pytest.mark.parametrize("name", NAMES)
def test_whoever_comes_next_has_none_of_them(flow: Flow, name: str) -> None:
    flow.press_way(name)
    assert flow.view(NOW).head.ways != Ways()
    for _ in range((IDLE + WARNING) * SLOW):
        flow.second_passed()
    assert flow.view(NOW).head.ways == Ways()


@pytest.mark.parametrize("name", NAMES)
def test_whoever_uses_another_way_is_asked_later_and_may_ask_for_time_without_end(flow: Flow, name: str) -> None:
    flow.press_way(name)
    flow.choose_purpose(Purpose.PROCEDURE)
    for _ in range(20):
        for _ in range(IDLE * SLOW - 1):
            flow.second_passed()
            assert flow.view(NOW).still_there == 0
        flow.second_passed()
        assert flow.view(NOW).still_there == WARNING * SLOW
        flow.touched()
    assert flow.view(NOW).head.ways == Ways().pressed(name)


def test_help_is_called_once_and_said_until_it_is_understood(flow: Flow) -> None:
    assert isinstance(flow.ask_help(), AskHelp)
    assert flow.view(NOW).head.help == "asked"
    flow.close_help()
    assert flow.view(NOW).head.help == ""


def test_without_a_hub_help_says_where_to_go(flow: Flow) -> None:
    flow.hub_is_there(False)
    assert flow.ask_help() is None
    assert flow.view(NOW).head.help == "alone"
