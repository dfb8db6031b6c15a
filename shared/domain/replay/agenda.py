"""What is still to happen on a day, in order of time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo
from heapq import heappop, heappush


class Agenda:
    """Times are seconds since midnight of the centre; of equal ones, what was noted first happens first."""

    def __init__(self, day: date, zone: tzinfo) -> None:
        self._midnight = datetime.combine(day, datetime.min.time(), zone).astimezone(UTC)
        self._todo: list[tuple[float, int, Callable[..., None], tuple[object, ...]]] = []
        self._count = 0
        self.now = 0.0

    def __len__(self) -> int:
        return len(self._todo)

    @property
    def moment(self) -> datetime:
        return self._midnight + timedelta(milliseconds=round(self.now * 1000))

    def seconds(self, at: datetime) -> float:
        return (at - self._midnight).total_seconds()

    def at(self, seconds: float, action: Callable[..., None], *arguments: object) -> None:
        self._count += 1
        heappush(self._todo, (seconds, self._count, action, arguments))

    def after(self, seconds: float, action: Callable[..., None], *arguments: object) -> None:
        self.at(self.now + seconds, action, *arguments)

    def run(self) -> None:
        """Until nothing is left to happen."""
        while self._todo:
            self.now, _, action, arguments = heappop(self._todo)
            action(*arguments)
