"""The number of a document, typed unseen on a number pad; going on without it is as easy where nothing obliges."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.heading import Heading
from kiosk.screens.screen import Screen, certain
from kiosk.views import DocumentView
from shared.domain.languages import beside
from shared.domain.personal import DocumentKind
from shared.ui import scale, theme
from shared.ui.big_button import BigButton
from shared.ui.label import Label
from shared.ui.panel import Panel
from shared.ui.tokens import KIOSK_BACK, KIOSK_BUTTON, KIOSK_GAP, KIOSK_TEXT

KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "all")
HEIGHT = 100
ACTION = 100
TYPED, TO_TYPE = "●", "○"


class DocumentScreen(Screen[DocumentView]):
    """`typed` with a digit, "" for the last one taken back or "all"; `kind_chosen`; `said`; `skipped`."""

    typed = Signal(str)
    kind_chosen = Signal(str)
    said = Signal()
    skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Heading()
        self._kinds = {kind.value: BigButton("", "quiet", kind=KIOSK_BACK) for kind in DocumentKind}
        self._dots = Label(KIOSK_BUTTON, tone="ink")
        self._dots.setObjectName("document-dots")
        self._hint = Label(KIOSK_TEXT, tone="soft")
        self._told = Label(KIOSK_TEXT, tone="soft", wrap=True)
        self._keys = [BigButton("", "quiet", kind=KIOSK_BACK if key in ("", "all") else KIOSK_BUTTON) for key in KEYS]
        self._skip = BigButton("", "quiet", kind=KIOSK_BACK, height=ACTION)
        self._done = BigButton("", "primary", kind=KIOSK_BACK, height=ACTION)
        self._no_document = Label(KIOSK_TEXT, tone="ink", wrap=True)
        self._connect()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(scale.px(48))
        self._grid.setVerticalSpacing(scale.px(20))
        self._left, self._pad, self._last = self._typing(), self._number_pad(), self._actions()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, scale.px(8))
        self._column.setSpacing(scale.px(12))
        self._column.addWidget(self._heading)
        self._column.addLayout(self._grid, 1)
        self.arrange(True)

    def _connect(self) -> None:
        for value, button in self._kinds.items():
            button.setObjectName(f"kind-{value}")
            button.clicked.connect(self._choose)
        for key, button in zip(KEYS, self._keys, strict=True):
            button.setObjectName(f"digit-{key or 'erase'}")
            button.clicked.connect(self._press)
        self._skip.setObjectName("document-skip")
        self._skip.clicked.connect(self.skipped)
        self._done.setObjectName("document-done")
        self._done.clicked.connect(self.said)

    def _typing(self) -> QWidget:
        """Which document, what is typed of it, and what the law wants people to know."""
        kinds = QHBoxLayout()
        kinds.setSpacing(scale.px(KIOSK_GAP))
        for button in self._kinds.values():
            kinds.addWidget(button, 1)
        field = Panel("panel")
        inside = QHBoxLayout(field)
        inside.setContentsMargins(*(scale.px(side) for side in (28, 14, 28, 14)))
        inside.addWidget(self._dots, 1)
        inside.addWidget(self._hint)
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.px(14))
        column.addLayout(kinds)
        column.addWidget(field)
        column.addWidget(self._told)
        column.addStretch()
        return widget

    def _number_pad(self) -> QWidget:
        widget = QWidget()
        pad = QGridLayout(widget)
        pad.setContentsMargins(0, 0, 0, 0)
        pad.setSpacing(scale.px(KIOSK_GAP))
        for index, button in enumerate(self._keys):
            pad.addWidget(button, index // 3, index % 3)
        for column in range(3):
            pad.setColumnStretch(column, 1)
        return widget

    def _actions(self) -> QWidget:
        """Of equal size: nobody is led to give a number (the law wants consent that is free)."""
        both = QWidget()
        actions = QHBoxLayout(both)
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(scale.px(KIOSK_GAP))
        for widget in (self._skip, self._no_document, self._done):
            actions.addWidget(widget, 1)
        return both

    def arrange(self, portrait: bool) -> None:
        self.portrait = portrait
        self._heading.stand_beside_back(not portrait)
        for button in self._keys:
            button.setFixedHeight(scale.px(HEIGHT))
        self._grid.addWidget(self._left, 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._pad, 1 if portrait else 0, 0 if portrait else 1, 1 if portrait else 2, 1, top)
        self._grid.addWidget(self._last, 2 if portrait else 1, 0)
        self._grid.setColumnStretch(0, 6)
        self._grid.setColumnStretch(1, 0 if portrait else 4)
        self._grid.setRowStretch(0, 0 if portrait else 1)
        self._grid.setRowStretch(1, 1 if portrait else 0)

    def show_view(self, view: DocumentView) -> None:
        lead = texts.document_lead(view.reason, view.rule, optional=view.optional)
        self._heading.show_question(texts.document_question(), certain(lead), lines=1)
        for value, kind in self._kinds.items():
            theme.mark(kind, "look", "soft" if value == view.kind else "quiet")
            kind.show_button(texts.document_kind(value), "check" if value == view.kind else "")
        self._dots.show_text(" ".join(TYPED * view.typed + TO_TYPE * (view.digits - view.typed)))
        self._hint.show_text(texts.document_digits(view.kind))
        self._told.show_text(certain(texts.document_told(view.told)))
        for key, button in zip(KEYS, self._keys, strict=True):
            button.show_button({"": texts.erase(), "all": texts.erase_all()}.get(key, key))
        self._keys[-1].setVisible(not beside(texts.erase_all()))  # no room for two languages, and no need
        self._skip.show_button(texts.document_skip(optional=view.optional))
        self._skip.setVisible(view.optional)
        self._no_document.show_text("" if view.optional else texts.no_document(), hide_empty=True)
        self._done.show_button(texts.document_done(), enabled=view.complete)

    def _press(self) -> None:
        self.typed.emit(KEYS[self._keys.index(self.sender())])  # type: ignore[arg-type]

    def _choose(self) -> None:
        self.kind_chosen.emit(next(value for value, button in self._kinds.items() if button is self.sender()))
