"""`suyana hub`: the program, and what an administrator does on its console."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shared.hub.options import hub_here, hub_store_option
from shared.options import centre_option, hub_option, needed_centre_file, usual_centre_file, usual_store

if TYPE_CHECKING:
    from shared.domain.roles import DeviceRole


@click.group(invoke_without_command=True)
@centre_option
@hub_store_option
@click.option("--host", default="0.0.0.0", show_default=True, help="The address to listen on.")
@click.option("--port", default=None, type=click.IntRange(1, 65535), help="The port to listen on.  [default: 7171]")
@click.option("--no-advertise", is_flag=True, help="Do not tell on the network where the hub is.")
@click.option("--trust-clock", is_flag=True, help="This machine's clock is right, however long the centre was shut.")
@click.option("--clock", default="", hidden=True, metavar="START[,RATE[,UNTIL]]", help="A clock for trying things out.")
@click.option("--demo-pin", default="", hidden=True, metavar="PIN", help="Of everybody without one; on loopback only.")
@click.option("--no-limits", is_flag=True, hidden=True, help="Do not limit how fast a device asks: for measuring.")
@click.pass_context
def hub(
    context: click.Context,
    centre: Path | None,
    store: Path | None,
    host: str,
    port: int | None,
    no_advertise: bool,
    trust_clock: bool,
    clock: str,
    demo_pin: str,
    no_limits: bool,
) -> None:
    """The hub of a centre: owns the store, decides every order, and tells everybody what they are shown."""
    if context.invoked_subcommand:
        return
    from shared.hub.__main__ import HubOptions, main
    from shared.hub.clock import read_pretence
    from shared.hub.limits import OFF, Limits
    from shared.lan.messages import DEFAULT_PORT
    from shared.printing.logo import with_logo

    catalogue = with_logo(needed_centre_file(centre), usual_centre_file(centre).parent)
    pretence = read_pretence(clock, catalogue.timezone) if clock else None
    place = store or usual_store(), host, port or DEFAULT_PORT
    limits = OFF if no_limits else Limits()
    main(HubOptions(catalogue, *place, not no_advertise, pretence, limits, trust_clock, demo_pin))


def known_role(name: str) -> DeviceRole:
    from shared.domain.roles import PAIRED_ROLES

    known = {role.value: role for role in PAIRED_ROLES}
    if name not in known:
        raise click.UsageError(f"there is no role {name!r}: there are {', '.join(known)}")
    return known[name]


@hub.command()
@centre_option
@hub_store_option
@hub_option
@click.option(
    "--role", required=True, metavar="ROLE", help="kiosk, counter, board, orientator, supervisor, sync or pages."
)
@click.option("--device", default="", metavar="NAME", help="Its name in the centre.  [default: ROLE-1]")
@click.option("--counter", default=0, metavar="N", help="Of a counter's device, its counter; without it, any.")
@click.option("--zone", default="", help="Of a board, its part of the hall; without it, all.")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", required=True, help="Where the identity goes.")
def identity(
    centre: Path | None,
    store: Path | None,
    hub: str,
    role: str,
    device: str,
    counter: int,
    zone: str,
    out: Path,
) -> None:
    """Writes key and certificate for a program that is not paired by a code: key.pem, certificate.pem, ca.pem.

    On the hub's machine, as the user of the hub. The folder is as good as the device: carry it safely, and remove it.
    """
    from shared.hub.console import write_identity
    from shared.hub.trust import Trust

    paired_as = known_role(role)
    trust = Trust.of_store(store or usual_store(), needed_centre_file(centre).id)
    device = device or f"{role}-{counter or 1}"
    there = write_identity(trust, hub_here(hub), out, paired_as, device, counter, zone)
    when = "the hub knows it" if there else "the hub will know it when it starts, or within a minute"
    click.echo(f"{device} has its identity in {out}: {when}")


@hub.command("pair")
@centre_option
@hub_store_option
@hub_option
@click.option(
    "--role", required=True, metavar="ROLE", help="kiosk, counter, board, orientator, supervisor, sync or pages."
)
@click.option("--device", default="", metavar="NAME", help="Its name, in place of a device of that name.")
@click.option("--counter", default=0, metavar="N", help="Of a counter's device, its counter.")
@click.option("--zone", default="", help="Of a board, its part of the hall; without it, all.")
def pair_here(
    centre: Path | None, store: Path | None, hub: str, role: str, device: str, counter: int, zone: str
) -> int:
    """Shows a code, on the hub's machine, with which one device is paired within two minutes.

    The first time it also copies the centre's key, and asks who is the first supervisor and for their PIN.
    """
    from shared.domain.commands import StartPairing
    from shared.hub.pairing_console import at_console
    from shared.hub.trust import Trust

    catalogue = needed_centre_file(centre)
    trust = Trust.of_store(store or usual_store(), catalogue.id)
    order = StartPairing(known_role(role), counter, zone, device)
    return at_console(trust, hub_here(hub), catalogue, order, may_ask=sys.stdin.isatty())


@hub.command("supervisor")
@centre_option
@hub_store_option
@hub_option
@click.argument("person")
def first_supervisor_here(centre: Path | None, store: Path | None, hub: str, person: str) -> int:
    """Gives a supervisor of the centre file a PIN: the first one, or the way back in when all are locked out.

    PERSON is the id in the centre file. The PIN is asked for, and shown nowhere.
    """
    from shared.hub.supervisor_console import give_pin
    from shared.hub.trust import Trust
    from shared.lan.client import HubAway, HubRefused

    trust = Trust.of_store(store or usual_store(), needed_centre_file(centre).id)
    try:
        give_pin(trust, hub_here(hub), person)
    except HubAway as error:
        click.echo(f"the hub is not running on this machine, or elsewhere than it is looked for: {error}", err=True)
        return 1
    except HubRefused as error:
        click.echo(str(error), err=True)
        return 2
    return 0


@hub.command("restore-key")
@hub_store_option
@click.argument("copy", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def restore_key_here(store: Path | None, copy: Path) -> None:
    """Puts the centre's key back from its copy (ca-copy.pem), with the passphrase that was shown at set-up."""
    from shared.hub.key_copy import restore_key

    folder = (store or usual_store()).parent / "trust"
    restore_key(copy, click.prompt("Passphrase", hide_input=True), folder)
    click.echo(f"the key of the centre is back in {folder}")
