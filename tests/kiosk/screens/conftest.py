"""What a picture would show at once: a word cut off, a finger's target too small, two too near."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QWidget

from shared.ui.fit_text import FitText
from shared.ui.label import Label
from shared.ui.tokens import KIOSK_GAP, KIOSK_TEXT, KIOSK_TOUCH

Judge = Callable[[QWidget], list[str]]


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def _faults_of_words(window: QWidget) -> list[str]:
    faults = []
    for label in window.findChildren(Label):
        if not label.isVisible() or not label.text():
            continue
        if not label.fits() or not _inside(label, window):
            faults.append(f"cut off: {label.read()!r} in {label.size().toTuple()}")
        if label.letters() < KIOSK_TEXT.px:
            faults.append(f"too small: {label.read()!r} has {label.letters()} px")
    for number in window.findChildren(FitText):
        if number.isVisible() and number.fitted_px() < 200:
            faults.append(f"not the hero: {number.text()} has {number.fitted_px()} px")
    return faults


def _inside(label: QWidget, window: QWidget) -> bool:
    """Inside everything that it stands in: a card that is too low cuts off what is below."""
    around = label.parentWidget()
    while around is not None:
        if not around.rect().contains(_place(label, around)):
            return False
        around = None if around is window else around.parentWidget()
    return True


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
        if "more-time" not in (one, other)  # it lies over all of them
        and _gap(places[one], places[other]) < KIOSK_GAP
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
