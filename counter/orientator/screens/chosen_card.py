"""The service that is chosen: where, how long, what to bring, the questions, and the button that gives the ticket."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.orientator import texts
from counter.orientator.shown import Chosen
from counter.screens.choice import Choice
from counter.screens.small_button import SmallButton
from shared.ui import scale
from shared.ui.action_button import ActionButton
from shared.ui.label import Label
from shared.ui.panel import Panel
from shared.ui.tokens import COUNTER_SERVICE, COUNTER_STRONG, COUNTER_TEXT

GIVE_HEIGHT = 96


class ChosenCard(Panel):
    """`pressed` with preferential, sign, language, paid, not-paid, give or back."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._title = Label(COUNTER_SERVICE, tone="ink", wrap=True)
        self._place = Label(COUNTER_STRONG, tone="ink", wrap=True)
        self._wait = Label(COUNTER_TEXT, tone="soft", wrap=True)
        self._needs = Label(COUNTER_TEXT, tone="soft", wrap=True, align=Qt.AlignmentFlag.AlignTop)
        self._fee = Label(COUNTER_TEXT, tone="soft", wrap=True)
        self._preferential = Choice("preferential", texts.PREFERENTIAL, "P")
        self._sign = Choice("sign", texts.SIGN_LANGUAGE, "L")
        self._language = Choice("language", "", "I")
        self._paid = Choice("paid", texts.PAID, "S")
        self._not_paid = Choice("not-paid", texts.NOT_PAID, "N")
        self._give = ActionButton(primary=True)
        self._give.setObjectName("give")
        self._give.setMinimumHeight(scale.px(GIVE_HEIGHT))
        self._give.setFixedHeight(scale.px(GIVE_HEIGHT))
        self._back = SmallButton("back", texts.BACK, "Esc")
        choices = (self._preferential, self._sign, self._language, self._paid, self._not_paid)
        for button in (*choices, self._give, self._back):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(self._press)
        self._arrange()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scale.px(28) for _ in range(4)))
        column.setSpacing(scale.px(6))
        for widget in (self._title, self._place, self._wait):
            column.addWidget(widget)
        column.addSpacing(scale.px(14))
        column.addWidget(Label(COUNTER_STRONG, texts.NEEDS, tone="ink"))
        column.addWidget(self._needs)
        column.addWidget(self._fee)
        column.addStretch()
        column.addLayout(_beside(self._preferential, self._sign))
        column.addSpacing(scale.px(6))
        column.addWidget(self._language)
        column.addSpacing(scale.px(6))
        column.addLayout(_beside(self._paid, self._not_paid))
        column.addSpacing(scale.px(14))
        column.addWidget(self._give)
        column.addSpacing(scale.px(8))
        column.addWidget(self._back)

    def show_chosen(self, chosen: Chosen) -> None:
        self._title.show_text(chosen.title)
        self._place.show_text(chosen.place)
        self._wait.show_text(chosen.wait)
        self._needs.show_text("\n".join(f"· {need}" for need in chosen.needs))
        self._fee.show_text(chosen.fee, hide_empty=True)
        self._preferential.show_on(chosen.preferential)
        self._sign.setVisible(chosen.sign is not None)
        self._sign.show_on(bool(chosen.sign))
        self._language.setVisible(bool(chosen.language))
        self._language.show_action(chosen.language, "I")
        self._language.show_on(chosen.speaks_another)
        for choice, answer in ((self._paid, "yes"), (self._not_paid, "no")):
            choice.setVisible(bool(chosen.paid))
            choice.show_on(chosen.paid == answer)
        give = chosen.give
        self._give.show_action(give.label, give.key if give.enabled else give.why, enabled=give.enabled)

    def _press(self) -> None:
        self.pressed.emit(self.sender().objectName())


def _beside(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(scale.px(12))
    for widget in widgets:
        row.addWidget(widget, 1)
    return row
