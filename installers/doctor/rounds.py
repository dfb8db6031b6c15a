"""Looks at everything, one line each, and says at the end whether anything needs a hand."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import click

from installers.doctor import centre, languages, machine, to_office
from installers.doctor.finding import Finding, Level
from shared.domain.catalogue import Catalogue

MARKS = {Level.FINE: ("ok  ", "green"), Level.NOTE: ("note", "yellow"), Level.FAULT: ("!!  ", "red")}


def main(catalogue: Catalogue | None, hub: str, store: Path, printer: str, identity: Path) -> int:
    """Returns 1 when something that a centre needs does not work. `identity`: a folder of one that may ask the hub."""
    logging.getLogger().setLevel(logging.ERROR)  # the findings say it all
    here = centre.look(catalogue, hub, store, printer, identity), to_office.look(store.parent / "office")
    return tell(chain(machine.look(), *here, languages.look(catalogue)))


def tell(findings: Iterable[Finding]) -> int:
    faults = 0
    for finding in findings:
        mark, colour = MARKS[finding.level]
        click.echo(f"{click.style(mark, fg=colour)}  {finding.what:<12} {finding.says}")
        if finding.do:
            click.echo(f"      {'':<12} -> {finding.do}")
        faults += finding.level is Level.FAULT
    click.echo(closing(faults))
    return 1 if faults else 0


def closing(faults: int) -> str:
    if not faults:
        return "Everything that a centre needs was found."
    return "One thing needs a hand." if faults == 1 else f"{faults} things need a hand."
