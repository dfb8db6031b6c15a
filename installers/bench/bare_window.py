"""The bare opponent of the apps: a PySide6 window with words on it. Says when it was painted, and its memory.

Run as `python -m installers.bench.bare_window WIDTH HEIGHT REPAINTS`. Without repaints there is one word; with them the
words of a board, in plain labels where and as large as the board has them: seconds of each repaint follow, one a line.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from time import perf_counter, sleep

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from display_board.layout import Box, lay_out
from installers.bench.running import megabytes
from shared.domain.catalogue import Board
from shared.ui.sight import CAPITAL

PAUSE = 0.1  # seconds between repaints: a board does not paint one after the other either


def one_word(width: int, height: int) -> tuple[QWidget, list[QLabel]]:
    window = QLabel("PJ 001")
    window.setAlignment(Qt.AlignmentFlag.AlignCenter)
    window.setStyleSheet("font-size: 200px")
    window.setFixedSize(width, height)
    return window, []


def board(width: int, height: int) -> tuple[QWidget, list[QLabel]]:
    window = QWidget()
    window.setStyleSheet("background: #0e1a2b")
    window.setFixedSize(width, height)
    return window, list(words(window, width, height))


def words(parent: QWidget, width: int, height: int) -> Iterator[QLabel]:
    """Number and counter of the newest call and of each recent one."""
    layout = lay_out(width, height, Board().distance_m, Board().panel_inches)
    newest = layout.newest
    yield label(parent, newest, layout.newest_capitals, "background: #f2b705")
    counter = Box(newest.x + layout.counter.x, newest.y + layout.counter.y, *layout.counter[2:])
    yield label(parent, counter, layout.newest_capitals, "background: #0e1a2b; color: white")
    for x, y, row_width, row_height in layout.rows:
        for half in (0, row_width // 2):
            yield label(parent, Box(x + half, y, row_width // 2, row_height), layout.recent_capitals, "color: white")


def label(parent: QWidget, box: Box, capitals: int, style: str) -> QLabel:
    made = QLabel(parent)
    made.setGeometry(*box)
    font = QFont()
    font.setPixelSize(round(capitals / CAPITAL))
    made.setFont(font)
    made.setStyleSheet(style)
    return made


def main(width: str, height: str, repaints: str) -> None:
    app = QApplication([])
    window, labels = one_word(int(width), int(height)) if repaints == "0" else board(int(width), int(height))
    window.show()
    while not window.windowHandle().isExposed():  # nothing is painted before
        app.processEvents()
    window.repaint()
    print("painted", megabytes("self"), flush=True)
    for number in range(int(repaints)):
        sleep(PAUSE)
        for place, each in enumerate(labels):
            each.setText(f"PJ {number + place:03d}")
        began = perf_counter()
        window.repaint()
        print(perf_counter() - began, flush=True)
    if repaints == "0":
        app.exec()  # until it is killed: what is measured is over


if __name__ == "__main__":
    main(*sys.argv[1:])
