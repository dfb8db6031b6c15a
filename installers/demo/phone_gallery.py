"""Every state of the phone page, by name, at half past ten of a Monday: for pictures, and to be looked at by a browser.

`Showcase` is what the pages know of the hall in one of them; `shown` serves it as `suyana pages` does.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace

from shared.domain.catalogue import Catalogue
from shared.domain.languages import LANGUAGES
from shared.lan.views import CatalogueView, HallView, PhoneView, StopView
from shared.lan.web import listen
from shared.pages.known import Known, slip_key
from shared.pages.rate import Rates
from shared.pages.server import server

NOW = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)  # 10:30 in Lima
TOKEN = "Jx7QmW2sT9Zr3mX9q0b2kL"
OPEN = HallView(date(2026, 11, 23), open=True)
CLOSED = HallView(date(2026, 11, 23), open=False, opens_at=NOW + timedelta(hours=22))
MINUTE = timedelta(minutes=1)
WAYS = {21: "al fondo a la derecha", 54: "en el segundo piso, por la rampa que está detrás de orientación"}
ENDLESS = (0.0, 1e9)  # requests: one phone looks at all states in a few seconds

WAITING = PhoneView(
    "PJ 047",
    "waiting",
    "es",
    (StopView("PJ", "PJ01", "waiting"),),
    ahead=12,
    between=(NOW + 35 * MINUTE, NOW + 50 * MINUTE),
)
TWO_STOPS = replace(
    WAITING,
    stops=(StopView("BN", "BN01", "done", 3), StopView("PJ", "PJ01", "waiting")),
    at=1,
    ahead=4,
    between=(NOW + 10 * MINUTE, NOW + 15 * MINUTE),
)
CALLED = replace(WAITING, state="called", ahead=0, between=None, counter=20, calls=1)


def _with(view: PhoneView, **changed: object) -> Callable[[Showcase], None]:
    def be(case: Showcase) -> None:
        case.mirror.views[f"phone/{slip_key(TOKEN)}"] = replace(view, **changed)

    return be


def _away(case: Showcase) -> None:
    _with(WAITING)(case)
    case.away_since = NOW - 3 * MINUTE


def _no_news(case: Showcase) -> None:
    case.away_since = NOW - 3 * MINUTE


def _never_heard(case: Showcase) -> None:
    case.mirror.views.clear()
    case.away_since = NOW


def _closed(case: Showcase) -> None:
    case.mirror.views["hall"] = CLOSED


STATES: dict[str, Callable[[Showcase], None]] = {
    "waiting": _with(WAITING),
    "one-before": _with(WAITING, ahead=1, between=(NOW + 2 * MINUTE, NOW + 5 * MINUTE)),
    "next": _with(WAITING, ahead=0, between=(NOW, NOW + 5 * MINUTE)),
    "late": _with(WAITING, ahead=2, between=(NOW - 20 * MINUTE, NOW - MINUTE)),
    "nobody-serves": _with(WAITING, between=None),
    "interrupted": _with(WAITING, interrupted="system"),
    "called": _with(CALLED),
    "called-widest": _with(CALLED, number="RW 1888", counter=54, calls=2),
    "serving": _with(CALLED, state="serving"),
    "held": _with(CALLED, state="held", counter=0),
    "returning": _with(CALLED, state="returning", counter=0, until=NOW + 120 * MINUTE),
    "absent": _with(CALLED, state="absent", until=NOW + 15 * MINUTE),
    "stops": _with(TWO_STOPS),
    "stops-called": _with(TWO_STOPS, state="called", ahead=0, between=None, counter=21, calls=1),
    "stops-returning": _with(
        TWO_STOPS,
        state="returning",
        between=None,
        ahead=0,
        until=NOW + 150 * MINUTE,
        stops=(*TWO_STOPS.stops, StopView("IN", "IN01", "planned")),
    ),
    "away": _away,
    "no-news": _no_news,
    "never-heard": _never_heard,
    "gone": lambda _: None,
    "closed": _closed,
}


class Showcase(Known):
    """One state at a time, at one moment. The catalogue needs the services of `installers/centres/region-sur.toml`."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__(None)
        counters = tuple(replace(each, way=WAYS.get(each.number, "")) for each in catalogue.counters)
        self._catalogue = replace(catalogue, languages=LANGUAGES, counters=counters)

    def now(self) -> datetime:
        return NOW

    def show(self, state: str) -> str:
        """The path of the page that shows it."""
        self.mirror.views = {"catalogue": CatalogueView(self._catalogue), "hall": OPEN}
        self.away_since = None
        STATES[state](self)
        return f"/t/{TOKEN}"

    def change(self, **changed: object) -> None:
        """Something of the ticket that is shown."""
        if view := self.ticket(TOKEN):
            _with(view, **changed)(self)


@contextmanager
def shown(case: Known, host: str = "127.0.0.1", rates: Rates | None = None) -> Iterator[str]:
    """Its URL. Without `rates` there is no end to what may be asked. Raises PortTaken."""
    with listen(host, 0) as listening:
        pages = server(case, rates or Rates(lambda: 0.0, ticket=ENDLESS, address=ENDLESS))
        serving = threading.Thread(target=pages.run, args=([listening],), name="pages")
        serving.start()
        try:
            yield f"http://{host}:{listening.getsockname()[1]}"
        finally:
            pages.should_exit = True
            serving.join()
