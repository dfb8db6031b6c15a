"""Joins the line to the hub, the walk, the paper and the window; the only file that knows them all."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from kiosk import views
from kiosk.alone import Alone
from kiosk.before import Unclaimed
from kiosk.flow import Flow
from kiosk.paper_state import CANNOT_PRINT, paper_of
from kiosk.screens.window import KioskWindow
from kiosk.views import KioskView
from shared.domain.catalogue import Purpose
from shared.domain.commands import Command, IssueTicket, TellPrinter
from shared.domain.personal import DocumentKind
from shared.domain.refusals import Code
from shared.lan.messages import Answer, Receipt, Refused
from shared.lan.mirror import Mirror
from shared.lan.views import CatalogueView, HallView, ServiceView
from shared.languages.tongues import Tongues
from shared.printing.outcome import Verdict
from shared.printing.requirements import requirements
from shared.printing.ticket_slip import ticket_slip
from shared.ui import icons
from shared.ui.outbox import Outbox
from shared.ui.paper import Paper

log = logging.getLogger(__name__)

SHEET = 0
"""What stands for a ticket where the requirements are printed."""


WITHOUT_HUB_AFTER = 3_000
"""Milliseconds without a line, or without an answer, until the kiosk gives a number of its own."""


class Link(Protocol):
    """What the kiosk needs of its line to the hub."""

    mirror: Mirror
    is_online: bool
    online: SignalInstance
    changed: SignalInstance
    answered: SignalInstance
    refused: SignalInstance

    outbox: Outbox

    def send(self, command: Command, request: str = "") -> str: ...

    def withdraw(self, request: str) -> None: ...

    def suppose(self, now: datetime) -> None: ...

    def now(self) -> datetime: ...


class Presenter(QObject):
    """Everything that happens at one kiosk. One order is under way at most. `shown` with each view."""

    shown = Signal(object)

    def __init__(
        self,
        link: Link,
        window: KioskWindow,
        paper: Paper,
        parent: QObject | None = None,
        *,
        tongues: Tongues | None = None,
    ) -> None:
        super().__init__(parent)
        self.flow = Flow()
        self._link = link
        self._window = window
        self._paper = paper
        self._tongues = tongues or Tongues()
        self.is_heard: Callable[[], bool] = lambda: False  # whether the audio guide speaks
        self._request = ""
        self._order_given: Command | None = None
        self._alone = Alone(link)
        self._slips: dict[int, Unclaimed] = {}  # on their way to paper, by ticket
        self._sheet = ""  # the service whose requirements are on their way to paper
        self._hear_hub()
        self._hear_citizen()
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.second_passed)
        self._clock.start(1000)
        self._late = QTimer(self, singleShot=True, interval=WITHOUT_HUB_AFTER)
        self._late.timeout.connect(self._hub_is_late)
        self._online(link.is_online)

    def view(self) -> KioskView:
        """What the screen shows now."""
        return self.flow.view(self._link.now())

    def second_passed(self) -> None:
        if self.is_heard() and not self.view().still_there:
            self.flow.touched()  # nobody's time runs while they listen; that of a warning does
        unclaimed = self._alone.second_passed(self.flow)
        self.flow.second_passed()
        if unclaimed and not self.flow.is_asking_whose:
            self._alone.give_up()
        self._show()

    def _hear_hub(self) -> None:
        self._link.online.connect(self._online)
        self._link.changed.connect(self._changed)
        self._link.answered.connect(self._answered)
        self._link.refused.connect(self._refused)
        self._paper.ended.connect(self._paper_ended)
        self._paper.stands.connect(self._printer_stands)

    def _hear_citizen(self) -> None:
        window = self._window
        window.back_asked.connect(self._back)
        window.touched.connect(self.touched)
        window.language_chosen.connect(self._choose_language)
        window.reader.read.connect(self._read)
        window.reader.code_read.connect(self._code_read)
        window.way_pressed.connect(self.press_way)
        window.help_asked.connect(self._ask_help)
        window.help_closed.connect(self._close_help)
        window.framed.connect(self._hear_stage)
        self._hear_stage()

    def _hear_stage(self) -> None:
        """Of the frame that stands now."""
        stage = self._window.stage
        stage.purpose_chosen.connect(self._choose_purpose)
        stage.entity_chosen.connect(self._choose_entity)
        stage.service_chosen.connect(self._choose_service)
        stage.more_asked.connect(self._more)
        stage.paid_said.connect(self._say_paid)
        stage.preferential_said.connect(self._say_preferential)
        stage.done_said.connect(self._done)
        stage.change_asked.connect(self._change_service)
        stage.give_back_asked.connect(self._give_back)
        stage.rated.connect(self._rate)
        stage.appointment_asked.connect(self._have_appointment)
        stage.code_typed.connect(self._type_code)
        stage.code_said.connect(self._say_code)
        stage.search_asked.connect(self._search)
        stage.letter_typed.connect(self._type_letter)
        stage.wanted_said.connect(self._say_wanted)
        stage.print_asked.connect(self._print_requirements)
        stage.again_asked.connect(self._print_again)
        stage.document.kind_chosen.connect(self._choose_kind)
        stage.document.typed.connect(self._type_digit)
        stage.document.said.connect(self._say_document)
        stage.document.skipped.connect(self._go_without)

    def _online(self, there: bool) -> None:
        self.flow.hub_is_there(there)
        if there:
            self._alone.hub_is_back()
            self._late.stop()
        if not there or self._request:
            self._late.start()
        if there:
            self._tell_printer()
        self._show()

    def _hub_is_late(self) -> None:
        """No line, or no answer, for so long: from now on the kiosk gives numbers by itself."""
        self._alone.go(self.flow)
        self._give_spare()
        self._show()

    def _give_spare(self) -> bool:
        """For the order under way, where it asks for a new number and there is one."""
        given = self._alone.give(self._order_given, self._request)
        if given is None:
            return False
        self._link.withdraw(self._request)
        self._request, self._order_given = "", None
        self._late.stop()
        self._take(given, provisional=True)
        return True

    def _take(self, given: Unclaimed, *, provisional: bool = False) -> None:
        """Show a number and print it."""
        paper = views.PRINTING if self._paper.is_there else views.NO_PRINTER
        self.flow.take_receipt(given.receipt, paper, provisional=provisional)
        self._show()
        self._print(given, provisional=provisional)

    def _print(self, given: Unclaimed, *, provisional: bool, copy: bool = False) -> None:
        """copy: there may be a slip of this number already; it is marked."""
        if not self._paper.is_there or self.flow.offer is None:
            self._alone.told(given)
            return
        self._slips[given.receipt.ticket] = given
        speech = self._tongues.speech(given.receipt.language)
        receipt = replace(given.receipt, copy=True) if copy else given.receipt
        slip = ticket_slip(receipt, self.flow.offer.catalogue, provisional=provisional, speech=speech)
        self._paper.print(given.receipt.ticket, slip)

    def _changed(self, _keys: object) -> None:
        mirror = self._link.mirror
        shown = mirror.get("catalogue", CatalogueView)
        if shown is not None:
            self._paper.centre_has(shown.catalogue.printer)
            self._can_print()
            self._tongues.centre_has(shown.catalogue)
            hall, services = mirror.get("hall", HallView), list(mirror.all(ServiceView))
            self.flow.see(shown.catalogue, hall, services)
            self._alone.note(shown.catalogue, hall, services)
            self._alone.ask_whose(self.flow)
        self._show()

    def _answered(self, answer: Answer) -> None:
        receipt = answer.result
        if self._alone.answered(answer, self.flow):
            self._show()
            return
        if answer.request != self._request or self.flow.offer is None:
            return
        self._end_order()
        if not isinstance(receipt, Receipt):
            self._alone.settle(answer.request)
            self.flow.order_taken()
            self._show()
            return
        if self.flow.is_finding:
            self._alone.settle(answer.request)
            self.flow.take_receipt(receipt)
            self._show()
            return
        log.info("ticket issued: %s", receipt.number)
        self._take(Unclaimed(receipt, request=answer.request))

    def _end_order(self) -> None:
        self._request, self._order_given = "", None
        if self._link.is_online:
            self._late.stop()

    def _refused(self, refused: Refused) -> None:
        if self._alone.refused(refused) or refused.request != self._request:
            return
        if refused.code == Code.DISK_FULL.value and self._give_spare():
            return
        self._end_order()
        log.info("no ticket: %s %s", refused.code, refused.params)
        self.flow.take_refusal(refused)
        self._show()

    def _print_again(self) -> None:
        """The slip did not come out: the same number once more, never another one."""
        provisional = self.flow.is_provisional
        receipt = self.flow.print_again()
        if receipt:
            self._print(Unclaimed(receipt), provisional=provisional, copy=True)
        self._show()

    def _print_requirements(self) -> None:
        code = self.flow.print_requirements()
        if code and self.flow.offer:
            self._sheet = code
            speech = self._tongues.speech(self.flow.language)
            self._paper.print(SHEET, requirements(code, self.flow.offer.catalogue, self._link.now(), speech))
        self._show()

    def _printer_stands(self, _state: str, _low: bool) -> None:
        self._can_print()
        self._tell_printer()
        self._show()

    def _can_print(self) -> None:
        self.flow.can_print = self._paper.is_there
        self.flow.no_paper = self._paper.is_there and self._paper.standing[0] in CANNOT_PRINT

    def _tell_printer(self) -> None:
        """Those who can put paper in are told, by the hub, once the printer was looked at."""
        if self._paper.standing[0] != Verdict.NO_PRINTER and self._link.is_online:
            self._link.send(TellPrinter(*self._paper.standing))

    def _paper_ended(self, ticket: int, verdict: str) -> None:
        if ticket == SHEET:
            failed = verdict in (Verdict.PAPER_OUT, Verdict.OFFLINE, Verdict.HALF, Verdict.NO_PRINTER)
            self.flow.sheet_is(self._sheet, views.SHEET_FAILED if failed else views.SHEET_PRINTED)
            self._show()
            return
        if ticket in self._slips:
            self._alone.told(self._slips.pop(ticket))
        self.flow.paper_is(ticket, paper_of(Verdict(verdict)))
        self._show()

    def _choose_language(self, language: str) -> None:
        self.flow.choose_language(language)
        self._show()

    def _choose_purpose(self, purpose: str) -> None:
        self._order(self.flow.choose_purpose(Purpose(purpose)))

    def _choose_entity(self, entity: str) -> None:
        self._order(self.flow.choose_entity(entity))

    def _choose_service(self, code: str) -> None:
        self._order(self.flow.choose_service(code))

    def _more(self) -> None:
        self.flow.more()
        self._show()

    def _search(self) -> None:
        self.flow.search()
        self._show()

    def _type_letter(self, key: str) -> None:
        self.flow.type_letter(key)
        self._show()

    def _say_wanted(self, wanted: bool) -> None:
        self._order(self.flow.say_wanted(wanted))

    def _say_paid(self, paid: bool) -> None:
        self._order(self.flow.say_paid(paid))

    def _say_preferential(self, preferential: bool) -> None:
        self._order(self.flow.say_preferential(preferential))

    def _read(self, token: str) -> None:
        self._order(self.flow.read_slip(token))

    def _code_read(self, code: str) -> None:
        self.flow.read_code(code)
        self._show()

    def _have_appointment(self) -> None:
        self.flow.have_appointment()
        self._show()

    def _type_code(self, key: str) -> None:
        self.flow.type_code(key)
        self._show()

    def _say_code(self) -> None:
        self.flow.say_code()
        self._show()

    def _choose_kind(self, kind: str) -> None:
        self.flow.choose_kind(DocumentKind(kind))
        self._show()

    def _type_digit(self, key: str) -> None:
        self.flow.type_digit(key)
        self._show()

    def _say_document(self) -> None:
        self._order(self.flow.say_document())

    def _go_without(self) -> None:
        self._order(self.flow.go_without())

    def press_way(self, name: str) -> None:
        self.flow.press_way(name)
        self._show()

    def use_keys(self) -> None:
        """A key or a switch was pressed: somebody is there, and what it means is marked."""
        self.flow.use_keys()
        self._show()

    def _ask_help(self) -> None:
        if order := self.flow.ask_help():
            self._link.send(order)
        self._show()

    def _close_help(self) -> None:
        self.flow.close_help()
        self._show()

    def _give_back(self) -> None:
        self._order(self.flow.give_back())

    def _rate(self, satisfaction: int) -> None:
        self._order(self.flow.rate(satisfaction))

    def _change_service(self) -> None:
        self.flow.change_service()
        self._show()

    def _order(self, order: Command | None) -> None:
        """Give the one order that a choice led to, if any."""
        if order is None:
            self._show()
            return
        self._order_given = order
        if self.flow.alone and isinstance(order, IssueTicket) and self._give_spare():
            return
        self._request = self._link.send(order)
        self._late.start()
        self._show()

    def _back(self) -> None:
        self.flow.back()
        self._show()

    def _done(self) -> None:
        claimed = self.flow.claim(views.PRINTING if self._paper.is_there else views.NO_PRINTER)
        unclaimed = self._alone.claimed() if claimed else None
        if unclaimed:
            self._print(unclaimed, provisional=bool(unclaimed.merge), copy=True)
        else:
            self.flow.done()
        self._show()

    def touched(self) -> None:
        self.flow.touched()
        self._show()

    def _show(self) -> None:
        language = self.flow.language
        self._tongues.speak(language)
        icons.put_before(partial(self._tongues.pictogram, language))
        view = self.view()
        self._window.show_view(view)
        self.shown.emit(view)
