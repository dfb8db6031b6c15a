"""`suyana board`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from shared.ui.keeper import WITHIN, Keeper
from shared.ui.options import screen, screen_options

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
ITSELF = ("--watched", "--frozen-after")


@click.command()
@screen_options("board-1")
@click.option("--zone", default="", help="Only the counters of this zone of the hall; without it, all.")
@click.option("--silent", is_flag=True, help="No chime and no voice.")
@click.option("--languages", type=FOLDER, help="The centre's own language packs, with their recordings.")
@click.option("--media", type=click.Path(file_okay=False, path_type=Path), help="Notices, images and videos to show.")
@click.option("--watched", is_flag=True, help="Start it again when it freezes or ends by itself.")
@click.option("--frozen-after", type=float, default=WITHIN, hidden=True, metavar="SECONDS")
@click.option("--kept", is_flag=True, hidden=True)
def board(
    zone: str,
    silent: bool,
    languages: Path | None,
    media: Path | None,
    watched: bool,
    frozen_after: float,
    kept: bool,
    **options: Any,
) -> int:
    """The hall board: the last calls, a chime and a voice."""
    if watched:
        return Keeper(kept_command(sys.argv[1:]), frozen_after).run()
    from display_board.__main__ import main

    return main(replace(screen(**options), kept=kept), zone, sound=not silent, languages=languages, media=media)


def kept_command(arguments: list[str]) -> list[str]:
    """The same board under a keeper: as it was started, without the options that are the keeper's."""
    own = list(arguments)
    for option in ITSELF:
        while option in own:
            place = own.index(option)
            del own[place : place + (1 if option == "--watched" else 2)]
    own = [argument for argument in own if not argument.startswith("--frozen-after=")]
    return [sys.executable, "-m", "suyana", *own, "--kept"]
