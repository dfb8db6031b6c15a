"""What the figures were measured on."""

from __future__ import annotations

import os
import platform
import sqlite3
import ssl
from importlib.metadata import version
from pathlib import Path

from shared.store.database import file_system


def facts(folder: Path) -> list[str]:
    """One line each."""
    mounts = Path("/proc/self/mounts")
    disk = file_system(folder.resolve(), mounts.read_text()) if mounts.exists() else "unknown"
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return [
        f"{_processor()}, {os.cpu_count()} cores{load}; {platform.system()} {platform.release()}, {disk}",
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {ssl.OPENSSL_VERSION}, "
        f"websockets {version('websockets')}",
        "the hub's limits of requests a device are OFF in all rows",
    ]


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown processor"
    )
