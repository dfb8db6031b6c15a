"""The process that plays: it is told "80 /path/of/call.wav" by a line, and answers "ended /path/of/call.wav" when
that was heard. "stop" makes it silent at once, and so does another sound; then it answers nothing.

Before, and whenever it changes, it says "devices 1", or "devices 0" where there is nothing to play on: then it ends
after a while, to be started again, for a sound server that comes later is not seen. It ends with its standard input.
"""

from __future__ import annotations

import sys
import threading

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl, Signal
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

LOOK_AGAIN_MS = 30_000
NO_DEVICE = 3


class Sounding(QObject):
    """told: a line came in, "" at the end of them."""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._effect: QSoundEffect | None = None
        self._path = ""
        self._look_again = QTimer(self, singleShot=True, interval=LOOK_AGAIN_MS)
        self._look_again.timeout.connect(lambda: QCoreApplication.exit(NO_DEVICE))
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._say_devices)
        self.told.connect(self._hear)
        self._say_devices()

    def listen(self) -> None:
        """In a thread of its own."""
        for line in sys.stdin:
            self.told.emit(line.rstrip("\n"))
        self.told.emit("")

    def _hear(self, line: str) -> None:
        if not line:
            QCoreApplication.quit()
            return
        self._drop()
        if line == "stop":
            return
        percent, _, path = line.partition(" ")
        self._path = path
        self._effect = QSoundEffect(self)
        self._effect.setVolume(int(percent) / 100)
        self._effect.playingChanged.connect(self._playing_changed)
        self._effect.statusChanged.connect(self._status_changed)
        self._effect.setSource(QUrl.fromLocalFile(path))
        self._effect.play()

    def _playing_changed(self) -> None:
        if self._effect and not self._effect.isPlaying():
            self._ended()

    def _status_changed(self) -> None:
        if self._effect and self._effect.status() is QSoundEffect.Status.Error:
            self._ended()

    def _ended(self) -> None:
        self._drop()
        _say(f"ended {self._path}")

    def _drop(self) -> None:
        if self._effect:
            self._effect.blockSignals(True)
            self._effect.stop()
            self._effect.deleteLater()
            self._effect = None

    def _say_devices(self) -> None:
        # Without a device Qt "plays" and reports success, so it has to be asked.
        count = len(QMediaDevices.audioOutputs())
        if count:
            self._look_again.stop()
        else:
            self._look_again.start()
        _say(f"devices {count}")


def _say(line: str) -> None:
    print(line, flush=True)


def main() -> None:
    application = QCoreApplication(sys.argv)
    sounding = Sounding()
    threading.Thread(target=sounding.listen, daemon=True).start()
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
