"""`python -m installers.calls_report`, or `make calls-report`: exit status 1 where something is not shown."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from display_board.phrases import Phrases
from installers.calls_report.controls import AtOnce, Forgetful, Glancing, Unhurried
from installers.calls_report.hall import Loudspeaker, Wrong, part, waits, wrongs
from installers.calls_report.lengths import Length, by_rule, measured
from installers.calls_report.link_lost import SAID_MOST, WITHIN, lost_links, trusting
from installers.calls_report.made import bursts, of_zone, peak_hour
from installers.calls_report.real import in_real_time
from installers.calls_report.through_hub import Found, through_a_hub
from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import load_centre
from shared.lan.views import CallView
from shared.reports.table import Cell, Table, as_text
from shared.ui.sound.talker import PROGRAM

CENTRE = Path(__file__).parents[1] / "centres" / "lima-norte.toml"
SEED = 20261123
P95_MOST = 15.0  # seconds from the call to its first word, in the peak hour
GLANCED = 100  # calls of the control through a hub
GLANCED_WITHIN_S = 5.0  # seconds in which nothing more is said there
NOTHING = Wrong(0, 0, 0, 0)
WRONGS = ("lost", "doubled", "out of order", "overlapping")
COLUMNS = ("calls", "zone", "made", "said", *WRONGS, "p50 s", "p95 s", "longest s")

Row = tuple[Cell, ...]


class Lived:
    """What voices of one kind make of calls: a row for each zone. p95: over all calls of the row before."""

    def __init__(self, catalogue: Catalogue, length: Length) -> None:
        self._catalogue, self._length, self._phrases = catalogue, length, Phrases()
        self.zones = tuple(dict.fromkeys(counter.zone for counter in catalogue.counters))

    def rows(
        self, name: str, calls: Sequence[CallView], kind: type[Loudspeaker], zones: Sequence[str] = ()
    ) -> tuple[list[Row], Wrong, float]:
        """Also everything that is wrong in it, and the 95th percentile of the waits over all these calls."""
        rows, wrong, waited = list[Row](), NOTHING, list[float]()
        for zone in zones or self.zones:
            here = of_zone(self._catalogue, calls, zone)
            spoken = kind(self._catalogue, self._phrases, self._length).live(here)
            found, own = wrongs(here, spoken), waits(here, spoken)
            said = len({one.call for one in spoken})
            figures = (f"{part(own, p):.1f}" for p in (0.5, 0.95, 1.0))
            rows.append((name, zone or "both", len(here), said, *found, *figures))
            wrong, waited = added((wrong, found)), waited + own
        return rows, wrong, part(waited, 0.95)


def added(wrongs: Iterable[Wrong]) -> Wrong:
    return Wrong(*(sum(each) for each in zip(*wrongs, strict=True)))


def show(claim: str, columns: Sequence[str], rows: Sequence[Row], shown: bool, *notes: str) -> bool:
    click.echo(as_text(Table(claim, columns, rows, notes)).rstrip())
    click.echo(f"{'Shown' if shown else 'NOT SHOWN'}: {claim}\n\n")
    return shown


def hours(catalogue: Catalogue, length: Length, seeds: Sequence[int]) -> Iterator[bool]:
    """The busiest hour of a Monday, for each seed, and the control that must be late."""
    lived, rows, wrong, late = Lived(catalogue, length), list[Row](), NOTHING, list[float]()
    every = {seed: peak_hour(catalogue, seed) for seed in seeds}
    for seed, hour in every.items():
        more, found, p95 = lived.rows(f"seed {seed}", hour, Loudspeaker)
        rows, wrong = rows + more, added((wrong, found))
        late.append(p95)
    a_minute = ", ".join(f"{len(hour) / 60:.1f}" for hour in every.values())
    p95s = ", ".join(f"{p95:.1f}" for p95 in late)
    yield show(
        "The peak hour: every call said once, in order, none over another, heard in time", COLUMNS, rows,
        wrong == NOTHING and max(late) < P95_MOST,
        f"calls a minute: {a_minute}; p95 from the call to its first word over both zones: {p95s} s,"
        f" of which each must be under {P95_MOST:g}.",
    )  # fmt: skip
    rows, _, p95 = lived.rows(f"seed {seeds[0]}", every[seeds[0]], Unhurried, ("",))
    yield show("Control: every call twice, one voice for both zones, must be late", COLUMNS, rows, p95 > P95_MOST)


def in_bursts(catalogue: Catalogue, length: Length, count: int, seed: int) -> Iterator[bool]:
    """In virtual time, and the controls in which what is looked for must be found."""
    lived, calls, name = Lived(catalogue, length), bursts(catalogue, count, seed), f"seed {seed}"
    rows, wrong, _ = lived.rows(name, calls, Loudspeaker)
    note = "up to twenty in the same moment; the waits are those of the bursts, not of a hall."
    claim = f"{count} calls in bursts: every one said, in order, none over another"
    yield show(claim, COLUMNS, rows, wrong == NOTHING, note)
    rows, wrong, _ = lived.rows(name, calls, AtOnce)
    yield show("Control: each said the moment it comes must overlap", COLUMNS, rows, wrong.overlapping > 0)
    rows, wrong, _ = lived.rows(name, calls, Forgetful)
    yield show("Control: one that forgets what comes while five wait must lose calls", COLUMNS, rows, wrong.lost > 0)


def by_a_hub(count: int, seed: int) -> Iterator[bool]:
    """The hub's call log against its spoken log."""
    columns = ("zone", "in the call log", "in the spoken log", *WRONGS)
    found = through_a_hub(CENTRE, count, seed)
    whole = sum(each.calls for each in found) >= count and added(each.wrong for each in found) == NOTHING
    note = f"seed {seed}; a hub, a board for each zone and 87 counters, up to twenty of them calling together."
    yield show(
        f"{count} calls in bursts through a hub: its spoken log is its call log", columns, told(found), whole, note
    )
    found = through_a_hub(CENTRE, GLANCED, seed, Glancing, within=GLANCED_WITHIN_S)
    claim = "Control: boards that look up only when they have said what they know must lose calls"
    yield show(claim, columns, told(found), sum(each.wrong.lost for each in found) > 0)


def when_lost() -> Iterator[bool]:
    """How soon a board says that its hub is away."""
    found = lost_links(CENTRE)
    claim = f"A lost hub is said within {SAID_MOST:g} seconds, and the board is back by itself"
    good = all(each.said <= SAID_MOST and each.back < WITHIN for each in found)
    columns = ("what happens", "said after s", "back s after the hub")
    rows: list[Row] = [(each.how, f"{each.said:.1f}", f"{each.back:.2f}") for each in found]
    yield show(claim, columns, rows, good)
    control = trusting(CENTRE)
    late = [(control.how, f"{control.said:.1f}", "")]
    yield show(
        "Control: a board that believes what it was told must not say it", columns, late, control.said > SAID_MOST
    )


def told(found: Iterable[Found]) -> list[Row]:
    return [(each.zone, each.calls, each.said, *each.wrong) for each in found]


@click.command()
@click.option("--calls", "count", type=click.IntRange(1), default=1_000, show_default=True, help="Calls in bursts.")
@click.option("--hours", "many", type=click.IntRange(1), default=6, show_default=True, help="Peak hours, a seed each.")
@click.option("--seed", type=int, default=SEED, show_default=True)
@click.option("--quick", is_flag=True, help="Virtual time only, and the lengths of sentences by a rule.")
@click.option("--real", type=click.IntRange(1), default=12, show_default=True, help="Calls in real time.")
def main(count: int, many: int, seed: int, quick: bool, real: int) -> None:
    """What was said against what was called: in virtual time, in real time, and through a hub; and a lost hub."""
    if not quick and not shutil.which(PROGRAM):
        raise click.ClickException(f"{PROGRAM} is not installed; with --quick no sentence is measured")
    catalogue, length = load_centre(CENTRE), by_rule if quick else measured
    shown = [*hours(catalogue, length, range(seed, seed + many)), *in_bursts(catalogue, length, count, seed)]
    if not quick:
        text, good = in_real_time(catalogue, real, seed)
        click.echo(f"{text}\n{'Shown' if good else 'NOT SHOWN'}: in real time\n\n")
        shown += [good, *by_a_hub(count, seed), *when_lost()]
    click.echo(f"{sum(shown)} of {len(shown)} shown")
    if not all(shown):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
