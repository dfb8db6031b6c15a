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


class ClockStepped(Fact, frozen=True, tag="clock_stepped"):
    """The machine's clock jumped; the centre's own clock went on. `seconds` is how far it jumped."""

    seconds: float
