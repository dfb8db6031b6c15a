"""`suyana kiosk`."""

from __future__ import annotations

from typing import Any

import click

from shared.ui.options import screen, screen_options


@click.command()
@screen_options("kiosk-1")
@click.option("--printer", default="", metavar="URL", help="The ticket printer, instead of the centre file's.")
def kiosk(printer: str, **options: Any) -> int:
    """The touchscreen where a citizen takes a ticket."""
    from kiosk.__main__ import main

    return main(screen(**options), printer)
