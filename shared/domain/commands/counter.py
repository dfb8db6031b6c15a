"""Orders about a counter and who sits at it."""

from __future__ import annotations

from shared.domain.commands.order import Order

PAUSE_REASONS = ("lunch", "break", "paperwork", "other")


class OpenCounter(Order, frozen=True, tag="open_counter"):
    """An advisor signs in to a counter, or comes back from a pause."""

    counter: int
    advisor: str


class PauseCounter(Order, frozen=True, tag="pause_counter"):
    """The counter calls nobody for a while. `reason` is one of PAUSE_REASONS."""

    counter: int
    reason: str


class CloseCounter(Order, frozen=True, tag="close_counter"):
    """The advisor leaves the counter."""

    counter: int
