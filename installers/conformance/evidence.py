"""What was seen on the running kiosk and board."""

from __future__ import annotations

import msgspec

from shared.ui.measure import Measured
from shared.ui.sight import pixels_per_mm


class Shot(msgspec.Struct, frozen=True):
    """One page of a screen. way: how the kiosk was used, "plain" as it is found. shape: portrait or landscape."""

    screen: str
    way: str
    shape: str
    measured: Measured


class BoardShot(msgspec.Struct, frozen=True):
    """The board with a call: the texts of the newest number and of those below it."""

    measured: Measured
    newest: str
    counter: str
    recent: tuple[str, ...]


class Patience(msgspec.Struct, frozen=True):
    """Seconds until the kiosk asked whether somebody is there, and until it went back to the start.

    again: how often more time was asked for, and given.
    """

    asked_after: float
    gone_after: float
    again: int = 0


class Guided(msgspec.Struct, frozen=True):
    """A ticket that was taken with the screen off, by the keys and what was heard.

    screens: with what each said, and what its list showed. slip: what the ticket's own screen said.
    """

    number: str
    keys: int
    said: tuple[str, ...]
    shown: tuple[str, ...]
    missing: tuple[str, ...]
    repeats: bool
    interrupts: bool
    volumes: tuple[int, ...]
    volume_after: int
    volume_before: int


class Evidence(msgspec.Struct, frozen=True):
    """All of it. panel and seats: as the centre file states them, in inches and metres."""

    centre: str
    day: str
    panel_inches: float
    distance_m: float
    board_inches: float
    board_distance_m: float
    shots: tuple[Shot, ...]
    board: tuple[BoardShot, ...]
    usual: Patience
    slow: Patience
    way_after_ticket: str
    guided: Guided | None = None


def shows(shot: BoardShot, text: str) -> bool:
    """Whether exactly this can be read on it."""
    return any(one.text == text for one in shot.measured.texts)


def per_mm(measured: Measured, inches: float) -> float:
    return pixels_per_mm(measured.width, measured.height, inches)
