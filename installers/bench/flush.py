"""How long this disk takes, in this minute, to have four kilobytes for good."""

from __future__ import annotations

import os
from pathlib import Path
from statistics import median
from time import perf_counter

TIMES = 25
PAGE = b"x" * 4096


def flush_time(folder: Path) -> float:
    """Seconds, the median of a few."""
    path = folder / "flush"
    taken = []
    handle = os.open(path, os.O_WRONLY | os.O_CREAT)
    try:
        for _ in range(TIMES):
            began = perf_counter()
            os.write(handle, PAGE)
            os.fdatasync(handle)
            taken.append(perf_counter() - began)
    finally:
        os.close(handle)
        path.unlink()
    return median(taken)
