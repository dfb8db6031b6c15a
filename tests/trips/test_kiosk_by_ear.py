"""Tickets taken without the screen: by ear and four keys, by fingers on a black screen, by one switch, by two."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.guiding import Guiding
from kiosk.inputs import Inputs, Keypad, Switch
from kiosk.presenter import Presenter
from kiosk.screens.controls import controls
from kiosk.screens.curtain import Curtain
from kiosk.screens.mark import Mark
from kiosk.screens.window import KioskWindow
from kiosk.views import KioskView
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from shared.ui import theme, tokens
from shared.ui.hub_link import HubLink
from shared.ui.paper import Paper
from tests.fakes.ear import Ear
from tests.fakes.hub_process import HubProcess
from tests.fakes.identities import identity_for
from tests.fakes.stored import select

GREETING = Hello((PROTOCOL, PROTOCOL), DeviceRole.KIOSK, "kiosk-1")
WITHIN = 15_000  # ms
ONE = Inputs(switch=Switch(one=("F9",), pace=1_000))
TWO = Inputs(keypad=None, switch=Switch(step=("F9",), pick=("F10",)))
NEXT, CHOOSE = Qt.Key.Key_Down, Qt.Key.Key_Return

TICKET = ("Su número es", "Recoja su ticket", "Listo")
"""What is said last of a ticket, in the one order or the other."""


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    hub = HubProcess(tmp_path)
    hub.start()
    yield hub
    hub.kill()


class Kiosk:
    """The program of the kiosk, as `kiosk.__main__` puts it together; the tests know its keys and what is heard."""

    def __init__(self, hub: HubProcess, qtbot: QtBot, folder: Path, inputs: Inputs) -> None:
        self.qtbot, self.ear = qtbot, Ear(folder)
        self.link = HubLink(GREETING, lambda: [hub.url], identity_for(GREETING))
        self.window = KioskWindow()
        self.window.setFixedSize(1080, 1920)
        self.paper = Paper(f"file:{folder}/paper")
        self.presenter = Presenter(self.link, self.window, self.paper, self.window)
        self.guiding = Guiding(self.presenter, self.window, inputs, self.ear.speaker())
        self.window.show()
        self.link.start()
        self.until("home")

    @property
    def view(self) -> KioskView:
        return self.presenter.view()

    def until(self, screen: str) -> None:
        self.qtbot.waitUntil(lambda: type(self.view).__struct_config__.tag == screen, timeout=WITHIN)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.windowHandle(), key)  # as the system does: to what has the focus

    def hear(self, do: Callable[[], None], *last: str) -> list[str]:
        """What is said after this was done, until all of these were said: usually the place of an answer."""
        self.ear.listen()
        do()
        wanted = last or ("Opción ",)
        self.qtbot.waitUntil(
            lambda: all(any(text.startswith(part) for text in self.ear.new()) for part in wanted), timeout=WITHIN
        )
        return self.ear.new()

    def seek(self, wanted: str, on: Callable[[], None], said: list[str]) -> None:
        """Go on until the answer that one stands at is the wanted one. said: what was heard last."""
        for _ in range(40):
            if f"{wanted}." in said:
                return
            said = self.hear(on)
        raise AssertionError(f"{wanted!r} was not heard: {[heard.text for heard in self.ear.everything()]}")

    def marked(self) -> str:
        """What the frame on the screen is around."""
        (mark,) = self.window.findChildren(Mark)
        around = mark.around()
        return around.objectName() if around and mark.isVisible() else ""

    def end(self) -> None:
        self.link.stop()
        self.guiding.close()
        self.paper.close()
        self.window.close()
        shiboken6.delete(self.window)


@pytest.fixture
def kiosk(
    request: pytest.FixtureRequest, hub: HubProcess, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> Iterator[Kiosk]:
    theme.apply(qapp)
    tokens.motion = 0.0
    kiosk = Kiosk(hub, qtbot, tmp_path, getattr(request, "param", Inputs()))
    yield kiosk
    kiosk.end()
    tokens.motion = 1.0


def numbers(hub: HubProcess) -> list[tuple[str, int, str]]:
    return select(hub.store, "SELECT number, preferential, language FROM ticket")


def test_a_ticket_is_taken_with_the_screen_off_by_ear_and_keys_only(kiosk: Kiosk, hub: HubProcess) -> None:
    said = kiosk.hear(lambda: kiosk.press(NEXT))
    assert said[0] == "Centro MAC Región Sur."
    assert any(text.startswith("Guía de audio.") for text in said)
    assert "¿Qué necesita hacer hoy?" in said
    kiosk.seek("Ocultar pantalla", lambda: kiosk.press(Qt.Key.Key_Up), said)
    said = kiosk.hear(lambda: kiosk.press(CHOOSE))
    (curtain,) = kiosk.window.findChildren(Curtain)
    assert curtain.isVisible()
    assert curtain.rect() == kiosk.window.rect()
    for answer in (
        "Hacer un trámite",
        "Poder Judicial",
        "Certificado de antecedentes penales",
        "Todavía no",
        "Sí",
    ):
        kiosk.seek(answer, lambda: kiosk.press(NEXT), said)
        said = kiosk.hear(lambda: kiosk.press(CHOOSE), *(TICKET if answer == "Sí" else ()))
    assert said.count("pe jota, uno.") == 2, said
    assert "Atención preferente." in said
    assert any("Banco de la Nación" in text for text in said), "where to go first"
    assert numbers(hub) == [("PJ 001", 1, "es")]
    assert curtain.isVisible()


def test_fingers_on_the_black_screen_take_one_too(kiosk: Kiosk, hub: HubProcess) -> None:
    said = kiosk.hear(lambda: wipe(kiosk.window))
    assert kiosk.presenter.flow.is_at_home, "what was under the finger is not pressed"
    assert any(text.startswith("Guía de audio, con la pantalla oculta.") for text in said)
    for answer in ("Hacer un trámite", "Banco de la Nación", "Pago de tasas", "No"):
        kiosk.seek(answer, lambda: swipe(kiosk.window, 300), said)
        said = kiosk.hear(lambda: tap_twice(kiosk.window), *(TICKET if answer == "No" else ()))
    assert "be ene, uno." in said
    assert numbers(hub) == [("BN 001", 0, "es")]


@pytest.mark.parametrize("kiosk", [ONE], indirect=True)
def test_one_switch_takes_one(kiosk: Kiosk, hub: HubProcess) -> None:
    for wanted in ("purpose-procedure", "entity-bn", "service-BN01", "preferential-no"):
        if not kiosk.marked():
            kiosk.press(Qt.Key.Key_F9)
        for _ in range(30):
            if kiosk.marked() == wanted:
                break
            kiosk.guiding.move_on()  # the pace
        assert kiosk.marked() == wanted
        kiosk.press(Qt.Key.Key_F9)
    kiosk.until("ticket")
    assert numbers(hub) == [("BN 001", 0, "es")]
    assert kiosk.ear.everything() == []  # nobody asked for a voice


@pytest.mark.parametrize("kiosk", [TWO], indirect=True)
def test_two_switches_take_one(kiosk: Kiosk, hub: HubProcess) -> None:
    for wanted in ("purpose-procedure", "entity-bn", "service-BN01", "preferential-no"):
        for _ in range(30):
            if kiosk.marked() == wanted:
                break
            kiosk.press(Qt.Key.Key_F9)
        assert kiosk.marked() == wanted
        kiosk.press(Qt.Key.Key_F10)
    kiosk.until("ticket")
    assert numbers(hub) == [("BN 001", 0, "es")]


@pytest.mark.parametrize("kiosk", [Inputs(keypad=Keypad(speaks=False))], indirect=True)
def test_keys_take_one_on_the_ordinary_screens_without_a_word(kiosk: Kiosk, hub: HubProcess) -> None:
    for wanted in ("purpose-procedure", "entity-bn", "service-BN01", "preferential-no"):
        while kiosk.marked() != wanted:
            kiosk.press(NEXT)
        kiosk.press(CHOOSE)
    kiosk.until("ticket")
    assert numbers(hub) == [("BN 001", 0, "es")]
    assert kiosk.ear.everything() == []


def wipe(window: KioskWindow) -> None:
    """Across the ordinary screen, beginning on a button."""
    button = next(b for b in controls(window) if b.objectName() == "purpose-procedure")
    drag(window, button.mapTo(window, QPoint(60, 60)), 500)


def swipe(window: KioskWindow, by: int) -> None:
    drag(window, QPoint(500, 900), by)


def drag(window: KioskWindow, begin: QPoint, by: int) -> None:
    """As the system delivers it: to the window."""
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    QTest.mousePress(window.windowHandle(), left, none, begin)
    QTest.mouseRelease(window.windowHandle(), left, none, begin + QPoint(by, 20))


def tap_twice(window: KioskWindow) -> None:
    for _ in range(2):
        QTest.mouseClick(
            window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(500, 900)
        )
