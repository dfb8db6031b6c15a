"""How large a program's window is: the whole screen, exactly so, or fitted to the desktop."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

USUAL_SHARE = 90  # per cent of the desktop


@dataclass(frozen=True)
class Size:
    """Pixels. `share`: the part of the desktop, in per cent, that a fitted window may take; 0 for exactly so."""

    width: int
    height: int
    share: int = 0

    def extent(self) -> tuple[int, int]:
        """The width and height that the window will have."""
        if not self.share:
            return self.width, self.height
        room = QGuiApplication.primaryScreen().availableGeometry()
        factor = min(1.0, *(self.share / 100 * side / own for side, own in self._sides(room)))
        return round(self.width * factor), round(self.height * factor)

    def _sides(self, room: QRect) -> tuple[tuple[int, int], tuple[int, int]]:
        return (room.width(), self.width), (room.height(), self.height)


def read_size(text: str) -> Size | None:
    """Reads "1080x1920", "fit 1080x1920" or "fit 1080x1920 60"; "" is full screen. Raises ValueError."""
    words = text.split()
    if not words:
        return None
    fitted = words[0] == "fit"
    sides, *share = words[1:] or [""] if fitted else words
    numbers = [*sides.split("x"), *share]
    if len(numbers) not in ((2, 3) if fitted else (2,)) or not all(n.isdigit() and int(n) for n in numbers):
        raise ValueError(f'size {text!r}: expected "1080x1920", "fit 1080x1920" or "fit 1080x1920 60" (per cent)')
    width, height, *per_cent = map(int, numbers)
    return Size(width, height, per_cent[0] if per_cent else USUAL_SHARE if fitted else 0)


def extent(size: Size | None) -> tuple[int, int]:
    """The width and height of a window of that size, or of the whole screen."""
    if size:
        return size.extent()
    screen = QGuiApplication.primaryScreen().geometry()
    return screen.width(), screen.height()


def show(window: QWidget, size: Size | None) -> None:
    """Show the window so."""
    if size is None:
        # On a bare X server, without a window manager, showFullScreen() does nothing: hence the geometry.
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        window.setGeometry(QGuiApplication.primaryScreen().geometry())
        window.showFullScreen()
        return
    width, height = size.extent()
    window.resize(width, height)
    if not size.share:
        window.move(0, 0)
        window.setFixedSize(width, height)
    window.show()
