"""What the hub knows of people today, and tells only to whoever attends them: documents and notes, always sealed.

In memory too only what is sealed, and a keyed hash by which one person's tickets are known. Everything here is gone
when the day closes, most of it when its visit ends: as soon as no finish can be undone and no absent citizen come back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from shared.domain import commands as c, events as e
from shared.domain.coming_back import is_over
from shared.domain.day import Day
from shared.domain.hall import Hall
from shared.domain.personal import Keeping, Personal, PersonDocument
from shared.store.day_key import DayKeyFile
from shared.store.projections import Statement
from shared.store.sealed import DOCUMENT, NOTE, gone, person_key, put, seal, unseal

Place = tuple[int, int, str]
"""Ticket, stop, field."""


class Confidant:
    """One service day. `key` is b"" while no day is open."""

    def __init__(self, file: DayKeyFile, day: Day | None, rows: Iterable[tuple[int, int, str, bytes]]) -> None:
        """Begins from what is on disk: `rows` of the table. The key of a day that is not open is destroyed."""
        self._file = file
        self.key = b""
        self._sealed: dict[Place, bytes] = {}
        self._people: dict[bytes, set[int]] = {}
        if day is None or not day.is_open:
            file.destroy()
            return
        self.key = file.read(day.day) or file.made(day.day)  # a store from a copy begins with another one
        for ticket, stop, field, text in rows:
            self._sealed[ticket, stop, field] = text
            if field == DOCUMENT and (number := self._opened((ticket, stop, field))):
                self._people.setdefault(person_key(self.key, number), set()).add(ticket)

    def tickets_of(self, document: PersonDocument | None) -> tuple[int, ...]:
        """Today's tickets of the person with this document."""
        if document is None or not self.key:
            return ()
        return tuple(sorted(self._people.get(self._person(document), ())))

    def same_person(self, command: c.Command) -> tuple[int, ...]:
        """Today's tickets of the person whom an order is for, where a document of theirs is known."""
        if isinstance(command, c.ChangeService | c.ReturnTicket):
            return next((tuple(sorted(own)) for own in self._people.values() if command.ticket in own), ())
        if isinstance(command, c.IssueTicket | c.AskPersonal | c.ErasePersonal):
            return self.tickets_of(command.document)
        return ()

    def note(self, ticket: int, stop: int) -> str:
        """What the counter before wrote, or ""."""
        return self._opened((ticket, stop, NOTE))

    def document(self, ticket: int) -> tuple[str, str]:
        """Kind and number, or two empty texts once they are gone."""
        kind, _, number = self._opened((ticket, 0, DOCUMENT)).partition(" ")
        return kind, number

    def opens(self, day: date) -> None:
        """A new day, a new key: on disk before anything is sealed under it."""
        self._forget_all()
        self.key = self._file.made(day)

    def closes(self) -> None:
        """Nothing more is sealed or shown; the file goes once the closing is on disk."""
        self._forget_all()
        self.key = b""

    def closed(self) -> None:
        """The closing of the day is on disk."""
        if not self.key:
            self._file.destroy()

    def rows(self, fact: e.Event, command: c.Command) -> Iterator[Statement]:
        """What is written of a fact that has just been applied."""
        if isinstance(fact, e.DocumentGiven) and isinstance(command, c.IssueTicket) and command.document:
            text = _text(command.document)
            self._people.setdefault(self._person(command.document), set()).add(fact.ticket)
            yield self._put((fact.ticket, 0, DOCUMENT), text)
        if isinstance(fact, e.TicketTransferred) and fact.note and isinstance(command, c.TransferTicket):
            yield self._put((fact.ticket, fact.stop + 1, NOTE), command.note.strip())
        if isinstance(fact, e.PersonalErased):
            for ticket in fact.tickets:
                yield from self._erased(ticket, (DOCUMENT, NOTE))

    def ended(self, hall: Hall, at: datetime) -> list[Statement]:
        """What is erased now: all of the visits that ended and that nothing can take back."""
        day, catalogue = hall.day, hall.centre.catalogue
        if day is None or not day.is_open:
            return []
        known = [
            day.tickets[ticket] for ticket in sorted({place[0] for place in self._sealed}) if ticket in day.tickets
        ]
        over = [ticket.id for ticket in known if is_over(catalogue, day, ticket, at)]
        return [row for ticket in over for row in self._visit_ended(ticket, catalogue.personal)]

    def _visit_ended(self, ticket: int, personal: Personal) -> Iterator[Statement]:
        kept = ((DOCUMENT, personal.keep_document), (NOTE, personal.keep_note))
        yield from self._erased(ticket, [field for field, until in kept if until is Keeping.VISIT])

    def _erased(self, ticket: int, fields: Iterable[str]) -> Iterator[Statement]:
        for field in fields:
            places = [place for place in self._sealed if place[0] == ticket and place[2] == field]
            for place in places:
                del self._sealed[place]
            if places and field == DOCUMENT:
                for tickets in self._people.values():
                    tickets.discard(ticket)
            if places:
                yield gone(ticket, field)

    def _put(self, place: Place, text: str) -> Statement:
        self._sealed[place] = seal(self.key, *place, text)
        return put(*place, self._sealed[place])

    def _opened(self, place: Place) -> str:
        sealed = self._sealed.get(place)
        if sealed is None or not self.key:
            return ""
        try:
            return unseal(self.key, *place, sealed)
        except ValueError:  # of a store that came back from a copy: its key was never in it
            return ""

    def _person(self, document: PersonDocument) -> bytes:
        return person_key(self.key, _text(document))

    def _forget_all(self) -> None:
        self._sealed, self._people = {}, {}


def _text(document: PersonDocument) -> str:
    return f"{document.kind.value} {document.number}"
