"""A short message that comes over the foot of a screen and goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from shared.ui import scale
from shared.ui.label import Label
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import COUNTER_STRONG, TOAST_MS, Type

MARGIN = 24


class Toast(QFrame):
    """Belongs to the widget it lies over. Never for what must be answered or remembered."""

    def __init__(self, over: QWidget, kind: Type = COUNTER_STRONG) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("toast")
        self.setProperty("kind", "toast")
        self._icon = Pictogram(kind.px * 1.4)
        self._text = Label(kind, tone="on_night", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(scale.px(kind.px * part) for part in (1.2, 0.8, 1.4, 0.8)))
        row.setSpacing(scale.px(kind.px * 0.7))
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        self._end = QTimer(self, singleShot=True, interval=TOAST_MS)
        self._end.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def show_message(self, text: str, icon: str = "info-circle") -> None:
        """Shown for six seconds from the last call. An empty text takes it away."""
        self._text.show_text(text)
        self._icon.show_icon(icon, colours().gold)
        self.setAccessibleName(text)
        if not text:
            self.hide()
            return
        self._place()
        self.show()
        self.raise_()
        self._end.start()

    def text(self) -> str:
        return self._text.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self._place()
        return False

    def _place(self) -> None:
        over = self._over
        margin = scale.px(MARGIN)
        room = over.width() - 2 * margin
        self._text.setWordWrap(self._text.sizeHint().width() > room * 0.8)
        self.adjustSize()
        width = min(self.sizeHint().width(), room)
        height = max(self.heightForWidth(width), self.sizeHint().height())
        self.setGeometry((over.width() - width) // 2, over.height() - height - margin, width, height)
