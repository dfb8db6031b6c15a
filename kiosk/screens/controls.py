"""What can be pressed on the screen that stands, in the order in which keys and switches go through it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.screens.simple import FIRST, MORE, READ_ON
from kiosk.screens.window import KioskWindow

AROUND = ("back", "help", "way-", "language-")
"""Last, for they stand on every screen."""


def controls(window: KioskWindow) -> list[QAbstractButton]:
    """Of the sheet alone where one lies over everything."""
    there = [button for button in _visible(window) if button.isEnabled()]
    return sorted(there, key=lambda button: (_rank(button), *_place(button, window)))


def control(window: KioskWindow, name: str) -> QAbstractButton | None:
    """The button of this name, shut or not; that of a list is looked for on its other pages."""
    reveal(window, name)
    return next((button for button in _visible(window) if button.objectName() == name), None)


def reveal(window: KioskWindow, name: str) -> None:
    """Turn a list to the page with this answer."""
    simple = window.stage.simple
    if window.stage.current() is not simple or window.frame.over() is not None:
        return
    for _ in range(100):  # pages, at most
        there = [option.name for option in simple.options()]
        turn = next((way for way in (READ_ON, MORE, FIRST) if way in there), "")
        if name in there or not turn or not simple.has(name):
            return
        simple.press(turn)


def _visible(window: KioskWindow) -> list[QAbstractButton]:
    buttons = (window.frame.over() or window.frame).findChildren(QAbstractButton)
    return [button for button in buttons if button.isVisible() and button.objectName()]


def _rank(button: QAbstractButton) -> int:
    name = button.objectName()
    return next((rank for rank, part in enumerate(AROUND, 1) if name == part or name.startswith(part)), 0)


def _place(button: QWidget, window: QWidget) -> tuple[int, int]:
    """Line by line."""
    at = button.mapTo(window, QPoint(0, button.height() // 2))
    return at.y(), at.x()
