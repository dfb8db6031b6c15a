"""Every Spanish word about signing in and PINs."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

WHO = "¿Quién atiende en este módulo?"
WHO_PAGE = "¿Quién usa esta pantalla?"
WHO_HINT = "Escriba su nombre o su código y pulse Enter. Después se pide su PIN."
NOT_ME = "No soy yo"
PIN = "Escriba su PIN"
PIN_HINT = "6 dígitos. Nadie más debe verlos."
PIN_CHECKING = "Un momento…"
PIN_OLD = "Escriba su PIN actual"
PIN_NEW = "Elija un PIN nuevo"
PIN_NEW_HINT = "6 dígitos que nadie adivine: ni repetidos, ni seguidos, ni su código."
PIN_AGAIN = "Escriba otra vez el PIN nuevo"
PIN_AGAIN_HINT = "Para estar seguros de que es el que quiso."
PIN_DIFFERENT = "Los dos no son iguales. Elija otra vez."
PIN_SAME = "El PIN nuevo debe ser distinto del actual."
PIN_TEMPORARY = "Su PIN es temporal: antes de empezar, elija uno propio."
GIVE = "PIN temporal"
GIVE_HINT = "6 dígitos que nadie adivine. La persona los cambia al entrar."
GIVE_AGAIN = "Escriba otra vez el PIN temporal"
GIVEN = "Tiene un PIN temporal: que lo cambie al entrar."
PIN_CHANGED = "Su PIN quedó cambiado."
CHANGE = "Cambiar PIN"
CANCEL = "Volver"
OUT = "Salir"
ERASE = "Borrar"
MINE = "Cambiar PIN o bloquear la pantalla"
LOCKED_HINT = "La pantalla está bloqueada. Con su PIN sigue donde estaba."
LOCK = "Bloquear la pantalla"
NOBODY = "Nadie con ese nombre o código. Borre algunas letras."
SEARCH = "Nombre o código"
NOT_SENT = "Se cortó la conexión antes de revisar su PIN. Escríbalo otra vez."


def at_counter(name: str, number: str) -> str:
    """Who has this counter already."""
    citizen = f" y tiene a {number}" if number else ""
    return f"{name} está en este módulo{citizen}. Entre con su PIN para continuar."


def demo(pin: str) -> str:
    return f"Demostración: el PIN de todos es {pin}"


def typed(count: int) -> str:
    """Said to who cannot see the dots."""
    return "1 dígito escrito" if count == 1 else f"{count} dígitos escritos"


def tries(left: str | int) -> str:
    if not isinstance(left, int) or left <= 0:
        return "Pruebe otra vez."
    return "Queda 1 intento." if left == 1 else f"Quedan {left} intentos."


def until(at: str | int, zone: ZoneInfo | None) -> str:
    """Of a lock: until when, or by whom it ends."""
    if not isinstance(at, str) or not at:
        return "hasta que el supervisor le dé uno nuevo"
    moment = datetime.fromisoformat(at)
    return f"hasta las {moment.astimezone(zone):%H:%M:%S}"
