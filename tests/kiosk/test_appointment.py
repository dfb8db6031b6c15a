"""Tengo una cita: the code is typed or read, preference is asked, and a number comes."""

from __future__ import annotations

from kiosk import texts, views as v
from kiosk.flow import Flow
from shared.domain.commands import CheckIn
from shared.domain.refusals import Code
from shared.lan.messages import Refused
from tests.fakes.morning import NOW, receipt


def screen(flow: Flow) -> str:
    return str(type(flow.view(NOW)).__struct_config__.tag)


def typed(flow: Flow, *keys: str) -> v.CodeView:
    for key in keys:
        flow.type_code(key)
    view = flow.view(NOW)
    assert isinstance(view, v.CodeView)
    return view


def test_a_centre_with_appointments_offers_to_check_in(flow: Flow) -> None:
    view = flow.view(NOW)
    assert isinstance(view, v.HomeView)
    assert view.has_appointments


def test_a_code_is_typed_taken_back_and_asked_about(flow: Flow) -> None:
    flow.have_appointment()
    assert not typed(flow, "4", "8").complete
    assert typed(flow, "2", "9", "").typed == "482"
    assert typed(flow).complete
    flow.say_code()
    assert screen(flow) == "preference"
    assert flow.say_preferential(True) == CheckIn("482", preferential=True)
    flow.take_receipt(receipt(slot=NOW))
    view = flow.view(NOW)
    assert isinstance(view, v.TicketView)
    assert texts.appointment_line(view) == "Su cita: 10:24."


def test_a_short_code_is_not_asked_about(flow: Flow) -> None:
    flow.have_appointment()
    typed(flow, "4", "8")
    flow.say_code()
    assert screen(flow) == "code"


def test_a_code_at_the_reader_leads_to_the_same_question(flow: Flow) -> None:
    flow.read_code("MT-48213")
    assert screen(flow) == "preference"
    assert flow.say_preferential(False) == CheckIn("MT-48213")


def test_back_leads_to_the_code_and_then_home(flow: Flow) -> None:
    flow.have_appointment()
    typed(flow, "4", "8", "2")
    flow.say_code()
    flow.back()
    assert typed(flow).typed == "482"
    flow.back()
    assert screen(flow) == "home"


def test_who_came_too_late_reads_why_the_number_is_an_ordinary_one(flow: Flow) -> None:
    flow.read_code("482")
    flow.say_preferential(False)
    flow.take_receipt(receipt(late=NOW))
    view = flow.view(NOW)
    assert isinstance(view, v.TicketView)
    assert texts.appointment_line(view) == "Su cita era a las 10:24: llegó tarde y va por orden de llegada."


def test_too_early_says_from_when(flow: Flow) -> None:
    flow.read_code("482")
    flow.say_preferential(False)
    params: dict[str, str | int] = {
        "appointment": "482",
        "slot": "2026-11-23T12:00:00-05:00",
        "from_at": "2026-11-23T11:30:00-05:00",
    }
    flow.take_refusal(Refused("r", Code.APPOINTMENT_TOO_EARLY, params))
    view = flow.view(NOW)
    assert isinstance(view, v.SorryView)
    assert texts.refusal(view) == "Su cita es hoy a las 12:00. Aquí puede registrarla desde las 11:30."


def test_who_has_an_appointment_is_asked_about_the_fee_where_it_is_paid_first(flow: Flow) -> None:
    flow.read_code("C1234")
    flow.say_preferential(True)
    flow.take_refusal(Refused("r1", Code.FEE_NOT_ASKED, {"appointment": "C1234", "service": "PJ01"}))
    assert screen(flow) == "paid"
    assert flow.say_paid(False) == CheckIn("C1234", pay_first=True, preferential=True)
    assert screen(flow) == "working"
    flow.take_receipt(receipt(slot=NOW))
    assert screen(flow) == "ticket"


def test_a_fee_of_a_service_that_is_gone_is_not_asked(flow: Flow) -> None:
    flow.read_code("C1234")
    flow.say_preferential(False)
    flow.take_refusal(Refused("r1", Code.FEE_NOT_ASKED, {"appointment": "C1234", "service": "XX01"}))
    assert screen(flow) == "sorry"
