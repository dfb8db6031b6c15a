"""What stands in a window, in numbers: letters, contrasts, targets. Read from its widgets and from its pixels."""

from __future__ import annotations

from collections import Counter

import msgspec
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from shared.ui.fit_text import FitText
from shared.ui.sight import CAPITAL

SEEN = 4
"""Pixels of a colour that are a stroke, and not one edge of one."""


class Text(msgspec.Struct, frozen=True):
    """Words that can be read. capitals: height of the smallest, in pixels. contrast: of ink and ground, 1 to 21."""

    text: str
    capitals: float
    contrast: float
    family: str


class Control(msgspec.Struct, frozen=True):
    """What can be touched, in pixels of the window. spoken: its name for whoever does not see it.

    ground: the colour there is most of in it, as `#rrggbb`.
    """

    name: str
    spoken: str
    x: int
    y: int
    width: int
    height: int
    enabled: bool
    ground: str


class Measured(msgspec.Struct, frozen=True):
    """Sizes in pixels of the window."""

    width: int
    height: int
    texts: tuple[Text, ...]
    controls: tuple[Control, ...]


def measure(window: QWidget) -> Measured:
    """As it stands now."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    texts = [_text(widget, window, picture) for widget in window.findChildren(QWidget) if _says(widget)]
    buttons = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]
    controls = tuple(_control(button, window, picture) for button in buttons)
    return Measured(window.width(), window.height(), tuple(texts), controls)


def contrast(one: QColor, other: QColor) -> float:
    """By WCAG 2: 1 (the same) to 21 (black and white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = ((0.2126, colour.redF()), (0.7152, colour.greenF()), (0.0722, colour.blueF()))
    return sum(share * (c / 12.92 if c <= 0.04045 else float(((c + 0.055) / 1.055) ** 2.4)) for share, c in parts)


def _says(widget: QWidget) -> bool:
    return isinstance(widget, QLabel | FitText) and widget.isVisible() and bool(widget.text())


def _text(widget: QWidget, window: QWidget, picture: QImage) -> Text:
    assert isinstance(widget, QLabel | FitText)
    letters = widget.letters() if hasattr(widget, "letters") else widget.font().pixelSize()
    place = _place(widget, window).intersected(picture.rect())
    said = widget.read() if hasattr(widget, "read") else widget.text()
    return Text(said, round(letters * CAPITAL, 1), round(_contrast_in(picture, place), 1), widget.font().family())


def _contrast_in(picture: QImage, place: QRect) -> float:
    """Of the colour there is most of, and the one that stands out most from it."""
    colours = _colours(picture, place)
    ground = QColor.fromRgb(max(colours, key=colours.__getitem__))
    inks = [value for value, count in colours.items() if count >= SEEN]
    return max((contrast(QColor.fromRgb(ink), ground) for ink in inks), default=1.0)


def _colours(picture: QImage, place: QRect) -> Counter[int]:
    """How many pixels of each."""
    part = picture.copy(place)  # has to live as long as its pixels are read
    return Counter(memoryview(part.constBits()).cast("I").tolist())


def _control(button: QAbstractButton, window: QWidget, picture: QImage) -> Control:
    place = _place(button, window)
    colours = _colours(picture, place)
    return Control(
        button.objectName(),
        button.accessibleName() or button.text(),
        place.x(),
        place.y(),
        place.width(),
        place.height(),
        button.isEnabled(),
        QColor.fromRgb(max(colours, key=colours.__getitem__)).name(),
    )


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())
