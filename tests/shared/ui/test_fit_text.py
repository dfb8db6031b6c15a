from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from shared.ui.fit_text import FitText
from shared.ui.tokens import KIOSK_NUMBER, Type


def inked(image: QImage) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of what is dark."""
    dark = [
        (x, y) for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y).lightness() < 128
    ]
    across, down = [x for x, _ in dark], [y for _, y in dark]
    return min(across), min(down), max(across), max(down)


def fitted(qtbot: QtBot, text: str, width: int, height: int, **options: object) -> FitText:
    number = FitText(KIOSK_NUMBER, **options)  # type: ignore[arg-type]
    qtbot.addWidget(number)
    number.setStyleSheet("background: white")
    number.show_text(text)
    number.setMinimumSize(1, 1)
    number.resize(width, height)
    return number


@pytest.mark.parametrize("text", ["RW 1888", "PJ 047", "QM 1000"])
@pytest.mark.parametrize("width", [860, 500, 240])
def test_the_widest_number_is_whole_at_any_width(qtbot: QtBot, text: str, width: int) -> None:
    number = fitted(qtbot, text, width, 200)
    left, top, right, bottom = inked(number.grab().toImage())
    assert left > 0
    assert right < width - 1
    assert top > 0
    assert bottom < 199


def test_a_number_is_as_large_as_its_type_where_there_is_room(qtbot: QtBot) -> None:
    assert fitted(qtbot, "PJ 047", 2000, 400).fitted_px() == 210


def test_a_low_box_makes_it_smaller(qtbot: QtBot) -> None:
    assert fitted(qtbot, "PJ 047", 2000, 67).fitted_px() == 100


def test_it_never_goes_below_the_least(qtbot: QtBot) -> None:
    assert fitted(qtbot, "PJ 047", 20, 200, least=40).fitted_px() == 40


def test_reserved_room_keeps_the_size_from_one_number_to_the_next(qtbot: QtBot) -> None:
    number = fitted(qtbot, "PJ 1", 500, 200, reserve="RW 1888")
    size = number.fitted_px()
    number.show_text("RW 1888")
    assert number.fitted_px() == size


@pytest.mark.parametrize(
    ("align", "side"), [(Qt.AlignmentFlag.AlignLeft, "left"), (Qt.AlignmentFlag.AlignRight, "right")]
)
def test_it_stands_where_it_is_told(qtbot: QtBot, align: Qt.AlignmentFlag, side: str) -> None:
    number = fitted(qtbot, "7", 400, 100, align=align)
    left, _, right, _ = inked(number.grab().toImage())
    assert (left < 40) == (side == "left")
    assert (right > 360) == (side == "right")


def test_the_figures_are_in_the_middle_of_the_box(qtbot: QtBot) -> None:
    number = fitted(qtbot, "H", 400, 300)
    _, top, _, bottom = inked(number.grab().toImage())
    assert abs(top - (299 - bottom)) <= 2


def test_a_screen_reader_says_the_number(qtbot: QtBot) -> None:
    assert fitted(qtbot, "PJ 047", 400, 100).accessibleName() == "PJ 047"


def test_another_type_is_another_largest_size(qtbot: QtBot) -> None:
    number = fitted(qtbot, "PJ 047", 2000, 800)
    number.show_kind(Type(300, 800))
    assert number.fitted_px() == 300
