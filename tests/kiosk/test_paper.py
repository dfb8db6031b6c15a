"""The kiosk and its printer: half a slip, its copy, requirements, and who is told when the paper ends."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from kiosk import views as v
from kiosk.screens.window import KioskWindow
from shared.domain.catalogue import Catalogue, Printer
from shared.domain.commands import IssueTicket, TellPrinter
from shared.printing.outcome import Outcome, Verdict
from shared.printing.printable import Printable
from shared.ui.paper import Paper
from tests.fakes.morning import receipt
from tests.kiosk.test_presenter import TO_PREFERENCE, Kiosk


class Obedient:
    """A printer that says what it is told to say. slips: what it was given."""

    def __init__(self) -> None:
        self.says = Outcome(Verdict.PRINTED, "printed")
        self.stands = Outcome(Verdict.READY, "ready")
        self.slips: list[Printable] = []

    def print(self, slip: Printable) -> Outcome:
        self.slips.append(slip)
        return self.says

    def status(self) -> Outcome:
        return self.stands


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> Obedient:
    printer = Obedient()
    monkeypatch.setattr("shared.ui.paper._open", lambda _setting: printer)
    return printer


@pytest.fixture
def kiosk(qtbot: QtBot, dressed: None, catalogue: Catalogue, printer: Obedient) -> Iterator[Kiosk]:  # noqa: ARG001
    window = KioskWindow()
    window.resize(1080, 1920)
    window.show()
    paper = Paper("file:nowhere")
    made = Kiosk(qtbot, window, paper)
    made.hub_comes(replace(catalogue, printer=Printer("file:nowhere")))
    yield made
    paper.close()
    window.close()
    shiboken6.delete(window)


def ended(kiosk: Kiosk, button: str = "") -> None:
    with kiosk.qtbot.waitSignal(kiosk.paper.ended):
        if button:
            kiosk.tap(button)
        else:
            kiosk.link.answer(receipt())


@pytest.mark.logs("slip of PJ 047: half")
def test_half_a_slip_is_asked_about_and_its_copy_has_the_same_number(kiosk: Kiosk, printer: Obedient) -> None:
    printer.says = Outcome(Verdict.HALF, "the paper ended")
    kiosk.tap(*TO_PREFERENCE, "preferential-no")
    ended(kiosk)
    assert kiosk.ticket().paper == v.HALF
    printer.says = Outcome(Verdict.PRINTED, "printed")
    ended(kiosk, "again")
    assert kiosk.ticket().paper == v.PRINTED
    assert [(slip.label, slip.copy) for slip in printer.slips] == [("PJ 047", False), ("PJ 047", True)]  # type: ignore[attr-defined]
    assert [order for order in kiosk.link.sent if isinstance(order, IssueTicket)] == [
        IssueTicket("PJ01", pay_first=True)
    ]


def test_requirements_are_printed_and_no_number_is_taken(kiosk: Kiosk, printer: Obedient) -> None:
    kiosk.tap(*TO_PREFERENCE)
    ended(kiosk, "print-requirements")
    (sheet,) = printer.slips
    assert sheet.kind == "requirements"
    assert "antecedentes" in sheet.label
    view = kiosk.presenter.view()
    assert isinstance(view, v.PreferenceView)
    assert view.sheet == v.SHEET_PRINTED
    assert kiosk.link.sent == []
    assert not kiosk.button("print-requirements").isEnabled()


@pytest.mark.logs("printer: no paper")
def test_no_paper_is_said_before_anything_is_chosen_and_told_to_the_staff(kiosk: Kiosk, printer: Obedient) -> None:
    printer.stands = Outcome(Verdict.PAPER_OUT, "no paper")
    with kiosk.qtbot.waitSignal(kiosk.paper.stands):
        kiosk.paper.look()
    assert kiosk.screen == "home"
    assert kiosk.presenter.view().head.no_paper
    assert kiosk.link.sent == [TellPrinter("paper_out", False)]
    printer.stands = Outcome(Verdict.READY, "ready")
    with kiosk.qtbot.waitSignal(kiosk.paper.stands):
        kiosk.paper.look()
    assert not kiosk.presenter.view().head.no_paper
    assert kiosk.link.sent[-1] == TellPrinter("ready", False)


@pytest.mark.logs("its roll of paper ends soon")
def test_that_the_roll_ends_soon_is_told_to_the_staff_and_never_to_the_citizen(kiosk: Kiosk, printer: Obedient) -> None:
    before = kiosk.presenter.view()
    printer.stands = Outcome(Verdict.READY, "ready", paper_low=True)
    with kiosk.qtbot.waitSignal(kiosk.paper.stands):
        kiosk.paper.look()
    assert kiosk.link.sent == [TellPrinter("ready", True)]
    assert kiosk.presenter.view() == before


def test_a_hub_that_comes_back_is_told_again(kiosk: Kiosk) -> None:
    with kiosk.qtbot.waitSignal(kiosk.paper.stands):
        kiosk.paper.look()
    kiosk.link.come(False)
    kiosk.link.come()
    assert kiosk.link.sent == [TellPrinter("ready", False)] * 2
