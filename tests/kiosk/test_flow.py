"""Every path of the walk, without a window."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from kiosk import views as v
from kiosk.flow import Flow
from kiosk.patience import IDLE, TAKEN, WARNING
from shared.domain.catalogue import Catalogue, Purpose
from shared.domain.commands import IssueTicket
from shared.domain.refusals import Code
from shared.lan.messages import Refused
from shared.lan.views import HallView, ServiceView
from tests.fakes.morning import NOW, OPEN, receipt, service_views


def screen(flow: Flow) -> str:
    return str(type(flow.view(NOW)).__struct_config__.tag)


def working(flow: Flow) -> v.WorkingView:
    view = flow.view(NOW)
    assert isinstance(view, v.WorkingView)
    return view


def shown(flow: Flow) -> list[str]:
    """Ids of the choices on the screen."""
    view = flow.view(NOW)
    if isinstance(view, v.EntitiesView):
        return [choice.id for choice in view.choices]
    assert isinstance(view, v.ServicesView)
    return [choice.code for choice in view.choices]


def to_preference(flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.choose_entity("bn")
    flow.choose_service("BN01")


def to_ticket(flow: Flow, paper: str = v.PRINTING) -> None:
    to_preference(flow)
    assert flow.say_preferential(False)
    flow.take_receipt(receipt(), paper)


def wait(flow: Flow, seconds: int) -> None:
    for _ in range(seconds):
        flow.second_passed()


# From the start to the number


def test_home_offers_the_purposes_the_catalogue_has_services_for_in_order(flow: Flow, catalogue: Catalogue) -> None:
    view = flow.view(NOW)
    assert isinstance(view, v.HomeView)
    assert [choice.purpose for choice in view.purposes] == ["procedure", "guidance", "company", "pickup"]
    without = tuple(s for s in catalogue.services if s.purpose != Purpose.PICKUP)
    flow.see(replace(catalogue, services=without), OPEN, service_views(catalogue).values())
    view = flow.view(NOW)
    assert isinstance(view, v.HomeView)
    assert [choice.purpose for choice in view.purposes] == ["procedure", "guidance", "company"]


def test_walk_from_purpose_to_order(flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    assert screen(flow) == "entities"
    flow.choose_entity("pj")
    assert screen(flow) == "services"
    flow.choose_service("PJ01")
    assert screen(flow) == "paid"
    flow.say_paid(False)
    assert screen(flow) == "preference"
    assert flow.say_preferential(True) == IssueTicket("PJ01", pay_first=True, preferential=True)
    assert screen(flow) == "working"


def test_paid_fee_goes_straight_to_the_service(flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.choose_entity("pj")
    flow.choose_service("PJ01")
    flow.say_paid(True)
    assert flow.say_preferential(False) == IssueTicket("PJ01", pay_first=False, preferential=False)


def test_service_without_payment_asks_only_the_preference(flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.choose_entity("pj")
    flow.choose_service("PJ02")
    assert screen(flow) == "preference"
    assert flow.say_preferential(False) == IssueTicket("PJ02")


def test_purpose_with_one_service_asks_neither_entity_nor_service(flow: Flow) -> None:
    flow.choose_purpose(Purpose.COMPANY)
    assert screen(flow) == "preference"
    assert flow.say_preferential(False) == IssueTicket("MX03")


def test_purpose_with_one_entity_asks_only_the_service(flow: Flow, catalogue: Catalogue) -> None:
    only = tuple(s for s in catalogue.services if s.queue == "PJ")
    flow.see(replace(catalogue, services=only), OPEN, service_views(catalogue).values())
    flow.choose_purpose(Purpose.PROCEDURE)
    assert shown(flow) == ["PJ01", "PJ02", "PJ03"]
    flow.back()
    assert screen(flow) == "home"


def test_entity_with_one_service_asks_no_service(flow: Flow) -> None:
    flow.choose_purpose(Purpose.PICKUP)
    assert shown(flow) == ["reniec", "migraciones"]
    flow.choose_entity("reniec")
    assert screen(flow) == "preference"
    assert flow.say_preferential(False) == IssueTicket("RE01")


def test_number_comes_and_done_goes_home(flow: Flow) -> None:
    to_ticket(flow)
    view = flow.view(NOW)
    assert isinstance(view, v.TicketView)
    assert (view.number, view.service, view.ahead) == ("PJ 047", "Certificado de antecedentes penales", 12)
    assert view.between
    assert [at.strftime("%H:%M") for at in view.between] == ["10:35", "10:40"]
    assert view.stops == (
        v.StopLine("Banco de la Nación", (1, 2, 3, 4, 5, 6), "Pago de tasas", 5280, is_payment=True),
        v.StopLine("Poder Judicial", (20, 21), "Certificado de antecedentes penales"),
    )
    flow.done()
    assert screen(flow) == "home"


# Pages


def test_six_entities_a_page_by_demand_and_more_goes_round(flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    first = shown(flow)
    assert first[:4] == ["bn", "reniec", "pnp", "pj"]
    assert len(first) == 6
    flow.more()
    second = shown(flow)
    assert second
    assert not set(first) & set(second)
    flow.more()
    flow.more()
    assert shown(flow) == first


def test_services_come_in_pages_too(flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.choose_entity("bn")
    assert shown(flow) == ["BN01", "BN02", "BN03", "BN04"]
    flow.more()
    assert shown(flow) == ["BN05", "BN06", "BN07", "BN08"]


# Back


def test_back_walks_the_same_way_and_past_questions_that_were_not_asked(flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.choose_entity("pnp")
    assert screen(flow) == "paid"
    flow.say_paid(True)
    flow.back()
    assert screen(flow) == "paid"
    flow.back()
    assert screen(flow) == "entities"
    flow.back()
    assert screen(flow) == "home"
    flow.back()
    assert screen(flow) == "home"


def test_back_from_the_second_page_is_the_first_page(flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    first = shown(flow)
    flow.more()
    flow.back()
    assert shown(flow) == first


def test_back_returns_to_the_page_one_came_from(flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.more()
    second = shown(flow)
    flow.choose_entity("municipalidad")
    flow.back()
    assert shown(flow) == second


@pytest.mark.parametrize("stage", ["working", "ticket", "sorry"])
def test_there_is_no_way_back_once_the_order_is_given(flow: Flow, stage: str) -> None:
    to_preference(flow)
    assert flow.view(NOW).can_go_back
    flow.say_preferential(False)
    if stage == "ticket":
        flow.take_receipt(receipt())
    elif stage == "sorry":
        flow.take_refusal(Refused("r1", Code.NUMBERS_EXHAUSTED, {"prefix": "BN"}))
    flow.back()
    assert screen(flow) == stage
    assert not flow.view(NOW).can_go_back


# What cannot be chosen


def test_second_tap_on_the_last_answer_orders_nothing(flow: Flow) -> None:
    to_preference(flow)
    assert flow.say_preferential(False)
    assert flow.say_preferential(False) is None
    assert flow.say_preferential(True) is None


def test_nothing_can_be_chosen_while_the_order_is_under_way(flow: Flow) -> None:
    to_preference(flow)
    flow.say_preferential(False)
    flow.choose_purpose(Purpose.COMPANY)
    flow.choose_entity("pj")
    flow.choose_service("PJ01")
    flow.say_paid(True)
    flow.more()
    flow.done()
    assert screen(flow) == "working"


def test_closed_entity_stays_on_the_screen_and_cannot_be_chosen(flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.more()
    view = flow.view(NOW)
    assert isinstance(view, v.EntitiesView)
    sunat = next(choice for choice in view.choices if choice.id == "sunat")
    assert sunat.crowd.state == "closed"
    assert sunat.crowd.opens_at
    assert sunat.crowd.opens_at.strftime("%H:%M") == "14:00"
    flow.choose_entity("sunat")
    assert screen(flow) == "entities"


def test_suspended_service_gives_no_number_and_says_what_it_asks_for(flow: Flow, catalogue: Catalogue) -> None:
    suspended = ServiceView("PJ02", "suspended", 0, None)
    flow.see(catalogue, OPEN, service_views(catalogue, PJ02=suspended).values())
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.choose_entity("pj")
    flow.choose_service("PJ02")
    assert screen(flow) == "about"
    view = flow.view(NOW)
    assert isinstance(view, v.AboutView)
    assert view.service.crowd.state == "suspended"
    flow.back()
    assert screen(flow) == "services"


def test_purpose_whose_services_are_all_closed_cannot_be_chosen(flow: Flow, catalogue: Catalogue) -> None:
    closed = ServiceView("MX03", "closed", 0, None)
    flow.see(catalogue, OPEN, service_views(catalogue, MX03=closed).values())
    flow.choose_purpose(Purpose.COMPANY)
    assert screen(flow) == "home"


def test_service_that_no_counter_attends_can_be_chosen(flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.more()
    flow.choose_entity("inpe")
    assert screen(flow) == "paid"


# The hub goes and comes


def test_hub_away_shows_a_plain_sign_and_the_same_screen_when_it_is_back(flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.hub_is_there(False)
    assert screen(flow) == "away"
    flow.choose_entity("pj")
    flow.hub_is_there(True)
    assert screen(flow) == "entities"


def test_kiosk_that_never_saw_its_hub_shows_the_sign_too() -> None:
    assert screen(Flow()) == "away"


def test_order_under_way_survives_the_hub(flow: Flow) -> None:
    to_preference(flow)
    flow.say_preferential(False)
    flow.hub_is_there(False)
    assert working(flow).away
    wait(flow, IDLE + WARNING)
    assert working(flow).away
    flow.hub_is_there(True)
    assert not working(flow).away
    flow.take_receipt(receipt())
    assert screen(flow) == "ticket"


def test_whoever_comes_by_sees_for_what_the_number_was_asked(flow: Flow) -> None:
    to_preference(flow)
    flow.say_preferential(False)
    flow.hub_is_there(False)
    assert working(flow).service == "Pago de tasas"


def test_order_that_the_hub_refuses_when_it_is_back_is_said(flow: Flow) -> None:
    to_preference(flow)
    flow.say_preferential(False)
    flow.hub_is_there(False)
    flow.hub_is_there(True)
    flow.take_refusal(Refused("r1", Code.DAY_NOT_OPEN, {}))
    assert screen(flow) == "sorry"


def test_number_stays_on_the_screen_when_the_hub_goes(flow: Flow) -> None:
    to_ticket(flow)
    flow.hub_is_there(False)
    assert screen(flow) == "ticket"
    flow.done()
    assert screen(flow) == "away"


def test_number_that_nobody_waits_for_is_not_shown(flow: Flow) -> None:
    flow.take_receipt(receipt())
    flow.take_refusal(Refused("r9", Code.DAY_NOT_OPEN, {}))
    assert screen(flow) == "home"


def test_another_catalogue_takes_whoever_chooses_to_the_start(flow: Flow, catalogue: Catalogue) -> None:
    to_preference(flow)
    flow.see(replace(catalogue, motto="otro"), OPEN, service_views(catalogue).values())
    assert screen(flow) == "home"


def test_the_same_catalogue_again_changes_nothing(flow: Flow, catalogue: Catalogue) -> None:
    to_preference(flow)
    flow.see(replace(catalogue), OPEN, service_views(catalogue).values())
    assert screen(flow) == "preference"


# The day


def test_day_not_open_shows_when_it_opens(flow: Flow, catalogue: Catalogue) -> None:
    opens = datetime(2026, 11, 24, 13, 30, tzinfo=UTC)
    to_preference(flow)
    flow.see(catalogue, HallView(date(2026, 11, 23), open=False, opens_at=opens), ())
    view = flow.view(NOW)
    assert isinstance(view, v.ClosedView)
    assert view.opens_at
    assert view.opens_at.strftime("%H:%M") == "08:30"
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.see(catalogue, OPEN, service_views(catalogue).values())
    assert screen(flow) == "home"


def test_number_stays_on_the_screen_when_the_day_closes(flow: Flow, catalogue: Catalogue) -> None:
    to_ticket(flow)
    flow.see(catalogue, HallView(date(2026, 11, 23), open=False), ())
    assert screen(flow) == "ticket"


# The hub says no


def test_refusal_names_whom_it_is_about_and_when_it_opens(flow: Flow) -> None:
    to_preference(flow)
    flow.say_preferential(False)
    params: dict[str, str | int] = {"entity": "bn", "opens_at": "2026-11-23T14:00:00-05:00"}
    flow.take_refusal(Refused("r1", Code.ENTITY_CLOSED, params))
    view = flow.view(NOW)
    assert isinstance(view, v.SorryView)
    assert (view.code, view.subject) == ("entity_closed", "Banco de la Nación")
    assert view.opens_at
    assert view.opens_at.strftime("%H:%M") == "14:00"
    flow.done()
    assert screen(flow) == "home"


def test_refusal_of_a_suspended_service_names_it(flow: Flow) -> None:
    to_preference(flow)
    flow.say_preferential(False)
    flow.take_refusal(Refused("r1", Code.SERVICE_SUSPENDED, {"service": "BN01"}))
    view = flow.view(NOW)
    assert isinstance(view, v.SorryView)
    assert view.subject == "Pago de tasas"


# Time


def test_whoever_leaves_is_asked_and_then_forgotten(flow: Flow) -> None:
    to_preference(flow)
    wait(flow, IDLE - 1)
    assert flow.view(NOW).still_there == 0
    wait(flow, 1)
    assert flow.view(NOW).still_there == WARNING
    wait(flow, WARNING - 1)
    assert flow.view(NOW).still_there == 1
    assert screen(flow) == "preference"
    wait(flow, 1)
    assert screen(flow) == "home"


def test_more_time_as_often_as_one_needs_it(flow: Flow) -> None:
    to_preference(flow)
    for _ in range(5):
        wait(flow, IDLE + WARNING - 1)
        flow.touched()
        assert flow.view(NOW).still_there == 0
    assert screen(flow) == "preference"


def test_printed_ticket_leaves_by_itself_without_asking(flow: Flow) -> None:
    to_ticket(flow)
    flow.paper_is(receipt().ticket, v.PRINTED)
    wait(flow, TAKEN - 1)
    assert screen(flow) == "ticket"
    wait(flow, 1)
    assert screen(flow) == "home"


@pytest.mark.parametrize("paper", [v.NOT_PRINTED, v.UNSURE, v.NO_PRINTER])
def test_number_without_paper_stays_until_it_can_be_written_down(flow: Flow, paper: str) -> None:
    to_ticket(flow)
    flow.paper_is(receipt().ticket, paper)
    wait(flow, IDLE + WARNING - 1)
    view = flow.view(NOW)
    assert isinstance(view, v.TicketView)
    assert (view.paper, view.still_there) == (paper, 1)


def test_slip_of_an_earlier_ticket_does_not_speak_for_this_one(flow: Flow) -> None:
    to_ticket(flow)
    flow.paper_is(receipt().ticket - 1, v.NOT_PRINTED)
    view = flow.view(NOW)
    assert isinstance(view, v.TicketView)
    assert view.paper == v.PRINTING


def test_home_waits_for_ever(flow: Flow) -> None:
    wait(flow, 1000)
    assert flow.view(NOW) == flow.view(NOW)
    assert flow.view(NOW).still_there == 0


# What stands above


def test_head_tells_the_centre_and_its_own_time(flow: Flow) -> None:
    head = flow.view(NOW).head
    assert (head.centre, head.motto) == ("Centro MAC Región Sur", "Mejor Atención al Ciudadano")
    assert head.now
    assert head.now.strftime("%H:%M") == "10:24"
