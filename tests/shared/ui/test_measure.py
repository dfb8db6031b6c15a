"""The measuring of a window says what was drawn; and notices what is pale, small or near."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from shared.ui.measure import contrast, measure


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.setFixedSize(400, 300)
    window.setStyleSheet("background: #FFFFFF; color: #767676")
    label = QLabel("Hacer un trámite", window)
    label.setStyleSheet("font-size: 40px")
    label.setGeometry(10, 10, 380, 80)
    button = QPushButton("Listo", window)
    button.setObjectName("done")
    button.setGeometry(20, 200, 120, 60)
    QLabel("", window)
    QLabel("Nadie me ve", window).hide()
    qtbot.addWidget(window)
    window.show()
    return window


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("white"), QColor("white")) == 1
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)


def test_letters_and_contrast_are_read_from_what_was_drawn(window: QWidget) -> None:
    (text,) = measure(window).texts
    assert (text.text, text.capitals) == ("Hacer un trámite", pytest.approx(40 * 0.668, abs=0.1))
    assert text.contrast == pytest.approx(4.5, abs=0.1)


def test_a_target_has_its_name_and_its_place(window: QWidget) -> None:
    (control,) = measure(window).controls
    assert (control.name, control.spoken, control.x, control.y, control.width, control.height) == (
        *("done", "Listo"),
        *(20, 200, 120, 60),
    )
