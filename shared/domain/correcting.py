"""What can still be put right when it is over: what was done in an attention, and interruptions told late.

On the day itself, and after its close until the next day opens. Then its figures are final: they have been reported.
"""

from __future__ import annotations

from datetime import datetime

from shared.domain import commands as c, events as e, interruptions
from shared.domain.catalogue import Catalogue
from shared.domain.changing import found
from shared.domain.day import Day
from shared.domain.refusals import Code, Refusal
from shared.domain.ticket import Attention, Outcome

AfterClose = c.CorrectServices | c.NoteInterruption | c.WithdrawInterruption
Corrections = e.ServicesCorrected | e.InterruptionNoted | e.InterruptionWithdrawn
"""What may follow the close of a day and is still of it."""
NEVER_WAS = (Outcome.UNDONE, Outcome.RELEASED)


def decide(catalogue: Catalogue, day: Day, command: AfterClose, at: datetime) -> list[e.Event]:
    """Of the day that was open last. Raises Refusal."""
    if isinstance(command, c.CorrectServices):
        return correct_services(catalogue, day, command)
    return interruptions.decide(catalogue, day.interruptions, command, at, day.day)


def correct_services(catalogue: Catalogue, day: Day, command: c.CorrectServices) -> list[e.Event]:
    """Any service of the catalogue may have been done. What was stated before stays in the log. Raises Refusal."""
    attention = _attended(day, command)
    for code in command.services:
        if code not in catalogue.service:
            raise Refusal(Code.UNKNOWN_SERVICE, service=code)
    services = tuple(dict.fromkeys(command.services))
    if services == attention.services:
        return []
    return [e.ServicesCorrected(attention.ticket, attention.stop, attention.id, services, attention.services)]


def _attended(day: Day, command: c.CorrectServices) -> Attention:
    """The last attention of a ticket that began and has ended, at this counter or at any."""
    ticket = found(day, c.FindTicket(command.number))
    ended = [
        attention
        for attention in day.attentions.values()
        if (attention.ticket == ticket.id or ticket.id in attention.together)
        and attention.started_at
        and attention.ended_at
        and attention.outcome not in NEVER_WAS
        and command.counter in (0, attention.counter)
    ]
    if not ended:
        raise Refusal(Code.NOT_ATTENDED, number=ticket.text, counter=command.counter)
    return ended[-1]
