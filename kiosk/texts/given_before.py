"""A ticket given before: changed, or given back."""

from __future__ import annotations

from kiosk import views as v
from kiosk.texts.frame import together
from shared.domain import spanish
from shared.domain.languages import Words, say


def yours(number: str) -> Words:
    return say("Su número es {number}", number=together(number))


def yours_lead(view: v.YoursView) -> Words:
    """What may be done with it, or why nothing."""
    if view.can_change:
        return say("Puede cambiarlo por otro trámite o dejar su lugar.")
    if view.state in ("called", "serving"):
        return say("Ya le llamaron: acérquese al módulo que dice la pantalla.")
    if view.state == "returning":
        at = view.stops[0].returns_at if view.stops else None
        if at:
            hour = spanish.hour(at)
            return say("Le esperamos desde las {hour}: vuelva a esa hora y mire la pantalla.", hour=hour)
        return say("Le esperamos más tarde: vuelva a esa hora y mire la pantalla.")
    if view.state == "held":
        return say("Su atención quedó pendiente. Acérquese al módulo que la dejó así, o pregunte a un orientador.")
    if view.state == "expired":
        return say("Pasó la hora para volver. Pida ayuda a un orientador, o saque un número nuevo.")
    return say("Este número ya terminó. Si necesita otro, saque uno nuevo.")


def change_service() -> Words:
    return say("Otro trámite")


def change_service_explained() -> Words:
    return say("Conserva su número. Elija el trámite que necesita.")


def give_back() -> Words:
    return say("Ya no lo necesito")


def give_back_explained(number: str) -> Words:
    return say("{number} deja de valer y su lugar queda libre.", number=number)


def given_back(number: str) -> Words:
    return say("{number} ya no vale", number=together(number))


def given_back_lead() -> Words:
    return say("Gracias por avisar. Si necesita otro número, sáquelo aquí.")
