"""`suyana office import`: parcels that were carried here."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from sync.office.options import database_option, opened


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@database_option
@click.pass_obj
def import_parcels(before: str, files: tuple[Path, ...], database: str) -> int:
    """Takes the FILES that `suyana sync export` wrote, as if their records had come by the line.

    May be stopped with Ctrl-C: what was taken stays, and taking a file again does no harm. Ends with 1 where something
    was not taken.
    """
    from sync.bar import bar
    from sync.office.store import StoreFailed
    from sync.office.taking_parcels import take_parcel
    from sync.parcel import NoParcel

    wrong = False
    with opened(database or before) as store:
        for file in files:
            try:
                with bar(file.name) as tell:
                    done = take_parcel(store, file, datetime.now(UTC), tell)
            except (NoParcel, StoreFailed) as error:
                click.echo(f"{error}; what was whole before is taken", err=True)
                wrong = True
                continue
            except KeyboardInterrupt:
                click.echo(f"stopped in {file}: what was taken stays; take the file again to have the rest", err=True)
                return 130
            click.echo(f"{file}: {done.records} records, {done.stored} of them new, {len(done.parked)} put aside")
            for parked in done.parked:
                click.echo(f"  event {parked.seq}: {parked.reason}")
            for refused in done.refused:
                click.echo(refused, err=True)
            wrong = wrong or bool(done.refused)
    return 1 if wrong else 0
