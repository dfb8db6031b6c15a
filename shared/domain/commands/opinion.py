"""What a citizen says of a visit."""

from __future__ import annotations

from typing import Annotated

import msgspec

from shared.domain.commands.order import Order


class RateVisit(Order, frozen=True, tag="rate_visit"):
    """How the visit was, by who had it: from 1 (very bad) to 5 (very good), once it has ended at a counter.

    A kiosk names the ticket by the token of its slip. Said again it takes the place of what was said before.
    """

    satisfaction: Annotated[int, msgspec.Meta(ge=1, le=5)]
    ticket: int = 0
    token: str = ""
