"""What the command lines of several programs share: where things usually are, and the options that name them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import platformdirs

if TYPE_CHECKING:
    from shared.domain.catalogue import Catalogue

CENTRE_FILE = "centre.toml"


def usual_places() -> list[Path]:
    """Where a centre file is looked for when none is named."""
    return [
        platformdirs.user_config_path("suyana", appauthor=False) / CENTRE_FILE,
        platformdirs.site_config_path("suyana", appauthor=False) / CENTRE_FILE,
    ]


def usual_store() -> Path:
    return platformdirs.user_data_path("suyana", appauthor=False) / "centre.sqlite"


def usual_centre_file(named: Path | None) -> Path:
    """The one named, or the one in the usual place. Raises click.UsageError."""
    path = _found(named)
    if path is None:
        places = " or ".join(str(place) for place in usual_places())
        raise click.UsageError(f"no centre file: name one with --centre FILE, or put it at {places}")
    return path


def read_centre_file(named: Path | None) -> Catalogue | None:
    """The catalogue of the named centre file, or of the one in the usual place, or None. Raises CentreFileError."""
    from shared.domain.centre_file import load_centre

    path = _found(named)
    return load_centre(path) if path else None


def _found(named: Path | None) -> Path | None:
    return named or next((place for place in usual_places() if place.is_file()), None)


def needed_centre_file(named: Path | None) -> Catalogue:
    """The same, or click.UsageError where there is none."""
    from shared.domain.centre_file import load_centre

    return load_centre(usual_centre_file(named))


def read_date(text: str) -> date:
    """Raises click.UsageError."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.UsageError(f"a day is written as 2026-11-24, not {text!r}") from None


Function = Callable[..., Any]

centre_option = click.option(
    "--centre",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The centre file (TOML). Without it, the one in the platform's usual place.",
)
identity_option = click.option(
    "--identity",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The identity that this device got when it was paired. Without it, the one in the platform's usual place.",
)
hub_option = click.option("--hub", default="", metavar="URL", help="Where the hub is; without it, it is discovered.")
