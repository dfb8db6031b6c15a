"""A ticket given before: changed, or given back."""

from __future__ import annotations

from kiosk import views as v
from shared.domain import spanish


def yours(number: str) -> str:
    return f"Su número es {number}"


def yours_lead(view: v.YoursView) -> str:
    """What may be done with it, or why nothing."""
    if view.can_change:
        return "Puede cambiarlo por otro trámite o dejar su lugar."
    if view.state in ("called", "serving"):
        return "Ya le llamaron: acérquese al módulo que dice la pantalla."
    if view.state == "returning":
        at = view.stops[0].returns_at if view.stops else None
        when = f"Le esperamos desde las {spanish.hour(at)}" if at else "Le esperamos más tarde"
        return f"{when}: vuelva a esa hora y mire la pantalla."
    if view.state == "held":
        return "Su atención quedó pendiente. Acérquese al módulo que la dejó así, o pregunte a un orientador."
    if view.state == "expired":
        return "Pasó la hora para volver. Pida ayuda a un orientador, o saque un número nuevo."
    return "Este número ya terminó. Si necesita otro, saque uno nuevo."


def change_service() -> str:
    return "Otro trámite"


def change_service_explained() -> str:
    return "Conserva su número. Elija el trámite que necesita."


def give_back() -> str:
    return "Ya no lo necesito"


def give_back_explained(number: str) -> str:
    return f"{number} deja de valer y su lugar queda libre."


def given_back(number: str) -> str:
    return f"{number} ya no vale"


def given_back_lead() -> str:
    return "Gracias por avisar. Si necesita otro número, sáquelo aquí."
