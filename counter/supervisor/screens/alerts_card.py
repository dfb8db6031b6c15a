"""What needs somebody now: sentences, each with the action that answers it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.screens.small_button import SmallButton
from counter.supervisor.shown import Alert
from shared.ui import scale
from shared.ui.label import Label
from shared.ui.panel import Panel
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import COUNTER_TEXT

HEIGHT = 34


class AlertLine(QWidget):
    """One sentence."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Label(COUNTER_TEXT, tone="ink")
        self._action = SmallButton()
        self._action.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.px(12))
        row.addWidget(Pictogram(22, "alert-triangle", colours().gold_deep))
        row.addWidget(self._sentence, 1)
        row.addWidget(self._action)
        self.setFixedHeight(scale.px(HEIGHT))

    def show_alert(self, alert: Alert, *, enabled: bool) -> None:
        self._sentence.show_text(alert.sentence)
        self._action.setVisible(bool(alert.action))
        self._action.show_button(alert.name, alert.action, enabled=enabled)

    def _press(self) -> None:
        self.pressed.emit(self._action.objectName())


class AlertsCard(Panel):
    """`pressed` with the name of an alert. Without alerts it says that all is well."""

    pressed = Signal(str)

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._calm = Label(COUNTER_TEXT, tone="green")
        self._more = SmallButton("alerts")
        self._more.clicked.connect(self._press_more)
        self._proof = SmallButton("proof")
        self._proof.clicked.connect(self._press_proof)
        self._interruptions = SmallButton("interruptions")
        self._interruptions.clicked.connect(self._press_interruptions)
        self._promises = Label(COUNTER_TEXT, tone="soft")
        self._lines = [AlertLine() for _ in range(most)]
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.px(18), scale.px(8), scale.px(8), scale.px(8))
        column.setSpacing(scale.px(4))
        column.addWidget(self._calm)
        for line in self._lines:
            line.pressed.connect(self.pressed)
            column.addWidget(line)
        foot = QHBoxLayout()
        foot.addWidget(self._more)
        foot.addStretch()
        foot.addWidget(self._promises)
        foot.addSpacing(scale.px(12))
        foot.addWidget(self._interruptions)
        foot.addWidget(self._proof)
        column.addLayout(foot)

    def show_alerts(self, alerts: tuple[Alert, ...], more: str, calm: str, *, enabled: bool) -> None:
        self._calm.show_text(calm, hide_empty=True)
        self._more.show_button("alerts", more, enabled=enabled)
        self._more.setVisible(bool(more))
        for index, line in enumerate(self._lines):
            line.setVisible(index < len(alerts))
            if index < len(alerts):
                line.show_alert(alerts[index], enabled=enabled)

    def show_proof(self, proof: str, *, enabled: bool) -> None:
        """Preferential attention today; pressed, it says the exceptions."""
        self._proof.show_button("proof", proof, enabled=enabled)
        self._proof.setVisible(bool(proof))

    def show_interruptions(self, words: str, *, enabled: bool) -> None:
        """The way to log one, and to those of today."""
        self._interruptions.show_button("interruptions", words, enabled=enabled)
        self._interruptions.setVisible(bool(words))

    def show_promises(self, promises: str) -> None:
        """How today's were kept, in a few words."""
        self._promises.show_text(promises, hide_empty=True)

    def _press_interruptions(self) -> None:
        self.pressed.emit(self._interruptions.objectName())

    def _press_proof(self) -> None:
        self.pressed.emit(self._proof.objectName())

    def _press_more(self) -> None:
        self.pressed.emit(self._more.objectName())
