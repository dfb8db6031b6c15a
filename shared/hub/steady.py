"""Ranges that people read keep still: each changes at most once a minute."""

from __future__ import annotations

from datetime import datetime, timedelta

from shared.domain.waiting import Range

STILL = timedelta(minutes=1)


class Steady:
    """What is shown of each wait, and since when. A range that begins or ends is shown at once."""

    def __init__(self) -> None:
        self._shown: dict[str, tuple[Range | None, datetime]] = {}

    def shown(self, key: str, wait: Range | None, at: datetime) -> Range | None:
        """What to show under a key at a moment, where `wait` is what is expected now."""
        before = self._shown.get(key)
        if before is not None:
            old, since = before
            if old == wait or (old and wait and at - since < STILL):
                return old
        self._shown[key] = wait, at
        return wait
