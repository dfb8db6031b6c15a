"""Searching, reading what a service asks for, a long wait, and a slip that did not come out."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk import views as v
from kiosk.flow import Flow
from kiosk.patience import IDLE, WARNING
from shared.domain.catalogue import Catalogue, Kiosk, Purpose
from shared.domain.commands import ChangeService, IssueTicket
from shared.lan.views import ServiceView
from tests.fakes.morning import NOW, OPEN, receipt, service_views

LONG = ServiceView("PJ01", "open", 40, (50, 60))


def screen(flow: Flow) -> str:
    return str(type(flow.view(NOW)).__struct_config__.tag)


def searched(flow: Flow, typed: str) -> v.SearchView:
    flow.search()
    for letter in typed:
        flow.type_letter(letter)
    view = flow.view(NOW)
    assert isinstance(view, v.SearchView)
    return view


def to_preference(flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.choose_entity("pj")
    flow.choose_service("PJ01")
    flow.say_paid(True)


def test_a_service_is_found_chosen_and_a_way_back_leads_to_what_was_typed(flow: Flow) -> None:
    view = searched(flow, "pasaporte elec")
    assert [choice.code for choice in view.choices] == ["MT01"]
    flow.choose_service("MT01")
    assert screen(flow) == "paid"
    flow.back()
    assert searched(flow, "") == view
    flow.back()
    assert screen(flow) == "home"


def test_search_begins_from_entities_and_services_too(flow: Flow) -> None:
    flow.choose_purpose(Purpose.PROCEDURE)
    assert searched(flow, "p").typed == "p"
    flow.back()
    flow.choose_entity("pj")
    assert screen(flow) == "services"
    searched(flow, "")
    flow.back()
    assert screen(flow) == "services"


def test_letters_are_taken_back_one_by_one_or_all(flow: Flow) -> None:
    searched(flow, " dni")
    assert searched(flow, "").typed == "dni"
    flow.type_letter("")
    assert searched(flow, "").typed == "dn"
    flow.type_letter("all")
    assert searched(flow, "").typed == ""


def test_pages_of_what_was_found_come_round(flow: Flow) -> None:
    view = searched(flow, "certificado")
    assert view.pages > 1
    seen = set()
    for _ in range(view.pages):
        now = searched(flow, "")
        seen |= {choice.code for choice in now.choices}
        flow.more()
    assert searched(flow, "") == view
    assert len(seen) > len(view.choices)


def test_whoever_comes_next_finds_nothing_of_what_was_typed(flow: Flow) -> None:
    searched(flow, "gestante")
    for _ in range(IDLE + WARNING):
        flow.second_passed()
    assert screen(flow) == "home"
    assert searched(flow, "").typed == ""


def test_a_ticket_may_be_changed_to_what_was_searched(flow: Flow) -> None:
    flow.read_slip("A" * 22)
    flow.take_receipt(receipt(copy=True, token="A" * 22))
    flow.change_service()
    searched(flow, "homonimia")
    order = flow.choose_service("PJ02")
    assert isinstance(order, ChangeService)
    assert order.service == "PJ02"


# ---- what a service asks for


def test_a_closed_service_says_until_when_and_what_to_bring(flow: Flow) -> None:
    flow.can_print = True
    searched(flow, "clave sol")
    flow.choose_service("ST03")
    view = flow.view(NOW)
    assert isinstance(view, v.AboutView)
    assert view.service.crowd.state == "closed"
    assert view.service.crowd.opens_at is not None
    assert view.sheet == (v.SHEET_OFFERED if view.service.requirements else "")
    flow.back()
    assert screen(flow) == "search"


def test_requirements_are_printed_once_for_each_service(flow: Flow) -> None:
    flow.can_print = True
    to_preference(flow)
    assert flow.print_requirements() == "PJ01"
    assert flow.print_requirements() == ""
    assert flow.view(NOW).sheet == v.SHEET_PRINTING  # type: ignore[attr-defined]
    flow.sheet_is("PJ01", v.SHEET_PRINTED)
    assert flow.print_requirements() == ""
    flow.back()
    assert flow.view(NOW).sheet == v.SHEET_PRINTED  # type: ignore[attr-defined]


def test_nothing_is_offered_where_nothing_can_be_printed(flow: Flow) -> None:
    to_preference(flow)
    assert flow.print_requirements() == ""
    flow.can_print, flow.no_paper = True, True
    assert flow.print_requirements() == ""
    assert flow.view(NOW).head.no_paper


# ---- a long wait


@pytest.mark.parametrize(("minutes", "asked"), [(45, True), (50, True), (51, False), (0, False)])
def test_a_long_wait_is_told_before_the_number(flow: Flow, catalogue: Catalogue, minutes: int, asked: bool) -> None:
    shown = service_views(catalogue, PJ01=LONG).values()
    flow.see(replace(catalogue, kiosk=Kiosk(long_wait=minutes)), OPEN, shown)
    to_preference(flow)
    order = flow.say_preferential(False)
    assert (order is None) is asked
    assert screen(flow) == ("long_wait" if asked else "working")


def test_whoever_wants_it_all_the_same_gets_one_number(flow: Flow, catalogue: Catalogue) -> None:
    flow.see(catalogue, OPEN, service_views(catalogue, PJ01=LONG).values())
    to_preference(flow)
    flow.say_preferential(False)
    view = flow.view(NOW)
    assert isinstance(view, v.LongWaitView)
    assert view.service.crowd.wait == (50, 60)
    assert flow.say_wanted(True) == IssueTicket("PJ01")
    assert flow.say_wanted(True) is None


def test_whoever_does_not_want_it_is_back_at_the_start(flow: Flow, catalogue: Catalogue) -> None:
    flow.see(catalogue, OPEN, service_views(catalogue, PJ01=LONG).values())
    to_preference(flow)
    flow.say_preferential(False)
    assert flow.say_wanted(False) is None
    assert screen(flow) == "home"


def test_whoever_goes_first_is_not_asked(flow: Flow, catalogue: Catalogue) -> None:
    flow.see(catalogue, OPEN, service_views(catalogue, PJ01=LONG).values())
    to_preference(flow)
    assert flow.say_preferential(True) == IssueTicket("PJ01", preferential=True)


# ---- the slip did not come out


def ticket(flow: Flow, paper: str) -> v.TicketView:
    to_preference(flow)
    flow.say_preferential(False)
    flow.take_receipt(receipt(), paper)
    view = flow.view(NOW)
    assert isinstance(view, v.TicketView)
    return view


@pytest.mark.parametrize("paper", v.PAPER)
def test_only_a_slip_that_may_not_be_there_is_copied(flow: Flow, paper: str) -> None:
    assert ticket(flow, paper).can_copy is (paper in (v.NOT_PRINTED, v.UNSURE, v.HALF))
    assert (flow.print_again() is not None) is (paper in v.MAY_COPY)


def test_a_copy_has_the_same_number_and_there_are_two_at_most(flow: Flow) -> None:
    ticket(flow, v.HALF)
    for _ in range(2):
        again = flow.print_again()
        assert again is not None
        assert again.number == "PJ 047"
        assert flow.print_again() is None, "one is on its way"
        flow.paper_is(again.ticket, v.HALF)
    assert flow.print_again() is None
    assert not flow.view(NOW).can_copy  # type: ignore[attr-defined]


def test_no_copy_is_offered_without_paper(flow: Flow) -> None:
    flow.no_paper = True
    assert not ticket(flow, v.NOT_PRINTED).can_copy
