"""Orders about what is kept of one person: given at the console, for whoever exercises their rights."""

from __future__ import annotations

from shared.domain.commands.order import Order
from shared.domain.personal import PersonDocument


class AskPersonal(Order, frozen=True, tag="ask_personal"):
    """Say what is kept today about whoever has this document. That it was asked is noted, without the number."""

    document: PersonDocument


class ErasePersonal(Order, frozen=True, tag="erase_personal"):
    """Erase now what is kept today about whoever has this document: the number itself, and notes between counters.

    Their tickets stay.
    """

    document: PersonDocument
