"""One line of the report."""

from __future__ import annotations

from enum import Enum

import msgspec


class Verdict(Enum):
    """In the words of the report."""

    HOLDS = "cumple"
    FAILS = "no cumple"
    LACKS = "falta"


class Point(msgspec.Struct, frozen=True):
    """One line of the report. declared: by the installer, and not measured."""

    id: str
    asks: str
    found: str
    verdict: Verdict
    declared: bool = False


def judged(id: str, asks: str, found: str, holds: bool, *, declared: bool = False) -> Point:
    return Point(id, asks, found, Verdict.HOLDS if holds else Verdict.FAILS, declared)
