"""No key, gesture, menu, link or drag leads out of the kiosk, and nothing of one citizen is left to the next."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QDragEnterEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from installers.demo.kiosk_gallery import NOW, SCREENS, at_home, gallery
from kiosk.flow import Flow
from kiosk.patience import IDLE, WARNING
from kiosk.screens.window import KioskWindow
from shared.domain.catalogue import Catalogue
from shared.domain.languages import LANGUAGES

CONTROL, ALT, META, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEYS = [
    (Qt.Key.Key_F4, ALT), (Qt.Key.Key_Q, CONTROL), (Qt.Key.Key_W, CONTROL), (Qt.Key.Key_Escape, Qt.KeyboardModifier(0)),
    (Qt.Key.Key_F1, Qt.KeyboardModifier(0)), (Qt.Key.Key_F1, SHIFT), (Qt.Key.Key_F11, Qt.KeyboardModifier(0)),
    (Qt.Key.Key_Tab, ALT), (Qt.Key.Key_Space, ALT), (Qt.Key.Key_Menu, Qt.KeyboardModifier(0)), (Qt.Key.Key_F10, SHIFT),
    (Qt.Key.Key_C, CONTROL), (Qt.Key.Key_A, CONTROL), (Qt.Key.Key_V, CONTROL), (Qt.Key.Key_P, CONTROL),
    (Qt.Key.Key_O, CONTROL), (Qt.Key.Key_S, CONTROL), (Qt.Key.Key_D, META), (Qt.Key.Key_L, META),
    (Qt.Key.Key_Print, Qt.KeyboardModifier(0)), (Qt.Key.Key_Delete, CONTROL | ALT), (Qt.Key.Key_Escape, CONTROL),
]  # fmt: skip


@pytest.fixture(scope="module")
def centre(catalogue: Catalogue) -> Catalogue:
    return replace(catalogue, languages=LANGUAGES)


@pytest.fixture(scope="module")
def kiosk(dressed: None) -> Iterator[KioskWindow]:  # noqa: ARG001
    """One window in one orientation: what may lead out is the same in both."""
    window = KioskWindow()
    window.setFixedSize(1080, 1920)
    window.show()
    yield window
    window.close()
    shiboken6.delete(window)


TYPICAL = ("home", "search", "document", "ticket-half", "about", "still-there")


@pytest.fixture(params=TYPICAL)
def shown(request: pytest.FixtureRequest, kiosk: KioskWindow, centre: Catalogue) -> KioskWindow:
    for _, view in gallery(centre, "es", [request.param]):
        kiosk.show_view(view)
    return kiosk


def tops() -> set[QWidget]:
    return {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}


def test_no_key_opens_closes_or_copies_anything(qtbot: QtBot, shown: KioskWindow) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("as it was")
    before = tops()
    for key, modifier in KEYS:
        qtbot.keyClick(shown, key, modifier)
    assert tops() == before
    assert shown.isVisible()
    assert clipboard.text() == "as it was"


def test_no_menu_comes_by_a_long_press_or_another_button(qtbot: QtBot, shown: KioskWindow) -> None:
    before = tops()
    for widget in [shown, *(child for child in shown.findChildren(QWidget) if child.isVisible())]:
        middle = widget.rect().center()
        QApplication.sendEvent(
            widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, widget.mapToGlobal(middle))
        )
    qtbot.mouseClick(shown, Qt.MouseButton.RightButton, pos=QPoint(540, 900))
    assert QApplication.activePopupWidget() is None
    assert tops() == before


def test_nothing_can_be_selected_edited_scrolled_dropped_or_followed(shown: KioskWindow) -> None:
    assert not shown.findChildren(QLineEdit)
    assert not shown.findChildren(QAbstractScrollArea)
    for widget in shown.findChildren(QWidget):
        assert not widget.acceptDrops()
        assert not widget.actions()
        assert not widget.toolTip()
        assert not widget.whatsThis()
    for label in shown.findChildren(QLabel):
        assert not label.textInteractionFlags() & ~Qt.TextInteractionFlag.LinksAccessibleByMouse
        assert not label.openExternalLinks()


def test_what_is_dragged_here_is_not_taken(kiosk: KioskWindow) -> None:
    mime = QMimeData()
    mime.setText("something")
    none = Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none)
    event.ignore()
    QApplication.sendEvent(kiosk, event)
    assert not event.isAccepted()


def test_a_close_from_outside_is_refused_in_full_screen(dressed: None, qtbot: QtBot) -> None:  # noqa: ARG001
    window = KioskWindow()
    window.showFullScreen()
    qtbot.waitUntil(window.isVisible)
    QApplication.sendEvent(window.windowHandle(), QCloseEvent())  # as the desktop does: Alt+F4, a gesture, its menu
    assert window.isVisible()
    window.close()  # as the program does at its end
    assert not window.isVisible()


def test_a_window_made_small_from_outside_is_large_again(dressed: None, qtbot: QtBot) -> None:  # noqa: ARG001
    window = KioskWindow()
    window.showFullScreen()
    window.setWindowState(Qt.WindowState.WindowMinimized)
    qtbot.waitUntil(window.isFullScreen)
    window.close()


def words(window: KioskWindow) -> str:
    names = (
        name
        for w in window.findChildren(QWidget)
        if w.isVisible()
        for name in (w.accessibleName(), w.accessibleDescription())
    )
    return " ".join([*(label.text() for label in window.findChildren(QLabel) if label.isVisible()), *names])


SECRETS = ("PJ 047", "RW 1888", "RW\u00a01888", "PJ\u00a0047", "A 001", "20417", "CERT", "Certificado de antecedentes")
STAY = ("working", "still-asking", "unprinted", "away", "spent", "closed", "alone", "no-paper", "document")
"""No citizen has typed or been told anything there, or the number is on its way; `document` has tests of its own."""


@pytest.mark.parametrize("name", [name for name in SCREENS if name not in STAY])
def test_whoever_comes_next_sees_nothing_of_the_one_before(kiosk: KioskWindow, centre: Catalogue, name: str) -> None:
    flow: Flow = at_home(centre)
    SCREENS[name](flow)
    kiosk.show_view(flow.view(NOW))
    for _ in range(3 * (IDLE + WARNING)):
        flow.second_passed()
    kiosk.show_view(flow.view(NOW))
    assert flow.is_at_home
    assert not [secret for secret in SECRETS if secret in words(kiosk)]
    fresh = at_home(centre)
    fresh.offer = flow.offer
    assert flow.view(NOW) == fresh.view(NOW)
