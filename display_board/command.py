"""`suyana board`."""

from __future__ import annotations

from typing import Any

import click

from shared.ui.options import screen, screen_options


@click.command()
@screen_options("board-1")
@click.option("--zone", default="", help="Only the counters of this zone of the hall; without it, all.")
@click.option("--silent", is_flag=True, help="No chime and no voice.")
def board(zone: str, silent: bool, **options: Any) -> int:
    """The hall board: the last calls, a chime and a voice."""
    from display_board.__main__ import main

    return main(screen(**options), zone, not silent)
