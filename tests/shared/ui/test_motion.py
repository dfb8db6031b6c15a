from __future__ import annotations

from PySide6.QtCore import QPoint, QPropertyAnimation
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from shared.ui import motion, tokens
from shared.ui.motion import Pulse


def test_nothing_moves_when_stillness_is_asked_for(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    motion.slide_in(window, across=100)
    assert window.pos() == QPoint(0, 0)
    assert window.findChild(QPropertyAnimation) is None
    beats: list[float] = []
    pulse = Pulse(window)
    pulse.beat.connect(beats.append)
    pulse.start()
    assert beats == [0.0]
    assert not pulse.is_beating()


def test_a_slide_ends_where_the_widget_belongs_even_when_begun_twice(qtbot: QtBot) -> None:
    tokens.motion = 0.05
    window = QWidget()
    qtbot.addWidget(window)
    child = QWidget(window)
    child.move(40, 10)
    motion.slide_in(child, across=100)
    motion.slide_in(child, across=100)
    qtbot.waitUntil(lambda: child.findChild(QPropertyAnimation) is None)
    assert child.pos() == QPoint(40, 10)


def test_a_pulse_beats_and_comes_to_rest(qtbot: QtBot) -> None:
    tokens.motion = 0.1
    window = QWidget()
    qtbot.addWidget(window)
    beats: list[float] = []
    pulse = Pulse(window)
    pulse.beat.connect(beats.append)
    pulse.start()
    assert pulse.is_beating()
    qtbot.waitUntil(lambda: max(beats, default=0.0) > 0.5)
    pulse.stop()
    assert beats[-1] == 0.0
