"""The advisor's window: the bar, and below it the search for the hub, who comes in, or the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from counter import texts
from counter.screens.desk_screen import DeskScreen
from counter.screens.page_window import PageWindow
from counter.screens.question_panel import QuestionPanel
from counter.screens.top_bar import TopBar
from counter.shown import DeskView

COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class DeskWindow(PageWindow):
    """struck: a key as the view prints it."""

    struck = Signal(str)

    def __init__(self) -> None:
        super().__init__(TopBar("leave", texts.LEAVE, "S"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._desk = DeskScreen()
        self._pages.addWidget(self._desk)
        self._panel = QuestionPanel(self)
        for part in (self._desk, self._panel):
            part.pressed.connect(self.pressed)
        self._panel.searched.connect(self.searched)

    def show_view(self, view: DeskView) -> None:
        if view.mode == "desk":
            self._desk.show_desk(view)
        self.show_page(view, self._desk)
        self._panel.show_panel(view.panel)

    def turn_to(self, page: QWidget) -> None:
        super().turn_to(page)
        if page is self._desk:
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys come here wherever the focus is: nothing on the desk takes them, but a field one types in."""
        key = Qt.Key(event.key())
        if self._pages.currentWidget() is not self._desk:
            self.key_before_the_page(event)
        elif key in STEPS:
            self._desk.step(STEPS[key])
        elif event.isAutoRepeat():
            pass
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._desk.take()
        elif key == Qt.Key.Key_Escape:
            self._desk.forget()
        elif key == Qt.Key.Key_Space:
            self.struck.emit(texts.SPACE)
        elif event.text().strip() and not event.modifiers() & COMMANDS:
            self.struck.emit(event.text().upper())
        event.accept()
