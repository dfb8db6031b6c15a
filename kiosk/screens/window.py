"""The kiosk's one window: a frame in the look that was asked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QResizeEvent, QWindowStateChangeEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk import texts
from kiosk.screens.frame import DEAF_MS as DEAF_MS, Frame, look
from kiosk.screens.reader import Reader
from kiosk.screens.stage import Stage
from kiosk.views import KioskView
from kiosk.ways import Ways
from shared.domain.catalogue import Kiosk
from shared.ui import scale, theme
from shared.ui.scale import Scale
from shared.ui.sight import DEGREES, letters_px, pixels_per_mm
from shared.ui.tokens import CONTRAST, LARGE_TEXT, LIGHT


class KioskWindow(QWidget):
    """Tells what the citizen does; shows what it is told. `framed`: there is another stage to listen to."""

    back_asked = Signal()
    touched = Signal()
    language_chosen = Signal(str)
    way_pressed = Signal(str)
    help_asked = Signal()
    help_closed = Signal()
    framed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk")
        self.setWindowTitle(texts.window_title())
        theme.ground(self, "paper")
        self._shown: KioskView | None = None
        self._look = Ways()
        self.frame = self._framed()
        self.reader = Reader(self)

    @property
    def stage(self) -> Stage:
        return self.frame.stage

    @property
    def hears(self) -> bool:
        """Whether a tap means the screen that stands."""
        return self.frame.hears

    def show_view(self, view: KioskView) -> None:
        if view == self._shown:
            return
        self._shown = view
        if look(view.head.ways) != self._look:
            self._dress(look(view.head.ways), view.head.panel)
        self.frame.show_view(view)

    def _dress(self, ways: Ways, panel: Kiosk) -> None:
        """Other colours and letters: everything is built anew, which takes less time than a finger is lifted."""
        self._look = ways
        old = self.frame
        old.hide()
        old.setParent(None)
        old.deleteLater()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        palette = CONTRAST if ways.contrast else LIGHT
        theme.apply(application, palette, Scale(scale.factor()), self._large(panel) if ways.large else 0)
        self.frame = self._framed()
        self.frame.show()
        self.framed.emit()

    def _large(self, panel: Kiosk) -> float:
        """The smallest letters of *large text* on this panel, in pixels of the design."""
        per_mm = pixels_per_mm(self.width(), self.height(), panel.panel_inches)
        return max(LARGE_TEXT, letters_px(DEGREES, panel.distance_m, per_mm) / scale.factor())

    def _framed(self) -> Frame:
        frame = Frame(low=self._look.low, parent=self)
        frame.setGeometry(self.rect())
        frame.back_asked.connect(self.back_asked)
        frame.touched.connect(self.touched)
        frame.language_chosen.connect(self.language_chosen)
        frame.way_pressed.connect(self.way_pressed)
        frame.help_asked.connect(self.help_asked)
        frame.help_closed.connect(self.help_closed)
        return frame

    def minimumSizeHint(self) -> QSize:
        return self.frame.minimumSizeHint()

    def closeEvent(self, event: QCloseEvent) -> None:
        """In full screen nothing from outside the program closes it: no Alt+F4, no gesture, no menu of the desktop."""
        if event.spontaneous() and self.isFullScreen():
            event.ignore()
        else:
            super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Whatever makes it small from outside makes it large again."""
        if isinstance(event, QWindowStateChangeEvent):
            was_full = bool(event.oldState() & Qt.WindowState.WindowFullScreen)
            if was_full and self.isVisible() and not self.isFullScreen():
                QTimer.singleShot(0, self.showFullScreen)
        super().changeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """There is none."""
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.frame.setGeometry(self.rect())
        super().resizeEvent(event)
