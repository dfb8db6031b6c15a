"""Every screen of the kiosk, by the walk of invented citizens on a Monday morning: for pictures, and to be measured.

Each comes from the kiosk's own flow. A new screen is added here, and then stands in the pictures of every language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace

from kiosk import views as v
from kiosk.flow import Flow
from kiosk.patience import IDLE, SLOW
from kiosk.ways import Ways
from shared.domain.catalogue import Catalogue, Purpose
from shared.domain.personal import AskedFor, Asking, Keeping, Personal
from shared.domain.refusals import Code
from shared.lan.messages import Receipt, Refused, StopShown
from shared.lan.views import HallView, ServiceView

AS_FOUND = Ways()
NOW = datetime(2026, 11, 23, 15, 24, tzinfo=UTC)  # 10:24 in Lima
OPEN = HallView(date(2026, 11, 23), open=True)
CLOSED = HallView(date(2026, 11, 23), open=False, opens_at=NOW + timedelta(hours=22))
WAITS = ((12, (10, 15)), (21, (25, 35)), (3, (0, 5)), (17, (65, 90)), (0, (0, 5)), (1, (5, 10)))
TOKEN = "Jx7QmW2sT9Zr3mX9q0b2kL"
ASKED = AskedFor(Asking.OPTIONAL, "Para ubicar su expediente antes de que usted llegue al módulo", "TUPA, numeral 12")
TOLD = Personal(
    "Presidencia del Consejo de Ministros, Jr. Carabaya s/n, Lima",
    "RNPDP-PJP 1234567",
    "en el módulo de orientación o en datospersonales@pcm.gob.pe",
    "2026-11",
    keep_document=Keeping.DAY,
)


def gallery(
    catalogue: Catalogue, language: str = "es", only: Sequence[str] = (), ways: Ways = AS_FOUND
) -> Iterator[tuple[str, v.KioskView]]:
    """Name and view of every screen. The catalogue needs the services of `installers/centres/region-sur.toml`."""
    for name in only or SCREENS:
        flow = at_home(catalogue)
        flow.choose_language(language)
        flow.ways = ways
        SCREENS[name](flow)
        yield name, flow.view(NOW)


def at_home(catalogue: Catalogue) -> Flow:
    """A kiosk whose hub is there on an open day; the last entity is closed, one has given its last number."""
    flow = Flow()
    flow.hub_is_there(True)
    flow.see(catalogue, OPEN, _services(catalogue))
    return flow


def _services(catalogue: Catalogue) -> list[ServiceView]:
    later = NOW + timedelta(hours=4)
    views = []
    places = {queue.prefix: index for index, queue in enumerate(catalogue.queues)}
    for service in catalogue.services:
        place = places[service.queue]
        waiting, wait = WAITS[place % len(WAITS)]
        view = ServiceView(service.code, "open", waiting, wait)
        if place == 6:
            view = ServiceView(service.code, "closed", 0, None, later)
        elif place == 7:
            view = ServiceView(service.code, "last_ticket", 9, None, NOW + timedelta(days=1), last_at=NOW)
        elif place == 5:
            view = ServiceView(service.code, "open", 4, None)
        views.append(view)
    return views


def receipt(flow: Flow, **other: object) -> Receipt:
    """Antecedentes penales, to be paid first."""
    facts: dict[str, object] = {
        "ticket": 2026112300047, "number": "PJ 047", "service": "PJ01", "queue": "PJ", "preferential": False,
        "language": flow.language, "issued_at": NOW, "ahead": 12,
        "between": (NOW + timedelta(minutes=11), NOW + timedelta(minutes=16)),
        "stops": (StopShown("BN", "BN01", (1, 2, 3, 4, 5, 6)), StopShown("PJ", "PJ01", (20, 21))), "token": TOKEN,
    }  # fmt: skip
    return Receipt(**{**facts, **other})  # type: ignore[arg-type]


def _entities(flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)


def _services_of(flow: Flow) -> None:
    _entities(flow)
    flow.choose_entity("pj")


def _paid(flow: Flow) -> None:
    flow.can_print = True
    _services_of(flow)
    flow.choose_service("PJ01")


def _preference(flow: Flow) -> None:
    _paid(flow)
    flow.say_paid(False)


def _search(flow: Flow, typed: str = "cert") -> None:
    flow.search()
    for letter in typed:
        flow.type_letter(letter)


def _about(flow: Flow) -> None:
    flow.can_print = True
    _search(flow, "pasaporte")
    flow.choose_service("MT01")


def _long_wait(flow: Flow) -> None:
    assert flow.offer is not None
    views = [replace(view, wait=(50, 60)) if view.state == "open" else view for view in _services(flow.offer.catalogue)]
    flow.see(flow.offer.catalogue, OPEN, views)
    _preference(flow)
    flow.say_preferential(False)


def _no_paper(flow: Flow) -> None:
    flow.no_paper = True


def _requirements(flow: Flow, sheet: str = v.SHEET_PRINTED) -> None:
    flow.can_print = True
    _preference(flow)
    flow.sheet_is(flow.print_requirements(), sheet)


def _document(flow: Flow) -> None:
    assert flow.offer is not None
    flow.see(replace(flow.offer.catalogue, document=ASKED, personal=TOLD), OPEN, _services(flow.offer.catalogue))
    _preference(flow)
    flow.say_preferential(False)
    for digit in "70412":
        flow.type_digit(digit)


def _working(flow: Flow) -> None:
    _preference(flow)
    flow.say_preferential(False)


def _still_asking(flow: Flow) -> None:
    _working(flow)
    flow.hub_is_there(False)


def _ticket(flow: Flow, paper: str = v.PRINTED, *, provisional: bool = False, **facts: object) -> None:
    _working(flow)
    flow.take_receipt(receipt(flow, **facts), paper, provisional=provisional)


def _one_stop(flow: Flow) -> None:
    stops = (StopShown("PJ", "PJ01", (20, 21)),)
    _ticket(flow, v.UNSURE, number="RW 1888", preferential=True, between=None, stops=stops, slot=NOW)


def _provisional(flow: Flow) -> None:
    _ticket(flow, v.NOT_PRINTED, provisional=True, number="A 001", between=None)


def _code(flow: Flow) -> None:
    flow.have_appointment()
    for digit in "20417":
        flow.type_code(digit)


def _appointment(flow: Flow) -> None:
    _code(flow)
    flow.say_code()


def _yours(flow: Flow, state: str = "waiting") -> None:
    flow.read_slip(TOKEN)
    flow.take_receipt(receipt(flow, state=state, copy=True))


def _given_back(flow: Flow) -> None:
    _yours(flow)
    flow.give_back()
    flow.order_taken()


def _rating(flow: Flow) -> None:
    flow.read_slip(TOKEN)
    flow.take_receipt(receipt(flow, state="done", copy=True, can_be_rated=True))


def _thanked(flow: Flow) -> None:
    _rating(flow)
    flow.rate(5)
    flow.order_taken()


def _sorry(flow: Flow, code: Code = Code.LAST_TICKET_GIVEN, **params: str | int) -> None:
    _working(flow)
    again = (NOW + timedelta(hours=22)).isoformat()
    last: dict[str, str | int] = {"entity": "pj", "last": NOW.isoformat(), "again": again}
    flow.take_refusal(Refused("r1", code, params or last))


def _still_there(flow: Flow) -> None:
    _entities(flow)
    for _ in range(IDLE * (SLOW if flow.ways.is_slow else 1)):
        flow.second_passed()


def _closed(flow: Flow) -> None:
    assert flow.offer is not None
    flow.see(flow.offer.catalogue, CLOSED, ())


def _alone(flow: Flow) -> None:
    assert flow.offer is not None
    catalogue = flow.offer.catalogue
    flow.hub_is_there(False)
    flow.go_alone(catalogue, OPEN, [ServiceView(s.code, "open", 0, None) for s in catalogue.services])
    _entities(flow)


def _spent(flow: Flow) -> None:
    flow.hub_is_there(False)
    flow.run_out()


def _unprinted(flow: Flow) -> None:
    flow.ask_whose(receipt(flow), 30, provisional=False)


SCREENS: dict[str, Callable[[Flow], None]] = {
    "home": lambda _: None,
    "entities": _entities,
    "services": _services_of,
    "search": _search,
    "search-begun": lambda flow: _search(flow, ""),
    "search-nothing": lambda flow: _search(flow, "zx"),
    "about": _about,
    "paid": _paid,
    "preference": _preference,
    "requirements-printed": _requirements,
    "long-wait": _long_wait,
    "document": _document,
    "working": _working,
    "ticket": _ticket,
    "ticket-preferential": _one_stop,
    "ticket-provisional": _provisional,
    "ticket-half": lambda flow: _ticket(flow, v.HALF),
    "ticket-copy": lambda flow: _ticket(flow, v.UNSURE, number="RW 1888", preferential=True, between=None),
    "no-paper": _no_paper,
    "code": _code,
    "appointment": _appointment,
    "yours": _yours,
    "yours-held": lambda flow: _yours(flow, "held"),
    "given-back": _given_back,
    "rate": _rating,
    "thanked": _thanked,
    "sorry": _sorry,
    "sorry-entity": lambda flow: _sorry(flow, Code.ENTITY_CLOSED, entity="pj", opens_at=NOW.isoformat()),
    "still-there": _still_there,
    "still-asking": _still_asking,
    "closed": _closed,
    "away": lambda flow: flow.hub_is_there(False),
    "spent": _spent,
    "alone": _alone,
    "unprinted": _unprinted,
}
