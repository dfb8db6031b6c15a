"""A line that ends in … where its room ends; the whole of it is its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from shared.ui.label import Label
from shared.ui.tokens import Type


class Elided(Label):
    """For names in narrow cells. It asks for no width of its own."""

    def __init__(self, kind: Type, *, tone: str = "") -> None:
        super().__init__(kind, tone=tone)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str, *, hide_empty: bool = False, lines: int | None = None) -> None:  # noqa: ARG002
        self._whole = text
        self._fit()
        if hide_empty:
            self.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        fitted = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self._whole if fitted != self._whole else "")
        super().show_text(fitted)
