"""What is shown of the centre's office."""

from __future__ import annotations

from datetime import date, datetime

from shared.domain.commands import PutAside
from shared.lan.views.shown import Shown


class FromOfficeView(Shown, frozen=True, tag="from_office"):
    """What came down from the office. template: version and digest of its catalogue that is in force, 0 for none.

    waits, waits_digest: of one that came and is not in force yet: it will be between two days, not before
    `waits_since`. appointments: the number of the office's appointments up to which all are known.
    """

    template: int
    digest: str
    waits: int = 0
    waits_digest: str = ""
    waits_since: date | None = None
    appointments: int = 0


class OfficeLineView(Shown, frozen=True, tag="office_line"):
    """How the way to the office stands, as sync tells it; of one that is not here, what it told last.

    state: online, offline, stopped, or away: what carries the records does not run. waiting: records that the office
    has not acknowledged; more: and others that were not counted yet. oldest: when the first of them ended. heard_at:
    when the office answered last. speed: bytes a second, 0 unknown. parked: the first of parked_count that the office
    put aside. notices: version of its notices here. wanted, running: versions of the program.
    proved: the last day of which both ends have the same records; unlike: the last one of which they have not.
    """

    state: str
    told_at: datetime
    waiting: int
    more: bool
    oldest: datetime | None
    heard_at: datetime | None
    speed: int
    parked: tuple[PutAside, ...]
    parked_count: int
    notices: int
    wanted: str
    running: str
    problem: str
    proved: date | None = None
    unlike: date | None = None
