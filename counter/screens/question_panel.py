"""A question over the window: rows to choose from, by click, by key, or by arrows and Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QWidget

from counter import texts
from counter.screens.answer import Answer
from counter.shown import Panel
from shared.ui import scale
from shared.ui.dialog_panel import DialogPanel
from shared.ui.label import Label
from shared.ui.tokens import COUNTER_NUMBER, COUNTER_SMALL

WIDTH = 820
TALLEST = 460
STEPS = {Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Left: (0, -1)}


class QuestionPanel(DialogPanel):
    """`pressed` with the name of the row chosen, or `panel-close`; `searched` with what is typed."""

    pressed = Signal(str)
    searched = Signal(str)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, width=WIDTH)
        self._shown: Panel | None = None
        self._answers: list[Answer] = []
        self._current = 0
        self._search = QLineEdit(placeholderText=texts.SEARCH)
        self._search.setObjectName("panel-search")
        self._search.setAccessibleName(texts.SEARCH)
        self._search.textChanged.connect(self.searched)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(scale.px(8))
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setLayout(self._grid)
        self._scroll.setWidget(inside)
        self._code = Label(COUNTER_NUMBER, tone="blue", tabular=True, align=Qt.AlignmentFlag.AlignCenter)
        self._code.setObjectName("panel-code")
        self.body.addWidget(self._code)
        self.body.addWidget(self._search)
        self.body.addWidget(self._scroll)
        self._foot = Label(COUNTER_SMALL, tone="soft")
        self.body.addWidget(self._foot)
        self.closed.connect(self._close)

    def show_panel(self, panel: Panel | None) -> None:
        """None closes it."""
        if panel == self._shown:
            return
        before, self._shown = self._shown, panel
        if panel is None:
            self.close_panel()
            return
        self.show_question(panel.title, panel.text)
        if before is None or before.name != panel.name:
            self._begin(panel)
        self._code.show_text(panel.code, hide_empty=True)
        self._show_answers(panel)
        self.open_panel()
        for layout in (self._sheet.layout(), self.layout()):
            if layout:
                layout.activate()  # else another question would be seen at the size of the one before
        (self._search if panel.search else self).setFocus()

    def _begin(self, panel: Panel) -> None:
        blocked = self._search.blockSignals(True)
        self._search.clear()
        self._search.blockSignals(blocked)
        self._search.setVisible(panel.search)
        self._search.setPlaceholderText(panel.placeholder or texts.SEARCH)
        self._search.setAccessibleName(panel.placeholder or texts.SEARCH)
        self._current = 0
        choices = 2 if panel.search else len(panel.rows)
        self._foot.show_text((texts.PANEL_FOOT_NONE, texts.PANEL_FOOT_ONE, texts.PANEL_FOOT)[min(choices, 2)])

    def _show_answers(self, panel: Panel) -> None:
        while len(self._answers) < len(panel.rows):
            answer = Answer()
            answer.chosen.connect(self.pressed)
            self._answers.append(answer)
        for answer in self._answers:
            self._grid.removeWidget(answer)
            answer.hide()
        down = -(-len(panel.rows) // panel.columns)
        for index, row in enumerate(panel.rows):
            self._grid.addWidget(self._answers[index], index % down, index // down)
            self._answers[index].show_answer(row)
            self._answers[index].show()
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < panel.columns else 0)
        self._current = max(0, min(self._current, len(panel.rows) - 1))
        self._mark()
        self._scroll.setFixedHeight(min(scale.px(TALLEST), self._grid.totalSizeHint().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self._shown.rows if self._shown else ()
        key = Qt.Key(event.key())
        if key in STEPS and rows:
            self._step(STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if rows and rows[self._current].enabled and not event.isAutoRepeat():
                self.pressed.emit(rows[self._current].name)
        elif key == Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and event.text():
            named = [row.name for row in rows if row.enabled and row.key == event.text().upper()]
            if named:
                self.pressed.emit(named[0])
        event.accept()

    def _step(self, step: tuple[int, int]) -> None:
        """Lines and columns; the list goes on from the foot of one column to the head of the next."""
        if self._shown:
            down = -(-len(self._shown.rows) // self._shown.columns)
            self._current = (self._current + step[0] + down * step[1]) % len(self._shown.rows)
            self._mark()

    def _mark(self) -> None:
        for index, answer in enumerate(self._answers):
            answer.show_current(index == self._current)
        if self._shown and self._shown.rows:
            self._scroll.ensureWidgetVisible(self._answers[self._current])

    def _close(self) -> None:
        """Escape, or a touch beside it."""
        if self._shown is not None:
            self._shown = None
            self.pressed.emit("panel-close")
