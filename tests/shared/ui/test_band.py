from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from shared.ui import scale
from shared.ui.band import WeaveBand
from shared.ui.scale import Scale
from shared.ui.tokens import LIGHT

ROWS = {2: "r" * 60, 7: "r" * 20 + "d" * 20 + "r" * 20, 17: "d" * 60}
ROWS[12] = "r" * 10 + "d" * 16 + "g" * 8 + "d" * 16 + "r" * 10
LETTERS = {LIGHT.red: "r", LIGHT.red_deep: "d", LIGHT.gold: "g"}


def row(image: QImage, y: int, length: int) -> str:
    return "".join(LETTERS[image.pixelColor(x, y).name().upper()] for x in range(length))


@pytest.mark.parametrize("width", [60, 1080, 1366, 1921])
def test_the_weave_repeats_every_sixty_pixels_at_any_width(qtbot: QtBot, width: int) -> None:
    band = WeaveBand()
    qtbot.addWidget(band)
    band.resize(width, band.height())
    image = band.grab().toImage()
    for y, pattern in ROWS.items():
        assert row(image, y, width) == (pattern * 40)[:width]


@pytest.mark.parametrize("factor", [0.37, 0.5, 1.33])
def test_the_weave_has_no_gap_at_any_scale(qtbot: QtBot, factor: float) -> None:
    scale.use(Scale(factor))
    band = WeaveBand()
    qtbot.addWidget(band)
    band.resize(500, band.height())
    image = band.grab().toImage()
    bottom = row(image, band.height() - 1, 500)
    assert set(bottom) == {"d"}
