"""Between the hub, the printer, the state and the orientator's page."""

from __future__ import annotations

from PySide6.QtCore import QObject

from counter import pin_texts
from counter.entry import Entry
from counter.orientator.giving import Facts, Giving
from counter.orientator.shown import OrientatorView
from counter.page_presenter import Link, PagePresenter, Window
from shared.domain.catalogue import Role
from shared.domain.commands import Command
from shared.lan.messages import Answer, Done, Receipt
from shared.languages.tongues import Tongues
from shared.printing.ticket_slip import ticket_slip
from shared.ui.paper import Paper


class Presenter(PagePresenter[OrientatorView]):
    """The orientator's. A ticket given is printed."""

    def __init__(
        self,
        link: Link,
        giving: Giving,
        window: Window[OrientatorView],
        paper: Paper,
        parent: QObject | None = None,
        demo_pin: str = "",
    ) -> None:
        entry = Entry(frozenset({Role.ORIENTATOR, Role.SUPERVISOR}), pin_texts.WHO_PAGE, giving.person, demo_pin)
        super().__init__("orientator", link, giving, window, parent, entry)
        self._giving, self._paper = giving, paper
        self._tongues = Tongues()
        paper.ended.connect(self._paper_ended)
        self._take()

    def page(self) -> OrientatorView:
        return self._giving.view(self._link.now())

    def see(self) -> None:
        self._giving.person = self._link.person or self._giving.person
        facts = Facts.of(self._link)
        if facts.catalogue:
            self._paper.centre_has(facts.catalogue.printer)
            self._tongues.centre_has(facts.catalogue)
        self._giving.see(facts)

    def press(self, name: str) -> Command | None:
        return self._giving.press(name)

    def sent(self, request: str, _command: Command) -> None:
        self._giving.sent(request)

    def answered(self, answer: Answer) -> None:
        receipt, catalogue = answer.result, self._giving.facts.catalogue
        if isinstance(receipt, Receipt) and self._giving.answered(answer.request, receipt) and catalogue:
            self._paper.print(
                receipt.ticket, ticket_slip(receipt, catalogue, speech=self._tongues.speech(receipt.language))
            )
        elif isinstance(receipt, Done):
            self._giving.done(answer.request)

    def _paper_ended(self, ticket: int, verdict: str) -> None:
        self._giving.paper_ended(ticket, verdict)
        self.refresh()
