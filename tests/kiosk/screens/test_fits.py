"""Every screen, in both orientations, with the real words of both centres: nothing is cut off, nothing too near."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from kiosk import views as v
from kiosk.flow import Flow
from kiosk.screens.window import KioskWindow
from shared.domain.catalogue import Catalogue, Purpose
from shared.domain.centre_file import load_centre
from shared.domain.personal import AskedFor, Asking, DocumentKind, Keeping, Personal
from shared.domain.refusals import Code
from shared.lan.messages import Refused, StopShown
from shared.lan.views import HallView, ServiceView
from tests.fakes.morning import NOW, OPEN, REGION_SUR, receipt, service_views

Judge = Callable[[QWidget], list[str]]


@pytest.fixture(scope="module", params=["region-sur", "lima-norte"])
def centre(request: pytest.FixtureRequest) -> Catalogue:
    return load_centre(REGION_SUR.with_stem(request.param))


def at_home(centre: Catalogue) -> Flow:
    flow = Flow()
    flow.hub_is_there(True)
    flow.see(centre, OPEN, service_views(centre).values())
    return flow


def pages(flow: Flow) -> Iterator[v.EntitiesView | v.ServicesView]:
    """The page that stands, then the others, coming round to the first."""
    while True:
        view = flow.view(NOW)
        assert isinstance(view, v.EntitiesView | v.ServicesView)
        yield view
        flow.more()
        if view.page == view.pages - 1:
            return


def test_in_spanish_no_page_of_services_has_to_be_a_list(window: KioskWindow, centre: Catalogue) -> None:
    lists = []
    for entity in centre.entities:
        flow = at_home(centre)
        flow.choose_purpose(Purpose.PROCEDURE)
        flow.choose_entity(entity.id)
        if not isinstance(flow.view(NOW), v.ServicesView):
            continue
        for view in pages(flow):
            window.show_view(view)
            if window.stage.current() is window.stage.simple:
                lists.append((entity.id, view.page))
    assert lists == []


def test_home(window: KioskWindow, faults: Judge, centre: Catalogue) -> None:
    window.show_view(at_home(centre).view(NOW))
    assert not faults(window)


@pytest.mark.parametrize("purpose", [Purpose.PROCEDURE, Purpose.GUIDANCE, Purpose.PICKUP])
def test_every_page_of_entities(window: KioskWindow, faults: Judge, centre: Catalogue, purpose: Purpose) -> None:
    flow = at_home(centre)
    flow.choose_purpose(purpose)
    for view in pages(flow):
        window.show_view(view)
        assert not faults(window)


def test_every_page_of_services(window: KioskWindow, faults: Judge, centre: Catalogue) -> None:
    for entity in centre.entities:
        flow = at_home(centre)
        flow.choose_purpose(Purpose.PROCEDURE)
        flow.choose_entity(entity.id)
        if isinstance(flow.view(NOW), v.ServicesView):
            for view in pages(flow):
                window.show_view(view)
                assert not faults(window), entity.id


def test_both_questions_for_every_service(window: KioskWindow, faults: Judge, centre: Catalogue) -> None:
    flow = at_home(centre)
    assert flow.offer
    for service in centre.services:
        offered = flow.offer.service(service.code)
        if service.pay_first:
            window.show_view(v.PaidView(head=flow.view(NOW).head, can_go_back=True, service=offered))
            assert not faults(window), service.code
        window.show_view(v.PreferenceView(head=flow.view(NOW).head, can_go_back=True, service=offered))
        assert not faults(window), service.code


def shown_ticket(centre: Catalogue, paper: str, **facts: object) -> v.KioskView:
    flow = at_home(centre)
    flow.choose_purpose(Purpose.PICKUP)
    flow.choose_entity("reniec")
    assert flow.say_preferential(True)
    flow.take_receipt(receipt(**facts), paper)
    return flow.view(NOW)


@pytest.mark.parametrize("paper", v.PAPER)
@pytest.mark.parametrize("attended", [True, False])
def test_widest_number_with_all_that_belongs_to_it(
    window: KioskWindow, faults: Judge, centre: Catalogue, paper: str, attended: bool
) -> None:
    between = (NOW + timedelta(hours=2), NOW + timedelta(hours=3)) if attended else None
    facts = {"number": "RW 1888", "preferential": True, "ahead": 188, "between": between}
    window.show_view(shown_ticket(centre, paper, **facts))
    assert not faults(window)


def test_ticket_of_every_service(window: KioskWindow, faults: Judge, centre: Catalogue) -> None:
    for service in centre.services:
        counters = tuple(c.number for c in centre.counters_of[service.queue])
        goal = StopShown(service.queue, service.code, counters)
        payment = (StopShown("BN", "BN01", tuple(c.number for c in centre.counters_of["BN"])),)
        stops = (*payment, goal) if service.pay_first else (goal,)
        window.show_view(shown_ticket(centre, v.PRINTED, service=service.code, stops=stops, number="RW 1888"))
        assert not faults(window), service.code


def test_sentences(window: KioskWindow, faults: Judge, centre: Catalogue) -> None:
    head = at_home(centre).view(NOW).head
    opens = datetime(2026, 11, 25, 13, 30, tzinfo=UTC)
    window.show_view(v.AwayView())
    assert not faults(window)
    subject = max((service.name for service in centre.services), key=len)
    asked = v.WorkingView(head=head, service=subject, away=True)
    for view in (v.AwayView(head=head), v.WorkingView(head=head), asked, v.ClosedView(head=head, opens_at=opens)):
        window.show_view(view)
        assert not faults(window)
    for code in Code:
        window.show_view(v.SorryView(head=head, code=code, subject=subject, opens_at=opens))
        assert not faults(window), code


def test_closed_day_with_the_hours_of_the_week(window: KioskWindow, faults: Judge, centre: Catalogue) -> None:
    flow = at_home(centre)
    flow.see(centre, HallView(date(2026, 11, 23), open=False), ())
    window.show_view(flow.view(NOW))
    assert not faults(window)


def test_everything_closed(window: KioskWindow, faults: Judge, centre: Catalogue) -> None:
    closed = [ServiceView(s.code, "closed", 0, None, NOW + timedelta(hours=4)) for s in centre.services]
    flow = at_home(centre)
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.see(centre, OPEN, closed)
    window.show_view(flow.view(NOW))
    assert not faults(window)
    window.show_view(Flow().view(NOW))
    home = at_home(centre)
    home.see(centre, OPEN, closed)
    window.show_view(home.view(NOW))
    assert not faults(window)


def test_refused_number(window: KioskWindow, faults: Judge, centre: Catalogue) -> None:
    flow = at_home(centre)
    flow.choose_purpose(Purpose.PICKUP)
    flow.choose_entity("reniec")
    flow.say_preferential(False)
    flow.take_refusal(Refused("r1", Code.ENTITY_CLOSED, {"entity": "reniec", "opens_at": ""}))
    window.show_view(flow.view(NOW))
    assert not faults(window)


@pytest.mark.parametrize("state", ["waiting", "called", "held", "done"])
def test_a_ticket_given_before(window: KioskWindow, faults: Judge, centre: Catalogue, state: str) -> None:
    flow = at_home(centre)
    flow.read_slip("A" * 22)
    flow.take_receipt(receipt(number="RW 1888", copy=True, state=state, token="A" * 22))
    window.show_view(flow.view(NOW))
    assert not faults(window)
    flow.change_service()
    window.show_view(flow.view(NOW))
    assert not faults(window)
    window.show_view(v.GivenBackView(number="RW 1888"))
    assert not faults(window)


def test_a_visit_of_three_stops_with_a_return(window: KioskWindow, faults: Judge, centre: Catalogue) -> None:
    bank, desk = centre.counters_of["BN"], centre.counters_of["MT"]
    stops = (
        StopShown("BN", "BN01", tuple(counter.number for counter in bank)),
        StopShown("MT", "MT01", tuple(counter.number for counter in desk)),
        StopShown("ME", "ME01", tuple(counter.number for counter in centre.counters_of["ME"]), 45),
    )
    window.show_view(shown_ticket(centre, v.UNSURE, service="MT01", stops=stops, number="RW 1888"))
    assert not faults(window)


def test_a_service_without_any_number_left(window: KioskWindow, faults: Judge, centre: Catalogue) -> None:
    full = [ServiceView(s.code, "full", 9, (5, 10), NOW + timedelta(hours=1)) for s in centre.services]
    flow = at_home(centre)
    flow.see(centre, OPEN, full)
    window.show_view(flow.view(NOW))
    assert not faults(window)


def test_no_more_numbers_today(window: KioskWindow, faults: Judge, centre: Catalogue) -> None:
    """The longest of these sentences, on every card: a Saturday to come, or tomorrow."""
    for again in (timedelta(hours=23), timedelta(days=5)):
        over = [
            ServiceView(s.code, "last_ticket", 12, None, NOW + again, last_at=NOW - timedelta(minutes=50))
            for s in centre.services
        ]
        flow = at_home(centre)
        flow.choose_purpose(Purpose.PROCEDURE)
        flow.see(centre, OPEN, over)
        for view in pages(flow):
            window.show_view(view)
            assert not faults(window)
        home = at_home(centre)
        home.see(centre, OPEN, over)
        window.show_view(home.view(NOW))
        assert not faults(window)


def test_nobody_serves_now_but_somebody_will(window: KioskWindow, faults: Judge, centre: Catalogue) -> None:
    later = NOW + timedelta(hours=3)
    alone = [ServiceView(s.code, "open", 12, None, serves_from=later) for s in centre.services]
    flow = at_home(centre)
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.see(centre, OPEN, alone)
    for view in pages(flow):
        window.show_view(view)
        assert not faults(window)
    flow.choose_entity("bn")
    for view in pages(flow):
        window.show_view(view)
        assert not faults(window)


def test_the_last_number_was_given_a_moment_ago(window: KioskWindow, faults: Judge, centre: Catalogue) -> None:
    flow = at_home(centre)
    flow.choose_purpose(Purpose.PICKUP)
    flow.choose_entity("reniec")
    flow.say_preferential(False)
    params = {
        "queue": "RE",
        "entity": "reniec",
        "last": NOW.isoformat(),
        "again": (NOW + timedelta(days=1)).isoformat(),
    }
    flow.take_refusal(Refused("r1", Code.LAST_TICKET_GIVEN, params))
    window.show_view(flow.view(NOW))
    assert not faults(window)


def test_the_code_of_an_appointment(window: KioskWindow, faults: Judge, centre: Catalogue) -> None:
    flow = at_home(centre)
    flow.have_appointment()
    window.show_view(flow.view(NOW))
    assert not faults(window)
    for digit in "88888888888888888888":
        flow.type_code(digit)
    window.show_view(flow.view(NOW))
    assert not faults(window)
    flow.say_code()
    window.show_view(flow.view(NOW))
    assert not faults(window)


@pytest.mark.parametrize("fact", ["slot", "late"])
def test_a_ticket_of_an_appointment(window: KioskWindow, faults: Judge, centre: Catalogue, fact: str) -> None:
    window.show_view(shown_ticket(centre, v.UNSURE, number="RW 1888", preferential=True, **{fact: NOW}))
    assert not faults(window)


@pytest.mark.parametrize("mode", [Asking.OPTIONAL, Asking.REQUIRED])
def test_the_number_of_a_document(window: KioskWindow, faults: Judge, centre: Catalogue, mode: Asking) -> None:
    told = Personal(
        "Presidencia del Consejo de Ministros, Jr. Carabaya s/n, Cercado de Lima, Lima 01",
        "Banco RNPDP-PJP número 1234567",
        "en el módulo de orientación de este centro o en datospersonales.mac@pcm.gob.pe",
        "2026-11",
        keep_document=Keeping.DAY,
    )
    rule = "Texto Único de Procedimientos del Poder Judicial, numeral 12"
    asked = AskedFor(mode, "Para ubicar su expediente antes de que usted llegue al módulo asignado", rule)
    flow = at_home(replace(centre, document=asked, personal=told))
    flow.choose_purpose(Purpose.PICKUP)
    flow.choose_entity("reniec")
    flow.say_preferential(False)
    window.show_view(flow.view(NOW))
    assert not faults(window)
    flow.choose_kind(DocumentKind.CE)
    for digit in "888888888888":
        flow.type_digit(digit)
    window.show_view(flow.view(NOW))
    assert not faults(window)
