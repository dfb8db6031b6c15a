"""A slip held to the reader: the same number for another service, or given back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk import texts, views as v
from kiosk.flow import Flow
from kiosk.patience import IDLE, WARNING
from shared.domain.catalogue import Purpose
from shared.domain.commands import CancelTicket, ChangeService, FindTicket
from shared.domain.refusals import Code
from shared.lan.messages import Refused, StopShown
from tests.fakes.morning import NOW, receipt

TOKEN = "A" * 22


def screen(flow: Flow) -> str:
    return str(type(flow.view(NOW)).__struct_config__.tag)


def found(flow: Flow, state: str = "waiting") -> v.YoursView:
    assert flow.read_slip(TOKEN) == FindTicket(token=TOKEN)
    flow.take_receipt(receipt(token=TOKEN, copy=True, state=state))
    view = flow.view(NOW)
    assert isinstance(view, v.YoursView)
    return view


def test_a_slip_shows_its_ticket(flow: Flow) -> None:
    view = found(flow)
    assert (view.number, view.can_change) == (receipt().number, True)


@pytest.mark.parametrize("state", ["called", "serving", "held", "returning", "done", "absent"])
def test_a_ticket_that_does_not_wait_cannot_be_changed_here(flow: Flow, state: str) -> None:
    assert not found(flow, state).can_change


def test_another_service_is_chosen_and_ordered_for_the_same_number(flow: Flow) -> None:
    found(flow)
    flow.change_service()
    home = flow.view(NOW)
    assert isinstance(home, v.HomeView)
    assert (home.changing, home.can_go_back) == (receipt().number, True)
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.choose_entity("bn")
    assert flow.choose_service("BN01") == ChangeService("BN01", token=TOKEN)
    flow.take_receipt(receipt(copy=True))
    assert screen(flow) == "ticket"


def test_the_fee_is_asked_and_preference_is_not(flow: Flow) -> None:
    found(flow)
    flow.change_service()
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.choose_entity("pj")
    assert flow.choose_service("PJ01") is None
    assert screen(flow) == "paid"
    assert flow.say_paid(False) == ChangeService("PJ01", pay_first=True, token=TOKEN)


def test_a_number_is_given_back(flow: Flow) -> None:
    found(flow)
    assert flow.give_back() == CancelTicket(token=TOKEN)
    flow.order_taken()
    assert screen(flow) == "given_back"
    flow.done()
    assert screen(flow) == "home"


def test_who_walks_away_while_changing_leaves_nothing_to_the_next_one(flow: Flow) -> None:
    found(flow)
    flow.change_service()
    for _ in range(IDLE + WARNING):
        flow.second_passed()
    flow.choose_purpose(Purpose.PROCEDURE)
    flow.choose_entity("bn")
    assert flow.choose_service("BN01") is None
    assert screen(flow) == "preference"


def test_back_from_the_choice_changes_nothing(flow: Flow) -> None:
    found(flow)
    flow.change_service()
    flow.back()
    view = flow.view(NOW)
    assert isinstance(view, v.HomeView)
    assert view.changing == ""


def test_an_unknown_slip_is_told_in_a_sentence(flow: Flow) -> None:
    flow.read_slip(TOKEN)
    flow.take_refusal(Refused("r", Code.UNKNOWN_CODE, {}))
    assert screen(flow) == "sorry"


def test_a_slip_is_not_read_in_the_middle_of_an_order(flow: Flow) -> None:
    flow.read_slip(TOKEN)
    assert flow.read_slip(TOKEN) is None


def test_without_the_hub_nothing_is_read(flow: Flow) -> None:
    flow.hub_is_there(False)
    assert flow.read_slip(TOKEN) is None


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("returning", "Le esperamos desde las 11:04"),
        ("held", "Su atención quedó pendiente"),
        ("expired", "Pasó la hora para volver"),
        ("called", "Ya le llamaron"),
        ("done", "Este número ya terminó"),
    ],
)
def test_the_slip_at_the_reader_says_how_it_stands(flow: Flow, state: str, words: str) -> None:
    flow.read_slip(TOKEN)
    back = StopShown("ME", "ME01", (25,), 45, NOW + timedelta(minutes=40))
    flow.take_receipt(receipt(token=TOKEN, copy=True, state=state, stops=(back,)))
    view = flow.view(NOW)
    assert isinstance(view, v.YoursView)
    assert texts.yours_lead(view).startswith(words)
