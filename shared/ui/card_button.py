"""A button whose face is a layout: cards, rows, actions."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from shared.ui import theme

BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class Row(QHBoxLayout):
    """Its stretches share the room there is, but never ask for more: a card is as tall as its neighbours."""

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)


class Column(QVBoxLayout):
    """As Row, from top to bottom."""

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)


class CardButton(QPushButton):
    """Put labels in its layout; the whole face is one thing to touch and one accessible name."""

    def __init__(self, kind: str, look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        if look:
            self.setProperty("look", look)
        # A tap takes no focus; the keyboard still reaches every button.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def set_face(self, layout: QLayout) -> None:
        """The layout of the face; its labels let touches through."""
        self.setLayout(layout)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_look(self, look: str) -> None:
        theme.mark(self, "look", look)

    def show_name(self, name: str, description: str = "") -> None:
        """What a screen reader says."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)

    def focusInEvent(self, event: QFocusEvent) -> None:
        theme.mark(self, "ring", "yes" if event.reason() in BY_KEYBOARD else "no")
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        theme.mark(self, "ring", "no")
        super().focusOutEvent(event)

    def sizeHint(self) -> QSize:
        face = self.layout()
        if face is None:
            return super().sizeHint()
        hint = face.totalSizeHint()
        # A wrapping label hints at a compact block; the face needs only the height of its lines.
        return QSize(hint.width(), face.totalHeightForWidth(hint.width())) if face.hasHeightForWidth() else hint

    def minimumSizeHint(self) -> QSize:
        face = self.layout()
        return face.totalMinimumSize() if face is not None else super().minimumSizeHint()
