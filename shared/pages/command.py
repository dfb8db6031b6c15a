"""`suyana pages`."""

from __future__ import annotations

from pathlib import Path

import click

from shared.options import hub_option, identity_option

DEFAULT_PORT = 8080


@click.command()
@hub_option
@identity_option
@click.option("--host", default="0.0.0.0", show_default=True, help="The address to listen on: that of the guest Wi-Fi.")
@click.option("--port", default=DEFAULT_PORT, show_default=True, type=click.IntRange(1, 65535), help="The port.")
def pages(hub: str, identity: Path | None, host: str, port: int) -> int:
    """The page that a slip's code opens on a phone in the centre's Wi-Fi: where the ticket stands, and nothing else."""
    from shared.lan.identity import usual_folder
    from shared.pages.__main__ import PagesOptions, main

    return main(PagesOptions(hub, identity or usual_folder("pages-1"), host, port))
