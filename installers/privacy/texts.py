"""Every Spanish word of the statements: they are given to a citizen, or to the data protection officer."""

from __future__ import annotations

from datetime import date, datetime

HELD = "Constancia: qué se conserva sobre el titular de un documento"
ERASED = "Constancia: supresión de lo que se conservaba sobre el titular de un documento"
NOTHING = "Hoy no se conserva el número de este documento."
DAY_CLOSED = (
    "La jornada está cerrada: la llave con la que se guardan los números ya se destruyó, y no se conserva ninguno."
)
PAST = "De días anteriores no se conserva ningún número: la llave de cada día se destruye a su cierre."
NOT_IN_LOG = "El registro del centro dice que se dio un número y quién lo miró; el número mismo no está en él."
GONE = "Lo anterior se borró en este momento: el número y las notas entre módulos. Los tickets siguen en la fila."
TICKETS = ("Ticket", "Servicio", "Dado a las", "Texto", "Base", "Se conserva hasta", "Visto por")
MODES = {"optional": "consentimiento", "required": "norma"}
KEPT = {"visit": "el fin de la visita", "day": "el cierre del día"}

INCIDENT = "Informe para el oficial de datos personales"
DAYS = ("Día", "Números dados", "por consentimiento", "por norma", "Miradas", "Consultas", "Supresiones")
LOOKS = ("Día", "Hora", "Ticket", "Módulo", "Asesor")
TRIES = ("Día", "Hora", "Persona", "Equipo", "Qué")
DEVICES = ("Día", "Hora", "Equipo", "Qué", "Ordenado desde")
NO_NUMBERS = "Este informe no contiene ningún número de documento: no se guardan después del cierre de cada día."
CLOCK = "Horas de Lima; los hechos vienen del registro encadenado del centro."
DEADLINE = "Plazo para avisar a la ANPD: 48 horas desde que se conoce el incidente (D.S. 016-2024-JUS, art. 34)."
WHOLE = "El registro del que se leyó está completo: cada hecho lleva la huella del anterior."
WHAT = {
    "wrong_pin": "PIN equivocado",
    "locked": "intento con el PIN bloqueado",
    "no_pin": "intento sin tener PIN",
    "not_here": "intento donde no le toca",
    "paired": "emparejado",
    "revoked": "retirado",
    "restored": "el almacén se restauró",
}


def of(kind: str, number: str) -> str:
    """Not the whole number: the statement is paper too."""
    return f"Documento: {kind.upper()} terminado en {number[-2:]}"


def at(centre: str, now: datetime) -> str:
    return f"{centre}, {now:%d/%m/%Y %H:%M}"


def seen(counter: int, advisor: str, when: datetime) -> str:
    return f"módulo {counter} ({advisor}) {when:%H:%M}"


def between(first: date, last: date) -> str:
    return f"Del {first:%d/%m/%Y} al {last:%d/%m/%Y}"


def without(day: date) -> str:
    return f"Del {day:%d/%m/%Y} no hay copia verificada: repita el informe cuando la jornada cierre."
