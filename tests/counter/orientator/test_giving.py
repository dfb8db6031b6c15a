"""Giving a ticket to someone, without a window."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from counter.orientator import texts
from counter.orientator.giving import Facts, Giving
from shared.domain.commands import AnswerHelp, IssueTicket
from shared.domain.refusals import Code
from shared.lan.messages import DeviceRole
from shared.lan.views import HelpView, ServiceView
from tests.fakes.link import FakeLink
from tests.fakes.morning import NOW, receipt

ANY = Any


@pytest.fixture
def giving(busy_hall: ANY) -> Giving:
    giving = Giving("o01")
    giving.see(facts_of(busy_hall))
    return giving


def facts_of(hall: ANY, **services: ServiceView) -> Facts:
    link = FakeLink()
    hall.show_on(link, DeviceRole.ORIENTATOR)
    facts = Facts.of(link)
    return Facts(facts.online, facts.catalogue, facts.hall, facts.services | services)


def names(giving: Giving, typed: str) -> list[str]:
    giving.search(typed)
    return [row.name for row in giving.view(NOW).rows]


def test_services_are_found_without_accents_by_word_entity_or_code(giving: Giving) -> None:
    assert names(giving, "antecedentes") == ["service-PA01", "service-PJ01", "service-IN01"]
    assert names(giving, "quiero PENSION") == ["service-OP01"]
    assert names(giving, "judicial homon") == ["service-PJ02"]
    assert names(giving, "pj01") == ["service-PJ01"]
    assert len(names(giving, "")) == 66
    assert names(giving, "zzz") == []
    assert giving.view(NOW).empty == texts.NOTHING_FOUND


def test_each_service_says_who_waits_and_how_long(giving: Giving) -> None:
    giving.search("antecedentes")
    details = {row.name: row.detail for row in giving.view(NOW).rows}
    assert details["service-PJ01"].startswith("10 esperan · 75 a ")
    assert details["service-IN01"] == "5 esperan · ahora ningún módulo atiende"


def test_a_service_that_gives_no_tickets_says_why_and_is_not_chosen(giving: Giving, busy_hall: ANY) -> None:
    assert giving.press("service-LC04") is None
    assert giving.notice == texts.SUSPENDED
    opens = NOW + timedelta(hours=2)
    giving.see(facts_of(busy_hall, PJ01=ServiceView("PJ01", "closed", 0, None, opens)))
    giving.press("service-PJ01")
    assert giving.notice == "Abre a las 12:24"
    assert giving.view(NOW).mode == "search"


def test_a_ticket_is_given(giving: Giving) -> None:
    giving.press("service-PJ02")
    assert giving.press("give") == IssueTicket("PJ02")


def test_sign_language_is_asked_for_where_somebody_here_signs(giving: Giving, busy_hall: ANY) -> None:
    giving.press("service-PJ02")
    giving.press("sign")
    assert giving.press("give") == IssueTicket("PJ02", sign=True)
    giving.press("service-PJ01")
    chosen = giving.view(NOW).chosen
    assert chosen
    assert chosen.sign is False  # the next person is asked anew
    advisors = tuple(replace(a, skills=()) for a in busy_hall.catalogue.advisors)
    facts = facts_of(busy_hall)
    giving.see(Facts(facts.online, replace(busy_hall.catalogue, advisors=advisors), facts.hall, facts.services))
    chosen = giving.view(NOW).chosen
    assert chosen
    assert chosen.sign is None


def test_a_ticket_has_the_language_of_who_it_is_for_and_the_next_one_is_spanish_again(
    giving: Giving, busy_hall: ANY
) -> None:
    facts = facts_of(busy_hall)
    catalogue = replace(busy_hall.catalogue, languages=("es", "quz", "ayr"))
    giving.see(dataclasses.replace(facts, catalogue=catalogue))
    giving.press("service-PJ02")
    said = []
    for _ in range(4):
        chosen = giving.view(NOW).chosen
        assert chosen
        said.append((chosen.language, chosen.speaks_another))
        giving.press("language")
    assert said == [
        ("Idioma: español", False),
        ("Idioma: quechua", True),
        ("Idioma: aimara", True),
        ("Idioma: español", False),
    ]
    assert giving.press("give") == IssueTicket("PJ02", language="quz")
    giving.press("service-PJ01")
    assert giving.view(NOW).chosen.language == "Idioma: español"  # type: ignore[union-attr]


def test_a_centre_of_one_language_asks_for_none(giving: Giving, busy_hall: ANY) -> None:
    facts = facts_of(busy_hall)
    giving.see(dataclasses.replace(facts, catalogue=replace(busy_hall.catalogue, languages=("es",))))
    giving.press("service-PJ02")
    assert giving.view(NOW).chosen.language == ""  # type: ignore[union-attr]


def test_preferential_goes_on_and_off(giving: Giving) -> None:
    giving.press("service-PJ02")
    giving.press("preferential")
    assert giving.press("give") == IssueTicket("PJ02", preferential=True)
    giving.press("preferential")
    assert giving.press("give") == IssueTicket("PJ02")


def test_where_a_fee_comes_first_it_is_asked_and_never_assumed(giving: Giving) -> None:
    giving.press("service-PJ01")
    assert giving.press("give") is None
    assert giving.notice == texts.ASK_PAID
    giving.press("not-paid")
    assert giving.press("give") == IssueTicket("PJ01", pay_first=True)
    giving.press("paid")
    assert giving.press("give") == IssueTicket("PJ01")


def test_what_was_answered_for_one_person_is_not_kept_for_the_next(giving: Giving) -> None:
    giving.press("service-PJ01")
    giving.press("preferential")
    giving.press("paid")
    giving.press("back")
    giving.press("service-PJ01")
    chosen = giving.view(NOW).chosen
    assert chosen is not None
    assert (chosen.preferential, chosen.paid) == (False, "asked")


def test_typing_again_forgets_what_was_chosen(giving: Giving) -> None:
    giving.press("service-PJ02")
    giving.search("dni")
    assert giving.view(NOW).mode == "search"
    assert giving.press("give") is None


def test_while_the_number_is_asked_for_nothing_else_is_ordered(giving: Giving) -> None:
    giving.press("service-PJ02")
    giving.press("give")
    giving.sent("r1")
    assert giving.press("give") is None
    giving.press("back")
    giving.search("x")
    view = giving.view(NOW)
    assert view.mode == "chosen"
    assert view.chosen is not None
    assert view.chosen.give.why == texts.GIVING


def test_the_number_is_shown_large_with_what_to_say(giving: Giving) -> None:
    giving.press("service-PJ01")
    giving.sent("r1")
    assert not giving.answered("r0", receipt())
    assert giving.answered("r1", receipt(preferential=True))
    given = giving.view(NOW).given
    assert given is not None
    assert given.number == "PJ 047"
    assert given.preferential == texts.PREFERENTIAL
    assert given.lines == (
        "12 personas antes",
        "Le llamaremos entre 10:35 y 10:40.",
        "Primero: Banco de la Nación, módulos 1 a 6.",
    )
    assert given.paper == texts.PAPER["printing"]


@pytest.mark.parametrize("verdict", ["printed", "unknown", "no_printer", "paper_out", "offline"])
def test_what_became_of_the_paper_is_said(giving: Giving, verdict: str) -> None:
    giving.sent("r1")
    giving.answered("r1", receipt())
    giving.paper_ended(1, verdict)
    giving.paper_ended(receipt().ticket, verdict)
    given = giving.view(NOW).given
    assert given is not None
    assert given.paper == texts.PAPER[verdict]


def test_another_ticket_begins_anew(giving: Giving) -> None:
    giving.search("penales")
    giving.press("service-PJ01")
    giving.sent("r1")
    giving.answered("r1", receipt())
    assert giving.press("give") is None
    giving.press("another")
    view = giving.view(NOW)
    assert (view.mode, view.query) == ("search", "")


def test_a_refusal_leaves_the_choice_as_it_was(giving: Giving) -> None:
    giving.press("service-PJ02")
    giving.sent("r1")
    giving.refused("r1", Code.SERVICE_SUSPENDED, {"service": "PJ02"})
    assert giving.notice == "Certificado de homonimia está suspendido por hoy."
    assert giving.view(NOW).mode == "chosen"


def test_without_the_hub_no_ticket_is_given_and_the_page_says_so(giving: Giving, busy_hall: ANY) -> None:
    giving.press("service-PJ02")
    facts = facts_of(busy_hall)
    giving.see(Facts(False, facts.catalogue, facts.hall, facts.services))
    assert giving.view(NOW).banner
    assert giving.press("give") is None


def test_whoever_asks_for_help_at_a_kiosk_is_seen_and_answered(giving: Giving) -> None:
    assert giving.view(NOW).help == ""
    asked = (HelpView("kiosk-2", NOW), HelpView("kiosk-1", NOW + timedelta(minutes=1)))
    giving.see(replace_facts(giving.facts, asked))
    assert giving.view(NOW).help.startswith("Piden ayuda en el kiosco 2 desde las ")
    assert "el kiosco 1" in giving.view(NOW).help
    assert giving.press("help") == AnswerHelp("kiosk-2")


def replace_facts(facts: Facts, asked: tuple[HelpView, ...]) -> Facts:
    return dataclasses.replace(facts, help=asked)
