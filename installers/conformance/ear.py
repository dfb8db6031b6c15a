"""D1 to D4, D8 and D9: what is heard, and done without seeing."""

from __future__ import annotations

from collections.abc import Iterator

from installers.conformance.evidence import Evidence, shows
from installers.conformance.verdict import Point, Verdict, judged


def guided(evidence: Evidence) -> Iterator[Point]:
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
    yield judged(*asked[0], f"1 ticket ({walk.number}) con la pantalla apagada y {walk.keys} teclas", bool(walk.number))
    yield judged(*asked[1], f"{heard} de {len(walk.shown)} textos de las pantallas se oyeron", not walk.missing)
    again = walk.repeats and walk.interrupts and len(set(walk.volumes)) > 1 and walk.volume_after == walk.volume_before
    yield judged(*asked[2], f"repite: {_yes(walk.repeats)}; calla: {_yes(walk.interrupts)}; {volume}", again)
    said = any(walk.number in text for text in walk.shown)
    yield judged(*asked[3], f"se oyó el número {walk.number} y lo demás del ticket", said and not walk.missing)


def _yes(true: bool) -> str:
    return "sí" if true else "no"


def seen_too(evidence: Evidence) -> Point:
    calls = [shot for shot in evidence.board if shot.newest and shows(shot, shot.newest)]
    found = f"{len(calls)} de {len(evidence.board)} llamados hablados se ven a la vez en el tablero"
    if evidence.guided is not None:
        found += f"; {len(evidence.guided.shown)} textos de la guía de voz se ven en pantalla"
    return judged("D8", "Todo lo que se oye también se ve", found, bool(calls) and len(calls) == len(evidence.board))


def without_sight(evidence: Evidence) -> Point:
    asks = "Se usa sin ver"
    if evidence.guided is None:
        return Point("D9", asks, "no se midió", Verdict.LACKS)
    number = evidence.guided.number
    return judged("D9", asks, f"{number}, con teclado y con la pantalla apagada", bool(number))
