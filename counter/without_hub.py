"""The counter while its hub is away: people are called by hand from the last list, and what was done is noted."""

from __future__ import annotations

import re
from datetime import datetime

from msgspec.structs import replace

from counter import texts
from counter.facts import Facts
from counter.shown import Panel, Row
from shared.domain.commands import NoteAttended

OTHER = "waiting-other"
"""The row below the list: somebody whose number is not in it."""
SERVED, ABSENT = "served", "absent"
NUMBER = re.compile(r"([A-Za-z]{1,2})[ -]*([0-9]{1,4})")


class WithoutHub:
    """`since`: when the last list was seen, None while the hub is there. `noted`: outcome by number as written."""

    def __init__(self) -> None:
        self.since: datetime | None = None
        self.noted: dict[str, str] = {}

    def see(self, before: Facts, now: Facts) -> None:
        if now.online:
            self.since, self.noted = None, {}
        elif before.online:
            self.since = now.at

    def banner(self, facts: Facts) -> str:
        at = texts.clock(self.since, facts.catalogue.timezone) if self.since and facts.catalogue else ""
        return texts.away_list(at, attending=facts.attention is not None)

    def rows(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """The last list, with what was noted in it."""
        if self.since is None:
            return rows
        marked = (
            replace(row, text=texts.NOTED[self.noted[row.title]], enabled=False) if row.title in self.noted else row
            for row in rows
        )
        return (*marked, Row(OTHER, "", texts.ANOTHER_NUMBER))

    def note(self, counter: int, answer: str, written: str, at: datetime) -> NoteAttended:
        """What was answered about a number: the order that waits on this disk until the hub is back."""
        outcome = SERVED if answer.startswith(SERVED) else ABSENT
        self.noted[written] = outcome
        return NoteAttended(counter, outcome, at, number=written)


def panel(written: str) -> Panel:
    """What became of whoever holds this number?"""
    rows = (Row(SERVED, texts.BY_HAND_SERVED, key="A"), Row(ABSENT, texts.BY_HAND_ABSENT, key="N"))
    return Panel("by-hand", texts.by_hand_ask(written), texts.BY_HAND_HINT, rows)


def other_panel(query: str) -> Panel:
    """The same of a number that is typed."""
    written = as_written(query)
    rows = (
        Row(f"{SERVED}-other", written, texts.BY_HAND_SERVED),
        Row(f"{ABSENT}-other", written, texts.BY_HAND_ABSENT),
    )
    return Panel(
        "by-hand-other",
        texts.BY_HAND_OTHER,
        texts.BY_HAND_HINT,
        rows if written else (),
        search=True,
        placeholder=texts.BY_HAND_NUMBER,
    )


def as_written(query: str) -> str:
    """ "a3" -> "A 003"; "" for what is no number."""
    found = NUMBER.fullmatch(query.strip())
    return f"{found[1].upper()} {int(found[2]):03d}" if found else ""
