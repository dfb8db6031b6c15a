"""What the hall board shows and says, from what its hub tells it.

No Qt and no clock: `at` is seconds of any clock that never goes back.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

import msgspec

from display_board.calls import PULSE_S as PULSE_S, ROWS_MOST as ROWS_MOST, Announcement, Calls, CallShown
from display_board.media.programme import ItemShown
from display_board.waits import WaitShown, waits_shown
from shared.domain import catalogue as domain
from shared.domain.catalogue import Catalogue
from shared.lan.views import CallView, HallView, QueueView

AWAY_AFTER_S = 3.0  # after the link noticed, which takes up to 6 s: a hub that only starts again is back before
LONG_AWAY_S = 300.0  # calls missed for longer are shown, not spoken: whom they named has come, or is absent


class Stage(StrEnum):
    """What the whole board is about now."""

    CONNECTING = "connecting"
    AWAY = "away"
    CLOSED = "closed"
    OPEN = "open"


class BoardView(msgspec.Struct, frozen=True):
    """All that the board shows. `spoken`: the day's announced calls, in order.

    now: in the centre's zone, to the minute; None until the zone is known. ended: there was attention today.
    backlog: how many calls wait to be announced. item: what is on between calls; has_media: pictures or films are too.
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
    backlog: int = 0
    item: ItemShown | None = None
    has_media: bool = False

    @property
    def is_calling(self) -> bool:
        """Whether somebody is being called: nothing else may move then."""
        return self.pulsing or self.backlog > 0


class Board:
    """The state of one hall board, from its first snapshot on."""

    def __init__(self, at: float) -> None:
        self.no_sound = False
        self._catalogue: Catalogue | None = None
        self._hall = HallView(day=None, open=False)
        self._queues: tuple[QueueView, ...] = ()
        self._day: date | None = None
        self._calls = Calls()
        self._left: float | None = at
        self._starting = True
        self._speaks = True

    def hear(
        self,
        catalogue: Catalogue,
        hall: HallView,
        queues: Iterable[QueueView],
        calls: Iterable[CallView],
        now: datetime,
        *,
        speaks: bool = True,
    ) -> None:
        """Take what the hub shows now. Every call newer than the last one heard is announced in its turn.

        At the start, those already there are only shown, unless they are of this moment and nobody said them.
        speaks: whether this is the board that speaks in its zone.
        """
        self._catalogue, self._hall, self._queues = catalogue, hall, tuple(queues)
        if hall.day != self._day and not self._starting:
            self._calls.forget()
        self._day = hall.day
        if self._starting:
            self._calls.begin(calls, now)
            self._starting = False
        else:
            self._calls.hear(calls)
            if speaks and not self._speaks:
                self._calls.take_over(now)
        self._speaks = speaks

    def take(self, at: float) -> Announcement | None:
        """What is to be said now; None while something is, or there is nothing."""
        return self._calls.take(at) if self._stage(at) is Stage.OPEN else None

    def said(self) -> CallView | None:
        """The saying in course is over. Returns the call when it has been heard now for the first time."""
        return self._calls.said()

    @property
    def is_hurried(self) -> bool:
        """Whether calls wait behind the one that is said now."""
        return self._calls.backlog > 0

    @property
    def is_busy(self) -> bool:
        """Whether something is being said, or is still to be."""
        return self._calls.is_busy

    def hub_left(self, at: float) -> None:
        if self._left is None:
            self._left = at

    def hub_came(self, at: float) -> None:
        if self._left is not None and at - self._left > LONG_AWAY_S:
            self._starting = True
        self._left = None

    def view(self, at: float, now: datetime) -> BoardView:
        """What is shown at this moment; `now` is the hub's time."""
        catalogue, calls = self._catalogue, self._calls
        if catalogue is None:
            return BoardView(self._stage(at), no_sound=self.no_sound)
        zone, opens_at = catalogue.timezone, self._hall.opens_at
        return BoardView(
            stage=self._stage(at),
            now=_minute(now.astimezone(zone)),
            newest=calls.shown_newest(),
            pulsing=calls.newest is not None and calls.is_flashing(calls.newest, at),
            recent=calls.recent(at),
            backlog=calls.backlog,
            waits=waits_shown(catalogue, self._queues, now),
            notice=catalogue.board.notice,
            ended=self._hall.day is not None and self._hall.day == now.astimezone(zone).date(),
            opens_at=opens_at.astimezone(zone) if opens_at else None,
            no_sound=self.no_sound,
            distance_m=catalogue.board.distance_m,
            panel_inches=catalogue.board.panel_inches,
            spoken=calls.spoken,
        )

    def _stage(self, at: float) -> Stage:
        if self._left is not None and at - self._left >= AWAY_AFTER_S:
            return Stage.AWAY
        if self._starting:
            return Stage.CONNECTING
        if self._hall.open or self._calls.is_busy:
            return Stage.OPEN
        return Stage.CLOSED


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)
