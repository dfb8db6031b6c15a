"""`suyana office`: the program, and what the office's people do with its centres."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from sync.office.down_command import appointments, catalogue, notices, software
from sync.office.import_command import import_parcels
from sync.office.options import database_of, database_option, opened, usual

pem = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.group(invoke_without_command=True)
@database_option
@click.option(
    "--key", type=click.Path(path_type=Path), metavar="FILE", help="The office's key; made when it is not there."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=7272, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
@click.option("--certificate", type=pem, metavar="FILE", help="For TLS: its certificate chain (PEM).")
@click.option("--certificate-key", type=pem, metavar="FILE", help="For TLS: the key of the certificate (PEM).")
@click.option("--clock", default="", hidden=True, metavar="START[,RATE[,UNTIL]]", help="A clock for trying things out.")
@click.option("--no-count", is_flag=True, help="Receive only; another office on this database keeps the figures.")
@click.pass_context
def office(
    context: click.Context,
    database: str,
    key: Path | None,
    host: str,
    port: int,
    certificate: Path | None,
    certificate_key: Path | None,
    clock: str,
    no_count: bool,
) -> int:
    """The central office: receives the records of the centres, each exactly once, and shows them."""
    context.obj = database
    if context.invoked_subcommand:
        return 0
    from shared.hub.clock import read_pretence
    from sync.office.__main__ import OfficeOptions, main
    from sync.office.counting import PERU
    from sync.office.server import Certificate

    if bool(certificate) != bool(certificate_key):
        raise click.UsageError("--certificate and --certificate-key belong together")
    pretence = read_pretence(clock, PERU) if clock else None
    both = Certificate(certificate, certificate_key) if certificate and certificate_key else None
    return main(
        OfficeOptions(database_of(database), key or usual("office.key"), host, port, both, not no_count, pretence)
    )


@office.command()
@click.argument("centre")
@database_option
@click.pass_obj
def enrol(before: str, centre: str, database: str) -> None:
    """Gives out a code by which CENTRE becomes known here: for one day, and once."""
    from sync.office.store.enrolled import Enrolments

    with opened(database or before) as store:
        code = Enrolments(store).new(centre, datetime.now(UTC))
    click.echo(code)


@office.command()
@click.argument("centre")
@database_option
@click.pass_obj
def revoke(before: str, centre: str, database: str) -> None:
    """Takes nothing more from CENTRE until it is enrolled anew."""
    from sync.office.store.enrolled import Enrolments

    with opened(database or before) as store:
        known = Enrolments(store).revoke(centre, datetime.now(UTC))
    if not known:
        raise click.UsageError(f"centre {centre!r} is not enrolled here")
    click.echo(f"Nothing more is taken from centre {centre}")


@office.command()
@database_option
@click.pass_obj
def count(before: str, database: str) -> None:
    """Counts the figures of all days that have changed, and ends."""
    from sync.office.store.recounting import Recounting

    with opened(database or before) as store:
        days = Recounting(store).all()
    click.echo(f"Figures of {days} days of centres counted")


@office.command()
@click.argument("centre")
@click.argument("department")
@click.option("--at", type=(float, float), metavar="LATITUDE LONGITUDE", help="Where exactly; else in its capital.")
@database_option
@click.pass_obj
def place(before: str, centre: str, department: str, at: tuple[float, float] | None, database: str) -> None:
    """Says that CENTRE is in DEPARTMENT, for the map."""
    from sync.office.departments import CAPITALS, place_of
    from sync.office.store.places import Places

    where = place_of(department, at)
    if where is None:
        names = ", ".join(capital.department for capital in CAPITALS)
        raise click.UsageError(f"no department is called {department!r}; there are {names}")
    with opened(database or before) as store:
        Places(store).put(centre, where)
    click.echo(f"Centre {centre} is in {where.department}, at {where.latitude} {where.longitude}")


@office.group()
def key() -> None:
    """The keys by which others ask the office."""


@key.command()
@click.argument("name")
@click.option("--per-minute", default=120, show_default=True, type=click.IntRange(1, 100_000), help="Requests allowed.")
@database_option
@click.pass_obj
def create(before: str, name: str, per_minute: int, database: str) -> None:
    """Gives NAME a key, told this once; one that it had counts no more."""
    from sync.office.store.consumers import Consumers

    with opened(database or before) as store:
        click.echo(Consumers(store).new(name, per_minute, datetime.now(UTC)))


@key.command("list")
@database_option
@click.pass_obj
def list_keys(before: str, database: str) -> None:
    """Who has a key, since when, and whether it still counts."""
    from sync.office.store.consumers import Consumers

    with opened(database or before) as store:
        for each in Consumers(store).all():
            ended = f", revoked {each.revoked_at:%Y-%m-%d}" if each.revoked_at else ""
            click.echo(f"{each.name}  {each.per_minute} a minute, since {each.created_at:%Y-%m-%d}{ended}")


@key.command("revoke")
@click.argument("name")
@database_option
@click.pass_obj
def revoke_key(before: str, name: str, database: str) -> None:
    """The key of NAME counts no more, from now on."""
    from sync.office.store.consumers import Consumers

    with opened(database or before) as store:
        known = Consumers(store).revoke(name, datetime.now(UTC))
    if not known:
        raise click.UsageError(f"nobody called {name!r} has a key that counts")
    click.echo(f"The key of {name} counts no more")


for each_command in (catalogue, notices, software, appointments, import_parcels):
    office.add_command(each_command)


@office.command("spread")
@click.argument("nodes", nargs=-1, required=True)
@database_option
@click.pass_obj
def spread_nodes(before: str, nodes: tuple[str, ...], database: str) -> None:
    """Makes an empty PostgreSQL the country's database over NODES, the offices' databases: for reading only."""
    from sync.office.store import StoreUnusable
    from sync.office.store.spreading import spread

    try:
        spread(database_of(database or before), nodes)
    except StoreUnusable as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Reads what {len(nodes)} nodes have. Start the office over it with --no-count")
