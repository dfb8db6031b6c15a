"""The walk of a citizen through the kiosk: which screen stands, what a choice leads to, what back means.

Plain Python, without Qt, clock or socket. A choice that makes no sense now (a second tap, a closed entity) does
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from msgspec import structs

from kiosk import finding, showing, views as v
from kiosk.offer import Offer
from kiosk.patience import TAKEN, Pace, Patience, pace
from kiosk.steps import (
    About,
    AppointmentCode,
    AppointmentPaid,
    AppointmentPreference,
    Choosing,
    DocumentNumber,
    Entities,
    GivenBack,
    LongWait,
    Paged,
    Paid,
    Preference,
    Rating,
    Search,
    Services,
    Sorry,
    Step,
    Thanked,
    Ticket,
    Unprinted,
    Working,
    Yours,
)
from kiosk.ways import Ways
from shared.domain.catalogue import Catalogue, Purpose
from shared.domain.commands import AskHelp, CancelTicket, ChangeService, CheckIn, FindTicket, IssueTicket, RateVisit
from shared.domain.languages.tags import SPANISH
from shared.domain.personal import DIGITS, Asking, DocumentKind, PersonDocument
from shared.domain.refusals import Code
from shared.lan.messages import Receipt, Refused
from shared.lan.views import HallView, ServiceView


class Flow:
    """One kiosk. The path holds the citizen's steps, the last one is on the screen; an empty path is home."""

    def __init__(self) -> None:
        self.online = False
        self.alone = False  # the hub is away, and numbers are given all the same
        self.spent = False  # the hub is away, and no number is left
        self.offer: Offer | None = None
        self._hall: HallView | None = None
        self._path: list[Step] = []
        self._patience = Patience()
        self.language = SPANISH  # of who stands here; whoever comes next begins in Spanish again
        self.ways = Ways()
        self._help = ""
        self.can_print = False  # a slip, now
        self.no_paper = False  # there is a printer, and it cannot
        self._sheet: tuple[str, str] = ("", "")  # the requirements on paper: of which service, what became of them
        self._asked_before = False  # whether they are there: then they have more time
        self._yours: Receipt | None = None  # the ticket whose service the citizen is changing

    def hub_is_there(self, there: bool) -> None:
        """While it is away nothing can be chosen; who was choosing finds the same screen when it is back."""
        self.online = there
        if there:
            self.alone = self.spent = False
        else:
            self._forget_number()

    def go_alone(self, catalogue: Catalogue, hall: HallView, services: Iterable[ServiceView]) -> None:
        """The hub stays away: from now on, by what is known. What only the hub can answer is put away."""
        if not self.alone and isinstance(
            self._step, AppointmentCode | AppointmentPreference | DocumentNumber | Yours | Rating | Sorry
        ):
            self._go()
        if not self.alone:
            self._yours = None
        self.alone, self.spent = True, False
        self.see(catalogue, hall, services)

    def run_out(self) -> None:
        """The hub is away, and there is no number to give."""
        self.alone, self.spent = False, True

    def see(self, catalogue: Catalogue, hall: HallView | None, services: Iterable[ServiceView]) -> None:
        """Take what the hub shows now. Whoever was choosing what is no longer offered is taken to the start."""
        changed = self.offer is not None and self.offer.catalogue != catalogue
        self.offer = Offer(catalogue, {view.code: view for view in services}, alone=self.alone)
        self._hall = hall
        if self.language not in catalogue.languages:
            self.language = SPANISH
        if isinstance(self._step, Choosing) and (changed or not self._day_is_open):
            self._go()

    def choose_language(self, language: str) -> None:
        """From here on in another language; nothing that was chosen is lost."""
        if language in self.languages:
            self.language = language
            self._patience.touched()
            if isinstance(self._step, Paged) and self._step.page:
                self._turn(self._step, 0)  # pages hold less where words are long

    def press_way(self, name: str) -> None:
        """Another way to use the screen; nothing that was chosen is lost."""
        self.ways = self.ways.pressed(name)
        self._patience.touched()
        if isinstance(self._step, Paged) and self._step.page:
            self._turn(self._step, 0)  # pages hold less where letters are large

    def ask_help(self) -> AskHelp | None:
        """Somebody is called, where there is a line to call them by; else the screen says where they are."""
        self._patience.touched()
        can_be_called = self.online and self._day_is_open
        self._help = "asked" if can_be_called else "alone"
        return AskHelp() if can_be_called else None

    def close_help(self) -> None:
        self._help = ""
        self._patience.touched()

    @property
    def languages(self) -> tuple[str, ...]:
        """What can be chosen, in the order of the centre file."""
        return self.offer.catalogue.languages if self.offer else ()

    def choose_purpose(self, purpose: Purpose) -> ChangeService | None:
        """A purpose with one service, or one entity, asks no question that has one answer."""
        offer = self._offered
        if self._path or offer is None:
            return None
        services, entities = offer.services(purpose), offer.entities(purpose)
        if not services or not offer.crowd(services).is_open:
            return None
        if len(services) == 1:
            return self._take(offer, services[0].code)
        if len(entities) == 1:
            self._go(Services(purpose, entities[0].id))
        else:
            self._go(Entities(purpose))
        return None

    def choose_entity(self, entity: str) -> ChangeService | None:
        offer, step = self._offered, self._step
        if offer is None or not isinstance(step, Entities):
            return None
        services = offer.services(step.purpose, entity)
        if not services or not offer.crowd(services).is_open:
            return None
        if len(services) == 1:
            return self._take(offer, services[0].code)
        self._go(*self._path, Services(step.purpose, entity))
        return None

    def choose_service(self, code: str) -> ChangeService | None:
        offer = self._offered
        if offer is not None and isinstance(self._step, Services | Search):
            return self._take(offer, code)
        return None

    def search(self) -> None:
        """What one came for is typed."""
        if self._offered is not None and (self._step is None or isinstance(self._step, Entities | Services)):
            self._go(*self._path, Search())

    def type_letter(self, key: str) -> None:
        """A key: a letter, " ", "" to take the last one back, "all" to begin again."""
        step = self._step
        if isinstance(step, Search):
            typed = "" if key == "all" else step.typed + key if key else step.typed[:-1]
            self._go(*self._path[:-1], Search(typed[: finding.LONGEST].lstrip()))

    def print_requirements(self) -> str:
        """The service whose requirements are to be printed now; "" for none: one sheet for each that is looked at."""
        code = self._asked_about
        if self._sheet_of(code) != v.SHEET_OFFERED:
            return ""
        self._sheet = code, v.SHEET_PRINTING
        self._patience.touched()
        return code

    def sheet_is(self, code: str, state: str) -> None:
        """What became of the requirements of a service; of one that nobody looks at any more nothing is told."""
        if self._sheet[0] == code:
            self._sheet = code, state

    @property
    def _asked_about(self) -> str:
        """The service whose requirements stand on the screen."""
        step = self._step
        return step.service if isinstance(step, About | Paid | Preference | AppointmentPaid) else ""

    def _sheet_of(self, code: str) -> str:
        if self._sheet[0] == code != "":
            return self._sheet[1]
        service = self.offer.catalogue.service.get(code) if self.offer else None
        says = service is not None and (service.requirements or service.fee_cents)
        return v.SHEET_OFFERED if says and self.can_print and not self.no_paper else ""

    def have_appointment(self) -> None:
        """The code of an appointment is typed."""
        if self._offered is not None and not self._path and not self._yours and self._offered.has_appointments:
            self._go(AppointmentCode())

    def type_code(self, key: str) -> None:
        """A key of the number pad: a digit, or "" to take the last one back."""
        step = self._step
        if isinstance(step, AppointmentCode):
            typed = step.typed + key if key else step.typed[:-1]
            self._go(*self._path[:-1], AppointmentCode(typed[: showing.LONGEST_CODE]))

    def say_code(self) -> None:
        """The code is complete."""
        step = self._step
        if isinstance(step, AppointmentCode) and len(step.typed) >= showing.SHORTEST_CODE:
            self._go(*self._path, AppointmentPreference(step.typed))

    def read_code(self, code: str) -> None:
        """The code of an appointment was held to the reader."""
        if self._offered is not None and not isinstance(self._step, Working) and self._offered.has_appointments:
            self._go(AppointmentPreference(code))

    def more(self) -> None:
        """The next page; after the last one the first."""
        offer, step = self._offered, self._step
        if offer is not None and isinstance(step, Paged):
            self._turn(step, (step.page + 1) % showing.pages_of(offer, step, self.ways))

    def say_paid(self, paid: bool) -> ChangeService | CheckIn | None:
        """The last answer of who changes the service, or has an appointment: then the one order that follows."""
        step = self._step
        if self._offered is not None and isinstance(step, AppointmentPaid):
            return self._check_in(structs.replace(step.check_in, pay_first=not paid))
        if self._offered is None or not isinstance(step, Paid):
            return None
        if self._yours:
            return self._change(step.service, pay_first=not paid)
        self._go(*self._path, Preference(step.service, pay_first=not paid))
        return None

    def read_slip(self, token: str) -> FindTicket | None:
        """A slip was held to the reader: the hub is asked whose it is, at any moment but in the middle of an order."""
        if self._offered is None or not self.online or isinstance(self._step, Working):
            return None
        self._go(Working("", finding=True))
        return FindTicket(token=token)

    def give_back(self) -> CancelTicket | None:
        """The citizen needs the number no more."""
        step = self._step
        if self._offered is None or not isinstance(step, Yours):
            return None
        self._yours = step.receipt
        self._path = [Working("", finding=True)]
        return CancelTicket(token=step.receipt.token)

    def change_service(self) -> None:
        """From here on a service is chosen for the ticket at hand."""
        step = self._step
        if self._offered is not None and isinstance(step, Yours):
            self._go()
            self._yours = step.receipt

    def _change(self, service: str, *, pay_first: bool) -> ChangeService | None:
        yours = self._yours
        if yours is None:
            return None
        self._go(Working(service))
        return ChangeService(service, pay_first=pay_first, token=yours.token)

    def order_taken(self) -> None:
        """The hub did what was asked, and has nothing to show of it."""
        if isinstance(self._step, Working) and self._step.rating:
            self._go(Thanked())
        elif isinstance(self._step, Working) and self._yours:
            self._go(GivenBack(self._yours.number))

    def rate(self, satisfaction: int) -> RateVisit | None:
        """How the visit was, from 1 to 5."""
        step = self._step
        if self._offered is None or not isinstance(step, Rating):
            return None
        self._go(Working("", rating=True))
        return RateVisit(satisfaction, token=step.receipt.token)

    def say_preferential(self, preferential: bool) -> IssueTicket | CheckIn | None:
        """The last answer, but where a document is asked for. The one order that follows, or None for none."""
        step = self._step
        if self._offered is not None and isinstance(step, AppointmentPreference):
            return self._check_in(CheckIn(step.code, preferential=preferential, language=self.language))
        if self._offered is None or not isinstance(step, Preference):
            return None
        order = IssueTicket(step.service, pay_first=step.pay_first, preferential=preferential, language=self.language)
        if not preferential and self._is_long(self._offered, step.service):
            self._go(*self._path, LongWait(order))
            return None
        return self._ask_document(order)

    def say_wanted(self, wanted: bool) -> IssueTicket | None:
        """Whether the number is wanted though the wait is long."""
        step = self._step
        if self._offered is None or not isinstance(step, LongWait):
            return None
        if wanted:
            return self._ask_document(step.asked)
        self._go()
        return None

    def _ask_document(self, order: IssueTicket) -> IssueTicket | None:
        """The order, or None where the number of a document is asked for first."""
        if self.online and self._offered and self._offered.catalogue.asked_for(order.service).mode is not Asking.OFF:
            self._go(*self._path, DocumentNumber(order))
            return None
        self._go(Working(order.service))
        return order

    def _is_long(self, offer: Offer, code: str) -> bool:
        from_minutes, wait = offer.catalogue.kiosk.long_wait, offer.service(code).crowd.wait
        return bool(from_minutes and wait and wait[0] >= from_minutes)

    def choose_kind(self, kind: DocumentKind) -> None:
        """Another document has another number."""
        step = self._step
        if isinstance(step, DocumentNumber):
            self._go(*self._path[:-1], replace(step, kind=kind, typed=""))

    def type_digit(self, key: str) -> None:
        """A key of the number pad: a digit, "" to take the last one back, "all" to begin again."""
        step = self._step
        if isinstance(step, DocumentNumber):
            typed = "" if key == "all" else step.typed + key if key else step.typed[:-1]
            self._go(*self._path[:-1], replace(step, typed=typed[: DIGITS[step.kind][1]]))

    def say_document(self) -> IssueTicket | None:
        """The number is complete: it goes along with the order, and the screen knows it no more."""
        offer, step = self._offered, self._step
        if offer is None or not isinstance(step, DocumentNumber) or len(step.typed) < DIGITS[step.kind][0]:
            return None
        self._go(Working(step.asked.service))
        text = offer.catalogue.personal.version
        return structs.replace(step.asked, document=PersonDocument(step.kind, step.typed, text))

    def go_without(self) -> IssueTicket | None:
        """Whoever gives no number is served the same, where it is not required."""
        offer, step = self._offered, self._step
        if offer is None or not isinstance(step, DocumentNumber):
            return None
        if offer.catalogue.asked_for(step.asked.service).mode is not Asking.OPTIONAL:
            return None
        self._go(Working(step.asked.service))
        return step.asked

    def _forget_number(self) -> None:
        """Without a touch: the screen stays, what was typed on it does not."""
        step = self._step
        if isinstance(step, DocumentNumber) and step.typed:
            self._path[-1] = replace(step, typed="")

    def take_receipt(self, receipt: Receipt, paper: str = v.PRINTING, *, provisional: bool = False) -> None:
        """The number has come, or the ticket that was asked for. `provisional`: the kiosk's own."""
        if isinstance(self._step, Working):
            if self._step.finding and self.language == SPANISH:
                self.choose_language(receipt.language)  # of who holds the slip
            before = Rating(receipt) if receipt.can_be_rated else Yours(receipt)
            self._go(before if self._step.finding else Ticket(receipt, paper, provisional))

    def ask_whose(self, receipt: Receipt, left: int, *, provisional: bool) -> bool:
        """A number of before was not printed: ask whose it is, `left` seconds long. False while somebody is here."""
        if self._path or self.offer is None:
            return False
        self._go(Unprinted(receipt, left, provisional))
        return True

    def claim(self, paper: str) -> Receipt | None:
        """Somebody says that the number is theirs: it is printed now."""
        step = self._step
        if not isinstance(step, Unprinted):
            return None
        self._go(Ticket(step.receipt, paper, step.provisional, copies=1))
        return step.receipt

    def print_again(self) -> Receipt | None:
        """The slip did not come out, or not whole: the same number once more, as a copy."""
        step = self._step
        if not isinstance(step, Ticket) or step.paper not in v.MAY_COPY or step.copies >= showing.MOST_COPIES:
            return None
        self._go(replace(step, paper=v.PRINTING, copies=step.copies + 1))
        return step.receipt

    def take_refusal(self, refused: Refused) -> None:
        """The hub said no; or that the citizen has to be asked first whether the fee is paid."""
        step = self._step
        if not isinstance(step, Working):
            return
        service = str(refused.params.get("service", ""))
        if refused.code == Code.FEE_NOT_ASKED and step.check_in and self.offer and self.offer.knows(service):
            self._go(AppointmentPaid(step.check_in, service))
        else:
            self._go(Sorry(refused))

    def _check_in(self, order: CheckIn) -> CheckIn:
        self._go(Working("", check_in=order))
        return order

    def paper_is(self, ticket: int, paper: str) -> None:
        """What became of a slip; one whose ticket is no longer on the screen changes nothing."""
        step = self._step
        if isinstance(step, Ticket) and step.receipt.ticket == ticket and step.paper != paper:
            self._go(replace(step, paper=paper))

    def back(self) -> None:
        """One page, or one question, back."""
        step = self._step
        if isinstance(step, Paged) and step.page:
            self._turn(step, step.page - 1)
        elif isinstance(step, Choosing | Yours | Rating):
            yours = self._yours
            self._go(*self._path[:-1])
            self._yours = yours if isinstance(step, Choosing) else None
        elif step is None:
            self._yours = None

    def done(self) -> None:
        """The citizen has read the number, or why there is none."""
        if isinstance(self._step, Ticket | Sorry | GivenBack | Thanked):
            self._leave()

    def use_keys(self) -> None:
        """A keypad or a switch is in use: it has its mark, and more time."""
        self.touched()
        self.ways = structs.replace(self.ways, marked=True)

    def touched(self) -> None:
        """Somebody is there. Whoever had to say so is slower than others: from now on there is more time."""
        self._asked_before = self._asked_before or self._still_there > 0
        self._patience.touched()

    def second_passed(self) -> None:
        """Whoever left does not leave their choices to the next one."""
        if isinstance(self._step, Unprinted):
            left = self._step.left - 1
            self._go(*([replace(self._step, left=left)] if left > 0 else []))
            return
        at_home = self._step is None and self._yours is None
        if (at_home and self._is_as_found) or isinstance(self._step, Working):
            return
        if self._patience.second_passed(self._pace):
            self._leave()
        elif self._patience.quiet >= (self._pace.quiet if self._is_slow else TAKEN):
            self._forget_number()

    def view(self, now: datetime) -> v.KioskView:
        """All that is on the screen at this moment. A ticket, and the wait for one, outlive the hub and the day."""
        offer, step = self.offer, self._step
        if offer is None:
            return v.AwayView()
        local = offer.local(now.replace(second=0, microsecond=0))
        languages = offer.catalogue.languages
        head = v.Head(
            offer.catalogue.name,
            offer.catalogue.motto,
            local,
            self.alone,
            languages,
            self.language,
            self.ways,
            offer.catalogue.kiosk,
            self._help,
            self.no_paper,
        )
        still_there = self._still_there
        if not self.online and not self.alone and not isinstance(step, Working | Ticket | Unprinted):
            return v.AwayView(head=head, still_there=still_there, spent=self.spent)
        if step is None and not self._day_is_open:
            return showing.closed(self._hall, offer, head, still_there)
        if step is None and self._yours:
            return showing.home(offer, head, still_there, self._yours.number)
        sheet = self._sheet_of(self._asked_about)
        return showing.view_of(step, offer, head, still_there, away=not self.online, sheet=sheet)

    @property
    def is_asking_whose(self) -> bool:
        """Whether a number of before waits for whoever claims it."""
        return isinstance(self._step, Unprinted)

    @property
    def is_provisional(self) -> bool:
        """Whether the number on the screen is the kiosk's own."""
        return isinstance(self._step, Ticket) and self._step.provisional

    @property
    def is_at_home(self) -> bool:
        return not self._path and self._yours is None

    @property
    def is_finding(self) -> bool:
        """Whether the order under way asks for a ticket given before."""
        return isinstance(self._step, Working) and self._step.finding

    @property
    def _step(self) -> Step | None:
        return self._path[-1] if self._path else None

    @property
    def _day_is_open(self) -> bool:
        return self._hall is not None and self._hall.open

    @property
    def _offered(self) -> Offer | None:
        """What can be chosen from now: nothing while there is no number to give, or the day is not open."""
        return self.offer if (self.online or self.alone) and self._day_is_open else None

    @property
    def _is_slow(self) -> bool:
        return self._asked_before or self.ways.is_slow

    @property
    def _pace(self) -> Pace:
        """Whoever holds the paper is not asked, unless they are slow: it says all that the screen says."""
        return pace(taken=isinstance(self._step, Ticket) and self._step.paper == v.PRINTED, slow=self._is_slow)

    @property
    def _still_there(self) -> int:
        """Seconds left of the question; nobody is asked on a screen that stands as it was found."""
        nobody = self._step is None and self._yours is None and self._is_as_found
        return 0 if nobody else self._patience.left(self._pace)

    def _go(self, *path: Step) -> None:
        if not isinstance(path[-1] if path else None, Choosing | Working):
            self._yours = None  # nobody is changing a service any more
        self._path = list(path)
        self._patience.touched()

    def _leave(self) -> None:
        """Back to the start, for somebody else."""
        self._go()
        self.language, self.ways, self._help, self._sheet = SPANISH, Ways(), "", ("", "")
        self._asked_before = False

    @property
    def _is_as_found(self) -> bool:
        """Whether nobody changed how the kiosk speaks and looks."""
        return self.language == SPANISH and self.ways == Ways() and not self._help

    def _turn(self, step: Entities | Services | Search, page: int) -> None:
        self._go(*self._path[:-1], replace(step, page=page))

    def _take(self, offer: Offer, code: str) -> ChangeService | None:
        """A service is chosen; the order that follows at once where a ticket changes and there is nothing to ask."""
        service = offer.catalogue.service.get(code)
        if service is None:
            return None
        if not offer.crowd([service]).is_open:
            self._go(*self._path, About(code))
            return None
        if service.pay_first:
            self._go(*self._path, Paid(code))
        elif self._yours:
            return self._change(code, pay_first=False)
        else:
            self._go(*self._path, Preference(code))
        return None
