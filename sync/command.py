"""`suyana sync`: the program, and what a person asks of it."""

from __future__ import annotations

from pathlib import Path

import click
import platformdirs

from shared.options import centre_option, hub_option, identity_option, needed_centre_file

folder_option = click.option(
    "--enrolment",
    "folder",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Where this centre's key and its office are kept, instead of the usual place.",
)
authority_option = click.option(
    "--authority",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Who vouches for the office's certificate (PEM), instead of the machine's own authorities.",
)


def usual_folder() -> Path:
    return platformdirs.user_data_path("suyana", appauthor=False) / "office"


@click.group(invoke_without_command=True)
@hub_option
@identity_option
@folder_option
@authority_option
@click.option("--office", default="", metavar="URL", help="Where the office is now, instead of where it was enrolled.")
@click.option(
    "--media",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="The media folder of the centre's boards, into which the office's notices go.",
)
@click.pass_context
def sync(
    context: click.Context,
    hub: str,
    identity: Path | None,
    folder: Path | None,
    authority: Path | None,
    office: str,
    media: Path | None,
) -> int:
    """Carries attention records to the central office, each exactly once, and what it says down to the centre."""
    if context.invoked_subcommand:
        return 0
    from shared.lan.identity import usual_folder as usual_identity
    from sync.__main__ import SyncOptions, main

    return main(
        SyncOptions(hub, identity or usual_identity("sync-1"), folder or usual_folder(), office, authority, media)
    )


@sync.command()
@centre_option
@folder_option
@authority_option
@click.option("--office", default="", metavar="URL", help="The office, instead of the centre file's.")
@click.option("--code", prompt="The code that the office gave out", help="Asked for when it is not given.")
def enrol(centre: Path | None, folder: Path | None, authority: Path | None, office: str, code: str) -> None:
    """Makes this centre known to its office, by a code that the office gave out. Once is enough."""
    from sync.membership import Membership

    catalogue = needed_centre_file(centre)
    url = office or catalogue.office.url
    if not url:
        raise click.UsageError("no office: name it with --office URL, or as office.url in the centre file")
    known = Membership(folder or usual_folder()).enrol(url, catalogue.id, code, authority)
    click.echo(f"Centre {catalogue.id} is enrolled at {known.url}; the office signs with {known.public}")


@sync.command()
@folder_option
def status(folder: Path | None) -> int:
    """What waits for the office and since when, how fast the line is, what was put aside, what came down.

    Ends with 1 where sync does not run, or nothing is sent until a person has looked.
    """
    from datetime import UTC, datetime

    import msgspec

    from sync.progress import read_status
    from sync.status import is_running, lines

    place = folder or usual_folder()
    try:
        found = read_status(place)
    except msgspec.DecodeError as error:
        raise click.UsageError(f"what sync left in {place} cannot be read: {error}") from None
    if found is None:
        click.echo(f"sync has not run here yet: nothing is in {place}")
        return 1
    now = datetime.now(UTC)
    for line in lines(found, now):
        click.echo(line)
    return 0 if is_running(found, now) and found.line.state != "stopped" else 1


@sync.command()
@hub_option
@identity_option
@folder_option
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--all", "everything", is_flag=True, help="Also what the office has by what it said last.")
def export(hub: str, identity: Path | None, folder: Path | None, file: Path, everything: bool) -> int:
    """Writes what the office has not got into a signed FILE, to be carried to it on a stick.

    May be stopped with Ctrl-C, and is then not there. What the office has got meanwhile does no harm in it.
    """
    from shared.lan.client import HubAway, HubRefused
    from shared.lan.discovery import places_of
    from shared.lan.identity import Identity, usual_folder as usual_identity
    from sync.bar import bar
    from sync.exporting import export
    from sync.membership import Membership
    from sync.outbox import Differs, LogBehind
    from sync.progress import read_status

    place = folder or usual_folder()
    membership = Membership(place)
    membership.office()
    known = None if everything else read_status(place)
    me = Identity.load(identity or usual_identity("sync-1"))
    try:
        with places_of(hub, me) as places, bar(str(file)) as tell:
            done = export(places, me, membership.key(), file, known, tell)
            tell(1.0)
    except KeyboardInterrupt:
        click.echo(f"stopped: {file} was not written", err=True)
        return 130
    except (HubAway, HubRefused, LogBehind, Differs) as error:
        click.echo(f"{file} was not written: {error}", err=True)
        return 1
    click.echo(f"{done.records} records of the events {done.since + 1} to {done.until} are in {file}")
    return 0
