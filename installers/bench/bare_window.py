"""The bare opponent of the apps: a PySide6 window with a word on it. Says when it was painted, and its memory.

Run as `python -m installers.bench.bare_window WIDTH HEIGHT REPAINTS`: seconds of each repaint follow, one a line.
"""

from __future__ import annotations

import sys
from time import perf_counter

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from installers.bench.running import megabytes


def main(width: str, height: str, repaints: str) -> None:
    app = QApplication([])
    window = QLabel("PJ 001")
    window.setAlignment(Qt.AlignmentFlag.AlignCenter)
    window.setStyleSheet("font-size: 200px")
    window.setFixedSize(int(width), int(height))

    def painted() -> None:
        print("painted", megabytes("self"), flush=True)
        for number in range(int(repaints)):
            window.setText(f"PJ {number:03d}")
            began = perf_counter()
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
