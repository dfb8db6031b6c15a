"""The words for the order of calls: why somebody was called, who goes before, by which policy, and the day's proof."""

from __future__ import annotations

from collections.abc import Sequence

from counter.texts import HELD_BECAUSE, LANGUAGES, NO_BREAK, minutes
from shared.domain import spanish
from shared.domain.events import Because
from shared.domain.policy import Policy, Rule

KINDS = {"preferential": "Preferente", "appointment": "Con cita", "guard": "Pasó su espera máxima"}
BY_HAND = "Se llamó a mano, de la lista"
RESUMED = "Estaba pendiente."


def because(why: Because, due: str) -> str:
    """Why this ticket was called, in one sentence. `due`: the hour of `why.due`."""
    passed, kept = len(why.passed_over), len(why.kept)
    match why.rule:
        case "preferential" if passed > kept:
            said = f"Se llamó primero por ser preferente; {_came_before(passed)}"
        case "preferential":
            said = "Se llamó por ser preferente y llegar antes"
        case "due":
            said = f"Su espera vence primero, a las {due}; {_came_before(passed)}"
        case "appointment":
            said = f"Se llamó por la hora de su cita, {due}"
        case "guard":
            said = f"Esperó más de {minutes(why.guard)}: va antes de quien llegó después"
        case "accumulated":
            said = "Se llamó por prioridad acumulada" + (f"; {_came_before(passed)}" if passed else "")
        case "ratio":
            said = "Era el turno de quien no es preferente"
        case "by_hand":
            said = BY_HAND + (f"; {_went_before(passed)}" if passed else "")
        case "resumed":
            return RESUMED
        case _:
            said = "Se llamó por orden de llegada"
    return f"{said}.{_kept(kept)}"


def _came_before(count: int) -> str:
    return "1 persona llegó antes" if count == 1 else f"{count} personas llegaron antes"


def _went_before(count: int) -> str:
    return "1 persona iba antes" if count == 1 else f"{count} personas iban antes"


def _kept(count: int) -> str:
    if not count:
        return ""
    who = "1 persona espera" if count == 1 else f"{count} personas esperan"
    return f" {who} a quien habla su idioma."


def ahead(preferential: int, earlier: int, sooner: int) -> str:
    """Who goes before somebody who waits: preferential ones, those who came before, those whose limit ends sooner."""
    total = preferential + earlier + sooner
    if not total:
        return "Es quien sigue."
    parts = [
        words
        for count, words in (
            (preferential, "1 preferente" if preferential == 1 else f"{preferential} preferentes"),
            (earlier, "1 que llegó antes" if earlier == 1 else f"{earlier} que llegaron antes"),
            (sooner, "1 cuya espera vence antes" if sooner == 1 else f"{sooner} cuya espera vence antes"),
        )
        if count
    ]
    if total == 1:
        return f"Va antes {parts[0]}."
    return f"Van antes {spanish.listed(parts)}." if len(parts) == 1 else f"Van antes {total}: {spanish.listed(parts)}."


def stands(reason: str, waited: int, queue: str, counters: Sequence[int]) -> str:
    """A waiting ticket in one sentence: Preferente, espera 6 min; módulo 4 atiende BN."""
    waits = f"espera {minutes(waited)}" if waited else "acaba de llegar"
    who = f"{KINDS[reason]}, {waits}" if reason in KINDS else waits.capitalize()
    if not counters:
        return f"{who}; ningún módulo abierto atiende {queue}."
    attend = "atiende" if len(counters) == 1 else "atienden"
    return f"{who}; {spanish.counters(counters)} {attend} {queue}."


FIRST = {
    "preferential": "preferente",
    "appointment": "con cita",
    "guard": "pasó su espera máxima",
    "due": "su espera vence primero",
    "arrival": "llegó primero",
    "accumulated": "tiene la mayor prioridad acumulada",
    "ratio": "es el turno de quien no es preferente",
}


def first(number: str, reason: str) -> str:
    """Who of a line would be called first, and why."""
    return f"Primero va {number}: {FIRST[reason]}." if reason in FIRST else f"Primero va {number}."


def kept_for(language: str, until: str, counters: Sequence[int]) -> str:
    """A ticket that is kept for an advisor of its language."""
    name = LANGUAGES.get(language, language)
    return f"Pidió {name}: se guarda para {spanish.counters(counters)} hasta las {until}."


def policy(of: Policy, person: str) -> str:
    """A policy, and who answers for it."""
    match of.rule:
        case Rule.LEGAL:
            said = "Por ley: primero los preferentes, después quien antes llega a su límite de espera."
        case Rule.FCFS:
            said = "Por orden de llegada, sin preferencia."
        case Rule.STRICT:
            said = "Primero los preferentes, después las citas, después los demás, por orden de llegada."
        case Rule.RATIO:
            said = f"Por cada {of.ratio} preferentes se llama a otra persona."
        case Rule.ACCUMULATING:
            said = (
                f"Prioridad acumulada: preferente {of.preferential:g}, cita {of.appointment:g}, otros {of.ordinary:g}."
            )
    if of.guard:
        said += f" Quien espera {minutes(of.guard)} va antes de quien llegó después."
    if of.acknowledged_by:
        said += f" Responde {person or of.acknowledged_by}: {of.reason.rstrip('.')}."
    return said


PROOF = "Atención preferente hoy"
PROOF_CLEAN = "Ninguna persona fue llamada por el sistema antes que un preferente que podía atenderse en ese módulo."
PROOF_FAULTS = (
    "El sistema llamó a alguien antes que un preferente que podía atenderse en ese módulo. Avise al especialista TIC."
)
PROOF_NONE = "Sin excepciones hasta ahora."
BY_POLICY = "por la regla de la cola"
HOW = {"by_hand": "llamado a mano", "resumed": "retomado", "policy": BY_POLICY}


def proof(faults: int, exceptions: int) -> str:
    """Preferentes: 0 faltas, 2 excepciones."""
    return f"Preferentes: {_faults(faults)}, {_exceptions(exceptions)}"


def _faults(count: int) -> str:
    return "1 falta" if count == 1 else f"{count} faltas"


def _exceptions(count: int) -> str:
    return "1 excepción" if count == 1 else f"{count} excepciones"


def proof_alert(faults: int) -> str:
    return f"Atención preferente: {_faults(faults)} hoy."


def passing(how: str, person: str, why: str, counter: int, passed: Sequence[str]) -> str:
    """An exception or a fault: llamado a mano por Rosa Quispe, módulo 4; esperaba PJ 003."""
    words = HOW.get(how, "llamado por el sistema" if not person else how)
    by = "; responde " if how == "policy" else " por "
    who = f"{by}{person}" if person else ""
    reason = f" ({HELD_BECAUSE.get(why, why)})" if why else ""
    wait = "esperaba" if len(passed) == 1 else "esperaban"
    return f"Módulo{NO_BREAK}{counter}, {words}{who}{reason}; {wait} {spanish.listed(passed)}."
