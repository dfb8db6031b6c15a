"""D5 and D15 to D17: what only a person can say."""

from __future__ import annotations

from collections.abc import Iterator

from installers.conformance.declaration import Declaration
from installers.conformance.verdict import Point, Verdict, judged

LOUD_DB, OVER_HALL_DB, QUIET_HALL_DB = 65.0, 20.0, 45.0


def loudness(declared: Declaration | None) -> Point:
    asks = "Voz de la sala de 65 dB, o 20 dB sobre una sala de más de 45 dB"
    if declared is None:
        return Point("D5", asks, "falta la declaración de quien instala", Verdict.LACKS, declared=True)
    voice, hall = declared.D5.voice_db, declared.D5.hall_db
    wanted = max(LOUD_DB, hall + OVER_HALL_DB if hall > QUIET_HALL_DB else LOUD_DB)
    return judged(
        "D5", asks, f"voz {voice:g} dB, sala {hall:g} dB, hacen falta {wanted:g}", voice >= wanted, declared=True
    )


def stated(declared: Declaration | None) -> Iterator[Point]:
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
    yield judged(*asked[0], found, 0 < units.accessible <= units.in_all, declared=True)
    yield judged(*asked[1], f"{human.where}, {human.hours}", bool(human.where and human.hours), declared=True)
    yield judged(*asked[2], rules.measured_by, bool(rules.measured_by), declared=True)
