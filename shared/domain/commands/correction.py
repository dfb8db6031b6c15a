"""Orders that put right what was stated of something that is over."""

from __future__ import annotations

from shared.domain.commands.order import Order


class CorrectServices(Order, frozen=True, tag="correct_services"):
    """Other services were done in an attention that has ended: the whole list, in place of what was stated.

    number: of its ticket, as people write it. counter: where, for a ticket that was at several; 0 for the last one.
    """

    number: str
    services: tuple[str, ...]
    counter: int = 0
