"""A board's queue of calls, lived through in virtual time: the board's own code, and the lengths of its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from display_board.board import Board
from display_board.calls import Announcement
from display_board.clip import first_word_after
from display_board.phrases import Phrases
from display_board.voice import LEAST_MS
from installers.calls_report.lengths import Length, of_saying
from shared.domain.catalogue import Catalogue
from shared.lan.views import CallView, HallView

START = datetime(2026, 11, 23, 13, 30, tzinfo=UTC)
MAKING_S = 0.15  # in which the engine makes a sentence; the report shows what it takes in real time
KEPT = 40  # calls that the hub shows a board


class Spoken(NamedTuple):
    """One saying: seconds since the start of the hour."""

    call: int
    began: float
    first_word: float
    ended: float
    again: bool


class Wrong(NamedTuple):
    """What must not be: how many calls lost, said more often than they may be, out of order, over another one."""

    lost: int
    doubled: int
    out_of_order: int
    overlapping: int


class Loudspeaker:
    """One zone with its board."""

    def __init__(self, catalogue: Catalogue, phrases: Phrases, length: Length) -> None:
        self.catalogue, self._phrases, self._length = catalogue, phrases, length
        self._hall = HallView(day=START.date(), open=True)

    def live(self, calls: Sequence[CallView]) -> list[Spoken]:
        """Each call comes at its moment; what is said takes its time."""
        board, spoken, heard = Board(0.0), list[Spoken](), 0
        board.hub_came(0.0)
        board.hear(self.catalogue, self._hall, [], [], START)
        now, free = 0.0, 0.0
        while True:
            while heard < len(calls) and seconds(calls[heard]) <= now:
                heard += 1
                shown = calls[max(0, heard - KEPT) : heard]
                board.hear(self.catalogue, self._hall, [], shown, START + timedelta(seconds=now))
            if now >= free:
                board.said()
                announcement = board.take(now)
                if announcement:
                    spoken.append(self.say(announcement, now))
                    free = spoken[-1].ended
            later = [seconds(calls[heard])] if heard < len(calls) else []
            later += [free] if free > now else []
            if not later:
                return spoken
            now = min(later)

    def say(self, announcement: Announcement, now: float) -> Spoken:
        shown = announcement.shown
        counter = self.catalogue.counter.get(shown.counter)
        saying = self._phrases.saying(
            shown.number,
            shown.counter,
            announcement.languages,
            counter.way if counter else "",
            hurried=announcement.hurried,
        )
        how = {"again": announcement.again, "hurried": announcement.hurried}
        lasts = max(of_saying(saying, self._length, **how), LEAST_MS / 1000)
        begins = now + MAKING_S
        return Spoken(shown.call, now, begins + first_word_after(**how), begins + lasts, announcement.again)


def seconds(call: CallView) -> float:
    return (call.at - START).total_seconds()


def wrongs(calls: Sequence[CallView], spoken: Sequence[Spoken]) -> Wrong:
    """Compares the call log with the spoken log of one zone."""
    first = [one.call for one in spoken if not one.again]
    made = [call.call for call in calls]
    return Wrong(
        lost=len(set(made) - set(first)),
        doubled=len(first) - len(set(first)),
        out_of_order=sum(later < before for before, later in pairwise(first)),
        overlapping=sum(later.began < before.ended - 1e-9 for before, later in pairwise(spoken)),
    )


def waits(calls: Sequence[CallView], spoken: Sequence[Spoken]) -> list[float]:
    """Seconds from each call to its first word."""
    at = {call.call: seconds(call) for call in calls}
    return [one.first_word - at[one.call] for one in spoken if not one.again]


def part(values: Sequence[float], share: float) -> float:
    """The value below which this share of them lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
