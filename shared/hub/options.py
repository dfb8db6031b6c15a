"""What the command lines share that work on the hub's own machine. Loads nothing of the hub."""

from __future__ import annotations

from pathlib import Path

import click

from shared.options import usual_store

hub_store_option = click.option(
    "--store", type=click.Path(path_type=Path), metavar="FILE", help="The SQLite file of this centre."
)


def hub_here(hub: str) -> str:
    """The URL of the hub on this machine, unless another one is named."""
    from shared.lan.addresses import LOOPBACK, read_url, url_of

    return read_url(hub) if hub else url_of(LOOPBACK)


def console_folder(store: Path | None) -> Path:
    """Where the hub on this machine keeps the identity of its console."""
    return (store or usual_store()).parent / "trust" / "console"
