"""Orders about what lasts longer than a day."""

from __future__ import annotations

from shared.domain.catalogue import Catalogue
from shared.domain.commands.order import Order
from shared.domain.events import Appointment


class ChangeCatalogue(Order, frozen=True, tag="change_catalogue"):
    """Put another catalogue in force."""

    catalogue: Catalogue


class LoadAppointments(Order, frozen=True, tag="load_appointments"):
    """Make appointments known: their slots are added to those of the same codes, or with `instead` replace them."""

    appointments: tuple[Appointment, ...]
    instead: bool = False


class NoteClockStep(Order, frozen=True, tag="note_clock_step"):
    """The machine's clock jumped by `seconds`; the hub gives this order to itself."""

    seconds: float
