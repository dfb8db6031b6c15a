"""The order of calls, said in one plain sentence: why somebody was called, who goes before, the day's proof."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from counter import order_texts, story, why
from counter.texts import NO_BREAK
from shared.domain.events import Because
from shared.domain.policy import Policy, Rule
from shared.lan import views as v
from tests.counter.conftest import NOW

ANY = Any


def plain(text: str) -> str:
    return text.replace(NO_BREAK, " ")


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Because("preferential", 60, 3, (1, 2)), "Se llamó primero por ser preferente; 2 personas llegaron antes."),
        (Because("preferential", 60, 3), "Se llamó por ser preferente y llegar antes."),
        (
            Because("preferential", 60, 3, (1,), kept=(1,)),
            "Se llamó por ser preferente y llegar antes. 1 persona espera a quien habla su idioma.",
        ),
        (Because("arrival", 60, 3), "Se llamó por orden de llegada."),
        (
            Because("due", 60, 3, (1,), due=NOW),
            "Su espera vence primero, a las 10:46; 1 persona llegó antes.",
        ),
        (Because("appointment", 60, 3, due=NOW), "Se llamó por la hora de su cita, 10:46."),
        (Because("guard", 60, 3, guard=30), "Esperó más de 30 min: va antes de quien llegó después."),
        (Because("accumulated", 60, 3, (1,)), "Se llamó por prioridad acumulada; 1 persona llegó antes."),
        (Because("ratio", 60, 3), "Era el turno de quien no es preferente."),
        (Because("by_hand", 60, 3, (1, 2)), "Se llamó a mano, de la lista; 2 personas iban antes."),
        (Because("by_hand", 60, 3), "Se llamó a mano, de la lista."),
        (Because("resumed", 60, 3), "Estaba pendiente."),
        (Because("of a later version", 60, 3), "Se llamó por orden de llegada."),
    ],
)
def test_every_reason_of_a_call_is_told(catalogue: ANY, reason: Because, said: str) -> None:
    assert plain(story.called(catalogue, reason)) == said


def row(ticket: int, minutes: int, *, preferential: bool = False, rank: int = 0, **more: Any) -> v.WaitingView:
    """Somebody who waits at PJ."""
    since = NOW - timedelta(minutes=minutes)
    rank = rank or (0 if preferential else 10**15) + ticket
    reason = more.pop("reason", "preferential" if preferential else "due")
    return v.WaitingView(ticket, f"PJ {ticket:03d}", "PJ", "PJ01", preferential, since, rank, reason=reason, **more)


OPEN = {n: v.CounterView(n, "open", f"a{n:03d}") for n in (4, 20, 21)}


def stands(catalogue: ANY, one: v.WaitingView, *others: v.WaitingView, counters: Any = (20, 21)) -> str:
    return plain(why.stands(catalogue, one, [one, *others], [OPEN[n] for n in counters], NOW))


def test_a_waiting_ticket_is_told_with_its_class_its_wait_and_who_attends_it(catalogue: ANY) -> None:
    told = stands(catalogue, row(7, 6, preferential=True), counters=(20,))
    assert told == "Preferente, espera 6 min; módulo 20 atiende PJ. Es quien sigue."


def test_who_goes_before_is_told_by_what_places_them_there(catalogue: ANY) -> None:
    others = (row(9, 2, preferential=True), row(5, 11), row(6, 10), row(8, 2, rank=10**15))
    told = stands(catalogue, row(7, 6), *others)
    assert told == (
        "Espera 6 min; módulos 20 y 21 atienden PJ. "
        "Van antes 4: 1 preferente, 2 que llegaron antes y 1 cuya espera vence antes. "
        "Primero va PJ 009: preferente."
    )


def test_before_a_preferential_ticket_only_who_came_before_is_counted(catalogue: ANY) -> None:
    told = stands(catalogue, row(7, 0, preferential=True), row(3, 1, preferential=True), row(2, 9))
    assert told.startswith("Preferente, acaba de llegar;")
    assert told.endswith("Va antes 1 que llegó antes. Primero va PJ 003: preferente.")


def test_a_ticket_that_no_open_counter_attends_is_told_so(catalogue: ANY) -> None:
    assert stands(catalogue, row(7, 6), counters=(4,)).startswith("Espera 6 min; ningún módulo abierto atiende PJ.")


def test_a_ticket_kept_for_its_language_is_told_with_until_when(catalogue: ANY) -> None:
    quechua = row(7, 4, language="qu")
    assert "Pidió Quechua: se guarda para módulo 20 hasta las 10:52." in stands(catalogue, quechua)
    assert "se guarda" not in stands(catalogue, row(7, 11, language="qu"))
    assert "se guarda" not in stands(catalogue, row(7, 4, sign=True))  # nobody here knows sign language
    assert "se guarda" not in stands(catalogue, row(7, 4, preferential=True, language="qu"))


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        (Policy(), "Por ley: primero los preferentes, después quien antes llega a su límite de espera."),
        (
            Policy(Rule.RATIO, 45, 3, acknowledged_by="s01", reason="Oficio 114."),
            "Por cada 3 preferentes se llama a otra persona. Quien espera 45 min va antes de quien llegó después. "
            "Responde Adrián Flores Vargas: Oficio 114.",
        ),
        (
            Policy(Rule.ACCUMULATING, preferential=3, acknowledged_by="x", reason="Prueba"),
            "Prioridad acumulada: preferente 3, cita 1, otros 1. Responde x: Prueba.",
        ),
        (Policy(Rule.FCFS), "Por orden de llegada, sin preferencia."),
        (
            Policy(Rule.STRICT),
            "Primero los preferentes, después las citas, después los demás, por orden de llegada.",
        ),
    ],
)
def test_every_policy_is_told_with_who_answers_for_it(catalogue: ANY, policy: Policy, said: str) -> None:
    queues = tuple(replace(q, policy=policy) if q.prefix == "PJ" else q for q in catalogue.queues)
    assert plain(why.policy(replace(catalogue, queues=queues), "PJ")) == said


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (
            v.PassingView(False, NOW, "PJ 009", 20, "a020", "by_hand", "", ("PJ 003",)),
            "Módulo 20, llamado a mano por Gladys Bustamante Aguilar; esperaba PJ 003.",
        ),
        (
            v.PassingView(False, NOW, "PJ 009", 20, "a020", "resumed", "copies", ("PJ 003", "PJ 004")),
            "Módulo 20, retomado por Gladys Bustamante Aguilar (saca copias); esperaban PJ 003 y PJ 004.",
        ),
        (
            v.PassingView(False, NOW, "PJ 009", 20, "s01", "policy", "Oficio 114", ("PJ 003",)),
            "Módulo 20, por la regla de la cola; responde Adrián Flores Vargas (Oficio 114); esperaba PJ 003.",
        ),
        (
            v.PassingView(True, NOW, "PJ 009", 20, "a020", "arrival", "", ("PJ 003",)),
            "Módulo 20, llamado por el sistema; esperaba PJ 003.",
        ),
    ],
)
def test_an_exception_is_told_with_who_and_why(catalogue: ANY, one: v.PassingView, said: str) -> None:
    assert plain(why.passing(catalogue, one)) == said


def test_the_proof_of_the_day_fits_on_a_button() -> None:
    assert order_texts.proof(0, 2) == "Preferentes: 0 faltas, 2 excepciones"
    assert order_texts.proof(1, 1) == "Preferentes: 1 falta, 1 excepción"
    assert order_texts.proof_alert(1) == "Atención preferente: 1 falta hoy."
