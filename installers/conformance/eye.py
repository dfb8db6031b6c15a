"""D6, D7 and D11: letters, contrasts, and what is told by colour."""

from __future__ import annotations

from PySide6.QtGui import QColor

from installers.conformance.evidence import BoardShot, Evidence, Shot, per_mm, shows
from installers.conformance.verdict import Point, judged
from shared.ui.measure import contrast
from shared.ui.sight import degrees_of
from shared.ui.tokens import FAMILY

LETTERS_MM = 4.8
DEGREES = 0.7
RECENT_DEGREES = 0.35
CONTRAST = 7.0
APART = 3.0
"""Contrast of two parts of a screen that have to be told apart (WCAG 2, 1.4.11)."""
LARGER = 1.2


def letters(evidence: Evidence) -> Point:
    large = [shot for shot in evidence.shots if "large" in shot.way]
    kiosk = min((_degrees(shot, evidence) for shot in large), default=0.0)
    newest = min((_board_degrees(shot, shot.newest, evidence) for shot in evidence.board), default=0.0)
    rows = [
        _board_degrees(shot, text, evidence) for shot in evidence.board for text in shot.recent if shows(shot, text)
    ]
    recent = min(rows, default=0.0)
    found = (
        f"kiosco, letra grande: {kiosk:.2f}° a {evidence.distance_m:g} m en {evidence.panel_inches:g} pulgadas; "
        f"tablero: {newest:.2f}° el último llamado y {recent:.2f}° los anteriores "
        f"a {evidence.board_distance_m:g} m en {evidence.board_inches:g} pulgadas"
    )
    holds = kiosk >= DEGREES and newest >= DEGREES and recent >= RECENT_DEGREES
    return judged("D6", "Mayúsculas de 0.7° a la distancia declarada", found, holds)


def _degrees(shot: Shot, evidence: Evidence) -> float:
    smallest = min(text.capitals for text in shot.measured.texts)
    return degrees_of(smallest / per_mm(shot.measured, evidence.panel_inches), evidence.distance_m)


def _board_degrees(shot: BoardShot, text: str, evidence: Evidence) -> float:
    capitals = max((one.capitals for one in shot.measured.texts if one.text == text), default=0.0)
    return degrees_of(capitals / per_mm(shot.measured, evidence.board_inches), evidence.board_distance_m)


def legible(evidence: Evidence) -> Point:
    shots = [(shot.measured, evidence.panel_inches) for shot in evidence.shots]
    least = min(text.capitals / per_mm(measured, inches) for measured, inches in shots for text in measured.texts)
    everywhere = [*(shot.measured for shot in evidence.shots), *(shot.measured for shot in evidence.board)]
    palest = min((text.contrast, text.text) for measured in everywhere for text in measured.texts)
    families = {text.family for measured in everywhere for text in measured.texts}
    found = (
        f"letra más pequeña del kiosco: {least:.2f} mm; contraste más bajo: {palest[0]:.1f} ({palest[1]!r}); "
        f"tipo de letra: {', '.join(sorted(families))}, sin serifas"
    )
    holds = least >= LETTERS_MM and palest[0] >= CONTRAST and families == {FAMILY}
    return judged("D7", "Texto de 4.8 mm, sin serifas, contraste de 7", found, holds)


def not_by_colour(evidence: Evidence) -> Point:
    """What is closed says so in words; what was chosen is lighter or darker; the newest call is larger."""
    controls = [control for shot in evidence.shots for control in shot.measured.controls]
    off = [control for control in controls if not control.enabled]
    mute = [control for control in off if len(control.spoken.split()) < 2]
    apart = min((_apart(shot) for shot in evidence.shots), default=0.0)
    larger = min((_larger(shot) for shot in evidence.board if shot.recent), default=0.0)
    found = (
        f"{len(off) - len(mute)} de {len(off)} opciones cerradas lo dicen con palabras; lo elegido se distingue de lo "
        f"demás por su luz, {apart:.1f} a 1; el último llamado es {larger:.1f} veces más alto que los anteriores"
    )
    return judged("D11", "El color nunca es la única señal", found, not mute and apart >= APART and larger >= LARGER)


def _apart(shot: Shot) -> float:
    """The least contrast between the button of the language that is spoken (here the first one) and the others."""
    grounds = [QColor(one.ground) for one in shot.measured.controls if one.name.startswith("language-")]
    return min((contrast(grounds[0], other) for other in grounds[1:]), default=APART)


def _larger(shot: BoardShot) -> float:
    below = max((text.capitals for text in shot.measured.texts if text.text in shot.recent), default=1.0)
    return max((text.capitals for text in shot.measured.texts if text.text == shot.newest), default=0.0) / below
