"""What holds for every test: no thread outlives it, and nothing is logged at warning or above unexpectedly."""

from __future__ import annotations

import gc
import itertools
import logging
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import load_centre
from shared.domain.languages import Speaking, Speech

ROOT = Path(__file__).parent.parent
CENTRES = ROOT / "installers" / "centres"


@pytest.fixture(scope="session")
def region_sur() -> Catalogue:
    """The sample centre, as its file tells it."""
    return load_centre(CENTRES / "region-sur.toml")


@pytest.fixture(autouse=True)
def _no_thread_outlives_a_test() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    patience = time.monotonic() + 2
    while (left := [t for t in set(threading.enumerate()) - before if t.is_alive() and not _is_qt(t)]) != []:
        if time.monotonic() > patience:
            pytest.fail(f"threads outlive the test: {', '.join(thread.name for thread in left)}")
        time.sleep(0.01)


def _is_qt(thread: threading.Thread) -> bool:
    """Qt's pool keeps its threads for a while; Python shows those that ran Python code as dummies."""
    return thread.name.startswith("Dummy")


gc.disable()  # see shared/ui/garbage.py: an automatic collection inside a Qt call can stand still for ever
FULL_COLLECTION_EVERY = 200  # tests
_tests_done = itertools.count(1)


@pytest.fixture(autouse=True)
def _garbage_is_collected_between_tests() -> Iterator[None]:
    yield
    gc.collect(2 if next(_tests_done) % FULL_COLLECTION_EVERY == 0 else 1)


@pytest.fixture(autouse=True)
def _no_window_outlives_a_test() -> Iterator[None]:
    """One that is closed is only marked for deletion: a stylesheet set later would polish it with all the others."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")  # a test without Qt does not load it here
    if widgets and widgets.QApplication.instance():
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def _no_unexpected_log_line(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A test that provokes a warning says which: `@pytest.mark.logs("hub lost")`."""
    marker = request.node.get_closest_marker("logs")
    expected = marker.args if marker else ()
    yield
    for record in caplog.get_records("call"):
        text = record.getMessage()
        if record.levelno >= logging.WARNING and not any(part in text for part in expected):
            pytest.fail(f"unexpected log line, not in @pytest.mark.logs(...): {record.levelname} {text}")


@pytest.fixture(autouse=True)
def _every_test_begins_in_spanish() -> Iterator[None]:
    with Speaking(Speech()):
        yield
