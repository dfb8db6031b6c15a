from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from shared.lan.robot_client import RobotClient, RobotProblem, place
from shared.ui.robot import Robot, RobotBusy


class Window(QWidget):
    """A button, a second one that is off, a hidden one, a covered one, a field; Space counts too."""

    def __init__(self) -> None:
        super().__init__()
        self.taps: list[str] = []
        column = QVBoxLayout(self)
        for name in ("call", "closed", "hidden", "covered"):
            button = QPushButton(name, self)
            button.setObjectName(name)
            button.clicked.connect(self._tapped)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            column.addWidget(button)
        self._child(QPushButton, "closed").setEnabled(False)
        self._child(QPushButton, "hidden").hide()
        self.field = QLineEdit(self)
        self.field.setObjectName("document")
        self.field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column.addWidget(self.field)
        outside = QPushButton("outside", self)
        outside.setObjectName("outside")
        outside.move(5000, 0)
        QShortcut(QKeySequence("Space"), self).activated.connect(self._space)

    def cover(self) -> None:
        covered = self._child(QPushButton, "covered")
        veil = QWidget(self)
        veil.setObjectName("veil")
        veil.setGeometry(covered.geometry())
        veil.show()

    def _child(self, kind: type[QPushButton], name: str) -> QPushButton:
        return self.findChild(kind, name)

    def _tapped(self) -> None:
        self.taps.append(self.sender().objectName())

    def _space(self) -> None:
        self.taps.append("space")


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.resize(400, 300)
    with qtbot.waitExposed(window):
        window.show()
    window.cover()
    return window


@pytest.fixture
def robot(window: Window, tmp_path: Path) -> Iterator[Robot]:
    robot = Robot(str(tmp_path / "robot"), window, lambda: {"taps": window.taps})
    yield robot
    robot.close()


@pytest.fixture
def drive(robot: Robot, qtbot: QtBot) -> Callable[[Callable[[RobotClient], Any]], Any]:
    """Run a blocking script of the client beside Qt's loop; its result or its error comes back."""

    def run(script: Callable[[RobotClient], Any]) -> Any:
        done: list[Any] = []

        def work() -> None:
            try:
                with RobotClient(robot.place(), within=5) as client:
                    done.append(script(client))
            except BaseException as error:
                done.append(error)

        thread = threading.Thread(target=work)
        thread.start()
        qtbot.waitUntil(lambda: bool(done))
        thread.join()
        if isinstance(done[0], BaseException):
            raise done[0]
        return done[0]

    return run


Drive = Callable[[Callable[[RobotClient], Any]], Any]


def test_a_click_presses_the_real_button(drive: Drive, window: Window) -> None:
    drive(lambda robot: robot.click("call"))
    assert window.taps == ["call"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("closed", "cannot be used now"),
        ("hidden", "is not on the screen now"),
        ("covered", "is covered by 'veil'"),
        ("cal", "did you mean 'call'"),
    ],
)
def test_a_click_that_a_person_could_not_make_is_refused_by_name(
    drive: Drive, window: Window, name: str, why: str
) -> None:
    with pytest.raises(RobotProblem, match=why):
        drive(lambda robot: robot.click(name))
    assert window.taps == []


def test_a_click_outside_the_window_is_refused(drive: Drive) -> None:
    with pytest.raises(RobotProblem, match="outside the window"):
        drive(lambda robot: robot.click("outside"))


def test_a_key_reaches_the_shortcut_of_the_window(drive: Drive, window: Window) -> None:
    drive(lambda robot: robot.key("Space"))
    assert window.taps == ["space"]


def test_an_unknown_key_is_refused(drive: Drive) -> None:
    with pytest.raises(RobotProblem, match="no key called 'Espacio'"):
        drive(lambda robot: robot.key("Espacio"))


def test_text_goes_into_the_field_with_the_focus(drive: Drive, window: Window) -> None:
    window.field.setFocus()
    drive(lambda robot: robot.write("Ñusta 4712"))
    assert window.field.text() == "Ñusta 4712"


def test_text_without_a_field_is_refused(drive: Drive, window: Window) -> None:
    window.field.clearFocus()
    with pytest.raises(RobotProblem, match="No field"):
        drive(lambda robot: robot.write("4712"))


def test_a_grab_is_the_window_at_its_real_size(drive: Drive, tmp_path: Path) -> None:
    assert drive(lambda robot: robot.grab(tmp_path / "shot.png")) == (400, 300)
    assert (tmp_path / "shot.png").read_bytes().startswith(b"\x89PNG")


def test_a_grab_into_a_missing_folder_says_so(drive: Drive, tmp_path: Path) -> None:
    with pytest.raises(RobotProblem, match="Cannot write the picture"):
        drive(lambda robot: robot.grab(tmp_path / "nowhere" / "shot.png"))


def test_names_are_what_can_be_operated(drive: Drive) -> None:
    assert drive(lambda robot: robot.names()) == ["call", "covered", "document", "outside"]


def test_the_view_is_the_programs_own_word_and_can_be_waited_for(drive: Drive) -> None:
    def script(robot: RobotClient) -> Any:
        robot.click("call")
        return robot.until(lambda view: view["taps"], "somebody tapped")

    assert drive(script) == {"taps": ["call"]}


def test_waiting_in_vain_says_what_is_shown(drive: Drive) -> None:
    with pytest.raises(RobotProblem, match=r"still not so that somebody tapped; it shows \{'taps': \[\]\}"):
        drive(lambda robot: robot.until(lambda view: view["taps"], "somebody tapped", within=0))


def test_a_line_that_is_no_order_gets_an_answer_and_the_next_one_works(drive: Drive) -> None:
    def script(client: RobotClient) -> Any:
        client._socket.sendall(b"rubbish\n")
        return client._lines.readline(), client.names()

    answer, names = drive(script)
    assert b'"ok":false' in answer
    assert "call" in names


def test_what_a_robot_cannot_do_is_named(drive: Drive) -> None:
    with pytest.raises(RobotProblem, match="cannot do 'dance'"):
        drive(lambda robot: robot._ask(do="dance"))


def test_a_name_in_use_is_refused_and_one_left_by_a_killed_program_is_taken_over(
    robot: Robot, window: Window, tmp_path: Path
) -> None:
    with pytest.raises(RobotBusy, match="already answers"):
        Robot(robot.place(), window, dict)
    (tmp_path / "stale").touch()
    Robot(str(tmp_path / "stale"), window, dict).close()


def test_a_client_names_the_place_where_nobody_listens(tmp_path: Path) -> None:
    with pytest.raises(RobotProblem, match="No program listens at"):
        RobotClient(tmp_path / "nobody", within=0)


def test_a_short_name_means_the_place_where_qt_puts_it(window: Window) -> None:
    robot = Robot("suyana-test-short-name", window, dict)
    assert place("suyana-test-short-name") == Path(robot.place())
    robot.close()
