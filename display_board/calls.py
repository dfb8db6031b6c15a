"""The calls of a hall as a queue: each is announced in its turn, none is lost and no two at once.

No Qt and no clock: `at` is seconds of any clock that never goes back, `now` the hub's time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from shared.lan.views import CallView

PULSE_S = 10.0  # EN 301 549 5.1.5: who cannot hear the chime must be able to see the call
FRESH = timedelta(seconds=90)  # a call that nobody has announced is still worth announcing for so long
TIMES = 2
ROWS_MOST = 6


class CallShown(msgspec.Struct, frozen=True):
    """A call on the board. `call` is the hub's number for it, and never repeats in a day.

    flashing: it has just been announced, or is about to be.
    """

    call: int
    number: str
    counter: int
    recall: bool = False
    flashing: bool = False


class Announcement(msgspec.Struct, frozen=True):
    """A call whose turn to be said has come. again: for the second time, which needs no chime.

    hurried: others wait behind it, so it is said in one language.
    """

    shown: CallShown
    languages: tuple[str, ...] = ("es",)
    hurried: bool = False
    again: bool = False


class Calls:
    """Of one day. A call is said twice, but once where others wait behind it by then."""

    def __init__(self) -> None:
        self.known: tuple[CallView, ...] = ()  # the hub's list, oldest first
        self.newest: CallView | None = None
        self.spoken: tuple[CallShown, ...] = ()
        self._heard = 0  # the last call that was taken into the queue
        self._queue: deque[CallView] = deque()
        self._announced_at: dict[int, float] = {}
        self._is_saying = False
        self._sayings = 0  # of the newest that are over; TIMES: no more follow

    def begin(self, calls: Iterable[CallView], now: datetime) -> None:
        """At the start, and after a long absence: what is old or was announced is shown, and not said."""
        self._take_in(calls)
        self._queue.clear()
        self._heard, self._sayings, self._announced_at = self._last(), TIMES, {}
        self._queue.extend(call for call in self.known if _is_fresh(call, now))
        shown = [call for call in self.known if call.call not in self._waiting()]
        self.newest = shown[-1] if shown else None

    def hear(self, calls: Iterable[CallView]) -> None:
        """What the hub shows now: each call newer than the last one waits for its turn."""
        self._take_in(calls)
        # A hub whose store goes less far than what was heard counts from there, or its next calls would be silent.
        self._heard = min(self._heard, self._last())
        self._queue.extend(call for call in self.known if call.call > self._heard)
        self._heard = self._last()

    def take_over(self, now: datetime) -> None:
        """The board that spoke here is gone: what it has not said to its end is said by this one, in its place."""
        waiting = self._waiting()
        current = self.newest.call if self.newest and self._is_saying else 0
        lost = (call for call in self.known if _is_fresh(call, now) and call.call not in waiting)
        mine = [call for call in lost if call.call != current]
        self._queue = deque(sorted((*mine, *self._queue), key=lambda call: call.call))

    def take(self, at: float) -> Announcement | None:
        """What is to be said now, if anything: the next call, which becomes the newest; or the same one again."""
        if self._is_saying:
            return None
        again = not self._queue and self._sayings < TIMES and self.newest is not None
        if not again:
            if not self._queue:
                return None
            self.newest, self._sayings = self._queue.popleft(), 0
            self._announced_at[self.newest.call] = at
            self.spoken = (*self.spoken, _shown(self.newest))
        assert self.newest
        self._is_saying = True
        return Announcement(_shown(self.newest), self.newest.languages, bool(self._queue), again)

    def said(self) -> CallView | None:
        """The saying in course is over. Returns the call when it was its first one."""
        if not self._is_saying:
            return None
        self._is_saying = False
        self._sayings += 1
        return self.newest if self._sayings == 1 else None

    def forget(self) -> None:
        """Another day: its calls count from 1. The call in course is said to its end."""
        self._queue.clear()
        self._announced_at.clear()
        self._heard, self._sayings, self.newest, self.spoken = 0, TIMES, None, ()

    def shown_newest(self) -> CallShown | None:
        return _shown(self.newest) if self.newest else None

    @property
    def is_busy(self) -> bool:
        return self._is_saying or bool(self._queue) or (self.newest is not None and self._sayings < TIMES)

    @property
    def backlog(self) -> int:
        return len(self._queue)

    def is_flashing(self, call: CallView, at: float) -> bool:
        announced = self._announced_at.get(call.call)
        return call.call in self._waiting() or (announced is not None and at - announced < PULSE_S)

    def recent(self, at: float) -> tuple[CallShown, ...]:
        """The other calls: those that were just said, those about to be, the rest; newest first, each number once.

        Nobody is sent to the counter of an older call.
        """
        last = {call.number: call.call for call in (*self.known, *self._queue)}
        newest = self.newest.number if self.newest else ""
        shown = [call for call in self.known if call.number != newest and last[call.number] == call.call]
        said = [call for call in reversed(shown) if call.call not in self._waiting()]
        flashing = [call for call in said if self.is_flashing(call, at)]
        waiting = [call for call in self._queue if call.number != newest and last[call.number] == call.call]
        in_order = (*flashing, *waiting, *(call for call in said if call not in flashing))
        return tuple(_shown(call, flashing=self.is_flashing(call, at)) for call in in_order[:ROWS_MOST])

    def _waiting(self) -> set[int]:
        return {call.call for call in self._queue}

    def _take_in(self, calls: Iterable[CallView]) -> None:
        self.known = tuple(sorted(calls, key=lambda call: call.call))

    def _last(self) -> int:
        return self.known[-1].call if self.known else 0


def _is_fresh(call: CallView, now: datetime) -> bool:
    return not call.spoken and now - call.at <= FRESH


def _shown(call: CallView, *, flashing: bool = False) -> CallShown:
    return CallShown(call.call, call.number, call.counter, call.recall, flashing)
