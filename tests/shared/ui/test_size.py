"""How large a window is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from shared.ui.size import Size, extent, read_size, show


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("", None),
        ("1080x1920", Size(1080, 1920)),
        ("fit 1080x1920", Size(1080, 1920, 90)),
        ("fit 1920x1080 60", Size(1920, 1080, 60)),
    ],
)
def test_a_size_is_read_as_people_write_it(text: str, size: Size | None) -> None:
    assert read_size(text) == size


@pytest.mark.parametrize("text", ["big", "fit", "1080", "0x5", "1080x1920 60", "fit 1080x", "fit 1x2x3 4", "fit 5x5 0"])
def test_what_is_no_size_is_said(text: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        read_size(text)


def test_a_fitted_window_keeps_its_shape_within_its_share_of_the_desktop(qtbot: QtBot) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    width, height = Size(10_000, 5_000, 50).extent()
    assert width <= room.width() // 2 + 1
    assert height <= room.height() // 2 + 1
    assert width / height == pytest.approx(2.0, rel=0.01)
    assert Size(100, 50, 90).extent() == (100, 50)
    assert extent(None) == (room.width(), room.height())
    window = QWidget()
    qtbot.addWidget(window)
    show(window, Size(10_000, 5_000, 50))
    assert (window.width(), window.height()) == (width, height)


def test_an_exact_window_cannot_be_resized(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    show(window, Size(1366, 768))
    assert window.minimumSize() == window.maximumSize()
