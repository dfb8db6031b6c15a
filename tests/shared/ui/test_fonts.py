from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QRawFont

from shared.ui import fonts, scale
from shared.ui.scale import Scale
from shared.ui.tokens import FAMILY, KIOSK_CHOICE


@pytest.mark.parametrize("weight", fonts.WEIGHTS)
def test_the_shipped_font_is_what_is_drawn(weight: int) -> None:
    drawn = QFontInfo(fonts.exact(40, weight))
    assert (drawn.family(), drawn.weight()) == (FAMILY, weight)


@pytest.mark.parametrize("weight", fonts.WEIGHTS)
def test_every_letter_of_spanish_quechua_and_aymara_has_a_glyph(weight: int) -> None:
    raw = QRawFont.fromFont(fonts.exact(40, weight))
    assert [letter for letter in fonts.LETTERS if not raw.supportsCharacter(ord(letter))] == []


@pytest.mark.parametrize("weight", fonts.WEIGHTS)
def test_tabular_figures_all_have_one_width(weight: int) -> None:
    metrics = QFontMetricsF(fonts.exact(100, weight, tabular=True))
    assert len({metrics.horizontalAdvance(figure * 4) for figure in "0123456789"}) == 1


def test_zero_and_the_letter_o_are_drawn_differently() -> None:
    metrics = QFontMetricsF(fonts.exact(100, 800))
    assert metrics.tightBoundingRect("0") != metrics.tightBoundingRect("O")


def test_a_type_follows_the_scale() -> None:
    scale.use(Scale(0.5))
    assert fonts.font(KIOSK_CHOICE).pixelSize() == 24


def test_a_missing_font_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(fonts.FontMissing, match=r"AtkinsonHyperlegibleNext-400\.ttf is missing"):
        fonts.load(tmp_path)


def test_a_file_that_is_no_font_is_named(tmp_path: Path) -> None:
    (tmp_path / "AtkinsonHyperlegibleNext-400.ttf").write_bytes(b"not a font")
    with pytest.raises(fonts.FontMissing, match="is not the font Atkinson Hyperlegible Next"):
        fonts.load(tmp_path)


def test_the_licence_travels_with_the_font() -> None:
    assert "SIL Open Font License" in (fonts.FOLDER / "OFL.txt").read_text(encoding="utf-8")
