"""The kiosk while its hub is away, and what is left to do when it is back: numbers, memory, unfinished business.

Plain Python, without Qt. Joins the last that was known, the spare numbers, their reunion, and what was under way when
the kiosk ended.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Protocol

from kiosk.before import CLAIM_WITHIN, Before, Unclaimed
from kiosk.flow import Flow
from kiosk.last_known import LastKnown
from kiosk.reunion import Line, Reunion
from kiosk.spare_numbers import SpareNumbers
from shared.domain.catalogue import Catalogue
from shared.domain.commands import Command, IssueTicket
from shared.lan.messages import Answer, Receipt, Refused
from shared.lan.views import HallView, ServiceView
from shared.ui.outbox import Outbox

LOOK_EVERY = 15
"""Seconds between two looks at what is open, while the hub is away."""


class Link(Line, Protocol):
    """What is needed of the line to the hub."""

    outbox: Outbox

    def suppose(self, now: datetime) -> None: ...


class Alone:
    """`unclaimed`: the number of before that somebody may still claim."""

    def __init__(self, link: Link) -> None:
        journal = link.outbox.journal
        self._link = link
        self._known = LastKnown(journal)
        self._spares = SpareNumbers(journal)
        self._reunion = Reunion(self._spares, link)
        self._before = Before(journal, self._spares, link.send)
        self._unclaimed: Unclaimed | None = None
        self._seconds = 0
        if not link.is_online and self._known.seen:
            link.suppose(self._known.time(datetime.now(UTC)))

    @property
    def _day(self) -> str:
        catalogue = self._known.catalogue
        return self._link.now().astimezone(catalogue.timezone if catalogue else UTC).date().isoformat()

    def note(self, catalogue: Catalogue, hall: HallView | None, services: Iterable[ServiceView]) -> None:
        """What the hub shows now."""
        self._known.note(self._link.now(), catalogue, hall, services)
        self._reunion.go_on()

    def hub_is_back(self) -> None:
        self._reunion.begin()

    def go(self, flow: Flow) -> None:
        """The hub stays away: offer what is known, where there is a number to give."""
        catalogue, now = self._known.catalogue, self._link.now()
        if self._link.is_online or catalogue is None:
            return
        if self._can_give(catalogue):
            flow.go_alone(catalogue, self._known.hall(now), self._known.services(now))
            self.ask_whose(flow)
        else:
            flow.run_out()

    def _can_give(self, catalogue: Catalogue) -> bool:
        seen = self._known.seen
        return self._spares.can_give(self._link.now(), catalogue, seen.hub if seen else None)

    def give(self, order: Command | None, request: str) -> Unclaimed | None:
        """A spare number for this order; `request`: under which it was sent, or ""."""
        catalogue = self._known.catalogue
        if catalogue is None or not isinstance(order, IssueTicket) or not self._can_give(catalogue):
            return None
        given = self._spares.give(order, request, self._link.now(), catalogue)
        return Unclaimed(given.receipt, merge=given.merge) if given else None

    def second_passed(self, flow: Flow) -> Unclaimed | None:
        """The number that waits to be claimed, if any."""
        self._reunion.second_passed()
        self._seconds += 1
        if (flow.alone or flow.spent) and self._seconds % LOOK_EVERY == 0:
            self.go(flow)
        return self._unclaimed

    def ask_whose(self, flow: Flow) -> None:
        """Once what is offered is known: whether a number of before was not printed."""
        if self._unclaimed is None and flow.offer is not None:
            one = self._before.unclaimed(flow.offer.catalogue)
            self._ask(flow, one)

    def _ask(self, flow: Flow, one: Unclaimed | None) -> None:
        if one is None:
            return
        if flow.ask_whose(one.receipt, CLAIM_WITHIN, provisional=bool(one.merge)):
            self._unclaimed = one
        else:
            self._before.give_up(one)

    def claimed(self) -> Unclaimed | None:
        one, self._unclaimed = self._unclaimed, None
        return one

    def give_up(self) -> None:
        """Nobody claimed it."""
        if one := self.claimed():
            self._before.give_up(one)
            self._reunion.go_on()

    def told(self, one: Unclaimed) -> None:
        """Its citizen has the number."""
        self._before.told(one)
        self._reunion.go_on()

    def settle(self, request: str) -> None:
        self._before.settle(request)

    def answered(self, answer: Answer, flow: Flow) -> bool:
        """Whether the answer was to something of the kiosk's own."""
        if self._reunion.answered(answer, self._day):
            self._before.settle(answer.request)
            return True
        if answer.request not in self._before.orphans:
            return False
        self._before.orphans.discard(answer.request)
        if isinstance(answer.result, Receipt):
            self._ask(flow, Unclaimed(answer.result, request=answer.request))
        return True

    def refused(self, refused: Refused) -> bool:
        """Whether the refusal was of something of the kiosk's own."""
        self._before.orphans.discard(refused.request)
        return self._reunion.refused(refused)
