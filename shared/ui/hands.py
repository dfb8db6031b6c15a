"""What a robot's hands do to a window: real presses and keys, delivered as the system would deliver them.

Qt's test module is loaded at the first press only: no ordinary run has it.
"""

from __future__ import annotations

from difflib import get_close_matches

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

OPERABLE = (QAbstractButton, QLineEdit, QPlainTextEdit)
MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class CannotDo(Exception):
    """What was asked is not possible on this screen now; says why."""


def click(window: QWidget, name: str) -> None:
    """Press and release the middle of the widget of that name, through the window. Raises CannotDo."""
    widget = _find(window, name)
    spot = widget.mapTo(window, widget.rect().center())
    _must_be_reachable(window, widget, spot)
    from PySide6.QtTest import QTest

    QTest.mouseClick(_handle(window), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)


def press_key(window: QWidget, key: str) -> None:
    """Press and release a key by Qt's name for it: `Space`, `F`, `Ctrl+P`. Raises CannotDo."""
    code, modifiers = _key(key)
    _activate(window)
    from PySide6.QtTest import QTest

    QTest.keyClick(_handle(window), code, modifiers)


def type_text(window: QWidget, text: str) -> None:
    """Type into what has the focus. Raises CannotDo."""
    _activate(window)
    field = QApplication.focusWidget()
    if not isinstance(field, QLineEdit | QPlainTextEdit) or not window.isAncestorOf(field):
        raise CannotDo("No field on this screen has the focus")
    from PySide6.QtTest import QTest

    QTest.keyClicks(field, text)


def names(window: QWidget) -> list[str]:
    """The names of all that can be operated on the screen now, sorted."""
    there = (w for w in window.findChildren(QWidget) if isinstance(w, OPERABLE) and w.objectName())
    return sorted(w.objectName() for w in there if w.isVisible() and w.isEnabled())


def _key(text: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    *held, last = text.split("+")
    modifiers = Qt.KeyboardModifier.NoModifier
    try:
        for name in held:
            modifiers |= MODIFIERS[name]
        return Qt.Key[f"Key_{last}"], modifiers
    except KeyError:
        raise CannotDo(f"There is no key called {text!r}") from None


def _find(window: QWidget, name: str) -> QWidget:
    found = [w for w in window.findChildren(QWidget) if w.objectName() == name]
    if not found:
        near = get_close_matches(name, names(window), n=1)
        raise CannotDo(f"Nothing is called {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
    seen = [w for w in found if w.isVisible()]
    if not seen:
        raise CannotDo(f"{name!r} is not on the screen now")
    if len(seen) > 1:
        raise CannotDo(f"{len(seen)} things on the screen are called {name!r}")
    if not seen[0].isEnabled():
        raise CannotDo(f"{name!r} cannot be used now")
    return seen[0]


def _must_be_reachable(window: QWidget, widget: QWidget, spot: QPoint) -> None:
    hit = window.childAt(spot)
    if hit is None or not window.rect().contains(spot):
        raise CannotDo(f"{widget.objectName()!r} lies outside the window")
    if hit is not widget and not widget.isAncestorOf(hit):
        raise CannotDo(f"{widget.objectName()!r} is covered by {hit.objectName() or type(hit).__name__!r}")


def _activate(window: QWidget) -> None:
    """Keys go where the window is active; under a bare X server nobody else makes it so."""
    if not window.isActiveWindow():
        window.raise_()
        window.activateWindow()
        QApplication.processEvents()


def _handle(window: QWidget) -> QWindow:
    handle = window.windowHandle()
    if handle is None or not window.isVisible():
        raise CannotDo("The window is not shown")
    return handle
