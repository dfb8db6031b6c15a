"""The same days through the rules of other systems and through ours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

from figures.policies import read_policy, under
from installers.waiting_report.peers import PEERS
from shared.domain.catalogue import Catalogue
from shared.domain.generate import generate_day
from shared.domain.indicators import figures
from shared.domain.measured import MeasuredStop, measured
from shared.domain.plan import ordinary_plan
from shared.domain.replay import Outcome, Rule, replay
from shared.reports.indicators import minutes, percent
from shared.reports.table import Cell, Table

MONDAY = date(2026, 11, 23)
SEEDS = (1, 2, 3, 4, 5)
OURS = ("legal", "legal, guard 30", "ratio 3:1", "accumulating 3/1/1", "fcfs")
COLUMNS = ("rule", "pref. p50", "p90", "max", "ord. p50", "p90", "max", "ANS %", "overtakes", "against the law")


def side_by_side(catalogue: Catalogue, passed: Callable[[int], None]) -> Table:
    """Five busy days in the sample centre, one row a rule."""
    traces = [generate_day(catalogue, MONDAY, Random(seed), f"seed {seed}") for seed in SEEDS]
    plan = ordinary_plan(catalogue, MONDAY)

    def lived(centre: Catalogue, begin: Callable[[], Rule] | None) -> list[Outcome]:
        return [replay(centre, trace, plan, begin() if begin else None, passed) for trace in traces]

    rows = [_row(peer.name, lived(catalogue, peer.begin)) for peer in PEERS]
    rows += [_row(f"Suyana: {text}", lived(under(catalogue, read_policy(text)), None)) for text in OURS]
    stops = sum(trace.stops for trace in traces)
    notes = (
        f"{catalogue.name}, {len(SEEDS)} Mondays (seeds {SEEDS[0]} to {SEEDS[-1]}), {stops} stops planned; minutes.",
        "The same people, counters and lunches under each rule; who loses patience leaves, so stops differ a little.",
        "Appointments count from their slot under our rules, from the arrival under the others: overtakes by arrival.",
        "Against the law: an ordinary ticket called while a preferential one could have been called there. A rule",
        "that yields (ratio, accumulating, fcfs, a guard) is allowed only where the centre answers for it by name.",
    )
    return Table("Peers' rules and ours on the same days", COLUMNS, rows, notes)


def visits(catalogue: Catalogue) -> int:
    """How many visits are lived in all, for the progress bar."""
    each = sum(len(generate_day(catalogue, MONDAY, Random(seed), "").visits) for seed in SEEDS)
    return each * (len(PEERS) + len(OURS))


def _row(name: str, outcomes: list[Outcome]) -> tuple[Cell, ...]:
    stops: list[MeasuredStop] = [stop for one in outcomes for stop in measured(one.catalogue, one.day)]
    row: list[Cell] = [name]
    for preferential in (True, False):
        wait = figures([stop for stop in stops if stop.preferential is preferential]).wait
        row += [minutes(wait.p50), minutes(wait.p90), minutes(wait.max)]
    row += [percent(figures(stops).wait_share)]
    return (*row, sum(one.overtakes for one in outcomes), sum(one.violations for one in outcomes))
