"""How large the pieces are and how many are on their way, by what the line has shown."""

from __future__ import annotations

SMALLEST, FIRST, LARGEST = 10, 100, 500  # records a batch
ALONE, MOST = 1, 3  # batches on their way at once
QUICK = 2.0  # seconds in which a batch is answered on a line that can take a larger one


class Pace:
    """Grows while batches are answered quickly, halves when one is not answered at all.

    The first batch goes alone: it is answered soon, and says whether there is an office. After that up to three are on
    their way, since on a line with a long way the office's answer would otherwise be waited for with nothing to do.
    """

    def __init__(self) -> None:
        self.size, self.lanes = FIRST, ALONE

    def worked(self, seconds: float) -> None:
        self.lanes = MOST
        if seconds < QUICK:
            self.size = min(LARGEST, self.size * 2)

    def failed(self) -> None:
        self.size, self.lanes = max(SMALLEST, self.size // 2), ALONE
