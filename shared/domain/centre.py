"""The fold of what lasts: the catalogue in force, the last service day, the appointments known, the devices."""

from __future__ import annotations

from datetime import date, datetime

from shared.domain.catalogue import Catalogue
from shared.domain.device import Devices, take
from shared.domain.events import (
    Appointment,
    AppointmentsLoaded,
    CatalogueChanged,
    CentreEvent,
    DevicePaired,
    DeviceRevoked,
    SpareLetterGiven,
    TemplateReceived,
)
from shared.domain.received import Templates


class Centre:
    """What is true of a centre for ever, until another event says otherwise."""

    def __init__(self) -> None:
        self._catalogue: Catalogue | None = None
        self.last_day: date | None = None
        self.appointments: dict[str, Appointment] = {}
        self.appointments_change = 0  # of the office's, up to which all are known
        self.templates = Templates()
        self.devices: Devices = {}
        self.letters: dict[str, str] = {}  # of the spare numbers, by device

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue in force. Raises LookupError in a centre that never had one."""
        if self._catalogue is None:
            raise LookupError("this centre has no catalogue yet")
        return self._catalogue

    @property
    def has_catalogue(self) -> bool:
        return self._catalogue is not None

    def apply(self, event: CentreEvent, at: datetime) -> None:
        if isinstance(event, CatalogueChanged):
            self._catalogue = event.catalogue
            self.templates.put_in_force(event)
        if isinstance(event, TemplateReceived):
            self.templates.received(event)
        if isinstance(event, AppointmentsLoaded):
            self.appointments |= {appointment.code: appointment for appointment in event.appointments}
            self.appointments_change = event.change or self.appointments_change
        if isinstance(event, DevicePaired | DeviceRevoked):
            take(self.devices, event, at)
        if isinstance(event, SpareLetterGiven):
            self.letters[event.device] = event.letter
