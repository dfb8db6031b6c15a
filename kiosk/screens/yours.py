"""A ticket given before: change the service, or give the number back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk import texts
from kiosk.screens.yes_or_no import YesOrNoScreen
from kiosk.views import YoursView


class YoursScreen(YesOrNoScreen[YoursView]):
    """`said`: True to change it, False to give it back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("yours", parent)

    def show_view(self, view: YoursView) -> None:
        if self.question_across == view.can_change:
            self.question_across = not view.can_change  # there is nothing beside it
            self.arrange(self.portrait)
        self._heading.show_question(texts.yours(view.number), texts.yours_lead(view))
        self._yes.show_answer(texts.change_service(), texts.change_service_explained(), "arrows-exchange")
        self._no.show_answer(texts.give_back(), texts.give_back_explained(view.number), "circle-x")
        self._yes.setVisible(view.can_change)
        self._no.setVisible(view.can_change)
        self._chosen.show_ticket(view)
