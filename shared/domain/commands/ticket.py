"""Orders about a ticket that is at no counter, and about giving one."""

from __future__ import annotations

from shared.domain.commands.order import Order
from shared.domain.personal import PersonDocument


class IssueTicket(Order, frozen=True, tag="issue_ticket"):
    """Give a number. Names a service, or only its queue where the centre prefers that.

    `pay_first`: the citizen said that the fee is not paid yet, so the visit starts where it is paid.
    `together_with`: a ticket of the same family or group, which is called together with this one.
    `sign`: attention in sign language is asked for. document: of the person, where the service asks for one; it is kept
    sealed, apart from the log. excused: a person of the centre gives the number without one.
    """

    service: str = ""
    queue: str = ""
    pay_first: bool = False
    preferential: bool = False
    language: str = "es"
    together_with: int = 0
    sign: bool = False
    document: PersonDocument | None = None
    excused: bool = False


class CheckIn(Order, frozen=True, tag="check_in"):
    """Somebody with an appointment is here: give the number of its service.

    `pay_first`: whether the fee has still to be paid; None where nobody asked, which is refused where there is one.
    """

    code: str
    pay_first: bool | None = None
    preferential: bool = False
    language: str = "es"


class ReturnTicket(Order, frozen=True, tag="return_ticket"):
    """Who was absent is back, in time."""

    ticket: int


class ChangeService(Order, frozen=True, tag="change_service"):
    """Another service for a ticket that waits, under the same number. A kiosk names it by the token of its slip.

    excused: as in `IssueTicket`.
    """

    service: str = ""
    queue: str = ""
    pay_first: bool = False
    ticket: int = 0
    token: str = ""
    excused: bool = False


class FindTicket(Order, frozen=True, tag="find_ticket"):
    """Show a ticket of today: by its number ("PJ 047") or id, or on a kiosk by the token of its slip."""

    number: str = ""
    ticket: int = 0
    token: str = ""


class CancelTicket(Order, frozen=True, tag="cancel_ticket"):
    """End a ticket that waits or is pending. A kiosk names it by the token of its slip."""

    ticket: int = 0
    token: str = ""


class ReleaseTicket(Order, frozen=True, tag="release_ticket"):
    """Take a ticket away from the counter that holds it: it waits again, with its arrival."""

    ticket: int
