"""What is shown of preferential attention."""

from __future__ import annotations

from datetime import datetime

from shared.lan.views.shown import Shown

RECENT_PASSINGS = 50


class ProofView(Shown, frozen=True, tag="proof"):
    """Preferential attention today. calls: all; ordinary: of these, of ordinary tickets that the hub chose by itself.

    faults: of these, how many passed a preferential ticket that the counter could attend; exceptions: how many calls
    did, but not by the hub's own choice. Each is a `PassingView`.
    """

    calls: int
    ordinary: int
    faults: int
    exceptions: int


class PassingView(Shown, frozen=True, tag="passing"):
    """An ordinary ticket called before preferential ones: `shared/domain/proof.py` says what each field is."""

    fault: bool
    at: datetime
    number: str
    counter: int
    who: str
    how: str
    why: str
    passed: tuple[str, ...]
