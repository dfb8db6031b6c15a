"""A short film of a moving square, made by Qt's own encoder: there is none in the repository."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtMultimedia import (
    QMediaCaptureSession,
    QMediaFormat,
    QMediaRecorder,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoFrameInput,
)

RATE = 25


def write(path: Path, size: QSize, seconds: float) -> None:
    """Needs a QGuiApplication, whose loop it runs."""
    form_of_frames = QVideoFrameFormat(size, QVideoFrameFormat.PixelFormat.Format_BGRX8888)
    form_of_frames.setStreamFrameRate(RATE)
    source = QVideoFrameInput(form_of_frames)
    session, recorder = QMediaCaptureSession(), QMediaRecorder()
    session.setVideoFrameInput(source)
    session.setRecorder(recorder)
    form = QMediaFormat(QMediaFormat.FileFormat.MPEG4)
    form.setVideoCodec(QMediaFormat.VideoCodec.MPEG4)
    recorder.setMediaFormat(form)
    recorder.setAutoStop(True)
    recorder.setVideoResolution(size)
    recorder.setVideoFrameRate(RATE)
    recorder.setOutputLocation(QUrl.fromLocalFile(str(path)))
    count, sent = round(seconds * RATE), 0

    def more() -> None:
        nonlocal sent
        while sent < count:
            frame = QVideoFrame(_picture(size, sent / count))
            frame.setStartTime(sent * 1_000_000 // RATE)
            frame.setEndTime((sent + 1) * 1_000_000 // RATE)
            if not source.sendVideoFrame(frame):
                return
            sent += 1
        source.sendVideoFrame(QVideoFrame())  # no more come

    source.readyToSendVideoFrame.connect(more)
    recorder.recorderStateChanged.connect(
        lambda state: QCoreApplication.quit() if state is QMediaRecorder.RecorderState.StoppedState else None
    )
    recorder.errorOccurred.connect(lambda _, words: sys.exit(words))
    recorder.record()
    QCoreApplication.exec()


def _picture(size: QSize, part: float) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("#0B4A7A"))
    side = size.height() // 3
    painter = QPainter(image)
    painter.fillRect(round(part * (size.width() - side)), side, side, side, QColor("#F2C14E"))
    painter.end()
    return image


if __name__ == "__main__":
    application = QGuiApplication(sys.argv)
    write(Path(sys.argv[1]), QSize(1280, 720), float(sys.argv[2]))
