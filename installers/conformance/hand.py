"""D10, D13 and D14: time, reach and targets."""

from __future__ import annotations

from itertools import combinations

from installers.conformance.declaration import Declaration
from installers.conformance.evidence import Evidence, per_mm
from installers.conformance.verdict import Point, Verdict, judged
from shared.ui.measure import Control

TARGET_MM, GAP_MM = 20.0, 6.35
WARNING_S = 15.0
LOWEST_MM, HIGHEST_MM, HIGHEST_FAR_MM, NEAR_MM = 380.0, 1370.0, 1170.0, 254.0
OVERLAYS = ("more-time", "help-understood")
"""What lies over everything else while it is there."""


def time(evidence: Evidence) -> Point:
    usual, slow = evidence.usual, evidence.slow
    found = (
        f"pregunta a los {usual.asked_after:.0f} s y espera {usual.gone_after - usual.asked_after:.0f} s más; "
        f"con otra manera de uso, a los {slow.asked_after:.0f} s; "
        f"se pidió más tiempo {slow.again} veces y se dio {slow.again} veces"
    )
    warned = usual.gone_after - usual.asked_after >= WARNING_S - 1.5  # it is looked at once in a while
    return judged("D10", "Avisa antes de volver al inicio y da más tiempo", found, warned and slow.again > 0)


def targets(evidence: Evidence) -> Point:
    side, gap = float("inf"), float("inf")
    least = closest = ""
    for shot in evidence.shots:
        density = per_mm(shot.measured, evidence.panel_inches)
        touched = [one for one in shot.measured.controls if one.name not in OVERLAYS]
        for one in touched:
            if (mm := min(one.width, one.height) / density) < side:
                side, least = mm, one.name
        for one, other in combinations(touched, 2):
            if (mm := _gap(one, other) / density) < gap:
                gap, closest = mm, f"{one.name} y {other.name} ({shot.screen}, {shot.way}, {shot.shape})"
    found = f"el más pequeño: {side:.1f} mm ({least}); los más próximos: {gap:.2f} mm ({closest})"
    return judged("D14", "20 mm por 20 mm y 6.35 mm entre ellos", found, side >= TARGET_MM and gap >= GAP_MM)


def _gap(one: Control, other: Control) -> float:
    across = max(other.x - one.x - one.width, one.x - other.x - other.width)
    down = max(other.y - one.y - one.height, one.y - other.y - other.height)
    return max(across, down)


def reach(evidence: Evidence, declared: Declaration | None) -> Point:
    asks = "Controles entre 380 y 1370 mm (1170 si hay que estirarse más de 254 mm)"
    if declared is None:
        return Point("D13", asks, "falta la declaración de quien instala", Verdict.LACKS, declared=True)
    heights = [
        declared.D13.lower_edge_mm + (shot.measured.height - y) / per_mm(shot.measured, evidence.panel_inches)
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
    return judged("D13", asks, found, min(heights) >= LOWEST_MM and max(heights) <= limit, declared=True)
