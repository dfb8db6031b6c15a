"""Kills the hub without goodbye at seeded moments, and starts it again each time, as its service would."""

from __future__ import annotations

import threading
from random import Random

from installers.demo.programs import Program, wait_for_port

BETWEEN = (0.3, 1.5)  # seconds from one beginning to the next kill


class Killer:
    """Beside the script, until `times` kills are done or the block ends."""

    def __init__(self, hub: Program, port: int, times: int, seed: int) -> None:
        self.kills = 0
        self._hub = hub
        self._port = port
        self._times = times
        self._moments = Random(seed)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="killer")

    def __enter__(self) -> Killer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while self.kills < self._times and not self._over.wait(self._moments.uniform(*BETWEEN)):
            self._hub.kill()
            self._hub.start()
            self.kills += 1
            wait_for_port(self._port, self._hub)
