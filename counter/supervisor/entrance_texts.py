"""Every Spanish word about the devices and the people of a centre on the supervisor's page."""

from __future__ import annotations

DEVICES = "Equipos"
PEOPLE = "Personas"
DEVICES_HINT = "Elija un equipo para verlo o retirarlo."
NO_DEVICES = "Aquí verá los equipos del centro. Empareje el primero."
PAIR = "Emparejar un equipo"
PAIR_HINT = "Se muestra un código que se escribe en ese equipo."
PAIR_ASK = "¿Qué equipo es?"
PAIR_COUNTER = "¿De qué módulo?"
PAIR_ZONE = "¿Qué parte de la sala muestra?"
WHOLE_HALL = "Toda la sala"
REVOKE = "Retirar este equipo"
REVOKE_HINT = "Deja de ser del centro en el acto: sus datos no le sirven más. Para volver hay que emparejarlo."
REVOKE_YES = "Sí, retirarlo"
REVOKED = "retirado"
CONNECTED = "conectado"
NEVER_SEEN = "sin conexión"
CANCEL_PAIRING = "Cancelar"
PAIR_ANOTHER = "Emparejar otro equipo"
ROLES = {
    "kiosk": "Kiosco",
    "counter": "Módulo",
    "board": "Pantalla de la sala",
    "orientator": "Orientación",
    "supervisor": "Supervisión",
    "sync": "Envío a la oficina",
    "pages": "Página de los teléfonos",
}
ENDED = {
    "paired": "Listo: el equipo ya es del centro.",
    "expired": "El código venció sin usarse. Empiece otra vez.",
    "cancelled": "Se canceló. El código ya no sirve.",
}

PEOPLE_HINT = "Elija a una persona para darle un PIN."
NOBODY = "Nadie con ese nombre o código. Borre algunas letras."
GIVE_PIN = "Dar un PIN temporal"
GIVE_PIN_HINT = "También desbloquea. Tendrá que cambiarlo al entrar, y si está en una pantalla, sale de ella."
PIN = {"none": "sin PIN", "temporary": "PIN temporal", "ready": "con PIN", "locked": "bloqueado"}


def seen(at: str) -> str:
    return f"visto a las {at}"


def where(role: str, counter: int, zone: str) -> str:
    name = ROLES.get(role, role)
    if counter:
        return f"{name} {counter}"
    return f"{name}, zona {zone}" if zone else name


def revoke_ask(device: str) -> str:
    return f"¿Retirar {device}?"


def code_for(device: str, seconds: int) -> str:
    """While the code can be typed."""
    return f"Escríbalo en {device}. Vale una sola vez, durante {seconds} s más."


def burnt(by: str) -> str:
    where_from = f" desde {by}" if by else ""
    return f"El código se usó mal{where_from} y ya no sirve. Si no fue usted, avise al especialista TIC."


def signed_in(devices: str) -> str:
    return f"en {devices}"


def locked(until: str) -> str:
    return f"bloqueado hasta las {until}" if until else "bloqueado: necesita un PIN nuevo"


def impostor(address: str) -> str:
    return f"Algo en {address} se hace pasar por el servidor del centro. Avise al especialista TIC."


def away(counter: int, at: str, number: str) -> str:
    citizen = f", con {number}" if number else ""
    return f"Módulo {counter}: sin conexión desde las {at}{citizen}."


def away_since(at: str) -> str:
    return f"Sin conexión desde las {at}."
