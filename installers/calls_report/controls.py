"""Three voices and two boards as they should not be: if the report found nothing in these, it could find nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from display_board.board import Board
from display_board.calls import Announcement, CallShown
from installers.calls_report.hall import Loudspeaker, Spoken, seconds
from shared.domain.catalogue import Catalogue
from shared.lan.views import CallView, HallView, QueueView

FULL = 5


class AtOnce(Loudspeaker):
    """Says each call the moment it comes."""

    def live(self, calls: Sequence[CallView]) -> list[Spoken]:
        return [self.say(_announced(call), seconds(call)) for call in calls]


class Forgetful(Loudspeaker):
    """Says one after the other, and forgets what comes while five wait."""

    def live(self, calls: Sequence[CallView]) -> list[Spoken]:
        spoken: list[Spoken] = []
        for call in calls:
            waiting = sum(one.ended > seconds(call) for one in spoken)
            if waiting < FULL:
                spoken.append(self.say(_announced(call), max(seconds(call), spoken[-1].ended if spoken else 0.0)))
        return spoken


class Unhurried(Loudspeaker):
    """Says every call twice, however many wait."""

    def live(self, calls: Sequence[CallView]) -> list[Spoken]:
        spoken: list[Spoken] = []
        for call in calls:
            spoken.append(self.say(_announced(call), max(seconds(call), spoken[-1].ended if spoken else 0.0)))
            spoken.append(self.say(_announced(call, again=True), spoken[-1].ended))
        return spoken


class Glancing(Board):
    """Looks up only when it has said what it knows, and then takes the newest call for the next one."""

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
        if not self.is_busy:
            super().hear(catalogue, hall, queues, tuple(calls)[-1:], now, speaks=speaks)


class Trusting(Board):
    """Goes on showing what it was told, whoever is there."""

    def hub_left(self, at: float) -> None:
        """Nothing that it minds."""


def _announced(call: CallView, *, again: bool = False) -> Announcement:
    return Announcement(CallShown(call.call, call.number, call.counter, call.recall), call.languages, again=again)
