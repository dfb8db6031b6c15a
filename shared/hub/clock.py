"""The centre's clock: anchored to the machine's, advanced by the monotonic one, never below the last event.

While a day is open nothing moves it but time itself, so every duration is net of what happens to the machine's clock;
while none is open it follows. A machine's clock that cannot be right (before the last event, or long after it: a dead
battery says 1970 or 2000, some say 2036) is not believed: time goes on from the last event, no day opens by itself,
and whoever supervises is told until somebody sets that clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum

STEP = 5.0  # seconds by which the machine's clock must move away before it is noted
BEHIND = timedelta(hours=1)  # before the last event: more than any correction of a clock that was right
AHEAD = timedelta(days=45)  # after the last event: longer than a centre stays shut
EARLIEST = datetime(2024, 1, 1, tzinfo=UTC)  # a clock before this is dead, even where the log says nothing


class Doubt(StrEnum):
    """What is wrong with the machine's clock. DIFFERS: the centre's own time is another one until its day closes."""

    NONE = ""
    BEHIND = "behind"
    AHEAD = "ahead"
    DIFFERS = "differs"


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
        *,
        trusted: bool = False,
    ) -> None:
        """`not_before`: the time of the last event. `trusted`: somebody says that the machine's clock is right."""
        self._wall = wall
        self._monotonic = monotonic
        self._pretence = pretence
        self._trusted = trusted
        self._started = monotonic()
        self._drift = wall() - self._started
        anchor = pretence.start if pretence else self.machine()
        if not_before and (pretence is None and self._unbelievable(not_before)):
            anchor = not_before
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

    def doubt(self, last: datetime | None) -> Doubt:
        """What is wrong with the machine's clock, as far as can be told from the last event."""
        if self._pretence:
            return Doubt.NONE
        if unbelievable := self._unbelievable(last):
            return unbelievable
        apart = abs(self.machine() - self.now())
        return Doubt.DIFFERS if apart > timedelta(minutes=1) else Doubt.NONE

    def follow(self, last: datetime | None) -> None:
        """Take the machine's time again, where it can be right: no day is open, so nothing is measured meanwhile."""
        if self._pretence or self._unbelievable(last):
            return
        self._started = self._monotonic()
        self._anchor = max(self.machine(), last) if last else self.machine()

    def machine(self) -> datetime:
        """What the machine's clock says, UTC."""
        return datetime.fromtimestamp(self._wall(), UTC)

    def _unbelievable(self, last: datetime | None) -> Doubt:
        machine = self.machine()
        if machine < EARLIEST or (last and machine < last - BEHIND):
            return Doubt.BEHIND
        if last and EARLIEST < last < machine - AHEAD and not self._trusted:
            return Doubt.AHEAD
        return Doubt.NONE

    def step(self) -> float:
        """Seconds by which the machine's clock stepped since this was last asked; 0.0 for less than STEP."""
        drift = self._wall() - self._monotonic()
        stepped = drift - self._drift
        if abs(stepped) < STEP:
            return 0.0
        self._drift = drift
        return stepped


def read_pretence(text: str, zone: tzinfo) -> Pretence:
    """ "2026-11-23T08:25", "2026-11-23T08:25,60" or "2026-11-23T08:25,60,08:30", in the centre's own zone.

    Raises ValueError in one sentence.
    """
    start_text, *more = text.split(",")
    try:
        start = datetime.fromisoformat(start_text).replace(tzinfo=zone)
        rate = float(more[0]) if more else 1.0
        if len(more) > 2 or not 0 < rate <= 3600:
            raise ValueError
        until = datetime.fromisoformat(f"{start.date()}T{more[1]}") if len(more) == 2 else None
    except ValueError:
        raise ValueError(
            f"clock {text!r}: expected a start such as 2026-11-23T08:25, with ,60 for sixty times as fast "
            "and ,08:30 for until when"
        ) from None
    return Pretence(start, rate, until.replace(tzinfo=zone) if until else None)
