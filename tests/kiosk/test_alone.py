"""The kiosk whole, its hub away: it gives its own numbers, remembers them over a restart, and tells the hub of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
import shiboken6
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kiosk import views as v
from kiosk.presenter import Presenter
from kiosk.screens.window import KioskWindow
from shared.domain.catalogue import Catalogue, Printer, SpareNumbers
from shared.domain.commands import CancelTicket, IssueTicket, MergeSpare, TakeLetter
from shared.lan.messages import Answer, Done, Letter
from shared.lan.views import CatalogueView
from shared.store.journal import Journal
from shared.ui.outbox import Outbox
from shared.ui.paper import Paper
from tests.fakes.link import MORNING, FakeLink
from tests.fakes.morning import OPEN, receipt, service_views

WALK = ("purpose-procedure", "entity-pj", "service-PJ01", "paid-no", "preferential-yes")


class Kiosk:
    """One life of the program, over a journal that outlives it."""

    def __init__(self, qtbot: QtBot, journal: Journal, folder: Path) -> None:
        self.qtbot = qtbot
        self.link = FakeLink(MORNING, Outbox(journal))
        self.window = KioskWindow()
        self.window.resize(1080, 1920)
        self.window.show()
        self.paper = Paper(f"file:{folder}")
        self.presenter = Presenter(self.link, self.window, self.paper, parent=self.window)

    def hub_comes(self, catalogue: Catalogue, last: int = 0) -> None:
        services = {f"service/{code}": view for code, view in service_views(catalogue).items()}
        self.link.come()
        (asked,) = [r for r, c in zip(self.link.requests, self.link.sent, strict=True) if isinstance(c, TakeLetter)][
            -1:
        ]
        self.link.answer(Letter("A", last), asked)
        self.link.show(services, catalogue=CatalogueView(catalogue), hall=OPEN)

    def hub_stays_away(self) -> None:
        """Three seconds without it."""
        if self.link.is_online:
            self.link.come(False)
        self.presenter._late.timeout.emit()

    def tap(self, *names: str) -> None:
        for name in names:
            (button,) = [b for b in self.window.findChildren(QAbstractButton, name) if b.isVisible()]
            self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def walk(self) -> v.TicketView:
        """To the number on paper."""
        with self.qtbot.waitSignal(self.paper.ended):
            self.tap(*WALK)
        return self.ticket()

    def ticket(self) -> v.TicketView:
        view = self.presenter.view()
        assert isinstance(view, v.TicketView)
        return view

    @property
    def screen(self) -> str:
        return str(type(self.presenter.view()).__struct_config__.tag)

    @property
    def merges(self) -> list[MergeSpare]:
        return [command for command in self.link.sent if isinstance(command, MergeSpare)]

    def end(self) -> None:
        self.paper.close()
        self.window.close()
        shiboken6.delete(self.window)


Life = Callable[[], Kiosk]


@pytest.fixture
def life(qtbot: QtBot, dressed: None, tmp_path: Path) -> Iterator[Life]:  # noqa: ARG001
    """Begin the program; beginning it again is its next life, after it was killed."""
    journal = Journal(tmp_path / "journal.sqlite")
    lives: list[Kiosk] = []

    def begin() -> Kiosk:
        if lives:
            lives.pop().end()
        lives.append(Kiosk(qtbot, journal, tmp_path / "paper"))
        return lives[-1]

    yield begin
    for kiosk in lives:
        kiosk.end()
    journal.close()


def test_without_its_hub_it_gives_its_own_number_and_says_so(life: Life, catalogue: Catalogue, tmp_path: Path) -> None:
    kiosk = life()
    kiosk.hub_comes(catalogue)
    kiosk.link.come(False)
    assert kiosk.screen == "away"
    kiosk.hub_stays_away()
    assert kiosk.presenter.view().head.alone
    ticket = kiosk.walk()
    assert (ticket.number, ticket.provisional, ticket.paper) == ("A 001", True, v.PRINTED)
    assert (tmp_path / "paper" / "ticket-A-001.escpos").exists()
    assert not [command for command in kiosk.link.sent if isinstance(command, IssueTicket)]


def test_nobody_is_told_how_many_wait_when_nobody_knows(life: Life, catalogue: Catalogue) -> None:
    kiosk = life()
    kiosk.hub_comes(catalogue)
    kiosk.hub_stays_away()
    kiosk.tap("purpose-procedure", "entity-pj")
    view = kiosk.presenter.view()
    assert isinstance(view, v.ServicesView)
    assert not view.choices[0].crowd.known


def test_an_answer_that_does_not_come_in_time_is_replaced_and_named(life: Life, catalogue: Catalogue) -> None:
    kiosk = life()
    kiosk.hub_comes(catalogue)
    kiosk.tap(*WALK)
    first = kiosk.link.requests[-1]
    with kiosk.qtbot.waitSignal(kiosk.paper.ended):
        kiosk.hub_stays_away()
    assert kiosk.ticket().number == "A 001"
    assert kiosk.link.withdrawn == [first]
    kiosk.link.answer(receipt(), first)
    assert kiosk.ticket().number == "A 001", "the answer comes too late"
    kiosk.hub_comes(catalogue)
    (merge,) = kiosk.merges
    assert (merge.first, merge.number, merge.service, merge.pay_first) == (first, 1, "PJ01", True)


def test_a_slow_hub_is_as_good_as_none(life: Life, catalogue: Catalogue) -> None:
    """The line stands, the answer does not come."""
    kiosk = life()
    kiosk.hub_comes(catalogue)
    kiosk.tap(*WALK)
    with kiosk.qtbot.waitSignal(kiosk.paper.ended):
        kiosk.presenter._late.timeout.emit()
    assert kiosk.ticket().number == "A 001"
    assert len(kiosk.merges) == 1, "the line stands, so the hub is told at once"


def test_a_hub_whose_disk_is_full_is_replaced_at_once(life: Life, catalogue: Catalogue) -> None:
    kiosk = life()
    kiosk.hub_comes(catalogue)
    kiosk.tap(*WALK)
    with kiosk.qtbot.waitSignal(kiosk.paper.ended):
        kiosk.link.refuse("disk_full")
    assert kiosk.ticket().number == "A 001"
    kiosk.link.refuse("disk_full", kiosk.link.requests[-1])
    assert len(kiosk.merges) == 1
    for _ in range(30):
        kiosk.presenter.second_passed()
    assert kiosk.merges[0] == kiosk.merges[1], "it is told again, in the same words"


def test_numbers_are_told_one_after_another_in_their_order(life: Life, catalogue: Catalogue) -> None:
    kiosk = life()
    kiosk.hub_comes(catalogue)
    kiosk.hub_stays_away()
    for _ in range(3):
        kiosk.walk()
        kiosk.tap("done")
    kiosk.hub_comes(catalogue)
    for _ in range(3):
        kiosk.link.answer(Done(), kiosk.link.requests[-1])
    assert [merge.number for merge in kiosk.merges] == [1, 2, 3]
    assert len({merge.first for merge in kiosk.merges}) == 3


def test_a_kiosk_that_starts_before_its_hub_knows_the_centre_of_before(life: Life, catalogue: Catalogue) -> None:
    life().hub_comes(catalogue)
    kiosk = life()
    assert kiosk.screen == "away"
    kiosk.hub_stays_away()
    assert kiosk.screen == "home"
    assert kiosk.walk().number == "A 001"
    kiosk.hub_comes(catalogue)
    assert kiosk.presenter.view().head.motto == catalogue.motto


def test_a_kiosk_that_never_met_a_hub_gives_nothing(life: Life) -> None:
    kiosk = life()
    kiosk.hub_stays_away()
    assert kiosk.screen == "away"


def test_after_the_last_number_people_are_sent_to_an_orientator(life: Life, catalogue: Catalogue) -> None:
    kiosk = life()
    kiosk.hub_comes(replace(catalogue, spare_numbers=SpareNumbers(most=1)))
    kiosk.hub_stays_away()
    kiosk.walk()
    kiosk.tap("done")
    kiosk.hub_stays_away()
    view = kiosk.presenter.view()
    assert isinstance(view, v.AwayView)
    assert view.spent


@pytest.mark.parametrize("claimed", [True, False])
@pytest.mark.logs("was not printed and is void")
def test_a_spare_number_that_was_not_printed_is_printed_for_whoever_claims_it_or_void(
    life: Life, catalogue: Catalogue, claimed: bool
) -> None:
    kiosk = life()
    kiosk.hub_comes(catalogue)
    kiosk.hub_stays_away()
    kiosk.presenter._print = lambda *_, **__: None  # type: ignore[method-assign]  # killed before it prints
    kiosk.tap(*WALK)
    kiosk = life()
    kiosk.hub_stays_away()
    view = kiosk.presenter.view()
    assert isinstance(view, v.UnprintedView)
    assert (view.number, view.left) == ("A 001", 60)
    if claimed:
        with kiosk.qtbot.waitSignal(kiosk.paper.ended):
            kiosk.tap("done")
        assert kiosk.ticket().number == "A 001"
    else:
        for _ in range(61):
            kiosk.presenter.second_passed()
        assert kiosk.screen == "home"
    kiosk.hub_comes(catalogue)
    assert [merge.void for merge in kiosk.merges] == ["" if claimed else "not_printed"]
    kiosk.hub_stays_away()
    assert kiosk.presenter.flow.is_at_home or kiosk.screen == "ticket"


@pytest.mark.parametrize("claimed", [True, False])
@pytest.mark.logs("was not printed and is void")
def test_a_ticket_that_was_not_printed_is_printed_for_whoever_claims_it_or_cancelled(
    life: Life, catalogue: Catalogue, claimed: bool
) -> None:
    kiosk = life()
    kiosk.hub_comes(replace(catalogue, printer=Printer("")))
    kiosk.presenter._print = lambda *_, **__: None  # type: ignore[method-assign]  # killed before it prints
    kiosk.tap(*WALK)
    journal = kiosk.link.outbox.journal
    assert journal
    journal.keep(kiosk.link.requests[-1], MORNING, msgspec.json.encode(kiosk.link.sent[-1]))
    journal.answered(kiosk.link.requests[-1], msgspec.json.encode(Answer(kiosk.link.requests[-1], 5, receipt())))
    kiosk = life()
    kiosk.hub_comes(catalogue)
    assert kiosk.screen == "unprinted"
    if claimed:
        with kiosk.qtbot.waitSignal(kiosk.paper.ended):
            kiosk.tap("done")
        assert kiosk.ticket().number == "PJ 047"
    else:
        for _ in range(61):
            kiosk.presenter.second_passed()
        assert kiosk.link.sent[-1] == CancelTicket(token=receipt().token)
    assert journal.orders("answered") == []


def test_an_answer_to_an_order_of_before_is_offered_to_whoever_gave_it(life: Life, catalogue: Catalogue) -> None:
    kiosk = life()
    kiosk.hub_comes(catalogue)
    journal = kiosk.link.outbox.journal
    assert journal
    journal.keep("r-before", MORNING, msgspec.json.encode(IssueTicket("PJ01")))
    kiosk = life()
    kiosk.hub_comes(catalogue)
    kiosk.link.answer(receipt(), "r-before")
    assert kiosk.screen == "unprinted"
