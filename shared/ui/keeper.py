"""Watches a program with a screen: what freezes or ends by itself is started again. No Qt.

The program beats: it writes a line to its standard output every second, from the loop that draws its screen. While it
does, systemd is told that all is well.
"""

from __future__ import annotations

import logging
import queue
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from types import FrameType

from shared.lan import watchdog

log = logging.getLogger(__name__)

WITHIN = 10.0  # seconds without a beat
FIRST_WITHIN = 60.0  # seconds until the first: a cold start from a slow disk
PAUSE, LONG_PAUSE = 1.0, 10.0  # seconds before it is started again; longer where it does not live for long
SHORT_LIFE = 10.0
WRONG_WORDS = 2  # the status with which a command line ends that it cannot read: it would be no other one later

ENDS_WITHIN = 5.0  # seconds after it was told to

Program = subprocess.Popen[str]
Beats = queue.SimpleQueue[str]


class Keeper:
    """Runs `command` until it ends as it should, or until this process is told to end."""

    def __init__(self, command: Sequence[str], within: float = WITHIN, pause: float = PAUSE) -> None:
        self._command, self._within, self._pause = list(command), within, pause
        self._told_to_end = threading.Event()
        self._program: Program | None = None
        self._beats: Beats = queue.SimpleQueue()  # a signal may put something into it at any moment

    def run(self) -> int:
        """Returns the status of the program. To be called in the main thread."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._end)
        while True:
            began = time.monotonic()
            status = self._live()
            if self._told_to_end.is_set() or status in (0, WRONG_WORDS):
                watchdog.tell(watchdog.STOPPING)
                return max(0, status)
            log.warning("it ended by itself (status %d), and is started again", status)
            lived = time.monotonic() - began
            self._told_to_end.wait(self._pause if lived > SHORT_LIFE else min(self._pause * 3, LONG_PAUSE))

    def _live(self) -> int:
        """One life of the program. Returns its status."""
        if self._told_to_end.is_set():
            return 0
        program = subprocess.Popen(self._command, stdout=subprocess.PIPE, text=True)
        self._program = program
        log.info("watches process %d", program.pid)
        beats = self._beats = queue.SimpleQueue()
        listening = threading.Thread(target=_listen, args=(program, beats), daemon=True)
        listening.start()
        if self._watch(program, beats):
            program.kill()
        try:
            status = program.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            program.kill()
            status = program.wait()
        listening.join()
        return status

    def _watch(self, program: Program, beats: Beats) -> bool:
        """Until it ends, is to end, or beats no more. Returns whether it is frozen."""
        within = max(FIRST_WITHIN, self._within)
        while True:
            try:
                beat = beats.get(timeout=within)
            except queue.Empty:
                log.warning("process %d has been frozen for %g s: it is ended", program.pid, within)
                return True
            if not beat or self._told_to_end.is_set():
                return False
            if within > self._within:
                log.info("process %d is alive", program.pid)
                watchdog.tell(watchdog.READY)
            within = self._within
            watchdog.tell(watchdog.ALIVE)

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        self._told_to_end.set()
        if self._program and self._program.poll() is None:
            self._program.terminate()
        self._beats.put("")


def _listen(program: Program, beats: Beats) -> None:
    """Its lines, and "" once it has ended."""
    assert program.stdout
    with program.stdout as lines:
        for line in lines:
            beats.put(line)
    beats.put("")
