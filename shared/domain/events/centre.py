"""What lasts longer than a day."""

from __future__ import annotations

from shared.domain.catalogue import Catalogue
from shared.domain.events.fact import Fact
from shared.domain.events.parts import Appointment


class AppointmentsLoaded(Fact, frozen=True, tag="appointments_loaded"):
    """These appointments are known from now on, in place of those of the same codes. Nobody's name is in it."""

    appointments: tuple[Appointment, ...]


class CatalogueChanged(Fact, frozen=True, tag="catalogue_changed"):
    """Another catalogue is in force."""

    catalogue: Catalogue


class StoreRestored(Fact, frozen=True, tag="store_restored"):
    """The store was made again from a copy and the shipped log. What came after event `seq` of `before` is lost to it.

    before, incarnation: of the store until event `seq`, and from here on. hash: of event `seq` in the log's chain.
    """

    before: str
    seq: int
    hash: str
    incarnation: str


class ClockStepped(Fact, frozen=True, tag="clock_stepped"):
    """The machine's clock jumped; the centre's own clock went on. `seconds` is how far it jumped."""

    seconds: float
