"""Finding a service by typing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from counter.orientator import texts
from counter.screens.answer import Answer
from counter.shown import Row
from shared.ui import scale
from shared.ui.label import Label
from shared.ui.tokens import COUNTER_TEXT


class ServiceList(QWidget):
    """`pressed` with `service-PJ01`; `searched` with what is typed."""

    pressed = Signal(str)
    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Row, ...] = ()
        self._rows: list[Answer] = []
        self._current = 0
        self._search = QLineEdit(placeholderText=texts.SEARCH)
        self._search.setObjectName("service-search")
        self._search.setAccessibleName(texts.SEARCH)
        self._search.textChanged.connect(self._type)
        self._empty = Label(COUNTER_TEXT, tone="soft", wrap=True)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, scale.px(8), 0)
        self._column.setSpacing(scale.px(8))
        self._column.addStretch()
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.px(12))
        column.addWidget(self._search)
        column.addWidget(self._empty)
        column.addWidget(self._scroll, 1)

    def show_services(self, rows: tuple[Row, ...], empty: str) -> None:
        if rows == self._shown and rows:
            return
        self._shown = rows
        self._empty.show_text(empty, hide_empty=True)
        while len(self._rows) < len(rows):
            row = Answer()
            row.chosen.connect(self.pressed)
            self._column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        for index, widget in enumerate(self._rows):
            widget.setVisible(index < len(rows))
            if index < len(rows):
                widget.show_answer(rows[index])
        self._current = max(0, min(self._current, len(rows) - 1))
        self._mark()

    def show_query(self, text: str) -> None:
        if text != self._search.text():
            self._current = 0
            blocked = self._search.blockSignals(True)
            self._search.setText(text)
            self._search.blockSignals(blocked)

    def take_focus(self) -> None:
        self._search.setFocus()

    def step(self, by: int) -> None:
        if self._shown:
            self._current = max(0, min(len(self._shown) - 1, self._current + by))
            self._mark()
            self._scroll.ensureWidgetVisible(self._rows[self._current])

    def take(self) -> None:
        if self._shown:
            self.pressed.emit(self._shown[self._current].name)

    def _type(self, text: str) -> None:
        self._current = 0
        self.searched.emit(text)

    def _mark(self) -> None:
        for index, row in enumerate(self._rows):
            row.show_current(index == self._current)
