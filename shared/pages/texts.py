"""All that a phone says."""

from __future__ import annotations

from datetime import datetime

TITLE = "Su ticket"
YOUR_NUMBER = "Su número"
VISIT = "Su visita"
REFRESH = "Actualizar"
BY_ITSELF = "Esta página se actualiza sola. También lo llamaremos por la pantalla y la voz de la sala."
NO_LINE = "Sin conexión con esta página. Revise su Wi-Fi y mire la pantalla de la sala."
PRIVATE = "Aquí no se guarda ningún dato de usted."
GONE_TITLE = "Este ticket no está en espera"
GONE = "Ya terminó, se canceló o es de otro día. Si cree que es un error, acérquese a orientación."
LOST = "Aquí no hay nada. Escanee el código de su ticket."
TOO_OFTEN = "Espere unos segundos y vuelva a intentarlo."
READ_ONLY = "Esta página solo se puede leer."
NEXT = "Usted es el siguiente"
OTHERS = "Quienes tienen atención preferente o cita pueden pasar antes."
LATER_THAN_SAID = "Está tardando más de lo previsto. Su lugar se mantiene."
NOBODY_SERVES = "En este momento nadie atiende esta cola. Su lugar se mantiene."
INTERRUPTED = "La atención de esta cola está interrumpida. Su lugar se mantiene."
HELD_TITLE = "Su atención está pendiente"
RETURN_TITLE = "Vuelva más tarde"
MISSED_TITLE = "Lo llamamos y no llegó"
NOW = "ahora"
DONE = "listo"
LATER = "después"
"""Of a stop of the visit."""


def ahead(people: int) -> str:
    return (
        NEXT
        if people == 0
        else "Hay 1 persona antes que usted"
        if people == 1
        else f"Hay {people} personas antes que usted"
    )


def between(first: str, last: str) -> str:
    return f"Lo llamaremos entre las {first} y las {last}"


def go_to(counter: int) -> str:
    return f"Vaya al módulo {counter}"


def served_at(counter: int) -> str:
    return f"Lo atienden en el módulo {counter}"


def held(counter: int) -> str:
    return f"El módulo {counter} lo volverá a llamar. No se aleje de la sala." if counter else "Lo volverán a llamar."


def comes_back(at: str) -> str:
    return f"A partir de las {at} lo llamaremos otra vez."


def missed(counter: int, until: str) -> str:
    hurry = f" antes de las {until}" if until else " lo antes posible"
    return f"Fue al módulo {counter}. Acérquese a orientación{hurry} para volver a la cola."


def away(since: str) -> str:
    return f"Sin noticias del centro desde las {since}. Mire la pantalla de la sala."


def as_of(at: str) -> str:
    return f"A las {at}"


def hour(at: datetime) -> str:
    return f"{at:%H:%M}"
