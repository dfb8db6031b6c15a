"""The script of the morning is what the rules give: played here on the rules alone, in a moment."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from installers.demo.morning import ADVISORS, CITIZENS, MORNING, Act, Citizen, Visit, expected_calls
from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.hall import Hall


class Rehearsal:
    """The acts as orders, half a minute apart."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.hall = Hall()
        self.at = datetime(2026, 11, 23, 8, 30, tzinfo=catalogue.timezone)
        self.catalogue = catalogue
        self.give(c.ChangeCatalogue(catalogue))
        self.give(c.OpenDay(self.at.date()))

    def give(self, command: c.Command) -> list[e.Event]:
        events = self.hall.decide(command, self.at)
        for event in events:
            self.hall.apply(event, self.at)
        self.at += timedelta(seconds=30)
        return events

    def number(self, ticket: int) -> str:
        assert self.hall.day
        return self.hall.day.tickets[ticket].text

    def play(self, act: Act) -> None:
        citizen = CITIZENS[act.who] if act.who else None
        match act.do:
            case "take":
                assert citizen
                self.take(citizen)
            case "sign in":
                self.give(c.OpenCounter(act.at, ADVISORS[act.at]))
            case "next":
                assert self.hall.day
                busy = bool(self.hall.day.counter(act.at).attention)
                assert citizen
                self.calls(self.give(c.CallNext(act.at, finish=busy)), citizen.number)
            case "resume":
                assert citizen
                self.calls(self.give(c.ResumeTicket(act.at, self.ticket(citizen.number))), citizen.number)
            case "transfer":
                self.give(c.TransferTicket(act.at, *act.more))
            case "code":
                attention = self.attention(act.at)
                self.give(c.CodeServices(act.at, (*attention, *act.more)))
            case "hold":
                self.give(c.HoldTicket(act.at, *act.more))
            case _:
                plain = {
                    "start": c.StartAttention,
                    "finish": c.FinishAttention,
                    "recall": c.Recall,
                    "absent": c.MarkAbsent,
                }
                self.give(plain[act.do](act.at))

    def take(self, citizen: Citizen) -> None:
        (issued,) = self.give(
            c.IssueTicket(citizen.service, pay_first=citizen.paid is False, preferential=citizen.preferential)
        )
        assert isinstance(issued, e.TicketIssued)
        assert self.number(issued.ticket) == citizen.number

    def calls(self, events: list[e.Event], number: str) -> None:
        called = events[-1]
        assert isinstance(called, e.TicketCalled | e.TicketResumed)
        assert self.number(called.ticket) == number

    def ticket(self, number: str) -> int:
        assert self.hall.day
        return next(ticket.id for ticket in self.hall.day.tickets.values() if ticket.text == number)

    def attention(self, counter: int) -> tuple[str, ...]:
        assert self.hall.day
        return self.hall.day.attentions[self.hall.day.counter(counter).attention].services

    def visits(self, number: str) -> tuple[Visit, ...]:
        assert self.hall.day
        return tuple(
            Visit(attention.counter, attention.outcome.value if attention.outcome else "", attention.services)
            for attention in self.hall.day.attentions.values()
            if self.number(attention.ticket) == number
        )


@pytest.fixture
def rehearsed(region_sur: Catalogue) -> Rehearsal:
    rehearsal = Rehearsal(region_sur)
    for act in MORNING:
        rehearsal.play(act)
    return rehearsal


def test_everybody_ends_as_the_script_says(rehearsed: Rehearsal) -> None:
    for citizen in CITIZENS.values():
        assert rehearsed.visits(citizen.number) == citizen.visits, citizen.who
        assert rehearsed.hall.day
        assert rehearsed.hall.day.tickets[rehearsed.ticket(citizen.number)].state == citizen.ends


def test_the_calls_are_those_the_board_is_expected_to_announce(rehearsed: Rehearsal) -> None:
    assert rehearsed.hall.day
    calls = [(rehearsed.number(call.ticket), call.counter) for call in rehearsed.hall.day.calls]
    assert calls == expected_calls()


def test_the_morning_has_what_a_morning_needs() -> None:
    assert len(CITIZENS) >= 12
    assert {"recall", "absent", "transfer", "hold", "resume"} <= {act.do for act in MORNING}
    assert any(citizen.preferential for citizen in CITIZENS.values())
    assert any(citizen.paid is False for citizen in CITIZENS.values())
