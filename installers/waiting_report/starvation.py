"""One counter that preferential citizens keep busy, and one ordinary citizen: who is called, and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from figures.policies import read_policy
from installers.waiting_report.peers import PEERS, Peer
from installers.waiting_report.two_classes import BEGIN, simulate
from shared.domain.order import Desk, Line, Served, Waiting, pick
from shared.domain.policy import Policy
from shared.domain.replay import Waiter
from shared.reports.table import Cell, Table

EVERY = 5  # minutes: an attention, and the time between two preferential arrivals
HOURS = 4
POLICIES = (
    "legal",
    "strict",
    "legal, guard 30",
    "strict, guard 30",
    "ratio 2:1",
    "accumulating 2/1/1",
    "accumulating 10/1/1, guard 45",
    "fcfs",
)
CONTROL = "control: legal, watched as if with guard 30"
OVERLOAD, ARRIVALS, SEED = 1.02, 40_000, 5


def called_after(policy: Policy) -> int | None:
    """Minutes until the ordinary citizen is called; None: not within four hours."""
    line = Line()
    lines = {"Q": line}
    desk = Desk(1, (Served("Q", policy),))
    line.join(Waiting(BEGIN, 0, BEGIN, preferential=False))
    for minute in range(EVERY, HOURS * 60 + 1, EVERY):
        at = BEGIN + timedelta(minutes=minute)
        line.join(Waiting(at, minute, at, preferential=True))
        one = pick(lines, desk, at)
        assert one is not None
        line.take(one.waiting.ticket)
        if one.waiting.ticket == 0:
            return minute
    return None


def peer_called_after(peer: Peer) -> int | None:
    """The same under the rule of another system."""
    rule = peer.begin()
    who = [Waiter(0.0, 0, 0.0, False, "Q", "")]
    for minute in range(EVERY, HOURS * 60 + 1, EVERY):
        who.append(Waiter(minute * 60.0, minute, minute * 60.0, True, "Q", ""))
        chosen = rule(who, minute * 60.0, 1)
        who.remove(chosen)
        if chosen.ticket == 0:
            return minute
    return None


class GuardWatch:
    """Counts the calls that a guard forbids: a later arrival before somebody who has waited out the guard."""

    def __init__(self, guard: int) -> None:
        self.guard = timedelta(minutes=guard)
        self.calls = self.broken = 0

    def __call__(self, line: Line, called: Waiting, at: datetime) -> None:
        self.calls += 1
        moment = at - self.guard
        for bucket in line.buckets.values():
            if (oldest := bucket.first_since(moment)) and oldest < called:
                self.broken += 1
                return


def starvation(passed: Callable[[int], None]) -> Table:
    """Every policy on the constructed case, and those with a guard in a hall that is overloaded for weeks."""
    rows: list[tuple[Cell, ...]] = []
    for text in POLICIES:
        policy = read_policy(text)
        after = called_after(policy)
        broken: Cell = None
        if policy.guard:
            broken = _broken(policy, policy.guard, passed)
        rows.append((text, _told(after, ": alert, open a counter"), broken))
    rows.append((CONTROL, None, _broken(read_policy("legal"), 30, passed)))
    rows += [(peer.name, _told(peer_called_after(peer)), None) for peer in PEERS]
    notes = (
        f"One counter, busy at the start; attentions of {EVERY} minutes, a preferential arrival every {EVERY}, one",
        f"ordinary citizen from the start. Guard broken: calls of somebody who came later, of {ARRIVALS} arrivals at",
        f"six counters under load {OVERLOAD} (seed {SEED}), before one who had waited out the guard: 0 wanted,",
        "and not 0 in the control. Legal and strict give no bound.",
    )
    return Table("Starvation", ("policy", "the ordinary citizen is called", "guard broken"), rows, notes)


def _broken(policy: Policy, guard: int, passed: Callable[[int], None]) -> int:
    watch = GuardWatch(guard)
    simulate(policy, ARRIVALS, SEED, passed, OVERLOAD, watch)
    return watch.broken


def _told(minutes: int | None, alert: str = "") -> str:
    return f"never in {HOURS} h{alert}" if minutes is None else f"after {minutes} min"


def guarded() -> int:
    """Arrivals simulated in all, for the progress bar."""
    return (1 + sum(bool(read_policy(text).guard) for text in POLICIES)) * ARRIVALS
