"""Outline pictograms (Tabler Icons, MIT; `pregnant` and `face-1` to `face-5` are ours in the same style), by token.

An icon never stands without a word beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parent / "icons"

_own: Callable[[str], Path | None] = lambda _name: None  # noqa: E731


class UnknownIcon(Exception):
    """No pictogram has this name."""


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """Every pictogram there is."""
    return frozenset(path.stem for path in FOLDER.glob("*.svg"))


def put_before(own: Callable[[str], Path | None]) -> None:
    """From now on a picture that `own` finds is drawn in the place of ours of the same name: those of a language."""
    global _own
    _own = own


def pixmap(name: str, colour: str, size_px: int, ratio: float = 1.0) -> QPixmap:
    """The pictogram in `colour` (`#RRGGBB`), `size_px` logical pixels wide and high; `ratio` is the screen's.

    Raises UnknownIcon, naming the nearest there is.
    """
    check(name)
    return _draw(_own(name) or FOLDER / f"{name}.svg", colour, max(1, size_px), ratio)


def icon(name: str, colour: str, size_px: int, ratio: float = 1.0) -> QIcon:
    """The same, for a button. It keeps its colour when the button is disabled."""
    made = QIcon()
    drawn = pixmap(name, colour, size_px, ratio)
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Disabled, QIcon.Mode.Selected):
        made.addPixmap(drawn, mode)
    return made


@lru_cache(maxsize=512)
def _draw(path: Path, colour: str, size_px: int, ratio: float) -> QPixmap:
    renderer = _renderer(path, colour)
    if not renderer.isValid():  # a language's own that is none: ours stands in its place
        renderer = _renderer(FOLDER / path.name, colour)
    side = round(size_px * ratio)
    drawn = QPixmap(QSize(side, side))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def _renderer(path: Path, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(path).replace("currentColor", colour).encode()))


def check(name: str) -> None:
    """Raises UnknownIcon unless `name` is empty or a pictogram's."""
    if name and name not in names():
        near = get_close_matches(name, names(), n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise UnknownIcon(f"There is no pictogram {name!r}{hint}")


@lru_cache(maxsize=256)
def _source(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
