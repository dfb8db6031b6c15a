"""How a centre speaks its calls."""

from __future__ import annotations

from datetime import time

import msgspec


class Loudness(msgspec.Struct, frozen=True):
    """From this hour on, so loud: `percent` of what the machine is set to."""

    since: time
    percent: int


class Voice(msgspec.Struct, frozen=True):
    """In which languages, in which order, and how loud. ticket_language: the language of each ticket too.

    volume: by hour, in order; none: 100 all day.
    """

    languages: tuple[str, ...] = ("es",)
    ticket_language: bool = True
    volume: tuple[Loudness, ...] = ()

    def percent_at(self, hour: time) -> int:
        """Before the first hour it is as loud as after the last one, which holds over night."""
        passed = [loudness for loudness in self.volume if loudness.since <= hour]
        return (passed or self.volume or (Loudness(time.min, 100),))[-1].percent
