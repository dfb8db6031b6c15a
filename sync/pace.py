"""How large the pieces are and how many are on their way, by what the line has shown."""

from __future__ import annotations

SMALLEST, FIRST, LARGEST = 10, 70, 1000  # records a batch
ALONE, FEW, MOST = 1, 3, 6  # batches on their way at once
QUICK = 0.5  # seconds in which a batch is answered on a line that can take a larger one


class Pace:
    """Grows while batches are answered quickly, halves when one is not answered at all.

    A few batches are on their way, since on a line with a long way the office's answer would otherwise be waited for
    with nothing to do; one goes alone where the one before was not answered. A slow
    line gets small pieces and more of them: one of which a packet was lost waits for seconds, and the others go on; and
    what is lost when a modem restarts is little. An office that says that it is busy gets one larger
    piece at a time, which costs it least; that it is slow then says nothing of the line.
    """

    def __init__(self) -> None:
        self.size, self.lanes = FIRST, FEW
        self._is_office_busy = False

    @property
    def is_slow(self) -> bool:
        """Whether the line is, by what it has shown last."""
        return self.lanes == MOST

    def worked(self, seconds: float) -> None:
        if seconds < QUICK:
            self.size, self.lanes = min(LARGEST, self.size * 2), FEW
            self._is_office_busy = False
        elif not self._is_office_busy:
            self.size, self.lanes = min(FIRST, self.size * 2) if self.size < FIRST else FIRST, MOST

    def failed(self) -> None:
        self.size, self.lanes = max(SMALLEST, self.size // 2), ALONE
        self._is_office_busy = False

    def busy(self) -> None:
        """The office said that it has no time now."""
        self.size, self.lanes = min(LARGEST, self.size * 2), ALONE
        self._is_office_busy = True
