"""What is said to an order that the rules do not allow."""

from __future__ import annotations

import pytest

from counter.refusals import refusal
from shared.domain.catalogue import Catalogue
from shared.domain.refusals import Code

PARAMS: dict[str, str | int] = {
    "day": "2026-11-23",
    "last": "2026-11-24",
    "service": "PJ01",
    "queue": "PJ",
    "counter": 20,
    "advisor": "a020",
    "ticket": 2026112300047,
    "reason": "siesta",
    "entity": "pj",
    "opens_at": "2026-11-23T19:00:00+00:00",
    "prefix": "PJ",
    "state": "done",
    "what": "PJ",
    "command": "call_next",
    "role": "counter",
    "zone": "9",
    "device": "kiosk-1",
    "request": "r1",
    "problem": "x",
    "number": "A 001",
    "letter": "A",
    "most": 100,
}


@pytest.mark.parametrize("code", Code)
def test_every_refusal_has_one_spanish_sentence(code: Code, catalogue: Catalogue) -> None:
    sentence = refusal(code, PARAMS, catalogue)
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert sentence != refusal("no_such_code", {})


def test_a_refusal_names_people_and_services_not_codes(catalogue: Catalogue) -> None:
    taken = refusal(Code.COUNTER_TAKEN, {"counter": 20, "advisor": "a020"}, catalogue)
    assert taken == f"En el módulo 20 ya está {catalogue.advisor['a020'].name}."
    assert refusal(Code.SERVICE_SUSPENDED, {"service": "PJ01"}, catalogue).startswith("Certificado de")


def test_a_refusal_without_its_catalogue_or_params_still_speaks() -> None:
    for code in Code:
        assert refusal(code, {}).endswith(".")


def test_a_closed_entity_says_when_it_opens(catalogue: Catalogue) -> None:
    opens = {"entity": "sunat", "opens_at": "2026-11-23T19:00:00+00:00"}
    assert refusal(Code.ENTITY_CLOSED, opens, catalogue) == "SUNAT no atiende ahora: abre a las 14:00."
    assert refusal(Code.ENTITY_CLOSED, {**opens, "opens_at": ""}, catalogue) == "SUNAT ya no atiende hoy."
