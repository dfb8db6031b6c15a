from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from shared.ui.flow import Flow


def laid_out(qtbot: QtBot, width: int) -> tuple[QWidget, list[QPushButton]]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    flow = Flow(10)
    buttons = [QPushButton(window) for _ in range(3)]
    for button in buttons:
        button.setFixedSize(100, 40)
        flow.addWidget(button)
    column.addLayout(flow)
    column.addStretch()
    window.resize(width, 300)
    window.show()
    return window, buttons


def test_what_fits_stands_on_one_line(qtbot: QtBot) -> None:
    _window, buttons = laid_out(qtbot, 320)
    assert [(b.x(), b.y()) for b in buttons] == [(0, 0), (110, 0), (220, 0)]


def test_what_does_not_fit_goes_on_below(qtbot: QtBot) -> None:
    _window, buttons = laid_out(qtbot, 250)
    assert [(b.x(), b.y()) for b in buttons] == [(0, 0), (110, 0), (0, 50)]


def test_hidden_ones_leave_no_hole(qtbot: QtBot) -> None:
    window, buttons = laid_out(qtbot, 320)
    buttons[0].hide()
    layout = window.layout()
    assert layout is not None
    layout.activate()
    assert [(b.x(), b.y()) for b in buttons[1:]] == [(0, 0), (110, 0)]
