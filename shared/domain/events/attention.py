"""A ticket at a counter, from its call to its end."""

from __future__ import annotations

from datetime import datetime

from shared.domain.events.fact import Fact
from shared.domain.events.parts import Because


class TicketCalled(Fact, frozen=True, tag="ticket_called"):
    """A ticket was called to a counter. `together`: tickets of its group that come with it, in the same attention."""

    ticket: int
    stop: int
    attention: int
    counter: int
    advisor: str
    call: int
    because: Because
    together: tuple[int, ...] = ()


class TicketRecalled(Fact, frozen=True, tag="ticket_recalled"):
    """The same ticket was called once more to the same counter."""

    ticket: int
    stop: int
    attention: int
    counter: int
    call: int


class AttentionStarted(Fact, frozen=True, tag="attention_started"):
    """The citizen is at the counter; the ticket's own service is ticked beforehand."""

    ticket: int
    stop: int
    attention: int
    services: tuple[str, ...]


class ServicesCoded(Fact, frozen=True, tag="services_coded"):
    """The advisor stated what was done, replacing what was stated before."""

    ticket: int
    stop: int
    attention: int
    services: tuple[str, ...]


class ServicesCorrected(Fact, frozen=True, tag="services_corrected"):
    """A supervisor stated what was done in an attention that had ended, perhaps after the close of the day.

    before: what had been stated.
    """

    ticket: int
    stop: int
    attention: int
    services: tuple[str, ...]
    before: tuple[str, ...] = ()


class AttentionFinished(Fact, frozen=True, tag="attention_finished"):
    """The stop is done; the next one, if any, waits from now on."""

    ticket: int
    stop: int
    attention: int


class TicketAbsent(Fact, frozen=True, tag="ticket_absent"):
    """The called citizen did not come: the ticket ends here, unless the citizen comes back in time.

    grace_until: until when; grace_tickets: or until so many others of the queue are called. Neither: no coming back.
    """

    ticket: int
    stop: int
    attention: int
    grace_until: datetime | None = None
    grace_tickets: int = 0


class TicketHeld(Fact, frozen=True, tag="ticket_held"):
    """The ticket was left pending: the attention ends, the stop waits aside. `until`: when people are told of it."""

    ticket: int
    stop: int
    attention: int
    reason: str
    until: datetime | None = None


class TicketResumed(Fact, frozen=True, tag="ticket_resumed"):
    """A pending ticket was called back to a counter, in a new attention, with the pending ones of its group."""

    ticket: int
    stop: int
    attention: int
    counter: int
    advisor: str
    call: int
    because: Because
    together: tuple[int, ...] = ()


class TicketTransferred(Fact, frozen=True, tag="ticket_transferred"):
    """The ticket goes on in another queue: this stop ends and a new one follows it at index `stop + 1`.

    place: arrival, first or tail, where it stands there. back: afterwards it comes back to this counter, in one more
    stop at `stop + 2`. note: the advisor wrote one, which is kept apart and destroyed when the day closes.
    """

    ticket: int
    stop: int
    attention: int
    queue: str
    service: str
    place: str = "arrival"
    back: bool = False
    note: bool = False


class TicketReleased(Fact, frozen=True, tag="ticket_released"):
    """A ticket was taken from its counter and waits again."""

    ticket: int
    stop: int
    attention: int


class CallUndone(Fact, frozen=True, tag="call_undone"):
    """A call was a mistake: the ticket is where it was before, in its line or pending."""

    ticket: int
    stop: int
    attention: int


class AttentionReopened(Fact, frozen=True, tag="attention_reopened"):
    """A finish was a mistake: the attention goes on, and the next stop is planned again."""

    ticket: int
    stop: int
    attention: int
