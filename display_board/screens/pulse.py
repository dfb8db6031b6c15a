"""The beat of what was just called: once a second, gently, all together; steady where nothing may move."""

from __future__ import annotations

from math import pi, sin

from PySide6.QtCore import QObject, QVariantAnimation, Signal
from PySide6.QtGui import QColor

from shared.ui import tokens

STEPS = 10  # of brightness: each is a repaint of the box, so a few are enough
STEADY = 1.0
GLOW = 0.3


class Pulse(QObject):
    """changed: the strength is another one."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._running = False
        self._strength = 0.0
        self._beat = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._beat.setLoopCount(-1)
        self._beat.valueChanged.connect(self._to)

    def strength(self) -> float:
        """0 is the box at rest, 1 its brightest."""
        return self._strength

    def glow(self) -> float:
        """How much paler the gold is: a steady box keeps its full colour, and only its ring stands out."""
        return self._strength * GLOW if self._beat.state() is QVariantAnimation.State.Running else 0.0

    def run(self, running: bool) -> None:
        if running == self._running:
            return
        self._running = running
        beat = tokens.lasting(tokens.PULSE_BEAT_MS)
        if running and beat:
            self._beat.setDuration(beat)
            self._beat.start()
            return
        self._beat.stop()
        self._set(STEADY if running else 0.0)

    def _to(self, part: float) -> None:
        self._set(round(sin(pi * part) * STEPS) / STEPS)

    def _set(self, strength: float) -> None:
        if strength != self._strength:
            self._strength = strength
            self.changed.emit()


def between(one: str, other: str, part: float) -> QColor:
    """The colour so far on the way from one to the other."""
    first, last = QColor(one), QColor(other)
    return QColor.fromRgbF(
        first.redF() + (last.redF() - first.redF()) * part,
        first.greenF() + (last.greenF() - first.greenF()) * part,
        first.blueF() + (last.blueF() - first.blueF()) * part,
    )
