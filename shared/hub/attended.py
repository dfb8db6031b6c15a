"""Which counters have a screen with a line to the hub, and since when the others have none."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

import msgspec

from shared.hub.views import Shown
from shared.lan.messages import DeviceRole, Hello
from shared.lan.views import CounterView


class Attended:
    """Lines of counters as they come and go. A counter that was not there since the hub began is away since then."""

    def __init__(self) -> None:
        self._begun: datetime | None = None
        self._lines: Counter[int] = Counter()
        self._away: dict[int, datetime] = {}

    def begin(self, at: datetime) -> None:
        """Of the hub, at its first line."""
        self._begun = self._begun or at

    def came(self, hello: Hello) -> None:
        if hello.role is DeviceRole.COUNTER:
            self._lines[hello.counter] += 1
            self._away.pop(hello.counter, None)

    def went(self, hello: Hello, at: datetime) -> None:
        if hello.role is DeviceRole.COUNTER:
            self._lines[hello.counter] -= 1
            if not self._lines[hello.counter]:
                self._away[hello.counter] = at

    def told(self, shown: Shown) -> Shown:
        """The views of a supervisor, with what is known of counters that are open and have no screen."""
        told = dict(shown)
        for key, view in shown.items():
            if isinstance(view, CounterView) and view.status != "closed" and not self._lines[view.counter]:
                since = self._away.get(view.counter, self._begun)
                told[key] = msgspec.structs.replace(view, away_since=since)
        return told
