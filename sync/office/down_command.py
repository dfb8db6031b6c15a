"""What the office's people say to the centres, by command: catalogue, appointments, notices, the program's version."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from sync.office.options import database_option, opened

if TYPE_CHECKING:
    from sync.down import Kind
    from sync.office.store import OfficeStore

file_argument = click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), required=False)
for_option = click.option(
    "--for", "centre", default="", metavar="CENTRE", help="For this centre only; its own goes first."
)
withdraw_option = click.option(
    "--withdraw", is_flag=True, help="There is none any more; for a centre, what is for all."
)
since_option = click.option("--since", default="", metavar="DAY", help="In force from this day on, not before.")


def _said(
    database: str, kind: Kind, centre: str, since: str, *, withdraw: bool, read: Callable[[OfficeStore], bytes]
) -> None:
    """Put the next edition of a kind, or take away what there is. Raises click.UsageError."""
    from shared.options import read_date
    from sync.office.store.editions import Editions

    where = f"centre {centre}" if centre else "all centres"
    begins: date | None = read_date(since) if since else None
    with opened(database) as store:
        editions = Editions(store)
        if withdraw:
            if not editions.withdraw(kind, centre):
                raise click.UsageError(f"there is no {kind.value} for {where}")
            click.echo(f"No {kind.value} for {where} any more")
            return
        made = editions.put(kind, centre, read(store), begins, datetime.now(UTC))
    click.echo(f"{kind.value} {made.version} for {where}: {made.size} bytes, {made.digest[:12]}")


def _needed(file: Path | None, what: str) -> Path:
    if file is None:
        raise click.UsageError(f"name {what}, or --withdraw")
    return file


@click.command()
@file_argument
@for_option
@since_option
@withdraw_option
@database_option
@click.pass_obj
def catalogue(before: str, file: Path | None, centre: str, since: str, withdraw: bool, database: str) -> None:
    """Says names, fees, requirements and ANS limits to the centres, by a TOML FILE with what it says and no more."""
    import msgspec

    from shared.domain.centre_file import CentreFileError
    from shared.domain.centre_file.template import read_template
    from sync.down import Kind

    def read(_store: OfficeStore) -> bytes:
        path = _needed(file, "the file of the catalogue")
        try:
            return msgspec.json.encode(read_template(path.read_text(encoding="utf-8-sig"), str(path)))
        except (CentreFileError, OSError, UnicodeDecodeError) as error:
            raise click.UsageError(str(error)) from None

    _said(database or before, Kind.CATALOGUE, centre, since, withdraw=withdraw, read=read)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), required=False)
@for_option
@withdraw_option
@database_option
@click.pass_obj
def notices(before: str, folder: Path | None, centre: str, withdraw: bool, database: str) -> None:
    """Sends the notices and media of a FOLDER with its schedule.toml to the boards of the centres."""
    import msgspec

    from sync.down import Kind
    from sync.office.notices import NoticeMistakes, read_notices
    from sync.office.store.editions import Editions

    def read(store: OfficeStore) -> bytes:
        try:
            found, bodies = read_notices(_needed(folder, "the folder of the notices"))
        except NoticeMistakes as error:
            raise click.UsageError(str(error)) from None
        for body in bodies:
            Editions(store).put_media(body)
        return msgspec.json.encode(found)

    _said(database or before, Kind.NOTICES, centre, "", withdraw=withdraw, read=read)


@click.command()
@click.argument("version", required=False)
@for_option
@withdraw_option
@database_option
@click.pass_obj
def software(before: str, version: str | None, centre: str, withdraw: bool, database: str) -> None:
    """Says which VERSION of Suyana the centres should have. They show it; nothing is ever installed by itself."""
    import msgspec

    from sync.down import Kind, Software

    def read(_store: OfficeStore) -> bytes:
        try:
            return msgspec.json.encode(msgspec.convert({"wanted": version}, Software))
        except msgspec.ValidationError:
            raise click.UsageError("name a version such as 0.2.0, or --withdraw") from None

    _said(database or before, Kind.SOFTWARE, centre, "", withdraw=withdraw, read=read)


@click.command()
@click.argument("centre")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--instead", is_flag=True, help="Their slots replace those known of the same codes.")
@click.option("--zone", default="America/Lima", show_default=True, help="In which the hours of the file are.")
@database_option
@click.pass_obj
def appointments(before: str, centre: str, file: Path, instead: bool, zone: str, database: str) -> None:
    """Hands the appointments of a FILE (code, service, slot) down to CENTRE, and nothing about anybody."""
    from shared.domain.appointment_file import AppointmentFileError, read_appointments
    from sync.office.store.appointments import AppointmentTable
    from sync.office.store.live import LiveTable

    with opened(database or before) as store:
        known = LiveTable(store).offered(centre)
        services = {each.code for each in known.offered.services} if known else None
        try:
            text = file.read_text(encoding="utf-8-sig")
            found = read_appointments(text, str(file), ZoneInfo(known.offered.zone if known else zone), services)
        except (AppointmentFileError, OSError, UnicodeDecodeError) as error:
            raise click.UsageError(str(error)) from None
        changed = AppointmentTable(store).put(centre, found, datetime.now(UTC), instead=instead)
    if known is None:
        click.echo(f"centre {centre} has not said yet which services it offers: they were not checked", file=sys.stderr)
    click.echo(f"{len(found)} appointments of centre {centre}, {changed} of them changed")
