"""The first start of a device: the code is typed, and what becomes of it is said in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from shared.lan.client import HubAway
from shared.lan.identity import Identity
from shared.lan.messages import DeviceRole
from shared.lan.pairing import PairingRefused
from shared.ui import pairing_texts as texts
from shared.ui.pairing import Pairing
from shared.ui.pairing_window import PairingWindow
from tests.fakes.identities import identity

CODE = "12345678"
Pair = Callable[[str, Path, str], Identity]


def window(qtbot: QtBot, pair: Pair, size: tuple[int, int] = (1080, 1920)) -> tuple[Pairing, PairingWindow]:
    pairing = Pairing(DeviceRole.KIOSK, Path("nowhere"), "", pair)
    shown = PairingWindow(pairing, "kiosk-1")
    shown.setFixedSize(*size)
    qtbot.addWidget(shown)
    shown.show()
    return pairing, shown


def test_the_code_is_typed_on_the_screen_and_the_program_goes_on(qtbot: QtBot) -> None:
    heard: list[tuple[str, Path, str]] = []

    def pair(code: str, folder: Path, hub: str) -> Identity:
        heard.append((code, folder, hub))
        return identity(DeviceRole.KIOSK, "kiosk-1")

    pairing, shown = window(qtbot, pair)
    with qtbot.waitSignal(pairing.paired):
        for digit in CODE:
            QTest.mouseClick(shown.findChild(QPushButton, f"digit-{digit}"), Qt.MouseButton.LeftButton)
    assert heard == [(CODE, Path("nowhere"), "")]
    assert pairing.sentence == texts.PAIRED


def test_a_board_with_a_keyboard_alone_is_paired_too(qtbot: QtBot) -> None:
    pairing, shown = window(qtbot, lambda *_: identity(DeviceRole.KIOSK, "kiosk-1"), (1920, 1080))
    QTest.keyClicks(shown, "19")
    QTest.keyClick(shown, Qt.Key.Key_Backspace)
    assert pairing.typed == "1"
    with qtbot.waitSignal(pairing.paired):
        QTest.keyClicks(shown, CODE[1:])


@pytest.mark.logs("this device was not paired")
@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PairingRefused("wrong"), texts.REFUSED),
        (HubAway("nobody"), texts.AWAY),
        (PermissionError("read-only"), texts.NOT_KEPT),
    ],
)
def test_what_went_wrong_is_said_and_another_code_can_be_typed(qtbot: QtBot, error: Exception, sentence: str) -> None:
    def pair(*_: object) -> Identity:
        raise error

    pairing, shown = window(qtbot, pair)
    QTest.keyClicks(shown, CODE)
    qtbot.waitUntil(lambda: pairing.sentence == sentence)
    assert (pairing.typed, pairing.busy) == ("", False)
    QTest.keyClicks(shown, "1")
    assert shown.view()["typed"] == 1


def test_a_code_for_another_kind_of_device_is_noticed(qtbot: QtBot) -> None:
    pairing, shown = window(qtbot, lambda *_: identity(DeviceRole.BOARD, "board-1"))
    QTest.keyClicks(shown, CODE)
    qtbot.waitUntil(lambda: pairing.sentence == texts.WRONG_PLACE)
