"""A scene's log as the hub hands it to the store, and a store's tables as people read them."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from shared.domain.events import Recorded, UnknownEvent
from shared.domain.hall import Hall
from shared.store.day_figures import figures_written
from shared.store.event_log import Batch
from shared.store.projections import rows


def batches(log: Iterable[Recorded]) -> Iterator[Batch]:
    """One for each event, with the rows that follow from the fold right after it."""
    hall = Hall()
    for recorded in log:
        hall.apply(recorded.event, recorded.at)
        statements = list(rows(recorded.event, hall.day, recorded.at))
        if not isinstance(recorded.event, UnknownEvent):
            statements += figures_written(recorded.event, hall)
        yield Batch((recorded,), tuple(statements))


def select(path: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """What a store holds now, open or not: its hub lets nobody else in, so its files are read from a copy of them."""
    with TemporaryDirectory() as folder:
        for file in (path, path.with_name(path.name + "-wal")):
            if file.exists():
                shutil.copy(file, folder)
        with closing(sqlite3.connect(Path(folder, path.name))) as connection:
            return connection.execute(sql, values).fetchall()
