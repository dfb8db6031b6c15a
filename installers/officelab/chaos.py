"""Row: centres push to an office through a line that is cut, doubled, reordered and lies, while both are restored."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from random import Random
from time import monotonic, sleep

import psycopg

from installers.faultlab.row import Outcome, Row, Run
from installers.officelab import country
from installers.officelab.balancer import Balancer, Fates, balancing
from installers.officelab.certificates import made_in
from installers.officelab.cluster import NEEDS, Cluster, running_cluster
from installers.officelab.country import Happened
from installers.officelab.cutter import Cutter, cutting
from installers.officelab.looped import Looped
from installers.officelab.offices import Centre, Offices
from installers.officelab.proving import Found, prove
from shared.domain import events as e
from shared.store.copies import copies_beside, make_copy
from shared.store.database import Store
from shared.store.event_log import EventLog

VISITS = 250  # of a centre in the short form and in the controls
POISONED = 0.004  # of the calls
COPIED_AT = 0.3  # of the log of the centre that is restored
LOOK = 0.25  # seconds between two looks at the office
CUTS = 1_000  # at least, in the full form
FATES = Fates(broken=0.055, lost=0.055, twice=0.065, again=0.06, late=0.1, portal=0.02)
CARELESS = ("-m", "installers.officelab.careless")
QUICK, SMALLER, NO_CURSOR, NO_KEY = (
    (*CARELESS, "quick"),
    (*CARELESS, "small"),
    (*CARELESS, "no-cursor"),
    (*CARELESS, "no-key"),
)


@dataclass(frozen=True)
class Plan:
    """How large a run is. `steps`: what happens once so many percent are at the office."""

    centres: int
    receivers: int
    steps: tuple[tuple[int, str], ...]
    patience: float  # seconds without any change, after which a run is at its end
    sync: Sequence[str] = QUICK
    office: Sequence[str] = ("-m", "suyana")


STEPS = (
    (15, "office is backed up"),
    (30, "office is restored"),
    (45, "centre is restored"),
    (55, "office is backed up"),
    (70, "office is restored"),
)
LARGE = Plan(7, 3, STEPS, 120)
SMALL = Plan(2, 2, STEPS, 60, sync=SMALLER)
BACK = ((25, "office is backed up"), (60, "office is restored"))
CONTROLS = {
    "cursor": Plan(1, 1, BACK, 4, sync=NO_CURSOR),
    "key": Plan(1, 1, (), 20, sync=SMALLER, office=NO_KEY),
}
"""By what is missing."""


def budget(random: Random) -> int | None:
    """Most connections end early: in the handshake, in a request, in an answer."""
    return None if random.random() < 0.05 else random.randrange(8_500)


class Chaos:
    """One run, with everything that it needs."""

    def __init__(self, run: Run, folder: Path, plan: Plan, happened: list[Happened], catalogue: str) -> None:
        folder.mkdir()
        self._run, self._folder, self._plan, self._catalogue = run, folder, plan, catalogue
        self._happened = happened
        self._shown = 0
        self.restored = self.copied = 0
        self._copy = Path()  # of the store of the first centre
        self._wanted: dict[str, int] = {}  # of each centre: the event with which the last of its stops ends
        self.lost_life: list[Happened] = []

    def go(self) -> Found:
        """Until everything is at the office, or nothing changes any more."""
        with ExitStack() as at_the_end:
            cluster = at_the_end.enter_context(running_cluster())
            certificates = made_in(self._folder)
            offices = Offices(
                cluster.empty("office"), self._folder / "office", certificates, self._plan.receivers, self._plan.office
            )
            at_the_end.callback(offices.stop)
            offices.start()
            looped = at_the_end.enter_context(Looped())
            seed = f"{self._run.seed} {self._folder.name}"
            self.balancer: Balancer
            self.balancer, port = looped.run(
                looped.opened.enter_async_context(balancing(offices.ports, certificates, FATES, seed))
            )
            self.cutter: Cutter
            self.cutter, port = looped.run(looped.opened.enter_async_context(cutting(port, budget, seed)))
            centres = [self._centre(n) for n in range(1, self._plan.centres + 1)]
            for centre in centres:
                at_the_end.callback(centre.stop)
                centre.enrol(offices, f"https://127.0.0.1:{port}")
            with ThreadPoolExecutor(len(centres)) as threads:
                list(threads.map(Centre.start, centres, repeat(certificates.authority)))
            self._follow(cluster, offices, centres)
            for centre in centres:
                centre.stop()
            return prove(offices, centres, certificates.authority)

    def _centre(self, number: int) -> Centre:
        name = f"centre-{number}"
        text = (country.CENTRES / f"{self._catalogue}.toml").read_text()
        file = self._folder / f"{name}.toml"
        file.write_text(text.replace(f'id = "{self._catalogue}"', f'id = "{name}"', 1))
        centre = Centre(name, self._folder / name, file, self._plan.sync)
        random = self._run.random(name, "poison")
        life = list(country.poisoned(country.of_centre(self._happened, name), POISONED, random))
        life[1:1] = [Happened(life[0].at, None, event) for event in centre.paired()]
        if number == 1:
            point = int(len(life) * COPIED_AT)
            country.write(centre.store, name, life[:point])
            with closing(Store(centre.store)) as store:
                log = EventLog(store)
                self._copy = Path(shutil.copy(make_copy(log, country.DAYS[0]), self._folder))
                self.copied = log.last_seq
            self.lost_life = life[point:]
            life = life[point:]
        country.write(centre.store, name, life)
        self._wanted[name] = country.records_of(centre.store)[-1].seq
        return centre

    def _follow(self, cluster: Cluster, offices: Offices, centres: list[Centre]) -> None:
        steps = list(self._plan.steps)
        last, changed = dict[str, int](), monotonic()
        while True:
            sleep(LOOK)
            at = self._cursors(cluster)
            if at != last:
                last, changed = at, monotonic()
            share = sum(min(at.get(name, 0), seq) for name, seq in self._wanted.items()) / sum(self._wanted.values())
            self._show(int(share * 100))
            if steps and share * 100 >= steps[0][0] and self._may(steps[0][1], at):
                self._step(steps.pop(0)[1], cluster, offices, centres)
                changed = monotonic()
            elif (not steps and share >= 1) or monotonic() - changed > self._plan.patience:
                return

    def _show(self, percent: int) -> None:
        if percent > self._shown:
            self._run.passed(percent - self._shown)
            self._shown = percent

    def _may(self, step: str, at: dict[str, int]) -> bool:
        """A centre is restored once the office has more of it than its copy."""
        return step != "centre is restored" or at.get("centre-1", 0) > self.copied

    def _cursors(self, cluster: Cluster) -> dict[str, int]:
        """Of each centre, in the store that it has now."""
        with psycopg.connect(cluster.url("office")) as connection:
            rows = connection.execute("SELECT centre, max(cursor) FROM log_store WHERE stopped = '' GROUP BY centre")
            return dict(rows.fetchall())

    def _step(self, step: str, cluster: Cluster, offices: Offices, centres: list[Centre]) -> None:
        dump = self._folder / "office.dump"
        if step == "office is backed up":
            cluster.dump("office", dump)
        elif step == "office is restored":
            offices.kill()
            cluster.restore("office", dump)
            offices.start()
            self.restored += 1
        else:
            self._restore(centres[0])

    def _restore(self, centre: Centre) -> None:
        """The disk of the store is gone; from an early copy on the centre lives again, in another way."""
        centre.hub.kill()
        for file in centre.folder.glob("centre.sqlite*"):
            file.unlink()
        copies = copies_beside(centre.store)
        shutil.rmtree(copies)  # the hub has made a later one
        copies.mkdir()
        shutil.copy(self._copy, copies)
        arguments = ["restore", "--store", str(centre.store), "--centre", str(self._folder / f"{centre.id}.toml")]
        done = subprocess.run([sys.executable, "-m", "suyana", *arguments], capture_output=True, text=True, check=False)
        assert not done.returncode, done.stderr
        random = self._run.random(centre.id, "again")
        country.write(centre.store, centre.id, country.poisoned(map(_otherwise, self.lost_life), POISONED, random))
        self._wanted[centre.id] = country.records_of(centre.store)[-1].seq
        centre.hub.start()


def _otherwise(each: Happened) -> Happened:
    """The same citizens, called by others."""
    if isinstance(each.event, e.TicketCalled):
        event = e.TicketCalled(
            each.event.ticket,
            each.event.stop,
            each.event.attention,
            each.event.counter,
            "again",
            each.event.call,
            each.event.because,
        )
        return each._replace(event=event)
    return each


def show(run: Run) -> Outcome:
    plan, catalogue = (LARGE, country.LIMA) if run.full else (SMALL, country.SMALL)
    days, visits = (country.DAYS, None) if run.full else (country.DAYS[:1], VISITS)
    happened = country.lived(catalogue, days, run.seed, run.passed, visits)
    began = monotonic()
    chaos = Chaos(run, run.folder / "chaos", plan, happened, catalogue)
    found = chaos.go()
    wrong = list(found.wrong)
    if run.full and chaos.cutter.cuts < CUTS:
        wrong.append(f"only {chaos.cutter.cuts} cuts")
    if chaos.restored < 2:
        wrong.append(f"the office was restored {chaos.restored} times")
    figure = f"{found.told} through {chaos.cutter.cuts:,} cuts of {chaos.cutter.connections:,} lines, "
    return Outcome(figure + f"{_did(chaos.balancer)}, {monotonic() - began:.0f} s", not wrong, tuple(wrong))


def _did(balancer: Balancer) -> str:
    total = balancer.did["handed over"]
    shares = {name: count for name, count in balancer.did.items() if name != "handed over"}
    told = ", ".join(f"{name} {count} ({count / total:.1%})" for name, count in sorted(shares.items()))
    return f"{total:,} batches: {told}"


def control(run: Run) -> Outcome:
    """Without the office's cursor something is lost; without its key something is there twice."""
    happened = country.lived(country.SMALL, country.DAYS[:1], run.seed, visits=VISITS)
    chaos = {
        name: Chaos(run, run.folder / f"no-{name}", plan, happened, country.SMALL) for name, plan in CONTROLS.items()
    }
    with ThreadPoolExecutor(len(chaos)) as threads:
        found = dict(zip(chaos, threads.map(Chaos.go, chaos.values()), strict=True))
    told = [f"without {name} {each.lost} lost, {each.doubled} doubled" for name, each in found.items()]
    return Outcome("; ".join(told), holds=not (found["cursor"].lost and found["key"].doubled))


ROW = Row(
    "sync",
    "records of centres reach the office exactly once through a hostile line, while both are restored",
    show,
    control,
    short=301,
    full=302,
    needs=NEEDS,
)
