"""How well the wait is promised where a queue has another policy than *legal*: the same days, policy by policy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean, median

from figures.policies import read_policy, under
from installers.waiting_report.lived import SEED, Promised, live
from shared.domain.centre_file import load_centre
from shared.reports.table import Cell, Table, as_text

CENTRE = Path(__file__).parents[1] / "centres" / "region-sur.toml"
POLICIES = ("legal, guard 30", "ratio 3:1", "accumulating 3/1/1", "fcfs")
LEARNING, SHOWN = 6, 6
DAYS = len(POLICIES) * (LEARNING + SHOWN)
WITHIN = (0.08, 0.12)  # how many may wait longer than the second figure
BIAS = 2.0  # minutes


def by_policy(passed: Callable[[int], None]) -> tuple[str, bool]:
    """P90 exceedance and bias of each policy, by class."""
    centre = load_centre(CENTRE)
    rows: list[tuple[Cell, ...]] = []
    good = True
    for text in POLICIES:
        lived = live(under(centre, read_policy(text)), passed, LEARNING, SHOWN)
        waited = [one for one in lived.promised if one.wait > 0]
        classes = [[one for one in waited if one.preferential is preferential] for preferential in (True, False)]
        over = _over(waited)
        bias = median((one.wait - one.low) / 60 for one in waited)
        good = good and WITHIN[0] <= over <= WITHIN[1] and abs(bias) <= BIAS
        rows.append((text, len(waited), over * 100, *(_over(of) * 100 for of in classes), bias, _mean_bias(waited)))
    notes = (
        f"The sample centre with one policy at all queues: {SHOWN} days, seeds {SEED + LEARNING} to",
        f"{SEED + LEARNING + SHOWN - 1}, after {LEARNING} from which it learnt. Of those who waited; before rounding.",
        "bias: wait - first figure, minutes. Wanted of each policy: 8 to 12 % over P90, median bias within 2 minutes.",
    )
    columns = ("policy", "calls", "over P90 %", "preferential %", "ordinary %", "bias median", "bias mean")
    return as_text(Table("Promise by policy", columns, rows, notes)), good


def _over(group: Sequence[Promised]) -> float:
    return mean(one.wait > one.high for one in group) if group else 0.0


def _mean_bias(group: Sequence[Promised]) -> float:
    return mean((one.wait - one.low) / 60 for one in group) if group else 0.0
