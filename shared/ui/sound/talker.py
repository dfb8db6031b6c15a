"""Makes a sentence into sound with espeak-ng, a program of its own beside the screen, which never waits for it."""

from __future__ import annotations

import logging
import shutil
from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTemporaryDir, QTimer, Signal

from shared.ui.sound.wav import NotASound, Sound, read, trimmed

log = logging.getLogger(__name__)

PROGRAM = "espeak-ng"
VOICES = {"es": "es-419", "en": "en-us"}
WORDS_A_MINUTE = 155  # 175 is its own; a hall echoes
PITCH = 42  # of 99
LOUDNESS = 120  # of 200; above it more and more is clipped
WITHIN_MS = 3_000
KEPT = 64  # sentences: a recall says the same again


def arguments(language: str, file: Path) -> list[str]:
    """With which the engine reads a sentence from its standard input into a file."""
    how = ["-v", VOICES[language], "-s", str(WORDS_A_MINUTE), "-p", str(PITCH), "-a", str(LOUDNESS)]
    return [*how, "-b", "1", "--stdin", "-w", str(file)]


class Talker(QObject):
    """made: the sentence's Sound, or None where there is no voice. One sentence at a time."""

    made = Signal(object)

    def __init__(
        self, program: str = PROGRAM, within_ms: int = WITHIN_MS, *, lacks: str = "calls have their chime and no voice"
    ) -> None:
        """lacks: what follows from a sentence that cannot be made, for the log."""
        super().__init__()
        self._lacks = lacks
        self._name = program
        self._program = shutil.which(program)
        self._kept: OrderedDict[tuple[str, str], Sound] = OrderedDict()
        self._folder = QTemporaryDir()
        self._sentence = ("", "")
        self._process = QProcess(self)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)
        self._guard = QTimer(self, singleShot=True, interval=within_ms)
        self._guard.timeout.connect(self._too_slow)
        self._told: set[str] = set()
        if self._program is None:
            self._tell(f"{program} is not installed: {self._lacks}")

    def make(self, sentence: str, language: str = "es") -> None:
        """`made` follows, within three seconds."""
        kept = self._kept.get((language, sentence))
        if kept or self._program is None or self._process.state() != QProcess.ProcessState.NotRunning:
            self.made.emit(kept)
            return
        self._sentence = (language, sentence)
        self._guard.start()
        # By standard input in UTF-8: on Windows an argument would come in the machine's own code page.
        self._process.start(self._program, arguments(language, self._file()))
        self._process.write(sentence.encode())
        self._process.closeWriteChannel()

    def close(self) -> None:
        """Say nothing more."""
        self._guard.stop()
        self._process.blockSignals(True)
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(1_000)

    def _finished(self, status: int, how: QProcess.ExitStatus) -> None:
        self._guard.stop()
        sound = None
        if how is QProcess.ExitStatus.NormalExit and status == 0:
            sound = self._read()
        elif how is QProcess.ExitStatus.NormalExit:
            self._tell(f"{self._name} ended with status {status}: {self._lacks}")
        self.made.emit(sound)

    def _read(self) -> Sound | None:
        try:
            sound = trimmed(read(self._file().read_bytes()))
        except (OSError, NotASound) as error:
            self._tell(f"{self._name} made no sound ({error}): {self._lacks}")
            return None
        self._kept[self._sentence] = sound
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return sound

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # of the others `finished` tells too
            self._guard.stop()
            self._tell(f"{self._name} cannot be started: {self._lacks}")
            self.made.emit(None)

    def _too_slow(self) -> None:
        seconds = self._guard.interval() / 1000
        self._tell(f"{self._name} took more than {seconds:g} s: {self._lacks}")
        self._process.kill()

    def _tell(self, problem: str) -> None:
        """Each problem once, not once a call."""
        if problem not in self._told:
            self._told.add(problem)
            log.warning(problem)

    def _file(self) -> Path:
        return Path(self._folder.filePath("sentence.wav"))
