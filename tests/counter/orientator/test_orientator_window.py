"""The orientator's page with real hands and a printer that writes into a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from counter.orientator import texts
from counter.orientator.giving import Giving
from counter.orientator.presenter import Presenter
from counter.orientator.screens.orientator_window import OrientatorWindow
from shared.domain.commands import IssueTicket
from shared.lan.messages import DeviceRole
from shared.ui.paper import Paper
from tests.fakes.link import FakeLink
from tests.fakes.morning import receipt

pytestmark = pytest.mark.usefixtures("dressed")
ANY = Any


class Page:
    def __init__(self, hall: ANY, qtbot: QtBot, printer: str, size: tuple[int, int] = (1366, 768)) -> None:
        self.link = FakeLink()
        self.window = OrientatorWindow()
        self.window.setFixedSize(*size)
        self.paper = Paper(printer)
        self.presenter = Presenter(self.link, Giving("o01"), self.window, self.paper, self.window)
        hall.show_on(self.link, DeviceRole.ORIENTATOR)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.field.hasFocus)

    @property
    def field(self) -> QLineEdit:
        field = self.window.findChild(QLineEdit, "service-search")
        assert field is not None
        return field

    def click(self, name: str) -> None:
        button = self.window.findChild(QPushButton, name)
        assert button is not None
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key)

    def words(self) -> str:
        return "\n".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisible())


Open = Callable[..., Page]


@pytest.fixture
def open_page(busy_hall: ANY, qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    pages = []

    def opened(size: tuple[int, int] = (1366, 768)) -> Page:
        pages.append(Page(busy_hall, qtbot, f"file:{tmp_path}", size))
        return pages[-1]

    yield opened
    for page in pages:
        page.paper.close()


def test_a_ticket_by_the_keyboard_alone_and_its_paper(open_page: Open, qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page()
    QTest.keyClicks(page.field, "antec")
    page.key(Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_P, Qt.Key.Key_N, Qt.Key.Key_Return)
    assert page.link.sent == [IssueTicket("PJ01", pay_first=True, preferential=True)]
    page.link.answer(receipt(preferential=True))
    qtbot.waitUntil(lambda: texts.PAPER["printed"] in page.words())
    assert [path.suffix for path in sorted(tmp_path.iterdir())][:1] == [".escpos"]
    page.key(Qt.Key.Key_Return)
    assert page.field.text() == ""
    assert page.field.hasFocus()


def test_a_ticket_by_clicks(open_page: Open) -> None:
    page = open_page()
    QTest.keyClicks(page.field, "PJ02")
    page.click("service-PJ02")
    page.click("give")
    assert page.link.sent == [IssueTicket("PJ02")]


def test_the_fee_is_asked_before_the_ticket_can_be_given(open_page: Open) -> None:
    page = open_page()
    QTest.keyClicks(page.field, "PJ01")
    page.key(Qt.Key.Key_Return)
    assert texts.ASK_PAID in page.words()
    give = page.window.findChild(QPushButton, "give")
    assert give is not None
    assert not give.isEnabled()
    page.click("paid")
    assert give.isEnabled()


def test_escape_goes_back_to_the_list(open_page: Open) -> None:
    page = open_page()
    QTest.keyClicks(page.field, "PJ02")
    page.key(Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert page.presenter.view().mode == "search"
    assert page.field.hasFocus()


def test_letters_typed_into_the_field_choose_nothing(open_page: Open) -> None:
    page = open_page()
    QTest.keyClicks(page.field, "psn")
    assert page.field.text() == "psn"
    assert page.presenter.view().mode == "search"


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_no_word_is_cut_off(open_page: Open, judge: Callable[[QWidget], list[str]], size: tuple[int, int]) -> None:
    page = open_page(size)
    assert judge(page.window) == []
    QTest.keyClicks(page.field, "PJ01")
    page.key(Qt.Key.Key_Return)
    assert judge(page.window) == []
    page.click("not-paid")
    page.click("give")
    page.link.answer(receipt(preferential=True))
    assert judge(page.window) == []
