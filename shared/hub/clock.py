"""The centre's clock: anchored once to the machine's, advanced by the monotonic one, never below the last event."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from shared.domain.catalogue import Catalogue

STEP = 5.0  # seconds by which the machine's clock must move away before it is noted


@dataclass(frozen=True)
class Pretence:
    """A clock for trying things out: starts at `start`, runs `rate` times as fast, from `until` on at its own pace."""

    start: datetime
    rate: float = 1.0
    until: datetime | None = None


class Clock:
    """The time of the centre, UTC. Steps of the machine's clock do not reach it; `step()` tells of them."""

    def __init__(
        self,
        not_before: datetime | None = None,
        pretence: Pretence | None = None,
        wall: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wall = wall
        self._monotonic = monotonic
        self._pretence = pretence
        self._started = monotonic()
        self._drift = wall() - self._started
        anchor = pretence.start if pretence else datetime.fromtimestamp(wall(), UTC)
        self._anchor = max(anchor, not_before) if not_before else anchor

    def now(self) -> datetime:
        """UTC, milliseconds: what is written is what is compared."""
        passed = timedelta(seconds=self._monotonic() - self._started)
        at = self._anchor + (self._hurried(passed) if self._pretence else passed)
        return at.astimezone(UTC).replace(microsecond=at.microsecond // 1000 * 1000)

    def _hurried(self, passed: timedelta) -> timedelta:
        assert self._pretence
        fast = passed * self._pretence.rate
        if self._pretence.until is None:
            return fast
        until = max(self._pretence.until - self._anchor, timedelta())
        return fast if fast <= until else until + (passed - until / self._pretence.rate)

    def step(self) -> float:
        """Seconds by which the machine's clock stepped since this was last asked; 0.0 for less than STEP."""
        drift = self._wall() - self._monotonic()
        stepped = drift - self._drift
        if abs(stepped) < STEP:
            return 0.0
        self._drift = drift
        return stepped


def read_pretence(text: str, catalogue: Catalogue) -> Pretence:
    """ "2026-11-23T08:25", "2026-11-23T08:25,60" or "2026-11-23T08:25,60,08:30", in the centre's own time.

    Raises ValueError in one sentence.
    """
    start_text, *more = text.split(",")
    try:
        start = datetime.fromisoformat(start_text).replace(tzinfo=catalogue.timezone)
        rate = float(more[0]) if more else 1.0
        if len(more) > 2 or not 0 < rate <= 3600:
            raise ValueError
        until = datetime.fromisoformat(f"{start.date()}T{more[1]}") if len(more) == 2 else None
    except ValueError:
        raise ValueError(
            f"clock {text!r}: expected a start such as 2026-11-23T08:25, with ,60 for sixty times as fast "
            "and ,08:30 for until when"
        ) from None
    return Pretence(start, rate, until.replace(tzinfo=catalogue.timezone) if until else None)
