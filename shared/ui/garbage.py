"""Python's cyclic garbage, collected between two events of the screen's own thread and never elsewhere.

An automatic collection comes with any allocation, in any thread: also inside a Qt call that holds the lock of the very
object it destroys, where the program stands still for ever, and in a thread that must not touch a widget.
Seen as a deadlock in QObject.disconnect; known of all Qt bindings (e.g. github.com/napari/napari/issues/1029).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000
FULL_EVERY = 60  # rounds


class Garbage(QObject):
    """Collects for as long as it lives; ended by `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._round = 0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """From now on nothing is collected but here. What is alive already is left out: it stays as long as we do."""
        gc.collect()
        gc.freeze()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def collect(self) -> None:
        """The young each second, everything each minute."""
        self._round += 1
        gc.collect(2 if self._round % FULL_EVERY == 0 else 1)
