"""`suyana demo`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option("--headless", is_flag=True, help="The scripted morning, also where there is a screen.")
@click.option("--kill-hub", default=0, metavar="N", help="Kill the hub N times during the scripted morning.")
@click.option("--seed", default=1, show_default=True, help="Of the moments at which the hub is killed.")
@click.option("--pictures", type=click.Path(path_type=Path), metavar="DIR", help="Pictures of every screen into DIR.")
@click.option("--crew", default="", hidden=True, metavar="URL")
@click.option("--identity", default=Path(), hidden=True, type=click.Path(path_type=Path), metavar="DIR")
def demo(headless: bool, kill_hub: int, seed: int, pictures: Path | None, crew: str, identity: Path) -> int:
    """A whole centre on this machine: windows where there is a screen, otherwise a scripted morning into out/."""
    from installers.demo.__main__ import main

    return main(
        without_screen=headless, kills=kill_hub, seed=seed, pictures_in=pictures, crew_at=crew, identities=identity
    )
