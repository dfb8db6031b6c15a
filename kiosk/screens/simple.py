"""Every screen as one list, in as many pages as its letters need."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.option_button import OptionButton
from kiosk.simple import Option, Simple
from shared.ui import fonts, scale
from shared.ui.fit_text import FitText
from shared.ui.label import Label
from shared.ui.tokens import HEAVY, KIOSK_BUTTON, KIOSK_EXPLAIN, KIOSK_GAP, KIOSK_NUMBER, KIOSK_QUESTION_LONG, Type

TYPED = Type(64, HEAVY)
LOWER = 0.35
"""In the way *low*, the part of the window's height above which nothing is touched."""
PAD = 4
"""Keys beside each other."""
BELOW_BACK, BELOW_LARGE_BACK = 110, 136
"""In a landscape window the words begin below the way back, which may have two lines."""
READ_ON, MORE, FIRST = "simple-read-on", "simple-more", "simple-first"


class SimpleScreen(QWidget):
    """`pressed` with the name of an answer."""

    pressed = Signal(str)
    turned = Signal()

    def __init__(self, *, low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low = low
        self._portrait = True
        self._simple = self._told = Simple("")
        self._read, self._page = 0, 0  # sentences that were read on earlier pages; page of the answers
        self._has_begun = False  # the page with the title was read
        self._title = Label(KIOSK_QUESTION_LONG, tone="ink", wrap=True, lines=2)
        self._hero = FitText(KIOSK_NUMBER, least=200)
        self._hero.setObjectName("number")
        self._typed = Label(TYPED, tone="ink", wrap=True)
        self._said = [Label(KIOSK_EXPLAIN, tone="ink", wrap=True) for _ in range(12)]
        self._buttons: list[OptionButton] = []
        self._words, self._answers = QWidget(), QWidget()
        self._lines = QVBoxLayout(self._words)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(scale.px(14))
        for widget in (self._title, self._hero, self._typed, *self._said):
            self._lines.addWidget(widget)
        self._lines.addStretch(1)
        self._grid = QGridLayout(self._answers)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(scale.px(KIOSK_GAP))
        self._halves: QBoxLayout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(scale.px(KIOSK_GAP))
        self._halves.addWidget(self._words, 1)
        self._halves.addWidget(self._answers, 0)

    def arrange(self, portrait: bool) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._portrait = portrait
        self._halves.setDirection(down if portrait else across)
        self._halves.setStretch(1, 0 if portrait else 1)
        self._lines.setContentsMargins(0, 0 if portrait else _below_back(), 0, 0)

    def show_simple(self, simple: Simple) -> None:
        if simple == self._told:
            return
        self._told = simple
        if simple.title != self._simple.title or len(simple.options) != len(self._simple.options):
            self._read, self._page, self._has_begun = 0, 0, False
        if self._low and fonts.least():  # what stands behind an answer is said after it was chosen
            simple = replace(simple, options=tuple(replace(one, detail="") for one in simple.options))
        self._simple = simple
        self._lay_out()

    def options(self) -> list[Option]:
        """The answers on this page, in order."""
        return [button.option for button in self._buttons if button.isVisible()]

    def said(self) -> list[str]:
        """What this page says before them."""
        heads = (self._title.read(), "" if self._hero.isHidden() else self._hero.text(), self._simple.typed)
        return [*filter(None, heads), *(label.read() for label in self._said if not label.isHidden())]

    def has(self, name: str) -> bool:
        """Whether it is an answer of any page."""
        return any(option.name == name for option in self._simple.options)

    def mark(self, name: str) -> None:
        """The answer that the next press means."""
        for button in self._buttons:
            button.mark(button.option.name == name)

    def press(self, name: str) -> None:
        """An answer, or the way to another page of them."""
        if name == READ_ON:
            self._read += sum(not label.isHidden() for label in self._said)
            self._has_begun = True
        elif name in (MORE, FIRST):
            self._page = self._page + 1 if name == MORE else 0
        else:
            self.pressed.emit(name)
            return
        self._lay_out()
        self.turned.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    # ---- pages

    def _lay_out(self) -> None:
        """As many sentences as there is room for, then as many answers."""
        width, height = self._room()
        simple, first = self._simple, not self._has_begun
        self._title.show_text(simple.title)
        self._title.setVisible(first)
        self._hero.show_text(simple.hero)
        self._hero.setVisible(bool(simple.hero) and first)
        self._typed.show_text(simple.typed)
        self._typed.setVisible(bool(simple.typed))
        answers = self._answers_room(height)
        used = self._title.heightForWidth(width) if first else 0
        used += self._hero.sizeHint().height() + self._lines.spacing() if simple.hero and first else 0
        used += self._typed.heightForWidth(width) + scale.px(14) if simple.typed else 0
        used += self._halves.spacing()
        room = height - used - (0 if not self._portrait else self._least_answers(answers))
        count = self._fitting(simple.sentences[self._read :], width, room)
        rest = len(simple.sentences) - self._read - count
        for index, label in enumerate(self._said):
            there = index < count
            label.show_text(simple.sentences[self._read + index] if there else "")
            label.setVisible(there)
        if not self._low and self._portrait:
            answers = height - used - sum(label.heightForWidth(width) + scale.px(14) for label in self._said[:count])
        cramped = self._rows(answers) < min(2, len(_lines_of(simple.options))) and (first or count)
        if rest > 0 or (cramped and not self._low and self._portrait):
            self._show([_turns()[0]])
        else:
            self._show(self._page_of(simple.options, answers))

    def _room(self) -> tuple[int, int]:
        width = self.width() if self._portrait else (self.width() - self._halves.spacing()) // 2
        return max(1, width), max(1, self.height() - (0 if self._portrait else _below_back()))

    def _answers_room(self, height: int) -> int:
        if not self._portrait:
            return self.height()
        if not self._low:
            return height
        top = self.mapTo(self.window(), self.rect().topLeft()).y()
        return min(height, round(top + height - self.window().height() * LOWER))

    def _least_answers(self, answers: int) -> int:
        """Room that the answers take at least, whatever there is to read."""
        return answers if self._low else min(answers, 3 * (scale.px(130) + self._grid.spacing()))

    def _fitting(self, sentences: tuple[str, ...], width: int, room: int) -> int:
        """How many of them have room; on a page without the title one at least, for nothing is left out."""
        count = used = 0
        for sentence in sentences[: len(self._said)]:
            label = self._said[count]
            label.show_text(sentence)
            used += label.heightForWidth(width) + self._lines.spacing()
            if used > room and (count or not self._has_begun):
                break
            count += 1
        return count

    def _page_of(self, options: tuple[Option, ...], room: int) -> list[Option]:
        """The answers of the page that stands, with the way to the next page where not all have room."""
        rows, lines = self._rows(room), _lines_of(options)
        if len(lines) <= rows:
            return list(options)
        pages: list[list[list[Option]]] = [[]]
        for line in lines:
            if len(pages[-1]) >= max(1, rows - 1):
                pages.append([])
            pages[-1].append(line)
        page = pages[self._page % len(pages)]
        _, more, to_first = _turns()
        last = self._page % len(pages) == len(pages) - 1
        return [*(option for line in page for option in line), to_first if last else more]

    def _rows(self, room: int) -> int:
        """Of answers that stand in a height."""
        return max(1, (room + self._grid.spacing()) // (self._row_height() + self._grid.spacing()))

    def _row_height(self) -> int:
        """Of an answer with its detail: all are of one height, the ways to other pages too."""
        width = self.width() if self._portrait else self.width() // 2
        ask = OptionButton()
        heights = []
        for option in (*self._simple.options, *_turns()):
            ask.show_option(option)
            share = width if not option.small else (width - (PAD - 1) * self._grid.spacing()) // PAD
            heights.append(ask.height_for(share))
        ask.deleteLater()
        return max([scale.px(KIOSK_BUTTON.px * 2.4), *heights])

    def _show(self, options: list[Option]) -> None:
        while len(self._buttons) < len(options):
            button = OptionButton()
            button.told.connect(self.press)
            self._buttons.append(button)
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.hide()
        height = self._row_height()
        buttons = iter(self._buttons)
        for row, line in enumerate(_lines_of(tuple(options))):
            share = PAD // len(line) if len(line) > 1 else PAD
            for column, option in enumerate(line):
                button = next(buttons)
                button.show_option(option)
                button.setFixedHeight(height)
                self._grid.addWidget(button, row, column * share, 1, share)
                button.show()
        for column in range(PAD):
            self._grid.setColumnStretch(column, 1)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignBottom if self._portrait else Qt.AlignmentFlag.AlignVCenter)


def _below_back() -> int:
    return scale.px(BELOW_LARGE_BACK if fonts.least() else BELOW_BACK)


def _turns() -> tuple[Option, Option, Option]:
    """The ways to other pages: to read on, to more answers, and back to the first of them."""
    return (
        Option(READ_ON, texts.read_on(), icon="arrow-right"),
        Option(MORE, texts.more_answers()),
        Option(FIRST, texts.first_page()),
    )


def _lines_of(options: tuple[Option, ...]) -> list[list[Option]]:
    """Small ones stand beside each other."""
    lines: list[list[Option]] = []
    for option in options:
        if option.small and lines and lines[-1][-1].small and len(lines[-1]) < PAD:
            lines[-1].append(option)
        else:
            lines.append([option])
    return lines
