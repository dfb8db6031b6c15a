"""What a device can be in a centre."""

from __future__ import annotations

from enum import StrEnum


class DeviceRole(StrEnum):
    """What a device is in the centre. PAGES: serves the citizens' phones. CONSOLE: the hub's own machine."""

    KIOSK = "kiosk"
    COUNTER = "counter"
    BOARD = "board"
    ORIENTATOR = "orientator"
    SUPERVISOR = "supervisor"
    SYNC = "sync"
    PAGES = "pages"
    CONSOLE = "console"


PAIRED_ROLES = tuple(role for role in DeviceRole if role is not DeviceRole.CONSOLE)
"""What a device can be paired as: the console is no device of the hall."""
