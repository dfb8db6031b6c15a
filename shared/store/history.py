"""Past days, read from the newest verified copy of a store, or from a named file: never from the live one."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType

from shared.domain.events import DayClosed, Recorded
from shared.domain.hall import Hall
from shared.domain.indicators import Figures, Group
from shared.store.beginnings import COLUMNS
from shared.store.copies import copies_of, must_be_whole, open_read_only
from shared.store.database import StoreError
from shared.store.day_figures import stored_figures
from shared.store.event_log import recorded
from shared.store.people import SignInRecord
from shared.store.projections import iso


class History:
    """A file that nobody writes, open for reading. Closes itself at the end of a `with`."""

    def __init__(self, path: Path, *, verified: bool = False) -> None:
        """Raises StoreError when the file is missing or not a whole store.

        `verified`: it was checked when it was made; checking every link again takes a minute for a year of days.
        """
        if not path.is_file():
            raise StoreError(f"there is no store at {path}")
        if not verified:
            must_be_whole(path)
        self.path = path
        self._connection = open_read_only(path)

    @classmethod
    def of(cls, store: Path) -> History:
        """The newest verified copy of a store. Raises StoreError where there is none yet."""
        copies = copies_of(store)
        if not copies:
            raise StoreError(
                f"the store {store} has no copy yet: the hub makes one when a day closes; "
                "to read another file, name it with --copy FILE"
            )
        return cls(copies[-1], verified=True)

    def __enter__(self) -> History:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def days(self) -> list[date]:
        """The service days that were closed, oldest first."""
        rows = self._select("SELECT day FROM day WHERE closed_at IS NOT NULL ORDER BY day")
        return [date.fromisoformat(day) for (day,) in rows]

    def last_day(self) -> date:
        """The newest day that was closed. Raises StoreError where there is none."""
        if days := self.days():
            return days[-1]
        raise StoreError(f"{self.path} has no day that was closed")

    def names(self) -> dict[str, str]:
        """Who works here, by id: kept beside the log, which has none."""
        return {str(advisor): str(name) for advisor, name in self._select("SELECT * FROM advisor_name")}

    def events(self, day: date) -> list[Recorded]:
        """What the folds need for one day: the catalogue before it, then all its events. Raises StoreError."""
        opened = self._select("SELECT seq FROM event WHERE type = 'day_opened' AND day = ?", day.isoformat())
        if not opened:
            known = self.days()
            there = f"it has {known[0]} to {known[-1]}" if known else "it has none"
            raise StoreError(f"{self.path} has no day {day}: {there}")
        first = opened[0][0]
        later = self._select("SELECT min(seq) FROM event WHERE type = 'day_opened' AND seq > ?", first)[0][0]
        before = self._select(
            f"SELECT {COLUMNS} FROM event WHERE type = 'catalogue_changed' AND seq < ? ORDER BY seq DESC LIMIT 1", first
        )
        of_day = self._select(
            f"SELECT {COLUMNS} FROM event WHERE seq >= ? AND seq < ? ORDER BY seq", first, later or 2**62
        )
        return [recorded(row) for row in [*before, *of_day]]

    def hall(self, day: date) -> Hall:
        """The state at the close of a day, folded from the log, with what was corrected after it. Raises StoreError."""
        hall = Hall()
        for entry in self.events(day):
            if hall.day is None or hall.day.is_open or entry.day == day:
                hall.apply(entry.event, entry.at)  # what else a night may bring (another catalogue) is not of this day
        return hall

    def corrections(self, day: date) -> list[Recorded]:
        """What was corrected after the close of a day, in order. Raises StoreError."""
        events = self.events(day)
        closed = next((at for at, entry in enumerate(events) if isinstance(entry.event, DayClosed)), len(events))
        return [entry for entry in events[closed + 1 :] if entry.day == day]

    def figures(self, day: date) -> dict[Group, Figures]:
        """As stored when the day closed, or corrected after it."""
        return stored_figures(self._connection, day)

    def facts(self, types: Sequence[str], since: datetime, until: datetime) -> list[Recorded]:
        """Events of these types in a span of time, the whole log looked through."""
        marks = ", ".join("?" * len(types))
        rows = self._select(
            f"SELECT {COLUMNS} FROM event WHERE at >= ? AND at < ? AND type IN ({marks}) ORDER BY seq",
            iso(since.astimezone(UTC)),
            iso(until.astimezone(UTC)),
            *types,
        )
        return [recorded(row) for row in rows]

    def sign_ins(self, since: datetime, until: datetime) -> list[SignInRecord]:
        """The audit of sign-ins in a span of time."""
        rows = self._select(
            'SELECT at, person, device, what, "by" FROM sign_in WHERE at >= ? AND at < ? ORDER BY id',
            iso(since.astimezone(UTC)),
            iso(until.astimezone(UTC)),
        )
        return [SignInRecord(datetime.fromisoformat(at), *rest) for at, *rest in rows]

    def numbers(self, tickets: Collection[int]) -> dict[int, str]:
        """The numbers of tickets as their citizens hold them, by id."""
        if not tickets:
            return {}
        rows = self._select("SELECT id, number FROM ticket WHERE id BETWEEN ? AND ?", min(tickets), max(tickets))
        return {ticket: number for ticket, number in rows if ticket in tickets}

    def interruptions(self, day: date) -> list[tuple[str, ...]]:
        """Those logged that day: reason, entity, queue, service, by, since and until (UTC, as the store writes)."""
        named = 'reason, entity, queue, service, "by", since, until'
        return self._select(
            f"SELECT {named} FROM interruption WHERE day = ? ORDER BY since, interruption", day.isoformat()
        )

    def _select(self, sql: str, *values: object) -> list[tuple]:  # type: ignore[type-arg]
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise StoreError(f"{self.path} cannot be read: {error}") from None
