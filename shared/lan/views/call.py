"""What is shown of a call."""

from __future__ import annotations

from datetime import datetime

from shared.lan.views.shown import Shown

RECENT_CALLS = 40


class CallView(Shown, frozen=True, tag="call"):
    """One call of the day: `call` counts from 1 and never repeats; a recall is a call of its own."""

    call: int
    number: str
    counter: int
    recall: bool
    at: datetime
    languages: tuple[str, ...] = ("es",)
