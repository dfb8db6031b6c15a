"""The kiosk's program through a cut: it gives its own number, and the hub that comes back makes it a ticket."""

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
from kiosk.views import TicketView
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from shared.store.journal import Journal
from shared.ui import theme, tokens
from shared.ui.hub_link import HubLink
from shared.ui.outbox import Outbox
from shared.ui.paper import Paper
from tests.fakes.hub_process import HubProcess
from tests.fakes.identities import identity_for
from tests.fakes.stored import select

GREETING = Hello((PROTOCOL, PROTOCOL), DeviceRole.KIOSK, "kiosk-1")
WITHIN = 15_000  # ms


class Kiosk:
    """One life of the program, which does not wait the three seconds of a real one."""

    def __init__(self, hub: HubProcess, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.journal = Journal(folder / "journal.sqlite")
        self.link = HubLink(GREETING, lambda: [hub.url], identity_for(GREETING), outbox=Outbox(self.journal))
        self.window = KioskWindow()
        self.window.setFixedSize(1080, 1920)
        self.paper = Paper(f"file:{folder / 'paper'}")
        self.presenter = Presenter(self.link, self.window, self.paper, self.window)
        self.presenter._late.setInterval(50)
        self.window.show()
        self.link.start()

    def until(self, screen: str) -> None:
        seen = self.presenter.view
        self.qtbot.waitUntil(lambda: type(seen()).__struct_config__.tag == screen, timeout=WITHIN)

    def walk(self) -> str:
        """To the number on paper."""
        with self.qtbot.waitSignal(self.paper.ended, timeout=WITHIN):
            for name in ("purpose-procedure", "entity-bn", "service-BN01", "preferential-no"):
                (there,) = (b for b in self.window.findChildren(QAbstractButton, name) if b.isVisible())
                QTest.mouseClick(there, Qt.MouseButton.LeftButton)
        view = self.presenter.view()
        assert isinstance(view, TicketView)
        return view.number

    def end(self) -> None:
        self.link.stop()
        self.paper.close()
        self.window.close()
        shiboken6.delete(self.window)
        self.journal.close()


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    hub = HubProcess(tmp_path)
    hub.start()
    yield hub
    hub.kill()


@pytest.mark.logs("hub lost")
def test_numbers_of_a_cut_are_tickets_when_the_hub_is_back_even_after_the_kiosk_ended(
    hub: HubProcess, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    theme.apply(qapp)
    tokens.motion = 0.0
    kiosk = Kiosk(hub, qtbot, tmp_path)
    kiosk.until("home")
    qtbot.waitUntil(lambda: kiosk.journal.recall("series") != b"", timeout=WITHIN)
    hub.kill()
    qtbot.waitUntil(lambda: kiosk.presenter.flow.alone, timeout=WITHIN)
    assert kiosk.walk() == "A 001"
    kiosk.end()
    kiosk = Kiosk(hub, qtbot, tmp_path)
    kiosk.until("home")
    assert kiosk.walk() == "A 002"
    hub.start()
    qtbot.waitUntil(lambda: {spare.state for spare in kiosk.journal.spares()} == {"merged"}, timeout=WITHIN)
    assert sorted(number for (number,) in select(hub.store, "SELECT number FROM ticket")) == ["A 001", "A 002"]
    kiosk.end()
    tokens.motion = 1.0
