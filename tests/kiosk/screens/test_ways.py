"""Every screen in each way to use it: nothing is cut off, letters are large and controls low where it was asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from installers.demo.kiosk_gallery import SCREENS, gallery
from kiosk.screens.window import KioskWindow
from kiosk.ways import Ways
from shared.domain.catalogue import Catalogue
from shared.domain.languages import LANGUAGES, Speaking
from shared.languages.packs import Languages
from shared.ui import theme
from shared.ui.label import Label
from shared.ui.tokens import LARGE_TEXT

Judge = Callable[[QWidget], list[str]]
COMBINED = [Ways(large=large, contrast=large, low=low) for large, low in product((False, True), repeat=2)][1:]
LOWER = 0.34
"""Everything that is touched in the way *low* stands below this part of the window's height."""


@pytest.fixture(scope="module", autouse=True)
def undressed(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp)


@pytest.fixture(scope="module")
def centre(catalogue: Catalogue) -> Catalogue:
    return replace(catalogue, languages=LANGUAGES)


def shown(window: KioskWindow, centre: Catalogue, name: str, language: str, ways: Ways) -> None:
    with Speaking(Languages().speech(language)):
        for _, view in gallery(centre, language, [name], ways):
            window.show_view(view)


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("ways", COMBINED, ids=lambda ways: "-".join(k for k in ("large", "low") if getattr(ways, k)))
@pytest.mark.parametrize("language", ["es", "quz", "ayr", "en"])
def test_nothing_is_cut_off(
    window: KioskWindow, faults: Judge, centre: Catalogue, name: str, language: str, ways: Ways
) -> None:
    shown(window, centre, name, language, ways)
    assert not faults(window)
    if ways.large:
        small = [
            label.read() for label in window.findChildren(Label) if label.isVisible() and label.letters() < LARGE_TEXT
        ]
        assert not [text for text in small if text]
    if ways.low and window.height() > window.width():
        high = [
            button.objectName()
            for button in window.findChildren(QAbstractButton)
            if button.isVisible() and button.mapTo(window, button.rect().topLeft()).y() < LOWER * window.height()
        ]
        assert not high
