"""How the three programs at the counters present themselves to the hub."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import counter.__main__ as programs
from shared.lan.messages import DeviceRole, Hello
from shared.ui.run import ScreenOptions

Start = Callable[[ScreenOptions], int]
PROGRAMS: dict[str, Start] = {
    "counter-20": lambda options: programs.main(options, 20),
    "supervisor-1": lambda options: programs.supervisor_main(options, "s01"),
    "orientator-1": lambda options: programs.orientator_main(options, "o01"),
}


@pytest.fixture
def hellos(monkeypatch: pytest.MonkeyPatch) -> list[Hello]:
    """What would be said to a hub."""
    said: list[Hello] = []
    monkeypatch.setattr(programs, "run", lambda _options, hello, _build: said.append(hello) or 0)
    return said


@pytest.mark.parametrize("device", PROGRAMS)
def test_a_device_without_a_name_is_called_by_its_place(device: str, hellos: list[Hello]) -> None:
    assert PROGRAMS[device](ScreenOptions()) == 0
    assert [hello.device for hello in hellos] == [device]


def test_a_device_keeps_the_name_that_it_was_given(hellos: list[Hello]) -> None:
    for start in PROGRAMS.values():
        start(ScreenOptions(device="ventana"))
    assert [hello.device for hello in hellos] == ["ventana"] * 3


def test_an_advisors_counter_says_its_number(hellos: list[Hello]) -> None:
    programs.main(ScreenOptions(), 20)
    assert [(hello.role, hello.counter, hello.person) for hello in hellos] == [(DeviceRole.COUNTER, 20, "")]
