"""`suyana doctor`, `appointments`, `restore`, `pair`, `slip` and `languages`."""

from __future__ import annotations

from pathlib import Path

import click

from shared.hub.options import console_folder, hub_here
from shared.options import centre_option, hub_option, identity_option, read_centre_file, usual_store


@click.command()
@centre_option
@hub_option
@identity_option
@click.option("--store", type=click.Path(path_type=Path), metavar="FILE", help="The store to look at.")
@click.option("--printer", default="", metavar="URL", help="The printer to ask, instead of the centre file's.")
def doctor(centre: Path | None, hub: str, identity: Path | None, store: Path | None, printer: str) -> int:
    """Says in plain words what is found on this machine and what is not."""
    from installers.doctor import main

    return main(read_centre_file(centre), hub, store or usual_store(), printer, identity or console_folder(store))


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--hub", default="", metavar="URL", help="Where the hub is; without it, on this machine.")
@identity_option
@click.option("--store", type=click.Path(path_type=Path), metavar="FILE", help="The store of the hub on this machine.")
@click.option("--instead", is_flag=True, help="Replace the slots known of these codes instead of adding to them.")
def appointments(file: Path, hub: str, identity: Path | None, store: Path | None, instead: bool) -> int:
    """Gives the hub the appointments of a CSV file: code, service, slot.

    As a supervisor's device, with --identity; without it as the console of the hub on this machine.
    """
    from installers.appointments import main

    return main(file, hub_here(hub), identity or console_folder(store), instead=instead)


@click.command()
@centre_option
@click.option("--store", type=click.Path(path_type=Path), metavar="FILE", help="The store to restore.")
@click.option("--place", type=click.Path(path_type=Path), metavar="DIR", help="Instead of the centre file's [copies].")
@click.option("--drill", is_flag=True, help="Only try, in a temporary place, and say in numbers what would be lost.")
def restore(centre: Path | None, store: Path | None, place: Path | None, drill: bool) -> int:
    """Makes the store again, from its newest whole copy and the log shipped since. The old one is set aside.

    --place is the folder of this very centre: where its copies and shipped logs are. A drill may be done while the
    hub runs; it ends with status 1 where something would be lost.
    """
    from installers.restore import main
    from shared.hub.keeping import second_place

    catalogue = None if place else read_centre_file(centre)
    return main(store or usual_store(), place or (second_place(catalogue) if catalogue else None), drill=drill)


@click.command()
@click.argument("device", metavar="NAME")
@hub_option
@identity_option
@click.option("--code", default="", metavar="CODE", help="Without it, it is asked for.")
def pair(device: str, hub: str, identity: Path | None, code: str) -> None:
    """Pairs this machine, once, by the code that supervisor or hub show: kiosk-1, counter-20, sync-1, ...

    NAME is the one that the program is started with (--device), and only says where its identity is kept.
    """
    from shared.lan.identity import usual_folder
    from shared.lan.pairing import pair as pair_device

    folder = identity or usual_folder(device)
    ours = pair_device(code or click.prompt("Code", err=True), folder, hub)
    click.echo(f"paired as {ours.device} ({ours.role.value}) of {ours.centre}; the identity is in {folder}")


@click.group(invoke_without_command=True)
@click.pass_context
def languages(context: click.Context) -> int:
    """Says which languages are there, how far each is, and who signed it.

    The centre's own packs lie in the folder `languages` beside the centre file, or where SUYANA_LANGUAGES says.
    """
    from installers.languages import tell
    from shared.languages.packs import Languages

    return tell(Languages()) if context.invoked_subcommand is None else 0


@languages.command("unreviewed")
@click.argument("tag")
def languages_unreviewed(tag: str) -> None:
    """Lists the texts of TAG that are shown with the Spanish, each with its source."""
    from installers.languages import unreviewed
    from shared.languages.packs import Languages

    for line in unreviewed(Languages(), tag):
        click.echo(line)


@languages.command("new")
@click.argument("tag")
@centre_option
def languages_new(tag: str, centre: Path | None) -> None:
    """Makes a pack of the centre's own for TAG, to be corrected with Qt Linguist, with the centre's names in it."""
    from installers.languages import make_own
    from shared.languages.packs import usual_folder

    click.echo(f"{make_own(tag, usual_folder(), read_centre_file(centre))}: correct texts.ts, then sign it")


@languages.command("sign")
@click.argument("pack", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--by", required=True, metavar="NAME", help="Who looked at it: name and certificate.")
@click.option("--on", default="", metavar="DATE", help="When; today without it.")
@click.option("--all", "everything", is_flag=True, help="All translated ones, not only what Linguist calls finished.")
def languages_sign(pack: Path, by: str, on: str, everything: bool) -> None:
    """Puts the name of a reviewer to the texts of the folder PACK; then they stand without the Spanish."""
    from datetime import date

    from installers.languages import sign
    from shared.options import read_date

    count = sign(pack, by, read_date(on) if on else date.today(), everything=everything)
    click.echo(f"{count} texts signed by {by}")


@click.group()
def slip() -> None:
    """The centre's slips: how they look is said in [slip] of the centre file."""


@slip.command()
@centre_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("out/slips"),
    show_default=True,
    metavar="DIR",
    help="Where the pictures go.",
)
@click.option("--language", "languages", multiple=True, metavar="TAG", help="es, quz, ... Several, by naming it again.")
def preview(centre: Path | None, out: Path, languages: tuple[str, ...]) -> int:
    """Pictures of the slips as paper, one dot a pixel: a ticket, a copy, requirements; for 576 and 384 dots."""
    from datetime import UTC, datetime

    from installers.slip_preview import main
    from shared.domain.languages.tags import LANGUAGES, canonical
    from shared.options import needed_centre_file, usual_centre_file

    for tag in languages:
        if canonical(tag) not in LANGUAGES:
            raise click.UsageError(f"no language is called {tag!r}: there are {', '.join(LANGUAGES)}")
    known = tuple(canonical(tag) for tag in languages)
    return main(needed_centre_file(centre), usual_centre_file(centre).parent, out, known, datetime.now(UTC))
