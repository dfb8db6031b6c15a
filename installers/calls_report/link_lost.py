"""A board whose hub freezes or dies: how soon it says so instead of showing old numbers, and how soon it is back."""

from __future__ import annotations

import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEventLoop, QTimer

from display_board.board import Board, Stage
from installers.calls_report.controls import Trusting
from installers.calls_report.through_hub import CLOCK, Zone, board_of, dressed
from installers.faultlab.hall import HallHub

SAID_MOST = 10.0  # seconds
WITHIN = 30.0  # seconds that are waited for at all
LOOK_MS = 20
TRUSTED = 12.0  # seconds after which a board that believes what it was told still shows it


class Lost(NamedTuple):
    """Seconds until the board said so and until it showed calls again; infinite where it did not."""

    how: str
    said: float
    back: float


def lost_links(centre: Path) -> list[Lost]:
    """A hub that freezes, and one that is killed. Raises CannotRun."""
    dressed()
    with _board(centre, Board) as (hub, zone):
        os.kill(hub.pid, signal.SIGSTOP)
        said = _seconds_until(lambda: _stage(zone) is Stage.AWAY)
        os.kill(hub.pid, signal.SIGCONT)
        frozen = Lost("the hub freezes", said, _seconds_until(lambda: _stage(zone) is Stage.OPEN))
        hub.signal(signal.SIGKILL)
        said = _seconds_until(lambda: _stage(zone) is Stage.AWAY)
        hub.start()
        return [frozen, Lost("the hub is killed", said, _seconds_until(lambda: _stage(zone) is Stage.OPEN))]


def trusting(centre: Path) -> Lost:
    """The control: a board that goes on showing what it was told."""
    dressed()
    with _board(centre, Trusting) as (hub, zone):
        os.kill(hub.pid, signal.SIGSTOP)
        said = _seconds_until(lambda: _stage(zone) is Stage.AWAY, TRUSTED)
        os.kill(hub.pid, signal.SIGCONT)
        return Lost("a board that believes what it was told", said, 0.0)


@contextmanager
def _board(centre: Path, kind: type[Board]) -> Iterator[tuple[HallHub, Zone]]:
    """A hub and a board that shows its open hall."""
    with tempfile.TemporaryDirectory() as work:
        hub = HallHub(Path(work), centre, CLOCK)
        zone = board_of(hub, hub.catalogue.counters[0].zone, kind)
        hub.start()
        zone.link.start()
        try:
            _seconds_until(lambda: _stage(zone) is Stage.OPEN)
            yield hub, zone
        finally:
            zone.link.stop()
            zone.window.deleteLater()
            if hub.is_running:
                hub.stop()


def _stage(zone: Zone) -> Stage:
    return zone.presenter.told().stage


def _seconds_until(is_so: Callable[[], bool], within: float = WITHIN) -> float:
    """With Qt's loop going on."""
    loop, timer, began = QEventLoop(), QTimer(), time.monotonic()
    found: list[float] = []

    def look() -> None:
        passed = time.monotonic() - began
        if is_so():
            found.append(passed)
        if found or passed > within:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(LOOK_MS)
    loop.exec()
    timer.stop()
    return found[0] if found else float("inf")
