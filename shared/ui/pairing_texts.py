"""Every Spanish word of the screen on which a device is paired."""

from __future__ import annotations

TITLE = "Este equipo no está emparejado"
LEAD = "Pida un código al supervisor (Equipos, Emparejar un equipo) y escríbalo aquí antes de dos minutos."
PAIRING = "Comprobando el código con el servidor del centro…"
PAIRED = "Listo: este equipo ya es del centro. La pantalla sigue sola."
REFUSED = (
    "El código no sirvió: está mal escrito, venció o alguien lo usó antes. Cada código vale una sola vez: pida otro."
)
AWAY = "No se encuentra el servidor del centro. Revise el cable de red y pida otro código."
NOT_KEPT = "No se pudo guardar la identidad de este equipo. Avise al especialista TIC."
WRONG_PLACE = "Ese código es de otra clase de equipo. Pida uno para este."
ERASE = "Borrar"
WINDOW = "Suyana: emparejar este equipo"


def device(name: str) -> str:
    return f"Este equipo: {name}"
