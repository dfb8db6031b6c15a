"""Orders about what lasts longer than a day."""

from __future__ import annotations

from shared.domain.catalogue import Catalogue
from shared.domain.commands.order import Order
from shared.domain.events import Appointment


class ChangeCatalogue(Order, frozen=True, tag="change_catalogue"):
    """Put another catalogue in force. template: version and digest of the office's that is in it, 0 for none."""

    catalogue: Catalogue
    template: int = 0
    template_digest: str = ""


class LoadAppointments(Order, frozen=True, tag="load_appointments"):
    """Make appointments known: their slots are added to those of the same codes, or with `instead` replace them.

    change: of the office's appointments, the number up to which all are known after this; 0 for those of a file.
    """

    appointments: tuple[Appointment, ...]
    instead: bool = False
    change: int = 0


class NoteClockStep(Order, frozen=True, tag="note_clock_step"):
    """The machine's clock jumped by `seconds`; the hub gives this order to itself."""

    seconds: float
