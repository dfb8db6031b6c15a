"""A lost ticket, somebody who came back, and a family: what an orientator does beside giving one number."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from counter.orientator import texts
from counter.orientator.giving import Facts, Giving
from shared.domain.commands import CheckIn, FindTicket, IssueTicket, ReturnTicket
from shared.domain.refusals import Code
from shared.lan.messages import DeviceRole
from shared.lan.views import AbsentView
from tests.fakes.link import FakeLink
from tests.fakes.morning import NOW, receipt

ANY = Any
ABSENT = AbsentView(7, "PJ 047", "PJ", "PJ01", False, NOW, 20, NOW + timedelta(minutes=15))


@pytest.fixture
def giving(busy_hall: ANY) -> Giving:
    link = FakeLink()
    busy_hall.show_on(link, DeviceRole.ORIENTATOR)
    facts = Facts.of(link)
    giving = Giving("o01")
    giving.see(Facts(facts.online, facts.catalogue, facts.hall, facts.services, (ABSENT,)))
    return giving


def rows(giving: Giving, typed: str) -> list[tuple[str, str]]:
    giving.search(typed)
    return [(row.title, row.text) for row in giving.view(NOW).rows]


def test_a_lost_ticket_is_found_by_its_number_and_printed_again(giving: Giving) -> None:
    assert rows(giving, "bn 12") == [("BN 012", texts.COPY)]
    assert giving.press("copy-BN 012") == FindTicket("BN 012")
    giving.sent("r1")
    assert giving.answered("r1", receipt(number="BN 012", copy=True, state="called"))
    given = giving.view(NOW).given
    assert given is not None
    assert given.lines[0] == "Ya le llamaron: mire la pantalla."
    assert not given.can_group


def test_who_came_back_is_found_by_the_number_too(giving: Giving) -> None:
    assert rows(giving, "pj47") == [("PJ 047", texts.RETURNED), ("PJ 047", texts.COPY)]
    assert giving.press("returned-7") == ReturnTicket(7)
    giving.sent("r1")
    giving.done("r1")
    assert giving.notice == texts.WAITS_AGAIN


def test_one_more_for_the_same_family_is_called_together(giving: Giving) -> None:
    giving.press("service-BN02")
    giving.press("give")
    giving.sent("r1")
    first = replace(receipt(), ticket=31, number="BN 031")
    giving.answered("r1", first)
    giving.press("group")
    giving.press("service-BN02")
    chosen = giving.view(NOW).chosen
    assert chosen is not None
    assert chosen.wait.endswith("Se le llamará junto con BN 031.")
    assert giving.press("give") == IssueTicket("BN02", together_with=31)
    giving.sent("r2")
    giving.answered("r2", replace(receipt(), ticket=32))
    giving.press("another")
    giving.press("service-BN02")
    assert giving.press("give") == IssueTicket("BN02")


def test_an_appointment_is_checked_in_by_its_code_with_or_without_preference(giving: Giving) -> None:
    assert rows(giving, "48213377") == [
        ("48213377", texts.CHECK_IN),
        ("48213377", texts.CHECK_IN_PREFERENTIAL),
    ]
    assert giving.press("appointment-48213377") == CheckIn("48213377")
    assert giving.press("preferential_appointment-48213377") == CheckIn("48213377", preferential=True)


def test_who_came_too_late_is_told_by_the_orientator(giving: Giving) -> None:
    giving.press("appointment-48213377")
    giving.sent("r1")
    giving.answered("r1", receipt(late=NOW))
    given = giving.view(NOW).given
    assert given is not None
    assert given.lines[0] == "Su cita era a las 10:24: llegó tarde y va por orden de llegada."


def test_the_fee_of_an_appointment_is_asked_where_the_hub_wants_to_know(giving: Giving) -> None:
    rows(giving, "C1234")
    giving.press("preferential_appointment-C1234")
    giving.sent("r1")
    giving.refused("r1", Code.FEE_NOT_ASKED, {"appointment": "C1234", "service": "PJ01"})
    view = giving.view(NOW)
    assert view.notice.startswith("Pregunte si ya pagó la tasa")
    assert [row.title for row in view.rows] == [texts.PAID, texts.NOT_PAID]
    assert giving.press("fee-unpaid") == CheckIn("C1234", pay_first=True, preferential=True)


def test_words_without_a_digit_are_no_code(giving: Giving) -> None:
    assert rows(giving, "zzzz") == []
