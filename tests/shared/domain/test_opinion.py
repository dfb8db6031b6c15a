"""How a visit was, said by who had it."""

from __future__ import annotations

import msgspec
import pytest

from shared.domain import commands as c, events as e
from shared.domain.opinion import can_be_rated
from shared.domain.refusals import Code
from tests.fakes.scene import Scene


def visit(scene: Scene) -> int:
    scene.open(20)
    ticket = scene.issue("PJ02")
    for order in (c.CallNext(20), c.StartAttention(20), c.FinishAttention(20)):
        scene.order(order)
    return ticket


def test_what_a_citizen_says_is_of_the_stop_that_was_served_last(scene: Scene) -> None:
    ticket = visit(scene)
    stop = scene.day.tickets[ticket].at
    assert can_be_rated(scene.day.tickets[ticket])
    (rated,) = scene.order(c.RateVisit(4, ticket=ticket))
    assert rated == e.VisitRated(ticket, stop, scene.day.tickets[ticket].stops[stop].attention, 4)
    assert scene.day.tickets[ticket].stops[stop].satisfaction == 4
    assert not can_be_rated(scene.day.tickets[ticket])


def test_another_word_takes_the_place_of_the_first_and_the_same_one_is_nothing(scene: Scene) -> None:
    ticket = visit(scene)
    scene.order(c.RateVisit(4, ticket=ticket))
    assert scene.order(c.RateVisit(4, ticket=ticket)) == []
    scene.order(c.RateVisit(1, ticket=ticket))
    assert scene.day.tickets[ticket].stop.satisfaction == 1


def test_nobody_speaks_of_what_has_not_ended_at_a_counter(scene: Scene) -> None:
    (issued, *_) = scene.order(c.IssueTicket("PJ02"))
    assert isinstance(issued, e.TicketIssued)
    number = scene.day.tickets[issued.ticket].text
    assert scene.refusal(c.RateVisit(5, ticket=issued.ticket)) == (Code.NOT_ATTENDED, {"number": number, "counter": 0})
    scene.order(c.CancelTicket(issued.ticket))
    assert scene.refusal(c.RateVisit(5, ticket=issued.ticket)) == (Code.NOT_ATTENDED, {"number": number, "counter": 0})


@pytest.mark.parametrize("said", [0, 6, -1])
def test_there_are_five_words_and_no_other(said: int) -> None:
    order = msgspec.json.encode({"type": "rate_visit", "satisfaction": said, "ticket": 1})
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(order, type=c.Command)
