"""What holds for the windows of all three programs at the counters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from counter import texts
from counter.desk import Desk
from counter.orientator.giving import Giving
from counter.orientator.presenter import Presenter as OrientatorPresenter
from counter.orientator.screens.orientator_window import OrientatorWindow
from counter.presenter import Presenter
from counter.screens.desk_window import DeskWindow
from counter.screens.page_window import PageWindow
from counter.supervisor.presenter import Presenter as SupervisorPresenter
from counter.supervisor.screens.supervisor_window import SupervisorWindow
from counter.supervisor.watch import Watch
from shared.lan.messages import DeviceRole
from shared.ui.paper import Paper
from tests.fakes.link import FakeLink

pytestmark = pytest.mark.usefixtures("dressed")
ROLES = (DeviceRole.COUNTER, DeviceRole.SUPERVISOR, DeviceRole.ORIENTATOR)


class Program:
    """One of the three, before a hub is found."""

    def __init__(self, role: DeviceRole) -> None:
        self.role = role
        self.link = FakeLink()
        self.paper = Paper()
        self.window, self.presenter = self._put_together()
        self.window.setFixedSize(1366, 768)
        self.window.show()

    def _put_together(self) -> tuple[PageWindow, Any]:
        match self.role:
            case DeviceRole.COUNTER:
                desk = DeskWindow()
                return desk, Presenter(self.link, Desk(20), desk, desk)
            case DeviceRole.SUPERVISOR:
                hall = SupervisorWindow()
                return hall, SupervisorPresenter(self.link, Watch("s01"), hall, hall)
            case _:
                page = OrientatorWindow()
                return page, OrientatorPresenter(self.link, Giving("o01"), page, self.paper, page)

    def words(self) -> list[str]:
        return [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]


@pytest.fixture(params=ROLES, ids=[role.value for role in ROLES])
def program(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Program]:
    program = Program(request.param)
    qtbot.addWidget(program.window)
    yield program
    program.paper.close()


def test_the_desktop_names_the_window(program: Program) -> None:
    titles = {
        DeviceRole.COUNTER: "Módulo 20",
        DeviceRole.SUPERVISOR: "Supervisión",
        DeviceRole.ORIENTATOR: "Orientación",
    }
    assert program.window.windowTitle() == titles[program.role]


def test_until_the_hub_is_found_it_says_that_it_looks_for_it(program: Program) -> None:
    assert {texts.CONNECTING, texts.CONNECTING_HINT} <= set(program.words())


def test_whom_the_hub_turns_away_is_told_whom_to_tell(program: Program, judge: Callable[[QWidget], list[str]]) -> None:
    program.link.turn_away()
    said = program.words()
    title = texts.counter_not_welcome(20) if program.role is DeviceRole.COUNTER else texts.NOT_WELCOME
    assert title in said
    assert any("especialista TIC" in words for words in said)
    assert texts.CONNECTING not in said
    assert judge(program.window) == []


def test_a_hub_that_welcomes_in_the_end_opens_the_page(program: Program, busy_hall: Any) -> None:
    program.link.turn_away()
    busy_hall.show_on(program.link, program.role, counter=20)
    program.link.come()
    assert program.presenter.view().mode != "connecting"


def test_a_page_is_left_when_the_hub_takes_it_no_longer(program: Program, busy_hall: Any) -> None:
    busy_hall.show_on(program.link, program.role, counter=20)
    program.link.come()
    program.link.come(False)
    assert program.presenter.view().mode != "connecting"
    program.link.turn_away()
    assert program.presenter.view().mode == "connecting"
