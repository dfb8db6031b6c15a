"""What the hall board shows and says: which call is newest, which are announced and in what order.

No Qt and no clock: `at` is seconds of any clock that never goes back.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

import msgspec

from display_board.waits import WaitShown, waits_shown
from shared.domain import catalogue as domain
from shared.domain.catalogue import Catalogue
from shared.lan.views import CallView, HallView, QueueView

PULSE_S = 10.0  # EN 301 549 5.1.5: who cannot hear the chime must be able to see the call
AWAY_AFTER_S = 3.0  # after the link noticed, which takes up to 6 s: a hub that only starts again is back before
LONG_AWAY_S = 300.0  # calls missed for longer are shown, not spoken: whom they named has come, or is absent
ROWS_MOST = 6


class Stage(StrEnum):
    """What the whole board is about now."""

    CONNECTING = "connecting"
    AWAY = "away"
    CLOSED = "closed"
    OPEN = "open"


class CallShown(msgspec.Struct, frozen=True):
    """A call on the board. `call` is the hub's number for it, and never repeats in a day."""

    call: int
    number: str
    counter: int
    recall: bool = False


class Announcement(msgspec.Struct, frozen=True):
    """A call whose turn to be announced has come, and how many times it is said."""

    shown: CallShown
    times: int


class BoardView(msgspec.Struct, frozen=True):
    """All that the board shows. `spoken`: the day's announced calls, in order.

    now: in the centre's zone, to the minute; None until the zone is known. ended: there was attention today.
    """

    stage: Stage = Stage.CONNECTING
    now: datetime | None = None
    newest: CallShown | None = None
    pulsing: bool = False
    recent: tuple[CallShown, ...] = ()
    waits: tuple[WaitShown, ...] = ()
    notice: str = ""
    ended: bool = False
    opens_at: datetime | None = None
    no_sound: bool = False
    distance_m: float = domain.Board().distance_m
    panel_inches: float = domain.Board().panel_inches
    spoken: tuple[CallShown, ...] = ()


class Board:
    """The state of one hall board, from its first snapshot on."""

    def __init__(self, at: float) -> None:
        self.no_sound = False
        self._catalogue: Catalogue | None = None
        self._hall = HallView(day=None, open=False)
        self._waits: tuple[WaitShown, ...] = ()
        self._day: date | None = None
        self._known: tuple[CallView, ...] = ()  # the hub's list, oldest first
        self._heard = 0
        self._queue: deque[CallView] = deque()
        self._announcing = False
        self._newest: CallView | None = None
        self._since: float | None = None  # when the newest was announced; None: never, it was there at the start
        self._spoken: tuple[CallShown, ...] = ()
        self._left: float | None = at
        self._starting = True

    def hear(
        self, catalogue: Catalogue, hall: HallView, queues: Iterable[QueueView], calls: Iterable[CallView]
    ) -> None:
        """Take what the hub shows now. Every call newer than the last one heard is announced in its turn.

        At the start, those already there are only shown.
        """
        self._catalogue, self._hall, self._waits = catalogue, hall, waits_shown(catalogue, queues)
        self._known = tuple(sorted(calls, key=lambda call: call.call))
        if hall.day != self._day and not self._starting:
            self._forget()
        self._day = hall.day
        last = self._known[-1].call if self._known else 0
        if self._starting:
            self._begin_at(last)
        # A hub whose store goes less far than what was heard counts from there, or its next calls would be silent.
        self._heard = min(self._heard, last)
        self._queue.extend(call for call in self._known if call.call > self._heard)
        self._heard = last

    def take(self, at: float) -> Announcement | None:
        """The next call to announce, which becomes the newest; None while one is being announced, or there is none.

        Said twice, but once when others wait behind it.
        """
        if self._announcing or not self._queue or self._stage(at) is not Stage.OPEN:
            return None
        call = self._queue.popleft()
        self._announcing, self._newest, self._since = True, call, at
        self._spoken = (*self._spoken, _shown(call))
        return Announcement(_shown(call), 1 if self._queue else 2)

    def announced(self) -> None:
        """The call in course has been said to its end."""
        self._announcing = False

    def hub_left(self, at: float) -> None:
        if self._left is None:
            self._left = at

    def hub_came(self, at: float) -> None:
        if self._left is not None and at - self._left > LONG_AWAY_S:
            self._starting = True
        self._left = None

    def view(self, at: float, now: datetime) -> BoardView:
        """What is shown at this moment; `now` is the hub's time."""
        catalogue = self._catalogue
        if catalogue is None:
            return BoardView(self._stage(at), no_sound=self.no_sound)
        zone, opens_at = catalogue.timezone, self._hall.opens_at
        return BoardView(
            stage=self._stage(at),
            now=_minute(now.astimezone(zone)),
            newest=_shown(self._newest) if self._newest else None,
            pulsing=self._since is not None and at - self._since < PULSE_S,
            recent=self._recent(),
            waits=self._waits,
            notice=catalogue.board.notice,
            ended=self._hall.day is not None and self._hall.day == now.astimezone(zone).date(),
            opens_at=opens_at.astimezone(zone) if opens_at else None,
            no_sound=self.no_sound,
            distance_m=catalogue.board.distance_m,
            panel_inches=catalogue.board.panel_inches,
            spoken=self._spoken,
        )

    def _stage(self, at: float) -> Stage:
        if self._left is not None and at - self._left >= AWAY_AFTER_S:
            return Stage.AWAY
        if self._starting:
            return Stage.CONNECTING
        if self._hall.open or self._queue or self._announcing:
            return Stage.OPEN
        return Stage.CLOSED

    def _begin_at(self, last: int) -> None:
        self._queue.clear()
        self._heard, self._since, self._starting = last, None, False
        self._newest = self._known[-1] if self._known else None

    def _forget(self) -> None:
        """Another day: its calls count from 1."""
        self._queue.clear()
        self._heard, self._newest, self._since, self._spoken = 0, None, None, ()

    def _recent(self) -> tuple[CallShown, ...]:
        """The other calls, newest first, each number once: nobody is sent to the counter of an older call."""
        numbers = {self._newest.number} if self._newest else set()
        recent: list[CallShown] = []
        for call in reversed(self._known):
            if call.number not in numbers and len(recent) < ROWS_MOST:
                numbers.add(call.number)
                recent.append(_shown(call))
        return tuple(recent)


def _shown(call: CallView) -> CallShown:
    return CallShown(call.call, call.number, call.counter, call.recall)


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)
