"""One thing that was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """fault: something that the centre needs does not work. note: it works, and somebody should know."""

    FINE = "fine"
    NOTE = "note"
    FAULT = "fault"


@dataclass(frozen=True)
class Finding:
    """`says` is one sentence; `do` is what to do about it, where there is something to do."""

    level: Level
    what: str
    says: str
    do: str = ""


def fine(what: str, says: str) -> Finding:
    return Finding(Level.FINE, what, says)


def note(what: str, says: str, do: str = "") -> Finding:
    return Finding(Level.NOTE, what, says, do)


def fault(what: str, says: str, do: str = "") -> Finding:
    return Finding(Level.FAULT, what, says, do)
