"""Who is away from the lines: pending too long, back later, absent and back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from counter.supervisor import texts
from counter.supervisor.alerts import alerts
from counter.supervisor.hall_facts import HallFacts
from counter.supervisor.hall_view import people
from counter.supervisor.watch import Watch
from shared.domain import commands as c
from shared.lan import views as v
from shared.lan.messages import DeviceRole
from tests.fakes.link import FakeLink

ANY = Any


@pytest.fixture
def facts(busy_hall: ANY) -> HallFacts:
    link = FakeLink()
    busy_hall.show_on(link, DeviceRole.SUPERVISOR)
    facts = HallFacts.of(link)
    at = busy_hall.now
    return HallFacts(
        online=True,
        catalogue=facts.catalogue,
        hall=facts.hall,
        held=(v.HeldView(5, "PJ 005", "PJ", "PJ01", False, at - timedelta(minutes=30), 20, "form", at),),
        absent=(v.AbsentView(7, "PJ 007", "PJ", "PJ01", False, at - timedelta(minutes=3), 20),),
        returning=(v.ReturningView(8, "MT 008", "ME", "ME01", True, at + timedelta(minutes=40)),),
    )


@pytest.fixture
def watch(facts: HallFacts) -> Watch:
    watch = Watch()
    watch.see(facts)
    return watch


def test_a_ticket_pending_too_long_is_an_alert(facts: HallFacts, busy_hall: ANY) -> None:
    found = alerts(facts, busy_hall.now + timedelta(minutes=1))
    assert [(alert.name, alert.sentence) for alert in found] == [
        ("held-5", "PJ 005 está pendiente hace 31 min, lo dejó el módulo 20.")
    ]
    in_time = HallFacts(**{**vars(facts), "held": (replace(facts.held[0], until=None),)})
    assert alerts(in_time, busy_hall.now) == ()


def test_people_away_from_the_lines_are_seen(facts: HallFacts, busy_hall: ANY) -> None:
    assert facts.catalogue
    rows = people(facts, facts.catalogue, busy_hall.now)
    assert [(row.name, row.mark) for row in rows] == [("held-5", ""), ("returning-8", "preferential"), ("absent-7", "")]


def test_who_came_back_is_sent_to_the_line(watch: Watch, busy_hall: ANY) -> None:
    assert watch.press("absent-7", busy_hall.now) is None
    panel = watch.panel(busy_hall.now)
    assert panel is not None
    assert [row.title for row in panel.rows] == [texts.RETURNED]
    assert watch.press("returned-7", busy_hall.now) == c.ReturnTicket(7)


def test_who_comes_back_later_can_be_cancelled(watch: Watch, busy_hall: ANY) -> None:
    watch.press("returning-8", busy_hall.now)
    assert watch.press("cancel-8", busy_hall.now) == c.CancelTicket(8)
