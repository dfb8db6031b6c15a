"""Questions before the number: the fee and preference."""

from __future__ import annotations

from kiosk import views as v
from shared.domain import spanish
from shared.domain.languages import Words, joined, phrases, say


def paid_question() -> Words:
    return say("¿Ya pagó la tasa?")


def paid_lead(service: v.ServiceChoice) -> Words:
    """What it costs, and what happens when it is not paid yet."""
    fee = spanish.soles(service.fee_cents)
    cost = say("La tasa de este trámite es {amount}.", amount=fee) if service.fee_cents else Words("")
    first, then = phrases.named(service.pays_at), phrases.named(service.entity)
    return joined(" ", (cost, say("Se paga en {first}, antes de la atención en {then}.", first=first, then=then)))


def paid_yes() -> Words:
    return say("Sí, ya pagué")


def paid_yes_explained(service: v.ServiceChoice) -> Words:
    return say("Le llamaremos en {entity}. Tenga a la mano su comprobante.", entity=phrases.named(service.entity))


def paid_no() -> Words:
    return say("Todavía no")


def paid_no_explained(service: v.ServiceChoice) -> Words:
    first, then = phrases.named(service.pays_at), phrases.named(service.entity)
    return say("Le llamaremos primero en {first} y después en {then}, con el mismo número.", first=first, then=then)


def preference_question() -> Words:
    return say("¿Le corresponde atención preferente?")


def preference_lead() -> Words:
    return say("Es un derecho. Aquí no necesita probar nada.")


def preference_groups() -> tuple[tuple[str, Words], ...]:
    """Pictogram and words of those whom the law names (Ley 28683; Ley 30490: from 60 on)."""
    return (
        ("old", say("Personas de 60 años a más")),
        ("pregnant", say("Gestantes")),
        ("wheelchair", say("Personas con discapacidad")),
        ("baby-carriage", say("Con niñas o niños")),
    )


def preference_yes() -> Words:
    return say("Sí")


def preference_no() -> Words:
    return say("No")


def preference_yes_explained() -> Words:
    return say("Me corresponde")


def preference_no_explained() -> Words:
    return say("Por orden de llegada")
