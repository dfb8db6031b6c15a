"""`suyana kiosk`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from shared.ui.options import screen, screen_options


@click.command()
@screen_options("kiosk-1")
@click.option("--printer", default="", metavar="URL", help="The ticket printer, instead of the centre file's.")
@click.option(
    "--inputs",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="What keypad, switch and sound this kiosk has, instead of the usual inputs.toml.",
)
@click.option("--listen", type=click.Path(path_type=Path, dir_okay=False), hidden=True, metavar="FILE")
def kiosk(printer: str, inputs: Path | None, listen: Path | None, **options: Any) -> int:
    """The touchscreen where a citizen takes a ticket."""
    from kiosk.__main__ import main

    return main(screen(**options), printer, inputs, listen=listen)
