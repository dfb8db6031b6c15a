from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from kiosk import texts, views as v
from shared.domain.catalogue import Opening, Purpose
from shared.domain.refusals import Code

AT = datetime(2026, 11, 23, 10, 24, tzinfo=UTC)

ISSUE_REFUSALS = (
    Code.DAY_NOT_OPEN,
    Code.ENTITY_CLOSED,
    Code.SERVICE_SUSPENDED,
    Code.NUMBERS_EXHAUSTED,
    Code.UNKNOWN_SERVICE,
    Code.UNKNOWN_LANGUAGE,
    Code.UNKNOWN_QUEUE,
    Code.NOTHING_TO_PAY,
    Code.NOT_ALLOWED,
    Code.SERVICE_FULL,
    Code.LAST_TICKET_GIVEN,
    Code.UNKNOWN_CODE,
    Code.DOCUMENT_REQUIRED,
    Code.DOCUMENT_NOT_ASKED,
    Code.DOCUMENT_WRONG,
    Code.ALREADY_HAS_TICKET,
    Code.UNKNOWN_TICKET,
    Code.NOT_WAITING,
    Code.SAME_SERVICE,
    Code.UNKNOWN_APPOINTMENT,
    Code.APPOINTMENT_USED,
    Code.APPOINTMENT_OTHER_DAY,
    Code.APPOINTMENT_TOO_EARLY,
)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (None, "Sin módulo abierto por ahora"),
        ((0, 5), "Menos de 5 minutos"),
        ((10, 15), "De 10 a 15 minutos"),
        ((60, 75), "Más de 1 hora"),
        ((130, 150), "Más de 2 horas"),
    ],
)
def test_wait_is_a_range_in_words(minutes: tuple[int, int] | None, words: str) -> None:
    assert texts.wait(minutes) == words


def test_people_are_counted_as_one_says_it() -> None:
    assert [texts.waiting(n) for n in (0, 1, 12)] == ["Nadie espera", "1 espera", "12 esperan"]


def test_call_that_may_come_at_once_has_only_an_end() -> None:
    soon = (AT - timedelta(minutes=4), AT + timedelta(minutes=6))
    later = (AT + timedelta(minutes=11), AT + timedelta(minutes=16))
    assert texts.call(soon, AT) == ("Le llamaremos antes de", "las 10:30")
    assert texts.call(later, AT) == ("Le llamaremos entre", "10:35 y 10:40")


def test_closed_says_until_when() -> None:
    assert texts.until_when(v.Crowd("closed", opens_at=AT.replace(hour=14, minute=0))) == "Atiende desde las 14:00"
    assert texts.until_when(v.Crowd("closed")) == "Hoy ya no atiende"
    assert texts.shut(v.Crowd("suspended")) == "Suspendido"


@pytest.mark.parametrize(
    ("opens_at", "words"),
    [
        (AT.replace(hour=11), "Damos números hoy desde las 11:24."),
        (AT + timedelta(days=1), "Damos números mañana desde las 10:24."),
        (AT + timedelta(days=3), "Damos números el jueves 26 de noviembre desde las 10:24."),
        (None, "Aquí sacará su número cuando abramos."),
    ],
)
def test_closed_centre_says_when_it_gives_numbers_again(opens_at: datetime | None, words: str) -> None:
    assert texts.closed_lead(opens_at, AT) == words


def test_hours_of_the_week_read_well() -> None:
    week = Opening((0, 1, 2, 3, 4), time(8, 30), time(18))
    assert texts.opening(week) == "Lunes a viernes: 08:30 a 18:00"
    assert texts.opening(Opening((5,), time(8, 30), time(13))) == "Sábado: 08:30 a 13:00"
    assert texts.opening(Opening((0, 2), time(8), time(9))) == "Lunes, miércoles: 08:00 a 09:00"


@pytest.mark.parametrize("code", ISSUE_REFUSALS)
def test_each_refusal_of_a_ticket_has_its_sentence(code: Code) -> None:
    said = texts.refusal(v.SorryView(code=code))
    assert said.endswith(".")
    assert said != texts.refusal(v.SorryView(code="something_new"))


def test_refusal_without_a_sentence_still_says_what_to_do() -> None:
    assert "orientador" in texts.refusal(v.SorryView(code="something_new"))


def test_refused_entity_is_named_with_its_hour() -> None:
    view = v.SorryView(code=Code.ENTITY_CLOSED, subject="SUNAT", opens_at=AT.replace(hour=14, minute=0))
    assert texts.refusal(view).startswith("SUNAT atiende desde las 14:00.")
    assert texts.refusal(v.SorryView(code=Code.ENTITY_CLOSED, subject="SUNAT")).startswith("SUNAT ya no atiende hoy.")


@pytest.mark.parametrize("purpose", list(Purpose))
def test_every_purpose_has_its_words(purpose: Purpose) -> None:
    assert texts.purpose(purpose)
    assert texts.purpose_explained(purpose)
    assert texts.entities_question(purpose).startswith("¿")


@pytest.mark.parametrize("paper", [v.NOT_PRINTED, v.UNSURE, v.NO_PRINTER])
def test_number_without_paper_is_to_be_noted(paper: str) -> None:
    assert "anote su número o tómele una foto" in f"{texts.paper_title(paper)} {texts.paper_explained(paper)}".lower()


def test_printed_ticket_is_to_be_taken() -> None:
    assert texts.paper_title(v.PRINTED) == "Recoja su ticket."


def test_no_more_numbers_says_the_last_one_and_when_to_come() -> None:
    four_forty = datetime(2026, 11, 23, 16, 40)  # a Monday
    tomorrow, saturday = datetime(2026, 11, 24, 8, 30), datetime(2026, 11, 28, 8, 30)
    said = "Hoy ya no alcanza: último ticket 16:40. Puede venir mañana desde las 08:30"
    crowd = v.Crowd("last_ticket", opens_at=tomorrow, last_at=four_forty)
    assert texts.why_not(crowd) == said
    assert (texts.shut(crowd), texts.until_when(crowd)) == ("Último 16:40", "Mañana desde las 08:30")
    assert texts.last_ticket(four_forty, saturday).endswith("Puede venir el sábado desde las 08:30")
    assert texts.last_ticket(four_forty, datetime(2026, 11, 23, 18)).endswith("Puede venir hoy desde las 18:00")
    assert texts.last_ticket(None, None) == "Hoy ya no alcanza"


def test_nobody_serves_now_says_from_when_somebody_will() -> None:
    assert texts.wait(None, datetime(2026, 11, 23, 14)) == "Reabre a las 14:00"
    assert texts.wait(None) == "Sin módulo abierto por ahora"


def test_a_refused_last_ticket_says_who_when_and_what_to_do() -> None:
    now, last, again = (datetime(2026, 11, 23, 16, 41), datetime(2026, 11, 23, 16, 40), datetime(2026, 11, 24, 8, 30))
    view = v.SorryView(
        head=v.Head(now=now), code=Code.LAST_TICKET_GIVEN, subject="RENIEC", opens_at=again, last_at=last
    )
    assert texts.refusal(view) == (
        "Para RENIEC hoy ya no alcanza el tiempo: el último ticket se dio a las 16:40. "
        "Puede venir mañana desde las 08:30."
    )
