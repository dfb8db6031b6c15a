"""The console of the hub's machine while a device is paired: the code, a countdown, and how it ended."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from shared.domain.catalogue import Catalogue
from shared.domain.commands import StartPairing
from shared.hub.console import pair_device
from shared.hub.key_copy import COPY, new_passphrase, write_copy
from shared.hub.supervisor_console import make_first
from shared.hub.trust import Trust
from shared.lan.client import HubAway, HubRefused
from shared.lan.views import PairingView

ENDED = {
    "paired": "{device} is paired.",
    "burnt": "The code was used up by {by}, and nobody was paired: begin again, and look who else is on this network.",
    "expired": "The code was not used within two minutes: begin again.",
    "cancelled": "The pairing was cancelled, or another one was begun.",
}


def at_console(trust: Trust, hub: str, catalogue: Catalogue, order: StartPairing, *, may_ask: bool = False) -> int:
    """The first time it keeps the copy of the key and makes the first supervisor. Returns 0 when the device was paired.

    may_ask: somebody sits at this console.
    """
    keep_copy(trust)
    last: list[PairingView] = []

    def tell(view: PairingView, now: datetime) -> None:
        if not last:
            code = f"{view.code[:4]} {view.code[4:]}"
            click.echo(f"\n    {click.style(code, bold=True)}\n\nType this code at {view.device}.")
        last[:] = [view]
        left = max(0, round((view.until - now).total_seconds()))
        click.echo(f"\r  {left:3} s left ", nl=False, file=sys.stderr)

    try:
        make_first(trust, hub, catalogue, may_ask=may_ask)
        state = pair_device(trust, hub, order, tell)
    except HubAway as error:
        click.echo(f"the hub is not running on this machine, or elsewhere than it is looked for: {error}", err=True)
        return 1
    except HubRefused as error:
        click.echo(str(error), err=True)
        return 2
    click.echo("", file=sys.stderr)
    click.echo(ENDED[state].format(device=last[-1].device, by=last[-1].by or "somebody"))
    return 0 if state == "paired" else 1


def keep_copy(trust: Trust) -> None:
    """The first time: one copy of the centre's key, and the passphrase that opens it, shown once."""
    path = trust.folder / COPY
    if path.exists():
        return
    passphrase = new_passphrase()
    write_copy(trust, passphrase, path)
    click.echo(
        f"The key of this centre was copied to {path}.\n"
        "Carry that file to a safe place, and write this passphrase on paper: it is shown only now.\n\n"
        f"    {click.style(passphrase, bold=True)}\n\n"
        "With both, `suyana hub restore-key` brings the key back on another machine; without them a lost disk means\n"
        "that every device is paired anew."
    )
