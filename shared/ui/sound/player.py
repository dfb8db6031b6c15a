"""The loudspeaker: plays one sound at a time, in a process of its own.

Qt's sound ends the whole program when the sound server of the machine dies under it; here it ends only that process,
which is started again and plays the call once more.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTemporaryDir, QTimer, Signal

from shared.ui.sound.wav import Sound, write

log = logging.getLogger(__name__)

GRACE_MS = 3_000  # past a sound's own length, before it is given up: a device may go in the middle
AGAIN_MS = 500  # before the process is started anew
MOST_TRIES = 2  # of one call
NO_DEVICE = 3  # the status with which the process ends to look for a device anew
QUIET = "qt.multimedia.symbolsresolver=false;qt.multimedia.ffmpeg=false"  # video libraries, which a sound does not need
HERE = str(Path(__file__).resolve().parents[3])


class Player(QObject):
    """ended: the sound was played, or could not be. devices_changed: `can_play` may be another one."""

    ended = Signal()
    devices_changed = Signal()

    def __init__(self, parent: QObject | None = None, program: tuple[str, ...] = ()) -> None:
        """program: what plays, in place of ours."""
        super().__init__(parent)
        self._program = program or (sys.executable, "-m", "shared.ui.sound.sounding")
        self._folder = QTemporaryDir()
        self._count = 0
        self._has_device = False
        self._order = ""  # what is being played, as the process is told it
        self._tries = 0
        self._patience = 0
        self._waits = False  # the order has not reached a process that lives
        self._process = QProcess(self)
        self._process.setWorkingDirectory(HERE)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("QT_LOGGING_RULES", QUIET)
        self._process.setProcessEnvironment(environment)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._hear)
        self._process.finished.connect(self._died)
        self._guard = QTimer(self, singleShot=True)
        self._guard.timeout.connect(self._too_long)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._start)
        self._start()

    def can_play(self) -> bool:
        return self._has_device

    def play(self, sound: Sound, percent: int = 100) -> None:
        """`ended` follows. What is playing is cut short."""
        self._order, self._tries, self._waits = f"{percent} {self._write(sound)}", 0, True
        self._patience = MOST_TRIES
        self._guard.start(round(sound.seconds * 1_500) + GRACE_MS)
        if self._has_device:
            self._tell()

    def stop(self) -> None:
        """Silence, at once; no `ended` follows."""
        self._guard.stop()
        if self._order and not self._waits:
            self._process.write(b"stop\n")
        self._order, self._waits = "", False

    def close(self) -> None:
        self._guard.stop()
        self._again.stop()
        self._process.blockSignals(True)
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(1_000):
            self._process.kill()
            self._process.waitForFinished(1_000)

    def _start(self) -> None:
        self._process.start(self._program[0], list(self._program[1:]))

    def _tell(self) -> None:
        self._tries, self._waits = self._tries + 1, False
        self._process.write(f"{self._order}\n".encode())

    def _hear(self) -> None:
        while self._process.canReadLine():
            match bytes(self._process.readLine().data()).decode().strip().split(" ", 1):
                case ["devices", count]:
                    self._devices(count != "0")
                case ["ended", path] if self._order.endswith(f" {path}"):  # not of one that was cut short
                    self._finish()
                case _:
                    pass

    def _devices(self, there: bool) -> None:
        self._has_device = there
        self.devices_changed.emit()
        if there and self._waits:
            self._tell()

    def _died(self, status: int, how: QProcess.ExitStatus) -> None:
        if how is QProcess.ExitStatus.CrashExit or status != NO_DEVICE:
            log.warning("what plays the calls ended by itself, and is started again")
        self._has_device = False
        self.devices_changed.emit()
        self._again.start()
        self._waits = bool(self._order)
        if self._order and self._tries >= MOST_TRIES:
            self._finish()  # it ends at this sound each time

    def _too_long(self) -> None:
        log.warning("the sound device took a call and did not play it to its end")
        self._process.kill()  # the next one plays the call once more
        self._patience -= 1
        if self._patience:
            self._guard.start()
        else:
            self._finish()

    def _finish(self) -> None:
        self._guard.stop()
        self._order, self._waits = "", False
        self.ended.emit()

    def _write(self, sound: Sound) -> Path:
        """A file of another name each time: Qt keeps what it loaded by name."""
        Path(self._folder.filePath(f"call-{self._count}.wav")).unlink(missing_ok=True)
        self._count += 1
        path = Path(self._folder.filePath(f"call-{self._count}.wav"))
        path.write_bytes(write(sound))
        return path
