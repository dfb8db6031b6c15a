"""Has pictures and films decoded by a process of its own, and gives them as they are to be drawn."""

from __future__ import annotations

import logging
import mmap
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QSize, QTemporaryDir, QTimer, Signal
from PySide6.QtGui import QImage

log = logging.getLogger(__name__)

SCREEN_BYTES = 4 * 1920 * 1080  # the largest picture that is passed on
AGAIN_MS = 2_000
QUIET = "qt.multimedia.*=false"  # what FFmpeg says of each film
HERE = str(Path(__file__).resolve().parents[2])


class Projector(QObject):
    """frame: a QImage. failed: the path of a file that cannot be shown."""

    frame = Signal(object)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._folder = QTemporaryDir()
        screen = Path(self._folder.filePath("screen"))
        screen.write_bytes(bytes(SCREEN_BYTES))
        self._file = screen.open("r+b")
        self._screen = mmap.mmap(self._file.fileno(), SCREEN_BYTES)
        self._path, self._size, self._held = "", QSize(), False
        self._process = QProcess(self)
        self._process.setWorkingDirectory(HERE)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("QT_LOGGING_RULES", QUIET)
        environment.insert("QT_QPA_PLATFORM", "offscreen")
        self._process.setProcessEnvironment(environment)
        self._process.readyReadStandardOutput.connect(self._hear)
        self._process.finished.connect(self._died)
        self._arguments = ["-m", "display_board.media.projecting", str(screen)]
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._start)

    def show(self, path: str, size: QSize) -> None:
        """Its frames follow, of at most this size; "" for none."""
        if (path, size) == (self._path, self._size):
            return
        self._path, self._size = path, size
        if self._process.state() is QProcess.ProcessState.NotRunning and path:
            self._start()
        elif path:
            self._tell_file()
        else:
            self._tell("rest")

    def hold(self, held: bool) -> None:
        """Stop at the frame that is seen, or go on."""
        if held != self._held:
            self._held = held
            self._tell("hold" if held else "go")

    def close(self) -> None:
        self._again.stop()
        self._process.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished(1_000)
        self._screen.close()
        self._file.close()

    def _start(self) -> None:
        self._process.start(sys.executable, self._arguments)
        if self._held:
            self._tell("hold")
        self._tell_file()

    def _tell_file(self) -> None:
        self._tell(f"show {self._size.width()} {self._size.height()} {self._path}")

    def _tell(self, line: str) -> None:
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.write(f"{line}\n".encode())

    def _hear(self) -> None:
        while self._process.canReadLine():
            match bytes(self._process.readLine().data()).decode().split():
                case ["frame", width, height]:
                    self._take(int(width), int(height))
                case ["failed"]:
                    self._fail()
                case _:
                    pass

    def _take(self, width: int, height: int) -> None:
        image = QImage(self._screen[: 4 * width * height], width, height, 4 * width, QImage.Format.Format_RGB32).copy()
        self._tell("taken")
        if self._path:
            self.frame.emit(image)

    def _fail(self) -> None:
        path, self._path = self._path, ""
        if path:
            self.failed.emit(path)

    def _died(self) -> None:
        log.warning("what decodes pictures and films ended by itself, at %s", self._path)
        self._fail()
