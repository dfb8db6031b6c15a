"""The hub is back: the spare numbers are told to it, one after another, until it has every one."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Protocol

from kiosk.spare_numbers import SpareNumbers
from shared.domain.commands import Command, TakeLetter
from shared.domain.refusals import Code
from shared.lan.messages import Answer, Letter, Refused

log = logging.getLogger(__name__)

LATER = (Code.DAY_NOT_OPEN.value, Code.NOT_THE_LETTER.value, Code.DISK_FULL.value)
"""The hub will take it once its day is open, or its disk has room; a letter that is another's is for people to mend."""
AGAIN_AFTER = 30
"""Seconds until such a one is tried again."""


class Line(Protocol):
    """What is needed of the line to the hub."""

    is_online: bool

    def send(self, command: Command, request: str = "") -> str: ...

    def now(self) -> datetime: ...


class Reunion:
    """One merge is under way at most."""

    def __init__(self, spares: SpareNumbers, link: Line) -> None:
        self._spares = spares
        self._link = link
        self._under_way = ""
        self._asked_letter = ""
        self._pause = 0

    def begin(self) -> None:
        """The hub is there."""
        self._under_way, self._pause = "", 0
        if self._spares.can_keep:
            self._asked_letter = self._link.send(TakeLetter(self._spares.letter))
        self.go_on()

    def second_passed(self) -> None:
        self._pause = max(0, self._pause - 1)
        self.go_on()

    def go_on(self) -> None:
        """Tell the hub of the next one, where nothing stands in the way."""
        if not self._link.is_online or self._under_way or self._pause or not self._spares.letter:
            return
        following = self._spares.next_merge(self._link.now())
        if following:
            self._under_way, order = following
            self._link.send(order, self._under_way)

    def answered(self, answer: Answer, day: str) -> bool:
        """Whether the answer was to this. `day`: today's date."""
        if answer.request == self._asked_letter:
            if isinstance(answer.result, Letter):
                self._spares.learn(answer.result, day)
            return True
        if answer.request != self._under_way:
            return False
        log.info("spare number merged: %s", getattr(answer.result, "number", "it has no ticket"))
        self._end()
        return True

    def refused(self, refused: Refused) -> bool:
        """Whether the refusal was of this."""
        if refused.request == self._asked_letter:
            log.warning("this kiosk has no letter: %s", refused.code)
            return True
        if refused.request != self._under_way:
            return False
        if refused.code in LATER:
            self._under_way, self._pause = "", AGAIN_AFTER
            return True
        log.error("the hub does not take a spare number: %s %s", refused.code, refused.params)
        self._end()
        return True

    def _end(self) -> None:
        self._spares.merged(self._under_way)
        self._under_way = ""
        self.go_on()
