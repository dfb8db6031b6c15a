"""A code reader types what it reads, and ends with Enter: on any screen, whatever has the focus."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

TOKEN = re.compile(r"(?:.*\Wt\W)?([A-Za-z0-9_-]{22})")
"""What is on a slip, alone or at the end of an address: 128 bits in letters of any keyboard layout of ASCII."""
APPOINTMENT = re.compile(r"(?=.*[0-9])[A-Z0-9][A-Z0-9-]{2,19}")
"""What an appointment may be called: with a digit at least."""
LONGEST = 200  # characters
SETTLE_MS = 300
"""Some end a line with two keys: the second one is no answer of a person."""
FORGET_MS = 1000
"""A reader types fast; a line that stops half way is somebody leaning on a keyboard."""


class Reader(QObject):
    """Listens to the keys of a window. `read` with the token of a slip, `code_read` with the code of an appointment."""

    read = Signal(str)
    code_read = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._typed = ""
        self._forget = QTimer(self, singleShot=True, interval=FORGET_MS)
        self._forget.timeout.connect(self._clear)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        window.installEventFilter(self)

    @property
    def is_reading(self) -> bool:
        """Whether keys are those of a reader now."""
        return bool(self._typed) or self._settle.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.text():
            self._take(event.text())
        return super().eventFilter(watched, event)

    def _take(self, text: str) -> None:
        if text in "\r\n":
            line, self._typed = self._typed, ""
            if line:
                self._settle.start()
            self._forget.stop()
            if token := TOKEN.fullmatch(line):
                self.read.emit(token[1])
            elif APPOINTMENT.fullmatch(line.upper()):
                self.code_read.emit(line.upper())
            return
        self._typed = (self._typed + text)[-LONGEST:]
        self._forget.start()

    def _clear(self) -> None:
        self._typed = ""
