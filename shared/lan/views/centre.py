"""What is shown of the centre as a whole."""

from __future__ import annotations

from datetime import date, datetime

from shared.domain.catalogue import Catalogue
from shared.lan.views.shown import Shown


class CatalogueView(Shown, frozen=True, tag="catalogue"):
    """The catalogue in force."""

    catalogue: Catalogue


class HallView(Shown, frozen=True, tag="hall"):
    """The service day: None before the first opening; `open` is false again after closing.

    `opens_at`: when the hub will open the next day by itself, where it knows.
    """

    day: date | None
    open: bool
    opens_at: datetime | None = None


class ClockView(Shown, frozen=True, tag="clock"):
    """The clock of the hub's machine is wrong: somebody has to set it.

    state: behind or ahead (it cannot be right: it is not believed, and no day opens by itself) or differs (the time of
    the centre is another one until its day closes). machine: what it said.
    """

    state: str
    machine: datetime


class PersonView(Shown, frozen=True, tag="person"):
    """Somebody who works here, as far as letting them in goes. pin: none, temporary, ready or locked (`locked_until`;
    null when only a supervisor ends it). at: the devices where they are signed in.
    """

    person: str
    pin: str
    locked_until: datetime | None = None
    at: tuple[str, ...] = ()


class AlertView(Shown, frozen=True, tag="alert"):
    """Something at the hub that somebody should see to.

    kind: disk_full (no new tickets) or disk_low, `amount` megabytes are free; copy_failed; log_behind (the second place
    cannot be written); store_repaired (it was damaged), `amount` events were lost.
    """

    kind: str
    amount: int = 0
