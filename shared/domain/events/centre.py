"""What lasts longer than a day."""

from __future__ import annotations

from datetime import date

from shared.domain.catalogue import Catalogue
from shared.domain.events.fact import Fact
from shared.domain.events.parts import Appointment
from shared.domain.template import Template


class AppointmentsLoaded(Fact, frozen=True, tag="appointments_loaded"):
    """These appointments are known from now on, in place of those of the same codes. Nobody's name is in it.

    change: of the office's appointments, the number up to which all are known now; 0 where they came from a file.
    """

    appointments: tuple[Appointment, ...]
    change: int = 0


class CatalogueChanged(Fact, frozen=True, tag="catalogue_changed"):
    """Another catalogue is in force. template: version and digest of the office's that is in it, 0 for none."""

    catalogue: Catalogue
    template: int = 0
    template_digest: str = ""


class TemplateReceived(Fact, frozen=True, tag="template_received"):
    """A part of the office's catalogue is here: `part` of `parts`, from 1. `CatalogueChanged` tells what it changes."""

    version: int
    digest: str
    part: int
    parts: int
    template: Template
    since: date | None = None


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
