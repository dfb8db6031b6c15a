"""Looks whether a copy is whole, in a process of its own, so that the hall's orders wait for none of it:
`python -m shared.store.check FILE`, exit status 0, or 1 with one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from math import inf
from pathlib import Path

from shared.store.copies import must_be_whole
from shared.store.database import StoreError

ROOT = Path(__file__).parents[2]
NICE = 10
LOOK = 0.2  # seconds
SOON = 5.0  # seconds that a check is given when the hub stops


class Check:
    """In another process, one file at a time. `stop` may be called from any thread."""

    def __init__(self) -> None:
        self._ends_by = inf

    def __call__(self, path: Path) -> None:
        """Raises StoreError when the file is not a whole store, or when the hub stops."""
        paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        with subprocess.Popen(
            [sys.executable, "-m", "shared.store.check", str(path)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            said = self._said(process)
        if process.returncode:
            raise StoreError(said.strip().splitlines()[-1] if said.strip() else f"{path} could not be checked")

    def stop(self) -> None:
        """Give up the check that runs unless it ends soon: of a large store it takes minutes, a hub ends in seconds."""
        self._ends_by = time.monotonic() + SOON

    def _said(self, process: subprocess.Popen[str]) -> str:
        while True:
            try:
                return process.communicate(timeout=LOOK)[1]
            except subprocess.TimeoutExpired:
                if time.monotonic() > self._ends_by:
                    process.kill()


def main(path: Path) -> int:
    if hasattr(os, "nice"):
        os.nice(NICE)
    try:
        must_be_whole(path)
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
