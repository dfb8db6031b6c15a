"""Who asked for a person, in words: at the kiosks somebody pressed "I need help"."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from counter import texts
from shared.lan.views import HelpView


def place(device: str) -> str:
    """A kiosk as people call it; any other device by its name."""
    number = device.removeprefix("kiosk-")
    return texts.kiosk(int(number)) if number.isdecimal() else device


def sentences(asked: Sequence[HelpView], zone: ZoneInfo) -> list[str]:
    return [texts.help_asked(place(one.device), texts.clock(one.since, zone)) for one in asked]
