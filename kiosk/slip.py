"""The paper for a ticket, from what the hub answered and what the centre is."""

from __future__ import annotations

from kiosk import texts
from kiosk.offer import Offer
from shared.lan.messages import Receipt
from shared.printing.slip import Slip, SlipStop


def slip_of(receipt: Receipt, offer: Offer) -> Slip:
    """Says what the screen says. Times in the centre's zone."""
    zone = offer.catalogue.timezone
    window = receipt.between
    return Slip(
        centre=offer.catalogue.name,
        number=receipt.number,
        service=offer.name_of(receipt.service),
        issued_at=receipt.issued_at.astimezone(zone),
        people_ahead=receipt.ahead,
        call_window=(window[0].astimezone(zone), window[1].astimezone(zone)) if window else None,
        preferential=receipt.preferential,
        stops=tuple(
            SlipStop(stop.entity, texts.counters(stop.counters), texts.stop_task(stop)) for stop in offer.stops(receipt)
        ),
        qr=receipt.token,
    )
