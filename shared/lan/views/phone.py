"""A ticket on a phone."""

from __future__ import annotations

from datetime import datetime

from shared.lan.views.counter import StopView
from shared.lan.views.shown import Shown


class PhoneView(Shown, frozen=True, tag="phone"):
    """A ticket as whoever holds its slip sees it on a phone; there is none of a ticket that has ended.

    state: waiting, called, serving, held, returning, or absent while it may still come back. ahead: who is before it in
    its queue. between: when it was promised to be called. counter: that called it last, in `calls` calls; 0 for none.
    until: when a return leg becomes callable, or a grace ends. stops: all of the visit; `at` is the index of its own.
    interrupted: as in `ServiceView`.
    """

    number: str
    state: str
    language: str
    stops: tuple[StopView, ...]
    at: int = 0
    ahead: int = 0
    between: tuple[datetime, datetime] | None = None
    counter: int = 0
    calls: int = 0
    until: datetime | None = None
    interrupted: str = ""
