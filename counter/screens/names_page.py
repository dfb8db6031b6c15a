"""Who comes in at this screen: everybody's name, narrowed by typing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from counter import pin_texts as texts
from counter.screens.answer import Answer
from counter.shown import EntryView
from shared.ui import scale
from shared.ui.label import Label
from shared.ui.notice import Notice
from shared.ui.tokens import COUNTER_MARGIN, COUNTER_SERVICE, COUNTER_STRONG, COUNTER_TEXT

WIDTH = 1000
COLUMNS = 3
STEPS = {Qt.Key.Key_Down: COLUMNS, Qt.Key.Key_Up: -COLUMNS}


class NamesPage(QWidget):
    """`pressed` with `advisor-...`; `searched` with what is typed. Enter takes the marked name."""

    pressed = Signal(str)
    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: EntryView | None = None
        self._current = 0
        self._names: list[Answer] = []
        self._title = Label(COUNTER_SERVICE, tone="ink")
        self._text = Label(COUNTER_TEXT, tone="soft")
        self._problem = Notice(COUNTER_STRONG)
        self._search = QLineEdit(placeholderText=texts.SEARCH)
        self._search.setObjectName("advisor-search")
        self._search.setAccessibleName(texts.SEARCH)
        self._search.textChanged.connect(self._type)
        self._empty = Label(COUNTER_TEXT, tone="soft")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, scale.px(8), 0)
        self._grid.setSpacing(scale.px(8))
        self._scroll = QScrollArea(widgetResizable=True)
        self._foot = Label(COUNTER_TEXT, tone="soft")
        self._arrange()

    def _arrange(self) -> None:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(self._grid)
        rows.addStretch()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        middle = QWidget()
        middle.setFixedWidth(scale.px(WIDTH))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.px(12))
        for widget in (self._title, self._text, self._problem, self._search, self._empty):
            column.addWidget(widget)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)
        outside = QVBoxLayout(self)
        margin = scale.px(COUNTER_MARGIN)
        outside.setContentsMargins(margin, scale.px(36), margin, margin)
        outside.addWidget(middle)
        outside.setAlignment(middle, Qt.AlignmentFlag.AlignHCenter)

    def show_names(self, shown: EntryView) -> None:
        if shown == self._shown:
            return
        self._shown = shown
        self._title.show_text(shown.title)
        self._text.show_text(shown.text)
        self._problem.show_notice("alert", shown.problem)
        self._foot.show_text(shown.foot, hide_empty=True)
        self._empty.show_text("" if shown.rows else texts.NOBODY, hide_empty=True)
        while len(self._names) < len(shown.rows):
            self._names.append(self._new(len(self._names)))
        for index, name in enumerate(self._names):
            name.setVisible(index < len(shown.rows))
            if index < len(shown.rows):
                name.show_answer(shown.rows[index])
        self._current = 0
        self._mark()

    def clear(self) -> None:
        """Ready for the next advisor."""
        self._search.clear()

    def begin_typing(self, text: str) -> None:
        """Letters typed beside the field still count."""
        self._search.setFocus()
        self._search.insert(text.strip())

    def _new(self, index: int) -> Answer:
        name = Answer()
        name.chosen.connect(self.pressed)
        self._grid.addWidget(name, index // COLUMNS, index % COLUMNS)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        return name

    def _type(self, text: str) -> None:
        self.searched.emit(text)

    def _mark(self) -> None:
        """Enter takes the first one only once something was typed or an arrow pressed."""
        for index, name in enumerate(self._names):
            name.show_current(index == self._current and bool(self._search.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self._shown.rows if self._shown else ()
        key = Qt.Key(event.key())
        if key in STEPS and rows:
            self._current = max(0, min(len(rows) - 1, self._current + STEPS[key]))
            self._mark()
            self._scroll.ensureWidgetVisible(self._names[self._current])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._take()
        event.accept()

    def _take(self) -> None:
        if self._shown and self._shown.rows and self._search.text():
            self.pressed.emit(self._shown.rows[self._current].name)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._search.setFocus()
