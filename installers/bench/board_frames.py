"""The board's own window at 1080p, drawn by the processor alone, while calls rise into it one after the other.

Run as `python -m installers.bench.board_frames SECONDS HOW`; HOW is `row`, `still`, or `whole`, the control, in which
all of the window is painted for each frame at 4K. Says how often the call was moved on in how many seconds, how many of
these steps were at least a pixel, how many frames showed one, and seconds of the processor's time for painting these:
"steps 310 moved 5.1 pixels 280 frames 280 painted 1.2".
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from time import perf_counter, process_time

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QTimer, QVariantAnimation
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
    """Counts the steps in which the newest call moves, and the frames in which they are seen."""

    def __init__(self, window: BoardWindow, *, whole: bool) -> None:
        super().__init__()
        self.steps, self.moved, self.pixels, self.frames, self.painted = 0, 0.0, 0, 0, 0.0
        self._window, self._whole = window, whole
        newest, number = window.findChild(QWidget, "newest"), window.findChild(QWidget, "newest-number")
        assert newest
        assert number
        self._number, self._stepped = number, 0.0
        self._stood = self._seen = number.y()
        rise = newest.findChild(QVariantAnimation)
        assert rise
        rise.stateChanged.connect(self._begin)
        rise.valueChanged.connect(self._step)
        window.installEventFilter(self)

    def _begin(self, state: QVariantAnimation.State) -> None:
        self._stepped = perf_counter() if state is QVariantAnimation.State.Running else 0.0

    def _step(self) -> None:
        now, place = perf_counter(), self._number.y()
        if self._stepped:
            self.steps, self.moved = self.steps + 1, self.moved + now - self._stepped
            self._stepped = now
        if place != self._stood:
            self._stood, self.pixels = place, self.pixels + 1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window paints all that changed since the last frame when it is told to update."""
        if watched is not self._window or event.type() is not QEvent.Type.UpdateRequest:
            return False
        if self._whole:
            self._window.update()
        before = process_time()
        self._window.removeEventFilter(self)
        QApplication.sendEvent(self._window, event)
        self._window.installEventFilter(self)
        if self._number.y() != self._seen:
            self._seen = self._number.y()
            self.frames, self.painted = self.frames + 1, self.painted + process_time() - before
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
    said = f"steps {camera.steps} moved {camera.moved:.3f} pixels {camera.pixels} frames {camera.frames}"
    print(f"{said} painted {camera.painted:.4f}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
