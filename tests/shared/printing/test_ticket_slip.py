"""A ticket's slip from plain values."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared.domain.catalogue import Catalogue
from shared.printing import texts
from shared.printing.slip import Slip
from shared.printing.ticket_slip import Stop, spans, ticket_slip

NOW = datetime(2026, 11, 23, 15, 24, tzinfo=UTC)


def slip(catalogue: Catalogue, **other: Any) -> Slip:
    values: dict[str, Any] = {
        "number": "PJ 047",
        "service": "PJ01",
        "queue": "PJ",
        "stops": [Stop("BN", "BN01", (1, 2, 3, 4, 5, 6)), Stop("PJ", "PJ01", (20, 21))],
        "issued_at": NOW,
        "ahead": 12,
        "between": (NOW + timedelta(minutes=11), NOW + timedelta(minutes=16)),
        "preferential": True,
        "token": "abc",
    }
    return ticket_slip(catalogue, **(values | other))


def test_the_slip_says_what_the_screen_says(region_sur: Catalogue) -> None:
    made = slip(region_sur)
    assert (made.centre, made.number, made.service) == (
        "Centro MAC Región Sur",
        "PJ 047",
        "Certificado de antecedentes penales",
    )
    assert f"{made.issued_at:%H:%M}" == "10:24"
    assert made.call_window is not None
    assert [f"{at:%H:%M}" for at in made.call_window] == ["10:35", "10:40"]
    assert [(stop.entity, stop.modules, stop.note) for stop in made.stops] == [
        ("Banco de la Nación", "módulos 1 a 6", "pago de S/ 52.80"),
        ("Poder Judicial", "módulos 20 y 21", ""),
    ]
    assert made.preferential
    assert made.qr == "abc"


def test_a_ticket_of_only_a_queue_names_the_queue(region_sur: Catalogue) -> None:
    made = slip(region_sur, service="", stops=[Stop("PJ", "", (20, 21))], between=None)
    assert made.service == "Poder Judicial"
    assert made.call_window is None


@pytest.mark.parametrize(
    ("numbers", "said"),
    [((), ""), ((7,), "módulo 7"), ((1, 2, 3, 7), "módulos 1 a 3 y 7"), ((9, 3, 5), "módulos 3, 5 y 9")],
)
def test_counters_are_said_in_spans(numbers: tuple[int, ...], said: str) -> None:
    assert texts.counters(spans(numbers)) == said


def test_a_fee_that_is_not_known_is_only_named() -> None:
    assert texts.payment(0) == "pago de la tasa"
    assert texts.payment(450) == "pago de S/ 4.50"
