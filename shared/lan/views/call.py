"""What is shown of a call."""

from __future__ import annotations

from datetime import datetime

from shared.lan.views.shown import Shown

RECENT_CALLS = 40


class CallView(Shown, frozen=True, tag="call"):
    """One call of the day: `call` counts from 1 and never repeats; a recall is a call of its own.

    languages: in which it is said, in this order. spoken: a board has announced it.
    """

    call: int
    number: str
    counter: int
    recall: bool
    at: datetime
    languages: tuple[str, ...] = ("es",)
    spoken: bool = False


class VoiceView(Shown, frozen=True, tag="voice"):
    """Which board speaks the calls of a zone; where several could, the others only show them. "": none."""

    device: str
