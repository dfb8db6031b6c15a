"""My day in figures."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter.shown import Figure as FigureShown
from shared.ui import scale
from shared.ui.figure import Figure
from shared.ui.panel import Panel

HEIGHT = 66
FIGURES = 4


class Figures(Panel):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.setFixedHeight(scale.px(HEIGHT))
        self._figures = [Figure() for _ in range(FIGURES)]
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.px(28), scale.px(6), scale.px(28), scale.px(6))
        for figure in self._figures:
            row.addWidget(figure, 1)

    def show_figures(self, figures: tuple[FigureShown, ...]) -> None:
        for widget, figure in zip(self._figures, figures, strict=True):
            widget.show_figure(figure.value, figure.caption)
