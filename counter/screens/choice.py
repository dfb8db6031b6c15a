"""An answer that is on or off, with the key that turns it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from shared.ui.action_button import ActionButton


class Choice(ActionButton):
    """Blue when it is on. It shows what it is told, not what was pressed."""

    def __init__(self, name: str, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(across=True, parent=parent)
        self.setObjectName(name)
        self.setCheckable(True)
        self.show_action(text, key)

    def nextCheckState(self) -> None:
        """Only `show_on` turns it."""

    def show_on(self, on: bool) -> None:
        self.setChecked(on)
        self._label.show_tone("blue" if on else "ink")
