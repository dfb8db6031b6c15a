from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from shared.ui import theme
from shared.ui.label import Label
from shared.ui.scale import Scale
from shared.ui.tokens import COUNTER_TEXT, DARK, FAMILY, LIGHT, Palette


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_sheet_has_no_name_left_unfilled(palette: Palette) -> None:
    assert "$" not in theme.sheet(palette)


def test_every_rule_that_states_a_ground_states_its_border() -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", theme.sheet(LIGHT))
    silent = [name.strip() for name, body in rules if "background:" in body and "border" not in body]
    assert [name for name in silent if not name.endswith((":hover", ":pressed", ":disabled", '[ring="yes"]'))] == []


def test_applying_dresses_the_application(qapp: QApplication) -> None:
    theme.apply(qapp, DARK, Scale(2))
    assert qapp.font().family() == FAMILY
    assert qapp.font().pixelSize() == 34
    assert theme.colours() is DARK
    assert DARK.card in qapp.styleSheet()


def test_a_changed_tone_shows_at_once(qtbot: QtBot) -> None:
    label = Label(COUNTER_TEXT, "12 min", tone="ink")
    qtbot.addWidget(label)
    label.show()
    before = label.grab().toImage()
    label.show_tone("blue")
    assert label.grab().toImage() != before
    assert label.palette().windowText().color().name().upper() == LIGHT.blue


def test_a_ground_is_painted(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    theme.ground(widget, "night")
    widget.resize(20, 20)
    assert widget.grab().toImage().pixelColor(10, 10).name().upper() == LIGHT.night
