"""Questions before the number: the fee and preference."""

from __future__ import annotations

from kiosk import views as v
from shared.domain import spanish


def paid_question() -> str:
    return "¿Ya pagó la tasa?"


def paid_lead(service: v.ServiceChoice) -> str:
    """What it costs, and what happens when it is not paid yet."""
    cost = f"La tasa de este trámite es {spanish.soles(service.fee_cents)}. " if service.fee_cents else ""
    first, then = spanish.named(service.pays_at), spanish.named(service.entity)
    return f"{cost}Se paga en {first}, antes de la atención en {then}."


def paid_yes() -> str:
    return "Sí, ya pagué"


def paid_yes_explained(service: v.ServiceChoice) -> str:
    return f"Le llamaremos en {spanish.named(service.entity)}. Tenga a la mano su comprobante."


def paid_no() -> str:
    return "Todavía no"


def paid_no_explained(service: v.ServiceChoice) -> str:
    first, then = spanish.named(service.pays_at), spanish.named(service.entity)
    return f"Le llamaremos primero en {first} y después en {then}, con el mismo número."


def preference_question() -> str:
    return "¿Le corresponde atención preferente?"


def preference_lead() -> str:
    return "Es un derecho. Aquí no necesita probar nada."


def preference_groups() -> tuple[tuple[str, str], ...]:
    """Pictogram and words of those whom the law names (Ley 28683; Ley 30490: from 60 on)."""
    return (
        ("old", "Personas de 60 años a más"),
        ("pregnant", "Gestantes"),
        ("wheelchair", "Personas con discapacidad"),
        ("baby-carriage", "Con niñas o niños"),
    )


def preference_yes() -> str:
    return "Sí"


def preference_no() -> str:
    return "No"


def preference_yes_explained() -> str:
    return "Me corresponde"


def preference_no_explained() -> str:
    return "Por orden de llegada"
