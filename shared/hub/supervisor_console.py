"""The console of the hub's machine makes the first supervisor, who pairs devices and gives PINs from then on."""

from __future__ import annotations

import asyncio

import click

from shared.domain.catalogue import Catalogue, Role
from shared.domain.pin import LENGTH
from shared.domain.refusals import Code
from shared.hub.console import HELLO, first_supervisor
from shared.hub.trust import Trust
from shared.lan.client import HubRefused, connected
from shared.lan.views import PersonView


def make_first(trust: Trust, hub: str, catalogue: Catalogue, *, may_ask: bool) -> None:
    """Where no supervisor has a PIN yet, ask who is the first and for their PIN. Raises HubAway, HubRefused.

    may_ask: somebody sits at this console; else it is only said what is missing.
    """
    supervisors = [person.id for person in catalogue.advisors if person.role is Role.SUPERVISOR]
    if not supervisors:
        click.echo("The centre file names no supervisor: add one, and run this again.", err=True)
        return
    if asyncio.run(_has_pin(trust, hub, supervisors)):
        return
    if not may_ask:
        click.echo(f"No supervisor has a PIN yet: run `suyana hub supervisor {supervisors[0]}`.", err=True)
        return
    click.echo("No supervisor has a PIN yet. The first one pairs devices and gives PINs from then on.")
    give_pin(trust, hub, _chosen(supervisors))


def give_pin(trust: Trust, hub: str, person: str) -> None:
    """Ask for a PIN until the hub takes it. Raises HubAway, HubRefused."""
    while True:
        pin = click.prompt(f"PIN of {LENGTH} digits for {person}", hide_input=True, confirmation_prompt=True)
        try:
            first_supervisor(trust, hub, person, pin)
        except HubRefused as error:
            if error.refused.code != Code.PIN_WEAK:
                raise
            click.echo(f"That PIN is too easy to guess, or has not {LENGTH} digits.", err=True)
        else:
            click.echo(f"{person} has a PIN, and can sign in at a supervisor's page.")
            return


def _chosen(supervisors: list[str]) -> str:
    if len(supervisors) == 1:
        return supervisors[0]
    return str(click.prompt("Who is the first supervisor", type=click.Choice(supervisors), default=supervisors[0]))


async def _has_pin(trust: Trust, hub: str, people: list[str]) -> bool:
    async with connected([hub], HELLO, trust.console) as client:
        views = [client.mirror.get(f"person/{person}", PersonView) for person in people]
    return any(view is not None and view.pin != "none" for view in views)
