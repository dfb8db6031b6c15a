"""`python -m installers.faultlab [ROW ...]`, or `make faultlab ROWS="powercuts disk"`. Ctrl-C ends it early."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from installers.faultlab.lab import Shown, run_row
from installers.faultlab.row import Row, Scale
from installers.faultlab.rows import ROWS, chosen
from shared.reports.table import Table, as_text

OUT = Path("out") / "faultlab"
COLUMNS = ("row", "figure", "control (must fail)", "seed", "seconds", "shown")


@click.command()
@click.argument("rows", nargs=-1, metavar="[ROW ...]")
@click.option("--seed", default=1, show_default=True, help="The same seed makes the same faults.")
@click.option("--scale", type=click.Choice([scale.value for scale in Scale]), default="full", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), default=OUT, show_default=True, help="What failures leave.")
@click.option("--list", "listed", is_flag=True, help="Only say which rows there are and what each claims.")
def main(rows: tuple[str, ...], seed: int, scale: str, out: Path, listed: bool) -> None:
    """Breaks things on purpose, and shows in numbers that nothing is lost and nobody is let in."""
    try:
        wanted = chosen(rows)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    if listed:
        width = max(len(row.name) for row in ROWS)
        click.echo("\n".join(f"{row.name.ljust(width)}  {row.claim}" for row in wanted))
        return
    shown: list[Shown] = []
    try:
        for row in wanted:
            shown.append(_show(row, seed, Scale(scale), out))
    except KeyboardInterrupt:
        click.echo(f"\n{_table(shown)}\n\nStopped: {len(wanted) - len(shown)} rows were not run.")
        raise SystemExit(130) from None
    click.echo(f"\n{_table(shown)}")
    failed = [each for each in shown if not each.good]
    for each in failed:
        click.echo(f"\nNOT SHOWN: {each.row.name}: {each.row.claim}")
        click.echo("\n".join(f"  {detail}" for detail in each.found.details[:20]))
        click.echo(f"  kept in {each.kept}" if each.kept else "  nothing was run")
    raise SystemExit(1 if failed else 0)


def _show(row: Row, seed: int, scale: Scale, out: Path) -> Shown:
    click.echo(f"{row.name}: {row.claim} (seed {seed})")
    with click.progressbar(length=row.steps(scale), label=f"  {row.name}", file=sys.stderr) as bar:
        shown = run_row(row, seed, scale, out, bar.update)
    click.echo(f"  {shown.found.figure}\n  control: {shown.control.figure}")
    return shown


def _table(shown: list[Shown]) -> str:
    rows = [
        (each.row.name, each.found.figure, each.control.figure, each.seed, each.seconds, "yes" if each.good else "NO")
        for each in shown
    ]
    return as_text(Table("Fault lab", COLUMNS, rows))


if __name__ == "__main__":
    main()
