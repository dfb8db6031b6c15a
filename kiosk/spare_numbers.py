"""Numbers that the kiosk gives by itself while the hub is away: A 001, each on disk before anybody sees it.

Plain Python, without Qt or socket. Times are UTC, by the hub's clock as far as the kiosk knows it.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from shared.domain import visit
from shared.domain.catalogue import Catalogue
from shared.domain.commands import IssueTicket, MergeSpare
from shared.domain.merging import VOID
from shared.domain.personal import without_document
from shared.domain.refusals import Refusal
from shared.domain.spare import LARGEST
from shared.domain.ticket import number_text
from shared.lan.messages import Letter, Receipt, StopShown
from shared.store.database import StoreError
from shared.store.journal import Journal, Spare

log = logging.getLogger(__name__)


class _Series(msgspec.Struct, frozen=True):
    """The letter of this kiosk, and the last number of it that the hub knew of on a day."""

    letter: str
    last: int = 0
    day: str = ""


@dataclass(frozen=True)
class Given:
    """A spare number: what screen and slip show, and the request id of its merge."""

    receipt: Receipt
    merge: str


class SpareNumbers:
    """Without a journal, or before the hub gave a letter, it gives none."""

    def __init__(self, journal: Journal | None = None, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._journal = journal
        self._monotonic = monotonic
        self._given_at: dict[str, float] = {}  # by merge, in this life of the program
        self._series = _Series("")
        self._spares: list[Spare] = []
        if journal:
            try:
                known = journal.recall("series")
                self._series = msgspec.json.decode(known, type=_Series) if known else self._series
                self._spares = journal.spares()
            except (StoreError, msgspec.DecodeError) as error:
                log.error("this kiosk gives no spare numbers: %s", error)
                self._journal = None

    @property
    def can_keep(self) -> bool:
        return self._journal is not None

    @property
    def letter(self) -> str:
        return self._series.letter

    @property
    def waiting(self) -> list[Spare]:
        """Those that the hub has not heard of, oldest first."""
        return [spare for spare in self._spares if spare.state in ("given", "told", "void")]

    def learn(self, told: Letter, day: str) -> None:
        """The hub's word on the letter. `day`: today's date. Logs what cannot be kept."""
        series = _Series(told.letter, told.last, day)
        if self._journal is None or series == self._series:
            return
        try:
            self._journal.remember("series", msgspec.json.encode(series))
            self._series = series
        except StoreError as error:
            log.error("%s", error)

    def can_give(self, now: datetime, catalogue: Catalogue, hub_seen: datetime | None) -> bool:
        """Whether a number is left: by the centre file's count and hours, and by three digits."""
        setting = catalogue.spare_numbers
        if self._journal is None or not self.letter or hub_seen is None:
            return False
        fresh = now - hub_seen <= timedelta(hours=setting.hours)
        return fresh and len(self.waiting) < setting.most and self._next(self._day(now, catalogue)) <= LARGEST

    def give(self, order: IssueTicket, first: str, now: datetime, catalogue: Catalogue) -> Given | None:
        """The next number for this order, on disk; None where it cannot be kept, or the catalogue lacks the service."""
        if self._journal is None:
            return None
        day = self._day(now, catalogue)
        token = secrets.token_urlsafe(16)
        body = msgspec.json.encode(without_document(order))
        taken = now.replace(microsecond=now.microsecond // 1000 * 1000)
        merge = uuid.uuid4().hex
        spare = Spare(self.letter, day, self._next(day), first or uuid.uuid4().hex, taken, body, token, merge)
        try:
            receipt = receipt_of(spare, order, catalogue)
            self._journal.give(spare)
        except (StoreError, Refusal) as error:
            log.error("no spare number: %s", error)
            return None
        self._spares.append(spare)
        self._given_at[merge] = self._monotonic()
        log.info("spare number given: %s", receipt.number)
        return Given(receipt, merge)

    def unprinted(self, catalogue: Catalogue) -> list[Given]:
        """Those that the kiosk was about to print when it ended, oldest first."""
        found = []
        for spare in (spare for spare in self._spares if spare.state == "given"):
            order = msgspec.json.decode(spare.body, type=IssueTicket)
            try:
                found.append(Given(receipt_of(spare, order, catalogue), spare.merge))
            except Refusal:  # of a service that is gone since
                self.void(spare.merge)
        return found

    def told(self, merge: str) -> None:
        """Its citizen has it."""
        self._mark(merge, "told")

    def void(self, merge: str) -> None:
        """Nobody has it."""
        self._mark(merge, "void")

    def merged(self, merge: str) -> None:
        """The hub has put it into its place."""
        self._mark(merge, "merged")

    def next_merge(self, hub_now: datetime) -> tuple[str, MergeSpare] | None:
        """The next one to tell the hub of, with its request id: always the same words under the same id."""
        spare = next((spare for spare in self.waiting if spare.state != "given"), None)
        if spare is None or self._journal is None:
            return None
        if spare.sent:
            return spare.merge, msgspec.json.decode(spare.sent, type=MergeSpare)
        order = self._merge_of(spare, hub_now)
        try:
            sent = msgspec.json.encode(order)
            self._journal.send(spare.merge, sent)
        except StoreError as error:
            log.error("%s", error)
            return None
        self._replace(spare.merge, sent=sent)
        return spare.merge, order

    def _merge_of(self, spare: Spare, hub_now: datetime) -> MergeSpare:
        order = msgspec.json.decode(spare.body, type=IssueTicket)
        taken = spare.taken_at
        if spare.merge in self._given_at:  # by the clock that only grows, back from the hub's own time
            taken = hub_now - timedelta(seconds=self._monotonic() - self._given_at[spare.merge])
            taken = taken.replace(microsecond=taken.microsecond // 1000 * 1000)
        return MergeSpare(
            letter=spare.letter,
            number=spare.number,
            first=spare.first,
            taken_at=taken,
            service=order.service,
            queue=order.queue,
            pay_first=order.pay_first,
            preferential=order.preferential,
            language=order.language,
            sign=order.sign,
            token=hashlib.sha256(spare.token.encode()).hexdigest(),
            void=VOID if spare.state == "void" else "",
        )

    def _mark(self, merge: str, state: str) -> None:
        if self._journal is None:
            return
        try:
            self._journal.mark(merge, state)
        except StoreError as error:
            log.error("%s", error)
        self._replace(merge, state=state)

    def _replace(self, merge: str, **fields: object) -> None:
        self._spares = [
            Spare(**{**{name: getattr(s, name) for name in Spare.__slots__}, **fields}) if s.merge == merge else s
            for s in self._spares
        ]

    def _day(self, now: datetime, catalogue: Catalogue) -> str:
        """Numbers begin anew each day; a clock that went back does not bring an old day back."""
        today = now.astimezone(catalogue.timezone).date().isoformat()
        return max([today, *(spare.day for spare in self._spares if spare.letter == self.letter)])

    def _next(self, day: str) -> int:
        known = self._series.last if self._series.day == day else 0
        own = (spare.number for spare in self._spares if (spare.letter, spare.day) == (self.letter, day))
        return max([known, *own]) + 1


def receipt_of(spare: Spare, order: IssueTicket, catalogue: Catalogue) -> Receipt:
    """What screen and slip show of it. `ticket` is below 0: it has no ticket yet. Raises Refusal."""
    queue, planned = visit.planned_stops(catalogue, order)
    return Receipt(
        ticket=-spare.number,
        number=number_text(spare.letter, spare.number),
        service=order.service,
        queue=queue,
        preferential=order.preferential,
        language=order.language,
        issued_at=spare.taken_at,
        ahead=0,
        between=None,
        stops=tuple(
            StopShown(
                stop.queue,
                stop.service,
                tuple(
                    counter.number
                    for counter in catalogue.counters_of[stop.queue]
                    if catalogue.serves(counter.number, stop.queue, stop.service)
                ),
                stop.gap,
            )
            for stop in planned
        ),
        token=spare.token,
    )
