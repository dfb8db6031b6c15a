"""An advisor's real window against the real hub in its own process, killed in the middle of an attention."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from counter.desk import Desk
from counter.presenter import Presenter
from counter.screens.desk_window import DeskWindow
from counter.screens.pin_page import PinPage
from counter.shown import DeskView
from installers.demo.people import DEMO_PIN
from shared.domain.commands import IssueTicket
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from shared.ui.hub_link import HubLink
from tests.fakes.hub_process import HubProcess
from tests.fakes.identities import identity_for
from tests.fakes.stored import select

GREETING = Hello((PROTOCOL, PROTOCOL), DeviceRole.COUNTER, "counter-20", counter=20)
WITHIN = 15_000  # ms


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    hub = HubProcess(tmp_path)
    hub.start()
    yield hub
    hub.kill()


class Counter:
    """The program of a counter, as `counter.__main__` puts it together."""

    def __init__(self, hub: HubProcess, qtbot: QtBot, number: int = 20) -> None:
        self.qtbot = qtbot
        self.link = HubLink(replace(GREETING, counter=number), lambda: [hub.url], identity_for(GREETING))
        self.window = DeskWindow()
        self.window.setFixedSize(1366, 768)
        self.presenter = Presenter(self.link, Desk(number), self.window, self.window)
        qtbot.addWidget(self.window)
        self.window.show()
        self.link.start()

    @property
    def view(self) -> DeskView:
        return self.presenter.view()

    def until(self, **wanted: object) -> None:
        """Wait until the view says so: `until(primary="Iniciar atención", number="PJ 001")`."""
        self.qtbot.waitUntil(lambda: wanted.items() <= self.says().items(), timeout=WITHIN)

    def says(self) -> dict[str, object]:
        view = self.view
        return {
            "mode": view.mode,
            "quiet": view.quiet.title if view.quiet else "",
            "online": view.bar.online,
            "ready": view.ready,
            "primary": view.primary.label if view.primary else "",
            "number": view.now.number if view.now else "",
            "waiting": len(view.waiting),
            "finished": view.figures[0].value if view.figures else "",
            "step": view.entry.step if view.entry else "",
        }

    def space(self) -> None:
        self.until(ready=True)
        QTest.keyClick(self.window, Qt.Key.Key_Space)

    def sign_in(self, person: str = "a020") -> None:
        """By keyboard alone: a name where it is asked, then the PIN."""
        self.qtbot.waitUntil(lambda: bool(self.view.entry), timeout=WITHIN)
        entry = self.view.entry
        if entry and entry.step == "who":
            field = self.window.findChild(QLineEdit, "advisor-search")
            QTest.keyClicks(field, person)
            QTest.keyClick(field, Qt.Key.Key_Return)
        self.until(step="pin")
        QTest.keyClicks(self.window.findChild(PinPage), DEMO_PIN)
        self.until(step="", mode="desk")

    def end(self) -> None:
        self.link.stop()
        self.window.close()


@pytest.mark.logs("hub lost")
def test_an_advisor_keeps_her_citizen_when_the_hub_is_killed_and_when_she_starts_anew(
    hub: HubProcess, qtbot: QtBot
) -> None:
    desk = Counter(hub, qtbot)
    giver = Hello((PROTOCOL, PROTOCOL), DeviceRole.KIOSK, "kiosk-1")
    kiosk = HubLink(giver, lambda: [hub.url], identity_for(giver))
    kiosk.start()
    desk.until(mode="entry", online=True)
    desk.sign_in()
    for _ in range(2):
        kiosk.send(IssueTicket("PJ01"))
    desk.until(waiting=2, primary="Llamar al siguiente")
    desk.space()
    desk.until(number="PJ 001", primary="Iniciar atención")
    desk.space()
    desk.until(primary="Terminar y llamar")

    hub.kill()
    desk.until(online=False, number="PJ 001")
    hub.start()
    desk.until(online=True, mode="desk", number="PJ 001", primary="Terminar y llamar")

    desk.end()
    again = Counter(hub, qtbot)
    again.until(mode="entry", step="pin", online=True)
    again.sign_in()
    again.until(mode="desk", online=True, number="PJ 001", primary="Terminar y llamar")
    again.space()
    again.until(number="PJ 002", waiting=0, finished="1", primary="Iniciar atención")
    again.end()
    kiosk.stop()
    query = "SELECT DISTINCT person FROM event WHERE device = 'counter-20' AND type <> 'counter_opened'"
    assert select(hub.store, query) == [("a020",)]


@pytest.mark.logs("turned this device away: counter 99 is not in the catalogue")
def test_a_counter_that_the_centre_does_not_have_is_told_so(hub: HubProcess, qtbot: QtBot) -> None:
    desk = Counter(hub, qtbot, number=99)
    desk.until(mode="connecting", quiet="El servidor del centro no acepta el módulo 99")
    desk.end()
