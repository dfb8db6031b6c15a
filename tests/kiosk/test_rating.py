"""A slip of a visit that has ended, held to the reader: how it was, if the citizen wants to say so."""

from __future__ import annotations

import pytest

from kiosk import texts, views as v
from kiosk.flow import Flow
from kiosk.patience import IDLE, WARNING
from kiosk.simple import simple_of
from shared.domain.commands import FindTicket, RateVisit
from shared.domain.refusals import Code
from shared.lan.messages import Refused
from tests.fakes.morning import NOW, receipt
from tests.kiosk.test_changing import TOKEN, screen


@pytest.fixture
def asked(flow: Flow) -> Flow:
    assert flow.read_slip(TOKEN) == FindTicket(token=TOKEN)
    flow.take_receipt(receipt(token=TOKEN, copy=True, state="done", can_be_rated=True))
    assert screen(flow) == "rate"
    return flow


def test_one_touch_says_it_and_is_thanked_for(asked: Flow) -> None:
    assert asked.rate(4) == RateVisit(4, token=TOKEN)
    assert screen(asked) == "working"
    assert asked.rate(4) is None
    asked.order_taken()
    assert screen(asked) == "thanked"
    asked.done()
    assert screen(asked) == "home"


def test_who_prefers_not_to_answer_goes_back(asked: Flow) -> None:
    asked.back()
    assert screen(asked) == "home"
    assert asked.rate(1) is None


def test_who_walks_away_leaves_no_question_to_the_next_one(asked: Flow) -> None:
    for _ in range(IDLE + WARNING + 1):
        asked.second_passed()
    assert screen(asked) == "home"


def test_of_a_visit_of_which_something_was_said_nothing_is_asked(flow: Flow) -> None:
    flow.read_slip(TOKEN)
    flow.take_receipt(receipt(token=TOKEN, copy=True, state="done"))
    assert screen(flow) == "yours"


def test_when_the_day_has_closed_meanwhile_the_citizen_is_told(asked: Flow) -> None:
    asked.rate(5)
    asked.take_refusal(Refused("r1", Code.UNKNOWN_CODE, {}))
    assert screen(asked) == "sorry"


def test_without_the_hub_nothing_is_asked(asked: Flow) -> None:
    asked.hub_is_there(False)
    assert screen(asked) == "away"
    assert asked.rate(5) is None


def test_the_list_has_the_same_five_answers_the_best_first(asked: Flow) -> None:
    view = asked.view(NOW)
    assert isinstance(view, v.RateView)
    listed = simple_of(view)
    assert listed.title == texts.rate_question()
    assert [(option.name, option.words) for option in listed.options] == [
        (f"rate-{said}", words) for said, words in texts.rate_answers()
    ]
