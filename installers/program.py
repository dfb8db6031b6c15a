"""Puts the program itself into a folder of its own: a Python environment filled from the lock file."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path

from installers.locked import Environment, made_by
from installers.progress import run_step

LOCK = "installers/requirements.lock"
TOOLS_LOCK = "requirements.lock"
NOT_SOURCES = shutil.ignore_patterns(
    ".*", "__pycache__", "*.egg-info", "build", "dist", "docs", "node_modules", "out", "tests", "var"
)


def install_program(checkout: Path, prefix: Path) -> None:
    """Make `prefix` hold exactly what the lock file pins and the project as it is in `checkout`."""
    prefix.parent.mkdir(parents=True, exist_ok=True)
    # Beside the prefix, so that the files are moved there rather than copied.
    with tempfile.TemporaryDirectory(prefix=".suyana-", dir=prefix.parent) as folder:
        scratch = Path(folder)
        os.environ.update(UV_CACHE_DIR=str(scratch / "cache"), PIP_NO_CACHE_DIR="1")
        tools = scratch / "tools"
        run_step("Installer's environment", [sys.executable, "-m", "venv", str(tools)])
        again = [] if made_by(prefix, platform.python_version()) else ["--clear"]
        new = [sys.executable, "-m", "venv", "--without-pip", *again, str(prefix)]
        run_step(f"Environment {prefix}", new)
        environment = Environment(python=prefix / "bin/python", tools=tools / "bin/python")
        environment.bring_tools(checkout / TOOLS_LOCK)
        environment.sync(checkout / LOCK)
        shutil.copytree(checkout, scratch / "sources", ignore=NOT_SOURCES)
        environment.add_built(scratch / "sources", scratch)
