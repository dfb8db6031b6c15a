"""The scripted morning: thirteen citizens, two counters, one orientator. What each does, and how each must end.

The acts are played in order through the real widgets. The numbers are what the rules must give: preferential first,
then by arrival at the centre.
"""

from __future__ import annotations

from dataclasses import dataclass, field

BANK, COURT = 3, 20  # the two counters: Banco de la Nación and Poder Judicial
ADVISORS = {BANK: "a003", COURT: "a020"}
ORIENTATOR = "o01"


@dataclass(frozen=True)
class Visit:
    """One attention of a citizen as it must have been."""

    counter: int
    outcome: str
    services: tuple[str, ...] = ()


@dataclass(frozen=True)
class Citizen:
    """Who comes, what for, and how the visit must end. `paid`: the answer at the kiosk, where it is asked."""

    who: str
    service: str
    number: str
    visits: tuple[Visit, ...]
    paid: bool | None = None
    preferential: bool = False
    ends: str = "done"
    at_orientator: bool = False


CITIZENS = {
    citizen.who: citizen
    for citizen in (
        Citizen("Ana", "BN01", "BN 001", (Visit(BANK, "served", ("BN01",)),)),
        Citizen("Beto", "PJ01", "PJ 001", (Visit(COURT, "served", ("PJ01",)),), paid=True),
        Citizen(
            "Carla",
            "PJ01",
            "PJ 002",
            (Visit(BANK, "served", ("BN01",)), Visit(COURT, "served", ("PJ01",))),
            paid=False,
        ),
        Citizen("Dora", "PJ02", "PJ 003", (Visit(COURT, "served", ("PJ02",)),), preferential=True),
        Citizen("Elio", "BN02", "BN 002", (Visit(BANK, "served", ("BN02",)),), preferential=True),
        Citizen("Fabiola", "PJ01", "PJ 004", (Visit(COURT, "served", ("PJ01",)),), paid=True),
        Citizen("Gino", "PJ03", "PJ 005", (Visit(COURT, "absent"),), ends="absent"),
        Citizen(
            "Hilda",
            "BN01",
            "BN 003",
            (Visit(BANK, "transferred", ("BN01",)), Visit(COURT, "served", ("PJ02",))),
        ),
        Citizen(
            "Iván",
            "PJ01",
            "PJ 006",
            (Visit(COURT, "held", ("PJ01",)), Visit(COURT, "served", ("PJ01",))),
            paid=True,
        ),
        Citizen("Juana", "BN03", "BN 004", (Visit(BANK, "served", ("BN03", "BN04")),)),
        Citizen("Kike", "BN05", "BN 005", (Visit(BANK, "served", ("BN05",)),)),
        Citizen("Luz", "PJ01", "PJ 007", (Visit(COURT, "served", ("PJ01",)),), paid=True, preferential=True),
        Citizen("Mario", "BN02", "BN 006", (Visit(BANK, "served", ("BN02",)),), preferential=True, at_orientator=True),
    )
}


@dataclass(frozen=True)
class Act:
    """One thing that somebody does: `do` names it, `at` is the counter where it is done, `who` whom it concerns."""

    do: str
    who: str = ""
    at: int = 0
    more: tuple[str, ...] = field(default=())


def takes(*who: str) -> list[Act]:
    return [Act("take", name) for name in who]


def bank(do: str, who: str = "", *more: str) -> Act:
    return Act(do, who, BANK, more)


def court(do: str, who: str = "", *more: str) -> Act:
    return Act(do, who, COURT, more)


# `next` is the large action under the space bar: it calls, or finishes and calls; `who` is whom the rules must give.
MORNING: tuple[Act, ...] = (
    *takes("Ana", "Beto", "Carla", "Dora", "Elio"),
    bank("sign in"),
    court("sign in"),
    court("next", "Dora"),
    court("start", "Dora"),
    bank("next", "Elio"),
    bank("start", "Elio"),
    bank("next", "Ana"),
    bank("start", "Ana"),
    court("next", "Beto"),
    court("start", "Beto"),
    *takes("Fabiola", "Gino"),
    bank("next", "Carla"),
    bank("start", "Carla"),
    bank("finish", "Carla"),
    court("next", "Carla"),
    court("start", "Carla"),
    *takes("Hilda", "Iván"),
    bank("next", "Hilda"),
    bank("start", "Hilda"),
    bank("transfer", "Hilda", "PJ", "PJ02"),
    court("next", "Fabiola"),
    court("recall", "Fabiola"),
    court("start", "Fabiola"),
    court("next", "Gino"),
    court("recall", "Gino"),
    court("absent", "Gino"),
    court("next", "Hilda"),
    court("start", "Hilda"),
    *takes("Juana", "Kike", "Luz"),
    court("next", "Luz"),
    court("start", "Luz"),
    bank("next", "Juana"),
    bank("start", "Juana"),
    bank("code", "Juana", "BN04"),
    court("next", "Iván"),
    court("start", "Iván"),
    court("hold", "Iván", "form"),
    bank("next", "Kike"),
    bank("start", "Kike"),
    *takes("Mario"),
    bank("next", "Mario"),
    bank("start", "Mario"),
    bank("finish", "Mario"),
    court("resume", "Iván"),
    court("start", "Iván"),
    court("finish", "Iván"),
)

CALLS_AND_RECALLS = frozenset({"next", "recall", "resume"})


def expected_calls() -> list[tuple[str, int]]:
    """Number and counter of every call that the board must have announced, in order."""
    return [(CITIZENS[act.who].number, act.at) for act in MORNING if act.do in CALLS_AND_RECALLS]
