"""A button whose face is a layout: cards, rows, actions."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLayout, QPushButton, QWidget

from shared.ui import theme


class CardButton(QPushButton):
    """Put labels in its layout; the whole face is one thing to touch and one accessible name."""

    def __init__(self, kind: str, look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        if look:
            self.setProperty("look", look)
        # A tap leaves no focus ring behind; the keyboard still reaches every button.
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

    def sizeHint(self) -> QSize:
        face = self.layout()
        return face.totalSizeHint() if face is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        face = self.layout()
        return face.totalMinimumSize() if face is not None else super().minimumSizeHint()
