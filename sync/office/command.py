"""`suyana office`."""

from __future__ import annotations

from pathlib import Path

import click

from shared.options import usual_store


@click.command()
@click.option("--store", type=click.Path(path_type=Path), metavar="FILE", help="The SQLite file of the office.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=7272, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
def office(store: Path | None, host: str, port: int) -> int:
    """A small central office: receives the records of the centres and shows how many came."""
    from sync.office.__main__ import main

    return main(store or usual_store().with_name("office.sqlite"), host, port)
