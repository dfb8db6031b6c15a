"""`python -m installers.calls_report`, or `make calls-report`: exit status 1 where something is not shown."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import click

from display_board.phrases import Phrases
from display_board.talker import PROGRAM
from installers.calls_report.controls import AtOnce, Forgetful, Unhurried
from installers.calls_report.hall import Loudspeaker, Wrong, waits, wrongs
from installers.calls_report.lengths import Length, by_rule, measured
from installers.calls_report.made import bursts, of_zone, peak_hour
from installers.calls_report.real import in_real_time
from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import load_centre
from shared.lan.views import CallView
from shared.reports.table import Cell, Table, as_text

CENTRE = Path(__file__).parents[1] / "centres" / "lima-norte.toml"
SEED = 20261123
P95_MOST = 15.0  # seconds from the call to its first word, in the peak hour
NOTHING = Wrong(0, 0, 0, 0)
COLUMNS = ("zone", "calls", "said", "lost", "doubled", "out of order", "overlapping", "p50 s", "p95 s", "longest s")


class Report:
    """Of one kind of calls: a row for each zone."""

    def __init__(self, catalogue: Catalogue, calls: Sequence[CallView], length: Length) -> None:
        self._catalogue, self._calls, self._length = catalogue, calls, length
        self._phrases = Phrases()

    def rows(self, kind: type[Loudspeaker], zones: Sequence[str]) -> tuple[list[tuple[Cell, ...]], Wrong, float]:
        """The table, everything that is wrong in it, and the 95th percentile over all its calls."""
        rows: list[tuple[Cell, ...]] = []
        all_wrong, all_waits = NOTHING, list[float]()
        for zone in zones:
            calls = of_zone(self._catalogue, self._calls, zone)
            spoken = kind(self._catalogue, self._phrases, self._length).live(calls)
            wrong, waited = wrongs(calls, spoken), sorted(waits(calls, spoken))
            said = len({one.call for one in spoken})
            figures = (f"{part(waited, p):.1f}" for p in (0.5, 0.95, 1.0))
            rows.append((zone or "all", len(calls), said, *wrong, *figures))
            all_wrong = Wrong(*(a + b for a, b in zip(all_wrong, wrong, strict=True)))
            all_waits += waited
        return rows, all_wrong, part(sorted(all_waits), 0.95)


def part(ordered: Sequence[float], share: float) -> float:
    """The value below which this share of them lies."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def zones_of(catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(dict.fromkeys(counter.zone for counter in catalogue.counters))


def show(name: str, found: tuple[list[tuple[Cell, ...]], Wrong, float], shown: bool, *notes: str) -> bool:
    click.echo(as_text(Table(name, COLUMNS, found[0], notes)))
    click.echo(f"\n{'Shown' if shown else 'NOT SHOWN'}: {name}\n\n")
    return shown


def virtual(catalogue: Catalogue, length: Length, count: int, seed: int) -> bool:
    """The peak hour, the bursts, and the controls that must fail."""
    zones = zones_of(catalogue)
    hour = peak_hour(catalogue, seed)
    peak, burst = Report(catalogue, hour, length), Report(catalogue, bursts(catalogue, count, seed), length)
    a_minute = f"{len(hour) / 60:.1f} calls a minute in {len(zones)} zones, seed {seed}"
    found = peak.rows(Loudspeaker, zones)
    good = show(
        "The peak hour", found, found[1] == NOTHING and found[2] < P95_MOST,
        f"{a_minute}; from the call to its first word p95 {found[2]:.1f} s, must be under {P95_MOST:g}.",
    )  # fmt: skip
    found = burst.rows(Loudspeaker, zones)
    notes = (f"{count} calls, up to twenty in the same moment; waits are those of the bursts, not of a hall.",)
    good &= show("Calls in bursts", found, found[1] == NOTHING, *notes)
    found = burst.rows(AtOnce, zones)
    good &= show("Control: each said the moment it comes must overlap", found, found[1].overlapping > 0)
    found = burst.rows(Forgetful, zones)
    good &= show("Control: one that forgets what comes while five wait must lose calls", found, found[1].lost > 0)
    found = peak.rows(Unhurried, ("",))
    good &= show("Control: every call twice, one voice for the hall, must be too late", found, found[2] > P95_MOST)
    return good


@click.command()
@click.option("--calls", "count", type=int, default=1_000, show_default=True, help="How many calls in bursts.")
@click.option("--seed", type=int, default=SEED, show_default=True)
@click.option("--quick", is_flag=True, help="The lengths of sentences by a rule, not measured on the speech engine.")
@click.option("--real", type=int, default=12, show_default=True, help="How many calls in real time; 0 for none.")
def main(count: int, seed: int, quick: bool, real: int) -> None:
    """The spoken log against the call log, in virtual time with measured sentences, then in real time."""
    if not quick and not shutil.which(PROGRAM):
        raise click.ClickException(f"{PROGRAM} is not installed; with --quick no sentence is measured")
    catalogue = load_centre(CENTRE)
    good = virtual(catalogue, by_rule if quick else measured, count, seed)
    if real and not quick:
        text, shown = in_real_time(catalogue, real, seed)
        click.echo(f"{text}\n\n{'Shown' if shown else 'NOT SHOWN'}: In real time\n")
        good &= shown
    if not good:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
