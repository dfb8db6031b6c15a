"""Between the hub, the printer, the state and the orientator's page."""

from __future__ import annotations

import logging
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance

from counter.orientator.giving import Facts, Giving
from counter.orientator.shown import OrientatorView
from counter.presenter import Link
from shared.lan.messages import Answer, Receipt, Refused
from shared.printing.ticket_slip import ticket_slip
from shared.ui.paper import Paper
from shared.ui.tokens import TOAST_MS

log = logging.getLogger(__name__)


class Window(Protocol):
    """The window, as `screens.orientator_window.OrientatorWindow` is."""

    pressed: SignalInstance
    searched: SignalInstance

    def show_view(self, view: OrientatorView) -> None: ...


class Presenter(QObject):
    """Lives as long as the window."""

    def __init__(self, link: Link, giving: Giving, window: Window, paper: Paper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link, self._giving, self._window, self._paper = link, giving, window, paper
        self._said = ""
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.refresh)
        self._second.start()
        self._toast = QTimer(self, singleShot=True, interval=TOAST_MS)
        self._toast.timeout.connect(self._forget)
        link.online.connect(self._take)
        link.changed.connect(self._take)
        link.answered.connect(self._answered)
        link.refused.connect(self._refused)
        window.pressed.connect(self._pressed)
        window.searched.connect(self._searched)
        paper.ended.connect(self._paper_ended)
        self._take()

    def view(self) -> OrientatorView:
        return self._giving.view(self._link.now())

    def refresh(self) -> None:
        view = self.view()
        if view.notice != self._said:
            self._said = view.notice
            self._toast.start()
        self._window.show_view(view)

    def _take(self, _what: object = None) -> None:
        facts = Facts.of(self._link)
        if facts.catalogue:
            self._paper.centre_has(facts.catalogue.printer)
        self._giving.see(facts)
        self.refresh()

    def _pressed(self, name: str) -> None:
        command = self._giving.press(name)
        if command is not None:
            log.info("orientator: %s", command.__struct_config__.tag)
            self._giving.sent(self._link.send(command))
        self.refresh()

    def _searched(self, text: str) -> None:
        self._giving.search(text)
        self.refresh()

    def _answered(self, answer: Answer) -> None:
        receipt, catalogue = answer.result, self._giving.facts.catalogue
        if isinstance(receipt, Receipt) and self._giving.answered(answer.request, receipt) and catalogue:
            self._paper.print(receipt.ticket, ticket_slip(receipt, catalogue))
        self.refresh()

    def _refused(self, refused: Refused) -> None:
        log.info("orientator: refused: %s", refused.code)
        self._giving.refused(refused.request, refused.code, refused.params)
        self.refresh()

    def _paper_ended(self, ticket: int, verdict: str) -> None:
        self._giving.paper_ended(ticket, verdict)
        self.refresh()

    def _forget(self) -> None:
        self._giving.notice = ""
        self.refresh()
