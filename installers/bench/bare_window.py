"""The bare opponent of the apps: a PySide6 window with plain labels. Says when it was painted, and its memory.

One large word, and with repaints, as on a board, rows of a number and a counter that all move on with each call.

Run as `python -m installers.bench.bare_window WIDTH HEIGHT REPAINTS`: seconds of each repaint follow, one a line.
"""

from __future__ import annotations

import sys
from time import perf_counter

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from installers.bench.running import megabytes


ROWS = 8


def _word(pixels: int) -> QLabel:
    word = QLabel("PJ 001")
    word.setAlignment(Qt.AlignmentFlag.AlignCenter)
    word.setStyleSheet(f"font-size: {pixels}px")
    return word


def main(width: str, height: str, repaints: str) -> None:
    app = QApplication([])
    window = QWidget()
    window.setFixedSize(int(width), int(height))
    lines = QVBoxLayout(window)
    words = [_word(200), *(_word(56) for _ in range(ROWS if int(repaints) else 0))]
    for word in words:
        lines.addWidget(word)

    def painted() -> None:
        print("painted", megabytes("self"), flush=True)
        for number in range(int(repaints)):
            began = perf_counter()
            for back, word in enumerate(words):
                word.setText(f"PJ {(number - back) % 1000:03d}   {back + 1}")
            window.repaint()
            print(perf_counter() - began, flush=True)
        if int(repaints):
            app.quit()

    window.show()
    window.repaint()
    QTimer.singleShot(0, painted)
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
