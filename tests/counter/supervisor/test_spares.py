"""What a supervisor is told of numbers given without the hub, and how a paper roll is entered."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from counter.paper_roll import written
from counter.supervisor import texts
from counter.supervisor.alerts import alerts
from counter.supervisor.watch import Watch
from shared.domain.commands import EnterPaper
from shared.domain.device import DeviceState
from shared.lan.messages import DeviceRole
from shared.lan.views import DeviceView, SpareView
from tests.counter.supervisor.test_watch import facts_of, rows

ANY = Any


def sentences(busy: ANY, **facts: Any) -> list[str]:
    return [alert.sentence for alert in alerts(facts_of(busy, **facts), busy.now)]


def spare(busy: ANY, number: str, was: str, ticket: int = 7, minutes: int = 3) -> SpareView:
    at = busy.now - timedelta(minutes=minutes)
    return SpareView(number, ticket, "PJ 047" if ticket else "", was, at - timedelta(minutes=30), at)


def kiosk(busy: ANY, *, online: bool) -> DeviceView:
    seen = busy.now - timedelta(minutes=4)
    return DeviceView("kiosk-1", DeviceRole.KIOSK, 0, "", DeviceState.PAIRED, seen, online, seen)


def test_a_kiosk_without_the_hub_is_said(busy_hall: ANY) -> None:
    since = (busy_hall.now - timedelta(minutes=4)).astimezone(busy_hall.catalogue.timezone)
    expected = texts.kiosk_away("kiosk-1", f"{since:%H:%M}")
    assert expected in sentences(busy_hall, kiosks=(kiosk(busy_hall, online=False),))
    assert expected not in sentences(busy_hall, kiosks=(kiosk(busy_hall, online=True),))


def test_numbers_that_came_in_are_said_once_for_all_and_for_a_while(busy_hall: ANY) -> None:
    came = tuple(spare(busy_hall, f"A 00{n}", "new") for n in (1, 2, 3))
    assert texts.spares_came(["A 001", "A 002", "A 003"]) in sentences(busy_hall, spares=came)
    old = tuple(spare(busy_hall, f"A 00{n}", "new", minutes=30) for n in (1, 2))
    assert not [said for said in sentences(busy_hall, spares=old) if "provisional" in said]


def test_who_had_been_called_in_vain_is_named_and_can_be_looked_at(busy_hall: ANY) -> None:
    facts = facts_of(busy_hall)
    waiting = facts.waiting[0].ticket
    found = alerts(facts_of(busy_hall, spares=(spare(busy_hall, "A 001", "called", waiting),)), busy_hall.now)
    (alert,) = [alert for alert in found if "A 001" in alert.sentence]
    assert (alert.name, alert.action) == (f"waiting-{waiting}", texts.SEE_TICKET)
    assert "PJ 047" in alert.sentence


def test_a_number_without_a_ticket_is_said_unless_nobody_has_it(busy_hall: ANY) -> None:
    lost = (spare(busy_hall, "A 004", "other_day", 0), spare(busy_hall, "A 005", "not_printed", 0))
    said = sentences(busy_hall, spares=lost)
    assert texts.spare_void("A 004", "other_day") in said
    assert not [one for one in said if "A 005" in one]


def test_numbers_of_the_roll_are_typed_into_their_queue(busy_hall: ANY) -> None:
    watch = Watch("s01")
    watch.see(facts_of(busy_hall))
    now = busy_hall.now
    assert watch.press("queue-PJ", now) is None
    assert "paper-PJ" in rows(watch, now)
    assert watch.press("paper-PJ", now) is None
    assert rows(watch, now) == []
    watch.search("12-30 8:40-8:55")
    assert rows(watch, now) == ["roll-PJ"]
    order = watch.press("roll-PJ", now)
    assert isinstance(order, EnterPaper)
    assert (order.first, order.last, order.queue) == (12, 30, "PJ")
    assert [f"{at.astimezone(busy_hall.catalogue.timezone):%H:%M}" for at in (order.from_at, order.to_at)] == [
        "08:40",
        "08:55",
    ]


@pytest.mark.parametrize(
    "typed", ["", "12", "12-", "30-12 8:40", "1-300 8:40", "12-30 8:55-8:40", "12 25:00", "12 23:00", "0 8:40", "PJ 12"]
)
def test_what_is_no_range_of_today_is_not_entered(busy_hall: ANY, typed: str) -> None:
    assert written(busy_hall.catalogue, "PJ", typed, busy_hall.now) is None


def test_one_number_and_one_hour_are_enough(busy_hall: ANY) -> None:
    order = written(busy_hall.catalogue, "PJ", "12 8:40", busy_hall.now)
    assert order
    assert (order.first, order.last) == (12, 12)
