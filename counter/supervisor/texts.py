"""Every Spanish word of the supervisor's page that the desk does not say already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from counter.texts import minutes
from shared.domain import spanish
from shared.domain.ending import Override

TITLE = "Supervisión"
COUNTERS = "Módulos"
QUEUES = "Colas"
WAITING = "Esperan y pendientes"
WAITING_EMPTY = "Nadie espera. Quien tome un ticket aparecerá aquí, con el tiempo que lleva."
QUEUE_HEAD = ("Cola", "Esperan", "Máximo / límite", "Módulos")
ALL_WELL = "Todo en orden: cada cola con gente tiene quien atienda y nadie pasa su límite."
CLOSE_DAY = "Cerrar el día"
OPEN_DAY = "Abrir el día"
NOT_OPEN = "El día de atención no está abierto."
ENDED = "El día de atención terminó."

CLOSED = "Cerrado"
FREE = "Libre"
PAUSED = "Pausa"
CALLED = "llama"
LEGEND = "Elija un módulo para cambiarlo."

OPEN_COUNTER = "Abrir con un asesor"
REOPEN_COUNTER = "Terminar la pausa"
PAUSE_COUNTER = "Poner en pausa"
CLOSE_COUNTER = "Cerrar el módulo"
FREE_FIRST = "libere antes el ticket"
CHOOSE_ADVISOR = "Solo aparecen quienes no están en otro módulo."
NO_ADVISOR = "Todos los asesores están en un módulo."
OPEN_ONE = "Abrir un módulo"
SEE_COUNTER = "Ver el módulo"
SEE_PROOF = "Ver cuáles"
SEE_QUEUE = "Ver la cola"
RESTORE = "Restablecer"
SUSPEND = "Suspender por hoy"
SUSPENDED = "suspendido"
SUSPEND_HINT = "Un servicio suspendido no da más tickets hoy; los que ya esperan se atienden."
CANCEL = "Cancelar el ticket"
CANCEL_HINT = "Cancelar termina el ticket para siempre."
TO_LINE_HINT = "Devolverlo a la espera conserva su hora de llegada."
TO_LINE = "Devolver a la espera"
CLOSE_DAY_ASK = "¿Cerrar el día de atención?"
CLOSE_DAY_YES = "Sí, cerrar el día"
ON_HOLD = "pendiente"
RETURNS = "vuelve más tarde"
ABSENT = "no se presentó"
RETURNED = "Volvió: que espere otra vez"
RETURNED_HINT = "Puede volver todavía: espera otra vez su turno, como dice el archivo del centro."
SEE_TICKET = "Ver ticket"


def summary(waiting: int, open_counters: int, counters: int) -> str:
    """The bar's line."""
    return f"{spanish.waiting(waiting)} · {open_counters} de {counters} módulos atienden"


def nobody_serves(queue: str, waiting: int) -> str:
    return f"{queue}: {spanish.waiting(waiting)} y ningún módulo atiende."


def of_the_store(kind: str, amount: int) -> str:
    """What the hub says of its disk and its copies."""
    match kind:
        case "disk_full":
            return "El disco del servidor está lleno: no se dan números nuevos. Avise a soporte ahora."
        case "disk_low":
            return f"Al disco del servidor le quedan {amount} MB. Avise a soporte hoy."
        case "copy_failed":
            return "No se pudo hacer la copia de seguridad. Avise a soporte hoy."
        case "log_behind":
            return "El segundo lugar de las copias no responde. Avise a soporte hoy."
        case "store_repaired" if amount:
            return f"Los datos se repararon al iniciar; faltan {amount} registros. Avise a soporte ahora."
        case "store_repaired":
            return "Los datos se repararon al iniciar; no falta nada. Avise a soporte."
    return "El servidor pide atención. Avise a soporte."


def waits_too_long(queue: str, waited: int, limit: int) -> str:
    return f"{queue}: alguien espera {minutes(waited)}; el límite es {minutes(limit)}."


def serves_too_long(counter: int, number: str, took: int, limit: int) -> str:
    return f"Módulo {counter}: {number} lleva {minutes(took)}; el límite es {minutes(limit)}."


LAST_TICKET = {
    Override.STOPPED: "No dar más números hoy",
    Override.EXTENDED: "Dar números hasta el cierre",
    Override.POLICY: "Volver a la regla de la cola",
}


def promises(kept: int, promised: int) -> str:
    """How many were called no later than they were told."""
    return f"Promesas cumplidas hoy: {round(100 * kept / promised)} % ({kept} de {promised})." if promised else ""


def promises_short(kept: int, promised: int) -> str:
    """The same of all queues, where there is little room."""
    return f"Promesas: {round(100 * kept / promised)} %" if promised else ""


def ending(done: str, closes: str, *, ended: bool) -> str:
    """Hours as "16:40", or "" where they are not known."""
    inside = f"Quienes ya están adentro terminarían a las {done}" if done else ""
    closing = f"la entidad cierra a las {closes}" if closes else ""
    both = "; ".join(part for part in (inside, closing) if part)
    sentence = f"{both[:1].upper()}{both[1:]}." if both else ""
    return f"{sentence} Hoy ya no se dan números.".strip() if ended else sentence


def late_for_closing(queue: str, done: str, closes: str) -> str:
    return f"{queue}: quienes ya esperan terminarían a las {done}; cierra a las {closes}."


def is_suspended(service: str, code: str) -> str:
    return f"{code} {service} está suspendido por hoy."


ALERTS = "Otros avisos"


def more_alerts(count: int) -> str:
    return "y 1 aviso más" if count == 1 else f"y {count} avisos más"


def counter_title(number: int, place: str) -> str:
    return f"Módulo {number} · {place}"


def counter_open(person: str, since: str) -> str:
    return f"{person}, desde las {since}."


def counter_serving(number: str, took: int) -> str:
    return f"Atiende a {number}, {minutes(took)}."


def counter_calling(number: str, took: int) -> str:
    return f"Llama a {number}, hace {minutes(took)}."


def release(number: str) -> str:
    return f"Liberar {number}: vuelve a la espera"


def choose_advisor(number: int) -> str:
    return f"¿Quién atenderá en el módulo {number}?"


def choose_counter(queue: str) -> str:
    return f"{queue}: ¿qué módulo abre?"


def against(waited: int, limit: int) -> str:
    """A wait beside its limit: 44 / 15 min."""
    return f"{waited} / {minutes(limit)}"


def close_day_text(waiting: int, held: int, attended: int) -> str:
    """What closing means for those inside."""
    inside = waiting + held + attended
    if not inside:
        return "No queda nadie adentro. Después de cerrar no se dan tickets ni se llama a nadie hasta el próximo día."
    parts = [
        text
        for count, text in (
            (waiting, f"{waiting} en espera"),
            (held, f"{held} pendientes"),
            (attended, f"{attended} en módulos"),
        )
        if count
    ]
    people = "Queda 1 persona" if inside == 1 else f"Quedan {inside} personas"
    return f"{people}: {', '.join(parts)}. Se anotan como no atendidas y el día no se puede volver a abrir."


def held_too_long(number: str, minutes: int, counter: int) -> str:
    return f"{number} está pendiente hace {minutes} min, lo dejó el módulo {counter}."


def returns_at(clock: str) -> str:
    return f"Vuelve desde las {clock}."


INTERRUPTIONS = "Interrupciones de hoy"
NO_INTERRUPTIONS = "Hoy no hubo ninguna."
INTERRUPTIONS_HINT = (
    "Mientras una dura no se promete una espera, y kioscos y pantallas dicen el motivo. "
    "Su tiempo no cuenta para el ANS."
)
BEGIN_INTERRUPTION = "Algo no se puede atender ahora"
NOTE_INTERRUPTION = "Anotar una interrupción que ya pasó"
END_INTERRUPTION = "Ya se atiende"
CORRECT_HOURS = "Corregir las horas"
WITHDRAW_INTERRUPTION = "Retirarla: no hubo tal interrupción"
WITHDRAW_HINT = "El registro guarda lo que se corrige y lo que se retira."
WHAT_INTERRUPTED = "¿Qué no se puede atender?"
WHY_INTERRUPTED = "¿Por qué?"
WHEN_INTERRUPTED = "¿De qué hora a qué hora?"
WHEN_HINT = "Escriba las dos horas de hoy, por ejemplo 10:15-10:40."
WHEN_BEGAN = "Sigue todavía: escriba la hora en que empezó, o las dos."
WHEN_EXAMPLE = "10:15-10:40"
WHEN_BEGAN_EXAMPLE = "10:15"
NOTE_DOWN = "Anotar"
CORRECTIONS = "Correcciones"
CORRECTIONS_HINT = "El día cerró. Se corrige hasta que abra el siguiente; lo anterior queda en el registro."
CORRECT_CODING = "Corregir qué se hizo en una atención"
CODING_HINT = (
    "Escriba el número y los códigos de lo que se hizo. Si pasó por varios módulos, también el módulo: "
    "PJ\u00a0047\u00a0m20\u00a0PJ01"
)
CODING_EXAMPLE = "PJ 047 PJ01 PJ03"
LAST_ATTENTION = "su última atención"
ENTITY = "entidad"
QUEUE = "cola"
INTERRUPTED_BY = {
    "system": ("S", "Sin sistema"),
    "power": ("L", "Sin luz"),
    "line": ("I", "Sin línea (internet o teléfono)"),
    "evacuation": ("E", "Evacuación o simulacro"),
    "other": ("O", "Otro motivo"),
}


def corrections_of(day: date) -> str:
    return f"Correcciones del {day.day}/{day.month:02d}"


def coding_is(number: str, services: Sequence[str]) -> str:
    return f"{number}: {', '.join(services)}"


def interruptions(count: int) -> str:
    """The button that leads to them."""
    return f"Interrupciones: {count}" if count else "Interrupciones"


def since(clock: str) -> str:
    return f"desde las {clock}"


def noted_by(person: str) -> str:
    return f"La anotó {person}."


def noted_as(hours: str) -> str:
    return f"Ahora dice: {hours}."


def clock_is_wrong(state: str, machine: datetime) -> str:
    """`machine`: what the hub's machine says, in the centre's zone."""
    says = f"Reloj de la computadora central: {machine:%d/%m/%Y %H:%M}."
    if state == "differs":
        return f"{says} El centro se ajusta tras el cierre."
    return f"{says} Corríjalo para poder abrir el día."


ROLL = "Anotar números de papel"
ROLL_EXPLAINED = "Los que se dieron a mano de un rollo"
ROLL_HINT = "Escriba los números y las horas en que se dieron: 12-30 10:40-11:20. Esperarán desde esa hora, como R 012."
ROLL_PLACEHOLDER = "12-30 10:40-11:20"


def roll_ask(queue: str) -> str:
    return f"{queue}: ¿qué números se dieron?"


def enter_roll(first: str, last: str) -> str:
    return f"Anotar {first}" if first == last else f"Anotar {first} a {last}"


def roll_hours(first: str, last: str) -> str:
    return f"a las {first}" if first == last else f"de {first} a {last}"


def kiosk_away(device: str, since: str) -> str:
    return f"{device} está sin conexión desde las {since}: da números provisionales."


def spare_called(number: str, own: str) -> str:
    return f"{number} ya había sido llamado como {own}: nadie tenía ese número, y vuelve a esperar."


def spare_void(number: str, why: str) -> str:
    """A number that somebody may hold and that is in no line."""
    reasons = {"other_day": "es de otro día", "unknown_service": "su servicio ya no está en el catálogo"}
    said = reasons.get(why, "no se pudo registrar")
    return f"{number} no entró a ninguna fila: {said}. Si alguien lo tiene, dele otro número."


def spares_came(numbers: Sequence[str]) -> str:
    if len(numbers) == 1:
        return f"Entró a la fila un número provisional: {numbers[0]}."
    return f"Entraron a la fila {len(numbers)} números provisionales, de {numbers[0]} a {numbers[-1]}."
