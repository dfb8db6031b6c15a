"""What was under way when the kiosk ended: numbers that nobody may hold.

Each is printed for whoever claims it, or void: no number is given twice, and none stays in the line for ever.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from kiosk.spare_numbers import SpareNumbers
from shared.domain.catalogue import Catalogue
from shared.domain.commands import CancelTicket, CheckIn, Command, IssueTicket
from shared.lan.messages import Answer, Receipt
from shared.store.database import StoreError
from shared.store.journal import Journal

log = logging.getLogger(__name__)

CLAIM_WITHIN = 60
"""Seconds in which somebody may say that the number is theirs."""

_command: msgspec.json.Decoder[Command] = msgspec.json.Decoder(Command)
Send = Callable[[Command], object]


@dataclass(frozen=True)
class Unclaimed:
    """A number that was not printed: a ticket of the hub under its request id, or a spare number under its merge."""

    receipt: Receipt
    request: str = ""
    merge: str = ""


class Before:
    """Looks once into the journal, when the kiosk begins. `orphans`: orders of new tickets without an answer."""

    def __init__(self, journal: Journal | None, spares: SpareNumbers, send: Send) -> None:
        self._journal = journal
        self._spares = spares
        self._send = send
        self.orphans: set[str] = set()
        self._answered: list[Unclaimed] = []
        try:
            self._look(journal)
        except StoreError as error:
            log.error("%s", error)

    def _look(self, journal: Journal | None) -> None:
        for kept in journal.orders("answered") if journal else ():
            receipt = _given(kept.body, kept.answer)
            if receipt is None:
                self.settle(kept.request)
            else:
                self._answered.append(Unclaimed(receipt, request=kept.request))
        for kept in journal.orders("open") if journal else ():
            if _is_new(kept.body):
                self.orphans.add(kept.request)

    def unclaimed(self, catalogue: Catalogue) -> Unclaimed | None:
        """The last number that was not printed; the ones before it are void. Asked once."""
        spares = [Unclaimed(given.receipt, merge=given.merge) for given in self._spares.unprinted(catalogue)]
        found = sorted([*self._answered, *spares], key=lambda one: one.receipt.issued_at)
        self._answered = []
        for one in found[:-1]:
            self.give_up(one)
        return found[-1] if found else None

    def give_up(self, one: Unclaimed) -> None:
        """Nobody claimed it: it is void, and the hub is told."""
        log.warning("number %s was not printed and is void", one.receipt.number)
        if one.merge:
            self._spares.void(one.merge)
            return
        self.settle(one.request)
        if one.receipt.token:
            self._send(CancelTicket(token=one.receipt.token))

    def told(self, one: Unclaimed) -> None:
        """Its citizen has it."""
        if one.merge:
            self._spares.told(one.merge)
        else:
            self.settle(one.request)

    def settle(self, request: str) -> None:
        """Nothing more is to be done about an order."""
        if self._journal is None:
            return
        try:
            self._journal.settle(request)
        except StoreError as error:
            log.error("%s", error)


def _is_new(body: bytes) -> bool:
    """Whether an order asks for a new ticket."""
    return isinstance(_decoded(body), IssueTicket | CheckIn)


def _given(body: bytes, answer: bytes) -> Receipt | None:
    """The new ticket that an order was answered with."""
    if not _is_new(body):
        return None
    try:
        result = msgspec.json.decode(answer, type=Answer).result
    except msgspec.DecodeError:
        return None
    return result if isinstance(result, Receipt) else None


def _decoded(body: bytes) -> Command | None:
    try:
        return _command.decode(body)
    except msgspec.DecodeError:  # of another version
        return None
