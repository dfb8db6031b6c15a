"""Does preferential attention apply?"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk import texts
from kiosk.screens.groups import Groups
from kiosk.screens.yes_or_no import YesOrNoScreen
from kiosk.views import PreferenceView


class PreferenceScreen(YesOrNoScreen[PreferenceView]):
    """Four pictograms together: nobody is asked which of the four."""

    question_across = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("preferential", parent)
        self._groups = Groups()
        self._first = self._groups
        self.arrange(True)

    def arrange(self, portrait: bool) -> None:
        super().arrange(portrait)
        self._groups.arrange(portrait)

    def show_view(self, view: PreferenceView) -> None:
        self._heading.show_question(texts.preference_question(), texts.preference_lead())
        self._groups.show_groups(texts.preference_groups())
        self._yes.show_answer(texts.preference_yes(), texts.preference_yes_explained())
        self._no.show_answer(texts.preference_no(), texts.preference_no_explained())
        self._chosen.show_chosen(view.service)
        self._print.show_sheet(view.sheet)
