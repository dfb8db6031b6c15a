"""`suyana privacy`."""

from __future__ import annotations

from pathlib import Path

import click

from shared.hub.options import hub_here, hub_store_option
from shared.options import centre_option, hub_option, needed_centre_file, read_date, usual_store


@click.group()
def privacy() -> None:
    """What the person who answers for personal data needs. On the hub's machine; the statements are in Spanish."""


kind_option = click.option(
    "--kind", type=click.Choice(["dni", "ce"]), default="dni", show_default=True, help="DNI or carné de extranjería."
)


def _stated(centre: Path | None, store: Path | None, hub: str, kind: str, *, erase: bool) -> None:
    from installers.privacy.rights import statement
    from shared.hub.trust import Trust

    trust = Trust.of_store(store or usual_store(), needed_centre_file(centre).id)
    number = click.prompt("Number of the document", hide_input=True, err=True)
    click.echo(statement(trust, hub_here(hub), kind, number, erase=erase))


@privacy.command("ask")
@kind_option
@centre_option
@hub_store_option
@hub_option
def ask(kind: str, centre: Path | None, store: Path | None, hub: str) -> None:
    """Says what is kept today about whoever has a document: its tickets, on what ground, who looked.

    The number is asked for, and never stands on a command line. That it was asked is noted in the log, without it.
    """
    _stated(centre, store, hub, kind, erase=False)


@privacy.command("erase")
@kind_option
@centre_option
@hub_store_option
@hub_option
def erase(kind: str, centre: Path | None, store: Path | None, hub: str) -> None:
    """Erases now what is kept today about whoever has a document, and says what it was. Their tickets stay."""
    _stated(centre, store, hub, kind, erase=True)


@privacy.command("incident")
@click.argument("first", metavar="FROM")
@click.argument("last", metavar="TO")
@centre_option
@click.option("--store", type=click.Path(path_type=Path), metavar="FILE", help="The store, whose copy is read.")
@click.option("--copy", type=click.Path(path_type=Path), metavar="FILE", help="This file, instead of the newest copy.")
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="DIR", help="Where the tables go.")
def incident(first: str, last: str, centre: Path | None, store: Path | None, copy: Path | None, out: Path) -> None:
    """A report on an incident: numbers given, who looked, failed sign-ins, devices. From a day to a day, both included.

    Read from the newest verified copy; written as text and CSV.
    """
    from installers.privacy.incident import report
    from shared.store.history import History

    begins, ends = read_date(first), read_date(last)
    if ends < begins:
        raise click.UsageError(f"{last} is before {first}")
    with History(copy) if copy else History.of(store or usual_store()) as past:
        click.echo(report(past, needed_centre_file(centre), begins, ends, out))
