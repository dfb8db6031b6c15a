"""The typeface that comes with the program: Atkinson Hyperlegible Next, in three weights.

Shipped so that every machine draws the same pixels and no zero is taken for an O. The files hold the letters of
Spanish, Quechua and Aymara; the orthographies' apostrophe is `'` or `’` (U+02BC is not in the font).
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from shared.ui import scale
from shared.ui.tokens import FAMILY, HEAVY, REGULAR, STRONG, Type

FOLDER = Path(__file__).parent / "fonts"
WEIGHTS = (REGULAR, STRONG, HEAVY)
LETTERS = "abcdefghijklmnñopqrstuvwxyzáéíóúüäïöABCDEFGHIJKLMNÑOPQRSTUVWXYZÁÉÍÓÚÜÄÏ0123456789¿?¡!·–—«»“”'’.,:;/()+%°"

_loaded = False
_least = 0.0


class FontMissing(Exception):
    """A font file is not there, or is not a font."""


def never_below(reference_px: float) -> None:
    """From now on no letter is made smaller than this; 0: as designed."""
    global _least
    _least = reference_px


def least() -> float:
    return _least


def load(folder: Path = FOLDER) -> None:
    """Make the family known to Qt; does nothing the second time.

    Raises FontMissing with the file's name. Needs a QGuiApplication.
    """
    global _loaded
    if _loaded and folder == FOLDER:
        return
    for weight in WEIGHTS:
        _load_one(folder / f"AtkinsonHyperlegibleNext-{weight}.ttf")
    _loaded = folder == FOLDER


def _load_one(path: Path) -> None:
    if not path.is_file():
        raise FontMissing(f"The font file {path} is missing: install the program again.")
    number = QFontDatabase.addApplicationFontFromData(path.read_bytes())
    if number < 0 or FAMILY not in QFontDatabase.applicationFontFamilies(number):
        raise FontMissing(f"The file {path} is not the font {FAMILY}: install the program again.")


def font(kind: Type, *, tabular: bool = False) -> QFont:
    """`kind` at this program's scale; with `tabular`, figures all of one width (clocks, columns)."""
    return exact(scale.px(max(kind.px, _least)), kind.weight, tabular=tabular)


def exact(pixels: int, weight: int, *, tabular: bool = False) -> QFont:
    """A font of just this height, whatever the scale."""
    made = QFont(FAMILY)
    made.setPixelSize(max(1, pixels))
    made.setWeight(QFont.Weight(weight))
    # Positions at whole pixels differ between screens; without hinting a word has one width everywhere.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
