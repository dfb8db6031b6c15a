"""`python -m installers.bench [ROW or PART ...]`, or `make bench ROWS="latency office"`. Ctrl-C ends it early.

Without a name it is the hall's rows, which take less than twenty minutes; the other parts are phones and office.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path
from time import monotonic

import click

from installers.bench.machine import facts
from installers.bench.row import Bench, Measured, Row
from installers.bench.rows import ROWS, chosen
from shared.reports.table import Table, as_text

OUT = Path("out") / "bench"
COLUMNS = ("row", "what", "found", "to reach", "flush", "reached")


@click.command()
@click.argument("rows", nargs=-1, metavar="[ROW or PART ...]")
@click.option("--seed", default=1, show_default=True, help="The same seed makes the same orders.")
@click.option("--rounds", default=5, show_default=True, type=click.IntRange(1), help="Rounds of ours and the other.")
@click.option("--short", is_flag=True, help="A few seconds a row: whether it runs, not how quick anything is.")
@click.option("--out", type=click.Path(path_type=Path), default=OUT, show_default=True, help="Stores are built here.")
@click.option("--list", "listed", is_flag=True, help="Only say which rows there are.")
def main(rows: tuple[str, ...], seed: int, rounds: int, short: bool, out: Path, listed: bool) -> None:
    """Measures how quick Suyana is against bare opponents, in turns. Exit status 1 where a target is missed."""
    try:
        wanted = chosen(rows)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    if listed:
        width = max(len(row.name) for row in ROWS)
        click.echo("\n".join(f"{row.name.ljust(width)}  {row.claim}" for row in wanted))
        return
    out.mkdir(parents=True, exist_ok=True)
    click.echo("\n".join([*facts(out), f"seed {seed}, {rounds} rounds{', SHORT' if short else ''}"]))
    found: list[tuple[Row, Measured]] = []
    began = monotonic()
    try:
        for row in wanted:
            found += [(row, each) for each in _run(row, seed, rounds, out, full=not short)]
    except KeyboardInterrupt:
        click.echo(f"\n{_table(found)}\n\nStopped after {monotonic() - began:.0f} s.")
        raise SystemExit(130) from None
    click.echo(f"\n{_table(found)}\n\n{monotonic() - began:.0f} s in all")
    raise SystemExit(0 if all(each.reached for _, each in found) else 1)


def _run(row: Row, seed: int, rounds: int, out: Path, *, full: bool) -> list[Measured]:
    folder = out / "run" / row.name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    bench = Bench(seed, rounds, full, folder, out, lambda _: None)
    click.echo(f"{row.name}: {row.claim}")
    began = monotonic()
    with click.progressbar(length=row.steps(bench), label=f"  {row.name}", file=sys.stderr) as bar:
        bench.passed = bar.update
        found = row.run(bench)
    for each in found:
        click.echo(f"  {each.what}: {each.value:.3g}; {each.said}")
    click.echo(f"  {monotonic() - began:.0f} s")
    shutil.rmtree(folder, ignore_errors=True)
    return [_with_flush(each, bench.flush_ms) for each in found]


def _with_flush(measured: Measured, flush: float) -> Measured:
    return replace(measured, flush=flush)


def _table(found: list[tuple[Row, Measured]]) -> str:
    rows = [
        (
            row.name,
            each.what,
            f"{each.value:,.0f}" if each.value >= 100 else f"{each.value:.3g}",
            f"{'at least' if each.at_least else 'at most'} {each.limit:,g}",
            f"{each.flush:.2f} ms" if each.flush else "",
            "yes" if each.reached else "NO",
        )
        for row, each in found
    ]
    return as_text(Table("Bench", COLUMNS, rows))


if __name__ == "__main__":
    main()
