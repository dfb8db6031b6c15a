"""What a picture would show at once: a word cut off, a finger's target too small, two too near."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from shared.ui.fit_text import FitText
from shared.ui.tokens import KIOSK_GAP, KIOSK_TEXT, KIOSK_TOUCH

Judge = Callable[[QWidget], list[str]]


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def _faults_of_words(window: QWidget) -> list[str]:
    faults = []
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if not _fits(label) or not window.rect().contains(_place(label, window)):
            faults.append(f"cut off: {label.text()!r} in {label.size().toTuple()}")
        if label.font().pixelSize() < KIOSK_TEXT.px:
            faults.append(f"too small: {label.text()!r} has {label.font().pixelSize()} px")
    for number in window.findChildren(FitText):
        if number.isVisible() and number.fitted_px() < 200:
            faults.append(f"not the hero: {number.text()} has {number.fitted_px()} px")
    return faults


def _fits(label: QLabel) -> bool:
    metrics = QFontMetrics(label.font())
    words = label.text().split() if label.wordWrap() else label.text().split("\n")
    widest = max(metrics.horizontalAdvance(word) for word in words)
    height = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    return widest <= label.width() and height <= label.height()


def _faults_of_touch(window: QWidget) -> list[str]:
    places = {
        button.objectName(): _place(button, window)
        for button in window.findChildren(QAbstractButton)
        if button.isVisible()
    }
    faults = [
        f"{name} is {place.width()}x{place.height()}"
        for name, place in places.items()
        if min(place.width(), place.height()) < KIOSK_TOUCH or not window.rect().contains(place)
    ]
    return faults + [
        f"{one} and {other} are too near"
        for one, other in combinations(places, 2)
        if _gap(places[one], places[other]) < KIOSK_GAP and "back" not in (one, other)
    ]


def _gap(one: QRect, other: QRect) -> int:
    across = max(other.left() - one.right(), one.left() - other.right()) - 1
    down = max(other.top() - one.bottom(), one.top() - other.bottom()) - 1
    return max(across, down)


@pytest.fixture
def faults() -> Judge:
    """Everything that is wrong with the window as it stands."""

    def judge(window: QWidget) -> list[str]:
        hint = window.minimumSizeHint()
        grows = hint.width() > window.width() or hint.height() > window.height()
        room = [f"needs {hint.toTuple()}"] if grows else []
        return room + _faults_of_words(window) + _faults_of_touch(window)

    return judge
