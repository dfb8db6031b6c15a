"""The board's own window at 1080p, drawn by the processor alone, while calls rise into it one after the other.

Run as `python -m installers.bench.board_frames SECONDS HOW`; HOW is `row`, `still`, or `whole`, the control, in which
all of the window is painted for each frame at 4K. Says frames, seconds of movement, and seconds of the processor's time
for painting in these: "frames 298 moved 5.1 painted 1.2".
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from time import perf_counter, process_time

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from display_board.calls import CallShown
from display_board.screens.window import BoardWindow
from installers.demo.board_gallery import gallery
from installers.demo.board_pictures import CENTRE
from shared.domain.centre_file import load_centre
from shared.ui import theme, tokens

EVERY_MS = 700  # between two calls: each has risen by then
SIZES = {"row": (1920, 1080), "still": (1920, 1080), "whole": (3840, 2160)}


class Camera(QObject):
    """Counts the frames in which the newest call moves."""

    def __init__(self, window: BoardWindow, *, whole: bool) -> None:
        super().__init__()
        self.frames, self.painted, self.moved = 0, 0.0, 0.0
        self._window, self._whole = window, whole
        self._number = window.findChild(QWidget, "newest-number")
        self._last = (self._number.y() if self._number else 0, perf_counter())
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window paints all that changed since the last frame when it is told to update."""
        if watched is not self._window or event.type() is not QEvent.Type.UpdateRequest or self._number is None:
            return False
        if self._whole:
            self._window.update()
        place, before = self._number.y(), process_time()
        self._window.removeEventFilter(self)
        QApplication.sendEvent(self._window, event)
        self._window.installEventFilter(self)
        took, now = process_time() - before, perf_counter()
        if place != self._last[0]:
            self.frames, self.painted = self.frames + 1, self.painted + took
            since = now - self._last[1]
            self.moved += since if since < 0.2 else 0.0
        self._last = place, now
        return True


def calls() -> Iterator[CallShown]:
    number = 0
    while True:
        number += 1
        yield CallShown(1000 + number, f"RW {1000 + number % 889}", 1 + number % 87)


def main(seconds: str, how: str) -> None:
    app = QApplication([])
    theme.apply(app)
    tokens.motion = 0.0 if how == "still" else 1.0
    window = BoardWindow()
    window.setFixedSize(*SIZES[how])
    window.show()
    view = dict(gallery(load_centre(CENTRE), ["calling"]))["calling"].view
    coming = calls()

    def call() -> None:
        window.show_view(replace(view, newest=next(coming)))

    call()
    app.processEvents()
    camera = Camera(window, whole=how == "whole")
    timer = QTimer()
    timer.timeout.connect(call)
    timer.start(EVERY_MS)
    QTimer.singleShot(round(float(seconds) * 1000), app.quit)
    app.exec()
    print(f"frames {camera.frames} moved {camera.moved:.3f} painted {camera.painted:.4f}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
