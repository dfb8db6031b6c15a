"""`suyana sync`: the program, and what a person asks of it."""

from __future__ import annotations

from pathlib import Path

import click

from shared.options import centre_option, hub_option, identity_option, read_centre_file


@click.group(invoke_without_command=True)
@centre_option
@hub_option
@click.option("--office", default="", metavar="URL", help="The central office, instead of the centre file's.")
@identity_option
@click.pass_context
def sync(context: click.Context, centre: Path | None, hub: str, office: str, identity: Path | None) -> int:
    """Sends attention records to the central office, each exactly once, whenever there is a line."""
    if context.invoked_subcommand:
        return 0
    from shared.lan.identity import usual_folder
    from sync.__main__ import main

    catalogue = read_centre_file(centre)
    url = office or (catalogue.office.url if catalogue else "")
    if not url:
        raise click.UsageError("no office: name it with --office URL, or as office.url in the centre file")
    return main(hub, url, identity or usual_folder("sync-1"))
