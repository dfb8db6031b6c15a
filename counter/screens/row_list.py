"""A list that scrolls when it is long: one line can be the current one, by click or by arrows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from counter.screens.list_row import ListRow
from counter.shown import Row


class RowList(QScrollArea):
    """`taken` with a row's name: two clicks, or `take` on the current one. With `by_one` one click takes."""

    taken = Signal(str)

    def __init__(self, *, by_one: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_one = by_one
        self._rows: list[ListRow] = []
        self._shown: tuple[Row, ...] = ()
        self._current = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch()
        self.setWidget(inside)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        if rows == self._shown:
            return
        self._shown = rows
        while len(self._rows) < len(rows):
            self._rows.append(self._new())
        for index, widget in enumerate(self._rows):
            widget.setVisible(index < len(rows))
            if index < len(rows):
                widget.show_line(rows[index])
        self._mark(self._current if any(row.name == self._current for row in rows) else "")

    def wanted_height(self) -> int:
        """What the whole list would need."""
        rows = self._rows[: len(self._shown)]
        return sum(max(row.sizeHint().height(), row.minimumHeight()) for row in rows)

    def step(self, by: int) -> None:
        """Make the next line the current one, or with -1 the one before."""
        names = [row.name for row in self._shown]
        if not names:
            return
        at = names.index(self._current) + by if self._current in names else (0 if by > 0 else len(names) - 1)
        at = max(0, min(len(names) - 1, at))
        self._mark(names[at])
        self.ensureWidgetVisible(self._rows[at])

    def take(self) -> None:
        if self._current:
            self.taken.emit(self._current)

    def forget(self) -> None:
        self._mark("")

    def _new(self) -> ListRow:
        row = ListRow()
        row.chosen.connect(self.taken if self._by_one else self._mark)
        if not self._by_one:
            row.taken.connect(self.taken)
        self._column.insertWidget(len(self._rows), row)
        return row

    def _mark(self, name: str) -> None:
        self._current = name
        for widget in self._rows:
            widget.show_current(bool(name) and widget.key == name)
