"""The kiosk whole, without a hub: taps go in, one order goes out, the number comes back."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kiosk import views as v
from kiosk.patience import IDLE, TAKEN
from kiosk.presenter import Presenter
from kiosk.screens.window import KioskWindow
from shared.domain.catalogue import Catalogue, Printer
from shared.domain.commands import IssueTicket
from shared.domain.refusals import Code
from shared.lan.views import CatalogueView, HallView, ServiceView
from shared.ui.paper import Paper
from tests.fakes.link import FakeLink
from tests.fakes.morning import OPEN, receipt, service_views


class Kiosk:
    """One kiosk in a test."""

    def __init__(self, qtbot: QtBot, window: KioskWindow, paper: Paper) -> None:
        self.qtbot = qtbot
        self.link = FakeLink()
        self.window = window
        self.paper = paper
        self.presenter = Presenter(self.link, window, paper, parent=window)

    def hub_comes(self, catalogue: Catalogue) -> None:
        services = {f"service/{code}": view for code, view in service_views(catalogue).items()}
        self.link.come()
        self.link.show(services, catalogue=CatalogueView(catalogue), hall=OPEN)

    def button(self, name: str) -> QAbstractButton:
        found = [b for b in self.window.findChildren(QAbstractButton, name) if b.isVisible()]
        assert len(found) == 1, f"{len(found)} buttons called {name} on {self.screen}"
        return found[0]

    def tap(self, *names: str) -> None:
        for name in names:
            self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def seconds(self, count: int) -> None:
        for _ in range(count):
            self.presenter.second_passed()

    @property
    def screen(self) -> str:
        return str(type(self.presenter.view()).__struct_config__.tag)

    def ticket(self) -> v.TicketView:
        view = self.presenter.view()
        assert isinstance(view, v.TicketView)
        return view


@pytest.fixture
def kiosk(qtbot: QtBot, dressed: None, catalogue: Catalogue, tmp_path: Path) -> Iterator[Kiosk]:  # noqa: ARG001
    """With the hub there, and slips written to a folder."""
    window = KioskWindow()
    window.resize(1080, 1920)
    window.show()
    paper = Paper()
    made = Kiosk(qtbot, window, paper)
    made.hub_comes(replace(catalogue, printer=Printer(f"file:{tmp_path}")))
    yield made
    paper.close()
    window.close()
    shiboken6.delete(window)


TO_PREFERENCE = ("purpose-procedure", "entity-pj", "service-PJ01", "paid-no")


def test_whole_walk_gives_one_order_and_shows_the_number(kiosk: Kiosk, tmp_path: Path) -> None:
    kiosk.tap(*TO_PREFERENCE, "preferential-yes")
    assert kiosk.link.sent == [IssueTicket("PJ01", pay_first=True, preferential=True)]
    assert kiosk.screen == "working"
    with kiosk.qtbot.waitSignal(kiosk.paper.ended):
        kiosk.link.answer(receipt())
        assert kiosk.ticket().number == "PJ 047"
        assert kiosk.ticket().paper == v.PRINTING
    assert kiosk.ticket().paper == v.PRINTED
    assert (tmp_path / "ticket-PJ-047.escpos").exists()
    kiosk.tap("done")
    assert kiosk.screen == "home"


def test_second_tap_orders_nothing_more(kiosk: Kiosk) -> None:
    kiosk.tap(*TO_PREFERENCE)
    button = kiosk.button("preferential-no")
    button.click()
    button.click()
    assert len(kiosk.link.sent) == 1


def test_answer_to_somebody_elses_order_is_not_shown(kiosk: Kiosk) -> None:
    kiosk.tap(*TO_PREFERENCE, "preferential-no")
    kiosk.link.answer(receipt(), request="another")
    kiosk.link.refuse(Code.DAY_NOT_OPEN, request="another")
    assert kiosk.screen == "working"


def test_refusal_is_a_sentence_and_one_button_home(kiosk: Kiosk) -> None:
    kiosk.tap(*TO_PREFERENCE, "preferential-no")
    kiosk.link.refuse(Code.NUMBERS_EXHAUSTED, prefix="PJ")
    assert kiosk.screen == "sorry"
    kiosk.tap("done")
    assert kiosk.screen == "home"


@pytest.mark.logs("slip of PJ 047: offline")
def test_number_is_shown_though_the_printer_is_away(kiosk: Kiosk, catalogue: Catalogue, tmp_path: Path) -> None:
    blocked = tmp_path / "not-a-folder"
    blocked.write_text("")
    kiosk.hub_comes(replace(catalogue, printer=Printer(f"file:{blocked}")))
    kiosk.tap(*TO_PREFERENCE, "preferential-no")
    with kiosk.qtbot.waitSignal(kiosk.paper.ended):
        kiosk.link.answer(receipt())
    assert kiosk.ticket().paper == v.NOT_PRINTED


def test_centre_without_printer_shows_the_number_to_note(kiosk: Kiosk, catalogue: Catalogue) -> None:
    kiosk.hub_comes(catalogue)
    kiosk.tap("purpose-company", "preferential-no")
    kiosk.link.answer(receipt())
    assert kiosk.ticket().paper == v.NO_PRINTER


def test_back_is_a_tap_at_the_top_left_on_every_question(kiosk: Kiosk) -> None:
    places = []
    for name in TO_PREFERENCE:
        kiosk.tap(name)
        places.append(kiosk.button("back").mapTo(kiosk.window, kiosk.button("back").rect().topLeft()))
    assert len(set(places)) == 1
    kiosk.tap("back", "back", "back", "back")
    assert kiosk.screen == "home"
    assert not kiosk.window.findChild(QAbstractButton, "back").isVisible()


def test_hub_away_and_back(kiosk: Kiosk) -> None:
    kiosk.tap("purpose-procedure")
    kiosk.link.come(False)
    assert kiosk.screen == "away"
    kiosk.link.come()
    assert kiosk.screen == "entities"


def test_day_closes_and_opens_before_the_citizens_eyes(kiosk: Kiosk) -> None:
    kiosk.link.show(hall=HallView(None, open=False))
    assert kiosk.screen == "closed"
    kiosk.link.show(hall=OPEN)
    assert kiosk.screen == "home"


def test_waits_change_on_the_screen_as_the_hub_tells_them(kiosk: Kiosk) -> None:
    kiosk.tap("purpose-procedure", "entity-pj")
    kiosk.link.show({"service/PJ01": ServiceView("PJ01", "open", 33, (40, 50))})
    view = kiosk.presenter.view()
    assert isinstance(view, v.ServicesView)
    assert (view.choices[0].crowd.waiting, view.choices[0].crowd.wait) == (33, (40, 50))


def test_question_whether_somebody_is_there_is_answered_by_its_button(kiosk: Kiosk) -> None:
    kiosk.tap("purpose-procedure")
    kiosk.seconds(IDLE)
    kiosk.tap("more-time")
    assert kiosk.presenter.view().still_there == 0
    assert kiosk.screen == "entities"


def test_question_is_answered_by_a_touch_beside_it_too(kiosk: Kiosk) -> None:
    kiosk.tap("purpose-procedure")
    kiosk.seconds(IDLE)
    overlay = kiosk.button("more-time").parentWidget().parentWidget()
    kiosk.qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=overlay.rect().topLeft())
    assert kiosk.presenter.view().still_there == 0


def test_touch_where_there_is_nothing_keeps_the_screen_too(kiosk: Kiosk) -> None:
    kiosk.tap("purpose-procedure")
    kiosk.seconds(IDLE - 1)
    kiosk.qtbot.mouseClick(kiosk.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(300, 60))
    kiosk.seconds(1)
    assert kiosk.presenter.view().still_there == 0


def test_printed_ticket_makes_room_for_the_next_citizen(kiosk: Kiosk) -> None:
    kiosk.tap("purpose-company", "preferential-no")
    with kiosk.qtbot.waitSignal(kiosk.paper.ended):
        kiosk.link.answer(receipt())
    kiosk.seconds(TAKEN)
    assert kiosk.screen == "home"


def test_log_names_the_number_and_what_became_of_the_slip(kiosk: Kiosk, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        kiosk.tap("purpose-company", "preferential-yes")
        with kiosk.qtbot.waitSignal(kiosk.paper.ended):
            kiosk.link.answer(receipt(preferential=True))
    assert "ticket issued: PJ 047" in caplog.text
    assert "slip of PJ 047: printed" in caplog.text
    assert "preferen" not in caplog.text
