"""How often one phone may ask."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

REMEMBERED = 10_000  # addresses: memory has an end, whoever makes up addresses


class Rate:
    """A bucket per address: `burst` requests at once, then `each_second` of them. `clock` is monotonic, in seconds."""

    def __init__(self, each_second: float, burst: float, clock: Callable[[], float]) -> None:
        self._each_second, self._burst, self._clock = each_second, burst, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()  # what is left, as of when

    def allows(self, address: str) -> bool:
        """Take one request of an address, if it may ask."""
        now = self._clock()
        left, since = self._left.pop(address, (self._burst, now))
        left = min(self._burst, left + (now - since) * self._each_second)
        self._left[address] = (left - 1 if left >= 1 else left), now
        if len(self._left) > REMEMBERED:
            self._left.popitem(last=False)
        return left >= 1
