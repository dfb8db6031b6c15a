"""Is the number wanted though the wait is long?"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk import texts
from kiosk.screens.yes_or_no import YesOrNoScreen
from kiosk.views import LongWaitView


class LongWaitScreen(YesOrNoScreen[LongWaitView]):
    """Both answers are as large: nobody is sent home."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("wanted", parent)

    def show_view(self, view: LongWaitView) -> None:
        self._heading.show_question(texts.long_wait_question(), texts.long_wait_lead(view.service))
        self._yes.show_answer(texts.long_wait_yes(), texts.long_wait_yes_explained(), "check")
        self._no.show_answer(texts.long_wait_no(), texts.long_wait_no_explained(), "arrow-left")
        self._chosen.show_chosen(view.service)
