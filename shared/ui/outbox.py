"""The orders of a device, on its disk before they are sent and until they are answered."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from shared.domain.commands import Command, MergeSpare, NoteAttended, ShowDocument, TellPrinter
from shared.domain.personal import without_document
from shared.lan.messages import Answer, Ask, Refused
from shared.store.database import StoreError
from shared.store.journal import Journal

log = logging.getLogger(__name__)

STALE = timedelta(minutes=2)
"""An order that an advisor gave before a longer break than this is not carried out afterwards: nobody sits there."""
KEPT = timedelta(hours=48)
"""As long as the hub knows its answers."""
FORGET_EVERY = 500  # orders
LASTING = (MergeSpare, NoteAttended)
"""Orders that tell what has happened: they are sent however late."""
PRIVATE = ("pin", "note")
"""An order with one of these never touches this disk; a document number is left out of one that has it."""
UNSEEN = (ShowDocument, TellPrinter)
"""Orders whose answer must not touch this disk, or that mean nothing afterwards."""

_decoder: msgspec.json.Decoder[Command] = msgspec.json.Decoder(Command)


class Outbox:
    """Without a journal it remembers nothing beyond the life of the program."""

    def __init__(self, journal: Journal | None = None, stale: timedelta = STALE) -> None:
        self.journal = journal
        self._stale = stale
        self._since_forgetting = 0

    def waiting(self) -> list[Ask]:
        """Orders that an earlier life of this program sent, and never heard of."""
        if self.journal is None:
            return []
        now = datetime.now(UTC)
        asks = []
        try:
            self.journal.forget(now - KEPT)
            for kept in self.journal.orders("open"):
                command = _command(kept.body)
                if command is None or not (isinstance(command, LASTING) or now - kept.at < self._stale):
                    self.journal.settle(kept.request)
                else:
                    asks.append(Ask(kept.request, command))
        except StoreError as error:
            log.error("%s", error)
        return asks

    def keep(self, ask: Ask) -> None:
        """Before it is sent. Where that fails it is sent all the same, and the log says why."""
        if self.journal is None or any(getattr(ask.command, field, "") for field in PRIVATE):
            return
        if isinstance(ask.command, UNSEEN):
            return
        try:
            self._forget_now_and_then(self.journal)
            self.journal.keep(ask.request, datetime.now(UTC), msgspec.json.encode(without_document(ask.command)))
        except StoreError as error:
            log.error("%s", error)

    def _forget_now_and_then(self, journal: Journal) -> None:
        """A program may run for months. Raises StoreError."""
        self._since_forgetting += 1
        if self._since_forgetting >= FORGET_EVERY:
            self._since_forgetting = 0
            journal.forget(datetime.now(UTC) - KEPT)

    def heard(self, message: Answer | Refused) -> None:
        """The hub's word."""
        if self.journal is None:
            return
        try:
            self.journal.answered(message.request, msgspec.json.encode(message))
            if isinstance(message, Refused):
                self.journal.settle(message.request)
        except StoreError as error:
            log.error("%s", error)


def opened(path: Path, stale: timedelta = STALE) -> Outbox:
    """The outbox whose journal is there. One that cannot be used is none, and the log says why."""
    try:
        return Outbox(Journal(path), stale)
    except StoreError as error:
        log.error("%s; this device remembers nothing when it ends", error)
        return Outbox()


def _command(body: bytes) -> Command | None:
    try:
        return _decoder.decode(body)
    except msgspec.DecodeError:  # of another version
        return None
