"""The first screen: what for, and by which way."""

from __future__ import annotations

from shared.domain.catalogue import Purpose


def home_question(changing: str = "") -> str:
    return f"¿Para qué será {changing}?" if changing else "¿Qué necesita hacer hoy?"


def have_appointment() -> str:
    return "Tengo una cita"


def home_lead() -> str:
    return "Toque una opción"


def purpose(of: Purpose) -> str:
    return {
        Purpose.PROCEDURE: "Hacer un trámite",
        Purpose.GUIDANCE: "Pedir orientación",
        Purpose.COMPANY: "Constituir una empresa",
        Purpose.PICKUP: "Recoger un documento",
    }[of]


def purpose_explained(of: Purpose) -> str:
    return {
        Purpose.PROCEDURE: "DNI, pasaporte, antecedentes, pagos, licencias",
        Purpose.GUIDANCE: "Le explicamos requisitos, costos y pasos",
        Purpose.COMPANY: "Formalice su negocio en un solo lugar",
        Purpose.PICKUP: "DNI, pasaporte u otro que ya está listo",
    }[of]
