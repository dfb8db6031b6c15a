"""Each point has its number; what is too small, too near, too pale or not declared does not hold."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from installers.conformance.declaration import EXAMPLE, Declaration, Reach
from installers.conformance.evidence import BoardShot, Evidence, Guided, Patience, Shot
from installers.conformance.points import points
from installers.conformance.verdict import Verdict
from shared.ui.measure import Control, Measured, Text
from shared.ui.tokens import FAMILY

DECLARED = msgspec.toml.decode(EXAMPLE, type=Declaration)


def screen(
    capitals: float = 30.0, contrast: float = 12.0, side: int = 100, gap: int = 26, ground: str = "#0b4a82"
) -> Measured:
    controls = (
        Control("language-es", "Español", 56, 1700, side, side, True, ground),
        Control("language-quz", "Runasimi", 56 + side + gap, 1700, side, side, True, "#ffffff"),
        Control("entity-bn", "Banco de la Nación Cerrado", 56, 1000, 900, 300, False, "#eeeeee"),
    )
    return Measured(1080, 1920, (Text("Hacer un trámite", capitals, contrast, FAMILY),), controls)


def large(measured: Measured) -> tuple[Shot, ...]:
    return (Shot("home", "large", "portrait", measured), Shot("home", "low", "portrait", screen()))


def board(newest: float = 200.0, recent: float = 100.0) -> BoardShot:
    texts = (Text("PJ 047", newest, 12.0, FAMILY), Text("BN 012", recent, 12.0, FAMILY))
    return BoardShot(Measured(1920, 1080, texts, ()), "PJ 047", "20", ("BN 012", "BN 011"))


GUIDED = Guided("PJ 001", 14, ("Su número es PJ 001",), ("Su número es PJ 001",), (), True, True, (50, 75), 50, 50)
SEEN = Evidence(
    "Centro MAC Región Sur",
    "2026-11-25",
    21.5,
    0.6,
    55.0,
    10.0,
    tuple(Shot("home", way, "portrait", screen()) for way in ("plain", "large", "low")),
    (board(),),
    Patience(45, 60),
    Patience(135, 135, 1),
    "",
    GUIDED,
)


def verdicts(evidence: Evidence, declared: Declaration | None = DECLARED) -> dict[str, Verdict]:
    return {point.id: point.verdict for point in points(evidence, declared)}


def test_every_point_from_d1_to_d17_is_judged_once() -> None:
    assert sorted((point.id for point in points(SEEN, DECLARED)), key=lambda id: int(id[1:])) == [
        f"D{number}" for number in range(1, 18)
    ]
    assert set(verdicts(SEEN).values()) == {Verdict.HOLDS}


@pytest.mark.parametrize(
    ("point", "worse"),
    [
        ("D6", {"shots": large(screen(capitals=29.0))}),
        ("D6", {"board": (board(newest=150.0),)}),
        ("D7", {"shots": large(screen(capitals=18.0))}),
        ("D7", {"shots": large(screen(contrast=6.9))}),
        ("D8", {"board": (replace(board(), newest="PJ 048"),)}),
        ("D10", {"usual": Patience(45, 50)}),
        ("D10", {"slow": Patience(135, 135, 0)}),
        ("D11", {"shots": large(screen(ground="#cccccc"))}),
        ("D11", {"board": (board(newest=200.0, recent=190.0),)}),
        ("D14", {"shots": large(screen(side=80))}),
        ("D14", {"shots": large(screen(gap=25))}),
        ("D14", {"panel_inches": 15.6}),
        ("D2", {"guided": replace(GUIDED, missing=("Traiga: su DNI",))}),
        ("D3", {"guided": replace(GUIDED, volume_after=75)}),
        ("D9", {"guided": replace(GUIDED, number="")}),
    ],
)
def test_what_is_worse_does_not_hold(point: str, worse: dict[str, object]) -> None:
    assert verdicts(replace(SEEN, **worse))[point] is Verdict.FAILS


def test_a_panel_that_hangs_high_does_not_hold() -> None:
    high = replace(DECLARED, D13=Reach(lower_edge_mm=1200, reach_depth_mm=200))
    assert verdicts(SEEN, high)["D13"] is Verdict.FAILS


def test_what_only_a_person_can_say_lacks_until_it_is_declared() -> None:
    lacking = {id for id, verdict in verdicts(SEEN, None).items() if verdict is Verdict.LACKS}
    assert lacking == {"D5", "D13", "D15", "D16", "D17"}
