"""How often phones may ask.

A whole hall may come through one address, that of its Wi-Fi. So a ticket that there is has a bucket of its own, and
whoever shares its address cannot empty it; an address has one for all else that comes from it: slips that ended,
guesses, noise.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

REMEMBERED = 10_000  # of each kind: memory has an end, whoever makes up addresses
ONE_HOME = 64  # bits of an IPv6 address that a phone does not choose by itself

TICKET = (2.0, 30.0)  # a second, and at once: a family follows one ticket on several phones, each asks in four seconds
ADDRESS = (20.0, 200.0)

Clock = Callable[[], float]


class Rate:
    """A bucket per name: `burst` requests at once, then `each_second` of them. `clock` is monotonic, in seconds."""

    def __init__(self, each_second: float, burst: float, clock: Clock) -> None:
        self._each_second, self._burst, self._clock = each_second, burst, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()  # what is left, as of when

    def allows(self, name: str) -> bool:
        """Take one request out of a bucket, if there is one in it."""
        now = self._clock()
        left, since = self._left.pop(name, (self._burst, now))
        left = min(self._burst, left + (now - since) * self._each_second)
        self._left[name] = (left - 1 if left >= 1 else left), now
        if len(self._left) > REMEMBERED:
            self._left.popitem(last=False)
        return left >= 1


class Rates:
    """Both kinds of bucket."""

    def __init__(
        self, clock: Clock, ticket: tuple[float, float] = TICKET, address: tuple[float, float] = ADDRESS
    ) -> None:
        self._tickets, self._addresses = Rate(*ticket, clock), Rate(*address, clock)

    def allows(self, ticket: str, address: str) -> bool:
        """ticket: by what a ticket is known that there is, "" for everything else."""
        return self._tickets.allows(ticket) if ticket else self._addresses.allows(place(address))


def place(address: str) -> str:
    """Where an address stands: of IPv6 the network, for a phone has as many addresses in it as it likes."""
    try:
        there = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(there, IPv6Address):
        return str(there.ipv4_mapped or int(there) >> ONE_HOME)
    return address
