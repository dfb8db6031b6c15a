"""What a code reader types is heard on any screen; what people type is not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk import texts, views as v
from kiosk.flow import Flow
from kiosk.screens.window import KioskWindow
from tests.fakes.morning import NOW, receipt
from tests.kiosk.screens.test_window import button, told, words

TOKEN = "aB3-_" + "x" * 17


def yours(flow: Flow, state: str = "waiting") -> v.KioskView:
    flow.read_slip(TOKEN)
    flow.take_receipt(receipt(token=TOKEN, copy=True, state=state))
    return flow.view(NOW)


def test_a_slip_is_read_on_any_screen(window: KioskWindow, flow: Flow, qtbot: QtBot) -> None:
    window.show_view(flow.view(NOW))
    with qtbot.waitSignal(window.reader.read) as heard:
        QTest.keyClicks(window, TOKEN)
        QTest.keyClick(window, Qt.Key.Key_Return)
    assert heard.args == [TOKEN]


@pytest.mark.parametrize("typed", ["", "PJ047", TOKEN + "x", "https://example"])
def test_nothing_else_is_taken_for_a_slip(window: KioskWindow, flow: Flow, qtbot: QtBot, typed: str) -> None:
    window.show_view(flow.view(NOW))
    with qtbot.assertNotEmitted(window.reader.read):
        QTest.keyClicks(window, typed)
        QTest.keyClick(window, Qt.Key.Key_Return)


def test_a_ticket_given_before_can_be_changed_or_given_back(window: KioskWindow, flow: Flow, qtbot: QtBot) -> None:
    window.show_view(yours(flow))
    assert texts.yours(receipt().number) in words(window)
    assert told(qtbot, window, "yours-yes", window.stage.change_asked) == []
    assert told(qtbot, window, "yours-no", window.stage.give_back_asked) == []


def test_a_called_ticket_has_no_buttons(window: KioskWindow, flow: Flow) -> None:
    window.show_view(yours(flow, "called"))
    assert texts.change_service() not in words(window)
    assert "Ya le llamaron: acérquese al módulo que dice la pantalla." in words(window)


def test_a_button_that_has_the_focus_takes_nothing_away(window: KioskWindow, flow: Flow, qtbot: QtBot) -> None:
    window.show_view(flow.view(NOW))
    card = button(window, "purpose-procedure")
    card.setFocus()
    with qtbot.assertNotEmitted(window.stage.purpose_chosen), qtbot.waitSignal(window.reader.read):
        QTest.keyClicks(card, TOKEN)
        QTest.keyClick(card, Qt.Key.Key_Return)


def test_how_a_visit_was_is_said_with_one_touch(window: KioskWindow, flow: Flow, qtbot: QtBot) -> None:
    flow.read_slip("A" * 22)
    flow.take_receipt(receipt(copy=True, state="done", can_be_rated=True))
    window.show_view(flow.view(NOW))
    assert texts.rate_question() in words(window)
    assert told(qtbot, window, "rate-2", window.stage.rated) == [2]
