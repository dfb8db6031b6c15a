"""The fold of one service day, from its events alone."""

from __future__ import annotations

from datetime import datetime

from shared.domain import events as e
from shared.domain.day import attentions, counters, stops, tickets
from shared.domain.day.state import DayState


class Day(DayState):
    """Everything about one service day. `apply` takes its events in order; nothing else changes it."""

    def apply(self, event: e.DayEvent, at: datetime) -> None:
        """Take one event that happened at `at`. Raises nothing for events that `decide` gave."""
        if isinstance(event, attentions.Facts):
            attentions.take(self, event, at)
        elif isinstance(event, tickets.Facts):
            tickets.take(self, event, at)
        elif isinstance(event, stops.Facts):
            stops.take(self, event, at)
        elif isinstance(event, counters.Facts):
            counters.take(self, event, at)
        else:
            self._whole_day(event, at)

    def _whole_day(self, event: e.DayEvent, at: datetime) -> None:
        match event:
            case e.DayOpened():
                self.is_open = True
                self.observed.begin(event.learnt, event.corrected)
            case e.DayClosed():
                self.is_open = False
                counters.end_spells(self, at)
                self.interruptions.apply(event, at)
                self.help.clear()
            case e.HelpAsked():
                self.help[event.device] = at
            case e.HelpAnswered():
                self.help.pop(event.device, None)
            case e.PersonalErased():
                for ticket in event.tickets:
                    self.tickets[ticket].document = False
            case e.LastTicketSet():
                self.last_ticket[event.queue] = event.how
            case e.ServiceSuspended():
                self.suspended.add(event.service)
            case e.ServiceRestored():
                self.suspended.discard(event.service)
            case e.InterruptionBegan() | e.InterruptionEnded() | e.InterruptionNoted() | e.InterruptionWithdrawn():
                self.interruptions.apply(event, at)
