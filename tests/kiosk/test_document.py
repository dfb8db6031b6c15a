"""The number of a document at the kiosk: asked last, typed unseen, and never there for the next citizen."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from kiosk import views as v
from kiosk.flow import Flow
from kiosk.patience import IDLE, TAKEN, WARNING
from shared.domain.catalogue import Catalogue, Purpose
from shared.domain.commands import IssueTicket
from shared.domain.personal import AskedFor, Asking, DocumentKind, Personal, PersonDocument
from tests.fakes.morning import NOW, OPEN, service_views

NUMBER = "00471183"
TOLD = Personal("PCM, Jr. Carabaya s/n, Lima", "RNPDP 1234", "en el módulo de orientación", "2026-11")


def asking(catalogue: Catalogue, mode: Asking) -> Catalogue:
    asked = AskedFor(mode, "Para ubicar su expediente en el módulo", "TUPA, procedimiento 12")
    return replace(catalogue, document=asked, personal=TOLD)


def asked_flow(catalogue: Catalogue, mode: Asking = Asking.OPTIONAL) -> Flow:
    """A kiosk that asks for the document of somebody who wants PJ02."""
    flow = Flow()
    flow.hub_is_there(True)
    flow.see(asking(catalogue, mode), OPEN, service_views(catalogue).values())
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.choose_entity("pj")
    flow.choose_service("PJ02")
    assert flow.say_preferential(False) is None
    return flow


def shown(flow: Flow) -> v.DocumentView:
    view = flow.view(NOW)
    assert isinstance(view, v.DocumentView)
    return view


def typed(flow: Flow, number: str = NUMBER) -> Flow:
    for digit in number:
        flow.type_digit(digit)
    return flow


def wait(flow: Flow, seconds: int) -> None:
    for _ in range(seconds):
        flow.second_passed()


def test_who_types_it_has_it_taken_along_with_the_order(catalogue: Catalogue) -> None:
    flow = typed(asked_flow(catalogue))
    document = PersonDocument(DocumentKind.DNI, NUMBER, "2026-11")
    assert flow.say_document() == IssueTicket("PJ02", document=document)
    assert isinstance(flow.view(NOW), v.WorkingView)


def test_who_goes_on_without_has_the_same_order_without(catalogue: Catalogue) -> None:
    assert typed(asked_flow(catalogue)).go_without() == IssueTicket("PJ02")


def test_where_a_rule_obliges_there_is_no_way_without(catalogue: Catalogue) -> None:
    flow = asked_flow(catalogue, Asking.REQUIRED)
    assert not shown(flow).optional
    assert flow.go_without() is None
    assert isinstance(flow.view(NOW), v.DocumentView)


def test_an_incomplete_number_goes_nowhere_and_a_longer_one_is_not_typed(catalogue: Catalogue) -> None:
    flow = typed(asked_flow(catalogue), NUMBER[:-1])
    assert not shown(flow).complete
    assert flow.say_document() is None
    typed(flow, "33333")
    assert (shown(flow).typed, shown(flow).complete) == (8, True)


def test_another_kind_of_document_begins_anew(catalogue: Catalogue) -> None:
    flow = typed(asked_flow(catalogue))
    flow.choose_kind(DocumentKind.CE)
    assert (shown(flow).kind, shown(flow).typed) == ("ce", 0)
    typed(flow, "001234567")
    order = flow.say_document()
    assert order is not None
    assert order.document == PersonDocument(DocumentKind.CE, "001234567", "2026-11")


def test_digits_are_taken_back_one_by_one_or_all(catalogue: Catalogue) -> None:
    flow = typed(asked_flow(catalogue))
    flow.type_digit("")
    assert shown(flow).typed == 7
    flow.type_digit("all")
    assert shown(flow).typed == 0


def test_no_view_and_no_name_of_a_step_says_the_number(catalogue: Catalogue) -> None:
    flow = typed(asked_flow(catalogue))
    assert NUMBER not in msgspec.json.encode(shown(flow)).decode()
    assert NUMBER not in repr(flow._path)


def test_what_was_typed_goes_after_twenty_seconds_and_the_screen_after_a_minute(catalogue: Catalogue) -> None:
    flow = typed(asked_flow(catalogue))
    wait(flow, TAKEN - 1)
    assert shown(flow).typed == 8
    wait(flow, 1)
    assert shown(flow).typed == 0
    wait(flow, IDLE + WARNING - TAKEN)
    assert isinstance(flow.view(NOW), v.HomeView)


@pytest.mark.parametrize("leave", ["back", "hub", "slip", "code"])
def test_nothing_of_it_is_left_for_whoever_comes_next(catalogue: Catalogue, leave: str) -> None:
    flow = typed(asked_flow(catalogue))
    match leave:
        case "back":
            flow.back()
        case "hub":
            flow.hub_is_there(False)
            flow.hub_is_there(True)
        case "slip":
            flow.read_slip("A" * 22)
        case "code":
            flow.read_code("C1234")
    assert NUMBER not in str([getattr(step, "typed", "") for step in flow._path])


def test_an_appointment_asks_for_no_document(catalogue: Catalogue) -> None:
    flow = asked_flow(catalogue, Asking.REQUIRED)
    flow.read_code("C1234")
    order = flow.say_preferential(False)
    assert order is not None
