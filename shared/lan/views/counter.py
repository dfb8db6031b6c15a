"""What is shown of a counter and the citizen at it."""

from __future__ import annotations

from datetime import datetime

import msgspec

from shared.domain.events import Because
from shared.lan.views.shown import Shown


class StopView(msgspec.Struct, frozen=True):
    """One stop of a visit: where, for what, how far. gap, free: as planned; counter: the last one that called it."""

    queue: str
    service: str
    state: str
    counter: int = 0
    gap: int = 0
    free: bool = False


class AttentionView(Shown, frozen=True, tag="attention"):
    """The ticket at a counter. state: called or serving. `promised`: the range in minutes told to the citizen.

    `came_from`: counter of the ticket's stop before this one, or 0. `next_queue`: where it goes after, or "".
    `before`, `after`: its stops that ended, and those planned. `together`: numbers of its group that came with it.
    `note`: what the counter before wrote (not for supervisors). `document`: there is one to ask for. `slot`: of its
    appointment; `late`: of one that it missed.
    """

    attention: int
    ticket: int
    number: str
    queue: str
    service: str
    state: str
    preferential: bool
    language: str
    arrived_at: datetime
    waited: int
    called_at: datetime
    calls: int
    because: Because
    limit_minutes: int
    started_at: datetime | None = None
    services: tuple[str, ...] = ()
    promised: tuple[int, int] | None = None
    came_from: int = 0
    next_queue: str = ""
    before: tuple[StopView, ...] = ()
    after: tuple[StopView, ...] = ()
    together: tuple[str, ...] = ()
    note: str = ""
    slot: datetime | None = None
    late: datetime | None = None
    sign: bool = False
    document: bool = False


class FiguresView(msgspec.Struct, frozen=True):
    """The day of a counter: attentions finished, their mean in seconds, within the ANS, absent."""

    finished: int = 0
    mean_seconds: int = 0
    within_limit: int = 0
    absent: int = 0


class UndoView(msgspec.Struct, frozen=True):
    """What this counter can take back, and until when. what: call or finish."""

    what: str
    number: str
    until: datetime


class CounterView(Shown, frozen=True, tag="counter"):
    """A counter. status: closed, open or paused (`reason`). away_since: no screen of it has a line to the hub since
    then; only the supervisor is told.
    """

    counter: int
    status: str
    advisor: str = ""
    reason: str = ""
    since: datetime | None = None
    attention: AttentionView | None = None
    figures: FiguresView = FiguresView()
    undo: UndoView | None = None
    away_since: datetime | None = None
