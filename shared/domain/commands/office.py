"""Orders of what carries things between the centre and its office."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from shared.domain.commands.order import Order
from shared.domain.template import Template


class TakeTemplate(Order, frozen=True, tag="take_template"):
    """Part `part` of `parts`, from 1, of the office's catalogue; in force at a later opening, not before `since`.

    digest: SHA-256 of the whole, in hex, by which it is known.
    """

    version: int
    digest: str
    part: int
    parts: int
    template: Template
    since: date | None = None


class PutAside(msgspec.Struct, frozen=True):
    """A record that the office put aside: of event `seq`, of ticket `number` ("" where it is not known any more)."""

    seq: int
    number: str
    day: str
    reason: str


class TellOfficeLine(Order, frozen=True, tag="tell_office_line"):
    """How the way to the office stands. Kept while the hub runs and shown to a supervisor; never in the log.

    state: online, offline or stopped (nothing is sent until a person has looked). waiting: records that the office has
    not acknowledged; more: there are others that were not read yet. oldest: when the first of them ended.
    heard_at: when the office answered last. speed: bytes a second to the office, 0 unknown. parked: the first of
    parked_count. notices: version of the office's notices here. wanted, running: of the program.
    problem: in English, as in the log. proved: the last day of which both ends were found to have the same records;
    unlike: the last one of which they were not, until they are.
    """

    state: str
    waiting: int
    more: bool
    oldest: datetime | None
    heard_at: datetime | None
    speed: int
    parked: tuple[PutAside, ...] = ()
    parked_count: int = 0
    notices: int = 0
    wanted: str = ""
    running: str = ""
    problem: str = ""
    proved: date | None = None
    unlike: date | None = None
