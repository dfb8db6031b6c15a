"""D1 to D17, each with its number: from what was measured, or from what was declared (mac-domain, accessibility)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import combinations

import msgspec
from PySide6.QtGui import QColor

from installers.conformance.declaration import Declaration
from installers.conformance.evidence import BoardShot, Evidence, Shot
from shared.ui.measure import Control, Measured, contrast
from shared.ui.sight import degrees_of, pixels_per_mm
from shared.ui.tokens import FAMILY

TARGET_MM, GAP_MM = 20.0, 6.35
LETTERS_MM = 4.8
DEGREES = 0.7
RECENT_DEGREES = 0.35
CONTRAST = 7.0
APART = 3.0
"""Contrast of two parts of a screen that have to be told apart (WCAG 2, 1.4.11)."""
LARGER = 1.2
WARNING_S = 15.0
LOUD_DB, OVER_HALL_DB, QUIET_HALL_DB = 65.0, 20.0, 45.0
LOWEST_MM, HIGHEST_MM, HIGHEST_FAR_MM, NEAR_MM = 380.0, 1370.0, 1170.0, 254.0
OVERLAYS = ("more-time", "help-understood")
"""What lies over everything else while it is there."""


class Verdict(Enum):
    """In the words of the report."""

    HOLDS = "cumple"
    FAILS = "no cumple"
    LACKS = "falta"


class Point(msgspec.Struct, frozen=True):
    """One line of the report. declared: by the installer, and not measured."""

    id: str
    asks: str
    found: str
    verdict: Verdict
    declared: bool = False


def points(evidence: Evidence, declared: Declaration | None) -> list[Point]:
    """In order."""
    return [
        *_guided(evidence),
        _loudness(declared),
        _letters(evidence),
        _legible(evidence),
        _seen_too(evidence),
        _without_sight(evidence),
        _time(evidence),
        _not_by_colour(evidence),
        Point("D12", "Si hay biometría, otra manera", "0 datos biométricos: ningún programa los pide", Verdict.HOLDS),
        _reach(evidence, declared),
        _targets(evidence),
        *_stated(declared),
    ]


def _judged(id: str, asks: str, found: str, holds: bool, *, declared: bool = False) -> Point:
    return Point(id, asks, found, Verdict.HOLDS if holds else Verdict.FAILS, declared)


# ---- D1 to D4, D8, D9: by ear and keys


def _guided(evidence: Evidence) -> Iterator[Point]:
    walk = evidence.guided
    asked = (
        ("D1", "Se usa sin ningún apoyo propio"),
        ("D2", "Voz para todo lo que se muestra"),
        ("D3", "La voz se repite, se interrumpe y tiene volumen"),
        ("D4", "Lo que dice el papel también se oye"),
    )
    if walk is None:
        yield from (Point(id, asks, "no se midió", Verdict.LACKS) for id, asks in asked)
        return
    heard = len(walk.shown) - len(walk.missing)
    volume = f"volumen {min(walk.volumes)} a {max(walk.volumes)} %, al terminar otra vez {walk.volume_after} %"
    yield _judged(
        *asked[0], f"1 ticket ({walk.number}) con la pantalla apagada y {walk.keys} teclas", bool(walk.number)
    )
    yield _judged(*asked[1], f"{heard} de {len(walk.shown)} textos de las pantallas se oyeron", not walk.missing)
    again = walk.repeats and walk.interrupts and len(set(walk.volumes)) > 1 and walk.volume_after == walk.volume_before
    yield _judged(*asked[2], f"repite: {_yes(walk.repeats)}; calla: {_yes(walk.interrupts)}; {volume}", again)
    said = any(walk.number in text for text in walk.shown)
    yield _judged(*asked[3], f"se oyó el número {walk.number} y lo demás del ticket", said and not walk.missing)


def _yes(true: bool) -> str:
    return "sí" if true else "no"


def _seen_too(evidence: Evidence) -> Point:
    calls = [shot for shot in evidence.board if shot.newest and _text(shot, shot.newest)]
    found = f"{len(calls)} de {len(evidence.board)} llamados hablados se ven a la vez en el tablero"
    if evidence.guided is not None:
        found += f"; {len(evidence.guided.shown)} textos de la guía de voz se ven en pantalla"
    return _judged("D8", "Todo lo que se oye también se ve", found, bool(calls) and len(calls) == len(evidence.board))


def _without_sight(evidence: Evidence) -> Point:
    asks = "Se usa sin ver"
    if evidence.guided is None:
        return Point("D9", asks, "no se midió", Verdict.LACKS)
    number = evidence.guided.number
    return _judged("D9", asks, f"{number}, con teclado y con la pantalla apagada", bool(number))


# ---- letters and colours


def _letters(evidence: Evidence) -> Point:
    large = [shot for shot in evidence.shots if "large" in shot.way]
    kiosk = min((_degrees(shot, evidence) for shot in large), default=0.0)
    newest = min((_board_degrees(shot, shot.newest, evidence) for shot in evidence.board), default=0.0)
    rows = [
        _board_degrees(shot, text, evidence) for shot in evidence.board for text in shot.recent if _text(shot, text)
    ]
    recent = min(rows, default=0.0)
    found = (
        f"kiosco, letra grande: {kiosk:.2f}° a {evidence.distance_m:g} m en {evidence.panel_inches:g} pulgadas; "
        f"tablero: {newest:.2f}° el último llamado y {recent:.2f}° los anteriores "
        f"a {evidence.board_distance_m:g} m en {evidence.board_inches:g} pulgadas"
    )
    holds = kiosk >= DEGREES and newest >= DEGREES and recent >= RECENT_DEGREES
    return _judged("D6", "Mayúsculas de 0.7° a la distancia declarada", found, holds)


def _degrees(shot: Shot, evidence: Evidence) -> float:
    smallest = min(text.capitals for text in shot.measured.texts)
    return degrees_of(smallest / _per_mm(shot.measured, evidence.panel_inches), evidence.distance_m)


def _board_degrees(shot: BoardShot, text: str, evidence: Evidence) -> float:
    capitals = max((one.capitals for one in shot.measured.texts if one.text == text), default=0.0)
    return degrees_of(capitals / _per_mm(shot.measured, evidence.board_inches), evidence.board_distance_m)


def _text(shot: BoardShot, text: str) -> bool:
    return any(one.text == text for one in shot.measured.texts)


def _legible(evidence: Evidence) -> Point:
    shots = [(shot.measured, evidence.panel_inches) for shot in evidence.shots]
    least = min(text.capitals / _per_mm(measured, inches) for measured, inches in shots for text in measured.texts)
    everywhere = [*(shot.measured for shot in evidence.shots), *(shot.measured for shot in evidence.board)]
    palest = min((text.contrast, text.text) for measured in everywhere for text in measured.texts)
    families = {text.family for measured in everywhere for text in measured.texts}
    found = (
        f"letra más pequeña del kiosco: {least:.2f} mm; contraste más bajo: {palest[0]:.1f} ({palest[1]!r}); "
        f"tipo de letra: {', '.join(sorted(families))}, sin serifas"
    )
    holds = least >= LETTERS_MM and palest[0] >= CONTRAST and families == {FAMILY}
    return _judged("D7", "Texto de 4.8 mm, sin serifas, contraste de 7", found, holds)


def _not_by_colour(evidence: Evidence) -> Point:
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
    return _judged("D11", "El color nunca es la única señal", found, not mute and apart >= APART and larger >= LARGER)


def _apart(shot: Shot) -> float:
    """The least contrast between the button of the language that is spoken (here the first one) and the others."""
    grounds = [QColor(one.ground) for one in shot.measured.controls if one.name.startswith("language-")]
    return min((contrast(grounds[0], other) for other in grounds[1:]), default=APART)


def _larger(shot: BoardShot) -> float:
    below = max((text.capitals for text in shot.measured.texts if text.text in shot.recent), default=1.0)
    return max((text.capitals for text in shot.measured.texts if text.text == shot.newest), default=0.0) / below


# ---- time, targets, reach


def _time(evidence: Evidence) -> Point:
    usual, slow = evidence.usual, evidence.slow
    found = (
        f"pregunta a los {usual.asked_after:.0f} s y espera {usual.gone_after - usual.asked_after:.0f} s más; "
        f"con otra manera de uso, a los {slow.asked_after:.0f} s; "
        f"se pidió más tiempo {slow.again} veces y se dio {slow.again} veces"
    )
    warned = usual.gone_after - usual.asked_after >= WARNING_S - 1.5  # it is looked at once in a while
    return _judged("D10", "Avisa antes de volver al inicio y da más tiempo", found, warned and slow.again > 0)


def _targets(evidence: Evidence) -> Point:
    side, gap = float("inf"), float("inf")
    least = closest = ""
    for shot in evidence.shots:
        per_mm = _per_mm(shot.measured, evidence.panel_inches)
        touched = [one for one in shot.measured.controls if one.name not in OVERLAYS]
        for one in touched:
            if (mm := min(one.width, one.height) / per_mm) < side:
                side, least = mm, one.name
        for one, other in combinations(touched, 2):
            if (mm := _gap(one, other) / per_mm) < gap:
                gap, closest = mm, f"{one.name} y {other.name} ({shot.screen}, {shot.way}, {shot.shape})"
    found = f"el más pequeño: {side:.1f} mm ({least}); los más próximos: {gap:.2f} mm ({closest})"
    return _judged("D14", "20 mm por 20 mm y 6.35 mm entre ellos", found, side >= TARGET_MM and gap >= GAP_MM)


def _gap(one: Control, other: Control) -> float:
    across = max(other.x - one.x - one.width, one.x - other.x - other.width)
    down = max(other.y - one.y - one.height, one.y - other.y - other.height)
    return max(across, down)


def _reach(evidence: Evidence, declared: Declaration | None) -> Point:
    asks = "Controles entre 380 y 1370 mm (1170 si hay que estirarse más de 254 mm)"
    if declared is None:
        return Point("D13", asks, "falta la declaración de quien instala", Verdict.LACKS, declared=True)
    heights = [
        declared.D13.lower_edge_mm + (shot.measured.height - y) / _per_mm(shot.measured, evidence.panel_inches)
        for shot in evidence.shots
        if shot.way == "low" or shot.shape == "landscape"
        for control in shot.measured.controls
        for y in (control.y, control.y + control.height)
    ]
    limit = HIGHEST_MM if declared.D13.reach_depth_mm <= NEAR_MM else HIGHEST_FAR_MM
    found = (
        f"de {min(heights):.0f} a {max(heights):.0f} mm en «Más abajo», con el borde inferior a "
        f"{declared.D13.lower_edge_mm:.0f} mm y {declared.D13.reach_depth_mm:.0f} mm de profundidad"
    )
    return _judged("D13", asks, found, min(heights) >= LOWEST_MM and max(heights) <= limit, declared=True)


def _per_mm(measured: Measured, inches: float) -> float:
    return pixels_per_mm(measured.width, measured.height, inches)


# ---- what only a person can say


def _loudness(declared: Declaration | None) -> Point:
    asks = "Voz de la sala de 65 dB, o 20 dB sobre una sala de más de 45 dB"
    if declared is None:
        return Point("D5", asks, "falta la declaración de quien instala", Verdict.LACKS, declared=True)
    voice, hall = declared.D5.voice_db, declared.D5.hall_db
    wanted = max(LOUD_DB, hall + OVER_HALL_DB if hall > QUIET_HALL_DB else LOUD_DB)
    return _judged(
        "D5", asks, f"voz {voice:g} dB, sala {hall:g} dB, hacen falta {wanted:g}", voice >= wanted, declared=True
    )


def _stated(declared: Declaration | None) -> Iterator[Point]:
    asked = (
        ("D15", "Al menos uno accesible de cada clase, siempre"),
        ("D16", "Siempre una persona en lugar de la máquina"),
        ("D17", "Con qué reglas se midió"),
    )
    if declared is None:
        yield from (
            Point(id, asks, "falta la declaración de quien instala", Verdict.LACKS, declared=True) for id, asks in asked
        )
        return
    units, human, rules = declared.D15, declared.D16, declared.D17
    found = f"{units.accessible} de {units.in_all} kioscos como este"
    yield _judged(*asked[0], found, 0 < units.accessible <= units.in_all, declared=True)
    yield _judged(*asked[1], f"{human.where}, {human.hours}", bool(human.where and human.hours), declared=True)
    yield _judged(*asked[2], rules.measured_by, bool(rules.measured_by), declared=True)
