"""D1 to D17, each with its number: from what was measured, or from what was declared (mac-domain, accessibility)."""

from __future__ import annotations

from installers.conformance import ear, eye, hand, stated
from installers.conformance.declaration import Declaration
from installers.conformance.evidence import Evidence
from installers.conformance.verdict import Point, Verdict

NO_BIOMETRICS = Point(
    "D12", "Si hay biometría, otra manera", "0 datos biométricos: ningún programa los pide", Verdict.HOLDS
)


def points(evidence: Evidence, declared: Declaration | None) -> list[Point]:
    """In order."""
    return [
        *ear.guided(evidence),
        stated.loudness(declared),
        eye.letters(evidence),
        eye.legible(evidence),
        ear.seen_too(evidence),
        ear.without_sight(evidence),
        hand.time(evidence),
        eye.not_by_colour(evidence),
        NO_BIOMETRICS,
        hand.reach(evidence, declared),
        hand.targets(evidence),
        *stated.stated(declared),
    ]
