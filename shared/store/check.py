"""Looks whether a copy is whole, in a process of its own, so that the hall's orders wait for none of it:
`python -m shared.store.check FILE`, exit status 0, or 1 with one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from shared.store.copies import must_be_whole
from shared.store.database import StoreError

ROOT = Path(__file__).parents[2]
NICE = 10


def whole_in_another_process(path: Path) -> None:
    """Raises StoreError when the file is not a whole store."""
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    done = subprocess.run(
        [sys.executable, "-m", "shared.store.check", str(path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise StoreError(
            done.stderr.strip().splitlines()[-1] if done.stderr.strip() else f"{path} could not be checked"
        )


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
