"""What the programs at the counters say to an order that the rules do not allow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from counter import pin_texts, texts
from shared.domain import spanish
from shared.domain.catalogue import Advisor, Catalogue, Queue, Service
from shared.domain.refusals import Code

Params = Mapping[str, str | int]


def refusal(code: str, params: Params, catalogue: Catalogue | None = None) -> str:
    """One sentence for an order that the rules do not allow."""
    if code == Code.ENTITY_CLOSED and catalogue:
        return _entity_closed(str(params.get("entity", "")), str(params.get("opens_at", "")), catalogue)
    words: dict[str, str | int] = dict.fromkeys(_WORDS, "")
    words |= params
    words["service_name"] = _named(catalogue.service if catalogue else {}, words["service"])
    words["advisor_name"] = _named(catalogue.advisor if catalogue else {}, words["advisor"])
    words["queue_name"] = _named(catalogue.queue if catalogue else {}, words["queue"])
    words["language_name"] = texts.LANGUAGES.get(str(words["language"]), str(words["language"]))
    words["person_name"] = _named(catalogue.advisor if catalogue else {}, words["person"])
    words["tries"] = pin_texts.tries(params.get("left", 0))
    words["until"] = pin_texts.until(params.get("until", ""), catalogue.timezone if catalogue else None)
    words |= _times(params, catalogue)
    return _REFUSALS.get(code, _FAILED).format_map(words)


def _times(params: Params, catalogue: Catalogue | None) -> dict[str, str]:
    """Moments of a refusal as one says them, in the centre's zone."""
    if catalogue is None or "slot" not in params:
        return {"slot_when": "otro día", "slot_clock": "su hora", "from_clock": "un poco antes"}
    slot = datetime.fromisoformat(str(params["slot"])).astimezone(catalogue.timezone)
    begins = datetime.fromisoformat(str(params.get("from_at", params["slot"]))).astimezone(catalogue.timezone)
    when = f"el {spanish.day_words(slot)} a las {slot:%H:%M}"
    return {"slot_when": when, "slot_clock": f"{slot:%H:%M}", "from_clock": f"{begins:%H:%M}"}


def _named(known: Mapping[str, Service] | Mapping[str, Advisor] | Mapping[str, Queue], key: str | int) -> str:
    found = known.get(str(key))
    return found.name if found else str(key)


def _entity_closed(entity: str, opens: str, catalogue: Catalogue) -> str:
    name = catalogue.entity[entity].short if entity in catalogue.entity else entity
    if not opens:
        return f"{name} ya no atiende hoy."
    return f"{name} no atiende ahora: abre a las {texts.clock(datetime.fromisoformat(opens), catalogue.timezone)}."


_WORDS = (
    "service",
    "queue",
    "counter",
    "advisor",
    "prefix",
    "what",
    "language",
    "minutes",
    "calls",
    "needed",
    "seconds",
    "most",
    "entity",
    "cap",
    "appointment",
    "number",
    "person",
    "tries",
    "until",
    "zone",
    "device",
    "letter",
)
_FAILED = "No se pudo hacer. Pruebe otra vez o avise al especialista TIC."
_REFUSALS: dict[str, str] = {
    Code.DAY_NOT_OPEN: "El día de atención no está abierto.",
    Code.DAY_ALREADY_OPEN: "El día de atención ya está abierto.",
    Code.DAY_BEFORE_LAST: "Ese día ya pasó.",
    Code.DAY_NOT_TODAY: "Solo se puede abrir el día de hoy.",
    Code.UNKNOWN_SERVICE: "El servicio {service} no está en el catálogo.",
    Code.UNKNOWN_QUEUE: "La cola {queue} no está en el catálogo.",
    Code.UNKNOWN_ENTITY: "La entidad {entity} no está en el catálogo.",
    Code.UNKNOWN_COUNTER: "El módulo {counter} no está en el catálogo.",
    Code.UNKNOWN_ADVISOR: "No hay un asesor con el código {advisor}.",
    Code.UNKNOWN_TICKET: "Ese ticket no es de hoy.",
    Code.UNKNOWN_REASON: "Elija uno de los motivos de la lista.",
    Code.ENTITY_CLOSED: "Esa entidad no atiende ahora.",
    Code.SERVICE_SUSPENDED: "{service_name} está suspendido por hoy.",
    Code.LAST_TICKET_GIVEN: "Hoy ya no se dan números para {queue_name}: no alcanzaría el tiempo.",
    Code.NUMBERS_EXHAUSTED: "Ya no quedan números {prefix} para hoy.",
    Code.NOTHING_TO_PAY: "{service_name} no tiene un pago previo.",
    Code.COUNTER_NOT_OPEN: "El módulo {counter} está cerrado.",
    Code.COUNTER_PAUSED: "El módulo {counter} está en pausa.",
    Code.COUNTER_TAKEN: "En el módulo {counter} ya está {advisor_name}.",
    Code.ADVISOR_ELSEWHERE: "{advisor_name} ya está en el módulo {counter}.",
    Code.COUNTER_BUSY: "Termine antes la atención en curso.",
    Code.NO_TICKET_HERE: "No hay nadie en este módulo.",
    Code.NOBODY_WAITING: "Nadie espera por este módulo.",
    Code.WAITS_FOR_LANGUAGE: (
        "Quien espera pidió {language_name}, que se atiende en otro módulo. Pasa aquí si espera más de {minutes} min, "
        "o llámelo de la lista."
    ),
    Code.NOT_WAITING: "Ese ticket ya no está esperando.",
    Code.NOT_HELD: "Ese ticket ya no está pendiente.",
    Code.NOT_AT_A_COUNTER: "Ese ticket no está en ningún módulo.",
    Code.NOT_SERVED_HERE: "Ese servicio no se atiende en este módulo.",
    Code.NOT_STARTED: "Inicie antes la atención.",
    Code.ALREADY_STARTED: "La atención ya empezó.",
    Code.SAME_QUEUE: "Ya está en esa cola.",
    Code.UNKNOWN_LANGUAGE: "Este centro no atiende en ese idioma.",
    Code.NOT_OF_QUEUE: "Ese servicio es de otra cola.",
    Code.SERVICE_FULL: "{service_name} ya dio los {cap} números de este horario.",
    Code.TOO_FEW_CALLS: "Se llama al menos {needed} veces, con una pausa entre llamadas, antes de marcar que no vino.",
    Code.CALLED_JUST_NOW: "Lo acaba de llamar: espere {seconds} s para volver a llamar.",
    Code.NOT_ABSENT: "Ese ticket no figura como ausente.",
    Code.GRACE_OVER: "Ya pasó el tiempo para volver: necesita un número nuevo.",
    Code.NOTHING_TO_UNDO: "No hay nada reciente que deshacer en este módulo.",
    Code.TOO_LATE_TO_UNDO: "Solo se puede deshacer durante {seconds} s.",
    Code.TOO_MANY_STOPS: "Una visita tiene como máximo {most} paradas más.",
    Code.NOTE_TOO_LONG: "La nota tiene como máximo {most} letras.",
    Code.DOCUMENT_REQUIRED: "{service_name} pide el número de documento.",
    Code.DOCUMENT_NOT_ASKED: "Para {service_name} no se pide documento.",
    Code.DOCUMENT_WRONG: "Ese número de documento no está completo.",
    Code.ALREADY_HAS_TICKET: "Esa persona ya tiene un número para {service_name}.",
    Code.NO_DOCUMENT: "Esta persona no dio su documento.",
    Code.NOT_ATTENDED: "Ese ticket no tiene una atención terminada en ese módulo.",
    Code.SAME_SERVICE: "Ya espera para ese servicio.",
    Code.UNKNOWN_CODE: "Ningún ticket de hoy tiene ese número o código.",
    Code.UNKNOWN_APPOINTMENT: "No hay una cita con el código {appointment}.",
    Code.APPOINTMENT_USED: "La cita {appointment} ya tiene el número {number}.",
    Code.APPOINTMENT_OTHER_DAY: "La cita {appointment} es para {slot_when}.",
    Code.APPOINTMENT_TOO_EARLY: "La cita es a las {slot_clock}: se registra desde las {from_clock}.",
    Code.UNKNOWN_INTERRUPTION: "Esa interrupción ya no está anotada.",
    Code.ALREADY_INTERRUPTED: "Esa interrupción ya está anotada y sigue.",
    Code.INTERRUPTION_OVER: "Esa interrupción ya terminó.",
    Code.INTERRUPTION_TIMES: "Las horas de una interrupción son del día: primero el inicio, después el fin, ya pasado.",
    Code.SPARE_GIVEN: "Ese pedido ya tiene el número provisional {number}.",
    Code.NO_LETTER_LEFT: "No queda ninguna letra para los números provisionales de otro kiosco.",
    Code.NOT_THE_LETTER: "La letra {letter} es de otro kiosco.",
    Code.RANGE_NOT_RIGHT: "Escriba un rango de hasta {most} números, del menor al mayor, y horas de hoy.",
    Code.FEE_NOT_ASKED: "Pregunte si ya pagó la tasa de {service_name}.",
    Code.CATALOGUE_IN_USE: "Hay personas que dependen de {what}: no se puede cambiar el catálogo todavía.",
    Code.NOT_SIGNED_IN: "Primero escriba su PIN.",
    Code.NOT_YOUR_PLACE: "{person_name} no puede entrar en esta pantalla.",
    Code.WRONG_PIN: "El PIN no es correcto. {tries}",
    Code.PIN_LOCKED: "El PIN de {person_name} está bloqueado {until}.",
    Code.PIN_NOT_SET: "{person_name} todavía no tiene PIN: el supervisor se lo da en Personas.",
    Code.PIN_WEAK: "Ese PIN es fácil de adivinar: elija otros 6 dígitos.",
    Code.PIN_MUST_CHANGE: "Antes cambie su PIN temporal.",
    Code.SIGN_IN_BUSY: "Muchas personas entran a la vez: pruebe en unos segundos.",
    Code.UNKNOWN_ZONE: "No hay una zona {zone} en el catálogo.",
    Code.UNKNOWN_DEVICE: "Ningún equipo se llama {device}.",
    Code.UNKNOWN_COMMAND: "El servidor es de otra versión y no conoce esa orden. Avise al especialista TIC.",
    Code.NOT_ALLOWED: "Esta pantalla no tiene permiso para eso.",
    Code.DISK_FULL: "El servidor no tiene espacio y no puede dar números nuevos. Avise al supervisor.",
    Code.REQUEST_REUSED: "No se pudo hacer. Pruebe otra vez.",
    Code.NOT_UNDERSTOOD: "El servidor no entendió la orden. Avise al especialista TIC.",
}
