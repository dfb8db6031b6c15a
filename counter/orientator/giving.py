"""Giving a ticket to somebody who did not take one at the kiosk: the state of the page, without Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from msgspec.structs import replace

from counter import helping, texts as said
from counter.facts import Shows
from counter.orientator import offer, texts
from counter.orientator.shown import Chosen, Given, OrientatorView
from counter.page_view import NOTHING_YET, bar_of
from counter.paper_roll import with_queue
from counter.refusals import Params, refusal
from counter.shown import Action, Bar
from shared.domain.catalogue import Catalogue
from shared.domain.commands import AnswerHelp, CheckIn, Command, EnterPaper, FindTicket, IssueTicket, ReturnTicket
from shared.domain.languages import SPANISH
from shared.domain.personal import Asking
from shared.domain.refusals import Code
from shared.lan.messages import Receipt
from shared.lan.views import AbsentView, CatalogueView, HallView, HelpView, PrinterView, ServiceView


@dataclass(frozen=True)
class Facts:
    """What the hub shows an orientator."""

    online: bool = False
    catalogue: Catalogue | None = None
    hall: HallView | None = None
    services: dict[str, ServiceView] = field(default_factory=dict)
    absent: tuple[AbsentView, ...] = ()
    help: tuple[HelpView, ...] = ()
    printers: tuple[PrinterView, ...] = ()
    at: datetime | None = None

    @classmethod
    def of(cls, link: Shows) -> Facts:
        shown = link.mirror.get("catalogue", CatalogueView)
        return cls(
            link.is_online,
            shown.catalogue if shown else None,
            link.mirror.get("hall", HallView),
            {view.code: view for view in link.mirror.all(ServiceView)},
            tuple(link.mirror.all(AbsentView)),
            tuple(sorted(link.mirror.all(HelpView), key=lambda h: h.since)),
            tuple(sorted(link.mirror.all(PrinterView), key=lambda p: p.device)),
            link.now(),
        )


class Giving:
    """One person at a time: a service, two questions, a number."""

    def __init__(self, person: str = "") -> None:
        self.person = person
        self.facts = Facts()
        self.notice = ""
        self.query = ""
        self._service = ""
        self._preferential = False
        self._sign = False
        self._language = SPANISH
        self._paid = ""
        self._request = ""
        self._check_in: CheckIn | None = None  # ordered last, or waiting for what is said of the fee
        self._asks_fee = False
        self._rolled = False  # ordered last: numbers of a paper roll
        self._receipt: Receipt | None = None
        self._paper = ""
        self._together: Receipt | None = None  # the ticket of the group that the next one belongs to

    # ---- what the hub and the printer say

    def see(self, facts: Facts) -> None:
        self.facts = facts

    def sent(self, request: str) -> None:
        self._request = request

    def answered(self, request: str, receipt: Receipt) -> bool:
        """Whether this is the number that was asked for."""
        if not request or request != self._request:
            return False
        self._request, self._receipt, self._paper = "", receipt, "printing"
        return True

    def done(self, request: str) -> None:
        """The hub carried out what has no number to show."""
        if request and request == self._request:
            self._request, self.notice = "", texts.ROLL_ENTERED if self._rolled else texts.WAITS_AGAIN

    def refused(self, request: str, code: str, params: Params) -> None:
        if request and request == self._request:
            self._request = ""
            self._asks_fee = code == Code.FEE_NOT_ASKED and self._check_in is not None
            self.notice = refusal(code, params, self.facts.catalogue)

    def paper_ended(self, ticket: int, verdict: str) -> None:
        if self._receipt and self._receipt.ticket == ticket:
            self._paper = verdict

    # ---- the hand

    def search(self, text: str) -> None:
        """Typing goes back to the list: Enter must not give what was chosen before."""
        self.query = text
        self._asks_fee = False
        if not self._request:
            self._service = ""

    def press(self, name: str) -> Command | None:
        """What was pressed, by its name in the view. Returns the order to give, if any."""
        self.notice = ""
        kind, _, rest = name.partition("-")
        if name == "help":
            return AnswerHelp(self.facts.help[0].device) if self.facts.help else None
        if name in ("back", "another"):
            self._together = None if name == "another" else self._together
            self._begin()
        elif name == "group" and self._receipt and not self._request:
            self._together = self._together or self._receipt
            self._begin()
        elif self._request or self._receipt:
            return None
        elif name == "preferential":
            self._preferential = not self._preferential
        elif name == "sign":
            self._sign = not self._sign and bool(self.facts.catalogue and offer.signs(self.facts.catalogue))
        elif name == "language":
            self._language = offer.next_language(self.facts.catalogue, self._language)
        elif name in ("paid", "not-paid"):
            self._paid = "yes" if name == "paid" else "no"
        elif name == "give":
            return self._give()
        elif kind == "service":
            self._choose(rest)
        elif kind in ("appointment", "preferential_appointment"):
            self._check_in = CheckIn(rest, preferential=kind == "preferential_appointment")
            return self._check_in
        elif kind == "fee" and self._check_in:
            self._asks_fee = False
            return replace(self._check_in, pay_first=rest == "unpaid")
        elif kind == "copy":
            return FindTicket(rest)
        elif kind == "roll":
            order = self._roll()
            self.query, self._rolled = "", True
            return order
        elif kind == "returned":
            self.query, self._rolled = "", False
            return ReturnTicket(int(rest))
        return None

    def _choose(self, code: str) -> None:
        view, catalogue = self.facts.services.get(code), self.facts.catalogue
        if catalogue is None or view is None:
            return
        if view.state != "open":
            self.notice = offer.state_words(catalogue, view)
            return
        self._service, self._preferential, self._sign, self._language = code, False, False, SPANISH
        self._paid = "asked" if catalogue.service[code].pay_first else ""

    def _give(self) -> IssueTicket | None:
        chosen = self._chosen()
        if chosen is None or not chosen.give.enabled:
            self.notice = chosen.give.why if chosen else ""
            return None
        return IssueTicket(
            self._service,
            pay_first=self._paid == "no",
            preferential=self._preferential,
            language=self._language,
            sign=self._sign,
            together_with=self._together.ticket if self._together else 0,
            excused=self._excused(),
        )

    def _excused(self) -> bool:
        """Where a document is required: whoever comes here has none that a kiosk takes."""
        catalogue = self.facts.catalogue
        return bool(catalogue and catalogue.asked_for(self._service).mode is Asking.REQUIRED)

    def _roll(self) -> EnterPaper | None:
        """What is typed, where it is a range of a paper roll."""
        catalogue, at = self.facts.catalogue, self.facts.at
        return with_queue(catalogue, self.query, at) if catalogue and at else None

    def _begin(self) -> None:
        """The next person. An order on its way is not forgotten: its answer is shown when it comes."""
        if not self._request:
            self._service, self._receipt, self._paper, self.query = "", None, "", ""

    # ---- what the page shows

    def view(self, at: datetime) -> OrientatorView:
        facts, catalogue = self.facts, self.facts.catalogue
        if catalogue is None:
            return OrientatorView("connecting", self._bar(at), notice=self.notice, quiet=NOTHING_YET)
        rows = offer.rows(catalogue, facts.services, self.query)
        rows = rows or offer.ticket_rows(self.query, facts.absent) or offer.roll_rows(catalogue, self._roll())
        if self._asks_fee:
            rows = offer.fee_rows()
        mode = "given" if self._receipt else "chosen" if self._service else "search"
        return OrientatorView(
            mode=mode,
            bar=self._bar(at),
            banner="" if facts.online else said.AWAY_PAGE,
            notice=self.notice,
            help=" ".join(helping.sentences(facts.help, catalogue.timezone)) if facts.online else "",
            paper=". ".join(helping.printers(facts.printers)) if facts.online else "",
            query=self.query,
            rows=rows,
            empty="" if rows else texts.NOTHING_FOUND,
            chosen=self._chosen() if mode == "chosen" else None,
            given=self._given(catalogue) if mode == "given" else None,
        )

    def _chosen(self) -> Chosen | None:
        catalogue, view = self.facts.catalogue, self.facts.services.get(self._service)
        if catalogue is None or view is None:
            return None
        why = said.AWAY_SHORT if not self.facts.online else texts.ASK_PAID if self._paid == "asked" else ""
        if self._request:
            why = texts.GIVING
        give = Action("give", texts.GIVE, said.ENTER, not why, why)
        sign = self._sign if offer.signs(catalogue) else None
        shown = offer.chosen(catalogue, view, preferential=self._preferential, sign=sign, paid=self._paid, give=give)
        if len(catalogue.languages) > 1:
            shown = replace(shown, language=texts.language(self._language), speaks_another=self._language != SPANISH)
        if self._together:
            shown = replace(shown, wait=f"{shown.wait}\n{texts.together(self._together.number)}")
        return shown

    def _given(self, catalogue: Catalogue) -> Given | None:
        return offer.given(catalogue, self._receipt, texts.PAPER[self._paper]) if self._receipt else None

    def _bar(self, at: datetime) -> Bar:
        facts = self.facts
        return bar_of(
            facts,
            at,
            title=texts.TITLE,
            person=self.person,
            line="" if facts.hall is None or facts.hall.open else said.DAY_NOT_OPEN,
        )
