"""What is wanted at the kiosks, in words: a person, where somebody pressed "I need help", or paper."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from counter import texts
from shared.lan.views import HelpView, PrinterView


def place(device: str) -> str:
    """A kiosk as people call it; any other device by its name."""
    number = device.removeprefix("kiosk-")
    return texts.kiosk(int(number)) if number.isdecimal() else device


def sentences(asked: Sequence[HelpView], zone: ZoneInfo) -> list[str]:
    return [texts.help_asked(place(one.device), texts.clock(one.since, zone)) for one in asked]


def printers(told: Sequence[PrinterView]) -> list[str]:
    """What is to be done at the kiosks' printers: the citizen is never told that a roll ends soon."""
    return [texts.printer(place(one.device), one.state) for one in told]
