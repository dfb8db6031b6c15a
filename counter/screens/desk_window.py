"""The advisor's window: the bar, and below it the search for the hub, the sign-in or the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from counter import texts
from counter.screens.connecting import Connecting
from counter.screens.desk_screen import DeskScreen
from counter.screens.question_panel import QuestionPanel
from counter.screens.sign_in import SignInScreen
from counter.screens.top_bar import TopBar
from counter.shown import DeskView
from shared.ui import theme
from shared.ui.toast import Toast

COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class DeskWindow(QWidget):
    """pressed: the name of what was pressed. struck: a key as the view prints it. searched: what is typed."""

    pressed = Signal(str)
    struck = Signal(str)
    searched = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        theme.ground(self, "paper")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._bar = TopBar("leave", texts.LEAVE, "S")
        self._connecting = Connecting()
        self._sign_in = SignInScreen()
        self._desk = DeskScreen()
        self._pages = QStackedWidget()
        for page in (self._connecting, self._sign_in, self._desk):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._pages, 1)
        self._panel = QuestionPanel(self)
        self._toast = Toast(self)
        self._said = ""
        for part in (self._bar, self._sign_in, self._desk, self._panel):
            part.pressed.connect(self.pressed)
        for part in (self._sign_in, self._panel):
            part.searched.connect(self.searched)

    def show_view(self, view: DeskView) -> None:
        self._bar.show_bar(view.bar)
        match view.mode:
            case "sign_in" if view.sign_in:
                self._sign_in.show_sign_in(view.sign_in)
                self._turn_to(self._sign_in)
            case "desk":
                self._desk.show_desk(view)
                self._turn_to(self._desk)
            case _:
                self._connecting.show_quiet(view.quiet)
                self._turn_to(self._connecting)
        self._panel.show_panel(view.panel)
        if view.notice != self._said:
            self._said = view.notice
            self._toast.show_message(view.notice, "alert-circle")

    def _turn_to(self, page: QWidget) -> None:
        if self._pages.currentWidget() is page:
            return
        self._sign_in.clear()
        self._pages.setCurrentWidget(page)
        if page is not self._sign_in:
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys come here wherever the focus is: nothing on the desk takes them, but a field one types in."""
        key = Qt.Key(event.key())
        if self._pages.currentWidget() is not self._desk:
            self._sign_in.begin_typing(event.text())
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
