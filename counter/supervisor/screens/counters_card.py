"""The hall as it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from counter.screens.elided import Elided
from counter.screens.small_button import SmallButton
from counter.supervisor import entrance_texts, texts
from counter.supervisor.screens.counter_cell import CounterCell
from counter.supervisor.shown import Cell
from shared.ui import scale
from shared.ui.label import Label
from shared.ui.panel import Panel
from shared.ui.tokens import COUNTER_SMALL, COUNTER_TITLE

COLUMNS = 6
ENTRANCE = {"people": entrance_texts.PEOPLE, "devices": entrance_texts.DEVICES}


class CountersCard(Panel):
    """`pressed` with `counter-20`, `office`, `people` or `devices`."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._cells: list[CounterCell] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(scale.px(4))
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(scale.px(16), 0, scale.px(16), 0)
        rows.addLayout(self._grid)
        rows.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        head = QHBoxLayout()
        head.setContentsMargins(scale.px(18), 0, scale.px(18), 0)
        legend = Elided(COUNTER_SMALL, tone="soft")  # the buttons need their width more than it does
        legend.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        legend.show_text(texts.LEGEND)
        head.addWidget(Label(COUNTER_TITLE, texts.COUNTERS, tone="ink"))
        head.addSpacing(scale.px(10))
        head.addWidget(legend, 1)
        self._office = SmallButton("office")
        self._office.clicked.connect(self._press)
        head.addSpacing(scale.px(10))
        head.addWidget(self._office)
        self._entrance = [SmallButton(name) for name in ENTRANCE]
        for button in self._entrance:
            button.clicked.connect(self._press)
            head.addSpacing(scale.px(10))
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.px(2), scale.px(10), scale.px(2), scale.px(8))
        column.setSpacing(scale.px(8))
        column.addLayout(head)
        column.addWidget(scroll, 1)

    def _press(self) -> None:
        self.pressed.emit(self.sender().objectName())

    def show_office(self, office: str, *, enabled: bool) -> None:
        """How the way to the central office stands; pressed, it says more."""
        self._office.show_button("office", office, enabled=enabled)
        self._office.setVisible(bool(office))

    def show_entrance(self, *, enabled: bool) -> None:
        for button, (name, words) in zip(self._entrance, ENTRANCE.items(), strict=True):
            button.show_button(name, words, enabled=enabled)

    def show_cells(self, cells: tuple[Cell, ...]) -> None:
        while len(self._cells) < len(cells):
            index = len(self._cells)
            cell = CounterCell()
            cell.chosen.connect(self.pressed)
            self._cells.append(cell)
            self._grid.addWidget(cell, index // COLUMNS, index % COLUMNS)
            self._grid.setColumnStretch(index % COLUMNS, 1)
        for index, widget in enumerate(self._cells):
            widget.setVisible(index < len(cells))
            if index < len(cells):
                widget.show_cell(cells[index])
