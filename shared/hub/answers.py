"""What a device is told of the order it gave, from the events it led to."""

from __future__ import annotations

import hashlib
import hmac
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from datetime import datetime

import msgspec

from shared.domain import events as e
from shared.domain.catalogue import Catalogue
from shared.domain.hall import Hall
from shared.domain.ticket import number_text
from shared.domain.waiting import call_window
from shared.lan.messages import Called, Done, Receipt, Result, StopShown


def result(hall: Hall, events: Iterable[e.Event], at: datetime) -> Result:
    """`hall` is the state right after the events."""
    for event in events:
        if isinstance(event, e.TicketIssued):
            return receipt(hall.centre.catalogue, event, at)
        if isinstance(event, e.TicketCalled | e.TicketResumed):
            assert hall.day is not None
            return Called(event.ticket, hall.day.tickets[event.ticket].text, event.counter, event.because)
    return Done()


def receipt(catalogue: Catalogue, event: e.TicketIssued, at: datetime) -> Receipt:
    goal = event.stops[-1]
    return Receipt(
        ticket=event.ticket,
        number=number_text(event.prefix, event.number),
        service=goal.service,
        queue=goal.queue,
        preferential=event.preferential,
        language=event.language,
        issued_at=at,
        ahead=event.ahead,
        between=call_window(at, event.wait),
        stops=tuple(
            StopShown(
                stop.queue,
                stop.service,
                tuple(
                    counter.number
                    for counter in catalogue.counters_of[stop.queue]
                    if catalogue.serves(counter.number, stop.queue, stop.service)
                ),
            )
            for stop in event.stops
        ),
    )


def with_token(answer: Result, day_key: bytes) -> Result:
    """A receipt with its ticket's token: 128 bits of an HMAC under the key of the day, "" once that is destroyed."""
    if not isinstance(answer, Receipt) or not day_key:
        return answer
    digest = hmac.new(day_key, str(answer.ticket).encode(), hashlib.sha256).digest()
    return msgspec.structs.replace(answer, token=urlsafe_b64encode(digest[:16]).rstrip(b"=").decode())
