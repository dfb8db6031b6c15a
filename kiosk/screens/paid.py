"""Is the fee paid already?"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk import texts
from kiosk.screens.yes_or_no import YesOrNoScreen
from kiosk.views import PaidView


class PaidScreen(YesOrNoScreen[PaidView]):
    """Each answer says where one is called first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("paid", parent)

    def show_view(self, view: PaidView) -> None:
        service = view.service
        self._heading.show_question(texts.paid_question(), texts.paid_lead(service))
        self._yes.show_answer(texts.paid_yes(), texts.paid_yes_explained(service), "receipt")
        self._no.show_answer(texts.paid_no(), texts.paid_no_explained(service), "cash")
        self._chosen.show_chosen(service)
        self._print.show_sheet(view.sheet)
