"""The supervisor's page with real hands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from counter.supervisor.presenter import Presenter
from counter.supervisor.screens.supervisor_window import SupervisorWindow
from counter.supervisor.watch import Watch
from shared.domain import commands as c
from shared.domain.refusals import Code
from shared.lan.messages import DeviceRole
from shared.lan.views import ClockView
from tests.fakes.link import FakeLink

pytestmark = pytest.mark.usefixtures("dressed")
ANY = Any


class Page:
    def __init__(self, hall: ANY, qtbot: QtBot, size: tuple[int, int] = (1366, 768)) -> None:
        self.link = FakeLink()
        self.link.person = "s01"
        self.window = SupervisorWindow()
        self.window.setFixedSize(*size)
        self.presenter = Presenter(self.link, Watch("s01"), self.window, self.window)
        hall.show_on(self.link, DeviceRole.SUPERVISOR)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    def click(self, name: str) -> None:
        found = [w for w in self.window.findChildren(QPushButton, name) if w.isVisible()]
        assert len(found) == 1, f"{len(found)} visible buttons are called {name}"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def words(self) -> list[str]:
        return [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def page(busy_hall: ANY, qtbot: QtBot) -> Page:
    return Page(busy_hall, qtbot)


def test_an_alert_is_answered_with_three_clicks(page: Page) -> None:
    page.click("staff-IN")
    page.click("take-42")
    page.click("advisor-a042")
    assert page.link.sent == [c.OpenCounter(42, "a042")]


def test_an_advisor_is_found_by_typing(page: Page) -> None:
    page.click("counter-20")
    page.click("open-20")
    QTest.keyClicks(QApplication.focusWidget(), "bustamante")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.link.sent == [c.OpenCounter(20, "a020")]


def test_a_service_is_suspended(page: Page) -> None:
    page.click("queue-PJ")
    page.click("suspend-PJ01")
    assert page.link.sent == [c.SuspendService("PJ01")]


def test_a_ticket_is_cancelled_after_a_question(page: Page) -> None:
    name = page.presenter.view().waiting[0].name
    page.click(name)
    page.click(name.replace("waiting", "cancel"))
    assert page.link.sent == [c.CancelTicket(int(name.removeprefix("waiting-")))]


def test_the_day_is_closed_after_a_question(page: Page) -> None:
    page.click("close-day")
    page.click("panel-yes")
    assert page.link.sent == [c.CloseDay()]


def test_a_disabled_answer_is_deaf_to_enter(page: Page) -> None:
    page.click("counter-34")
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.link.sent == []


def test_a_refusal_is_shown(page: Page) -> None:
    page.click("queue-PJ")
    page.click("suspend-PJ01")
    page.link.refuse(Code.DAY_NOT_OPEN)
    assert "El día de atención no está abierto." in page.words()


def test_without_the_hub_no_button_looks_alive(page: Page) -> None:
    page.link.come(False)
    for name in ("people", "devices", "interruptions", "proof"):
        (button,) = page.window.findChildren(QPushButton, name)
        assert not button.isEnabled(), name


def test_the_page_shows_what_the_view_says(page: Page) -> None:
    words = page.words()
    view = page.presenter.view()
    assert view.alerts[0].sentence in words
    assert view.bar.line in words
    assert {cell.state for cell in view.counters} <= set(words)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_no_word_is_cut_off(
    busy_hall: ANY, qtbot: QtBot, judge: Callable[[QWidget], list[str]], size: tuple[int, int]
) -> None:
    page = Page(busy_hall, qtbot, size)
    assert judge(page.window) == []
    page.link.come(False)
    assert judge(page.window) == []


def test_no_word_of_a_question_is_cut_off(page: Page, judge: Callable[[QWidget], list[str]]) -> None:
    for name in ("alerts", "counter-34", "counter-20", "open-20", "queue-BN", "close-day"):
        if not name.startswith("open"):
            page.presenter._pressed("panel-close")
        page.click(name)
        assert judge(page.window) == [], name


def test_an_interruption_is_logged_with_the_hands(page: Page, judge: Callable[[QWidget], list[str]]) -> None:
    for name in ("interruptions", "broken-begin", "what-entity:pj"):
        page.click(name)
        assert judge(page.window) == []
    page.click("why-system")
    assert page.link.sent[-1] == c.BeginInterruption("system", "pj", by="s01")


def test_a_wrong_clock_is_the_first_thing_that_is_told(page: Page) -> None:
    page.link.show(clock=ClockView("behind", datetime(2000, 1, 1, 5, 0, tzinfo=UTC)))
    alerts = page.presenter.view().alerts
    assert alerts[0].sentence.endswith("01/01/2000 00:00. Corríjalo para poder abrir el día.")
    assert any("01/01/2000" in word for word in page.words())
    page.link.show(clock=ClockView("differs", datetime(2026, 11, 23, 20, 0, tzinfo=UTC)))
    assert "tras el cierre" in page.presenter.view().alerts[0].sentence
