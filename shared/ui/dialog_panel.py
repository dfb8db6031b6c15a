"""A question over a screen: where to transfer, why to hold. No second window, so nothing can be lost behind one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from shared.ui import scale, theme
from shared.ui.label import Label
from shared.ui.panel import Panel
from shared.ui.tokens import COUNTER_SERVICE, COUNTER_TEXT, Type

WIDTH = 560
PADDING = 28


class DialogPanel(QWidget):
    """Lies over a window; put the answers in `body`. Escape or a touch beside the panel closes it (`closed`).

    While it is open the window's shortcuts are deaf; keys given with `bind_key` press their button.
    """

    closed = Signal()

    def __init__(
        self, over: QWidget, *, title: Type = COUNTER_SERVICE, text: Type = COUNTER_TEXT, width: float = WIDTH
    ) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("dialog")
        theme.ground(self, "veil")
        self._keys: dict[str, QAbstractButton] = {}
        self._before: QWidget | None = None
        self._sheet = Panel("dialog")
        self._sheet.setFixedWidth(scale.px(width))
        self._title = Label(title, tone="ink", wrap=True)
        self._text = Label(text, tone="soft", wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(scale.px(12))
        self._arrange()
        over.installEventFilter(self)
        self.hide()

    def _arrange(self) -> None:
        inside = QVBoxLayout(self._sheet)
        inside.setContentsMargins(*(scale.px(PADDING) for _ in range(4)))
        inside.setSpacing(scale.px(6))
        inside.addWidget(self._title)
        inside.addWidget(self._text)
        inside.addSpacing(scale.px(10))
        inside.addLayout(self.body)
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(self._sheet)
        across.addStretch()
        down = QVBoxLayout(self)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)

    def show_question(self, title: str, text: str = "") -> None:
        self._title.show_text(title)
        self._text.show_text(text, hide_empty=True)
        self.setAccessibleName(title)

    def bind_key(self, key: str, button: QAbstractButton) -> None:
        """`key` as a letter or figure."""
        self._keys[key.upper()] = button

    def clear_keys(self) -> None:
        self._keys.clear()

    def open_panel(self) -> None:
        """Nothing happens when it is open."""
        if self.isVisible():
            return
        self._before = self._over.focusWidget()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def close_panel(self) -> None:
        """Gives the keys back to whoever had them."""
        if not self.isVisible():
            return
        focused = self._over.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.hide()
        if self._before is not None and Shiboken.isValid(self._before):
            self._before.setFocus()
        self._before = None
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self._keys.get(event.text().upper())
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif button is not None and button.isEnabled() and not event.isAutoRepeat():
            button.click()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._sheet.geometry().contains(event.position().toPoint()):
            self.close_panel()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside."""
        there = [w for w in self.findChildren(QWidget) if _takes_focus(w)]
        if not there:
            return True
        now = self.focusWidget()
        at = there.index(now) if now in there else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        there[(at + (1 if forward else -1)) % len(there)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self.setGeometry(self._over.rect())
        return False


def _takes_focus(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isVisible()
        and widget.isEnabled()
        and bool(widget.objectName())
    )
