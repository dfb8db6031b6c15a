"""A network of the test's own, with an mDNS daemon in it, from which nothing leaves this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

NEEDS = ("unshare", "ip", "mount", "dbus-daemon", "avahi-daemon", "avahi-browse")
APART = ("unshare", "--net", "--mount", "--pid", "--fork", "--kill-child")
SCRIPT = Path(__file__).with_name("own_network.sh")


def skip_where_there_can_be_none() -> None:
    """Skips the test, saying why, where this machine cannot have such a network."""
    missing = [name for name in NEEDS if not shutil.which(name)]
    if missing:
        pytest.skip(
            f"a network of the test's own needs {', '.join(missing)} (avahi-daemon, avahi-utils, dbus, iproute2)"
        )
    if os.geteuid() != 0:
        pytest.skip("only root may make a network of the test's own")
    tried = subprocess.run([*APART, "ip", "link", "add", "hall0", "type", "veth"], capture_output=True, text=True)
    if tried.returncode:
        pytest.skip(f"this machine gives no network of the test's own: {tried.stderr.strip()}")


def run_apart(folder: Path, command: Sequence[str], within: float) -> subprocess.CompletedProcess[str]:
    """Runs a command in a fresh network, beside avahi-daemon; all that it started has ended when this returns."""
    return subprocess.run(
        [*APART, "sh", str(SCRIPT), str(folder), *command], capture_output=True, text=True, timeout=within
    )
