"""What is known of a slip, from what its printer said: issued, printing, printed, half, unknown, failed."""

from __future__ import annotations

from kiosk import views
from shared.printing.outcome import Verdict

KNOWN = {
    Verdict.PRINTED: views.PRINTED,
    Verdict.HALF: views.HALF,
    Verdict.NO_PRINTER: views.NO_PRINTER,
    Verdict.PAPER_OUT: views.NOT_PRINTED,
    Verdict.OFFLINE: views.NOT_PRINTED,
}
CANNOT_PRINT = (Verdict.PAPER_OUT, Verdict.OFFLINE)
"""While a printer stands so, whoever chooses is told before."""


def paper_of(verdict: Verdict) -> str:
    """One of `views.PAPER`; what no printer told of nobody knows, and that is no failure."""
    return KNOWN.get(verdict, views.UNSURE)
