"""The little that moves: a screen slides in, the newest call rises and its box pulses. Stands still at `motion` 0."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QObject,
    QPoint,
    QPropertyAnimation,
    QVariantAnimation,
    Signal,
)
from PySide6.QtWidgets import QWidget

from shared.ui import tokens

NAME = "motion"


def slide_in(widget: QWidget, across: int = 0, down: int = 0, milliseconds: int = tokens.SLIDE_MS) -> None:
    """Bring a widget to the place it has now, from `across` and `down` pixels away. One at a time per widget."""
    running = widget.findChild(QPropertyAnimation, NAME)
    if running is not None:
        widget.move(running.endValue())
        running.stop()
    lasting = tokens.lasting(milliseconds)
    if lasting <= 0:
        return
    slide = QPropertyAnimation(widget, b"pos", widget)
    slide.setObjectName(NAME)
    slide.setDuration(lasting)
    slide.setStartValue(widget.pos() + QPoint(across, down))
    slide.setEndValue(widget.pos())
    slide.setEasingCurve(QEasingCurve.Type.OutCubic)
    slide.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)


def rise(widget: QWidget, by: int) -> None:
    """The newest call comes up from `by` pixels below."""
    slide_in(widget, down=by, milliseconds=tokens.RISE_MS)


class Pulse(QObject):
    """Beats for ten seconds: `beat` gives 0 to 1 and back, and 0 at the end."""

    beat = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wave = QVariantAnimation(self)
        self._wave.setStartValue(0.0)
        self._wave.setKeyValueAt(0.5, 1.0)
        self._wave.setEndValue(0.0)
        self._wave.setEasingCurve(QEasingCurve.Type.Linear)
        self._wave.valueChanged.connect(self._tell)
        self._wave.finished.connect(self._rest)

    def start(self) -> None:
        """From the beginning, whatever was running."""
        self._wave.stop()
        lasting = tokens.lasting(tokens.PULSE_MS)
        if lasting <= 0:
            self._rest()
            return
        self._wave.setDuration(tokens.PULSE_BEAT_MS)
        self._wave.setLoopCount(max(1, lasting // tokens.PULSE_BEAT_MS))
        self._wave.start()

    def stop(self) -> None:
        self._wave.stop()
        self._rest()

    def is_beating(self) -> bool:
        return self._wave.state() == QAbstractAnimation.State.Running

    def _tell(self, value: float) -> None:
        self.beat.emit(float(value))

    def _rest(self) -> None:
        self.beat.emit(0.0)
