"""What the supervisor is told of numbers given without the hub, and how those of the paper roll are entered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from counter import texts as said
from counter.paper_roll import written
from counter.shown import Panel, Row
from counter.supervisor import texts
from counter.supervisor.hall_facts import HallFacts
from counter.supervisor.shown import Alert
from shared.domain.catalogue import Catalogue
from shared.domain.device import DeviceState
from shared.domain.spare import ROLL
from shared.domain.ticket import number_text

TOLD_FOR = timedelta(minutes=20)
"""How long it is said that numbers have come in."""
QUIET = ("not_printed",)
"""A number that nobody took needs nobody."""


def alerts(facts: HallFacts, catalogue: Catalogue, at: datetime) -> Iterator[Alert]:
    """Kiosks without the hub first; then who must be called anew, who has no ticket, and who came in."""
    for kiosk in facts.kiosks:
        if kiosk.state is DeviceState.PAIRED and not kiosk.online and kiosk.seen:
            since = said.clock(kiosk.seen, catalogue.timezone)
            yield Alert(f"kiosk-{kiosk.device}", texts.kiosk_away(kiosk.device, since), "")
    lately = [spare for spare in facts.spares if at - spare.at <= TOLD_FOR]
    for spare in lately:
        if spare.was in ("called", "ended") and facts.waits(spare.ticket):
            yield Alert(f"waiting-{spare.ticket}", texts.spare_called(spare.number, spare.own), texts.SEE_TICKET)
        elif not spare.ticket and spare.was not in QUIET:
            yield Alert(f"spare-{spare.number}", texts.spare_void(spare.number, spare.was), "")
    came = [spare.number for spare in lately if spare.ticket and spare.was in ("new", "waiting")]
    if came:
        yield Alert("spares", texts.spares_came(came), "")


def panel(catalogue: Catalogue, queue: str, query: str, at: datetime) -> Panel:
    """Numbers of the roll for a queue: typed as a range and the hours at which they were given."""
    order = written(catalogue, queue, query, at)
    rows: tuple[Row, ...] = ()
    if order:
        first, last = number_text(ROLL, order.first), number_text(ROLL, order.last)
        hours = tuple(said.clock(moment, catalogue.timezone) for moment in (order.from_at, order.to_at))
        rows = (Row(f"roll-{queue}", texts.enter_roll(first, last), texts.roll_hours(*hours)),)
    title = texts.roll_ask(catalogue.queue[queue].name)
    return Panel("paper", title, texts.ROLL_HINT, rows, search=True, placeholder=texts.ROLL_PLACEHOLDER)
