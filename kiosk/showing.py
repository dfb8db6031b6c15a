"""What each step looks like: from the step and the offer to the view of its screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from kiosk import finding, texts, views as v
from kiosk.offer import Offer
from kiosk.steps import (
    About,
    AppointmentCode,
    AppointmentPaid,
    AppointmentPreference,
    DocumentNumber,
    Entities,
    GivenBack,
    LongWait,
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
from shared.domain.languages.tags import SPANISH
from shared.domain.personal import DIGITS, Asking
from shared.domain.refusals import Code
from shared.domain.ticket import StopState
from shared.lan.views import HallView

ENTITIES_A_PAGE, ENTITIES_WHERE_WORDS_ARE_LONG = 6, 4
SERVICES_A_PAGE, SERVICES_WHERE_WORDS_ARE_LONG = 4, 3
FOUND_A_PAGE, FOUND_IN_A_LIST = 2, 4
ALL = 1_000
SHORTEST_CODE, LONGEST_CODE = 3, 14
MOST_COPIES = 2

T = TypeVar("T")


def pages(count: int, a_page: int) -> int:
    return max(1, -(-count // a_page))


def words_are_long() -> bool:
    """In the language that is spoken now; not where its cards are Spanish, because nobody has translated them yet."""
    return SPANISH not in (texts.waiting(2).language, texts.wait((5, 10)).language)


def entities_a_page(ways: Ways) -> int:
    """Words are longer in other languages, and some have the Spanish beside them; a list has pages of its own."""
    if ways.is_simple:
        return ALL
    return ENTITIES_WHERE_WORDS_ARE_LONG if words_are_long() else ENTITIES_A_PAGE


def services_a_page(ways: Ways) -> int:
    if ways.is_simple:
        return ALL
    return SERVICES_WHERE_WORDS_ARE_LONG if words_are_long() else SERVICES_A_PAGE


def found_a_page(ways: Ways) -> int:
    if ways.is_simple:
        return FOUND_IN_A_LIST
    return FOUND_A_PAGE


def pages_of(offer: Offer, step: Entities | Services | Search, ways: Ways) -> int:
    """How many pages a step has."""
    if isinstance(step, Search):
        return pages(len(finding.found(offer, step.typed)), found_a_page(ways))
    if isinstance(step, Entities):
        return pages(len(offer.entities(step.purpose)), entities_a_page(ways))
    return pages(len(offer.services(step.purpose, step.entity)), services_a_page(ways))


def view_of(
    step: Step | None, offer: Offer, head: v.Head, still_there: int, *, away: bool = False, sheet: str = ""
) -> v.KioskView:
    """The view of a step; None is home. `away`: the hub is not there. sheet: what became of the requirements."""
    match step:
        case None:
            return v.HomeView(
                head=head, still_there=still_there, purposes=offer.purposes(), has_appointments=offer.has_appointments
            )
        case Entities():
            return _entities(step, offer, head, still_there)
        case Services():
            return _services(step, offer, head, still_there)
        case Search():
            return _search(step, offer, head, still_there)
        case About(code):
            about = offer.service(code)
            return v.AboutView(head=head, can_go_back=True, still_there=still_there, service=about, sheet=sheet)
        case LongWait(order):
            long = offer.service(order.service)
            return v.LongWaitView(head=head, can_go_back=True, still_there=still_there, service=long)
        case AppointmentPaid(_, code) | Paid(code):
            paid = offer.service(code)
            return v.PaidView(head=head, can_go_back=True, still_there=still_there, service=paid, sheet=sheet)
        case Preference(code):
            service = offer.service(code)
            return v.PreferenceView(head=head, can_go_back=True, still_there=still_there, service=service, sheet=sheet)
        case AppointmentCode(typed):
            return v.CodeView(
                head=head, can_go_back=True, still_there=still_there, typed=typed, complete=len(typed) >= SHORTEST_CODE
            )
        case AppointmentPreference(code):
            asked = v.ServiceChoice("", "", "", "", 0, "", (), v.Crowd("closed"), appointment=code)
            return v.PreferenceView(head=head, can_go_back=True, still_there=still_there, service=asked)
        case DocumentNumber():
            return _document(step, offer, head, still_there)
        case Working(code):
            return v.WorkingView(head=head, service=offer.name_of(code), away=away)
        case Yours(receipt):
            return v.YoursView(
                head=head,
                can_go_back=True,
                still_there=still_there,
                number=receipt.number,
                service=offer.name_of(receipt.service),
                stops=offer.stops(receipt),
                state=receipt.state,
                can_change=receipt.state == StopState.WAITING,
            )
        case Unprinted(receipt, left):
            return v.UnprintedView(head=head, number=receipt.number, service=offer.name_of(receipt.service), left=left)
        case Rating(receipt):
            name = offer.name_of(receipt.service)
            return v.RateView(head=head, can_go_back=True, still_there=still_there, number=receipt.number, service=name)
        case Thanked():
            return v.ThankedView(head=head, still_there=still_there)
        case GivenBack(number):
            return v.GivenBackView(head=head, still_there=still_there, number=number)
        case Ticket():
            return _ticket(step, offer, head, still_there)
        case Sorry():
            return _sorry(step, offer, head, still_there)


def _document(step: DocumentNumber, offer: Offer, head: v.Head, still_there: int) -> v.DocumentView:
    asked = offer.catalogue.asked_for(step.asked.service)
    return v.DocumentView(
        head=head,
        can_go_back=True,
        still_there=still_there,
        kind=step.kind.value,
        typed=len(step.typed),
        digits=DIGITS[step.kind][0],
        complete=len(step.typed) >= DIGITS[step.kind][0],
        optional=asked.mode is Asking.OPTIONAL,
        reason=asked.reason,
        rule=asked.rule,
        told=offer.catalogue.personal,
    )


def home(offer: Offer, head: v.Head, still_there: int, changing: str) -> v.HomeView:
    """The first question, asked again about a ticket whose service is changed."""
    return v.HomeView(
        head=head, purposes=offer.purposes(), can_go_back=True, still_there=still_there, changing=changing
    )


def closed(hall: HallView | None, offer: Offer, head: v.Head, still_there: int) -> v.ClosedView:
    opens_at = offer.local(hall.opens_at) if hall else None
    return v.ClosedView(head=head, still_there=still_there, opens_at=opens_at, hours=offer.catalogue.hours)


def _entities(step: Entities, offer: Offer, head: v.Head, still_there: int) -> v.EntitiesView:
    choices = offer.entities(step.purpose)
    a_page = entities_a_page(head.ways)
    return v.EntitiesView(
        head=head,
        can_go_back=True,
        still_there=still_there,
        purpose=step.purpose,
        choices=_page(choices, step.page, a_page),
        page=step.page,
        pages=pages(len(choices), a_page),
        a_page=a_page,
    )


def _services(step: Services, offer: Offer, head: v.Head, still_there: int) -> v.ServicesView:
    services = offer.services(step.purpose, step.entity)
    a_page = services_a_page(head.ways)
    return v.ServicesView(
        head=head,
        can_go_back=True,
        still_there=still_there,
        entity=offer.catalogue.entity[step.entity].short,
        choices=tuple(offer.service(s.code) for s in _page(services, step.page, a_page)),
        page=step.page,
        pages=pages(len(services), a_page),
        a_page=a_page,
    )


def _search(step: Search, offer: Offer, head: v.Head, still_there: int) -> v.SearchView:
    services = finding.found(offer, step.typed)
    a_page = found_a_page(head.ways)
    return v.SearchView(
        head=head,
        can_go_back=True,
        still_there=still_there,
        typed=step.typed,
        choices=tuple(offer.service(s.code) for s in _page(services, step.page, a_page)),
        letters=finding.letters_on(offer, step.typed),
        page=step.page,
        pages=pages(len(services), a_page),
        a_page=a_page,
    )


def _ticket(step: Ticket, offer: Offer, head: v.Head, still_there: int) -> v.TicketView:
    receipt = step.receipt
    between = receipt.between and tuple(at.astimezone(offer.catalogue.timezone) for at in receipt.between)
    return v.TicketView(
        head=head,
        still_there=still_there,
        number=receipt.number,
        service=offer.name_of(receipt.service),
        preferential=receipt.preferential,
        issued_at=receipt.issued_at.astimezone(offer.catalogue.timezone),
        ahead=receipt.ahead,
        between=(between[0], between[1]) if between else None,
        stops=offer.stops(receipt),
        token=offer.catalogue.phone.page_of(receipt.token),
        wifi=offer.catalogue.phone.wifi,
        paper=step.paper,
        changed=receipt.copy,
        slot=offer.local(receipt.slot),
        late=offer.local(receipt.late),
        provisional=step.provisional,
        can_copy=step.paper in v.MAY_COPY and step.copies < MOST_COPIES and not head.no_paper,
    )


def _sorry(step: Sorry, offer: Offer, head: v.Head, still_there: int) -> v.SorryView:
    code, params = step.refused.code, step.refused.params
    subject, slot = "", None
    if code in (Code.ENTITY_CLOSED, Code.LAST_TICKET_GIVEN):
        entity = offer.catalogue.entity.get(str(params.get("entity")))
        subject = entity.short if entity else ""
    elif code in (Code.SERVICE_SUSPENDED, Code.SERVICE_FULL, Code.ALREADY_HAS_TICKET):
        subject = offer.name_of(str(params.get("service")))
    elif code in (Code.APPOINTMENT_TOO_EARLY, Code.APPOINTMENT_OTHER_DAY):
        slot = offer.local(_moment(str(params.get("slot") or "")))
    elif code == Code.APPOINTMENT_USED:
        subject = str(params.get("number"))
    opens_at = _moment(str(params.get("opens_at") or params.get("from_at") or params.get("again") or ""))
    return v.SorryView(
        head=head,
        still_there=still_there,
        code=code,
        subject=subject,
        slot=slot,
        opens_at=offer.local(opens_at),
        last_at=offer.local(_moment(str(params.get("last") or ""))),
    )


def _moment(text: str) -> datetime | None:
    """A parameter of a refusal is for people: what cannot be read is left out."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _page(choices: Sequence[T], page: int, a_page: int) -> tuple[T, ...]:
    return tuple(choices[page * a_page : (page + 1) * a_page])
