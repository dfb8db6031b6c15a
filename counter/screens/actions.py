"""The large action under the space bar, and the quiet grid beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from counter.shown import Action
from shared.ui import scale
from shared.ui.action_button import ActionButton

HEIGHT = 164
TALLEST = 230  # on a large window
COLUMNS = 4
GRID = 8


class Actions(QWidget):
    """`pressed` with the name of an action. No button takes the focus: every one has its key."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._primary = self._new(primary=True)
        self._grid = [self._new() for _ in range(GRID)]
        quiet = QGridLayout()
        quiet.setSpacing(scale.px(8))
        for index, button in enumerate(self._grid):
            quiet.addWidget(button, index // COLUMNS, index % COLUMNS)
        for column in range(COLUMNS):
            quiet.setColumnStretch(column, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.px(12))
        row.addWidget(self._primary, 26)
        row.addLayout(quiet, 74)
        self.setMinimumHeight(scale.px(HEIGHT))
        self.setMaximumHeight(scale.px(TALLEST))

    def _new(self, *, primary: bool = False) -> ActionButton:
        button = ActionButton(primary=primary)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._press)
        return button

    def show_actions(self, primary: Action, actions: tuple[Action, ...]) -> None:
        _show(self._primary, primary, primary.key if primary.enabled else primary.why)
        for button, action in zip(self._grid, actions, strict=True):
            _show(button, action, action.key)

    def _press(self) -> None:
        self.pressed.emit(self.sender().objectName())


def _show(button: ActionButton, action: Action, below: str) -> None:
    button.setObjectName(action.name)
    button.show_action(action.label, below, enabled=action.enabled)
    button.setToolTip(action.why)
