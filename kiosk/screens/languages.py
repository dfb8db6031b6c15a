"""The languages, each in its own words: on every screen, one tap away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from shared.domain.languages import own_name
from shared.ui import scale, theme
from shared.ui.big_button import BigButton
from shared.ui.tokens import KIOSK_BACK, KIOSK_GAP, KIOSK_TOUCH

WIDEST = 212
QWIDGETSIZE_MAX = 16_777_215


class LanguageRow(QWidget):
    """A button for each; the one that is spoken is filled. Nothing where there is only one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, BigButton] = {}
        self._wide = True
        self._large = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(scale.px(KIOSK_GAP))

    def arrange(self, portrait: bool) -> None:
        """As wide as the foot, or beside the help."""
        self._wide = portrait
        self._place()

    def _place(self) -> None:
        """In more rows where letters are large."""
        across = 3 if self._large and self._wide else max(1, len(self._buttons))
        for index, button in enumerate(self._buttons.values()):
            button.setMaximumWidth(QWIDGETSIZE_MAX if self._wide or self._large else scale.px(WIDEST))
            self._grid.addWidget(button, *divmod(index, across))

    def show_languages(self, tags: Sequence[str], spoken: str, *, large: bool = False) -> None:
        if (tuple(self._buttons), self._large) != (tuple(tags), large):
            self._large = large
            self._build(tags)
        for tag, button in self._buttons.items():
            theme.mark(button, "look", "primary" if tag == spoken else "quiet")
            button.show_button(own_name(tag, tags))
        self.setVisible(len(tags) > 1)

    def _build(self, tags: Sequence[str]) -> None:
        for button in self._buttons.values():
            button.hide()
            self._grid.removeWidget(button)
            button.deleteLater()
        self._buttons = {tag: BigButton("", "quiet", kind=KIOSK_BACK, height=KIOSK_TOUCH) for tag in tags}
        for tag, button in self._buttons.items():
            button.setObjectName(f"language-{tag}")
            button.clicked.connect(self._choose)
        self._place()
        for button in self._buttons.values():
            button.show()  # a layout would show it one round of the loop later

    def _choose(self) -> None:
        self.chosen.emit(next(tag for tag, button in self._buttons.items() if button is self.sender()))
