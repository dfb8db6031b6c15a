"""The steps of a citizen's walk: what each screen must remember."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.views import PRINTING
from shared.domain.catalogue import Purpose
from shared.domain.commands import CheckIn, IssueTicket
from shared.domain.personal import DocumentKind
from shared.lan.messages import Receipt, Refused


@dataclass(frozen=True)
class Entities:
    """Choosing who attends a purpose; pages count from 0."""

    purpose: Purpose
    page: int = 0


@dataclass(frozen=True)
class Services:
    """Choosing among the services of one entity."""

    purpose: Purpose
    entity: str
    page: int = 0


@dataclass(frozen=True)
class Search:
    """Typing what one came for."""

    typed: str = ""
    page: int = 0


@dataclass(frozen=True)
class About:
    """Reading what a service asks for that gives no number now."""

    service: str


@dataclass(frozen=True)
class Paid:
    """Asked whether the fee is paid."""

    service: str


@dataclass(frozen=True)
class Preference:
    """Asked whether preferential attention applies: the last question."""

    service: str
    pay_first: bool = False


@dataclass(frozen=True)
class LongWait:
    """Asked whether the number is wanted though the wait is long. asked: the order that gives it."""

    asked: IssueTicket


@dataclass(frozen=True)
class DocumentNumber:
    """Typing the number of a document, before the one order that takes it along; nothing else ever holds the number.

    asked: the order, still without it.
    """

    asked: IssueTicket
    kind: DocumentKind = DocumentKind.DNI
    typed: str = ""

    def __repr__(self) -> str:
        return f"DocumentNumber({self.kind.value})"


@dataclass(frozen=True)
class AppointmentCode:
    """Typing the code of an appointment."""

    typed: str = ""


@dataclass(frozen=True)
class AppointmentPreference:
    """Asked whether preferential attention applies to who has an appointment."""

    code: str


@dataclass(frozen=True)
class AppointmentPaid:
    """Asked whether the fee is paid, of who has an appointment for `service`: the last question."""

    check_in: CheckIn
    service: str


@dataclass(frozen=True)
class Working:
    """The order is on its way; nothing can be chosen, and nothing can be taken back.

    finding: it asks for a ticket given before. check_in: it is this one. rating: it says how a visit was.
    """

    service: str
    finding: bool = False
    check_in: CheckIn | None = None
    rating: bool = False


@dataclass(frozen=True)
class Yours:
    """Looking at a ticket that was given before: the slip was held to the reader."""

    receipt: Receipt


@dataclass(frozen=True)
class Rating:
    """Asked how the visit was that has ended: the slip was held to the reader."""

    receipt: Receipt


@dataclass(frozen=True)
class Thanked:
    """Reading that what was said of the visit is kept."""


@dataclass(frozen=True)
class GivenBack:
    """Reading that the number is no longer valid."""

    number: str


@dataclass(frozen=True)
class Ticket:
    """Reading the number. `paper`: what is known of the slip; copies: how many were printed after the first."""

    receipt: Receipt
    paper: str = PRINTING
    provisional: bool = False
    copies: int = 0


@dataclass(frozen=True)
class Unprinted:
    """A number of before the kiosk began again: whose is it? left: seconds until nobody's."""

    receipt: Receipt
    left: int
    provisional: bool = False


@dataclass(frozen=True)
class Sorry:
    """Reading why there is no number."""

    refused: Refused


Step = (
    Entities
    | Services
    | Search
    | About
    | Paid
    | Preference
    | LongWait
    | AppointmentCode
    | AppointmentPreference
    | AppointmentPaid
    | DocumentNumber
    | Working
    | Yours
    | Rating
    | Thanked
    | GivenBack
    | Ticket
    | Unprinted
    | Sorry
)
Paged = Entities | Services | Search
Choosing = (
    Entities
    | Services
    | Search
    | About
    | Paid
    | Preference
    | LongWait
    | AppointmentCode
    | AppointmentPreference
    | AppointmentPaid
    | DocumentNumber
)
