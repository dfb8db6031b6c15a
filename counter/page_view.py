"""What the views of the three programs at the counters have in common."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from counter import texts
from counter.shown import Bar, Quiet
from shared.domain.catalogue import Catalogue

NOTHING_YET = Quiet(texts.CONNECTING, texts.CONNECTING_HINT)
"""What stands until the hub is found."""


class Connected(Protocol):
    """What the bar must know of the hub."""

    @property
    def online(self) -> bool: ...
    @property
    def catalogue(self) -> Catalogue | None: ...


def bar_of(
    facts: Connected,
    at: datetime,
    *,
    title: str,
    person: str,
    line: str,
    place: str | None = None,
    way_out: bool = False,
) -> Bar:
    """`at`: the hub's time. `person`: an id, shown as the name that the catalogue has for it. `place`: None for the
    centre as a whole.
    """
    catalogue = facts.catalogue
    if place is None:
        place = catalogue.name if catalogue else ""
    known = catalogue.advisor.get(person) if catalogue else None
    return Bar(
        title=title,
        place=place,
        person=known.name if known else person,
        line=line,
        online=facts.online,
        connection=texts.ONLINE if facts.online else texts.OFFLINE,
        clock=texts.clock(at, catalogue.timezone) if catalogue else "",
        way_out=way_out,
    )
