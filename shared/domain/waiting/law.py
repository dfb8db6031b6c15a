"""When the next counter will be free for somebody: the law of the wait, from the counters and the people ahead.

Each counter ends its turns one after the other. How many turns N(t) all of them have ended by t has a mean and a
variance that add up over counters: of the turn in course, the law of what remains given how long it lasts already; of
those after it, the renewal law. Those who will come and go before take their share of the turns, as a Poisson stream.
Whoever has n people ahead is called at the turn end n + 1. N(t) / I is taken as Poisson, where I = variance / mean:
exact for exponential turns, and right in mean and variance for others. Times in seconds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, exp, inf, log, sqrt

from shared.domain.pace import Turn

Z90 = 1.2815515655446004  # the 90 % quantile of the normal law
ROOT2 = sqrt(2.0)
LONGEST = 12 * 3600.0  # nobody is told more than this
STEPS = 60


@dataclass(slots=True)
class Server:
    """A counter as one who waits sees it.

    share: of its turns that go to this queue. turn: law of those to come. current: of the one in course, lasting for
    `age` seconds already; age < 0: it is free. away: seconds from now until it leaves and until it is back.
    """

    share: float
    turn: Turn
    current: Turn
    age: float = -1.0
    away: tuple[float, float] = (inf, inf)


class _Ends:
    """Turn ends of one server: mean and variance of their number by t."""

    __slots__ = ("away", "mean", "residual", "share", "variation2")

    def __init__(self, server: Server) -> None:
        self.share, self.away = server.share, server.away
        self.mean, self.variation2 = server.turn.mean, server.turn.variation**2
        self.residual = Residual(server.current, server.age) if server.age >= 0 else None

    def add(self, t: float) -> tuple[float, float]:
        leaves, back = self.away
        there = t if t <= leaves else leaves + max(0.0, t - back)
        if self.residual is None:
            ended, more, square = (1.0 if leaves > 0 or t >= back else 0.0), there, there * there
        else:
            ended, more, square = self.residual.by(there)
            if leaves < t >= back:
                ended = 1.0
        turns = more / self.mean
        number = ended + turns + (self.variation2 - 1) / 2 * min(1.0, turns)
        of_current = ended * (1 - ended) + 2 * turns * (1 - ended) + square / self.mean**2 - turns * turns
        variance = max(0.0, of_current) + self.variation2 * turns
        if self.residual is None:  # a free counter takes the first who may come: nobody else waits for it
            later = number - ended
            return ended + self.share * later, self.share**2 * variance + self.share * (1 - self.share) * later
        return self.share * number, self.share**2 * variance + self.share * (1 - self.share) * number


class Residual:
    """What remains of a lognormal turn that lasts for `age` already."""

    __slots__ = ("_above_age", "_mu", "_sigma", "age", "mean", "square")

    def __init__(self, turn: Turn, age: float) -> None:
        spread = log(1 + turn.variation**2)
        self._mu, self._sigma = log(turn.mean) - spread / 2, sqrt(spread) * ROOT2
        self.mean, self.square, self.age = turn.mean, turn.mean**2 * (1 + turn.variation**2), age
        self._above_age = self._above(age)

    def _above(self, x: float) -> tuple[float, float, float]:
        """P(X > x), E[X; X > x] / E[X], E[X^2; X > x] / E[X^2]."""
        if x <= 0:
            return 1.0, 1.0, 1.0
        score, sigma = (log(x) - self._mu) / self._sigma, self._sigma / 2
        return erfc(score) / 2, erfc(score - sigma) / 2, erfc(score - 2 * sigma) / 2

    def by(self, t: float) -> tuple[float, float, float]:
        """The chance that it has ended by t, and mean and mean square of the time from then to t (0 otherwise)."""
        alive, first, second = self._above_age
        if alive < 1e-9:  # longer than anybody has ever seen: as if it had just begun, without memory
            mean = self.mean
            ended = 1 - exp(-t / mean)
            return ended, t - mean * ended, t * t - 2 * t * mean + 2 * mean * mean * ended
        survival, tail, tail2 = self._above(self.age + t)
        ended = 1 - survival / alive
        total = self.age + t
        once = self.mean * (first - tail) / alive  # E[X; X <= total | X > age]
        twice = self.square * (second - tail2) / alive
        return ended, max(0.0, total * ended - once), max(0.0, total * (total * ended - 2 * once) + twice)

    def since_long(self, t: float) -> float:
        """The chance that it has ended by t where nobody knows for how long it has lasted: found at a random moment."""
        survival, tail, _ = self._above(self.age + t)
        return min(1.0, t * survival / self.mean + 1 - tail)

    @property
    def expected(self) -> float:
        """Mean of what remains."""
        alive, first, _ = self._above_age
        return self.mean if alive < 1e-9 else max(0.0, self.mean * first / alive - self.age)


def gamma_quantile(shape: float, z: float) -> float:
    """Quantile of Gamma(shape, 1) at normal score z, by Wilson and Hilferty: within 1.4 %, from shape 2 on 0.5 %."""
    ninth = 1 / (9 * shape)
    return float(shape * max(0.0, 1 - ninth + z * sqrt(ninth)) ** 3)


class Law:
    """The wait of one who has `ahead` people before, `coming` more at these times, and `rate` a second without end."""

    def __init__(self, servers: Sequence[Server], ahead: float, coming: Sequence[float] = (), rate: float = 0.0):
        self._ends = [_Ends(server) for server in servers if server.share > 0]
        self.ahead, self.rate = ahead, rate
        self._coming = sorted(coming)
        self._turns = sum(ends.share / ends.mean for ends in self._ends)

    def figures(self) -> tuple[float, float]:
        """P50 and P90."""
        median = self.quantile(0.0)
        return median, self.quantile(Z90, median)

    def quantile(self, z: float, low: float = 0.0) -> float:
        """Seconds within which the call comes, at normal score z, at least `low`; LONGEST where it takes longer."""
        lack_low = self._lack(low, z)
        if lack_low >= 0:
            return low
        net = max(self._turns - self.rate, self._turns * 0.1)
        if net <= 0:
            return LONGEST
        high = min(LONGEST, max(low + 30.0, (self.ahead + 1 + z * (1 + self.ahead / 4) ** 0.5) / net))
        lack_high = self._lack(high, z)
        while lack_high < 0:
            if high >= LONGEST:
                return LONGEST
            low, lack_low = high, lack_high
            high = min(LONGEST, high * 1.6 + 60)
            lack_high = self._lack(high, z)
        return self._between(low, lack_low, high, lack_high, z)

    def _between(self, low: float, lack_low: float, high: float, lack_high: float, z: float) -> float:
        """Illinois: regula falsi that halves an end that stays."""
        side = 0
        for _ in range(STEPS):
            if high - low < max(2.0, high / 300):
                break
            t = (low * lack_high - high * lack_low) / (lack_high - lack_low)
            t = min(max(t, low + 0.02 * (high - low)), high - 0.02 * (high - low))
            lack = self._lack(t, z)
            if lack < 0:
                low, lack_low = t, lack
                lack_high = lack_high / 2 if side == -1 else lack_high
                side = -1
            else:
                high, lack_high = t, lack
                lack_low = lack_low / 2 if side == 1 else lack_low
                side = 1
        return (low + high) / 2

    def _lack(self, t: float, z: float) -> float:
        """Below 0 while fewer turns have ended by t than the wait at this score needs."""
        number = variance = 0.0
        for ends in self._ends:
            of, spread = ends.add(t)
            number += of
            variance += spread
        others = self.rate * t
        net, variance = number - others, variance + others
        need = self.ahead + (bisect_right(self._coming, t) if self._coming else 0)
        if variance < 1e-6 * max(net, 1.0):
            return net - need - 0.5
        index = min(3.0, max(0.05, variance / net)) if net > 0 else 1.0
        return net - index * gamma_quantile((need + 0.5) / index + 0.5, z)
