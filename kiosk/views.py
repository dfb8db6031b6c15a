"""What the kiosk shows: one frozen view per screen, in facts; the words are in `texts`.

Times are in the centre's zone. The tag `screen` names the screen; the robot is told the same.
"""

from __future__ import annotations

from datetime import datetime

import msgspec

from kiosk.ways import Ways
from shared.domain.catalogue import Kiosk, Opening, Purpose
from shared.domain.personal import Personal


class Head(msgspec.Struct, frozen=True):
    """What stands above every screen; empty until the hub has said where we are. alone: numbers are provisional.

    languages: what can be chosen; language: what is spoken. ways: what was switched on. panel: what letters and
    targets are measured for. help: "asked" once a person was
    called, "alone" where none can be called from here. no_paper: slips cannot be printed now.
    """

    centre: str = ""
    motto: str = ""
    now: datetime | None = None
    alone: bool = False
    languages: tuple[str, ...] = ()
    language: str = "es"
    ways: Ways = Ways()
    panel: Kiosk = Kiosk()
    help: str = ""
    no_paper: bool = False


class Crowd(msgspec.Struct, frozen=True):
    """How it stands behind a choice.

    state: open, closed, suspended, or last_ticket (no more numbers today: `last_at` was the last one). wait: minutes
    from and to, None while nobody attends, `serves_from` when somebody will. opens_at: when the entity attends next.
    known: false while the hub is away, and nobody can tell who waits.
    interrupted: why it cannot be attended for a while, or "".
    """

    state: str = "open"
    waiting: int = 0
    wait: tuple[int, int] | None = None
    opens_at: datetime | None = None
    serves_from: datetime | None = None
    last_at: datetime | None = None
    known: bool = True
    interrupted: str = ""

    @property
    def is_open(self) -> bool:
        return self.state == "open"


class PurposeChoice(msgspec.Struct, frozen=True):
    """Something a citizen may come for."""

    purpose: Purpose
    crowd: Crowd


class EntityChoice(msgspec.Struct, frozen=True):
    """A public body that attends this purpose."""

    id: str
    icon: str
    name: str
    does: str
    crowd: Crowd


class ServiceChoice(msgspec.Struct, frozen=True):
    """A service as it is offered. `fee_cents` 0: no fee is known. `pays_at`: name of who is paid first, or "".

    appointment: the code of one, whose service only the hub knows; then there is no name.
    """

    code: str
    name: str
    entity: str
    icon: str
    fee_cents: int
    pays_at: str
    requirements: tuple[str, ...]
    crowd: Crowd
    appointment: str = ""


class StopLine(msgspec.Struct, frozen=True):
    """One stop of a ticket: at whom, at which counters, for what.

    gap: minutes after the stop before it; returns_at: that moment, once it is known.
    """

    entity: str
    counters: tuple[int, ...]
    service: str
    pays_cents: int = 0
    is_payment: bool = False
    gap: int = 0
    returns_at: datetime | None = None


class KioskView(msgspec.Struct, frozen=True, kw_only=True, tag_field="screen"):
    """What all screens share. `still_there`: seconds until the start if nobody touches, 0 while nothing is asked."""

    head: Head = Head()
    can_go_back: bool = False
    still_there: int = 0


class AwayView(KioskView, frozen=True, kw_only=True, tag="away"):
    """The hub is not there. spent: and this kiosk has no number of its own left to give."""

    spent: bool = False


class ClosedView(KioskView, frozen=True, kw_only=True, tag="closed"):
    """No numbers are given now. `hours`: the centre's own, of an ordinary week."""

    opens_at: datetime | None = None
    hours: tuple[Opening, ...] = ()


class HomeView(KioskView, frozen=True, kw_only=True, tag="home"):
    """What does the citizen come for? changing: the number whose service is changed, or ""."""

    purposes: tuple[PurposeChoice, ...]
    changing: str = ""
    has_appointments: bool = False


class EntitiesView(KioskView, frozen=True, kw_only=True, tag="entities"):
    """With which entity? `page` counts from 0; `a_page`: how many there are on a full one."""

    purpose: Purpose
    choices: tuple[EntityChoice, ...]
    page: int
    pages: int
    a_page: int = 6


class ServicesView(KioskView, frozen=True, kw_only=True, tag="services"):
    """Which of the entity's services? `page` counts from 0; `a_page`: how many there are on a full one."""

    entity: str
    choices: tuple[ServiceChoice, ...]
    page: int
    pages: int
    a_page: int = 4


class SearchView(KioskView, frozen=True, kw_only=True, tag="search"):
    """What was typed, and the services that it finds. letters: those that lead further, " " the space among them."""

    typed: str
    choices: tuple[ServiceChoice, ...]
    letters: str
    page: int
    pages: int
    a_page: int = 2


class AboutView(KioskView, frozen=True, kw_only=True, tag="about"):
    """What a service asks for that gives no number now. sheet: one of SHEET."""

    service: ServiceChoice
    sheet: str = ""


class PaidView(KioskView, frozen=True, kw_only=True, tag="paid"):
    """Is the fee paid already? sheet: one of SHEET."""

    service: ServiceChoice
    sheet: str = ""


class PreferenceView(KioskView, frozen=True, kw_only=True, tag="preference"):
    """Does preferential attention apply? sheet: one of SHEET."""

    service: ServiceChoice
    sheet: str = ""


class LongWaitView(KioskView, frozen=True, kw_only=True, tag="long_wait"):
    """Is the number wanted though the wait is long?"""

    service: ServiceChoice


class CodeView(KioskView, frozen=True, kw_only=True, tag="code"):
    """The code of an appointment, as far as it is typed. complete: it can be asked about."""

    typed: str
    complete: bool


class DocumentView(KioskView, frozen=True, kw_only=True, tag="document"):
    """The number of a document, typed unseen: `typed` digits so far, of `digits` at least. complete: it can go on.

    optional: one may go on without it. reason, rule: why it is asked for; told: what the law wants people to know.
    """

    kind: str
    typed: int
    digits: int
    complete: bool
    optional: bool
    reason: str
    rule: str
    told: Personal


class WorkingView(KioskView, frozen=True, kw_only=True, tag="working"):
    """The number is on its way. `away`: the hub is not there to give it; then the name of the service tells whose."""

    service: str = ""
    away: bool = False


class YoursView(KioskView, frozen=True, kw_only=True, tag="yours"):
    """A ticket given before, and what its citizen may do with it. can_change: it still waits."""

    number: str
    service: str
    stops: tuple[StopLine, ...]
    state: str
    can_change: bool


class RateView(KioskView, frozen=True, kw_only=True, tag="rate"):
    """Asked how the visit was that has ended: five answers, and none at all is as good."""

    number: str
    service: str


class ThankedView(KioskView, frozen=True, kw_only=True, tag="thanked"):
    """What the citizen said of the visit is kept."""


class GivenBackView(KioskView, frozen=True, kw_only=True, tag="given_back"):
    """The number is no longer valid."""

    number: str


class TicketView(KioskView, frozen=True, kw_only=True, tag="ticket"):
    """The number. `paper` is one of PAPER; `between` is None while nobody attends the first stop.

    token: what the code says. wifi: the network in which it opens a page, or "". provisional: the kiosk gave it by
    itself. can_copy: the slip may be printed once more, with the same number.
    """

    number: str
    service: str
    preferential: bool
    issued_at: datetime
    ahead: int
    between: tuple[datetime, datetime] | None
    stops: tuple[StopLine, ...]
    token: str
    paper: str
    changed: bool = False
    slot: datetime | None = None
    late: datetime | None = None
    provisional: bool = False
    wifi: str = ""
    can_copy: bool = False


class UnprintedView(KioskView, frozen=True, kw_only=True, tag="unprinted"):
    """A number that was given and not printed when the kiosk ended. left: seconds until it is void."""

    number: str
    service: str
    left: int


class SorryView(KioskView, frozen=True, kw_only=True, tag="sorry"):
    """The hub said no: a code of `shared/domain/refusals.py`, what it is about, when it opens next.

    last_at: when the last number of today was given. slot: of an appointment.
    """

    code: str
    subject: str = ""
    slot: datetime | None = None
    opens_at: datetime | None = None
    last_at: datetime | None = None


PRINTING = "printing"
PRINTED = "printed"
NOT_PRINTED = "not_printed"
UNSURE = "unsure"
HALF = "half"
NO_PRINTER = "no_printer"
PAPER = (PRINTING, PRINTED, NOT_PRINTED, UNSURE, HALF, NO_PRINTER)
MAY_COPY = (NOT_PRINTED, UNSURE, HALF)
"""After these the same number may be printed once more."""
SHEET_OFFERED, SHEET_PRINTING, SHEET_PRINTED, SHEET_FAILED = "offered", "printing", "printed", "failed"
SHEET = ("", SHEET_OFFERED, SHEET_PRINTING, SHEET_PRINTED, SHEET_FAILED)
"""What became of the requirements on paper; "": there is nothing to print, or no paper."""
