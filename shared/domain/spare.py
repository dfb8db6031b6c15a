"""Numbers given without the hub, as the day knows them: whose they are, and what became of each.

A spare number is one letter and a count (A 001), so it never equals a number of a queue, which has two letters. Each
kiosk has a letter of its own; R is that of the paper roll.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from shared.domain import events as e
from shared.domain.ticket import number_text

LETTERS = "ABCDEFGHJKLMNPSTUVWXYZ"
"""For kiosks, in this order. I, O and Q are taken for 1 and 0; R is the roll's."""
ROLL = "R"
LARGEST = 999


@dataclass(frozen=True, slots=True)
class Merged:
    """One spare number that the hub heard of, at `at`. ticket: 0 where it has none; was: as in its event, or why not.

    first: request id of the order it was given for, or "".
    """

    letter: str
    number: int
    ticket: int
    taken_at: datetime
    at: datetime
    was: str
    first: str = ""

    @property
    def text(self) -> str:
        return number_text(self.letter, self.number)


@dataclass(slots=True)
class Spares:
    """`tickets`: by number as written. `first`: number given for a request id. `tokens`: ticket by hash of its token.

    told: all of the day, in order.
    """

    tickets: dict[str, int] = field(default_factory=dict)
    first: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, int] = field(default_factory=dict)
    told: list[Merged] = field(default_factory=list)

    def merge(self, event: e.SpareTicketMerged, at: datetime) -> str:
        """Returns the number as it is written."""
        self.tickets[number_text(event.letter, event.number)] = event.ticket
        if event.token:
            self.tokens[event.token] = event.ticket
        return self._tell(event, event.ticket, event.was, at).text

    def void(self, event: e.SpareNumberVoided, at: datetime) -> None:
        self._tell(event, 0, event.why, at)

    def _tell(self, event: e.SpareTicketMerged | e.SpareNumberVoided, ticket: int, was: str, at: datetime) -> Merged:
        one = Merged(event.letter, event.number, ticket, event.taken_at, at, was, event.first)
        if event.first:
            self.first.setdefault(event.first, one.text)
        self.told.append(one)
        return one

    def of(self, letter: str, number: int, first: str) -> Merged | None:
        """What became of a number that was given for this order, where the hub heard of it before."""
        sought = letter, number, first
        return next((one for one in self.told if (one.letter, one.number, one.first) == sought), None)
