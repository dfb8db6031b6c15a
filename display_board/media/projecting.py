"""The process that decodes pictures and films, so that neither a heavy nor a broken one holds up a call.

It is told by lines: "show WIDTH HEIGHT PATH", "hold", "go", "taken", "rest". It puts each picture, at most so large,
into the file that it was given (32 bits a pixel), says "frame WIDTH HEIGHT", and waits with the next one for "taken".
Sound is never played: that belongs to the calls.
"""

from __future__ import annotations

import mmap
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageReader
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoSink

FILMS = (".mp4", ".webm")


class Projecting(QObject):
    """told: a line came in, "" at the end of them."""

    told = Signal(str)

    def __init__(self, screen: Path) -> None:
        super().__init__()
        self._file = screen.open("r+b")
        self._screen = mmap.mmap(self._file.fileno(), 0)
        self._size = QSize(1, 1)
        self._waits = False  # for the last frame to be taken
        self._held = False
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._film_frame)
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self._sink)
        self._player.setLoops(QMediaPlayer.Loops.Infinite)
        self._player.errorOccurred.connect(lambda *_: _say("failed"))
        self.told.connect(self._hear)

    def listen(self) -> None:
        """In a thread of its own."""
        for line in sys.stdin:
            self.told.emit(line.rstrip("\n"))
        self.told.emit("")

    def _hear(self, line: str) -> None:
        match line.split(" ", 3):
            case ["show", width, height, path]:
                self._show(QSize(int(width), int(height)), Path(path))
            case ["hold"]:
                self._held = True
                self._player.pause()
            case ["go"]:
                self._held = False
                if self._player.source().isValid():
                    self._player.play()
            case ["taken"]:
                self._waits = False
            case ["rest"]:
                self._player.setSource(QUrl())
            case _:
                QGuiApplication.quit()

    def _show(self, size: QSize, path: Path) -> None:
        self._size, self._waits = size, False
        if path.suffix in FILMS:
            self._player.setSource(QUrl.fromLocalFile(str(path)))
            self._player.play()
            return
        self._player.setSource(QUrl())
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        if reader.size().isValid():
            reader.setScaledSize(reader.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        if image.isNull():
            _say("failed")
        else:
            self._put(image)

    def _film_frame(self, frame: QVideoFrame) -> None:
        if not self._waits and not self._held and frame.isValid() and self._player.source().isValid():
            self._put(frame.toImage())

    def _put(self, image: QImage) -> None:
        if image.isNull():
            return
        if image.width() > self._size.width() or image.height() > self._size.height():
            image = image.scaled(self._size, Qt.AspectRatioMode.KeepAspectRatio)
        plain = image.convertToFormat(QImage.Format.Format_RGB32)
        pixels = plain.constBits()
        if len(pixels) > len(self._screen):
            return
        self._screen[: len(pixels)] = bytes(pixels)
        self._waits = True
        _say(f"frame {plain.width()} {plain.height()}")


def _say(line: str) -> None:
    print(line, flush=True)


def main() -> None:
    application = QGuiApplication(sys.argv)
    projecting = Projecting(Path(sys.argv[1]))
    threading.Thread(target=projecting.listen, daemon=True).start()
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
