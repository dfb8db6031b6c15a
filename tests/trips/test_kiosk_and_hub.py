"""A citizen at the real window, against the real hub in its own process: number, paper, and a hub that is killed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kiosk.presenter import Presenter
from kiosk.screens.window import KioskWindow
from kiosk.views import KioskView, TicketView, WorkingView
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from shared.ui import theme, tokens
from shared.ui.hub_link import HubLink
from shared.ui.paper import Paper
from tests.fakes.hub_process import HubProcess
from tests.fakes.identities import identity_for
from tests.fakes.stored import select

GREETING = Hello((PROTOCOL, PROTOCOL), DeviceRole.KIOSK, "kiosk-1")
WITHIN = 15_000  # ms


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    hub = HubProcess(tmp_path)
    hub.start()
    yield hub
    hub.kill()


def numbers(hub: HubProcess) -> list[str]:
    """What the store says was given."""
    return [number for (number,) in select(hub.store, "SELECT number FROM ticket")]


class Kiosk:
    """The program of the kiosk, as `kiosk.__main__` puts it together; slips go to a folder."""

    def __init__(self, hub: HubProcess, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.link = HubLink(GREETING, lambda: [hub.url], identity_for(GREETING))
        self.window = KioskWindow()
        self.window.setFixedSize(1080, 1920)
        self.paper = Paper(f"file:{folder}")
        self.presenter = Presenter(self.link, self.window, self.paper, self.window)
        self.window.show()
        self.link.start()

    @property
    def view(self) -> KioskView:
        return self.presenter.view()

    def until(self, screen: str) -> None:
        self.qtbot.waitUntil(lambda: type(self.view).__struct_config__.tag == screen, timeout=WITHIN)

    def tap(self, *names: str) -> None:
        for name in names:
            (there,) = (b for b in self.window.findChildren(QAbstractButton, name) if b.isVisible())
            QTest.mouseClick(there, Qt.MouseButton.LeftButton)

    def ticket(self) -> TicketView:
        assert isinstance(self.view, TicketView)
        return self.view

    def end(self) -> None:
        self.link.stop()
        self.paper.close()
        self.window.close()
        shiboken6.delete(self.window)


@pytest.fixture
def kiosk(hub: HubProcess, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Kiosk]:
    theme.apply(qapp)
    tokens.motion = 0.0
    kiosk = Kiosk(hub, qtbot, tmp_path / "paper")
    yield kiosk
    kiosk.end()
    tokens.motion = 1.0


def test_a_tap_becomes_a_number_a_slip_and_a_row(kiosk: Kiosk, hub: HubProcess, tmp_path: Path) -> None:
    kiosk.until("home")
    kiosk.tap("purpose-procedure", "entity-pj", "service-PJ01", "paid-no", "preferential-yes")
    kiosk.until("ticket")
    ticket = kiosk.ticket()
    assert (ticket.number, ticket.preferential, len(ticket.stops)) == ("PJ 001", True, 2)
    assert ticket.token
    kiosk.qtbot.waitUntil(lambda: kiosk.ticket().paper == "printed", timeout=WITHIN)
    assert (tmp_path / "paper" / "ticket-PJ-001.escpos").stat().st_size > 500
    assert numbers(hub) == ["PJ 001"]
    kiosk.tap("done")
    kiosk.until("home")


@pytest.mark.logs("hub lost")
def test_a_citizen_gets_one_number_though_the_hub_is_killed_while_it_is_asked(
    kiosk: Kiosk, hub: HubProcess, tmp_path: Path
) -> None:
    kiosk.until("home")
    kiosk.tap("purpose-procedure", "entity-bn", "service-BN01")
    hub.kill()
    kiosk.tap("preferential-no")
    kiosk.until("working")
    kiosk.qtbot.waitUntil(lambda: isinstance(kiosk.view, WorkingView) and kiosk.view.away, timeout=WITHIN)
    hub.start()
    kiosk.until("ticket")
    assert kiosk.ticket().number == "BN 001"
    kiosk.qtbot.waitUntil(lambda: kiosk.ticket().paper == "printed", timeout=WITHIN)
    assert [path.name for path in (tmp_path / "paper").iterdir()] == ["ticket-BN-001.escpos"]
    assert numbers(hub) == ["BN 001"]
