"""The loudspeaker: plays one sound at a time, where there is a device to play it on."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QLoggingCategory, QObject, QTemporaryDir, QTimer, QUrl, Signal
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

from display_board.wav import Sound, write

log = logging.getLogger(__name__)

GRACE_MS = 2_000  # past a sound's own length, before it is given up: a device may go in the middle


class Player(QObject):
    """ended: the sound was played, or could not be. devices_changed: `can_play` may be another one."""

    ended = Signal()
    devices_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # FFmpeg's video libraries, which a sound does not need.
        QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg=false")
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self.devices_changed)
        self._folder = QTemporaryDir()
        self._count = 0
        self._effect: QSoundEffect | None = None
        self._guard = QTimer(self, singleShot=True)
        self._guard.timeout.connect(self._too_long)

    def can_play(self) -> bool:
        # Without a device Qt "plays" and reports success, so it has to be asked.
        return bool(QMediaDevices.audioOutputs())

    def play(self, sound: Sound) -> None:
        """`ended` follows."""
        self._drop()
        self._effect = QSoundEffect(self)
        self._effect.playingChanged.connect(self._playing_changed)
        self._effect.statusChanged.connect(self._status_changed)
        self._guard.start(round(sound.seconds * 1000) + GRACE_MS)
        self._effect.setSource(QUrl.fromLocalFile(str(self._write(sound))))
        self._effect.play()

    def close(self) -> None:
        self._guard.stop()
        self._drop()

    def _write(self, sound: Sound) -> Path:
        """A file of another name each time: Qt keeps what it loaded by name."""
        Path(self._folder.filePath(f"call-{self._count}.wav")).unlink(missing_ok=True)
        self._count += 1
        path = Path(self._folder.filePath(f"call-{self._count}.wav"))
        path.write_bytes(write(sound))
        return path

    def _playing_changed(self) -> None:
        if self._effect and not self._effect.isPlaying():
            self._finish()

    def _status_changed(self) -> None:
        if self._effect and self._effect.status() is QSoundEffect.Status.Error:
            log.warning("a call could not be played")
            self._finish()

    def _too_long(self) -> None:
        log.warning("the sound device took a call and did not play it to its end")
        self._finish()

    def _finish(self) -> None:
        self._guard.stop()
        self._drop()
        self.ended.emit()

    def _drop(self) -> None:
        if self._effect:
            self._effect.blockSignals(True)
            self._effect.stop()
            self._effect.deleteLater()
            self._effect = None
