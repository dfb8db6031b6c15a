"""`suyana report`, `proof`, `generate-day`, `replay` and `staffing`: what happened, and what could have."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from shared.options import centre_option, needed_centre_file, read_date, usual_store

if TYPE_CHECKING:
    from shared.store.history import History


store_option = click.option(
    "--store", type=click.Path(path_type=Path), metavar="FILE", help="The store of this centre, whose copy is read."
)
copy_option = click.option(
    "--copy", type=click.Path(path_type=Path), metavar="FILE", help="This file, instead of the newest verified copy."
)
csv_option = click.option("--csv", type=click.Path(path_type=Path), metavar="FILE", help="The table as CSV, too.")
seed_option = click.option("--seed", default=1, show_default=True, help="The same seed makes the same day.")
day_option = click.option(
    "--day",
    default="2026-11-24",
    show_default=True,
    metavar="DATE",
    help="Its weekday decides hours and demand; a Tuesday is an ordinary day.",
)


def history(store: Path | None, copy: Path | None) -> History:
    """Where past days are read. Raises StoreError."""
    from shared.store.history import History

    return History(copy) if copy else History.of(store or usual_store())


@click.command()
@click.argument("period", metavar="DAY|MONTH")
@click.option("--by", default="", metavar="GROUP", help="Only by centre, class, entity, queue, service, hour, ...")
@csv_option
@store_option
@copy_option
def report(period: str, by: str, csv: Path | None, store: Path | None, copy: Path | None) -> None:
    """The indicators of a day (2026-11-24) or a month (2026-11): waits, ANS, no-shows, promises kept."""
    from figures.reporting import day_report, month_report
    from shared.domain.indicators import GROUPINGS

    if by and by not in GROUPINGS:
        raise click.UsageError(f"there is no group {by!r}: there are {', '.join(GROUPINGS)}")
    month = len(period) == len("2026-11")
    of = read_date(f"{period}-01" if month else period)
    if not month and by in ("day", "month"):
        raise click.UsageError(f"a single day is not split by {by}")
    with history(store, copy) as past:
        text = month_report(past, of.year, of.month, by, csv) if month else day_report(past, of, by, csv)
    click.echo(text)


@click.command()
@click.argument("day", required=False, default="", metavar="[DAY]")
@csv_option
@store_option
@copy_option
def proof(day: str, csv: Path | None, store: Path | None, copy: Path | None) -> int:
    """The statement on preferential attention of a day (2026-11-24; the last one closed without it), in Spanish.

    Proves from the events alone that no ordinary ticket was called by the system before a preferential one that waited
    at a counter able to attend it, and lists every exception with who and why. Exit status 1 where there is a fault.
    """
    from figures.proving import day_proof

    of = read_date(day) if day else None
    with history(store, copy) as past:
        text, faults = day_proof(past, of, csv)
    click.echo(text)
    return 1 if faults else 0


@click.command("generate-day")
@centre_option
@seed_option
@day_option
@click.option("--factor", default=1.0, show_default=True, type=click.FloatRange(0, 20), help="On the day's demand.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", required=True, help="Where the trace goes.")
def generate_day(centre: Path | None, seed: int, day: str, factor: float, out: Path) -> None:
    """Makes a realistic day from the centre file: who comes when and for what, and how long each takes."""
    from figures.generating import write_day

    click.echo(write_day(needed_centre_file(centre), read_date(day), seed, factor, out))


@click.command()
@click.argument("day", metavar="DAY|TRACE")
@click.option(
    "--policy",
    "policies",
    multiple=True,
    metavar="[QUEUE=]POLICY",
    help="legal, fcfs, 'ratio 3:1', ... for all queues; 'PJ=fcfs; BN=ratio 3:1' for some (often)",
)
@click.option("--counters", multiple=True, metavar="QUEUE=N", help="So many counters for a queue, such as PJ=3 (often)")
@click.option("--picture", type=click.Path(path_type=Path), metavar="FILE", help="The comparison as a PNG, too.")
@csv_option
@centre_option
@store_option
@copy_option
def replay(
    day: str,
    policies: tuple[str, ...],
    counters: tuple[str, ...],
    picture: Path | None,
    csv: Path | None,
    centre: Path | None,
    store: Path | None,
    copy: Path | None,
) -> None:
    """Lives a day again under other rules or with other counters, and puts the ways side by side.

    DAY is a past day of this centre (2026-11-24), read from a verified copy of its store; TRACE is a file that
    generate-day wrote.
    """
    from figures.replaying import Wanted, compare, read_counters, recorded_day, traced_day

    wanted = Wanted(policies, read_counters(counters), csv, picture)
    if Path(day).is_file():
        lived = traced_day(Path(day), needed_centre_file(centre))
    elif not day[:4].isdecimal():
        raise click.UsageError(f"there is no trace {day!r}, and a day is written as 2026-11-24")
    else:
        with history(store, copy) as past:
            lived = recorded_day(past, read_date(day))
    click.echo(compare(lived, wanted))


@click.command()
@centre_option
@seed_option
@day_option
@click.option("--target", default=80, show_default=True, type=click.IntRange(1, 99), help="Per cent within the ANS.")
@click.option("--days", default=5, show_default=True, type=click.IntRange(1, 50), help="How many days are lived.")
def staffing(centre: Path | None, seed: int, day: str, target: int, days: int) -> None:
    """How many counters each queue needs: by Erlang C, and by living a generated day again, side by side."""
    from figures.staffing import staffing_text

    click.echo(staffing_text(needed_centre_file(centre), read_date(day), seed, days, target / 100))
