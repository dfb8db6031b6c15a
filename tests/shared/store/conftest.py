"""A store on a real file, and a scene whose log it may keep."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.store.database import Store
from shared.store.event_log import EventLog
from tests.fakes.scene import Scene
from tests.fakes.small_centre import SMALL


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "centre.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = Store(path)
    yield store
    store.close()


@pytest.fixture
def log(store: Store) -> EventLog:
    return EventLog(store)


@pytest.fixture
def scene() -> Scene:
    """The small centre, four of its counters attended."""
    scene = Scene(SMALL)
    scene.open(1, 2, 4, 6)
    return scene
