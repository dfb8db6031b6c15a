from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from shared.ui.action_button import ActionButton
from shared.ui.dialog_panel import DialogPanel


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def panel(window: QWidget) -> DialogPanel:
    panel = DialogPanel(window)
    panel.show_question("¿A qué cola deriva PJ 047?", "Conserva su número.")
    for key, name in (("1", "transfer-bn"), ("2", "transfer-rt")):
        answer = ActionButton(across=True)
        answer.setObjectName(name)
        answer.show_action(name, key)
        panel.body.addWidget(answer)
        panel.bind_key(key, answer)
    return panel


def answers(panel: DialogPanel) -> list[ActionButton]:
    return panel.findChildren(ActionButton)


def test_it_lies_over_the_whole_window_and_follows_it(panel: DialogPanel, window: QWidget) -> None:
    panel.open_panel()
    assert panel.geometry() == window.rect()
    window.resize(800, 700)
    assert panel.geometry() == window.rect()


def test_its_key_gives_the_answer(panel: DialogPanel, qtbot: QtBot) -> None:
    panel.open_panel()
    with qtbot.waitSignal(answers(panel)[1].clicked):
        qtbot.keyClick(panel, Qt.Key.Key_2)


def test_escape_closes_it_once(panel: DialogPanel, qtbot: QtBot) -> None:
    told: list[bool] = []
    panel.closed.connect(lambda: told.append(True))
    panel.open_panel()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    panel.close_panel()
    assert panel.isHidden()
    assert told == [True]


def test_a_touch_beside_the_panel_closes_it_and_one_on_it_does_not(panel: DialogPanel, qtbot: QtBot) -> None:
    panel.open_panel()
    qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=panel._sheet.geometry().topLeft() + QPoint(8, 8))
    assert panel.isVisible()
    qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert panel.isHidden()


def test_the_windows_shortcuts_are_deaf_while_it_is_open(panel: DialogPanel, window: QWidget, qtbot: QtBot) -> None:
    pressed: list[str] = []
    QShortcut(QKeySequence("Space"), window).activated.connect(lambda: pressed.append("space"))
    handle = window.windowHandle()
    assert handle is not None
    panel.open_panel()
    qtbot.keyClick(handle, Qt.Key.Key_Space)
    assert pressed == []
    panel.close_panel()
    qtbot.keyClick(handle, Qt.Key.Key_Space)
    assert pressed == ["space"]


def test_tab_stays_inside(panel: DialogPanel, qtbot: QtBot) -> None:
    panel.open_panel()
    seen = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget() or panel, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        seen.append(focused.objectName() if focused else "")
    assert seen == ["transfer-bn", "transfer-rt", "transfer-bn"]
