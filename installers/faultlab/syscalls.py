"""Row: the process is killed at every single write, sync and unlink of each order."""

from __future__ import annotations

import shutil
import sqlite3
from itertools import product

from installers.faultlab.judge import Bad, look
from installers.faultlab.orders import STORE, orders, prepare
from installers.faultlab.row import Outcome, Row, Run
from installers.faultlab.tracing import Ended, Fault, at_each, side_by_side
from installers.faultlab.work import centre
from installers.system import STRACE
from shared.store.database import StoreError

CALLS = ("pwrite64", "fdatasync", "fsync", "ftruncate", "unlink")
ORDERS = tuple(orders(centre()))
SHORT, SHORT_CALLS = "issue", CALLS[:2]
ABREAST = 12  # places in one traced process


class Killed:
    """One order, killed at each of its calls of one kind."""

    def __init__(self, run: Run, name: str, call: str, *, early: bool = False) -> None:
        self.kills = 0
        self.bad: list[str] = []
        self._run, self._name, self._call, self._early = run, name, call, early
        self._before = run.folder / f"{name}-{call}" / "before"
        self._before.mkdir(parents=True)
        self._acknowledged = frozenset(prepare(self._before, name))

    def everywhere(self, every: int) -> Killed:
        """At each place, or at every so many, until the order has no such call any more."""
        first = 1
        while True:
            places = range(first, first + ABREAST * every, every)
            ends = at_each(Fault(self._call, "signal=SIGKILL"), places, self._before, [self._name], self._early)
            for k, ended in zip(places, ends, strict=True):
                self._judge(k, ended)
            self._run.passed(1)
            first = places[-1] + every
            if not ends[-1].killed:
                return self

    def _judge(self, k: int, ended: Ended) -> None:
        self.kills += ended.killed
        if wrong := self._wrong(ended):
            self.bad.append(f"{self._name}, killed at {self._call} {k}: {wrong}")
        else:
            shutil.rmtree(ended.folder)

    def _wrong(self, ended: Ended) -> str:
        if not ended.killed and ended.status:
            return f"it was not killed and ended with {ended.status}: {ended.complained[-300:]}"
        try:
            lost = look(ended.folder / STORE, self._acknowledged | ended.acknowledged)
        except (Bad, StoreError, sqlite3.Error) as error:
            return str(error)
        return f"{len(lost)} acknowledged orders are missing" if lost else ""


def show(run: Run) -> Outcome:
    names, calls, every = (ORDERS, CALLS, 1) if run.full else ((SHORT,), SHORT_CALLS, 6)
    pairs = list(product(names, calls))
    killed = side_by_side(lambda pair: Killed(run, *pair).everywhere(every), pairs)
    bad = [sentence for each in killed for sentence in each.bad]
    by_order = dict.fromkeys(names, 0)
    for (name, _), each in zip(pairs, killed, strict=True):
        by_order[name] += each.kills
    told = ", ".join(f"{name} {kills}" for name, kills in by_order.items())
    return Outcome(
        f"{sum(by_order.values())} kills ({told}): {len(bad)} bad", all(by_order.values()) and not bad, tuple(bad)
    )


def control(run: Run) -> Outcome:
    """The same with an answer before the commit."""
    killed = Killed(run, SHORT, "pwrite64", early=True).everywhere(1 if run.full else 6)
    return Outcome(f"answer before commit: {killed.kills} kills, {len(killed.bad)} bad", not killed.bad)


ROW = Row(
    "syscalls",
    f"kill at every write, sync and unlink of {', '.join(ORDERS)}: the store is whole and has what was said",
    show,
    control,
    short=3,
    full=60,
    needs=(STRACE,),
)
