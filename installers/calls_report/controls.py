"""Three voices as they should not be: what the report looks for is found in them, or it could not find it at all."""

from __future__ import annotations

from collections.abc import Sequence

from display_board.calls import Announcement, CallShown
from installers.calls_report.hall import Loudspeaker, Spoken, seconds
from shared.lan.views import CallView

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


def _announced(call: CallView, *, again: bool = False) -> Announcement:
    return Announcement(CallShown(call.call, call.number, call.counter, call.recall), call.languages, again=again)
