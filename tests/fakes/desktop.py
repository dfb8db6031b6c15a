"""A screen in memory and a session bus of its own, on which programs tell their accessibility tree (AT-SPI)."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def desktop(size: str = "1080x1920") -> Iterator[dict[str, str]]:
    """The environment for what runs on it. Nothing of it stays."""
    room = tempfile.mkdtemp(prefix="at-")  # its sockets have short paths
    screen = _begin("Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp")
    environment = {
        **os.environ,
        "DISPLAY": f":{_first_line(screen)}",
        "XDG_RUNTIME_DIR": room,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    bus = _begin("dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address", environment=environment)
    try:
        environment["DBUS_SESSION_BUS_ADDRESS"] = _first_line(bus)
        yield environment
    finally:
        for program in (bus, screen):  # what the bus has started ends with it
            program.terminate()
            program.wait(10)
            assert program.stdout
            program.stdout.close()
        shutil.rmtree(room, ignore_errors=True)


def _begin(*command: str, environment: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def _first_line(program: subprocess.Popen[bytes]) -> str:
    assert program.stdout
    line = program.stdout.readline().decode().strip()
    assert line, f"{program.args!r} did not begin"
    return line
