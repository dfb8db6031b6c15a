"""The keys of a keypad or a switch, whatever has the focus. What a code reader types is not theirs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.inputs import Action, Inputs, UnreadableInputs

ALWAYS = {Qt.Key.Key_Tab.value: Action.STEP, Qt.Key.Key_Backtab.value: Action.BACK}
"""Qt's own order is that in which widgets were made."""


class Keys(QObject):
    """`pressed` with what a key means. A key that is held counts once."""

    pressed = Signal(Action)

    def __init__(self, window: QWidget, inputs: Inputs, is_reading: Callable[[], bool]) -> None:
        """is_reading: whether a code is being read now. Raises UnreadableInputs for a key that Qt does not know."""
        super().__init__(window)
        self._actions = ALWAYS | by_code(inputs.actions())
        self._is_reading = is_reading
        self._window = window
        window.installEventFilter(self)
        self._come_first()

    def _come_first(self) -> None:
        """Before a button with the focus takes arrows for itself."""
        if (handle := self._window.windowHandle()) is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._come_first()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            action = self._actions.get(event.key())
            if action is not None and not self._is_reading():
                if not event.isAutoRepeat():
                    self.pressed.emit(action)
                return True
        return super().eventFilter(watched, event)


def by_code(actions: Mapping[str, Action]) -> dict[int, Action]:
    """By Qt's numbers. Raises UnreadableInputs."""
    found = {}
    for name, action in actions.items():
        try:
            found[Qt.Key[f"Key_{name}"].value] = action
        except KeyError:
            raise UnreadableInputs(f"inputs.toml: there is no key called {name!r}") from None
    return found
