"""The first screen: what for, and by which way."""

from __future__ import annotations

from kiosk.texts.frame import together
from shared.domain.catalogue import Purpose
from shared.domain.languages import Words, say


def home_question(changing: str = "") -> Words:
    return say("¿Para qué será {number}?", number=together(changing)) if changing else say("¿Qué necesita hacer hoy?")


def have_appointment() -> Words:
    return say("Tengo una cita")


def home_lead() -> Words:
    return say("Toque una opción")


def purpose(of: Purpose) -> Words:
    return {
        Purpose.PROCEDURE: say("Hacer un trámite"),
        Purpose.GUIDANCE: say("Pedir orientación"),
        Purpose.COMPANY: say("Constituir una empresa"),
        Purpose.PICKUP: say("Recoger un documento"),
    }[of]


def purpose_explained(of: Purpose) -> Words:
    return {
        Purpose.PROCEDURE: say("DNI, pasaporte, antecedentes, pagos, licencias"),
        Purpose.GUIDANCE: say("Le explicamos requisitos, costos y pasos"),
        Purpose.COMPANY: say("Formalice su negocio en un solo lugar"),
        Purpose.PICKUP: say("DNI, pasaporte u otro que ya está listo"),
    }[of]
