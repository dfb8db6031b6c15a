"""What the office's commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
import platformdirs

if TYPE_CHECKING:
    from sync.office.store import OfficeStore

database_option = click.option(
    "--database",
    default="",
    metavar="URL",
    envvar="SUYANA_OFFICE_DATABASE",
    help="postgresql://..., or sqlite:///FILE. Without it, an SQLite file in the platform's usual place.",
)


def usual(name: str) -> Path:
    return platformdirs.user_data_path("suyana", appauthor=False) / name


def database_of(named: str) -> str:
    return named or f"sqlite:///{usual('office.sqlite')}"


def opened(database: str) -> OfficeStore:
    """Raises StoreUnusable."""
    from sync.office.store import OfficeStore

    return OfficeStore(database_of(database))
